//! Texts of a centre's own months: files, columns, fit, report.

use super::words;
use crate::scenario::field::Text;
use crate::scenario::import::centre::File;
use crate::scenario::import::centre::column::Column;
use crate::scenario::import::centre::scale::Scale;

words! {
    TITLE = "把您自己的数据放进来", "Bring your own data";
    LEAD = "话务导出表给出来电、通话与耐心；按月的人员、业绩和获奖表校准行为常数。各表可一起放进来。", "An export of calls gives demand, talk and patience; monthly people, results and awards calibrate the behavioural constants. Drop them together.";
    PRIVACY = "文件不离开此浏览器；可断网使用。", "Files never leave this browser; it works without a network.";
    PHONES = "电话", "The phones";
    PEOPLE = "人员", "The people";
    DROP = "把文件拖到这一页，或", "Drop files on this page, or";
    CHOOSE = "选择文件", "choose files";
    FORMS = "CSV 或 Excel；可一次选多个。话务：按通话或按半小时。人员：每月人数与离职；每人每月业绩；获奖。也可打开校准档案。", "CSV or Excel, several at once. Phones: by call or half-hour. People: headcount and leavers by month; results by agent and month; awards. A saved profile opens too.";
    TEMPLATES = "样表：", "Templates:";
    TRY = "没有数据？用一个虚构中心试试", "No data? Try a made-up centre";
    TRY_MAKING = "正在模拟一个虚构的中心……", "Simulating a made-up centre …";
    TRY_SAVE = "下载这个虚构中心的文件：", "Save the made-up centre’s files:";
    READING = "正在读取文件……", "Reading the file …";
    FETCHING = "正在加载校准程序……", "Fetching the calibration …";
    NOT_FETCHED = "校准程序加载失败。请检查网络后重试。", "The calibration could not be fetched. Check the network and try again.";
    RETRY = "重试", "Try again";
    KIND = "这张表是", "This file is";
    NO_KIND = "不使用", "Not used";
    COLUMN = "列名", "Header";
    EXAMPLE = "举例", "Example";
    TAKEN_FOR = "当作", "Taken for";
    NOTHING = "不读取", "Not read";
    UNIT = "单位", "Unit";
    GUESSED = "自动判断为", "Guessed";
    GUESS = "自动判断", "Let it be guessed";
    UNIT_UNKNOWN = "判断不出，不采用", "Can’t be told: not used";
    MEDIAN = "读作：中位数", "As read, the median is";
    PERSONAL = "能认出个人：已去掉", "Says who somebody is: dropped";
    COLUMNS = "各列当作什么（不对就改，下次同样的列名照此办理）", "What each column is taken for (correct it; the same headers are taken so next time)";
    LINE = "行", "Line";
    WRONG = "问题与改法", "What is wrong, and what to write";
    REMOVE = "移除", "Remove";
    NOTES = "读表时的处理", "What was done in reading";
    CONFIRM = "确认并拟合", "Confirm and fit";
    NEEDED = "至少要有一张人员表或业绩表，且所需的列都有。", "At least a table of people or of results is needed, with its columns.";
    SETUP = "其余设置（来电量、目标、奖励）取自当前打开的情景。", "All else (calls, targets, awards) is taken from the open scenario.";
    DRAWS = "模拟多少个中心", "Centres to simulate";
    STOP = "停下，用已有的", "Stop and keep what there is";
    GO_ON = "继续", "Go on";
    AGAIN = "重新拟合", "Fit again";
    BEGUN = "正在模拟第一批中心……", "Simulating the first centres …";
    CHECKING = "正在用拟合结果模拟，与数据对照……", "Simulating from the fit, to hold it against the data …";
    SILENT_TABLE = "模拟出的中心里，与数据可比的太少：请检查数据的月份与列。", "Too few simulated centres have what the data have: check months and columns.";
    CHANGED = "文件或情景在拟合之后有改动：下面是改动前的结果。", "Files or scenario were changed after the fit: what stands here is from before.";
    CONSTANTS = "各个常数可能在哪里", "Where each constant may lie";
    CONSTANTS_NOTE = "每行是一个常数的合理范围；粗条含一半抽样，细线含 90%，点为中位数，竖线为假设。灰色：数据说明不了，假设不变。", "Each row is a constant’s plausible range: the bar holds half of the draws, the line nine tenths, the dot is the median, the upright stroke the assumption. Grey: the data say nothing, the assumption stays.";
    SILENT = "数据说明不了", "data say nothing";
    ASSUMED = "假设", "assumption";
    NINETY = "90%", "90 %";
    LOWEST = "范围下限", "lowest plausible";
    HIGHEST = "上限", "highest";
    COURSE_NOTE = "线与点是数据，色带含 90% 的模拟；落在带外的点标成橙色。", "Line and dots are the data, the band holds nine tenths of the simulations; dots outside it are orange.";
    HELD = "留作检验", "held back";
    FITTED = "参与拟合", "fitted";
    MONTH = "月份", "Month";
    DATA = "数据", "data";
    SIMULATED = "90% 的模拟", "90 % of simulations";
    USED_FOR = "用途", "Used";
    REPORT = "校准报告", "Report";
    PROFILE_NAME = "档案名", "Profile’s name";
    PROFILE_SAVE = "保存档案", "Save the profile";
    PROFILE_OPENED = "打开的校准档案", "Opened profile";
    PROFILE_CLOSE = "关闭", "Close";
    USE = "用于当前情景", "Use in this scenario";
    USED = "数据能说明的常数已取中位数；可以撤销。", "Constants the data speak of were set to their medians; you can undo it.";
    WIPE = "清除全部数据", "Wipe all of it";
    WIPED = "文件、结果和记住的列名都已清除。", "Files, results and remembered headers are wiped.";
    BROKE = "后台模拟中断了。", "The background simulation stopped.";
}

/// The courses of the months, in the order of a row's course.
pub const COURSES: [Text; 4] = [
    Text {
        zh: "每月离职人数",
        en: "Leavers by month",
    },
    Text {
        zh: "人均日接听",
        en: "Calls of an agent’s day",
    },
    Text {
        zh: "平均通话时长",
        en: "Mean talk",
    },
    Text {
        zh: "质检分",
        en: "Inspection score",
    },
];

/// In which unit a column is.
#[must_use]
pub fn scale(scale: Scale, column: Column) -> Text {
    let (zh, en) = match scale {
        Scale::Seconds => ("秒", "seconds"),
        Scale::Minutes => ("分钟", "minutes"),
        Scale::AllSeconds => ("所有通话合计的秒数", "seconds of all calls together"),
        Scale::AllMinutes => ("所有通话合计的分钟数", "minutes of all calls together"),
        Scale::Share => ("0 到 1 的比例", "shares from 0 to 1"),
        Scale::Five => ("1 到 5 分", "points from 1 to 5"),
        Scale::Ten => ("十分制", "points of ten"),
        Scale::Hundred if column == Column::Rating => ("百分数", "per cent"),
        Scale::Hundred => ("百分制", "points of a hundred"),
    };
    Text { zh, en }
}

/// What a file is about.
#[must_use]
pub fn file(file: File) -> Text {
    match file {
        File::People => Text {
            zh: "人员（每月人数、离职）",
            en: "people by month",
        },
        File::Kpi => Text {
            zh: "业绩（每人每月）",
            en: "results by agent",
        },
        File::Awards => Text {
            zh: "获奖",
            en: "awards",
        },
    }
}
