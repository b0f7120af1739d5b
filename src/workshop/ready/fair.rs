//! «How many kinds of fair»: an hour and a half on meanings of fairness that can't all be had at once.

use super::{Words, awards, band, choice, curve, league, n, ranking, ready_lesson, t};
use crate::workshop::lesson::Lesson;

#[expect(clippy::too_many_lines, reason = "a lesson is a text")]
pub(super) fn lesson() -> Lesson {
    ready_lesson(
        "fair",
        t("公平有几种", "How many kinds of fair"),
        t(
            "还是那个大厅。评奖结果一公布，有人说“凭本事，公平”，有人说“怎么又是他”。两边说的都是公平，却不是一回事。今天把“公平”拆开来看：拿到的是否相近、是否凭贡献、各类人机会是否相当、规矩是否透明。",
            "The same hall. When the awards are announced, some say “on merit, fair enough”, others “him again?”. Both speak of fairness, but not of the same thing. Today we take fairness apart: alike in what one gets, according to merit, equal chances for all groups, rules that are open.",
        ),
        90,
        vec![
            (
                Words {
                    title: t("拿得一样多", "All alike"),
                    story: t(
                        "四种分法，同样 180 小时。按“获奖次数在人与人之间最平均”来排，从最平均到最集中。",
                        "Four ways to share out the same 180 hours. Order them by how evenly awards fall among people, the most even first.",
                    ),
                    discuss: t(
                        "人人一样就公平吗？您愿意给谁多一点，凭什么？",
                        "Is alike fair? To whom would you give more, and on what ground?",
                    ),
                },
                ranking("fairness.recognition_gini", awards(), false),
            ),
            (
                Words {
                    title: t("凭贡献", "According to merit"),
                    story: t(
                        "还是这四种分法。换一把尺子：谁解决的电话多，谁获奖多。从最合乎贡献到最不合，再排一次。",
                        "The same four ways, another yardstick: who solves more calls gets more awards. Order them again, the most merited first.",
                    ),
                    discuss: t(
                        "两次排名差在哪里？有没有一种分法两把尺子都排第一？您的单位嘴上说的是哪一把，手里用的又是哪一把？",
                        "How do the two orders differ? Is any way first on both? Which yardstick does your organisation speak of, and which does it use?",
                    ),
                },
                ranking("fairness.merit_correlation", awards(), false),
            ),
            (
                Words {
                    title: t("他们自己觉得", "As they feel it"),
                    story: t(
                        "不问尺子，问人。四种分法下，员工自己的公平感谁高谁低？排第三次。",
                        "No yardstick now; ask the people. Under which way do they themselves feel most fairly treated? Order them a third time.",
                    ),
                    discuss: t(
                        "第三张名次更像第一张还是第二张？差别大到值得为它改制度吗？",
                        "Is the third order more like the first or the second? Are the differences large enough to change a rule for?",
                    ),
                },
                ranking("fairness.perceived", awards(), false),
            ),
            (
                Words {
                    title: t("各类人的机会", "Chances of groups"),
                    story: t(
                        "多角度评奖。按性别、是否照护家人、年龄分组，获奖率最低的一组是最高一组的多少？1 是一样，0.8 以下就该追问。",
                        "Awards from many angles. By gender, care duty and age: what is the lowest group’s award rate over the highest’s? 1 is equal; below 0.8 asks for an answer.",
                    ),
                    discuss: t(
                        "模型里没有人存心偏袒。那差距从哪里来：班次、家里的事、运气，还是人少？您单位的同类数字有人算过吗？",
                        "Nobody in the model means to favour anyone. Where does the gap come from: shifts, home, luck, or small numbers? Has anybody worked it out where you are?",
                    ),
                },
                band(
                    "fairness.selection_rate_ratio",
                    &[
                        ("rewards.awards.budget_hours_per_year", n(180.0)),
                        ("rewards.awards.strategy", choice("many_angles")),
                        ("rewards.awards.coverage_share", n(0.7)),
                    ],
                ),
            ),
            (
                Words {
                    title: t("把规矩摊开", "Open rules"),
                    story: t(
                        "奖一个不加，只把评分标准公开：从全不公开到全公开。员工的程序公平感怎样变？画出来。",
                        "Not one award more; only the criteria are laid open, from not at all to fully. How does felt fairness of procedure follow? Draw it.",
                    ),
                    discuss: t(
                        "公开几乎不花工时，为什么还是少有人做？公开之后，什么会变得更难？",
                        "Openness costs hardly any hours; why is it rare all the same? What becomes harder once rules are open?",
                    ),
                },
                curve(
                    "fairness.procedural",
                    "appraisal.openness_share",
                    [0.0, 0.25, 0.5, 0.75, 1.0],
                    &[],
                ),
            ),
            (
                Words {
                    title: t("您来定规矩", "Your rules"),
                    story: t(
                        "分组，同一份工时预算。奖励工时、覆盖面、标准公开、让员工说话、日接听目标都由您定。看谁的大厅公平感最高。",
                        "Into teams, one budget of hours. Award hours, coverage, openness, voice and the volume target are yours. Whose hall feels fairest?",
                    ),
                    discuss: t(
                        "最高的那一队，牺牲了前三轮里的哪一种公平？如果只能写一条进制度，您写哪一条？",
                        "Which of the first three kinds of fair did the top team give up? If you could write one sentence into the rules, which?",
                    ),
                },
                league(
                    "fairness.perceived",
                    &[
                        "rewards.awards.budget_hours_per_year",
                        "rewards.awards.coverage_share",
                        "appraisal.openness_share",
                        "appraisal.voice_share",
                        "appraisal.kpis.call_volume.target_per_day",
                    ],
                    400.0,
                    &[
                        ("rewards.awards.strategy", choice("many_angles")),
                        ("rewards.awards.budget_hours_per_year", n(180.0)),
                        ("rewards.awards.coverage_share", n(0.7)),
                    ],
                ),
            ),
        ],
    )
}
