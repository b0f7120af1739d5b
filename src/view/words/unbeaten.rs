//! Texts around the question of which plans no other beats.

use super::words;

words! {
    TITLE = "有没有不会被全面胜过的方案？", "Which plans does no other beat?";
    HINT = "以打开的情景为起点，搜索一整套政策，同时看离职、产出、公平感和投入；大约要半分钟。", "Starts from the open scenario and searches whole plans, by turnover, output, felt fairness and cost at once. It takes about half a minute.";
    OPEN = "开始搜索", "Search";
    WAIT = "正在试第一批方案……", "Trying the first plans …";
    BUDGET = "每年的投入", "Cost a year";
    ANY = "不限", "No limit";
    AS_NOW = "不超过现在", "No more than today";
    TENTH = "至多是现在的 110%", "At most 110% of today";
    QUARTER = "至多是现在的 125%", "At most 125% of today";
    LEVERS = "可以动的政策", "What may be changed";
    OFFERS = "可以加为情景的方案", "Plans to take into the line-up";
}
