//! Holds the model to the evidence: writes VALIDATION.md, its Chinese sister and their drawings.
//!
//! `cargo xtask validate` runs it; `cargo xtask centres` has it ask the other centres instead.
//! The text depends on the results alone, not on threads or the time.

mod beside;
mod centres;
mod directions;
#[path = "../shared/rows.rs"]
mod rows;
mod run;

use fairfloor::hash::hashed;
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::scenario::field::Language;
use fairfloor::study::evidence::extremes::{EXTREMES, faults};
use fairfloor::study::evidence::facts::targets::LADDER;
use fairfloor::study::evidence::findings::{self, Findings};
use fairfloor::study::evidence::runs::{Runs, Wanted};
use fairfloor::study::evidence::sample::estimate_by;
use fairfloor::study::evidence::states::listed;
use fairfloor::view::chart::{Drawing, svg};
use fairfloor::view::evidence::{phones, plots, report};
use rayon::prelude::*;
use std::fs;
use std::path::Path;

const DRAWN: u32 = 32;

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut share = 1;
    match std::env::args().nth(1).as_deref() {
        None => {}
        // A quarter of the years: wider intervals, a quarter of the time. The report says so.
        Some("--quick") => share = 4,
        // The section on a real centre alone, in both languages, on the terminal.
        Some("phones") => {
            let (bank, own) = (beside::bank(root), beside::own_arrivals(root));
            for language in [Language::En, Language::Zh] {
                println!("{}", phones(&bank, own.as_ref(), language));
            }
            return Ok(());
        }
        // The questions to other centres, in a document of their own.
        Some("centres") => return centres::write(root, &results(root)?),
        // Any other word narrows the run to facts and experiments that begin with it, and prints instead of
        // writing; a number after it is how many years.
        Some(only) => {
            let years = std::env::args().nth(2).and_then(|years| years.parse().ok());
            glance(only, years.unwrap_or(8));
            return Ok(());
        }
    }
    let mut wanted = findings::wanted(share);
    wanted.ask(&LADDER, (DRAWN / share).max(findings::FEWEST));
    eprintln!("facts, experiments, mechanisms: {} arms", wanted.arms.len());
    let runs = run::all(&wanted);
    eprintln!("directions, extremes, exactness");
    let found = Findings {
        facts: findings::facts(&runs),
        trials: findings::trials(&runs),
        mechanisms: findings::contributions(&runs),
        directions: directions::tried(),
        extremes: extremes(),
        exact: beside::exact(),
        bank: beside::bank(root),
        replay: beside::own_arrivals(root),
    };
    let facts = found.facts.iter().map(|j| (j.of.id, j.verdict));
    for (id, verdict) in facts.chain(found.trials.iter().map(|j| (j.of.id, j.verdict))) {
        if listed(id) != verdict {
            eprintln!(
                "{id}: listed {:?}, now {verdict:?} (src/study/evidence/states.rs)",
                listed(id)
            );
        }
    }
    let results = results(root)?;
    let folder = root.join("docs/validation");
    fs::create_dir_all(&folder)?;
    for (name, language) in [
        ("VALIDATION.md", Language::En),
        ("VALIDATION.zh-CN.md", Language::Zh),
    ] {
        fs::write(root.join(name), report(&found, &results, language))?;
    }
    for (name, drawing) in [
        ("docking.svg", plots::docking(&found.trials, Language::En)),
        (
            "ablation.svg",
            plots::ablation(&found.mechanisms, Language::En),
        ),
        ("target.svg", plots::target(&curves(&runs))),
    ] {
        fs::write(folder.join(name), styled(&drawing))?;
    }
    eprintln!("VALIDATION.md, VALIDATION.zh-CN.md, docs/validation/");
    Ok(())
}

/// Facts and experiments whose id begins so, with eight replications, on the terminal.
fn glance(only: &str, few: u32) {
    let facts = || fairfloor::study::evidence::facts::all().filter(|f| f.id.starts_with(only));
    let trials = || {
        fairfloor::study::evidence::docking::TRIALS
            .iter()
            .filter(|t| t.id.starts_with(only))
    };
    let mut wanted = Wanted::default();
    facts().for_each(|f| wanted.ask(f.arms, few));
    trials().for_each(|t| wanted.ask(t.arms, few));
    let runs = run::all(&wanted);
    for fact in facts() {
        let found = fact.estimate(&runs.of(fact.arms, few));
        println!(
            "{} {:?} {:?} {found:?}",
            fact.id,
            fact.band.judge(found.as_ref()),
            fact.band
        );
    }
    for trial in trials() {
        let found = trial.estimate(&runs.of(trial.arms, few));
        println!(
            "{} {:?} {:?} {found:?}",
            trial.id,
            trial.judge(found.as_ref()),
            trial.published
        );
    }
}

fn extremes() -> Vec<(&'static str, Vec<String>)> {
    EXTREMES
        .par_iter()
        .map(|(id, arm)| {
            let prepared = arm.prepare().unwrap_or_else(|| panic!("{id} can't be run"));
            let plan = prepared.plan();
            let ledger = fairfloor::sim::replicate(plan, run::luck(0));
            (*id, faults(plan.scenario().workforce.headcount, &ledger))
        })
        .collect()
}

/// Resolved calls and turnover over the target.
fn curves(runs: &Runs) -> Vec<plots::Curve> {
    let targets = LADDER.map(|arm| arm.scenario().appraisal.kpis.call_volume.target_per_day);
    let rows = runs.of(&LADDER, DRAWN);
    [
        ("output.resolved_calls_per_agent_day", 1.0),
        ("turnover.annual_rate", 100.0),
        ("quality.inspection", 1.0),
    ]
    .into_iter()
    .map(|(id, scale)| plots::Curve {
        label: position(id).map_or_else(String::new, |at| METRICS[at].label.en.to_owned()),
        points: targets
            .iter()
            .zip(&rows)
            .filter_map(|(target, rows)| {
                let found = estimate_by(&[*rows], &|s| s.metric(0, id))?;
                Some((*target, scale * found.value, scale * found.half))
            })
            .collect(),
    })
    .collect()
}

/// The drawing with colours of its own: files have no stylesheet.
fn styled(drawing: &Drawing) -> String {
    const STYLE: &str = "<style>\
        svg{background:#fff}text{font:13px system-ui,sans-serif;fill:#333}\
        path{fill:none}.grid{stroke:#e5e5e5}.nought{stroke:#888}\
        .reference{stroke:#b26a00;fill:#b26a00}.found{stroke:#1565c0;fill:#1565c0;stroke-width:2}\
        path.reference,path.found{fill:none}</style>";
    svg::text(drawing).replacen('>', &format!(">{STYLE}"), 1) + "\n"
}

/// The hash of the golden list: what results this stands for.
fn results(root: &Path) -> std::io::Result<String> {
    let golden = fs::read(root.join("tests/it/golden.txt"))?;
    Ok(format!("tests/it/golden.txt {}", hashed([golden])))
}
