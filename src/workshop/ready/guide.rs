//! The trainer's guides: what each lesson is for, its minutes step by step, and what to beware of.

use super::t;
use crate::scenario::field::Text;

/// A trainer's guide.
pub struct Guide {
    /// What people should take home.
    pub aim: Text,
    /// Step by step.
    pub steps: Vec<Step>,
    /// What to beware of.
    pub beware: Text,
}

/// One step of a guide.
pub struct Step {
    /// Its round, from 0; None before and after the rounds.
    pub round: Option<usize>,
    /// Minutes planned for it.
    pub minutes: u32,
    /// What to do.
    pub does: Text,
}

fn step(round: impl Into<Option<usize>>, minutes: u32, zh: &'static str, en: &'static str) -> Step {
    Step {
        round: round.into(),
        minutes,
        does: t(zh, en),
    }
}

fn opening(minutes: u32) -> Step {
    step(
        None,
        minutes,
        "投出链接和二维码，等大家打开。念一遍情境；说明范围的意思：五次里中四次，太宽太窄都丢分。",
        "Show link and QR code and wait until everybody is in. Read the story aloud. Say what a range means: right four times in five; too wide and too narrow both cost points.",
    )
}

fn closing(minutes: u32) -> Step {
    step(
        None,
        minutes,
        "每人写下一句：今天我改了哪个想法，回去要先量什么。收上来念几句，不点名。",
        "Everybody writes one line: what I changed my mind on, and what I shall measure first. Read a few aloud without names.",
    )
}

/// The guide of a ready lesson.
#[must_use]
pub fn guide(id: &str) -> Guide {
    match id {
        "prize" => prize(),
        "fair" => fair(),
        _ => cliff(),
    }
}

fn cliff() -> Guide {
    Guide {
        aim: t(
            "目标先有用、后有害，中间有个弯；单看一年的结果，分不出办法的好坏。",
            "A target helps, then harms, with a turn between; and one year’s outcome doesn’t tell a good plan from a bad one.",
        ),
        steps: vec![
            opening(4),
            step(
                0,
                7,
                "多数人会给得太窄。先看直方图，再揭晓；表扬宽窄合适的人，不表扬碰对的人。",
                "Most ranges will be too narrow. Show the room’s histogram first, then the result. Praise fitting width, not a lucky hit.",
            ),
            step(
                1,
                9,
                "让两个画法相反的人各说一句，再揭晓。追问：弯在哪里，为什么是那里。",
                "Let two people with opposite curves speak, then show the result. Ask where the turn is, and why there.",
            ),
            step(
                2,
                7,
                "先问选哪一个，再翻看它输的那些年份。别急着讲道理，让选对而输的人自己说。",
                "Ask for the choice first, then go through the years in which it loses. Don’t lecture: let those speak who chose well and lost.",
            ),
            closing(3),
        ],
        beware: t(
            "数字是这个假想大厅的，不是在座各位单位的。有人问“我们该定多少”，请他用主页面填自己的数。",
            "The figures are this imagined hall’s and nobody’s in the room. Whoever asks “so what should ours be” puts their own numbers into the main page.",
        ),
    }
}

fn prize() -> Guide {
    Guide {
        aim: t(
            "奖的大小不如够得着的人多；一个奖里有多少是运气，要先算再颁。",
            "How many can reach an award counts for more than its size; and how much of it is luck should be known before it is handed out.",
        ),
        steps: vec![
            opening(4),
            step(
                0,
                8,
                "揭晓前请大家举手：去年您拿过奖吗？",
                "Before the reveal, a show of hands: did you get an award last year?",
            ),
            step(
                1,
                11,
                "画平的人少。请画平的人说理由。",
                "Few draw a flat line. Ask those who did for their reason.",
            ),
            step(
                2,
                11,
                "分不清的就说分不清，别逼出名次。",
                "Where plans can’t be told apart, say so; don’t force an order.",
            ),
            step(
                3,
                9,
                "提醒：运气份额说的是评奖方式，不是说获奖人不行。",
                "Remind them: the share of luck is about the procedure, not about the winners.",
            ),
            step(
                4,
                13,
                "六分钟设计，交码，揭晓名次。名次相同就是相同。",
                "Six minutes to design, hand in codes, show the table. A shared rank is a shared rank.",
            ),
            closing(4),
        ],
        beware: t(
            "在座可能有去年的服务之星。讨论对事不对人，别让人为自己的奖辩护。",
            "Last year’s star may sit in the room. Talk about the rule, not the person, and let nobody defend their own award.",
        ),
    }
}

fn fair() -> Guide {
    Guide {
        aim: t(
            "公平不止一种，同一套办法在不同尺子下名次不同；先说清用哪一种，再谈公平不公平。",
            "There is more than one kind of fair, and one plan ranks differently on each. Say which kind is meant before judging.",
        ),
        steps: vec![
            opening(5),
            step(
                0,
                10,
                "名次记在白板上，后两轮并排对照。",
                "Write the order on the board; the next two go beside it.",
            ),
            step(
                1,
                12,
                "只问一个问题：两张名次为什么不一样。",
                "Ask one thing only: why do the two orders differ.",
            ),
            step(
                2,
                12,
                "请不同意模型的人说话：您的同事会怎样觉得？",
                "Invite those who disagree with the model: what would your colleagues feel?",
            ),
            step(
                3,
                12,
                "范围会很宽，这正是要点：人少的时候，差距里有多少是偶然。",
                "The range is wide, and that is the point: with few people, how much of a gap is chance?",
            ),
            step(
                4,
                12,
                "画完再揭晓。问：这件事明天就能做吗？",
                "Draw, then show. Ask: could we do this tomorrow?",
            ),
            step(
                5,
                21,
                "八分钟设计，交码，揭晓名次，各队一分钟说明自己放弃了什么。",
                "Eight minutes to design, hand in, show the table; each team says in a minute what it gave up.",
            ),
            closing(6),
        ],
        beware: t(
            "不要给“公平”打一个总分。有人拿自己的遭遇举例时，先听完，再回到模型能看见的部分。",
            "Don’t give fairness one total mark. When somebody speaks of their own case, hear them out before returning to what the model can see.",
        ),
    }
}
