//! Texts around the lives.

use super::words;

words! {
    WAIT = "正在记录这一年里每个人的经历……", "Recording what everybody lives through in this year …";
    FICTION = "虚构人物：名字是编的，经历来自第 # 次模拟。", "Fictional: the name is made up, the life comes from simulation no. #.";
    READ = "读一个离职者的故事", "Read a leaver’s story";
    GALLERY = "读谁的故事", "Whose story";
    REPLICATION = "第几次模拟", "Simulation no.";
    ANOTHER = "换一次模拟", "Another simulation";
    PERSON = "人物", "Person";
    PREVIOUS = "上一位", "Previous";
    NEXT = "下一位", "Next";
    WHY = "为什么", "Why";
    STORY = "这段日子", "What happened";
    TURNS = "只看转折", "Turning points only";
    NO_TURNS = "没有转折：没有获奖、落选、被拒、晋升或离开。", "No turning points: no award, no place missed, no refusal, no promotion, no leaving.";
    TWIN = "同样的运气，换个情景", "The same luck under another scenario";
    TWIN_UNDER = "换到", "Under";
    TWIN_WAIT = "正在那个情景里重过这一年……", "Living the year again under that scenario …";
    NO_TWIN = "没有可以对照的情景。先复制情景并改一项政策。", "There is nothing to hold it against. Duplicate the scenario and change a policy first.";
    TWIN_NOTE = "只是模型内的对照：同一个人、同样的运气，只换政策。", "Within the model only: the same person and the same luck, another policy.";
    TWIN_IN = "情景 # 里", "under #";
    TWIN_LINE = "换个情景", "the other scenario";
    THIS = "本人", "this life";
    OFTEN = "有多常见", "How common that is";
    OFTEN_WAIT = "正在让同一批人再过几年……", "Letting the same people live other years …";
    CHANCE = "各月决定离开的可能性", "The chance of deciding to leave, month by month";
    CHANCE_NOTE = "用方向键逐月读出可能性和占比最大的几项原因；虚线是全体的中位数。", "Arrow keys read each month’s chance and its largest shares; the dotted line is the hall’s middle.";
    CHANCE_AXIS = "这个月决定离开的可能性", "Chance of deciding to leave that month";
    MONTH_AXIS = "月（1 = 这一年的第一个月）", "Month (1 = the year’s first)";
}
