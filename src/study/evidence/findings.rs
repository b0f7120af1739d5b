//! Everything that a validation finds, ready to be put into words.

use super::ablation::{CENTRES, HEADLINES, MECHANISMS, Mechanism};
use super::direction::Broken;
use super::docking::{TRIALS, Trial};
use super::fact::{Fact, Verdict};
use super::facts;
use super::runs::{Runs, Wanted};
use super::sample::Estimate;
use crate::study::replay::Comparison;

/// Replications of each arm of an ablation.
const ABLATION: u32 = 16;

/// What was found.
pub struct Findings {
    /// Every fact.
    pub facts: Vec<Judged<Fact>>,
    /// Every outcome of a re-run experiment.
    pub trials: Vec<Judged<Trial>>,
    /// Every mechanism, in both centres.
    pub mechanisms: Vec<Contribution>,
    /// Levers and placebos tried, and the claims that did not hold.
    pub directions: (usize, usize, Vec<Broken>),
    /// Extremes by id, with what is out of order.
    pub extremes: Vec<(&'static str, Vec<String>)>,
    /// The bare queue beside theory.
    pub exact: Vec<Beside>,
    /// A real centre's phones beside the preset fitted to them; empty where the log is not at hand.
    pub bank: Vec<Beside>,
    /// The same log simulated with its own arrivals; None where it is not at hand.
    pub replay: Option<Comparison>,
}

/// Something with a verdict.
pub struct Judged<T: 'static> {
    /// What was judged.
    pub of: &'static T,
    /// What was found.
    pub found: Option<Estimate>,
    /// What it says.
    pub verdict: Verdict,
}

/// What a mechanism contributes.
pub struct Contribution {
    /// The mechanism.
    pub of: &'static Mechanism,
    /// By centre and headline: with it less without it.
    pub headlines: Vec<Vec<Option<Estimate>>>,
    /// By centre: the metrics that it moves beyond chance.
    pub moves: Vec<Vec<&'static str>>,
}

/// A figure twice: as it should be and as it came out.
pub struct Beside {
    /// What it is.
    pub id: String,
    /// By theory or in the log.
    pub expected: f64,
    /// Simulated.
    pub found: f64,
    /// Standard error of what was simulated.
    pub error: f64,
}

/// Replications below which no standard error is trusted.
pub const FEWEST: u32 = 6;

/// The arms that facts, trials and ablations need, with one `share`-th of their replications.
#[must_use]
pub fn wanted(share: u32) -> Wanted {
    let mut wanted = Wanted::default();
    let part = |replications: u32| (replications / share.max(1)).max(FEWEST);
    for fact in facts::all() {
        wanted.ask(fact.arms, part(fact.replications));
    }
    for trial in TRIALS {
        wanted.ask(trial.arms, part(trial.replications));
    }
    wanted.ask(&CENTRES, part(ABLATION));
    for mechanism in MECHANISMS {
        wanted.ask(
            &CENTRES.map(|centre| centre.with(mechanism.off)),
            part(ABLATION),
        );
    }
    wanted
}

/// Judges every fact.
#[must_use]
pub fn facts(runs: &Runs) -> Vec<Judged<Fact>> {
    let judged = |fact: &'static Fact| {
        let found = fact.estimate(&runs.of(fact.arms, fact.replications));
        Judged {
            of: fact,
            found,
            verdict: fact.band.judge(found.as_ref()),
        }
    };
    facts::all().map(judged).collect()
}

/// Judges every re-run experiment.
#[must_use]
pub fn trials(runs: &Runs) -> Vec<Judged<Trial>> {
    let judged = |trial: &'static Trial| {
        let found = trial.estimate(&runs.of(trial.arms, trial.replications));
        Judged {
            of: trial,
            found,
            verdict: trial.judge(found.as_ref()),
        }
    };
    TRIALS.iter().map(judged).collect()
}

/// What each mechanism contributes in each centre.
#[must_use]
pub fn contributions(runs: &Runs) -> Vec<Contribution> {
    let of = |mechanism: &'static Mechanism| {
        let rows: Vec<_> = CENTRES
            .iter()
            .map(|centre| {
                let both = runs.of(&[*centre, centre.with(mechanism.off)], ABLATION);
                (both[0], both[1])
            })
            .collect();
        Contribution {
            of: mechanism,
            headlines: rows
                .iter()
                .map(|(with, without)| {
                    let one = |id: &&str| mechanism.contribution(id, with, without);
                    HEADLINES.iter().map(one).collect()
                })
                .collect(),
            moves: rows
                .iter()
                .map(|(with, without)| mechanism.moves(with, without))
                .collect(),
        }
    };
    MECHANISMS.iter().map(of).collect()
}
