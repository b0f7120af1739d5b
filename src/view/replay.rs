//! A log beside its own simulation, in words: a table, and what the difference is and may come from.

use crate::scenario::field::Language;
use crate::study::replay::tally::{Figures, WITHIN_SECONDS};
use crate::study::replay::{Comparison, Part, Row};

/// Heads of the table's columns.
#[must_use]
pub fn head(language: Language) -> Vec<String> {
    let said = |zh: &str, en: &str| pick(zh, en, language);
    let mut head = vec![said("范围", "Part"), said("来电", "Calls")];
    let mut pair = |name: String| {
        head.push(format!("{name} {}", said("实际", "real")));
        head.push(said("模拟", "sim."));
    };
    pair(said("放弃", "Hung up"));
    pair(said("平均等待（秒）", "Mean wait (s)"));
    for seconds in WITHIN_SECONDS {
        pair(said(
            &format!("{seconds} 秒内接通"),
            &format!("Within {seconds} s"),
        ));
    }
    head
}

/// A row of the table.
#[must_use]
pub fn row(row: &Row, language: Language) -> Vec<String> {
    let mut cells = vec![part(row.part, language), row.calls.to_string()];
    let shown = |figures: &Figures| -> [String; 5] {
        let list = figures.list();
        std::array::from_fn(|place| {
            if place == WAIT {
                format!("{:.0}", list[place])
            } else {
                percent(list[place])
            }
        })
    };
    for (real, simulated) in shown(&row.real).into_iter().zip(shown(&row.simulated)) {
        cells.extend([real, simulated]);
    }
    cells
}

/// Place of the mean wait in [`Figures::list`].
const WAIT: usize = 1;

fn part(part: Part, language: Language) -> String {
    match part {
        Part::All => pick("全部", "All", language),
        Part::Day(date) => date.to_string(),
        Part::HalfHour(at) => format!("{:02}:{:02}", at / 2, at % 2 * 30),
    }
}

fn percent(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}

/// What the comparison says, and what the difference may come from; None without a row for all.
#[must_use]
pub fn sentence(comparison: &Comparison, language: Language) -> Option<String> {
    let all = comparison.rows.iter().find(|row| row.part == Part::All)?;
    let (real, found) = (&all.real, &all.simulated);
    let (low, high) = (&all.range.0, &all.range.1);
    let points = 100.0 * (found.abandonment - real.abandonment);
    let seconds = found.mean_wait_seconds - real.mean_wait_seconds;
    let together = |of: &dyn Fn(&Part) -> bool| {
        let found = comparison.correlation(of, |f| f.abandonment);
        found.map_or("–".to_owned(), |r| format!("{r:.2}"))
    };
    let days = together(&|part| matches!(part, Part::Day(_)));
    let half_hours = together(&|part| matches!(part, Part::HalfHour(_)));
    let (people, kinds) = (comparison.people, comparison.kinds);
    let hours = comparison.staffed_hours_a_day;
    let between = comparison.between_calls_seconds;
    let runs = comparison.replications;
    let told = match language {
        Language::Zh => format!(
            "用记录里的来电时刻模拟 {runs} 次：放弃 {}（90% 的模拟在 {} 到 {} 之间），实际 {}，相差 {points:+.1} 个百分点；平均等待 {:.0} 秒，实际 {:.0} 秒（{seconds:+.0}）；20 秒内接通 {}，实际 {}。放弃率逐日的相关为 {days}，逐半小时为 {half_hours}。差别可能来自模拟所不知道的：谁在线是从谁接了电话推出的（{people} 人，每天合计 {hours:.0} 小时；有人等待时两通电话之间平均隔 {between:.0} 秒），真实排班不在记录里；记录有 {kinds} 类来电，可能有优先级和专人，模拟只有一条先来先接的队；所有来电人的耐心和所有日子的通话时长各用同一个分布。",
            percent(found.abandonment),
            percent(low.abandonment),
            percent(high.abandonment),
            percent(real.abandonment),
            found.mean_wait_seconds,
            real.mean_wait_seconds,
            percent(found.within[0]),
            percent(real.within[0]),
        ),
        Language::En => format!(
            "Simulated {runs} times with the log's own arrivals, {} hang up (nine simulations in ten between {} and {}) where {} did, a difference of {points:+.1} points; the mean wait is {:.0} s where it was {:.0} s ({seconds:+.0}); {} are answered within 20 s where {} were. Over the days simulated and real abandonment correlate at {days}, over the half-hours at {half_hours}. The difference may come from what the simulation does not know: who was on the phones is read off who answered ({people} people, {hours:.0} hours a day together; while callers wait, {between:.0} s pass between two calls), as the log has no rosters; it has {kinds} kinds of call, perhaps with priorities and people of their own, where the simulation has one first-come queue; and one law of patience and one of talk time stand for all callers and all days.",
            percent(found.abandonment),
            percent(low.abandonment),
            percent(high.abandonment),
            percent(real.abandonment),
            found.mean_wait_seconds,
            real.mean_wait_seconds,
            percent(found.within[0]),
            percent(real.within[0]),
        ),
    };
    Some(told + &left_out(comparison.outside, language))
}

/// How many calls of the log are not among those simulated; empty where all are.
fn left_out(outside: usize, language: Language) -> String {
    match (outside, language) {
        (0, _) => String::new(),
        (_, Language::Zh) => format!("另有 {outside} 通在服务时段以外打来，不计在内。"),
        (1, Language::En) => {
            " One call came before the hall opens or after it closes and is left out.".to_owned()
        }
        (_, Language::En) => format!(
            " {outside} calls came before the hall opens or after it closes and are left out."
        ),
    }
}

/// Why a log can't be simulated with its own arrivals.
#[must_use]
pub fn impossible(language: Language) -> String {
    pick(
        "要用记录里的来电时刻模拟，须有逐通记录，且写明每通的等待、通话时长和由谁接听，并有足够多的人挂断。",
        "To simulate a log with its own arrivals, it must have single calls that say how long each waited and took and who answered, and enough callers who hung up.",
        language,
    )
}

fn pick(zh: &str, en: &str, language: Language) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}
