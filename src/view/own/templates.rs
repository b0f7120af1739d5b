//! The monthly files to be filled in, with example rows; and a simulated centre's months as such files.

use crate::scenario::field::Language;
use crate::scenario::import::centre::month::Month;
use crate::scenario::import::centre::{File, Record};
use std::fmt::Write;

/// A template with example rows, as CSV.
#[must_use]
pub fn template(file: File, language: Language) -> String {
    let heads: Vec<&str> = file
        .columns()
        .iter()
        .map(|c| c.name().get(language))
        .collect();
    let rows: &[&str] = match file {
        File::People => &["2024-01,45,1,0,1", "2024-02,44,2,1,0", "2024-03,45,0,1,0"],
        File::Kpi => &[
            "2024-01,A01,1380,21,245,91.5,0.93",
            "2024-01,A02,1295,20,262,94,0.95",
            "2024-02,A01,1105,17,240,90,0.92",
            "2024-02,A02,1190,18,259,95.5,0.96",
        ],
        File::Awards => &["2024-01,A02", "2024-02,A02"],
    };
    format!("{}\n{}\n", heads.join(","), rows.join("\n"))
}

/// A record as the three files, its first month being this one.
#[must_use]
pub fn files(record: &Record, first: Month) -> [(File, String); 3] {
    let head = |file| {
        let all = template(file, Language::En);
        all.lines().next().unwrap_or("").to_owned() + "\n"
    };
    let [mut people, mut kpi, mut awards] = File::ALL.map(head);
    let text =
        |v: Option<f64>, digits: usize| v.map_or_else(String::new, |v| format!("{v:.digits$}"));
    for (month, staff) in (0..).zip(&record.staff) {
        if let Some(s) = staff {
            let _ = writeln!(
                people,
                "{},{},{},{},{}",
                first.later(month),
                s.headcount,
                s.leavers,
                text(s.hires, 0),
                text(s.early_leavers, 0)
            );
        }
    }
    for a in &record.agents {
        let _ = writeln!(
            kpi,
            "{},A{:03},{},{},{},{},{}",
            first.later(a.month),
            a.agent,
            a.calls,
            text(a.days, 0),
            text(a.talk, 1),
            text(a.score, 1),
            text(a.rating, 3)
        );
    }
    for (month, agent) in &record.awards {
        let _ = writeln!(awards, "{},A{agent:03}", first.later(*month));
    }
    [
        (File::People, people),
        (File::Kpi, kpi),
        (File::Awards, awards),
    ]
}
