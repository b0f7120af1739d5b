//! Names made up for simulated people, from lists; nobody is meant.

use crate::measure::journal::Life;
use crate::scenario::field::Language;

const SURNAMES: [&str; 24] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林",
    "郭", "何", "高", "罗", "郑", "梁", "谢", "宋",
];
const WOMEN_ZH: [&str; 23] = [
    "静怡", "雨桐", "晓梅", "佳慧", "丽娟", "雅文", "思琪", "欣然", "婷婷", "海燕", "春兰", "玉珍",
    "美玲", "若曦", "秀芳", "梦洁", "诗涵", "晓红", "云霞", "可欣", "文君", "艳秋", "念慈",
];
const MEN_ZH: [&str; 23] = [
    "建国", "志强", "伟明", "浩然", "子轩", "俊杰", "立新", "海涛", "文博", "国栋", "宇航", "晓峰",
    "永康", "振华", "家豪", "一鸣", "嘉诚", "卫东", "明远", "思远", "景行", "新宇", "承志",
];
const WOMEN_EN: [&str; 23] = [
    "Alice", "Bridget", "Carla", "Dana", "Elena", "Fiona", "Grace", "Hannah", "Ivy", "Joan",
    "Karen", "Laura", "Maya", "Nora", "Olivia", "Paula", "Rita", "Sara", "Tess", "Uma", "Vera",
    "Wendy", "Zoe",
];
const MEN_EN: [&str; 23] = [
    "Adam", "Ben", "Carl", "Daniel", "Edgar", "Felix", "George", "Henry", "Ian", "Jack", "Kevin",
    "Leo", "Martin", "Neil", "Oscar", "Paul", "Ray", "Simon", "Tom", "Victor", "Will", "Yusuf",
    "Zack",
];
const FAMILY_EN: [&str; 24] = [
    "Abbott",
    "Barnes",
    "Cole",
    "Dalton",
    "Ellis",
    "Foster",
    "Grant",
    "Hayes",
    "Irwin",
    "Jensen",
    "Keller",
    "Lowe",
    "Mercer",
    "Norris",
    "Osborne",
    "Porter",
    "Quinn",
    "Reeve",
    "Sutton",
    "Turner",
    "Underhill",
    "Vance",
    "Walsh",
    "Young",
];

/// A made-up name. It goes by post and holder, so that a person has the same one under every policy; in
/// one hall of up to 45 posts nobody shares one with anybody who is fewer than eleven holders away.
#[must_use]
pub fn name(life: &Life, language: Language) -> String {
    // 23 and 24 have no common divisor: 552 pairs pass before one returns. Holders take steps that are longer
    // than the hall, eleven of which don't come round to it again.
    let number = life.who.seat as usize + 49 * life.holder as usize;
    let (given, family) = (number % 23, 5 * number % 24);
    match (language, life.who.woman) {
        (Language::Zh, true) => format!("{}{}", SURNAMES[family], WOMEN_ZH[given]),
        (Language::Zh, false) => format!("{}{}", SURNAMES[family], MEN_ZH[given]),
        (Language::En, true) => format!("{} {}", WOMEN_EN[given], FAMILY_EN[family]),
        (Language::En, false) => format!("{} {}", MEN_EN[given], FAMILY_EN[family]),
    }
}

/// The name where there is little room, on a desk: in English the family's first letter, which no two
/// families share.
#[must_use]
pub fn short(life: &Life, language: Language) -> String {
    let whole = name(life, language);
    match whole.split_once(' ') {
        Some((given, family)) => format!("{given} {}.", family.chars().take(1).collect::<String>()),
        None => whole,
    }
}

/// What stands beside every such name.
#[must_use]
pub fn fictional(language: Language) -> &'static str {
    match language {
        Language::Zh => "姓名均为虚构，人物是模拟出来的。",
        Language::En => "Names are made up; the people are simulated.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::ledger::Who;
    use std::collections::BTreeSet;

    #[test]
    fn nobody_in_a_hall_shares_a_name() {
        let life = |seat, holder| Life {
            who: Who {
                seat,
                ..Who::default()
            },
            holder,
            hired: None,
            served_before: 0.0,
            end: None,
            entries: Vec::new(),
        };
        let all = (0..45).flat_map(|seat| (0..11).map(move |holder| (seat, holder)));
        for language in [Language::Zh, Language::En] {
            let named: BTreeSet<String> = all
                .clone()
                .map(|(seat, holder)| short(&life(seat, holder), language))
                .collect();
            assert_eq!(named.len(), 45 * 11);
        }
    }
}
