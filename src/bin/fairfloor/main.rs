//! The command `fairfloor`: everything that the page can ask, for terminals and scripts.

mod args;
mod awards;
mod compare;
mod explain;
mod failure;
mod fairness;
mod fit;
mod input;
mod listing;
mod out;
mod pool;
mod print;
mod queue;
mod results;
mod run;
mod sensitivity;
mod staff;
mod table;
mod told;
mod why;

use std::process::ExitCode;

fn main() -> ExitCode {
    failure::exit_code(args::dispatch)
}
