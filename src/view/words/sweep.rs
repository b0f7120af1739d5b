//! Texts of the target sweep.

use super::words;
use crate::scenario::field::Language;

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
    STRETCH = "从哪里扫到哪里", "From where to where";
    FROM = "从", "from";
    TO = "到", "to";
    POINTS = "点数", "points";
    USUAL = "恢复默认范围", "usual range";
    REPLICATIONS = "模拟", "Simulations";
}

/// Why a stretch is refused: the values that the lever may have, and how many points there may be.
#[must_use]
pub fn refused(allowed: [String; 2], (few, many): (u32, u32), language: Language) -> String {
    let [low, high] = allowed;
    match language {
        Language::Zh => format!(
            "“从”要小于“到”，都在 {low} 到 {high} 之内，并与其余参数相容；点数 {few} 到 {many}。图上仍是上一次的范围。"
        ),
        Language::En => format!(
            "“From” must be below “to”, both within {low} and {high} and possible with the other parameters; {few} to {many} points. The chart keeps the last range."
        ),
    }
}
