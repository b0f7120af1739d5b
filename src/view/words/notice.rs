//! Texts of notices.

use super::words;

words! {
    NOTICES = "通知", "Notices";
    DISMISS = "知道了", "Dismiss";
    LINK_REFUSED = "链接不完整，已忽略。当前情景保持不变。", "The link isn’t whole and was ignored. Your scenario stays as it was.";
    LINK_REMEDY = "请对方重新复制整条链接，或让对方发文件。", "Ask for the whole link again, or for the file.";
    LINK_TAKEN = "已打开链接中的情景。", "The scenario from the link is open.";
    STORAGE_REFUSED = "此浏览器不保存设置：语言、配色和草稿在关闭后会丢失。", "This browser doesn’t keep settings: language, theme and draft are gone once you close it.";
    RESTORE = "恢复", "Restore";
    RESTORE_OFFER = "上次留下的还在：", "Left here last time: ";
    FILE_TOO_BIG = "文件超过 100 MB，没有读取。请只导出需要的列，或缩短时间段。", "The file is larger than 100 MB and wasn’t read. Please export only the columns needed, or a shorter time.";
    FILE_READING = "正在读取文件……", "Reading the file …";
    READER_BROKE = "读取文件的后台程序中断了，什么也没有改。请重试，或把文件另存为 CSV。", "The background reader stopped; nothing was changed. Please try again, or save the file as CSV.";
    FILE_UNREADABLE = "文件读不出文字。请用 Excel 工作簿（.xlsx），或 UTF-8、GBK 的 CSV。", "The file can’t be read as text. Please use an Excel workbook (.xlsx), or CSV in UTF-8 or GBK.";
    FILE_EMPTY = "文件里没有可用的行，来电量保持不变。", "No row of the file could be used; the demand stays as it was.";
    NOT_A_NUMBER = "请填一个数字。", "Please enter a number.";
    BAD_SEED = "运气编号要填 0 以上的整数，例如 1；原来的编号不变。", "The seed must be a whole number from 0, for example 1; the old one stays.";
    NOT_RUN = "这些参数合在一起不能运行；下面仍是改动前的结果。", "These parameters can’t be run together; the results below are still those from before.";
    ENGINE_LOST = "一个后台引擎中断，已重启，任务重新排队。", "A background engine stopped; it was restarted and its task queued again.";
    ENGINE_FAILED = "引擎多次出错，已停止。参数已保存，可以重启。", "The engine failed repeatedly and was stopped. Your parameters are kept; you can restart it.";
    ENGINE_BLOCKED = "浏览器不允许后台运行。请用较新的浏览器打开。", "The browser doesn’t allow background work. Please use a newer one.";
    UPDATE_OFFER = "有新版本。换用时页面会重开，您的情景保留；不换也可以继续用。", "A new version is ready. Taking it reopens the page and keeps your scenarios; you may also go on with this one.";
    UPDATE = "换用新版本", "Take the new version";
    FORGET = "清除", "Forget it";
    COPY_DIAGNOSTIC = "复制诊断信息", "Copy diagnostic";
}
