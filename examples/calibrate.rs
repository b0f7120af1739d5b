//! Drives the calibration on all cores and writes what it found as Markdown: `cargo xtask calibrate`.

#[path = "shared/rows.rs"]
mod rows;

use fairfloor::scenario::field::Language;
use fairfloor::study::calibrate::moments::moments;
use fairfloor::study::calibrate::{Asked, Checked, Effort, FREE, Found, default, prepare, search};
use fairfloor::study::evidence::arm::{Arm, Prepared};
use fairfloor::study::evidence::runs::Runs;
use fairfloor::study::own::range;
use fairfloor::view::evidence::titles;
use rayon::prelude::*;
use rows::rows;
use std::fmt::Write;

fn main() {
    let numbers: Vec<u32> = std::env::args()
        .skip(1)
        .filter_map(|a| a.parse().ok())
        .collect();
    let number = |place: usize, usual: u32| numbers.get(place).copied().unwrap_or(usual);
    let effort = Effort {
        seed: u64::from(number(0, 1)),
        rounds: number(1, 3),
        points: number(2, 90),
        years: number(3, 4),
        checked: number(4, 48),
    };
    let found = search(effort, &mut |asked| run(effort.seed, asked));
    print!("{}", report(&found, effort));
}

/// All arms at all points.
fn run(seed: u64, asked: &[Asked]) -> Vec<Runs> {
    eprintln!("points: {}", asked.len());
    let prepared: Vec<_> = asked
        .par_iter()
        .map(|point| prepare(&point.at).expect("inside the ranges"))
        .collect();
    let wanted: Vec<_> = asked
        .iter()
        .zip(&prepared)
        .flat_map(|(point, arms)| {
            let arms = arms.iter();
            arms.map(|(_, arm)| (arm, point.replications.clone()))
        })
        .collect();
    let mut rows = rows(seed, &wanted).into_iter();
    let with_rows = |arms: &Vec<(Arm, Prepared)>| Runs {
        arms: arms.iter().map(|(arm, _)| *arm).zip(&mut rows).collect(),
    };
    prepared.iter().map(with_rows).collect()
}

fn report(found: &Found, effort: Effort) -> String {
    let Effort {
        seed,
        rounds,
        points,
        years,
        checked,
    } = effort;
    let mut out = format!(
        "# Calibration\n\nWritten by `cargo xtask calibrate {seed} {rounds} {points} {years} {checked}`: seed, rounds, points in a \
         round, years of each centre at a point, years for the figures below. The method is in \
         `src/study/calibrate/mod.rs`: planes fitted to the moments over the plausible ranges, then over half of them \
         about the best point so far, with the ranges as priors. It begins with the whole of the ranges, so \
         nothing depends on where the defaults stood.\n\n\
         The catalogue's defaults of these constants are the best point, rounded to two figures; {}.\n\n\
         ## Moments\n\nAs in the validation, from {checked} years with luck that nothing was fitted to; ± is one standard error. \
         *Distance* is the mean square of what a moment is off its centre, in halves of its band; below 1 the model is inside \
         the bands on average. No moment is a fact that the validation holds out.\n\n\
         | Moment | Fact | Centre ± half of the band | In the middle of the ranges | At the best point | Off, in halves of the band |\n\
         | --- | --- | --- | --- | --- | --- |\n",
        kept(found)
    );
    let figure = |at: &Checked, i: usize| {
        at.moments[i].map_or_else(
            || "—".to_owned(),
            |(value, error)| format!("{value:.3} ± {error:.3}"),
        )
    };
    for (i, m) in moments().iter().enumerate() {
        let name = m
            .name
            .unwrap_or_else(|| titles::fact(m.fact).map_or("", |text| text.get(Language::En)));
        let fact = if m.fact.is_empty() { "—" } else { m.fact };
        let off = found.best.moments[i].map_or(f64::NAN, |(value, _)| m.off(value));
        let _ = writeln!(
            out,
            "| {name} | {fact} | {:.3} ± {:.3} | {} | {} | {off:+.2} |",
            m.centre,
            m.half,
            figure(&found.middle, i),
            figure(&found.best, i)
        );
    }
    let _ = writeln!(
        out,
        "| **Distance** | | | {:.3} | **{:.3}** | |",
        found.middle.distance, found.best.distance
    );
    out += "\n## Constants\n\n*Left*: share of the range's variance that the moments leave open; 100 % means that they say \
            nothing and the value is the middle of the range. *Speaks loudest*: the moment that half of the range moves \
            most, in halves of its band. *Mixed up with*: the constant that it is hardest to tell from, where the two \
            correlate by .5 or more once the moments have spoken.\n\n\
            | Constant | Plausible range | Best | Left | Speaks loudest | Mixed up with | Identified |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    let names: Vec<&str> = moments().iter().map(|m| m.name.unwrap_or(m.fact)).collect();
    for (i, path) in FREE.iter().enumerate() {
        let (low, high) = range(path);
        let left = found.left[i];
        let told = match left.share {
            share if share < 0.5 => "yes",
            share if share < 0.8 => "in part",
            _ => "no: the value is the assumption",
        };
        let (moment, by) = found.loudest[i];
        let mixed = left.with.filter(|(_, r)| r.abs() >= 0.5);
        let mixed = mixed.map_or_else(String::new, |(with, r)| {
            format!("`{}` ({r:+.2})", short(FREE[with]))
        });
        let _ = writeln!(
            out,
            "| `{}` | {low}–{high} | {} | {:.0} % | {} ({by:+.2}) | {mixed} | {told} |",
            short(path),
            found.best.at[i],
            100.0 * left.share,
            names[moment]
        );
    }
    out
}

fn short(path: &str) -> &str {
    path.trim_start_matches("behaviour.parameters.")
}

/// Whether the catalogue has what was found.
fn kept(found: &Found) -> String {
    let others: Vec<String> = FREE
        .iter()
        .zip(&found.best.at)
        .filter(|(path, best)| (default(path) - **best).abs() > 1e-9)
        .map(|(path, best)| {
            format!(
                "`{}` is {} and should be {best}",
                short(path),
                default(path)
            )
        })
        .collect();
    if others.is_empty() {
        "they are all in place".to_owned()
    } else {
        format!(
            "**not in place**: {} (distance with the catalogue's values: {:.3})",
            others.join(", "),
            found.defaults.distance
        )
    }
}
