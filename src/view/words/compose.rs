//! The fixed texts of making a round of one's own.

use super::words;

words! {
    KIND = "问什么样的预测", "What kind of bet";
    KIND_BAND = "一个范围", "A range";
    KIND_CURVE = "一条曲线", "A curve";
    KIND_RANKING = "排名次", "A ranking";
    KIND_LEAGUE = "各队比方案", "A league of schemes";
    MAY_MOVE = "各队可以动的（至多五项）", "What teams may move (five at most)";
    HOURS = "每年至多多少工时", "Hours a year at most";
    AS_IT_IS = "照原样每年要用的工时：", "Spent a year as it is, in hours:";
    NO_LEVER = "请至少选一项各队可以动的。", "Choose at least one thing that teams may move.";
    EDIT_ROUND = "改这一轮", "Change this round";
    EDIT = "改", "Change";
    SAVE = "保存这一轮", "Save the round";
    LEAVE = "不改了", "Leave it as it was";
    ABOUT = "问的是哪个情景", "About which scenario";
    NAME = "方案的名字", "The scheme’s name";
    NAME_HINT = "可不填，会自动起名", "Optional; named by itself";
    ROUNDS_IN = "这节课的各轮", "The lesson’s rounds";
    START = "从哪个情景出发", "Starting from";
    MOVE = "再改一项", "Move another lever";
    DONT_MOVE = "不改这一项", "Leave this lever alone";
    STRATEGY = "评奖方式", "Award strategy";
    AS_PRESET = "照情景原样", "As in the scenario";
    ADD_SCHEME = "加一个方案", "Add a scheme";
    DROP_SCHEME = "去掉这个方案", "Leave out this scheme";
    ALONG = "曲线沿着什么走", "What the curve follows";
    PLACES = "五个点：", "Five points:";
    ROUND_TITLE = "这一轮的标题", "The round’s title";
    HINT = "提示（学员点开才看见）", "Hint (seen only when opened)";
    HINT_HINT = "可不填", "Optional";
    SHOW_HINT = "提示", "Hint";
    ROUND_WORD = "这一轮单独的揭晓口令", "A reveal word for this round alone";
    WORD_HINT = "可不填，不填就用整节课的", "Optional; otherwise the lesson’s holds";
    WORD_KEPT = "已设口令，重新填写即换掉", "A word is set; type another to replace it";
    ASKED = "学员会看到：", "The room will read:";
    FULL = "一节课最多 16 轮，请先去掉一轮。", "A lesson has 16 rounds at most; leave one out first.";
    SCENE = "情景：", "Scenario:";
    FROM_A_DISK = "这份工作坊从磁盘打开：链接只对有这个文件的人有用，请把文件一起发给学员。", "This workshop runs from a disk: its links work only for those who have the file, so send it along.";
    ONE_FILE = "下载单文件版，断网也能上课", "Download as one file, for rooms without a network";
}
