//! `fit`: a centre's own export, as figures and as the scenario that they give.

use crate::args::TwoFormats;
use crate::failure::Failure;
use crate::print::aside;
use crate::table::{table, width};
use crate::{input, out, print, replay};
use clap::Args;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::import::Import;
use fairfloor::scenario::write::{number, write_differences};
use fairfloor::study::fit::service::{KindOfCall, LogNormal};
use fairfloor::study::fit::sums::{Of, SURVIVAL_SECONDS, WITHIN_SECONDS};
use fairfloor::study::fit::{Figure, Fit, fit};
use fairfloor::view::number::counted;
use fairfloor::view::{fit as words, incoming};
use serde_json::{Map, Value as Json, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What to fit.
#[derive(Args)]
pub struct Options {
    /// A CSV or an Excel workbook (.xlsx) of single calls or of half-hours, or - for standard input
    pub file: PathBuf,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = TwoFormats::Table)]
    pub format: TwoFormats,
    /// Also write the scenario into this file, which must not be there yet
    #[arg(long, value_name = "SCENARIO.json")]
    pub out: Option<PathBuf>,
    /// Instead of the fit, simulate the log with its own arrivals: real beside simulated, by day and
    /// half-hour
    #[arg(long)]
    pub replay: bool,
}

/// Fits an export and prints what it says.
pub fn run(options: &Options, language: Language) -> Result<(), Failure> {
    if let Some(path) = &options.out {
        out::spare(path, language)?;
    }
    let (import, export) = input::export(&options.file, language)?;
    let place = options.file.display();
    for line in incoming::rows(&import, language) {
        aside(&format!("{place}: {line}"));
    }
    for note in &import.notes {
        aside(&format!("{place}: {}", incoming::note(note, language)));
    }
    let mut fit = fit(&export);
    name(&mut fit, &options.file);
    let scenario = write_differences(&fit.scenario, &Scenario::standard());
    if let Some(path) = &options.out {
        out::write_one(path, &format!("{scenario:#}\n"), language)?;
    }
    if options.replay {
        return replay::run(&export, &fit, options.format, language);
    }
    print::result(&match options.format {
        TwoFormats::Json => format!("{:#}\n", json(&fit, &import, &scenario, language)),
        TwoFormats::Table => text(&fit, language),
    })
}

/// The scenario says where it comes from.
fn name(fit: &mut Fit, file: &Path) {
    let stem = match file.file_stem() {
        Some(stem) if file != Path::new("-") => stem.to_string_lossy().into_owned(),
        Some(_) | None => "fit".to_owned(),
    };
    let (days, first, last) = fit.days;
    let offered = fit.offered;
    fit.scenario.name = stem.chars().take(100).collect();
    fit.scenario.description = format!(
        "由 {first} 至 {last} 的 {offered} 通来电（{days} 天）拟合；其余为默认值。\n\
         Fitted to {} from {first} to {last} ({}); all else is default.",
        counted(offered, "call", "calls"),
        counted(days, "day", "days")
    );
}

fn json(fit: &Fit, import: &Import, scenario: &Json, language: Language) -> Json {
    let value = |figure: Option<Figure>| figure.map_or(Json::Null, |f| number(f.value));
    let at = |of| value(fit.figure(of));
    let seconds = |from: &[f64], of: fn(usize) -> Of| -> Map<String, Json> {
        let named = from.iter().enumerate();
        named
            .map(|(i, seconds)| (seconds.to_string(), at(of(i))))
            .collect()
    };
    let agents = fit.agents.as_ref();
    let daily = &fit.daily;
    let patience_fit = fit.mixture.map(|mixture| {
        json!({
            "impatient_share": number(mixture.impatient_share),
            "impatient_seconds": (!mixture.is_single()).then(|| number(mixture.impatient_seconds)),
            "mean_patience_seconds": number(mixture.patient_seconds),
            "survival_distance": fit.mixture_distance.map(|(distance, _)| number(distance)),
        })
    });
    let (days, first, last) = fit.days;
    let problems: Vec<Json> = import
        .problems
        .iter()
        .map(|p| json!({"line": p.line, "message": incoming::row(p, language)}))
        .collect();
    json!({
        "offered": number(fit.offered),
        "answered": fit.answered.map(number),
        "abandonment": at(Of::Abandonment),
        "mean_wait_seconds": at(Of::MeanWait),
        "mean_wait_of_answered_seconds": at(Of::MeanWaitOfAnswered),
        "answered_within": seconds(&WITHIN_SECONDS, Of::Within),
        "mean_served_seconds": at(Of::MeanServed),
        "service_seconds": {
            "mean": at(Of::ServiceMean),
            "cv": at(Of::ServiceCv),
            "log_mean": at(Of::LogMean),
            "log_sd": at(Of::LogSd),
            "log_normal_distance": fit.service.all.map(|all| number(all.distance)),
            "believed_mean": fit.service.believed_mean.map(number),
            "too_long_calls": fit.service.all.map(|_| fit.service.long.0),
        },
        "kinds": fit.service.kinds.iter().map(kind).collect::<Vec<_>>(),
        "patience_seconds": {"mean": at(Of::MeanPatience), "survival": seconds(&SURVIVAL_SECONDS, Of::Survival)},
        "patience_fit": patience_fit,
        "agents": {
            "count": agents.map(|a| a.count),
            "log_sd": value(agents.and_then(|a| a.log_sd)),
            "compared_on": agents.and_then(|a| a.compared_on.clone()),
            "log_sd_all_kinds": value(agents.and_then(|a| a.log_sd_all_kinds)),
            "short_call_share": agents.and_then(|a| a.short.as_ref()).map(|s| json!({
                "median": number(s.median), "most": number(s.most), "whose": s.whose, "people": s.people,
            })),
        },
        "short_call_share": at(Of::ShortShare),
        "calls_per_day": number(daily.calls_per_day.value),
        "day_cv": value(daily.day_cv),
        "dispersion_of_daily_counts": value(daily.dispersion),
        "days": {"count": days, "first": first.to_string(), "last": last.to_string()},
        "standard_errors": standard_errors(fit),
        "problems": problems,
        "problem_count": import.problem_count,
        "warnings": fit.warnings.iter().map(|w| words::warning(w, language)).collect::<Vec<_>>(),
        "unmatched": fit.unmatched.iter().map(|u| words::unmatched(u, language)).collect::<Vec<_>>(),
        "scenario": scenario,
    })
}

/// The standard error of each figure that has one, by the figure's path.
fn standard_errors(fit: &Fit) -> Map<String, Json> {
    let of = |of| fit.figure(of);
    let fitted = [
        ("abandonment", of(Of::Abandonment)),
        ("mean_wait_seconds", of(Of::MeanWait)),
        ("service_seconds.mean", of(Of::ServiceMean)),
        ("service_seconds.cv", of(Of::ServiceCv)),
        ("service_seconds.log_mean", of(Of::LogMean)),
        ("service_seconds.log_sd", of(Of::LogSd)),
        ("patience_seconds.mean", of(Of::MeanPatience)),
    ];
    let survival = SURVIVAL_SECONDS.iter().enumerate().map(|(i, seconds)| {
        let name = format!("patience_seconds.survival.{seconds}");
        (name, of(Of::Survival(i)))
    });
    let rest = [
        ("agents.log_sd", fit.agents.as_ref().and_then(|a| a.log_sd)),
        ("short_call_share", of(Of::ShortShare)),
        ("dispersion_of_daily_counts", fit.daily.dispersion),
        ("patience_fit.impatient_share", of(Of::ImpatientShare)),
        ("patience_fit.impatient_seconds", of(Of::ImpatientSeconds)),
        ("patience_fit.mean_patience_seconds", of(Of::PatientSeconds)),
        ("calls_per_day", Some(fit.daily.calls_per_day)),
        ("day_cv", fit.daily.day_cv),
    ];
    let named = |(name, figure): (&str, Option<Figure>)| (name.to_owned(), figure);
    let error = |figure: Option<Figure>| figure.and_then(|f| f.error).map_or(Json::Null, number);
    let fitted = fitted.into_iter().map(named);
    let all = fitted.chain(survival).chain(rest.into_iter().map(named));
    all.map(|(name, figure)| (name, error(figure))).collect()
}

fn kind(kind: &KindOfCall) -> Json {
    json!({
        "name": kind.name,
        "offered": kind.offered,
        "service_seconds": kind.service.map(|s| json!({
            "count": number(s.count),
            "mean": number(s.mean),
            "log_mean": number(s.log_mean),
            "log_sd": number(s.log_sd),
            "log_normal_distance": number(s.distance),
        })),
    })
}

fn text(fit: &Fit, language: Language) -> String {
    let said = |zh, en| Text { zh, en }.get(language);
    let rows: Vec<Vec<String>> = words::rows(fit, language)
        .into_iter()
        .map(|row| row.to_vec())
        .collect();
    let head = [
        said("指标", "Figure"),
        said("值", "Value"),
        said("标准误", "Standard error"),
    ];
    let mut out = table(&head, &rows);
    let _ = writeln!(out, "\n{}", words::explanation(fit, language));
    let named = fit
        .service
        .kinds
        .iter()
        .map(|k| (k.name.as_str(), k.service));
    let all = std::iter::once((said("全部", "all"), fit.service.all));
    let kinds: Vec<Vec<String>> = named
        .chain(all)
        .filter_map(|(name, service)| service.map(|service| kind_row(name, &service)))
        .collect();
    if !kinds.is_empty() {
        let head = [
            said("通话时长（至少 10 秒）", "Talk of at least 10 s"),
            said("通数", "Calls"),
            said("均值（秒）", "Mean (s)"),
            said("对数均值", "Log mean"),
            said("对数标准差", "Log sd"),
            said("与对数正态的最大差", "Distance from log-normal"),
        ];
        let _ = write!(out, "\n{}", table(&head, &kinds));
    }
    if let Some((distance, seconds)) = fit.mixture_distance {
        let line = match language {
            Language::Zh => {
                format!("耐心拟合与 Kaplan–Meier 的最大差：{distance:.3}（在 {seconds:.0} 秒处）")
            }
            Language::En => format!(
                "Patience as fitted differs from Kaplan–Meier by at most {distance:.3} (at {seconds:.0} s)"
            ),
        };
        let _ = write!(out, "\n{line}\n");
    }
    if let Some(short) = fit.agents.as_ref().and_then(|agents| agents.short.as_ref()) {
        let (median, most, whose) = (100.0 * short.median, 100.0 * short.most, &short.whose);
        let people = short.people;
        let line = match language {
            Language::Zh => format!(
                "短于 10 秒的通话占比，按人（接过至少 30 通的 {people} 人）：中位数 {median:.1}%，最多 {most:.1}%（{whose}）"
            ),
            Language::En => format!(
                "Calls under 10 s by person ({people} with at least 30 calls): median {median:.1}%, most {most:.1}% ({whose})"
            ),
        };
        let _ = write!(out, "\n{line}\n");
    }
    let warnings = fit.warnings.iter().map(|w| words::warning(w, language));
    list(
        &mut out,
        said("数据说不清的：", "Where the data say little:"),
        warnings,
    );
    let unmatched = fit.unmatched.iter().map(|u| words::unmatched(u, language));
    list(
        &mut out,
        said("拟合对不上的：", "What the fit could not match:"),
        unmatched,
    );
    let scenario = write_differences(&fit.scenario, &Scenario::standard());
    let title = said(
        "得到的情景（与默认值的差别；走势见 --format json 或 --out）：",
        "The scenario it gives (what differs from the default; for the day's course see --format json or --out):",
    );
    list(&mut out, title, fields(&scenario).into_iter());
    out
}

fn kind_row(name: &str, service: &LogNormal) -> Vec<String> {
    vec![
        if width(name) == 0 { "–" } else { name }.to_owned(),
        format!("{}", service.count),
        format!("{:.1}", service.mean),
        format!("{:.3}", service.log_mean),
        format!("{:.3}", service.log_sd),
        format!("{:.3}", service.distance),
    ]
}

fn list(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title}");
    for line in lines {
        let _ = writeln!(out, "- {line}");
    }
}

/// Each number of a scenario with its path.
fn fields(scenario: &Json) -> Vec<String> {
    let mut found = Vec::new();
    let mut groups = vec![(String::new(), scenario)];
    while let Some((path, json)) = groups.pop() {
        if let Json::Object(map) = json {
            for (key, inner) in map.iter().rev() {
                let dot = if path.is_empty() { "" } else { "." };
                groups.push((format!("{path}{dot}{key}"), inner));
            }
        } else if json.is_number() && path != "schema_version" {
            found.push(format!("{path} = {json}"));
        }
    }
    found
}
