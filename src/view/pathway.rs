//! What lies behind each pathway of a difference: its mechanism in a sentence, and the constants that carry
//! it, each with its source in the catalogue.

use crate::scenario::field::{Field, Text};
use crate::study::pathway::Pathway;

/// What lies behind a pathway.
#[derive(Clone, Copy, Debug)]
pub struct Behind {
    /// The mechanism.
    pub says: Text,
    constants: &'static [&'static str],
}

impl Behind {
    /// The constants that carry the mechanism most.
    pub fn constants(&self) -> impl Iterator<Item = &'static Field> {
        let paths = self.constants.iter();
        paths.filter_map(|path| crate::scenario::find(&format!("behaviour.parameters.{path}")))
    }
}

/// What lies behind it.
#[must_use]
pub fn behind(pathway: Pathway) -> Behind {
    let (zh, en, constants): (_, _, &[&str]) = match pathway {
        Pathway::Workload => (
            "来电比人手多，队就长、通话占用率就高；高于舒适水平的占用率和愤怒来电累积成疲劳，疲劳让人接得慢、解决得少，也更想走。",
            "More calls for each person mean longer queues and higher occupancy; occupancy above what is comfortable and angry callers add up to exhaustion, and exhausted people are slower, solve less and are likelier to leave.",
            &["strain.load", "strain.anger", "quit.exhaustion"],
        ),
        Pathway::Relief => (
            "减压活动降低之后若干周里攒下的疲劳，效果慢慢消退；疲劳轻的人接得好，也更少想走。",
            "Stress relief lowers the exhaustion that builds up over the following weeks and fades; those who are less exhausted serve better and think less of leaving.",
            &[
                "strain.relief",
                "strain.relief_half_life_days",
                "quit.exhaustion",
            ],
        ),
        Pathway::Targets => (
            "目标够得着就让人使劲；太高就没有盼头，有人放弃，有人为凑数提前挂断，压力还会增加疲劳。",
            "A target within reach makes people try; one out of reach leaves no hope: some give up, some cut calls short, and the pressure adds to exhaustion.",
            &["effort.value", "effort.discouragement", "quit.hopeless"],
        ),
        Pathway::Openness => (
            "标准公开、能参与能申诉，程序就显得公平；觉得公平的人更尽力，也更少想走。",
            "Open criteria and a voice make the procedure feel fair; those who feel treated fairly try harder and think less of leaving.",
            &["fairness.openness", "fairness.voice", "quit.unfairness"],
        ),
        Pathway::Recognition => (
            "获奖带来一阵好心情和归属感，但会消退；看着成绩更低的同事获奖会伤人，也显得不公。奖给多少人、按什么给、谁看得见，决定哪一边更重。",
            "An award warms for a while; being passed over for somebody with less to show hurts and feels unfair. How many get one, for what, and who sees it decide which side weighs more.",
            &[
                "recognition.lift",
                "recognition.passed_over",
                "recognition.crowding",
            ],
        ),
        Pathway::Pay => (
            "报酬相对别处的高低改变别处机会的吸引力；奖金和按绩效给的假让达标更值得。",
            "Pay against what others offer changes the pull of other jobs; bonus and leave by merit make targets worth more.",
            &[
                "quit.pay_elasticity",
                "effort.bonus_full",
                "existence.material",
            ],
        ),
        Pathway::Leave => (
            "家里需要的时候能请到假、能调班，生存需要就得到满足，工作和家庭的冲突少攒疲劳；被拒则相反，带病上班还会拖长病程。",
            "Leave and moved hours when home needs them meet existence needs and spare exhaustion from conflict; refusals do the opposite, and working while ill makes illness drag on.",
            &["existence.leave", "strain.conflict", "quit.flexible_worth"],
        ),
        Pathway::Leaders => (
            "班组长的支持满足关系需要，也减轻愤怒来电带来的疲劳；班组大小决定同谁比较、有人离开时影响到谁。",
            "A team leader's support meets relatedness needs and cushions hard calls; the size of teams decides with whom people compare themselves and whom a leaver touches.",
            &[
                "relatedness.supervisor",
                "strain.anger_support",
                "quit.contagion",
            ],
        ),
        Pathway::Growth => (
            "培训让人解决得更多、接得更快，职业通道给人盼头；培训也占去接电话的时间。",
            "Training makes people solve more and faster, and a ladder gives hope; training also takes hours off the phones.",
            &["skill.knowledge_logit", "growth.ladder", "growth.training"],
        ),
        Pathway::Hiring => (
            "新人头几个月慢、解决得少，也最容易走；招什么人、多快补上空缺，决定大厅里有多少新手。",
            "New people are slower, solve less and are likeliest to leave in their first months; whom a centre hires and how fast it fills posts decide how many of them there are.",
            &["skill.entry_slowness", "quit.newcomer", "quit.dropout"],
        ),
        Pathway::Assumptions => (
            "这不是政策的作用：两边对人的假设本来就不同。",
            "This is no effect of policy: the two sides take people to be different.",
            &["quit.base"],
        ),
    };
    Behind {
        says: Text { zh, en },
        constants,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::catalogue;

    #[test]
    fn every_pathway_names_constants_of_the_catalogue() {
        for pathway in catalogue().filter_map(|field| Pathway::of(field.path)) {
            let behind = behind(pathway);
            assert_eq!(
                behind.constants().count(),
                behind.constants.len(),
                "{pathway:?}"
            );
        }
    }
}
