//! Texts of the staffing card.

use super::words;

words! {
    TITLE = "需要多少人", "How many are needed";
    HINT = "每半小时要几个人在线，才能让 80% 的来电按时接起；现有排班有几个，缺在哪里。", "How many people each half-hour needs on the phones for 80% in time, how many the roster gives, and where it is short.";
    ASK = "算一算", "Work it out";
    ASK_AGAIN = "按现在的情景重算", "Again for the scenario as it is";
    BUSY = "正在模拟各种人数……", "Simulating numbers of people …";
    TOO_MANY = "来电太多，所需人数超出了能算的上限。", "No hall could hold the people that these calls need.";
    NOTE = "实线为模拟所需，虚线为 Erlang-A 所需，阴影为实际在线。", "Solid: needed by simulation; dashed: by Erlang-A; shaded: present.";
    AXIS = "在线人数", "People on the phones";
    FROM = "从", "From";
    CALLS = "来电", "Calls";
    ERLANG = "所需（Erlang-A）", "Needed (Erlang-A)";
    SIMULATED = "所需（模拟）", "Needed (simulated)";
    PRESENT = "实际在线", "Present";
    SHORT = "缺", "Short";
    OCCUPANCY = "占用率", "Occupancy";
}
