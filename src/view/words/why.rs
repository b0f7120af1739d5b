//! Texts around a difference that is taken apart.

use super::words;

words! {
    TITLE = "差别从哪里来", "What made the difference";
    HINT = "把两个情景的差别按路径拆开：每条路径在同样的运气下先换、后换各一次。", "Takes the difference between the two apart by pathway, each switched first and last under the same luck.";
    METRIC = "哪个指标", "Of which metric";
    OPEN = "拆开看", "Take it apart";
    CLOSE = "收起", "Close";
    WAIT = "正在逐条路径地换……", "Switching pathway by pathway …";
    PARTS = "每条路径背后", "Behind each pathway";
    SWITCHED = "换了什么", "What is switched";
    CONSTANTS = "机制的强度与出处", "How strong it is, and who says so";
}
