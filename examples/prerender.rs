//! Prints the default result as HTML in both languages: `cargo xtask build` writes it into the page.

use fairfloor::rng::Luck;
use fairfloor::scenario::field::{Language, Value};
use fairfloor::scenario::find;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::replication;
use fairfloor::view::first;
use fairfloor::view::session::{LEVER, Session};
use fairfloor::view::snapshot::{FULL, Snapshot};
use rayon::prelude::*;
use std::process::ExitCode;
use std::rc::Rc;

fn main() -> ExitCode {
    let [Some(zh), Some(en)] = [Language::Zh, Language::En].map(first_result) else {
        eprintln!("The default scenario can't be run.");
        return ExitCode::FAILURE;
    };
    println!("{zh}\n{en}");
    ExitCode::SUCCESS
}

/// What the page shows of a session that nobody touched.
fn first_result(language: Language) -> Option<String> {
    let session = Session::new(language);
    let plan = Plan::new(session.scenario()).ok()?;
    let seed = session.seed;
    let outcomes: Vec<_> = (0..u32::try_from(FULL).ok()?)
        .into_par_iter()
        .map(|number| {
            let luck = Luck {
                seed,
                replication: number,
            };
            replication(&plan, luck)
        })
        .collect();
    if session.baseline_scenario() != *session.scenario() {
        return None;
    }
    let snapshot = Rc::new(Snapshot::of(&outcomes, &outcomes, true)?);
    let Value::Number(target) = (find(LEVER)?.get)(session.scenario()) else {
        return None;
    };
    let baseline = session.baseline_title();
    Some(first::html(&snapshot, target, seed, &baseline, language))
}
