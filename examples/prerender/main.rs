//! Prints what `cargo xtask build` writes into the page: the default result and what the other screens
//! answer, as HTML in both languages, or, by its name, one of the pages on other centres.

mod body;
mod document;

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
    let printed = match std::env::args().nth(1) {
        Some(name) => document::named(&name),
        None => first_results(),
    };
    match printed {
        Ok(html) => {
            println!("{html}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn first_results() -> Result<String, String> {
    let [Some(zh), Some(en)] = [Language::Zh, Language::En].map(first_result) else {
        return Err("The default scenario can't be run.".to_owned());
    };
    let doors = [Language::Zh, Language::En].map(first::doors).concat();
    Ok(format!("{zh}\n{en}\n{doors}"))
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
