//! Texts around results: tiles, chart, comparison.

use super::words;

words! {
    FIRST_RUN = "正在模拟第一年……结果马上出现。", "Simulating the first year … results appear in a moment.";
    FIRST_BUILT = "发布时算好的结果，正在本机复算", "Computed when this page was built; being recomputed here";
    FIRST_SAME = "已在本机复算，与发布时相同 ✓", "Recomputed here, identical ✓";
    FIRST_DIFFERS = "本机复算与发布时不同，以下是本机的结果", "Recomputed here with another result than when the page was built; this is the one from here";
    STALE = "正在按新参数重算", "Recomputing for your change";
    KEPT = "仍是改动前的结果", "Still the results from before your change";
    PRELIMINARY = "初步", "Preliminary";
    MEDIAN = "中位数", "Median";
    RANGE = "90% 的模拟", "90% of simulations";
    BASELINE = "基线", "Baseline";
    BASELINE_IS = "对照基线", "Compared against";
    CURRENT = "当前", "Current";
    TILES = "四个关键数字", "Four key numbers";
    DOTS_CAPTION = "每点代表 1/20 的模拟", "Each dot is 1 in 20 simulations";
    DOTS_BASELINE = "虚线为基线中位数", "Dashed: the baseline’s median";
    SAVE = "保存", "Save";
    SAVE_TABLE = "表格 CSV", "Table as CSV";
    AS_TABLE = "看表", "Table";
    AS_CHART = "看图", "Chart";
    WEEK = "周", "Week";
    LOW = "5%", "5%";
    HIGH = "95%", "95%";
    LEAVERS_AXIS = "累计离职，占平均在岗", "Leavers so far, of average headcount";
    SATISFACTION_AXIS = "各周的客户满意率", "Customer satisfaction, week by week";
    READ_CURSOR = "逐周读数", "Read week by week";
    READ_POINTS = "逐点读数", "Read point by point";
    LEVER_NOTE = "拖动即时试算 8 次，松手算满 64 次", "Dragging tries 8 simulations at once; letting go runs 64";
    COMPARE_TITLE = "与基线在同样的运气下比较", "Against the baseline under the same luck";
    COMPARE_NOTE = "差值逐次配对：同一次模拟里两边来电、人员和运气相同。平均差值超出偶然（整张表的误报不超过 5%）、且大到有意义，才判更好或更差。小字是 90% 的模拟（差值：90% 的配对）落在其中的范围。", "Differences are paired: within a simulation both sides share callers, people and luck. A verdict needs a mean difference beyond chance (at most one table in twenty raises a false alarm) and large enough to matter. Small figures: where 90% of simulations lie; of a difference, 90% of the pairs.";
    COLUMN_METRIC = "指标", "Metric";
    COLUMN_DIFFERENCE = "平均配对差值", "Mean paired difference";
    COLUMN_VERDICT = "判断", "Verdict";
    SAME_AS_BASELINE = "当前情景就是基线，没有可比的差别。改一项参数，或另选起点。", "The scenario is the baseline itself, so there is nothing to compare. Change a parameter or choose another start.";
    ALL_METRICS = "看全部指标", "All metrics";
    UNDEFINED = "无定义", "not defined";
    REASONS_TITLE = "离职的原因构成", "What leaving is made of";
    REASONS_NOTE = "模型内归因：离职风险中各部分所占的比例。", "Attribution within the model: each part’s share of the hazard of leaving.";
    REASON_EXISTENCE = "生存需要未满足", "Unmet existence needs";
    REASON_RELATEDNESS = "关系需要未满足", "Unmet relatedness needs";
    REASON_GROWTH = "成长需要未满足", "Unmet growth needs";
    REASON_EXHAUSTION = "疲劳", "Exhaustion";
    REASON_UNFAIRNESS = "觉得不公平", "Felt unfairness";
    REASON_CONTAGION = "同事离开", "Colleagues who left";
    REASON_HOPELESS = "目标够不着", "A target out of reach";
    GROUP_STAFF = "人", "People";
    GROUP_SERVICE = "服务与质量", "Service and quality";
    GROUP_OUTPUT = "产出与投入", "Output and cost";
    GROUP_NEEDS = "感受", "How it feels";
    GROUP_FAIRNESS = "公平", "Fairness";
}
