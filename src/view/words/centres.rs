//! Texts around the pages on other centres, and of the links that lead there.

use super::words;
use crate::scenario::field::Language;

words! {
    FILE = "centres.zh-CN.html", "centres.html";
    DESCRIPTION = "默认情景的结论，换到另外六个中心还成立吗？哪些变了，数字从何而来。", "Do the default’s conclusions hold in six other centres? What changes there, and where the figures come from.";
    SKIP = "跳到正文", "Skip to the text";
    BACK = "回到沙盘", "Back to the sandbox";
    CONTENTS = "本页内容", "On this page";
    FIGURES = "数字从何而来", "Where its figures come from";
    CHANGES_HERE = "默认情景的哪些结论在这里变了", "Which of the default’s conclusions change here";
    CHANGES_ELSEWHERE = "默认情景的哪些结论在别的中心变了", "Which of the default’s conclusions change in other centres";
}

/// What a table is called to those who can't see it: the heading above it and its first column.
#[must_use]
pub fn table(heading: &str, column: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{heading}：{column}"),
        Language::En => format!("{heading}: {column}"),
    }
}
