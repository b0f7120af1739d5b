//! `fairness`: who bears what, by group and at equal ability, in four meanings.

use crate::args::{Common, Format, Overrides};
use crate::failure::Failure;
use crate::job::{Job, typed as as_typed};
use crate::results::{csv, difference, level};
use crate::{input, print, told};
use clap::Args;
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::scenario::write::number;
use fairfloor::study::Study;
use fairfloor::study::board::Keep;
use fairfloor::study::fairness::gap::{Gap, Row};
use fairfloor::study::fairness::group::Grouping;
use fairfloor::study::fairness::meaning::Verdict;
use fairfloor::study::fairness::{Fair, Fairness, Group, Unsaid};
use fairfloor::view::fair;
use serde_json::{Value as Json, json};

/// What to run.
#[derive(Args)]
pub struct Options {
    /// How many simulated years; at least 8 for intervals
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u32).range(8..=100_000))]
    replications: u32,
    #[command(flatten)]
    common: Common,
}

/// Runs the study and prints what it found.
pub fn fairness(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let named = input::checked(typed, overrides, language)?;
    let mut named = [named];
    options.common.files.rename(&mut named);
    let arguments = as_typed(&[("--replications", options.replications.to_string())]);
    let keep = Keep {
        people: true,
        ..Keep::default()
    };
    let asked = Fairness::new(named[0].scenario.clone(), options.replications);
    let mut study = Study::new(asked, options.common.seed, keep);
    let job = Job {
        command: "fairness",
        scenarios: &named,
        arguments,
        common: &options.common,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let asked = study.question();
    let found = asked.result(study.board());
    let json = as_json(&found, &named[0].name, options.common.seed);
    let summary = job.finish_with_summary(&study, &done, &json)?;
    print::result(&match options.common.format {
        Format::Table => told::text(&fair::finding(&found, told::WIDTH, language)),
        Format::Json => summary,
        Format::Csv => as_csv(&found),
    })
}

fn gap(gap: Option<Gap>) -> Json {
    gap.map_or(Json::Null, |gap| {
        json!({
            "gap": number(gap.gap),
            "ci95": [number(gap.interval.0), number(gap.interval.1)],
            "beyond_chance": gap.clear,
        })
    })
}

fn row(row: &Row) -> Json {
    json!({
        "measure": row.measure.id(),
        "overall": number(row.overall),
        "sides": row.sides.map(number),
        "gap": gap(row.gap),
        "gap_at_equal_ability": gap(row.equal_ability),
    })
}

fn names(group: &Group) -> [&'static str; 2] {
    fair::names::sides(group.grouping).map(|side| side.en)
}

fn as_json(found: &Fair, name: &str, seed: u64) -> Json {
    json!({
        "scenario": name,
        "seed": seed,
        "years": found.years,
        "complete": found.complete,
        "groups": found.groups.iter().map(|group| json!({
            "grouping": group.grouping.id(),
            "sides": names(group),
            "mean_people": group.people.map(number),
            "suppressed": match &group.rows {
                Ok(_) => None,
                Err(Unsaid::TooFew) => Some("a side has fewer than 8 people"),
                Err(Unsaid::OneSide) => Some("everybody is on the same side"),
            },
            "measures": group.rows.as_deref().unwrap_or(&[]).iter().map(row).collect::<Vec<Json>>(),
        })).collect::<Vec<Json>>(),
        "meanings": found.meanings.iter().map(|judged| json!({
            "meaning": judged.meaning.id(),
            "verdict": match judged.verdict {
                Verdict::Kept => "no_clear_departure",
                Verdict::Broken => "clear_departure",
                Verdict::Unsaid => "nothing_to_judge_by",
            },
            "where": judged.worst.map(|(by, what)| json!({"grouping": by.id(), "measure": what.id()})),
        })).collect::<Vec<Json>>(),
        "conflicts": found.conflicts.iter().map(|conflict| json!({
            "kept": conflict.kept.id(),
            "departed_from": conflict.broken.id(),
            "grouping": conflict.grouping.map(Grouping::id),
            "goes_away_at_equal_ability": conflict.is_ability,
        })).collect::<Vec<Json>>(),
        "merit_correlation": level(found.merit, Unit::Correlation),
        "felt_fairness": level(found.felt, Unit::Index),
        "felt_fairness_gain_with_open_rules_and_voice": difference(found.unheard, Unit::Index),
    })
}

/// A row a grouping and measure.
fn as_csv(found: &Fair) -> String {
    let head = [
        "grouping",
        "first",
        "second",
        "people_first",
        "people_second",
        "measure",
        "rate_first",
        "rate_second",
        "gap",
        "ci95_low",
        "ci95_high",
        "beyond_chance",
        "gap_equal_ability",
        "equal_ability_ci95_low",
        "equal_ability_ci95_high",
        "equal_ability_beyond_chance",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let gap = |gap: Option<Gap>| match gap {
        Some(g) => [
            g.gap.to_string(),
            g.interval.0.to_string(),
            g.interval.1.to_string(),
            g.clear.to_string(),
        ],
        None => [const { String::new() }; 4],
    };
    for group in &found.groups {
        for row in group.rows.as_deref().unwrap_or(&[]) {
            let mut line = vec![group.grouping.id().to_owned()];
            line.extend(names(group).map(str::to_owned));
            line.extend(group.people.map(|n| n.to_string()));
            line.push(row.measure.id().to_owned());
            line.extend(row.sides.map(|v| v.to_string()));
            line.extend(gap(row.gap));
            line.extend(gap(row.equal_ability));
            rows.push(line);
        }
    }
    csv(&rows)
}
