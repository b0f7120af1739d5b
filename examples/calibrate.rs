//! Drives the calibration on all cores and writes what it found as Markdown: `cargo xtask calibrate`.

use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::calibrate::moments::MOMENTS;
use fairfloor::study::calibrate::{FREE, Found, identified, range, search};
use fairfloor::study::replication;
use rayon::prelude::*;
use std::fmt::Write;

fn main() {
    let numbers: Vec<u32> = std::env::args()
        .skip(1)
        .filter_map(|a| a.parse().ok())
        .collect();
    let [seed, rounds, replications] = [(0, 1), (1, 3), (2, 12)]
        .map(|(place, usual)| numbers.get(place).copied().unwrap_or(usual));
    let mut run = |scenarios: &[Scenario]| -> Vec<Vec<Outcome>> {
        let plans: Vec<Plan> = scenarios
            .iter()
            .map(|s| Plan::new(s).expect("inside the ranges"))
            .collect();
        eprint!(".");
        plans
            .par_iter()
            .map(|plan| {
                (0..replications)
                    .into_par_iter()
                    .map(|replication_number| {
                        let luck = Luck {
                            seed: u64::from(seed),
                            replication: replication_number,
                        };
                        replication(plan, luck)
                    })
                    .collect()
            })
            .collect()
    };
    let found = search(u64::from(seed), rounds, &mut run);
    eprintln!();
    print!("{}", report(&found, [seed, rounds, replications]));
}

fn report(found: &Found, [seed, rounds, replications]: [u32; 3]) -> String {
    let mut out = format!(
        "# Calibration\n\nWritten by `cargo xtask calibrate {seed} {rounds} {replications}`: seed, rounds of the \
         search, years for each scenario. The method is in `src/study/calibrate/mod.rs`. {} points were tried, \
         {} were better than all before. Distance: mean square of what a moment is off its centre, in halves \
         of its band; below 1 the model is inside the bands on average.\n\n\
         Distance at the defaults: {:.3}. At the best point: {:.3}.\n\n\
         ## Moments\n\n| Moment | Fact | Centre ± half of the band | At the defaults | At the best point |\n| --- | --- | --- | --- | --- |\n",
        found.tried.0, found.tried.1, found.begin.distance, found.best.distance
    );
    for (i, m) in MOMENTS.iter().enumerate() {
        let fact = if m.fact == 0 {
            "—".to_owned()
        } else {
            m.fact.to_string()
        };
        let _ = writeln!(
            out,
            "| {} | {fact} | {} ± {} | {:.3} | {:.3} |",
            m.name, m.centre, m.half, found.begin.moments[i], found.best.moments[i]
        );
    }
    out += "\n## Constants\n\n*Strength*: how far a quarter of the plausible range moves the moments (length of the vector, \
            in halves of bands); under 1 the facts hardly speak of it. *Alike*: cosine with the most similar other \
            constant; above 0.95 the two can't be told apart.\n\n\
            | Constant | Plausible range | Default | Best | Strength | Alike | Identified |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (i, path) in FREE.iter().enumerate() {
        let (low, high) = range(path);
        let (strength, alike) = identified(&found.sensitivity, i);
        let told = match (strength >= 1.0, alike <= 0.95) {
            (true, true) => "yes",
            (true, false) => "only together with another",
            (false, _) => "no: the value is the assumption",
        };
        let name = path.trim_start_matches("behaviour.parameters.");
        let _ = writeln!(
            out,
            "| `{name}` | {low}–{high} | {:.4} | {:.4} | {strength:.2} | {alike:.2} | {told} |",
            found.begin.at[i], found.best.at[i]
        );
    }
    out
}
