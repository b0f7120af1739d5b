//! Texts around the studies of awards, fairness and what could be wrong.

use super::words;

words! {
    AWARDS_WAIT = "正在同样的运气下，把各种评奖方式各模拟几年……", "Living a few years under each way of giving awards, all under the same luck …";
    SENSITIVITY_WAIT = "正在逐项改动假设，看结论在哪里翻转……", "Moving the assumptions one by one to see where the conclusion flips …";
    FAIRNESS_WAIT = "正在按人群清点……", "Counting group by group …";
    PARTIAL = "还在计算，数字会变。", "Still running; the numbers will move.";
    GROUPING = "按什么分组", "By group";
    ALL_GROUPS = "全部分组", "all groupings";
    LOCK = "各种评奖方式共用同一笔奖励工时", "All ways share one budget of hours off";
    CLAIM = "结论", "Conclusion";
    REVERSE = "反过来说", "The other way round";
    WIDTH = "假设动多远", "How far assumptions are moved";
    NARROW = "窄：合理范围的一半", "narrow: half the plausible range";
    PLAUSIBLE = "合理范围", "the plausible range";
    WIDE = "宽：比合理范围再宽一半", "wide: half as much again";
    OVERTURN = "什么会推翻这个结论？", "What would overturn this?";
}
