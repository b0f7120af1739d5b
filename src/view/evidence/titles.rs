//! What each fact, experiment and extreme says, in both languages.

use crate::scenario::field::Text;

macro_rules! titles {
    ($(#[$doc:meta])* $name:ident { $($id:literal: $zh:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        const $name: &[(&str, Text)] = &[$(($id, Text { zh: $zh, en: $en })),+];
    };
}

titles! {
    /// Facts, by number.
    FACTS {
        "1a": "现状情景的年自愿离职率", "Annual voluntary turnover of the present centre";
        "1b": "论文方案的离职比现状少", "Under the paper's proposals turnover is lower by";
        "2a": "入职头半年的离职风险高于第二个半年（每月之差）", "Hazard of leaving in the first half year above the second (a month)";
        "2b": "第二个半年的离职风险高于两年以后", "Hazard in the second half year above that beyond two years";
        "3a": "解决量对目标呈倒 U：峰值高于最低目标处", "Resolved calls over the target, inverted U: peak above the lowest target";
        "3b": "倒 U：峰值高于最高目标处", "Inverted U: peak above the highest target";
        "3c": "峰值处的月度达标率", "Share reaching the target at the peak";
        "4a": "目标由现行的三分之二升到现行，离职上升", "Turnover rises from two thirds of the present target to the present one";
        "4b": "目标再高，离职升得更陡（按目标的倍数）", "Beyond, it rises more steeply (per multiple of the target)";
        "4c": "目标高出四成，质检分下降", "A target 40 % higher lowers the inspection score";
        "4d": "目标高出四成，客户满意率下降", "A target 40 % higher lowers customer satisfaction";
        "5": "目标高于需求所容，几乎无人达到", "A target above what demand allows is reached by nobody";
        "6a": "权重从质检移到接听量，接听增加", "Weight from inspection to volume raises handled calls";
        "6b": "同上，一次解决率下降", "The same lowers first-contact resolution";
        "6c": "同上，客户满意率下降", "The same lowers customer satisfaction";
        "6d": "再加入客户评价，解决率回升", "Customer rating besides brings resolution back";
        "7a": "抽检更多，奖励与贡献更相符", "More inspected calls: awards follow merit more";
        "7b": "抽检更多，获奖中的运气更少", "More inspected calls: less luck in winning";
        "8a": "广覆盖假设：覆盖面由 5% 到 40%，离职下降", "Wide hypothesis: turnover falls as coverage goes from 5 to 40 %";
        "8b": "再往后变平", "Beyond, it flattens";
        "8c": "稀缺假设：覆盖 5% 时，每处理小时做得比 40% 时多", "Exclusive hypothesis: more is done per hour of handling at 5 % than at 40 %";
        "8d": "同样预算下，抽签最不随贡献", "At one budget the lottery follows merit least";
        "9a": "一季一星，多数人一年不获奖", "One star a quarter leaves most without an award";
        "9b": "多角度评奖，不获奖者不到一半", "Many angles leave less than half without one";
        "10a": "减压使疲劳下降（以人与人之间的标准差计）", "Stress relief lowers exhaustion (standard deviations between persons)";
        "10b": "停止半年后效果剩下的部分", "What is left of it half a year after it ended";
        "11a": "弹性工作使离职减少", "Flexible hours lower leaving by";
        "11b": "有照护责任者减少得更多", "More so for those with care duties";
        "12a": "占用率由约 80% 到 92%", "Occupancy from some 80 to 92 %";
        "12b": "疲劳上升", "raises exhaustion";
        "12c": "离职上升", "raises turnover";
        "12d": "减负后四至六个月，所增疲劳还剩", "Freed, what is left of the added exhaustion after four to six months";
        "13a": "新人每通用时更长", "New people take longer for a call";
        "13b": "新人解决得更少", "New people solve fewer calls";
        "13c": "离职高的中心，同样定员下服务水平更低", "A centre with high turnover has a lower service level at equal posts";
        "14a": "取消通道，成长需要下降", "Without the ladder growth needs are met less";
        "14b": "侧重由成长退向关系与生存", "Weight moves from growth to relatedness and existence";
        "14c": "关闭该假设后不再移动（占上项之比）", "With the hypothesis off it does not (as a part of the above)";
        "15": "班组每走一人，其余人的离职风险上升", "A leaver raises the team's hazard by";
        "16a": "公开凭绩获奖后三个月，获奖者每处理小时多做", "Three months after a public award by merit, winners do more per hour of handling by";
        "16b": "半年后剩下不到一半", "Half a year later less than half of that is left";
        "h1": "绩效与随后一年离职的相关", "Performance with quitting within the next year";
        "h2": "疲劳与绩效的相关", "Exhaustion with performance";
        "h3": "满意与绩效的相关", "Satisfaction with performance";
        "h4": "女性的疲劳略高（标准差）", "Women are a little more exhausted (standard deviations)";
        "h5": "各厅离职率与客户满意的相关", "Halls' turnover with their customers' satisfaction";
        "h6": "负荷更重，病假更多", "A heavier load: more sick days";
        "h7a": "奖金与数量的相关", "A bonus with quantity";
        "h7b": "奖金与质量的相关", "A bonus with quality";
        "h8": "放弃率 = 平均等待 ÷ 平均耐心（最大偏差）", "Abandonment is mean wait over mean patience (largest deviation)";
        "h9": "同样占用率下，四倍大的厅服务水平更高", "At equal occupancy a hall four times as large has a higher service level";
        "h10": "司龄不满一年者占在岗的比例", "Share of the staff in its first year";
        "h11": "离职者中新人多于在岗者中", "Newcomers are more of the leavers than of the staff";
        "h12": "疲劳隔近一年的自相关", "Exhaustion with itself most of a year later";
        "h13": "满意隔近一年的自相关", "Satisfaction with itself most of a year later";
        "h14": "目标够不着时提前挂断更多", "Targets out of reach: more calls cut short";
        "h15": "按结果给钱，更多的是慢的人走", "Pay by results: it is more the slow who leave";
        "h16": "性别与离职的相关", "Gender with quitting";
        "h17": "解决率每升一点，满意率升多少点", "Points of satisfaction for a point of resolution";
        "l1": "满意与随后一年离职的相关", "Satisfaction with quitting within the next year";
        "l2": "疲劳与随后一年离职的相关", "Exhaustion with quitting within the next year";
        "l3": "疲劳与病假的相关", "Exhaustion with sick days";
        "l4": "疲劳与离职倾向的相关", "Exhaustion with the inclination to leave";
        "l5": "公平感与离职倾向的相关", "Felt fairness with the inclination to leave";
        "l6": "请假被拒与疲劳的相关", "Leave refused with exhaustion";
        "l7": "难而够得着的目标使每处理小时做得更多（标准差）", "A hard goal within reach: more done per hour of handling (standard deviations)";
        "l8": "人与人之间通话时长的对数标准差", "Spread of people's mean call length (standard deviation of the log)";
        "l9": "提前挂断是少数人的习惯（标准差比均值）", "Cutting short is a few people's habit (spread over mean)";
    }
}

titles! {
    /// Re-run experiments.
    TRIALS {
        "symbolic": "象征性公开奖：所做的工作", "A symbolic public award: work done";
        "training": "一周培训：每处理小时的通数", "A week of training: calls per hour of handling";
        "helpful": "奖励乐于助人：获奖者随后每处理小时的通数", "An award for helpfulness: calls per hour of handling after it";
        "home.leaving": "在家工作九个月：离职", "Nine months of work from home: leaving";
        "home.calls": "在家工作九个月：每应勤日通数", "Nine months of work from home: calls per day due";
        "exclusive": "只奖励最好的三分之一强：所做的工作", "Recognition for the best three of eight: work done";
        "laundry": "可见的奖挤出：效率", "A visible award crowds out: efficiency";
        "support": "弹性加上级支持：一年离职", "Flexibility and support by leaders: leaving in a year";
        "hybrid.leaving": "混合办公半年：离职", "Half a year of hybrid work: leaving";
        "hybrid.work": "混合办公半年：工作量不变", "Half a year of hybrid work: work unchanged";
    }
}

titles! {
    /// What differs from the original, and why a failure is one.
    NOTES {
        "symbolic": "原文：约两小时的录入任务，一奖；此处：每月一奖、看前三个月，因为本模型每月才改变一次努力。", "Original: a task of some hours, one award. Here: one award a month over three months, as people change their effort monthly.";
        "training": "原文：37 人受训、49 人对照，以平均处理时长的倒数计。此处全厅每月 12 小时，看半年。", "Original: 37 trained, 49 controls, measured by the inverse of handling time. Here the whole hall has 12 hours a month, over half a year.";
        "helpful": "原文奖励与通数无关的助人；此处为同事投票。已核对：显著、短暂；数字未能核对。", "Original: for conduct unrelated to calls. Here colleagues vote. Looked up: significant and short-lived; the figure could not be.";
        "home.leaving": "本模型没有在家工作，只有弹性时间：没有通勤、没有安静的房间。两厅各 125 人（原文 131 与 118）；人数与 17% 对 35% 凭记忆，减半已核对。", "The model has flexible hours and no work from home: no commute, no quiet room. Halls of 125 each (131 and 118 then). That it halved was looked up; 17 against 35 % was not.";
        "home.calls": "原文 13% 中 9 个点来自更多在线分钟：少休息、少病假。本模型的弹性不延长在线时间。", "Of the 13 %, nine came from more minutes on the phones. Flexible hours here add no minutes.";
        "exclusive": "原文事先不宣布；本模型只有宣布的奖。数字未能核对。", "Unannounced in the original; here awards are announced. The figure could not be looked up.";
        "laundry": "原文为全勤奖；本模型没有考勤奖，代之以公开抽奖，且打开挤出假设。−1.4% 为 2013 年工作论文的全厂数字。", "An attendance award in the original; here a public draw, with the crowding-out hypothesis on. −1.4 % is the plant's figure in the working paper of 2013.";
        "support": "降低离职已核对，幅度凭记忆。上级支持由一半升到 65%。", "That it lowered leaving was looked up, the size was not. Leaders' support goes from 50 to 65 %.";
        "hybrid.leaving": "两厅各 225 人（原文共 1,612 人）。减少三分之一已核对；7.2% 与 4.8% 凭记忆。", "Halls of 225 each (1,612 people in all then). A third was looked up; 7.2 and 4.8 % were not.";
        "hybrid.work": "原文：绩效评定等效。此处以每处理小时的通数计，±3% 为作者的界限。", "Original: equivalent reviews. Here calls per hour of handling, with ± 3 % as the authors' margin.";
    }
}

titles! {
    /// What the model can't be asked.
    CANT_ASK {
        "Oyer 1998; Larkin 2014": "期限前赶工：努力按月选定，月内没有早晚。", "Effort before a deadline: effort is chosen by the month and has no course within it.";
        "Mas & Moretti 2009": "身边快的人带动自己：看不见邻座的速度。", "Fast colleagues near by: nobody sees a neighbour's pace.";
        "Ashraf, Bandiera & Lee 2014; Barankay 2012": "只告知名次：没有不带奖励的排名反馈。", "Rank alone: there is no feedback of ranks without awards.";
        "Breza, Kaur & Shamdasani 2018": "同工不同酬：人人工资相同。", "Unequal pay: everybody's pay is the same.";
        "Cohn, Fehr, Herrmann & Schneider 2014": "减同事的工资：工资不会变。", "A pay cut for colleagues: pay never changes.";
        "Hong, Hossain, List & Tanaka 2018": "计件改计时：没有计件工资，只有按分的奖金。", "Piece rates: there is a bonus by score and no rate per piece.";
    }
}

titles! {
    /// Extremes.
    EXTREMES {
        "one-person": "只有一人", "one person";
        "one-person-for-a-halls-calls": "一人接一个厅的来电", "one person for a hall's calls";
        "2000-people": "2,000 人", "2,000 people";
        "no-demand": "没有来电", "no demand";
        "tenfold-demand": "十倍来电", "tenfold demand";
        "target-nought": "目标为零", "a target of nought";
        "target-impossible": "目标不可能", "an impossible target";
        "volume-alone-counts": "只考接听量", "volume alone counts";
        "talk-time-alone-counts": "只考通话时长", "talk time alone counts";
        "inspection-alone-counts": "只考质检", "inspection alone counts";
        "rating-alone-counts": "只考客户评价", "rating alone counts";
        "everybody-leaves": "人人离开，无人补缺", "everybody leaves and nobody follows";
        "everybody-leaves-and-is-replaced-at-once": "人人离开，当天补缺", "everybody leaves and is replaced at once";
        "nobody-may-be-hired": "不许招人", "nobody may be hired";
        "nobody-is-patient": "没有人肯等", "nobody is patient";
        "everybody-calls-again": "人人再来电", "everybody calls again";
    }
}

fn of(titles: &'static [(&'static str, Text)], id: &str) -> Option<Text> {
    titles
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| *text)
}

/// What a fact says.
#[must_use]
pub fn fact(id: &str) -> Option<Text> {
    of(FACTS, id)
}
/// What an experiment was about.
#[must_use]
pub fn trial(id: &str) -> Option<Text> {
    of(TRIALS, id)
}
/// What differs from the original.
#[must_use]
pub fn note(id: &str) -> Option<Text> {
    of(NOTES, id)
}
/// Why a study can't be asked of the model.
#[must_use]
pub fn cant_ask(study: &str) -> Option<Text> {
    of(CANT_ASK, study)
}
/// What an extreme is.
#[must_use]
pub fn extreme(id: &str) -> Option<Text> {
    of(EXTREMES, id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::field::Language;
    use crate::scenario::source::foreign;
    use crate::study::evidence::{docking, extremes, facts};

    #[test]
    fn everything_has_words_in_both_languages_and_no_words_are_left_over() {
        let facts_ids: Vec<&str> = facts::all().map(|f| f.id).collect();
        let trials: Vec<&str> = docking::TRIALS.iter().map(|t| t.id).collect();
        let cant: Vec<&str> = facts::held_out::NOT_EXPRESSIBLE.to_vec();
        let edges: Vec<&str> = extremes::EXTREMES.iter().map(|(id, _)| *id).collect();
        for (titles, ids) in [
            (FACTS, facts_ids),
            (TRIALS, trials.clone()),
            (NOTES, trials),
            (CANT_ASK, cant),
            (EXTREMES, edges),
        ] {
            let mut written: Vec<&str> = titles.iter().map(|(id, _)| *id).collect();
            let mut ids = ids;
            written.sort_unstable();
            ids.sort_unstable();
            assert_eq!(written, ids);
            for (id, text) in titles {
                assert!(!text.zh.is_ascii() && !text.en.is_empty(), "{id}");
            }
        }
    }

    #[test]
    fn what_is_cited_is_chinese_in_chinese() {
        let trials = docking::TRIALS.iter().map(|t| (t.id, t.source));
        for (id, source) in facts::all().map(|f| (f.id, f.source)).chain(trials) {
            let said = source.cite.get(Language::Zh);
            assert_eq!(foreign(&said), [""; 0], "{id}: {said}");
        }
    }
}
