//! What can't be taken as it was typed, in Chinese. English is clap's own.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;

/// The message with its remedy; None where only clap knows what to say.
pub fn in_chinese(error: &clap::Error) -> Option<String> {
    let one = |kind| text(error, kind);
    let what = one(ContextKind::InvalidArg).unwrap_or_default();
    let value = one(ContextKind::InvalidValue).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("{what} 后面缺一个值。"),
        ErrorKind::InvalidValue => format!("{what} 不能是“{value}”。"),
        ErrorKind::ValueValidation => {
            let why = error
                .source()
                .map_or(String::new(), |why| reason(&why.to_string()));
            format!("{what} 不能是“{value}”：{why}。")
        }
        ErrorKind::UnknownArgument => format!("没有 {what} 这个选项。"),
        ErrorKind::InvalidSubcommand => {
            let what = one(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("没有 {what} 这个命令。")
        }
        ErrorKind::MissingRequiredArgument => format!("还缺：{what}。"),
        ErrorKind::ArgumentConflict => match one(ContextKind::PriorArg) {
            Some(other) if other != what => format!("{what} 与 {other} 不能同时用。"),
            Some(_) | None => format!("{what} 只能写一次。"),
        },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{what} 的值太少。")
        }
        ErrorKind::TooManyValues => format!("{what} 的值太多：“{value}”多余。"),
        _ => return None,
    };
    let valid = one(ContextKind::ValidValue).map(|all| format!("可用：{all}。"));
    let nearest = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let nearest = nearest.into_iter().find_map(one);
    let nearest = nearest.map(|near| format!("是不是 {near}？"));
    let usage = one(ContextKind::Usage);
    let usage =
        usage.map(|usage| format!("\n用法：{}", usage.trim().trim_start_matches("Usage: ")));
    let all = [
        Some(said),
        nearest,
        valid,
        usage,
        Some("\n全部选项见 --help。".to_owned()),
    ];
    Some(all.into_iter().flatten().collect())
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()).filter(|one| !one.is_empty()),
        ContextValue::Strings(many) => Some(many.join("、")).filter(|all| !all.is_empty()),
        ContextValue::StyledStr(one) => Some(one.to_string()),
        ContextValue::Number(one) => Some(one.to_string()),
        _ => None,
    }
}

/// Why a value isn't taken: ours and the standard library's reasons.
fn reason(english: &str) -> String {
    if let Some((_, range)) = english.split_once(" is not in ")
        && let Some((low, high)) = range.split_once("..=")
    {
        return format!("须在 {low} 与 {high} 之间");
    }
    match english {
        "must be above 0" => "须大于 0",
        "must be above 0 and at most 1" => "须大于 0，不超过 1",
        "must be a finite number, at least 0" => "须是不小于 0 的数",
        "must be I/N with I from 1 to N, such as 2/4" => "写成 I/N，I 从 1 到 N，例如 2/4",
        _ if english.starts_with("invalid digit") => "须是整数",
        _ if english.starts_with("invalid float") => "须是数",
        _ if english.starts_with("number too") => "数太大或太小",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use crate::dispatch::command;

    #[test]
    fn every_usual_mistake_is_said_in_chinese_with_the_option() {
        for (typed, expected) in [
            (
                "run x --replications abc",
                "--replications <REPLICATIONS> 不能是“abc”：须是整数。",
            ),
            ("run x --replications 0", "须在 1 与 100000 之间"),
            ("run x --replications -3", "须在 1 与 100000 之间"),
            ("run x --format xml", "可用：table、json、csv。"),
            ("run x --sed 1", "没有 --sed 这个选项。是不是 --seed？"),
            ("rum x", "没有 rum 这个命令。是不是 run？"),
            ("run", "还缺：<SCENARIO>。"),
            ("compare x", "<SCENARIOS> <SCENARIOS>... 的值太少。"),
            ("queue --agents 3 --calls-per-hour -1", "须是不小于 0 的数"),
            ("run x --resume", "还缺：--out <DIR>。"),
            ("run x --shard 3/2", "I 从 1 到 N"),
            ("sweep x --vary a=1:2 --certainty 2", "不超过 1"),
            (
                "search x --catch-up-with y --plans 8",
                "--catch-up-with <OTHER> 与 --plans <PLANS> 不能同时用。",
            ),
        ] {
            let words = std::iter::once("fairfloor").chain(typed.split(' '));
            let error = command().try_get_matches_from(words).expect_err(typed);
            let said = super::in_chinese(&error).expect(typed);
            assert!(said.contains(expected), "{typed}: {said}");
        }
    }
}
