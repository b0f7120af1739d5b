//! Summaries of many replications as a table, as JSON and as CSV.

use crate::table::{cut, table};
use fairfloor::measure::chance::quantile_interval;
use fairfloor::measure::metric::METRICS;
use fairfloor::measure::outcome::Outcome;
use fairfloor::measure::summary::{self, Summary};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::number;
use fairfloor::study::compare::Paired;
use fairfloor::view::look;
use fairfloor::view::number::{show, show_difference, show_range};
use fairfloor::view::verdict::Difference;
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
                    let interval = |q| {
                        let (low, high) = quantile_interval(&sorted, q);
                        [low, high].map(|end| end.map_or(Json::Null, float))
                    };
                    json!({
                        "mean": float(s.mean),
                        "ci95": [float(s.ci95.0), float(s.ci95.1)],
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

/// Every metric's paired difference with its interval, what follows, and what the common luck was worth.
pub fn differences_json(pairs: &[Option<Paired>], verdicts: &[Option<Difference>]) -> Json {
    let entries = METRICS
        .iter()
        .zip(pairs)
        .zip(verdicts)
        .map(|((metric, pairs), judged)| {
            let json = match (pairs, judged) {
                (Some(pairs), Some(judged)) => json!({
                    "mean": float(pairs.summary.mean),
                    "ci95": [float(pairs.summary.ci95.0), float(pairs.summary.ci95.1)],
                    "unit": unit_id(metric.unit),
                    "pairs": pairs.summary.count,
                    "agreement": float(judged.agreement),
                    "verdict": judged.verdict.id(),
                    "luck_saves": pairs.luck_saved.map_or(Json::Null, float),
                }),
                _ => json!({ "mean": null, "ci95": null, "unit": unit_id(metric.unit) }),
            };
            (metric.id.to_owned(), json)
        });
    Json::Object(entries.collect::<Map<_, _>>())
}

/// Label, mean, interval of the mean, and the middle nine tenths of the years.
pub fn metrics_table(summaries: &[Option<Summary>], language: Language) -> String {
    let head = match language {
        Language::Zh => ["指标", "均值", "均值的 95% 区间", "九成年份落在"],
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
                show_range(s.p05, s.p95, metric.unit, language),
            ]
        })
        .collect();
    table(&head, &rows)
}

/// Label, the reference's mean, the other's, their difference with its interval, what follows from it, and
/// what the common luck was worth.
pub fn difference_table(
    sides: [&[Option<Summary>]; 2],
    (pairs, verdicts): (&[Option<Paired>], &[Option<Difference>]),
    names: [&str; 2],
    language: Language,
) -> String {
    let (metric, more) = match language {
        Language::Zh => ("指标", ["差", "差的 95% 区间", "结论", "同运气省"]),
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
                side[at].map_or("—".to_owned(), |s| show(s.mean, metric.unit, language))
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

/// One row a scenario and metric, for spreadsheets.
pub fn metrics_csv(scenarios: &[(&str, Vec<Option<Summary>>)]) -> String {
    let mut rows = vec![
        [
            "scenario",
            "metric",
            "unit",
            "mean",
            "ci95_low",
            "ci95_high",
            "p05",
            "p50",
            "p95",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    for (name, summaries) in scenarios {
        for (metric, summary) in METRICS.iter().zip(summaries) {
            let mut row = vec![
                (*name).to_owned(),
                metric.id.to_owned(),
                unit_id(metric.unit).to_owned(),
            ];
            row.extend(match summary {
                Some(s) => [s.mean, s.ci95.0, s.ci95.1, s.p05, s.p50, s.p95].map(|v| v.to_string()),
                None => [const { String::new() }; 6],
            });
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
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing into memory can't fail, and every row has the head's length.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn float(value: f64) -> Json {
    number(value)
}
