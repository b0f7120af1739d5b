//! The command `fairfloor`: everything that the page can ask, for terminals and scripts.

mod args;
mod awards;
mod best;
mod calibrate;
mod compare;
mod dispatch;
mod explain;
mod failure;
mod fairness;
mod fit;
mod folder;
mod input;
mod job;
mod listing;
mod long;
mod merge;
mod out;
mod parquet;
mod pool;
mod print;
mod queue;
mod refused;
mod replay;
mod results;
mod rows;
mod run;
mod search;
mod sensitivity;
mod staff;
mod store;
mod sweep;
mod table;
mod told;
mod why;

use std::process::ExitCode;

fn main() -> ExitCode {
    failure::exit_code(|| dispatch::dispatch(std::env::args_os()))
}
