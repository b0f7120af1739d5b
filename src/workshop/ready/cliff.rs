//! «The cliff of the target»: half an hour on what a call-volume target does, and where it stops doing it.

use super::{TARGET, Words, band, curve, n, ranking, ready_lesson, t};
use crate::workshop::lesson::{Lesson, scenario_with};

pub(super) fn lesson() -> Lesson {
    let at = |target| scenario_with(&[(TARGET, n(target))]);
    ready_lesson(
        "cliff",
        t("目标的悬崖", "The cliff of the target"),
        t(
            "某公共服务机构的咨询大厅，45 人接电话。没有现金奖金，考核看接听量、通话时长和质检；每季度评一位服务之星。日接听目标定在 82 通，比多数人做得到的略高。今天只问一件事：目标往上提，会发生什么？",
            "A public body’s call hall, 45 people on the phones. There is no cash bonus; appraisal looks at call volume, talk time and inspected quality, and each quarter one person is the star of service. The target is 82 calls a day, a little above what most people manage. One question today: what happens as the target goes up?",
        ),
        30,
        vec![
            (
                Words {
                    title: t("今天的大厅", "The hall as it is"),
                    story: t(
                        "先别改任何东西。目标 82 通，照现在的办法过一年。一百个岗位上，会有多少人自己辞职？请给出一个范围：五次里有四次会落在里面的范围。",
                        "Change nothing yet. The target is 82, and a year goes by as it is. Of a hundred posts, how many people leave of their own will? Give a range on which you would bet to be right four times in five.",
                    ),
                    discuss: t(
                        "您的范围是怎么来的：自己单位的数字、一个念头，还是邻座？同一套办法，不同年份为什么差这么多？",
                        "Where did your range come from: your own centre’s figure, a hunch, the person beside you? Why do years under one and the same policy differ so much?",
                    ),
                },
                band("turnover.annual_rate", &[]),
            ),
            (
                Words {
                    title: t("往上提", "Up it goes"),
                    story: t(
                        "管理层认为目标越高，电话接得越快。请画出：日接听目标从 55 提到 95，20 秒内接起的来电比例怎样变？每个点给出您心里的中间值。",
                        "Management holds that the higher the target, the sooner calls are answered. Draw how the share of calls answered within 20 seconds changes as the target goes from 55 to 95. Each point is your middle guess.",
                    ),
                    discuss: t(
                        "曲线在哪里转弯？转弯之前，目标让人做了什么；转弯之后，又让谁不再做什么？您的单位现在在弯的哪一边，您怎么知道？",
                        "Where does the curve turn? What did the target make people do before the turn, and whom did it make stop doing what after it? On which side of the turn is your own centre, and how would you know?",
                    ),
                },
                curve("service.level", TARGET, [55.0, 65.0, 75.0, 85.0, 95.0], &[]),
            ),
            (
                Words {
                    title: t("好办法也会输", "The better plan can lose"),
                    story: t(
                        "两个办法只差一处：目标 82，或者降到 64。只看 20 秒内接起的来电比例，哪一个更好？排好名次，写一句理由。",
                        "Two plans differ in one thing: a target of 82, or 64. Judged by the share of calls answered within 20 seconds alone, which is better? Put them in order and give one line of reason.",
                    ),
                    discuss: t(
                        "假如您选对了办法，却赶上了它输的那一年：您会怎样向上级解释？反过来，选错的人赶上了好年份，还会有人追问吗？评价一个决定，该看结果还是看当时的理由？",
                        "Suppose you chose the better plan and met a year in which it loses: what would you tell your director? And would anybody question the one who chose worse and had a good year? Should a decision be judged by its outcome, or by the reasons there were at the time?",
                    ),
                },
                ranking(
                    "service.level",
                    vec![
                        (t("目标 82 通", "Target 82"), at(82.0)),
                        (t("目标 64 通", "Target 64"), at(64.0)),
                    ],
                    true,
                ),
            ),
        ],
    )
}
