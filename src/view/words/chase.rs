//! Texts around the question of what must change to catch up.

use super::words;

words! {
    HINT = "在常用的政策范围内试：先一项一项改，都不够再几项一起改，每次都在同样的运气下。", "Tries the usual levers within their ranges, one at a time, then together where one is not enough, all under the same luck.";
    BEHIND = "谁来追", "Who catches up";
    AHEAD = "追上谁", "With whom";
    METRIC = "在哪个指标上", "In which metric";
    OPEN = "试着找", "Look for it";
    WAIT = "正在逐项试……", "Trying the levers one by one …";
    STOPPED = "停在这里，只算到这些；用上方的按钮可以继续。", "Stopped: this is as far as it came. The button above goes on.";
    FEWER = "这里算的年数比上面的对比少，所以差距会略有出入。", "Fewer years are run here than for the comparison above, so the gap may be a little different.";
    REVERSE = "反过来问", "Ask the other way round";
    ADD = "加为情景", "Add as a scenario";
    ADDED = "已加为情景", "Added as scenario";
    NO_ROOM = "已有六个情景。先删去一个，才能再加。", "There are six scenarios already. Delete one to add another.";
}
