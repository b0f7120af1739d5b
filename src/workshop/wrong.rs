//! What is wrong with a code, a line or a link, in words.

use super::room::LineError;
use super::say::pick;
use super::ticket::CodeError;
use crate::scenario::field::Language;
use crate::scenario::link::LinkError;

/// What is wrong with a line.
#[must_use]
pub fn line_error(error: &LineError, language: Language) -> String {
    let (zh, en) = match error {
        LineError::OtherLesson => (
            "短码没有错，但属于另一节课（或改动前的这节课）。".to_owned(),
            "The code is sound but belongs to another lesson, or to this one before it was changed.".to_owned(),
        ),
        LineError::NotAsked => (
            "短码没有错，但这节课没有这样的题。".to_owned(),
            "The code is sound, but this lesson asks nothing like it.".to_owned(),
        ),
        LineError::Code(error) => return code_error(error, language),
    };
    pick(zh, en, language)
}

/// What is wrong with a code, and where.
#[must_use]
pub fn code_error(error: &CodeError, language: Language) -> String {
    let (zh, en) = match error {
        CodeError::Length { found: 0 } => (
            "这一行里没有短码。".to_owned(),
            "There is no code in this line.".to_owned(),
        ),
        CodeError::Length { found } => (
            format!("短码应有 12 或 16 个字符，这里是 {found} 个。"),
            format!("A code has 12 or 16 signs; here are {found}."),
        ),
        CodeError::Impossible {
            at,
            found,
            instead: Some(instead),
        } => (
            format!(
                "第 {} 个字符“{found}”从不出现在短码里，应是“{instead}”。",
                at + 1
            ),
            format!(
                "Sign {} is “{found}”, which no code has; it should be “{instead}”.",
                at + 1
            ),
        ),
        CodeError::Impossible {
            at,
            found,
            instead: None,
        } => (
            format!(
                "第 {} 个字符“{found}”从不出现在短码里，另外还有别的错。",
                at + 1
            ),
            format!(
                "Sign {} is “{found}”, which no code has, and something else is wrong too.",
                at + 1
            ),
        ),
        CodeError::Wrong { at, found, instead } => (
            format!("第 {} 个字符错了：“{found}”多半应是“{instead}”。", at + 1),
            format!(
                "Sign {} is wrong: “{found}” should probably be “{instead}”.",
                at + 1
            ),
        ),
        CodeError::Swapped { at } => (
            format!("第 {} 个和第 {} 个字符多半写反了。", at + 1, at + 2),
            format!(
                "Signs {} and {} have probably changed places.",
                at + 1,
                at + 2
            ),
        ),
        CodeError::Many => (
            "不止一个字符错了，说不出是哪几个；请对方再念一遍。".to_owned(),
            "More than one sign is wrong and it can’t be said which; ask for it again.".to_owned(),
        ),
        CodeError::Meaningless => (
            "这串字符不是任何人能交出的答案。".to_owned(),
            "Nobody can have answered that.".to_owned(),
        ),
    };
    pick(zh, en, language)
}

/// Why a lesson's link can't be opened.
#[must_use]
pub fn link_error(error: &LinkError, language: Language) -> String {
    let (zh, en) = match error {
        LinkError::NotALink => (
            "这不是课程链接。请重新复制整个链接。",
            "This is no lesson’s link. Copy the whole link again.",
        ),
        LinkError::Cut => (
            "链接的末尾缺了一段，可能在转发时被截断。请主持人重发，或扫二维码。",
            "The end of the link is missing; it was probably cut on the way. Ask for it again, or scan the QR code.",
        ),
        LinkError::Damaged => (
            "链接中间有字符被改动，无法读出。请重新复制，或扫二维码。",
            "Something inside the link was changed. Copy it again, or scan the QR code.",
        ),
        LinkError::Newer { .. } => (
            "链接由更新的版本生成。请刷新页面。",
            "The link was made by a later version. Reload the page.",
        ),
        LinkError::TooLarge => (
            "链接的内容大得不像一节课，没有打开。",
            "The link unpacks to more than a lesson can be; it was not opened.",
        ),
        LinkError::UnknownPreset { .. } => (
            "这个版本没有链接所指的那节课。请刷新页面。",
            "This version doesn’t have the lesson that the link is about. Reload the page.",
        ),
    };
    pick(zh.to_owned(), en.to_owned(), language)
}
