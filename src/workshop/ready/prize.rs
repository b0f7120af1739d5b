//! «The paradox of the first prize»: an hour on who gets the awards, what they reach and what they miss.

use super::{Words, awards, band, choice, curve, league, n, ranking, ready_lesson, t};
use crate::workshop::lesson::Lesson;

#[expect(clippy::too_many_lines, reason = "a lesson is a text")]
pub(super) fn lesson() -> Lesson {
    ready_lesson(
        "prize",
        t("头奖的悖论", "The paradox of the first prize"),
        t(
            "同一个 45 人的大厅，没有现金可发，能给的是调休和荣誉。有人主张把头奖做大：奖给最好的人，别人自然会追。也有人主张人人都有机会。钱和时间都一样多，只是给谁不同。",
            "The same hall of 45. There is no cash to give, only hours off and honour. Some want a bigger first prize: reward the very best and the others will follow. Some want everybody to have a chance. The hours are the same; only who gets them differs.",
        ),
        60,
        vec![
            (
                Words {
                    title: t("谁从来没得过奖", "Who never gets one"),
                    story: t(
                        "现行办法一季评一星。干满一整年的人里，一次奖也没得过的占多大比例？给出五次里有四次落在里面的范围。",
                        "Today one star is chosen each quarter. Of those who stay the whole year, what share never gets an award? Give a range that holds four times in five.",
                    ),
                    discuss: t(
                        "算一算就知道的事，为什么很少有人去算？看着别人领奖的那些人，学到了什么？",
                        "Arithmetic would have told us; why does hardly anybody do it? What do those learn who watch others collect?",
                    ),
                },
                band("fairness.never_recognised_share", &[]),
            ),
            (
                Words {
                    title: t("把头奖做大", "A bigger first prize"),
                    story: t(
                        "还是一季一星，只把奖做大：每个奖附带 0、4、16、40、80 小时调休。年离职率会怎样变？请画出来。",
                        "Still one star a quarter, but a bigger prize: 0, 4, 16, 40 or 80 hours off with each. How does annual turnover follow? Draw it.",
                    ),
                    discuss: t(
                        "奖大了二十倍，够得着它的人多了几个？一个人努力之前，会先问自己什么？",
                        "The prize grew twentyfold; how many more people can reach it? What does a person ask before making an effort?",
                    ),
                },
                curve(
                    "turnover.annual_rate",
                    "rewards.awards.leave_hours_each",
                    [0.0, 4.0, 16.0, 40.0, 80.0],
                    &[],
                ),
            ),
            (
                Words {
                    title: t("同样 180 小时", "The same 180 hours"),
                    story: t(
                        "一年 180 小时调休，四种分法。哪一种最能让大家觉得被认可、有归属？从好到差排一排。",
                        "180 hours off a year, shared out in four ways. Which leaves people most recognised and at home? Put them in order.",
                    ),
                    discuss: t(
                        "抽签排在哪里，说明了什么？哪一种分法您的同事会接受，哪一种会吵起来？",
                        "Where did the lottery come, and what does that say? Which way would your colleagues accept, and which would they fight over?",
                    ),
                },
                ranking("needs.relatedness", awards(), false),
            ),
            (
                Words {
                    title: t("凭本事还是凭运气", "Merit or luck"),
                    story: t(
                        "多角度评奖，每 100 人一年约发 70 个奖。假如换一批抽检的电话、重抽一次签，有多大比例的奖会落到别人头上？",
                        "Awards from many angles, seven for ten people a year. Had other calls been inspected and lots been drawn anew, what share of awards would have gone to others?",
                    ),
                    discuss: t(
                        "知道了这个数，您还会怎样宣布获奖名单？抽检多少通，您才肯说“这是他应得的”？",
                        "Knowing this, how would you announce the winners? How many calls would you want inspected before you say “deserved”?",
                    ),
                },
                band(
                    "fairness.luck_share",
                    &[
                        ("rewards.awards.budget_hours_per_year", n(180.0)),
                        ("rewards.awards.strategy", choice("many_angles")),
                        ("rewards.awards.coverage_share", n(0.7)),
                    ],
                ),
            ),
            (
                Words {
                    title: t("各队的方案", "The teams’ schemes"),
                    story: t(
                        "分组。每队有同样的工时可花：奖励、培训、小休、减压。目标只有一个：让自己离职的人尽量少。工时超了不能交。",
                        "Into teams. Each has the same hours to spend: awards, training, rests, stress relief. One aim: as few as possible leave of their own will. A scheme over the budget can’t be handed in.",
                    ),
                    discuss: t(
                        "名次相同的几队，差别在哪里？分不清高下的时候，还可以凭什么选？",
                        "Teams that share a rank: how do their schemes differ? When results can’t tell them apart, by what else may one choose?",
                    ),
                },
                league(
                    "turnover.annual_rate",
                    &[
                        "rewards.awards.budget_hours_per_year",
                        "rewards.awards.coverage_share",
                        "development.training.hours_per_month",
                        "support.rest_minutes_per_day",
                        "support.stress_relief.frequency_per_month",
                    ],
                    5400.0,
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
