//! `queue`: the call floor alone, to hold against queueing theory.

use crate::args::{QueueFormat, QueueOptions};
use crate::failure::Failure;
use fairfloor::scenario::field::Language;

/// Simulates a queue of agents who are neither motivated nor tired.
pub fn queue(options: &QueueOptions, language: Language) -> Result<(), Failure> {
    // The floor is hooked up here:
    // let figures = fairfloor::study::queue::...(options...);
    let QueueOptions {
        agents: _,
        calls_per_hour: _,
        mean_service_seconds: _,
        service_cv: _,
        mean_patience_seconds: _,
        calls: _,
        service_level_seconds: _,
        seed: _,
        format,
    } = options;
    let why = match language {
        Language::Zh => "queue 还没有接上模拟",
        Language::En => "queue is not connected to the simulation yet",
    };
    match format {
        QueueFormat::Table | QueueFormat::Json => Err(Failure::Failed(why.to_owned())),
    }
}
