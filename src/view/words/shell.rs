//! Texts of the frame: top bar, tabs, dialogs.

use super::words;

words! {
    NAME = "客服激励沙盘", "Fairfloor";
    DOCUMENT_TITLE = "客服激励沙盘 Fairfloor", "Fairfloor · call-centre incentive sandbox";
    SKIP = "跳到结果", "Skip to the results";
    SCREENS = "页面", "Screens";
    OVERVIEW = "概览", "Overview";
    COMPARE = "对比", "Compare";
    PARAMETERS = "参数", "Parameters";
    RESULTS = "结果", "Results";
    OPEN_PARAMETERS = "打开参数", "Open parameters";
    CLOSE = "关闭", "Close";
    UNDO = "撤销", "Undo";
    REDO = "重做", "Redo";
    NOTHING_TO_UNDO = "没有可撤销的改动", "Nothing to undo";
    SHARE = "复制链接", "Copy link";
    COPIED = "链接已复制。对方打开后看到同样的情景和同样的结果。", "Link copied. Whoever opens it sees the same scenario and the same results.";
    NOT_COPIED = "浏览器不允许复制。请从地址栏复制链接。", "The browser doesn’t allow copying. Please copy the link from the address bar.";
    LANGUAGE = "语言", "Language";
    TO_OTHER_LANGUAGE = "English", "中文";
    THEME = "配色", "Theme";
    THEME_AUTO = "跟随系统", "System";
    THEME_LIGHT = "浅色", "Light";
    THEME_DARK = "深色", "Dark";
    HELP = "帮助", "Help";
    HELP_TITLE = "怎么用", "How to use this";
    HELP_ONE = "左侧改一项政策，松手后用同一批运气重新模拟一年；离职、质量、服务和公平一起变。", "Change a policy on the left; when you let go, the year is simulated again under the same luck, and leaving, quality, service and fairness move together.";
    HELP_TWO = "每个数字都来自许多次模拟：中间的数是中位数，括号里是 90% 的模拟所在的范围。", "Every number comes from many simulations: the one in the middle is the median, the range holds 90% of them.";
    HELP_THREE = "比较总在同样的运气下进行：平均差值超出偶然、又大到有意义，才说更好或更差。", "Comparisons always share their luck: better or worse is said only when the mean difference is beyond chance and large enough to matter.";
    KEYS_TITLE = "快捷键", "Keys";
    KEY_SEARCH = "查找参数", "Find a parameter";
    KEY_UNDO = "撤销", "Undo";
    KEY_REDO = "重做", "Redo";
    KEY_RUN = "停止或继续模拟", "Stop or continue the simulation";
    KEY_TABLE = "图与表互换", "Chart or table";
    KEY_HELP = "打开或关闭帮助", "Open or close this help";
    KEY_ESCAPE = "关闭打开的面板", "Close what is open";
    KEYS_ON = "使用单键快捷键", "Use single-key shortcuts";
    KEYS_NOTE = "在输入框里打字时，快捷键不起作用。", "Shortcuts never act while you type in a field.";
    ESCAPE = "Esc", "Esc";
    RESTART = "重启引擎", "Restart the engine";
    STOP = "停止", "Stop";
    CONTINUE = "继续", "Continue";
    MORE_RUNS = "加到 200 次", "Go on to 200";
    SEED = "运气编号", "Seed";
    SEED_HINT = "换一个编号就换一批运气；同一编号总得到同样的结果。", "Another number is other luck; the same number always gives the same results.";
    ENGINE_LOADING = "引擎加载中，松手即算", "Engine loading; your change is simulated as soon as it is up";
    IDLE = "空闲", "Idle";
    MEND_FIRST = "待改正", "To be mended";
    ERROR = "引擎出错，参数已保存", "The engine failed; your parameters are kept";
}
