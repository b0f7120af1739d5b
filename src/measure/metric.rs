//! The metrics: id, unit, which way is better, words, and how each is read from a ledger.

use super::inequality::{gamma, gini, theil, top_share};
use super::ledger::{Ledger, PersonYear};
use crate::scenario::field::{Text, Unit};

/// Which way a metric is better, as most people would say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Higher is better.
    Higher,
    /// Lower is better.
    Lower,
    /// Neither in itself.
    Neither,
}

/// A metric of the contract.
pub struct Metric {
    /// The id in files.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// Its name.
    pub label: Text,
    /// One sentence: what is divided by what.
    pub meaning: Text,
    /// Reads it; None where it is not defined (no awards, no newcomers …).
    pub of: fn(&Ledger) -> Option<f64>,
}

impl Metric {
    /// The smallest and the largest value that it can have in any year of any scenario; both are possible.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        range(self.unit)
    }

    /// An amount of it as it is typed: a number in its unit, or a percentage where 1 is the whole. None for
    /// anything else.
    #[must_use]
    pub fn amount(&self, typed: &str) -> Option<f64> {
        let typed = typed.trim();
        let is_part = matches!(
            self.unit,
            Unit::Share | Unit::SharePerYear | Unit::Index | Unit::Ratio
        );
        let amount = match typed.strip_suffix('%') {
            Some(percent) if is_part => percent.trim().parse::<f64>().ok()? / 100.0,
            Some(_) => return None,
            None => typed.parse().ok()?,
        };
        amount.is_finite().then_some(amount)
    }
}

/// The smallest and the largest value of what is counted in this unit; without one it can be anything.
#[must_use]
pub fn range(unit: Unit) -> (f64, f64) {
    match unit {
        Unit::None => (f64::NEG_INFINITY, f64::INFINITY),
        Unit::Share | Unit::Index | Unit::Ratio => (0.0, 1.0),
        Unit::Correlation => (-1.0, 1.0),
        Unit::Points => (0.0, 100.0),
        Unit::Weight
        | Unit::Strength
        | Unit::Calls
        | Unit::CallsPerAgentDay
        | Unit::Seconds
        | Unit::Minutes
        | Unit::Hours
        | Unit::HourOfDay
        | Unit::Days
        | Unit::Months
        | Unit::Years
        | Unit::People
        | Unit::PerMonth
        | Unit::Yuan
        | Unit::SharePerYear => (0.0, f64::INFINITY),
    }
}

/// The smallest and the largest difference of two that are counted in this unit.
#[must_use]
pub fn range_of_difference(unit: Unit) -> (f64, f64) {
    let (low, high) = range(unit);
    (low - high, high - low)
}

macro_rules! metric {
    ($id:literal, $unit:ident, $better:ident, $zh:literal, $en:literal, $zh_meaning:literal, $en_meaning:literal, $of:expr) => {
        Metric {
            id: $id,
            unit: Unit::$unit,
            better: Better::$better,
            label: Text { zh: $zh, en: $en },
            meaning: Text {
                zh: $zh_meaning,
                en: $en_meaning,
            },
            of: $of,
        }
    };
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// All metrics, in the order of the contract.
#[rustfmt::skip]
pub static METRICS: &[Metric] = &[
    metric!("turnover.annual_rate", SharePerYear, Lower, "年离职率", "Annual turnover",
        "主动离职人数除以平均在岗人数，折算为一年。", "Voluntary leavers per average headcount, annualised.",
        |l| ratio(f64::from(l.flow.quit), l.count(|w| w.post_days) / f64::from(l.days.max(1)))),
    metric!("turnover.first_quarter_share", Share, Lower, "新人 90 天离职率", "Gone within 90 days",
        "新进人员中 90 天内主动离开的比例。", "Of new hires, those gone of their own will within 90 days.",
        |l| ratio(f64::from(l.flow.newcomers_gone), f64::from(l.flow.newcomers_observed))),
    metric!("service.level", Share, Higher, "服务水平", "Service level",
        "在时限内接起的来电占全部来电的比例。", "Offered calls answered within the target wait.",
        |l| ratio(l.count(|w| w.in_time), l.count(|w| w.offered))),
    metric!("service.abandonment", Share, Lower, "放弃率", "Abandonment",
        "等不及而挂断的来电占全部来电的比例。", "Offered calls that hung up.",
        |l| ratio(l.count(|w| w.abandoned), l.count(|w| w.offered))),
    metric!("service.mean_wait_seconds", Seconds, Lower, "平均等待", "Mean wait",
        "全部来电（含放弃）的平均等待秒数。", "Mean wait over all offered calls.",
        |l| ratio(l.sum(|w| w.wait_seconds), l.count(|w| w.offered))),
    metric!("service.occupancy", Share, Neither, "通话占用率", "Occupancy",
        "通话与话后处理占在线时间的比例；长期高于 85% 难以为继。", "Talking and after-call work over staffed time; above 85 % it can't be sustained.",
        |l| ratio(l.sum(|w| w.busy_seconds), l.sum(|w| w.staffed_seconds))),
    metric!("quality.first_contact_resolution", Share, Higher, "一次解决率", "First-contact resolution",
        "接通的来电中不需要再次来电的比例。", "Answered calls that needed no second call.",
        |l| ratio(l.count(|w| w.resolved), l.count(|w| w.answered))),
    metric!("quality.inspection", Points, Higher, "质检分（真值）", "Inspection score (true)",
        "所有通话真实的质检分，而不是抽检到的分。", "True inspection score over all calls, not the sampled one.",
        |l| ratio(l.sum(|w| w.inspection_points), l.count(|w| w.answered))),
    metric!("quality.customer_satisfaction", Index, Higher, "客户满意率", "Customer satisfaction",
        "接通的来电人中满意的比例（不只参评者）。", "Satisfied share of all answered callers, not only of those who rate.",
        |l| ratio(l.count(|w| w.satisfied), l.count(|w| w.answered))),
    metric!("output.calls_per_agent_day", Calls, Neither, "人均日接听", "Calls per agent-day",
        "每人每个出勤日处理的通数。", "Calls handled per agent and worked day.",
        |l| ratio(l.count(|w| w.answered), l.sum(|w| w.agent_days))),
    metric!("output.share_reaching_target", Share, Neither, "月度达标率", "Reaching the target",
        "逐人逐月看，达到日接听目标的占多少（人月比例）。", "Agent-months that reach the call-volume target.",
        |l| ratio(f64::from(l.months.reached_target), f64::from(l.months.appraised))),
    metric!("output.resolved_calls_per_agent_day", Calls, Higher, "人均日解决", "Resolved per agent-day",
        "每人每个出勤日处理并解决的通数。", "Calls handled and resolved per agent and worked day.",
        |l| ratio(l.count(|w| w.resolved), l.sum(|w| w.agent_days))),
    metric!("wellbeing.exhaustion", Index, Lower, "疲劳", "Exhaustion",
        "全体人员每日疲劳的平均（0–1）。", "Mean over people and days, 0–1.",
        |l| ratio(l.sum(|w| w.exhaustion), l.count(|w| w.post_days))),
    metric!("wellbeing.burnt_out_share", Share, Lower, "倦怠人日", "Burnt-out days",
        "疲劳超过倦怠阈值的人日比例。", "Person-days above the burn-out threshold.",
        |l| ratio(l.count(|w| w.burnt_out), l.count(|w| w.post_days))),
    metric!("needs.existence", Index, Higher, "生存需要满足", "Existence needs met",
        "待遇、休假、负荷等生存需要的平均满足程度。", "Mean satisfaction of existence needs: pay, leave, bearable load.",
        |l| ratio(l.months.existence, f64::from(l.months.people))),
    metric!("needs.relatedness", Index, Higher, "关系需要满足", "Relatedness needs met",
        "认可、支持、归属等关系需要的平均满足程度。", "Mean satisfaction of relatedness needs: recognition, support, belonging.",
        |l| ratio(l.months.relatedness, f64::from(l.months.people))),
    metric!("needs.growth", Index, Higher, "成长需要满足", "Growth needs met",
        "进步、培训、通道等成长需要的平均满足程度。", "Mean satisfaction of growth needs: progress, training, a ladder.",
        |l| ratio(l.months.growth, f64::from(l.months.people))),
    metric!("conduct.cut_short_share", Share, Lower, "座席提前挂断", "Calls cut short",
        "接通的来电中，座席为凑通数而提前结束的比例。", "Answered calls ended early to make the count.",
        |l| ratio(l.count(|w| w.cut_short), l.count(|w| w.answered))),
    metric!("fairness.recognition_gini", Index, Lower, "奖励集中度", "Award concentration",
        "人均年获奖次数的基尼系数：0 为人人一样，1 为集中于一人。", "Gini of awards per agent-year: 0 all alike, 1 all to one.",
        |l| gini(&award_rates(l))),
    metric!("fairness.never_recognised_share", Share, Lower, "从未获奖", "Never recognised",
        "服务满一年而未得过奖的人的比例。", "Of agents with the whole year of service, those without an award.",
        |l| {
            let whole: Vec<&PersonYear> = l.people.iter().filter(|p| p.service_days == l.days).collect();
            let none = whole.iter().filter(|p| p.awards() == 0).count();
            ratio(count(none), count(whole.len()))
        }),
    metric!("fairness.merit_correlation", Correlation, Higher, "奖励与贡献相关", "Awards follow merit",
        "获奖与真实贡献（在线每日解决通数）的秩相关（Goodman–Kruskal γ）。", "Rank correlation (Goodman and Kruskal's gamma) of awards with true contribution, resolved calls per day on the phones.",
        |l| {
            let merit: Vec<f64> = settled(l)
                .map(|p| f64::from(p.resolved) / p.phone_days.max(1.0))
                .collect();
            gamma(&award_rates(l), &merit)
        }),
    metric!("fairness.selection_rate_ratio", Ratio, Higher, "获奖率之比", "Selection-rate ratio",
        "按性别、照护、年龄分组，最低组获奖率除以最高组；低于 0.8 值得追问。", "Lowest group's award rate over the highest's, by gender, care duty and age; below 0.8 (four fifths) asks for an answer.",
        selection_rate_ratio),
    metric!("fairness.perceived", Index, Higher, "公平感", "Felt fairness",
        "员工自己的公平感（分配、程序、待人）的平均。", "Agents' own sense of fairness: distribution, procedure, treatment.",
        |l| ratio(l.months.fairness, f64::from(l.months.people))),
    metric!("cost.total_per_year", Yuan, Lower, "年投入", "Cost a year",
        "招聘、培训、奖励与支持工时折合的金额。", "Recruiting, training, rewards and the hours of support, in yuan a year.",
        |l| Some(l.cost.hiring + l.cost.training + l.cost.rewards + l.cost.support)),
    metric!("fairness.distributive", Index, Higher, "分配公平感", "Felt fairness of distribution",
        "自己的认可与贡献相比同事是否相称。", "Own recognition over own contribution against colleagues'.",
        |l| ratio(l.months.justice[0], f64::from(l.months.people))),
    metric!("fairness.procedural", Index, Higher, "程序公平感", "Felt fairness of procedure",
        "标准公开、申诉、抽检、一视同仁、奖凭表现、标准够得着。", "Openness, voice, samples, consistency, awards by merit, standards within reach.",
        |l| ratio(l.months.justice[1], f64::from(l.months.people))),
    metric!("fairness.interactional", Index, Higher, "待人公平感", "Felt fairness of treatment",
        "班组长给的支持与尊重。", "Support and respect by the team leader.",
        |l| ratio(l.months.justice[2], f64::from(l.months.people))),
    metric!("fairness.recognition_theil", Strength, Lower, "奖励集中度（泰尔）", "Award concentration (Theil)",
        "人均年获奖次数的泰尔指数：0 为人人一样。", "Theil index of awards per agent-year: 0 all alike.",
        |l| theil(&award_rates(l))),
    metric!("fairness.top_tenth_share", Share, Lower, "前一成人所得", "Held by the top tenth",
        "获奖最多的一成人占全部奖励的比例（洛伦兹曲线上的一点）。", "Part of all awards held by the tenth with the most: a point of the Lorenz curve.",
        |l| top_share(&award_rates(l), 0.1)),
    metric!("fairness.luck_share", Share, Lower, "靠运气获奖", "Awards by luck",
        "换一批抽检的电话、换一次抽签就会落到别人头上的奖的比例。", "Awards that would have gone to others, had other calls been inspected and other lots been drawn.",
        |l| ratio(f64::from(l.months.awards_by_luck), f64::from(l.months.awards))),
    metric!("fairness.load_gini", Index, Lower, "愤怒来电不均", "Angry calls unevenly spread",
        "人均每日愤怒来电的基尼系数。", "Gini of angry calls per day on the phones, between people.",
        |l| {
            let load: Vec<f64> = settled(l)
                .filter(|p| p.phone_days >= 1.0)
                .map(|p| f64::from(p.angry) / p.phone_days)
                .collect();
            gini(&load)
        }),
    metric!("wellbeing.leave_granted_share", Share, Higher, "请假获准率", "Requests granted",
        "请假与调班申请获准的比例。", "Requests for leave or other hours that were granted.",
        |l| ratio(f64::from(l.months.leave_granted), f64::from(l.months.leave_asked))),
    metric!("conduct.effort_on_speed", Index, Neither, "赶快程度", "Effort on speed",
        "人们选择的赶快程度的平均（0–1）。", "Mean of the effort on speed that people chose, 0–1.",
        |l| ratio(l.months.effort[0], f64::from(l.months.people))),
    metric!("conduct.effort_on_care", Index, Higher, "细致程度", "Effort on care",
        "人们选择的细致程度的平均（0–1）。", "Mean of the effort on care that people chose, 0–1.",
        |l| ratio(l.months.effort[1], f64::from(l.months.people))),
    metric!("needs.growth_weight", Share, Neither, "成长的分量", "Weight of growth",
        "成长在三种需要中的分量；受阻时退向关系与生存。", "Growth's weight among the three needs as felt; it moves to relatedness and existence when growth is blocked.",
        |l| ratio(l.months.weights[2], f64::from(l.months.people))),
    metric!("service.busy_share", Share, Lower, "忙音率", "Busy signals",
        "打不进线的来电占全部来电的比例。", "Calls that found no line, of all that were tried.",
        |l| ratio(l.count(|w| w.blocked), l.count(|w| w.blocked + w.offered))),
    metric!("service.broken_promise_share", Share, Lower, "未回拨或转接中挂断", "Not called back or lost in transfer",
        "答应回拨而未拨到、或等专家时挂断的来电比例。", "Offered calls promised a callback that never came, or lost waiting for a specialist.",
        |l| ratio(l.count(|w| w.not_called_back + w.lost_in_transfer), l.count(|w| w.offered))),
];

/// The position of the metric with this id.
#[must_use]
pub fn position(id: &str) -> Option<usize> {
    METRICS.iter().position(|m| m.id == id)
}

#[allow(clippy::cast_precision_loss)]
fn count(n: usize) -> f64 {
    n as f64
}

/// Those with at least a quarter of the year in post: rates of shorter stays say little.
fn settled(l: &Ledger) -> impl Iterator<Item = &PersonYear> {
    let least = l.days / 4;
    l.people
        .iter()
        .filter(move |p| p.service_days > 0 && p.service_days >= least)
}

/// Awards per year of service of the settled.
fn award_rates(l: &Ledger) -> Vec<f64> {
    settled(l)
        .map(|p| f64::from(p.awards()) * f64::from(l.days) / f64::from(p.service_days))
        .collect()
}

/// Fewest service-years a group needs for its rate to be compared.
const LEAST_GROUP_YEARS: f64 = 3.0;

fn selection_rate_ratio(l: &Ledger) -> Option<f64> {
    let groupings: [fn(&PersonYear) -> bool; 3] =
        [|p| p.who.woman, |p| p.who.care_duty, |p| p.who.young];
    let mut lowest: Option<f64> = None;
    for belongs in groupings {
        let rate = |inside: bool| {
            let (mut awards, mut days) = (0.0, 0.0);
            for p in l.people.iter().filter(|p| belongs(p) == inside) {
                awards += f64::from(p.awards());
                days += f64::from(p.service_days);
            }
            let years = days / f64::from(l.days.max(1));
            (years >= LEAST_GROUP_YEARS).then(|| awards / years)
        };
        if let (Some(a), Some(b)) = (rate(true), rate(false))
            && let Some(r) = ratio(a.min(b), a.max(b))
        {
            lowest = Some(lowest.map_or(r, |known| known.min(r)));
        }
    }
    lowest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::ledger::Who;

    /// A year of 240 days with people who were there for `days`, each with an award a month for `awards`
    /// months.
    fn ledger(people: &[(Who, u32, usize)]) -> Ledger {
        let person = |(who, service_days, awards): &(Who, u32, usize)| {
            let mut year = PersonYear {
                who: *who,
                service_days: *service_days,
                ..PersonYear::default()
            };
            year.awards_by_month[..*awards].fill(1);
            year
        };
        Ledger {
            days: 240,
            people: people.iter().map(person).collect(),
            ..Ledger::default()
        }
    }

    fn who(woman: bool, young: bool) -> Who {
        Who {
            woman,
            young,
            ..Who::default()
        }
    }

    #[test]
    fn a_difference_reaches_from_the_whole_range_down_to_the_whole_range_up() {
        assert_eq!(range_of_difference(Unit::Share), (-1.0, 1.0));
        assert_eq!(range_of_difference(Unit::Correlation), (-2.0, 2.0));
        assert_eq!(range_of_difference(Unit::Points), (-100.0, 100.0));
        let everything = (f64::NEG_INFINITY, f64::INFINITY);
        assert_eq!(range_of_difference(Unit::Yuan), everything);
    }

    /// By hand.
    #[test]
    fn the_lowest_ratio_of_two_groups_counts() {
        let alike = [(who(true, false), 240, 1), (who(false, false), 240, 2)].repeat(4);
        assert_eq!(selection_rate_ratio(&ledger(&alike)), Some(0.5));
        let young = [(who(true, true), 240, 1), (who(false, true), 240, 1)].repeat(2);
        let all = [alike, young].concat();
        // Women: 6 awards in 6 years, men 10 in 6; young: 4 in 4, others 12 in 8, which is 2 to 3.
        let expected = 6.0 / 10.0;
        let found = selection_rate_ratio(&ledger(&all)).expect("two groups");
        assert!((found - expected).abs() < 1e-12, "{found}");
    }

    /// Years of service count, not heads.
    #[test]
    fn a_group_of_few_years_is_not_compared() {
        let others = [(who(false, false), 240, 2)].repeat(4);
        let few = [(who(true, false), 120, 1)].repeat(5);
        let all = [others.clone(), few].concat();
        assert_eq!(selection_rate_ratio(&ledger(&all)), None);
        let enough = [(who(true, false), 120, 1)].repeat(6);
        let all = [others, enough].concat();
        assert_eq!(selection_rate_ratio(&ledger(&all)), Some(1.0));
    }
}
