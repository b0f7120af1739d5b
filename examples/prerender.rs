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
    match [Language::Zh, Language::En].map(first_result) {
        [Some(zh), Some(en)] => {
            println!("{zh}\n{en}");
            ExitCode::SUCCESS
        }
        [None, _] | [_, None] => {
            eprintln!("The default scenario can't be run.");
            ExitCode::FAILURE
        }
    }
}

/// What the page shows of a session that nobody touched.
fn first_result(language: Language) -> Option<String> {
    let session = Session::new(language);
    let plan = Plan::new(session.scenario()).ok()?;
    let seed = session.seed;
    let outcomes: Vec<_> = (0..u32::try_from(FULL).ok()?)
        .into_par_iter()
        .map(|replication_| {
            replication(
                &plan,
                Luck {
                    seed,
                    replication: replication_,
                },
            )
        })
        .collect();
    let is_baseline = session.baseline_scenario() == *session.scenario();
    if !is_baseline {
        return None;
    }
    let snapshot = Rc::new(Snapshot::of(&outcomes, &outcomes, true)?);
    let target = match find(LEVER).map(|field| (field.get)(session.scenario())) {
        Some(Value::Number(target)) => target,
        _ => return None,
    };
    let baseline = session.baseline_title();
    Some(first::html(&snapshot, target, seed, &baseline, language))
}
