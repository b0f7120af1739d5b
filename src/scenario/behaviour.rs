//! What the user assumes about people: the switch, the hypotheses, and where the constants live.

use super::field::{Field, Source, choices, field, short::*};
use super::parameters::Parameters;

/// Assumptions about people.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Behaviour {
    /// False: nobody is motivated, tired, learning, absent or leaving.
    pub enabled: bool,
    /// Questions on which research disagrees.
    pub hypotheses: Hypotheses,
    /// The constants of the mechanisms.
    pub parameters: Parameters,
    /// Worlds that data leave possible, see [`super::worlds`]; empty for the one of the constants.
    pub worlds: String,
}

/// Questions on which research disagrees.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Hypotheses {
    /// What wide or narrow awards do.
    pub award_reach: AwardReach,
    /// Blocked growth moves weight to relatedness and existence (Alderfer).
    pub erg: bool,
    /// What a full queue does to the pace.
    pub load_speed: LoadSpeed,
    /// With whom people compare.
    pub fairness_reference: FairnessReference,
    /// What weight on numbers does to pride in good work.
    pub bonus_quality: BonusQuality,
}

choices! {
    /// What the reach of awards does.
    AwardReach {
        /// Wide recognition lifts morale (the paper).
        Wide = "wide", "广覆盖提振士气（论文）", "Wide recognition lifts morale (the paper)";
        /// Exclusive recognition lifts all (Bradler et al. 2016).
        Exclusive = "exclusive", "稀缺的奖更激励（Bradler 等 2016）", "Exclusive recognition lifts all (Bradler et al. 2016)";
        /// Awards crowd out those already motivated (Gubler et al. 2016).
        CrowdOut = "crowd_out", "奖励挤出内在动机（Gubler 等 2016）", "Awards crowd out the already motivated (Gubler et al. 2016)";
    }
}

choices! {
    /// What a full queue does to the pace.
    LoadSpeed {
        /// First hurry, then, tired, slow down.
        HurryThenSlow = "hurry_then_slow", "先赶后慢", "Hurry, then slow down";
        /// Only hurry.
        Hurry = "hurry", "越忙越赶", "Hurry";
        /// Only slow down.
        SlowDown = "slow_down", "越忙越慢", "Slow down";
    }
}

choices! {
    /// With whom people compare their rewards.
    FairnessReference {
        /// The team.
        Team = "team", "同班组", "The team";
        /// Everyone.
        Everyone = "everyone", "全体", "Everyone";
        /// Their own past.
        OwnPast = "own_past", "自己的过去", "Their own past";
    }
}

choices! {
    /// What weight on numbers does to pride in good work.
    BonusQuality {
        /// Nothing.
        LeavesAlone = "leaves_alone", "不影响内在动机", "Leaves it alone";
        /// It lowers it.
        Harms = "harms", "削弱内在动机", "Harms it";
    }
}

/// The group's entries, without the constants.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        behaviour.enabled, None, SWITCH, ON, Source::Convention,
        "人的行为", "People behave",
        "关闭后没有人受激励、疲劳、学习、缺勤或离开，只剩排队本身。",
        "Off: nobody is motivated, tired, learning, absent or leaving; only the queue remains."
    ),
    field!(
        behaviour.hypotheses.award_reach, None, crate::scenario::field::Kind::Choice(AwardReach::CHOICES),
        crate::scenario::field::Value::Choice("wide"), Source::Seed,
        "奖励覆盖的作用", "What the reach of awards does",
        "研究有分歧：广覆盖提振士气、稀缺更激励、或奖励挤出内在动机。换一个假设，看结论还在不在。",
        "Research disagrees: wide recognition lifts morale, exclusive recognition lifts all, or awards crowd out. Switch it and see whether the conclusion survives."
    ),
    field!(
        behaviour.hypotheses.erg, None, SWITCH, ON, noted("Alderfer 1969；验证不足：Wanous & Zwany 1977", "Alderfer 1969; thinly tested: Wanous & Zwany 1977", 0.0, 1.0),
        "ERG 挫折—倒退", "ERG frustration–regression",
        "成长受阻时，需要的侧重退向关系、再退向生存。该理论流行但验证不足。",
        "When growth is blocked, weight moves back to relatedness and then to existence. A popular theory with thin support."
    ),
    field!(
        behaviour.hypotheses.load_speed, None, crate::scenario::field::Kind::Choice(LoadSpeed::CHOICES),
        crate::scenario::field::Value::Choice("hurry_then_slow"), leaning("KC & Terwiesch 2009; Tan & Netessine 2014", 0.0, 1.0),
        "忙时的快慢", "What load does to pace",
        "队伍长的时候人会赶、会慢，还是先赶后慢。",
        "Whether people hurry, slow down, or first hurry and then slow down when callers wait."
    ),
    field!(
        behaviour.hypotheses.fairness_reference, None, crate::scenario::field::Kind::Choice(FairnessReference::CHOICES),
        crate::scenario::field::Value::Choice("team"), leaning("Card et al. 2012", 0.0, 1.0),
        "和谁比公平", "With whom people compare",
        "评判分配是否公平时，和同班组、和全体、还是和自己的过去相比。",
        "Whether rewards are compared with the team's, with everyone's, or with one's own past."
    ),
    field!(
        behaviour.hypotheses.bonus_quality, None, crate::scenario::field::Kind::Choice(BonusQuality::CHOICES),
        crate::scenario::field::Value::Choice("leaves_alone"), leaning("Jenkins et al. 1998; Cerasoli, Nicklin & Ford 2014", 0.0, 1.0),
        "数量考核与内在动机", "Numbers and pride",
        "考核偏重数量时，是否削弱把事情做好的内在动机。",
        "Whether appraisal by numbers lowers the pride in good work."
    ),
];
