//! What page and worker say to each other about random scenarios, and what the worker must answer: a line of
//! JSON each, for the browser's test of the same bits. `asks [COUNT]`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fairfloor::rng::Luck;
use fairfloor::scenario::plan::Plan;
use fairfloor::study;
use fairfloor::study::evidence::random;
use fairfloor::wire::{Answer, Ask, pack};
use serde::Serialize;

fn packed<T: Serialize>(message: &T) -> anyhow::Result<String> {
    Ok(STANDARD.encode(pack(message)?))
}

fn main() -> anyhow::Result<()> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(200), |text| text.parse())?;
    let luck = Luck {
        seed: 1,
        replication: 0,
    };
    for key in 0..count {
        let scenario = random::scenario(key).scenario;
        let plan = Plan::new(&scenario).map_err(|why| anyhow::anyhow!("{key}: {why:?}"))?;
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
            "number": key,
            "fingerprint": fingerprint,
            "prepare": packed(&prepare)?,
            "replicate": packed(&replicate)?,
            "answer": packed(&done)?,
        });
        println!("{line}");
    }
    Ok(())
}
