//! Asks the other centres and writes docs/centres.md with its Chinese sister.

use crate::run;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::plan::Plan;
use fairfloor::study;
use fairfloor::study::evidence::centres::{CENTRES, ask, years};
use fairfloor::view::centres::report;
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// Runs every centre on all cores; years are kept by number, so threads can't change a bit.
pub fn write(root: &Path, results: &str) -> std::io::Result<()> {
    let found: Vec<_> = CENTRES
        .into_iter()
        .map(|centre| {
            let years = years(centre);
            eprintln!("{centre}: {years} years of each case");
            ask(centre, &|arm| {
                let plan =
                    Plan::new(&arm.scenario()).unwrap_or_else(|_| panic!("{arm:?} can't be run"));
                let year = |r| study::replication(&plan, run::luck(r));
                (0..years).into_par_iter().map(year).collect()
            })
        })
        .collect();
    for (name, language) in [
        ("docs/centres.md", Language::En),
        ("docs/centres.zh-CN.md", Language::Zh),
    ] {
        fs::write(root.join(name), report(&found, results, language))?;
    }
    eprintln!("docs/centres.md, docs/centres.zh-CN.md");
    Ok(())
}
