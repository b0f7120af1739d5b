//! What is wrong with a scenario, in words: the field by name and path, what was found, the remedy.

use super::number::unit_name;
use crate::scenario::check::{Problem, Rule};
use crate::scenario::field::{Field, Kind, Language, Unit};
use crate::scenario::worlds::{self, NoWorlds};
use crate::scenario::{SCHEMA_VERSION, find, write};

/// One problem as one sentence or two.
#[must_use]
pub fn problem(problem: &Problem, language: Language) -> String {
    let (zh, en) = match problem {
        Problem::Unreadable { line, column } => (
            format!("第 {line} 行第 {column} 列不符合 JSON 的写法：请检查那里的逗号、引号和括号。"),
            format!("Line {line}, column {column} is not JSON: check the commas, quotes and brackets there."),
        ),
        Problem::Empty => (
            "文件是空的。至少写 {}（全部用默认值），或从“fairfloor presets seed-status-quo”的输出改起。".to_owned(),
            "The file is empty. Write at least {} (all defaults), or start from what `fairfloor presets seed-status-quo` prints.".to_owned(),
        ),
        Problem::TooLarge { bytes, limit } => (
            format!("文件有 {}，情景文件最大 {}。请确认选对了文件；来电数据请用“导入半小时来电量”（命令行用 --demand）。", size(*bytes), size(*limit)),
            format!("The file has {}; a scenario has at most {}. Check that it is the right file; call data is given as demand (--demand).", size(*bytes), size(*limit)),
        ),
        Problem::NotAnObject { path } if path.is_empty() => (
            "最外层应是一个对象：用 { } 括起各个字段。".to_owned(),
            "The outermost value must be an object: fields between { and }.".to_owned(),
        ),
        Problem::NotAnObject { path } => (
            format!("{path} 是一组字段，应写成对象：{{ \"字段\": 值 }}。"),
            format!("{path} is a group of fields and must be an object: {{ \"field\": value }}."),
        ),
        Problem::NotAField { path } => (
            format!("{path} 是一组字段，自己没有值：请写到具体字段，例如 {path}.字段=值。"),
            format!("{path} is a group of fields without a value of its own: name one field in it, like {path}.field=value."),
        ),
        Problem::Repeated { path } => (
            format!("{path} 写了两次：请合成一个，否则只有后一个算数。"),
            format!("{path} stands there twice: make one of the two, or only the second would count."),
        ),
        Problem::NewerSchema { found } => (
            format!("schema_version 是 {found}，而本程序只认识到 {SCHEMA_VERSION}：文件由更新的版本写成，请更新程序。"),
            format!("schema_version is {found}, but this program knows versions up to {SCHEMA_VERSION}: a later version wrote the file; update the program."),
        ),
        Problem::NotAVersion { found } => (
            format!("schema_version 写的是 {found}，应为 {SCHEMA_VERSION}；不写也可以。"),
            format!("schema_version is {found}; it must be {SCHEMA_VERSION}, or be left out."),
        ),
        Problem::NotAnAssignment { text } => (
            format!("“{text}”里没有等号：请写成 路径=值，例如 workforce.headcount=60。"),
            format!("“{text}” has no equals sign: write PATH=VALUE, like workforce.headcount=60."),
        ),
        Problem::Unknown { path, nearest } => unknown(path, *nearest),
        Problem::WrongKind { path, found } => of_field(path, |field| (
            format!("写的是 {found}，应为{}。", kind_words(field, Language::Zh)),
            format!("found {found}; it must be {}.", kind_words(field, Language::En)),
        )),
        Problem::NotFinite { path } => of_field(path, |field| (
            format!("不是有限的数（NaN、Infinity 或过大的数）：请写{}。", kind_words(field, Language::Zh)),
            format!("not a finite number (NaN, Infinity or too large): give {}.", kind_words(field, Language::En)),
        )),
        Problem::OutOfRange { path, value, min, max } => of_field(path, |field| {
            let value = plain(*value);
            let (zh, en) = (range(*min, *max, field.unit, "", Language::Zh), range(*min, *max, field.unit, "", Language::En));
            (format!("填的是 {value}，应在 {zh}。"), format!("found {value}; it must be {en}."))
        }),
        Problem::NoWriting { path } => of_field(path, |_| (
            "含有控制字符（例如换行或 ESC）：请删去。".to_owned(),
            "holds control characters, such as a line break or ESC: delete them.".to_owned(),
        )),
        Problem::TooLong { path, max } => of_field(path, |_| (
            format!("超过了 {max} 个字，请缩短。"),
            format!("longer than {max} characters; shorten it."),
        )),
        Problem::WrongLength { path, found, expected } => of_field(path, |_| (
            format!("有 {found} 个数，应为 {expected} 个（从 00:00 起每半小时一个，不开线的写 0）。"),
            format!("{found} numbers; there must be {expected} (one per half-hour from 00:00, 0 where closed)."),
        )),
        Problem::NotAChoice { path, found, nearest } => of_field(path, |field| {
            let (zh, en) = match nearest {
                Some(id) => (format!("是不是 {id}？"), format!(" Did you mean {id}?")),
                None => (String::new(), String::new()),
            };
            (
                format!("没有“{found}”这个选项。{zh}可选：{}。", options(field, Language::Zh)),
                format!("no option “{found}”.{en} Options: {}.", options(field, Language::En)),
            )
        }),
        Problem::Worlds(wrong) => of_field(worlds::PATH, |_| no_worlds(wrong)),
        Problem::Conflict(rule) => conflict(*rule),
    };
    let said = match language {
        Language::Zh => zh,
        Language::En => en,
    };
    // What is quoted comes from a file, and a terminal would obey it.
    said.replace(char::is_control, "\u{fffd}")
}

fn no_worlds(wrong: &NoWorlds) -> (String, String) {
    match wrong {
        NoWorlds::Constant(name) => (
            format!(
                "“{name}”不是常数，或写了两次。写成“quit.base 0.19 0.23; effort.value 1.1 0.8”：behaviour.parameters. 之后的路径，再写各组的值。"
            ),
            format!(
                "“{name}” is no constant, or stands twice. Write “quit.base 0.19 0.23; effort.value 1.1 0.8”: the path after behaviour.parameters., then its value in each world."
            ),
        ),
        NoWorlds::Value { constant, found } => (
            format!("{constant} 的“{found}”不是数，或超出了该常数的允许范围：请改正或删去。"),
            format!(
                "“{found}” of {constant} is no number or outside what that constant may be: correct it or take it out."
            ),
        ),
        NoWorlds::Count {
            constant,
            found,
            expected,
        } => (
            format!(
                "{constant} 有 {found} 个值，应为 {expected} 个：每个常数的个数要相同，最多 {} 个。",
                worlds::MOST_WORLDS
            ),
            format!(
                "{constant} has {found} values; it must have {expected}: as many as every other constant, and {} at most.",
                worlds::MOST_WORLDS
            ),
        ),
        NoWorlds::World(number) => (
            format!("第 {number} 组里，分配公平与程序公平的权重之和超过 1：调低其中一个。"),
            format!(
                "in set {number} the weights of distribution and procedure exceed 1 together: lower one of them."
            ),
        ),
    }
}

fn unknown(path: &str, nearest: Option<&'static str>) -> (String, String) {
    match nearest {
        Some(known) => {
            let label = find(known).map(|field| field.label);
            let (zh, en) = label.map_or((String::new(), String::new()), |label| {
                (format!("（{}）", label.zh), format!(" ({})", label.en))
            });
            (
                format!("没有 {path} 这个字段。是不是 {known}{zh}？"),
                format!("There is no field {path}. Did you mean {known}{en}?"),
            )
        }
        None => (
            format!("没有 {path} 这个字段。“fairfloor schema”列出全部字段。"),
            format!("There is no field {path}. `fairfloor schema` lists them all."),
        ),
    }
}

/// A sentence that begins with the field's name and path.
fn of_field(path: &str, say: impl Fn(&Field) -> (String, String)) -> (String, String) {
    match find(path) {
        Some(field) => {
            let (zh, en) = say(field);
            (
                format!("“{}”（{path}）：{zh}", field.label.zh),
                format!("{} ({path}): {en}", field.label.en),
            )
        }
        None => unknown(path, None),
    }
}

/// What the field takes.
fn kind_words(field: &Field, language: Language) -> String {
    let (zh, en) = match field.kind {
        Kind::Number { min, max, .. } => (
            format!(" {}", range(min, max, field.unit, "的数", Language::Zh)),
            range(min, max, field.unit, "a number ", Language::En),
        ),
        Kind::Whole { min, max } => {
            let (min, max) = (f64::from(min), f64::from(max));
            (
                format!(" {}", range(min, max, field.unit, "的整数", Language::Zh)),
                range(min, max, field.unit, "a whole number ", Language::En),
            )
        }
        Kind::Switch => (" true 或 false".to_owned(), "true or false".to_owned()),
        Kind::Choice(_) => (
            format!("下列之一：{}", options(field, Language::Zh)),
            format!("one of {}", options(field, Language::En)),
        ),
        Kind::Series { len } => (
            format!(" {len} 个不小于 0 的数"),
            format!("{len} numbers, none below 0"),
        ),
        Kind::Words { max } => (
            format!("不超过 {max} 个字的文字"),
            format!("text of at most {max} characters"),
        ),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// A range as it is written in files, around what it is a range of: shares as 0–1, hours as
/// decimals, each explained at the end.
fn range(min: f64, max: f64, unit: Unit, noun: &str, language: Language) -> String {
    let (low, high) = (plain(min), plain(max));
    let (zh, en) = match unit {
        Unit::Share | Unit::SharePerYear => ("（0.05 即 5%）", " (0.05 is 5 %)"),
        Unit::HourOfDay => ("（8.5 即 08:30）", " (8.5 is 08:30)"),
        _ => ("", ""),
    };
    let name = if zh.is_empty() {
        unit_name(unit).get(language)
    } else {
        ""
    };
    let gap = if name.is_empty() { "" } else { " " };
    match language {
        Language::Zh => format!("{low} 到 {high} {name}之间{noun}{zh}"),
        Language::En => format!("{noun}between {low} and {high}{gap}{name}{en}"),
    }
}

fn options(field: &Field, language: Language) -> String {
    let Kind::Choice(options) = field.kind else {
        return String::new();
    };
    let named: Vec<String> = options
        .iter()
        .map(|option| match language {
            Language::Zh => format!("{}（{}）", option.id, option.label.zh),
            Language::En => option.id.to_owned(),
        })
        .collect();
    named.join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

fn conflict(rule: Rule) -> (String, String) {
    let (zh, en) = match rule {
        Rule::ClosesAfterOpening => (
            "停止接入时刻必须晚于开始接听时刻：把前者调晚，或把后者调早。",
            "The phones must close after they open: close later or open earlier.",
        ),
        Rule::SomeDemand => (
            "服务时段内没有任何来电：至少让一个工作日在服务时段的某个半小时里有来电。",
            "No calls in the opening hours: give at least one weekday some calls in a half-hour that is open.",
        ),
        Rule::SomeCallType => (
            "四类来电的占比全为 0：至少一类要大于 0。",
            "All four kinds of call have a share of 0: at least one must be above 0.",
        ),
        Rule::SomeWeight => (
            "四项考核的权重全为 0：至少一项要大于 0。",
            "All four indicators have weight 0: at least one must be above 0.",
        ),
        Rule::BandOrdered => (
            "通话时长合格区间的上限必须大于下限。",
            "The talk-time band must end above where it begins.",
        ),
        Rule::CashLocked => (
            "公共机构不发现金奖金：把奖金比例设为 0，或先允许现金奖励。",
            "A public institution hands out no cash: set the bonus to 0, or allow cash first.",
        ),
        Rule::FairnessWeights => (
            "分配公平与程序公平的权重之和不能超过 1：调低其中一个。",
            "The weights of distribution and procedure may not exceed 1 together: lower one of them.",
        ),
        Rule::ScoringSheet => (
            "质检评分表总分 100：解决与礼貌两项相加不能超过 100，调低其中一项。",
            "The scoring sheet has 100 points: solving and courtesy may not exceed 100 together, so lower one.",
        ),
        Rule::ShiftHoldsBreaks => (
            "班次必须比午餐和休息加起来长：延长班次，或减少休息。",
            "A shift must be longer than its lunch and rests together: lengthen it or shorten those.",
        ),
    };
    let fields = rule.paths().iter().filter_map(|path| find(path));
    let (mut names_zh, mut names_en) = (Vec::new(), Vec::new());
    for field in fields {
        names_zh.push(format!("“{}”（{}）", field.label.zh, field.path));
        names_en.push(format!("{} ({})", field.label.en, field.path));
    }
    (
        format!("{}：{zh}", names_zh.join("、")),
        format!("{}: {en}", names_en.join(", ")),
    )
}

/// A number as it is typed into a file.
fn plain(value: f64) -> String {
    write::number(value).to_string()
}

/// A size in the unit that says it best.
#[must_use]
pub fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        return format!("{} KB", bytes.div_ceil(1000));
    }
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wrong: &Problem, zh: &str, en: &str) {
        assert_eq!(problem(wrong, Language::Zh), zh);
        assert_eq!(problem(wrong, Language::En), en);
    }

    #[test]
    fn problems_name_field_finding_and_remedy() {
        check(
            &Problem::OutOfRange {
                path: "workforce.headcount",
                value: -3.0,
                min: 1.0,
                max: 5000.0,
            },
            "“定员人数”（workforce.headcount）：填的是 -3，应在 1 到 5000 人之间。",
            "Budgeted posts (workforce.headcount): found -3; it must be between 1 and 5000 people.",
        );
        check(
            &Problem::Unknown {
                path: "workforce.headcuont".to_owned(),
                nearest: Some("workforce.headcount"),
            },
            "没有 workforce.headcuont 这个字段。是不是 workforce.headcount（定员人数）？",
            "There is no field workforce.headcuont. Did you mean workforce.headcount (Budgeted posts)?",
        );
        check(
            &Problem::NotFinite {
                path: "rewards.awards.coverage_share",
            },
            "“奖励覆盖面”（rewards.awards.coverage_share）：不是有限的数（NaN、Infinity 或过大的数）：请写 0 到 1 之间的数（0.05 即 5%）。",
            "Award coverage (rewards.awards.coverage_share): not a finite number (NaN, Infinity or too large): give a number between 0 and 1 (0.05 is 5 %).",
        );
    }

    #[test]
    fn sizes_read_well() {
        for (bytes, expected) in [
            (999, "1 KB"),
            (1_000_000, "1.0 MB"),
            (10_480_000, "10.4 MB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
