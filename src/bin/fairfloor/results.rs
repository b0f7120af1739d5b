//! Summaries of many replications as a table, as JSON and as CSV.

use crate::table::{cut, table};
use fairfloor::measure::metric::METRICS;
use fairfloor::measure::outcome::Outcome;
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::number;
use fairfloor::view::number::{show, show_difference, show_range};
use serde_json::{Map, Value as Json, json};

/// Every metric with mean, interval and quantiles; null where a number is not defined.
pub fn metrics_json(summaries: &[Option<Summary>]) -> Json {
    let entries = METRICS.iter().zip(summaries).map(|(metric, summary)| {
        let unit = unit_id(metric.unit);
        let json = match summary {
            Some(s) => json!({
                "mean": float(s.mean),
                "ci95": [float(s.ci95.0), float(s.ci95.1)],
                "p05": float(s.p05),
                "p50": float(s.p50),
                "p95": float(s.p95),
                "unit": unit,
            }),
            None => json!({
                "mean": null, "ci95": null, "p05": null, "p50": null, "p95": null, "unit": unit,
            }),
        };
        (metric.id.to_owned(), json)
    });
    Json::Object(entries.collect::<Map<_, _>>())
}

/// Every metric's paired difference with its interval.
pub fn differences_json(differences: &[Option<Summary>]) -> Json {
    let entries = METRICS.iter().zip(differences).map(|(metric, summary)| {
        let json = match summary {
            Some(s) => json!({
                "mean": float(s.mean),
                "ci95": [float(s.ci95.0), float(s.ci95.1)],
                "unit": unit_id(metric.unit),
            }),
            None => json!({ "mean": null, "ci95": null, "unit": unit_id(metric.unit) }),
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
                show_range(s.ci95.0, s.ci95.1, metric.unit, language),
                show_range(s.p05, s.p95, metric.unit, language),
            ]
        })
        .collect();
    table(&head, &rows)
}

/// Label, the first scenario's mean, the other's, and their difference with its interval.
pub fn difference_table(
    first: &[Option<Summary>],
    other: &[Option<Summary>],
    differences: &[Option<Summary>],
    names: [&str; 2],
    language: Language,
) -> String {
    let (metric, difference, interval) = match language {
        Language::Zh => ("指标", "差", "差的 95% 区间"),
        Language::En => ("Metric", "Difference", "95 % CI of the difference"),
    };
    // Names of files' scenarios can be as long as a sentence.
    let names = names.map(|name| cut(name, 24));
    let head = [metric, &names[0], &names[1], difference, interval];
    let rows: Vec<Vec<String>> = METRICS
        .iter()
        .enumerate()
        .map(|(at, metric)| {
            let mean = |s: &Option<Summary>| {
                s.map_or("—".to_owned(), |s| show(s.mean, metric.unit, language))
            };
            let (delta, interval) = differences[at].map_or_else(Default::default, |d| {
                let to = match language {
                    Language::Zh => " 至 ",
                    Language::En => " to ",
                };
                let end = |v| show_difference(v, metric.unit, language);
                (
                    end(d.mean),
                    format!("{}{to}{}", end(d.ci95.0), end(d.ci95.1)),
                )
            });
            let label = metric.label.get(language).to_owned();
            vec![label, mean(&first[at]), mean(&other[at]), delta, interval]
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
