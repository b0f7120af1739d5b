//! Texts of the tour and of the glossary.

use super::words;
use crate::scenario::field::Text;

words! {
    START = "两分钟导览", "Two-minute tour";
    HEADLINE = "第一句就是发现：目标多高，一年走多少人，质量如何，多少人够得着。改了参数，它跟着变。", "The first sentence is the finding: how high the target is, how many leave in a year, how quality fares, who reaches it. It changes with what you change.";
    TILES = "几个主要数字。中间是中位数，括号里是 90% 的模拟所在的范围；只差一点的，就当没差。", "The main numbers. The one in the middle is the median, the range holds 90% of the simulations; a small difference is best taken for none.";
    LEVER = "拖动目标再松手：同一批人、同一批运气，把这一年再过一遍。工作量、奖励、支持、培训和晋升在参数栏里。", "Drag the target and let go: the same people under the same luck live the year again. Workload, awards, support, training and careers are among the parameters.";
    YEAR = "一年的走势，色带是 90% 的模拟。点进图里可用方向键逐点读；旁边可换成表格，也可存成图片或 CSV。", "The course of the year; the band holds 90% of the simulations. Arrow keys read it point by point; beside it are the table, and pictures or CSV to keep.";
    SCREENS = "别的问题各有一页：目标能定多高，奖励该给谁，谁吃亏，什么会推翻结论。“现场”和“员工故事”看得到一个个人。", "Other questions have screens of their own: how high the target may be, who should get the awards, who bears the cost, what would overturn it. Floor and People show single people.";
    LINK = "链接就是存档：谁打开它，谁就看到同样的情景、同样的结果。您输入的一切都不离开这台机器。", "The link is the save file: whoever opens it sees the same scenario and the same results. Nothing that you type leaves this machine.";
    LEAVE = "退出导览", "Leave";
    BACK = "上一步", "Back";
    ON = "下一步", "Next";
    DONE = "完成", "Done";
    GLOSSARY = "术语表", "Glossary";
}

/// A term and what it means here.
pub const TERMS: [(Text, Text); 12] = [
    (
        Text {
            zh: "话务强度",
            en: "Offered load",
        },
        Text {
            zh: "来电数乘平均处理时长：同时要有几个人在说话才接得完。",
            en: "Calls times handling time: how many people would have to be talking at once.",
        },
    ),
    (
        Text {
            zh: "通话占用率",
            en: "Occupancy",
        },
        Text {
            zh: "在线时间里，通话和话后处理占多少。",
            en: "The part of staffed time spent on calls and after-call work.",
        },
    ),
    (
        Text {
            zh: "工时损耗率",
            en: "Shrinkage",
        },
        Text {
            zh: "付了薪但不在电话上的时间：休假、培训、休息、缺勤。",
            en: "Paid time that is not on the phones: leave, training, breaks, absence.",
        },
    ),
    (
        Text {
            zh: "服务水平",
            en: "Service level",
        },
        Text {
            zh: "在目标等待时间内接起的来电占多少。",
            en: "The share of calls answered within the target wait.",
        },
    ),
    (
        Text {
            zh: "放弃率",
            en: "Abandonment",
        },
        Text {
            zh: "没等到接起就挂断的来电占多少。",
            en: "The share of callers who hang up before they are answered.",
        },
    ),
    (
        Text {
            zh: "一次解决率",
            en: "First-call resolution",
        },
        Text {
            zh: "一通电话就办成的来电占多少；没办成的会再打来。",
            en: "The share of enquiries settled in one call; the others call again.",
        },
    ),
    (
        Text {
            zh: "期望",
            en: "Expectancy",
        },
        Text {
            zh: "员工凭自己的经历，相信努力能换来达标的程度。",
            en: "How far people believe, from their own experience, that effort will reach the target.",
        },
    ),
    (
        Text {
            zh: "离职风险",
            en: "Hazard of leaving",
        },
        Text {
            zh: "在岗的人这个月决定离开的可能性；可以拆成各个原因的份额。",
            en: "The chance that somebody decides to leave this month; it can be taken apart by cause.",
        },
    ),
    (
        Text {
            zh: "实际覆盖面",
            en: "Coverage reached",
        },
        Text {
            zh: "一年里至少得过一次奖的人占多少；计划的覆盖面是参数，实际的往往更小。",
            en: "The share of people recognised at least once in a year; what is planned is a parameter, and what is reached is often less.",
        },
    ),
    (
        Text {
            zh: "基尼系数",
            en: "Gini coefficient",
        },
        Text {
            zh: "0 表示人人一样多，1 表示一个人全拿。",
            en: "0 when everybody gets the same, 1 when one person gets all.",
        },
    ),
    (
        Text {
            zh: "同样的运气",
            en: "Common luck",
        },
        Text {
            zh: "两个情景遇到同样的来电、同样的应聘者，差别就只来自政策。",
            en: "Both scenarios meet the same calls and the same applicants, so what differs is the policy.",
        },
    ),
    (
        Text {
            zh: "一次模拟",
            en: "Replication",
        },
        Text {
            zh: "一个可能的一年；许多次合起来才看得出什么是偶然。",
            en: "One possible year; many together show what is chance.",
        },
    ),
];
