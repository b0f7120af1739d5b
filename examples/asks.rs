//! What page and worker say to each other about the built-in scenarios or about random ones, and what the worker
//! must answer: a line of JSON each, for the browser's tests of the same bits. `asks presets` or `asks COUNT`.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::{PRESETS, Preset};
use fairfloor::study;
use fairfloor::study::evidence::random;
use fairfloor::wire::{Answer, Ask, pack};
use serde::Serialize;

fn packed<T: Serialize>(message: &T) -> anyhow::Result<String> {
    Ok(STANDARD.encode(pack(message)?))
}

/// What is asked about, each with its name: a built-in scenario's id, a random one's number.
fn asked_about(word: &str) -> anyhow::Result<Vec<(String, Scenario)>> {
    if word == "presets" {
        let named = |preset: &Preset| (preset.id.to_owned(), preset.scenario());
        return Ok(PRESETS.iter().map(named).collect());
    }
    let count: u32 = word.parse().context("presets, or how many random ones")?;
    let numbered = |number: u32| (number.to_string(), random::scenario(number).scenario);
    Ok((0..count).map(numbered).collect())
}

fn main() -> anyhow::Result<()> {
    let word = std::env::args()
        .nth(1)
        .context("presets, or how many random ones")?;
    let luck = Luck {
        seed: 1,
        replication: 0,
    };
    for (key, (name, scenario)) in (0..).zip(asked_about(&word)?) {
        let plan = Plan::new(&scenario).map_err(|why| anyhow::anyhow!("{name}: {why:?}"))?;
        let outcome = study::replication(&plan, luck);
        // As in `tests/it/scenarios.txt`.
        let fingerprint = format!("{:016x}", outcome.fingerprint);
        let prepare = Ask::Prepare {
            key,
            plan: Box::new(plan),
        };
        let replicate = Ask::Replicate {
            key,
            seed: luck.seed,
            replication: luck.replication,
        };
        let done = Answer::Done {
            key,
            seed: luck.seed,
            replication: luck.replication,
            outcome: Box::new(outcome),
        };
        let line = serde_json::json!({
            "name": name,
            "fingerprint": fingerprint,
            "prepare": packed(&prepare)?,
            "replicate": packed(&replicate)?,
            "answer": packed(&done)?,
        });
        println!("{line}");
    }
    Ok(())
}
