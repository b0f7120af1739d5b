//! Asks whether a calibration to a centre's own months finds constants again that are known, and writes the
//! answer as Markdown: `cargo xtask recover`.

use fairfloor::scenario::find;
use fairfloor::scenario::presets;
use fairfloor::study::own::recovery::{BINS, Fared, Recovered, recover_each};
use fairfloor::study::own::{ASKED, Calibration, Row, first_months};
use fairfloor::view::chart::curves::{Axes, Curve, draw};
use fairfloor::view::chart::svg;
use rayon::prelude::*;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Months of the centres that are asked after, the last fifth held back as for a real one.
const MONTHS: u32 = 15;

fn main() {
    let numbers: Vec<u32> = std::env::args()
        .skip(1)
        .filter_map(|a| a.parse().ok())
        .collect();
    let [seed, draws, centres] = [(0, 1), (1, 1000), (2, 200)]
        .map(|(place, usual)| numbers.get(place).copied().unwrap_or(usual));
    let scenario = presets::find("seed-status-quo")
        .expect("a preset")
        .scenario();
    let blank = Calibration::new(&scenario, &first_months(&blank(), 0), u64::from(seed));
    let mut asked = blank;
    // A centre whose files have every column.
    asked.shape.months = MONTHS;
    asked.shape.held_back = MONTHS / 5;
    asked.shape.staff = vec![true; MONTHS as usize];
    asked.shape.results = vec![true; MONTHS as usize];
    asked.shape.agents_share = 1.0;
    asked.shape.columns = [true; 6];
    asked.shape.awards = true;
    let table: Vec<Row> = (0..draws)
        .into_par_iter()
        .filter_map(|n| asked.row(n))
        .collect();
    let found = recover_each(&table, centres as usize, |numbers, ask| {
        numbers.par_iter().map(|n| ask(*n)).collect()
    });
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/recovery.svg");
    fs::write(place, svg::text(&plot(&found))).expect("writable");
    print!("{}", markdown(&found, seed, draws));
}

fn blank() -> fairfloor::scenario::import::centre::Record {
    fairfloor::scenario::import::centre::Record {
        staff: vec![None; MONTHS as usize],
        ..Default::default()
    }
}

/// How often the truth lay below each share of the draws, a line for each constant, less that share: good
/// answers stay within the band that luck leaves.
fn plot(found: &Recovered) -> fairfloor::view::chart::Drawing {
    let n = f64::from(u32::try_from(found.centres).unwrap_or(1));
    let at: Vec<f64> = (0..=20u32).map(|i| f64::from(i) / 20.0).collect();
    let mut curves: Vec<Curve> = found
        .constants
        .iter()
        .map(|fared| Curve {
            label: String::new(),
            points: at
                .iter()
                .map(|q| {
                    let below = fared.ranks.iter().filter(|r| **r <= *q).count();
                    (*q, f64::from(u32::try_from(below).unwrap_or(0)) / n - q)
                })
                .collect(),
            whiskers: Vec::new(),
            joined: true,
            class: "series-a",
        })
        .collect();
    for sign in [-1.0, 1.0] {
        curves.push(Curve {
            label: if sign > 0.0 {
                "99 % at each place".to_owned()
            } else {
                String::new()
            },
            points: at
                .iter()
                .map(|q| (*q, sign * 2.576 * (q * (1.0 - q) / n).sqrt()))
                .collect(),
            whiskers: Vec::new(),
            joined: true,
            class: "null",
        });
    }
    let axes = Axes {
        up: "share of centres whose truth lies below, less the share expected",
        across: "place among the draws",
        up_value: &|v| format!("{v:.2}"),
        across_value: &|v| format!("{v:.1}"),
        from_zero: false,
    };
    draw(&curves, &axes, 720.0)
}

fn markdown(found: &Recovered, seed: u32, draws: u32) -> String {
    let n = f64::from(u32::try_from(found.centres).unwrap_or(1));
    let error = |p: f64| 100.0 * (p * (1.0 - p) / n).sqrt();
    let mean = |of: fn(&Fared) -> f64| {
        found.constants.iter().map(of).sum::<f64>()
            / f64::from(u32::try_from(ASKED.len()).unwrap_or(1))
    };
    let mut out = format!(
        "## Recovery: are known constants of a synthetic centre found again?\n\n\
        Written by `cargo xtask recover {seed} {draws} {}`: seed, simulated centres, of which so many are taken out of the table one at a time and asked after with the others (`src/study/own/recovery.rs`). Each is a centre of `seed-status-quo` with its constants drawn evenly from the plausible ranges and luck of its own, seen for {MONTHS} months of which the last {} are held back, with every column that the import knows. All constants not listed stay at their assumption, in the centres as in the table: what it would do to the intervals if they were wrong, this does not say.\n\n\
        Over all constants the middle half of the draws holds the truth in {:.1} % of cases and the middle nine tenths in {:.1} %. For a single constant chance alone moves the first by {:.1} points (one standard error) and the second by {:.1}. *Ranks*: chi-square of the truth's place among the draws, in {BINS} bins against an even spread; with 9 degrees of freedom 5 % lie above 16.9 and 1 % above 21.7. *Shrinkage*: share by which the variance falls from that of the range, on average. *Told*: share of the centres for which the constant is said to be informed.\n\n\
        | Constant | 50 % interval holds | 90 % interval holds | Ranks | Shrinkage | Told |\n| --- | --- | --- | --- | --- | --- |\n",
        found.centres,
        MONTHS / 5,
        100.0 * mean(|f| f.half),
        100.0 * mean(|f| f.most),
        error(0.5),
        error(0.9),
    );
    for (path, fared) in ASKED.iter().zip(&found.constants) {
        let label = find(path).map_or("", |field| field.label.en);
        let name = path.trim_start_matches("behaviour.parameters.");
        let _ = writeln!(
            out,
            "| `{name}` ({label}) | {:.1} % | {:.1} % | {:.1} | {:.0} % | {:.0} % |",
            100.0 * fared.half,
            100.0 * fared.most,
            fared.chi_square(),
            100.0 * fared.shrinkage,
            100.0 * fared.told
        );
    }
    out + "\n![Place of the truth among the draws, less what is expected](docs/recovery.svg)\n"
}
