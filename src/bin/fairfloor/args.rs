//! What can be typed after `fairfloor`.

use crate::job::{Files, typed};
use crate::{
    awards, best, calibrate, compare, explain, fairness, fit, merge, queue, run, search,
    sensitivity, sweep,
};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// A sandbox for designing incentives in a call centre · 客服激励沙盘
#[derive(Parser)]
#[command(name = "fairfloor", version, about)]
pub struct Cli {
    // A plain comment, and the text below: clap would print the backticks of a doc comment.
    #[arg(help = "Language of tables and messages [default: from LC_ALL, LC_MESSAGES, LANG]")]
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "zh|en",
        hide_possible_values = true
    )]
    pub lang: Option<Lang>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// A language, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub enum Lang {
    /// 简体中文
    Zh,
    /// English
    En,
}

/// What can be asked.
#[derive(Subcommand)]
pub enum Command {
    /// List the built-in scenarios, or print one as JSON
    Presets {
        /// The id of a built-in scenario
        id: Option<String>,
        #[command(flatten)]
        overrides: Overrides,
    },
    /// Print the scenario's JSON Schema: every field with unit, range, default and source
    Schema,
    /// Check a scenario and list every problem with its path
    Check {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
    },
    /// Simulate a year many times and summarise every metric
    Run {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: run::Options,
    },
    /// Run several scenarios under the same luck and take differences against the first
    Compare {
        /// Preset ids, files, or - for standard input
        #[arg(required = true, num_args = 2..)]
        scenarios: Vec<String>,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: compare::Options,
    },
    /// Choose the best of several scenarios with a stated probability of being right
    Best {
        /// Preset ids, files, or - for standard input
        #[arg(required = true, num_args = 2..)]
        scenarios: Vec<String>,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: best::Options,
    },
    /// Sweep one or two levers: where do all requirements hold, and how far may one go
    Sweep {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: sweep::Options,
    },
    /// Join the parts of a study that were run with --shard
    Merge(merge::Options),
    /// Who should get the awards: every strategy at one budget, with the lottery as the null
    Awards {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: awards::Options,
    },
    /// Who bears what: gaps between groups, also at equal ability, and four meanings of fairness
    Fairness {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: fairness::Options,
    },
    /// Plans that no other beats in everything at once; what must change to catch up
    Search {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: search::Options,
    },
    /// What would overturn a conclusion: assumptions, flip points, plausible worlds
    Sensitivity {
        /// One scenario or two: preset ids, files, or - for standard input
        #[arg(required = true, num_args = 1..=2)]
        scenarios: Vec<String>,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: sensitivity::Options,
    },
    /// A life with dates and reasons, and the same person under another policy
    Explain {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: explain::Options,
    },
    /// People needed and present on the phones, by half-hour of a day
    #[command(long_about = STAFF_HELP)]
    Staff {
        /// A preset's id, a file, or - for standard input
        scenario: String,
        #[command(flatten)]
        overrides: Overrides,
        #[command(flatten)]
        options: StaffOptions,
    },
    /// Fit a centre's own export, call by call or by half-hour: figures, errors and a scenario
    Fit(fit::Options),
    /// What a centre's own months say of the behavioural constants, and a profile of it
    Calibrate(calibrate::Options),
    /// The call floor alone, nobody motivated or tired: a queue to hold against theory
    Queue(queue::Options),
}

/// How the numbers are found, and what they are not.
const STAFF_HELP: &str = "\
People needed and present on the phones, by half-hour of a day

Erlang-A takes each half-hour for a steady floor of its own, with exponential service and patience of \
the scenario's means. The simulation runs days of one kind with a number of people for each half-hour, \
under the same luck for every trial: numbers are raised until every half-hour reaches the target, then \
lowered one by one as long as all still do. Each is the fewest given the others.

Limits: those on the phones are ordinary people who neither learn nor tire nor hurry; there is one \
queue, so priorities, a second line, callbacks and limited lines are left aside; numbers are people on \
the phones, to which breaks, training and absence come on top. A half-hour's share in time is over \
quiet and busy days together, while Erlang-A knows only the mean day.";

/// Changes to a scenario before it is used.
#[derive(Args, Default)]
pub struct Overrides {
    /// Override one field; may be repeated
    #[arg(long, value_name = "PATH=VALUE", allow_hyphen_values = true)]
    pub set: Vec<String>,
    /// Replace the demand by an export of half-hourly counts or of single calls
    #[arg(long, value_name = "FILE")]
    pub demand: Option<PathBuf>,
    /// Take the constants from a profile that `calibrate` has written
    #[arg(long, value_name = "PROFILE.json")]
    pub profile: Option<PathBuf>,
}

impl Overrides {
    /// Whether nothing is changed.
    pub fn is_none(&self) -> bool {
        self.set.is_empty() && self.demand.is_none() && self.profile.is_none()
    }
}

/// How much to run and how to show it.
#[derive(Args)]
pub struct RunOptions {
    /// How many simulated years
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub replications: u32,
    #[command(flatten)]
    pub common: Common,
}

impl RunOptions {
    /// What must be typed again for the same results.
    pub fn repeat(&self) -> Vec<String> {
        typed(&[("--replications", self.replications.to_string())])
    }
}

/// What every study takes.
#[derive(Args)]
pub struct Common {
    /// Equal seeds give equal results
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads; 0 = all. Results don't depend on it
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1024))]
    pub threads: u32,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    #[command(flatten)]
    pub files: Files,
}

impl Common {
    /// What must be typed again for the same results.
    pub fn repeat(&self) -> Vec<String> {
        typed(&[("--seed", self.seed.to_string())])
    }
}

/// Form of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

impl Format {
    /// As it is typed.
    pub fn id(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }
}

/// Form of results that are no table of metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TwoFormats {
    /// For reading.
    Table,
    /// For programs.
    Json,
}

/// What to staff for.
#[derive(Args)]
pub struct StaffOptions {
    /// Share of calls to be answered within the limit of the scenario
    #[arg(long, default_value_t = 0.8, value_name = "SHARE")]
    pub target_share: f64,
    // A plain comment, and the text below: clap would list the variants' own comments.
    #[arg(help = "Day of the week [default: the mean of all days on which the phones are open]")]
    #[arg(
        long,
        value_enum,
        value_name = "monday…sunday",
        hide_possible_values = true
    )]
    pub weekday: Option<Weekday>,
    /// How many times 20 simulated days; the roster is seen over as many years, at most 8
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub replications: u32,
    /// Equal seeds give equal results
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads; 0 = all. Results don't depend on it
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1024))]
    pub threads: u32,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// A day of the week, by its number from Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
