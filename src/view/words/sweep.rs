//! Texts of the target sweep.

use super::words;

words! {
    LEVER = "扫描哪一项", "What is swept";
    SECOND = "再分几条线", "One curve for each";
    NO_SECOND = "不分", "no second lever";
    REQUIREMENTS = "要求", "Requirements";
    CERTAINTY = "把握", "Certainty";
    CERTAINTY_HINT = "至少这么多的模拟年里全部满足", "All must hold in at least this share of simulated years";
    DRAG = "在图上拖动虚线，或在这里改。", "Drag the dashed lines in the chart, or change them here.";
    REQUIRED = "要求", "required";
    NOTHING_REQUIRED = "还没有要求：在下面或图上加一条。", "Nothing is required yet: add a requirement below or in the chart.";
    FEASIBLE = "可行", "feasible";
    ALL_HOLD = "全部满足", "All hold";
    PHONES = "只看排队", "queueing alone";
    CHART = "横轴相同的三张图：年离职率、质检分、每人每天解决的来电", "Three panels on one axis: turnover, inspection score, resolved calls per agent and day";
    NOTE = "线为中位数，带含 90% 的模拟；阴影为可行区，菱形为最高可行值，横杠为换一批运气的 90% 范围。", "Lines: medians; bands hold 90% of simulations; shaded: feasible; diamond: the highest feasible value, bar: 90% range under other luck.";
    REPLICATIONS = "模拟", "Simulations";
}
