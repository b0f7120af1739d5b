//! What the model doesn't know, said on the page.

use super::words;

words! {
    TITLE = "这个模型不知道什么", "What this model doesn’t know";
    BADGE = "是模拟，不是预言", "A simulation, not a prophecy";
    ONE = "没有见过您的员工：人的部分来自文献和作者的假设，不是测量。", "It has never met your people: how they behave comes from the literature and the author’s assumptions, not from measurement.";
    TWO = "范围只含运气；取用校准档案之后，才也含数据仍允许的各组常数。其余假设的不确定不在内：换一个假设，范围可能整体移动。", "The ranges hold luck only; with a calibration’s profile also the constants that the data leave possible. The doubt about all other assumptions is not in them: another one may move the whole range.";
    THREE = "没有工资谈判、经济周期、管理层更换和同城的竞争单位。", "There is no pay bargaining, no business cycle, no change of management, no competitor next door.";
    FOUR = "没有机器人、自助渠道和技术故障。", "There are no bots, no self-service and no outages.";
    FIVE = "离职只算主动离开；不评价任何真实的个人。", "Only leaving of one’s own will counts; no real person is judged.";
    SIX = "有些环节还很粗：职业通道只有一级，轮岗只是暂时生疏，没有班组调动，也没有人在全日制与非全日制之间转换，弹性工作不改变在线时段。", "Some parts are still rough: the ladder has one step, rotation is only a time of being unfamiliar, nobody changes team or between full and part time, and flexible hours move nobody off the phones.";
    OFFLINE = "第一次打开之后，断网也能用；浏览器不允许保存网页数据时（例如某些隐私窗口）仍需联网。", "After the first visit it works without a network; where the browser keeps no site data, as in some private windows, it still needs one.";
    ONE_FILE = "下载单文件版，可存在磁盘上断网打开", "Download as one file that opens from a disk without a network";
    SOURCES = "参数来源", "Where the parameters come from";
}
