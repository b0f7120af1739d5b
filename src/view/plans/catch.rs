//! What must change for one scenario to catch up with another.

use crate::measure::metric::METRICS;
use crate::measure::summary::Summary;
use crate::scenario::field::{Field, Language, Text, Unit, Value};
use crate::study::search::catch::{CatchUp, Caught, Change, Tried};
use crate::study::sensitivity::inputs::{Input, Range};
use crate::view::chart::rows::{Row, draw};
use crate::view::finding::{Figure, Finding, Table, head, say};
use crate::view::look::{difference, hedge, is_first};
use crate::view::number::{bare, show, show_difference};
use crate::view::overturn::amount;

fn unit(study: &CatchUp) -> Unit {
    study
        .claim()
        .metric()
        .map_or(Unit::None, |m| METRICS[m].unit)
}

fn metric(study: &CatchUp, language: Language) -> &'static str {
    let metric = study.claim().metric();
    metric.map_or("", |m| METRICS[m].label.get(language))
}

/// A lever that is moved: which, from what, to what, the unit once.
#[must_use]
pub fn moved(
    study: &CatchUp,
    one: (usize, f64),
    language: Language,
) -> (&'static Field, [String; 2]) {
    let lever = &study.levers()[one.0];
    let unit = lever.field.unit;
    let from = match (&lever.own, unit) {
        (Value::Number(own), Unit::Share | Unit::SharePerYear) => show(*own, unit, language),
        (Value::Number(own), _) => bare(*own, unit),
        (own, _) => amount(lever, own, language),
    };
    (
        lever.field,
        [from, amount(lever, &study.value(one), language)],
    )
}

/// The levers of a change and where to, in words.
fn moves(study: &CatchUp, change: &Change, language: Language) -> String {
    let mut all = String::new();
    for one in &change.moves {
        let (field, [from, to]) = moved(study, *one, language);
        let option = matches!(study.levers()[one.0].range, Range::Options(_));
        let words = match (language, option) {
            (Language::Zh, false) => ["，", "“", "”由 ", " 改为 ", ""],
            (Language::Zh, true) => ["，", "“", "”由“", "”改为“", "”"],
            (Language::En, _) => [", ", "“", "” from ", " to ", ""],
        };
        let [and, open, close, into, end] = words;
        let label = field.label.get(language);
        let and = if all.is_empty() { "" } else { and };
        for part in [and, open, label, close, &from, into, &to, end] {
            all.push_str(part);
        }
    }
    all
}

/// Where a change leaves the one that catches up: ahead, level as far as can be told, or behind.
fn place(margin: &Summary, language: Language) -> &'static str {
    let (low, high) = margin.ci95;
    match language {
        Language::Zh if is_first(margin) => "初看",
        Language::Zh if low > 0.0 => "领先",
        Language::Zh if high < 0.0 => "仍落后",
        Language::Zh => "持平，分不清先后",
        Language::En if is_first(margin) => "a first look",
        Language::En if low > 0.0 => "ahead",
        Language::En if high < 0.0 => "still behind",
        Language::En => "level, can’t tell who is ahead",
    }
}

/// What comes of a change in a line: how far ahead, what that means, how large the move is.
#[must_use]
pub fn comes_to(study: &CatchUp, change: &Change, language: Language) -> String {
    let ahead = difference(&change.margin, unit(study), language);
    let (before, after) = match language {
        Language::Zh => ("之后领先 ", " · 改动占可调范围 "),
        Language::En => ("Then ahead by ", " · share of the ranges "),
    };
    // Few years are said by the interval already.
    let (colon, place) = match language {
        _ if is_first(&change.margin) => ("", ""),
        Language::Zh => ("：", place(&change.margin, language)),
        Language::En => (": ", place(&change.margin, language)),
    };
    [before, &ahead, colon, place, after, &share(change)].concat()
}

fn share(change: &Change) -> String {
    format!("{:.0}%", change.distance * 100.0)
}

/// What stands over the changes: enough, enough so far, or only the nearest.
#[must_use]
pub fn title(found: &Caught, language: Language) -> String {
    let together = found.together.as_ref();
    let enough = together.is_none_or(|all| all.margin.mean > 0.0);
    let known = found.complete && !found.margin.is_some_and(|margin| is_first(&margin));
    let (zh, en) = match (enough, known) {
        (false, _) => ("最接近的改动", "What comes nearest"),
        (true, true) => (
            "足以追上的改动，由小到大",
            "Changes that are enough, smallest first",
        ),
        (true, false) => (
            "到目前为止足以追上的改动",
            "Changes that seem enough so far",
        ),
    };
    say(language, zh, en)
}

/// Everything that a person reads of it, at any moment; `names` are the one behind and the one ahead.
#[must_use]
pub fn finding(
    study: &CatchUp,
    found: &Caught,
    names: [&str; 2],
    width: f64,
    language: Language,
) -> Finding {
    let titles = head(
        language,
        ["改什么", "之后领先", "结果", "占可调范围"],
        [
            "What changes",
            "Then ahead by",
            "That is",
            "Share of the ranges",
        ],
    );
    let mut table = Table::new(title(found, language), &titles);
    for change in found.singles.iter().chain(&found.together) {
        table.rows.push(vec![
            moves(study, change, language),
            difference(&change.margin, unit(study), language),
            place(&change.margin, language).to_owned(),
            share(change),
        ]);
    }
    Finding {
        sentence: sentence(study, found, names, language),
        notes: notes(found, language),
        figures: figure(study, found, width, language).into_iter().collect(),
        tables: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![table]
        },
    }
}

/// What qualifies it.
#[must_use]
pub fn notes(found: &Caught, language: Language) -> Vec<String> {
    let years = found.margin.map_or(0, |margin| margin.count).to_string();
    let (first, before, after) = match language {
        Language::Zh => (
            "“追上”指在同样的运气下均值不再落后；区间跨过零的，换一年运气仍可能落后。",
            "每次试改各算 ",
            " 年。这是搜索，不是证明：没试到的改动可能更小；试得多，选出来的也沾了运气的光，宜加为情景再比一次。",
        ),
        Language::En => (
            "Caught up means no longer behind on the mean under the same luck; where the interval spans zero, another year may still be behind.",
            "Years of each trial: ",
            ". A search is no proof: a change that was not tried may be smaller, and what is picked among many has been a little lucky; add it as a scenario and compare it again.",
        ),
    };
    vec![first.to_owned(), [before, &years, after].concat()]
}

/// How far each lever brings it alone, beside where it stands.
#[must_use]
pub fn figure(study: &CatchUp, found: &Caught, width: f64, language: Language) -> Option<Figure> {
    let unit = unit(study);
    let base = found.margin.filter(|margin| margin.mean < 0.0)?;
    let first = found.tried.first()?;
    let row = |label: String, margin: &Summary, note: String, class| Row {
        label,
        bar: None,
        dot: Some(margin.mean),
        whisker: (!is_first(margin)).then_some(margin.ci95),
        note,
        class,
    };
    let titles = head(
        language,
        ["政策", "现在", "试到", "最好在", "那时领先"],
        ["Lever", "Now", "Tried", "Best at", "Then ahead by"],
    );
    let caption = caption(study, &base, first, language);
    let mut table = Table::new(caption.clone(), &titles);
    let own = say(language, "现在", "As it is");
    let mut rows = vec![row(own.clone(), &base, String::new(), "null")];
    let ahead = |margin: &Summary| difference(margin, unit, language);
    let none = || "—".to_owned();
    table
        .rows
        .push(vec![own, none(), none(), none(), ahead(&base)]);
    for tried in &found.tried {
        let lever = &study.levers()[tried.lever];
        let label = lever.field.label.get(language).to_owned();
        let best = moved(study, (tried.lever, tried.at), language).1[1].clone();
        rows.push(row(label.clone(), &tried.margin, best.clone(), "series-a"));
        table.rows.push(vec![
            label,
            amount(lever, &lever.own, language),
            reach(lever, language),
            best,
            ahead(&tried.margin),
        ]);
    }
    let title = pick(
        language,
        "单独改一项之后领先多少；线左为落后",
        "Ahead by, each alone; left: still behind",
    );
    // The unit stands once, over the scale.
    let none = show_difference(0.0, unit, language);
    let name = none.trim_start_matches('0').trim();
    let title = match (name, language) {
        ("", _) => title.to_owned(),
        (name, Language::Zh) => [title, "（", name, "）"].concat(),
        (name, Language::En) => [title, " (", name, ")"].concat(),
    };
    let value = |v: f64| [if v > 0.0 { "+" } else { "" }, &bare(v, unit)].concat();
    Some(Figure {
        id: "catch",
        caption,
        drawing: draw(&rows, &title, 0.0, value, width),
        table,
    })
}

fn caption(study: &CatchUp, base: &Summary, best: &Tried, language: Language) -> String {
    if best.margin.mean <= base.mean {
        return say(language, "单独改哪一项都没有帮助", "No lever helps alone");
    }
    let label = study.levers()[best.lever].field.label.get(language);
    let margins = [base.mean, best.margin.mean];
    let [from, to] = margins.map(|v| show_difference(v, unit(study), language));
    let (before, after) = match language {
        Language::Zh => ("单独改一项，“", "”作用最大："),
        Language::En => ("Alone, “", "” does most: "),
    };
    [before, label, after, &from, " → ", &to].concat()
}

/// From where to where a lever is tried.
fn reach(lever: &Input, language: Language) -> String {
    let show = |value: &Value| amount(lever, value, language);
    match &lever.range {
        Range::Amounts { low, high } => {
            let unit = lever.field.unit;
            crate::view::number::show_range(*low, *high, unit, language)
        }
        Range::Options(options) => match (options.as_slice(), language) {
            ([one, other], _) => format!("{} / {}", show(one), show(other)),
            (all, Language::Zh) => format!("{} 种", all.len()),
            (all, Language::En) => format!("{} options", all.len()),
        },
    }
}

/// Where the one that is to catch up stands now, with a full stop.
fn stands(study: &CatchUp, margin: &Summary, names: [&str; 2], language: Language) -> String {
    let ([behind, ahead], what) = (names, metric(study, language));
    let by = show_difference(margin.mean.abs(), unit(study), language);
    let by = by.trim_start_matches('+');
    let look = hedge(margin.count, language);
    let (low, high) = margin.ci95;
    let luck = !is_first(margin) && low <= 0.0 && high >= 0.0;
    let same = low == high && margin.mean == 0.0;
    let behind_now = margin.mean < 0.0;
    let (zh, en) = match (same, luck, behind_now) {
        (true, _, _) => ("，两者完全相同", ": they are the same"),
        (_, true, _) => (
            "，但这可能只是运气，分不清先后",
            ", but that may be luck: they can’t be told apart",
        ),
        (_, _, false) => ("，不用追", ": nothing to catch up"),
        (_, _, true) => ("", ""),
    };
    let tail = pick(language, zh, en);
    let (zh, en) = if behind_now {
        ("落后", "behind")
    } else {
        ("领先", "ahead of")
    };
    let is = pick(language, zh, en);
    match language {
        Language::Zh => format!("“{behind}”的{what}比“{ahead}”{is} {by}{look}{tail}。"),
        Language::En => format!("“{behind}” is {by} {is} “{ahead}” in “{what}”{look}{tail}."),
    }
}

/// The finding in a sentence or two; `names` are the one behind and the one ahead.
#[must_use]
pub fn sentence(study: &CatchUp, found: &Caught, names: [&str; 2], language: Language) -> String {
    let Some(margin) = found.margin else {
        return if found.complete {
            let label = metric(study, language);
            [
                label,
                pick(language, "：这里没有定义。", ": not defined here."),
            ]
            .concat()
        } else {
            say(language, "还没有模拟年。", "No simulated year yet.")
        };
    };
    let first = stands(study, &margin, names, language);
    if margin.mean >= 0.0 {
        return first;
    }
    let stop = pick(language, "。", ".");
    if let Some(one) = found.singles.first() {
        let before = match (found.complete, is_first(&margin)) {
            (true, false) => pick(
                language,
                "改一项就能追上，改动最小的是",
                " One lever is enough; the smallest move is ",
            ),
            (true, true) => pick(
                language,
                "初看之下，改一项也许就能追上，改动最小的是",
                " At a first look one lever seems enough; the smallest move is ",
            ),
            (false, _) => pick(
                language,
                "到目前为止，改一项就能追上，改动最小的是",
                " So far one lever seems enough; the smallest move yet is ",
            ),
        };
        return [&first, before, &moves(study, one, language), stop].concat();
    }
    let Some(all) = &found.together else {
        let then = if found.complete {
            pick(
                language,
                "范围内试过的改动都没有帮助。",
                " Nothing that was tried within the ranges helps.",
            )
        } else {
            pick(language, "还在逐项试……", " Trying the levers one by one …")
        };
        return first + then;
    };
    let before = match (all.margin.mean > 0.0, found.complete) {
        (true, _) => pick(
            language,
            "改任何一项都不够，要",
            " No single lever is enough; it takes ",
        ),
        (false, false) => pick(
            language,
            "改任何一项都不够，正在几项一起试；到目前为止最接近的是",
            " No single lever is enough, several are being tried together; nearest so far: ",
        ),
        (false, true) => pick(
            language,
            "范围内试过的改动都追不上；最接近的是",
            " Nothing that was tried within the ranges catches up; nearest: ",
        ),
    };
    let (n, one) = (all.moves.len().to_string(), all.moves.len() == 1);
    let number = match (language, one) {
        (Language::Zh, true) => "改一项".to_owned(),
        (Language::Zh, false) => ["一起改 ", &n, " 项"].concat(),
        (Language::En, true) => "one lever".to_owned(),
        (Language::En, false) => [&n, " levers together"].concat(),
    };
    let by = difference(&all.margin, unit(study), language);
    let [open, close] = [
        pick(language, "（之后领先 ", " (then ahead by "),
        pick(language, "）：", "): "),
    ];
    let to = moves(study, all, language);
    [&first, before, &number, open, &by, close, &to, stop].concat()
}

fn pick(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    Text { zh, en }.get(language)
}
