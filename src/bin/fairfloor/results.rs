//! Summaries of many replications as a table, as JSON and as CSV.

use crate::table::{cut, table};
use fairfloor::measure::chance::quantile_interval;
use fairfloor::measure::metric::{METRICS, Metric, position, range, range_of_difference};
use fairfloor::measure::outcome::Outcome;
use fairfloor::measure::summary::{self, Summary};
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::number;
use fairfloor::study::compare::{Comparison, Paired};
use fairfloor::view::number::{show, show_difference};
use fairfloor::view::verdict::Difference;
use fairfloor::view::{self, look};
use serde_json::{Map, Value as Json, json};

/// Every metric with mean, interval and quantiles, these with intervals of their own; null where a number
/// is not defined or the years are too few for it.
pub fn metrics_json(summaries: &[Option<Summary>], outcomes: &[Outcome]) -> Json {
    let entries = METRICS
        .iter()
        .zip(summaries)
        .enumerate()
        .map(|(at, (metric, summary))| {
            let unit = unit_id(metric.unit);
            let json = match summary {
                Some(s) => {
                    let mut sorted = summary::values(outcomes, at);
                    sorted.sort_by(f64::total_cmp);
                    let interval = |q| ends(quantile_interval(&sorted, q));
                    json!({
                        "mean": float(s.mean),
                        "ci95": ends(s.interval(metric.range()).unzip()),
                        "p05": float(s.p05),
                        "p50": float(s.p50),
                        "p95": float(s.p95),
                        "p05_ci95": interval(0.05),
                        "p50_ci95": interval(0.5),
                        "p95_ci95": interval(0.95),
                        "unit": unit,
                    })
                }
                None => json!({
                    "mean": null, "ci95": null, "p05": null, "p50": null, "p95": null, "unit": unit,
                }),
            };
            (metric.id.to_owned(), json)
        });
    Json::Object(entries.collect::<Map<_, _>>())
}

/// A mean with its interval and unit; null where there is none.
pub fn level(summary: Option<Summary>, unit: Unit) -> Json {
    mean(summary, unit, range(unit))
}

/// A mean difference with its interval and unit; null where there is none.
pub fn difference(summary: Option<Summary>, unit: Unit) -> Json {
    mean(summary, unit, range_of_difference(unit))
}

fn mean(summary: Option<Summary>, unit: Unit, within: (f64, f64)) -> Json {
    summary.map_or(Json::Null, |s| {
        json!({
            "mean": float(s.mean),
            "ci95": ends(s.interval(within).unzip()),
            "unit": unit_id(unit),
        })
    })
}

/// What the metric with this id is counted in.
pub fn unit_of(id: &str) -> Unit {
    position(id).map_or(Unit::None, |at| METRICS[at].unit)
}

/// Mean and interval as three cells of a row.
pub fn mean_cells(summary: Option<Summary>, within: (f64, f64)) -> [String; 3] {
    let (low, high) = summary.and_then(|s| s.interval(within)).unzip();
    [summary.map(|s| s.mean), low, high].map(cell)
}

/// Mean, interval and quantiles as cells of a row.
fn cells(summary: Option<Summary>, within: (f64, f64)) -> Vec<String> {
    let quantiles = [|s: Summary| s.p05, |s: Summary| s.p50, |s: Summary| s.p95];
    let quantiles = quantiles.map(|of| cell(summary.map(of)));
    [mean_cells(summary, within), quantiles].concat()
}

fn cell(value: Option<f64>) -> String {
    value.map_or_else(String::new, |v| v.to_string())
}

/// The ends of an interval; null where the years are too few for one, as a single year always is.
fn ends((low, high): (Option<f64>, Option<f64>)) -> [Json; 2] {
    [low, high].map(|end| end.map_or(Json::Null, float))
}

/// Every metric's paired difference with its interval, what follows, and what the common luck was worth.
pub fn differences_json(pairs: &[Option<Paired>], verdicts: &[Option<Difference>]) -> Json {
    let entries = METRICS
        .iter()
        .zip(pairs)
        .zip(verdicts)
        .map(|((metric, pairs), judged)| {
            let json = match (pairs, judged) {
                (Some(pairs), Some(judged)) => {
                    let mut json = difference(Some(pairs.summary), metric.unit);
                    json["pairs"] = pairs.summary.count.into();
                    json["agreement"] = float(judged.agreement);
                    json["verdict"] = judged.verdict.id().into();
                    json["luck_saves"] = pairs.luck_saved.map_or(Json::Null, float);
                    json
                }
                _ => json!({ "mean": null, "ci95": null, "unit": unit_id(metric.unit) }),
            };
            (metric.id.to_owned(), json)
        });
    Json::Object(entries.collect::<Map<_, _>>())
}

/// Label, mean, interval of the mean, and the middle nine tenths of the years.
pub fn metrics_table(summaries: &[Option<Summary>], language: Language) -> String {
    let head = match language {
        Language::Zh => ["指标", "均值", "均值的 95% 区间", "90% 的年份落在"],
        Language::En => ["Metric", "Mean", "95 % CI of the mean", "p05–p95 of years"],
    };
    let rows: Vec<Vec<String>> = METRICS
        .iter()
        .zip(summaries)
        .map(|(metric, summary)| {
            let label = metric.label.get(language).to_owned();
            let Some(s) = summary else {
                return vec![label, "—".to_owned(), String::new(), String::new()];
            };
            vec![
                label,
                show(s.mean, metric.unit, language),
                look::range(s, metric.unit, language),
                look::years(s, metric.unit, language),
            ]
        })
        .collect();
    table(&head, &rows)
}

/// Label, the reference's mean and the other's with their intervals, the difference with its own, what
/// follows from it, and what the common luck was worth.
pub fn difference_table(
    sides: [&[Option<Summary>]; 2],
    (pairs, verdicts): (&[Option<Paired>], &[Option<Difference>]),
    names: [&str; 2],
    language: Language,
) -> String {
    let (metric, more) = match language {
        Language::Zh => ("指标", ["差", "差的 95% 区间", "判断", "共同运气省几倍"]),
        Language::En => (
            "Metric",
            [
                "Difference",
                "95 % CI of the difference",
                "Verdict",
                "Luck saves",
            ],
        ),
    };
    // Names of files' scenarios can be as long as a sentence.
    let names = names.map(|name| cut(name, 24));
    let mut head = vec![metric, &names[0], &names[1]];
    head.extend(more);
    let rows: Vec<Vec<String>> = METRICS
        .iter()
        .enumerate()
        .map(|(at, metric)| {
            let mut row = vec![metric.label.get(language).to_owned()];
            row.extend(sides.map(|side| {
                side[at].map_or("—".to_owned(), |s| look::level(&s, metric.unit, language))
            }));
            let (Some(pairs), Some(judged)) = (&pairs[at], &verdicts[at]) else {
                return row;
            };
            let d = &pairs.summary;
            row.extend([
                show_difference(d.mean, metric.unit, language),
                look::span(d, metric.unit, language),
                judged.verdict.text().get(language).to_owned(),
                pairs
                    .luck_saved
                    .map_or(String::new(), |times| format!("{times:.1}×")),
            ]);
            row
        })
        .collect();
    table(&head, &rows)
}

/// Which differences are of fewer years than were run, and of how many: those in which both have a value.
pub fn fewer_pairs(pairs: &[Option<Paired>], years: u32, language: Language) -> Option<String> {
    let all = years as usize;
    let few = METRICS.iter().zip(pairs).filter_map(|(metric, pairs)| {
        let count = pairs.as_ref()?.summary.count;
        let label = metric.label.get(language);
        (count < all).then(|| match language {
            Language::Zh => format!("{label} {count} 年"),
            Language::En => format!("{label} {count}"),
        })
    });
    let few: Vec<String> = few.collect();
    (!few.is_empty()).then(|| match language {
        Language::Zh => format!(
            "差只取两边都有值的年份，{all} 年中：{}。两边的均值各取自己有值的年份，相减未必等于这个差。\n",
            few.join("，")
        ),
        Language::En => format!(
            "Differences are over the years in which both have a value; of {all}: {}. Each mean is over its own years, so the two need not be that far apart.\n",
            few.join(", ")
        ),
    })
}

/// What a row of a metric tells, after the columns of what it is of.
pub const TOLD: [&str; 8] = [
    "metric",
    "unit",
    "mean",
    "ci95_low",
    "ci95_high",
    "p05",
    "p50",
    "p95",
];

/// The cells of [`TOLD`].
pub fn told(metric: &Metric, summary: Option<Summary>, within: (f64, f64)) -> Vec<String> {
    let what = [metric.id, unit_id(metric.unit)].map(str::to_owned);
    [what.to_vec(), cells(summary, within)].concat()
}

/// The head of a row a scenario and metric.
fn columns() -> Vec<String> {
    let all = ["scenario"].into_iter().chain(TOLD);
    all.map(str::to_owned).collect()
}

fn row(name: &str, metric: &Metric, summary: Option<Summary>, within: (f64, f64)) -> Vec<String> {
    [vec![name.to_owned()], told(metric, summary, within)].concat()
}

/// One row a metric, for spreadsheets.
pub fn metrics_csv(name: &str, summaries: &[Option<Summary>]) -> String {
    let of = METRICS.iter().zip(summaries);
    let rows = of.map(|(metric, summary)| row(name, metric, *summary, metric.range()));
    csv(&std::iter::once(columns()).chain(rows).collect::<Vec<_>>())
}

/// One row a scenario and metric, then one for each difference from the reference: the scenario is then «B −
/// A», and two more columns say what it is held against and over how many pairs of years.
pub fn compared_csv(found: &Comparison, names: &[&str]) -> String {
    let mut head = columns();
    head.extend(["against", "pairs"].map(str::to_owned));
    let mut rows = vec![head];
    for (name, summaries) in names.iter().zip(&found.metrics) {
        for (metric, summary) in METRICS.iter().zip(summaries) {
            let mut row = row(name, metric, *summary, metric.range());
            row.extend([const { String::new() }; 2]);
            rows.push(row);
        }
    }
    let reference = names[found.reference];
    let others = (0..names.len()).filter(|at| *at != found.reference);
    for at in others {
        let name = format!("{} − {reference}", names[at]);
        for (metric, pairs) in METRICS.iter().zip(&found.differences[at]) {
            let summary = pairs.as_ref().map(|pairs| pairs.summary);
            let mut row = row(&name, metric, summary, range_of_difference(metric.unit));
            row.push(reference.to_owned());
            row.push(summary.map_or(0, |s| s.count).to_string());
            rows.push(row);
        }
    }
    csv(&rows)
}

/// One row a scenario and replication, a column a metric.
pub fn replications_csv(scenarios: &[(&str, &[Outcome])], seed: u64) -> String {
    let mut head = ["scenario", "seed", "replication"]
        .map(str::to_owned)
        .to_vec();
    head.extend(METRICS.iter().map(|metric| metric.id.to_owned()));
    let mut rows = vec![head];
    for (name, outcomes) in scenarios {
        for (replication, outcome) in outcomes.iter().enumerate() {
            let mut row = vec![
                (*name).to_owned(),
                seed.to_string(),
                replication.to_string(),
            ];
            let values = outcome.metrics.iter();
            row.extend(values.map(|v| v.map_or(String::new(), |v| v.to_string())));
            rows.push(row);
        }
    }
    csv(&rows)
}

/// Rows, the head first, as CSV.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| view::csv::cell(text)).collect();
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    out
}

fn float(value: f64) -> Json {
    number(value)
}
