//! The engine in the background: takes an ask, runs one replication, answers; reports its own panic.

#[cfg(target_arch = "wasm32")]
#[path = "shared/listening.rs"]
mod listening;

#[cfg(target_arch = "wasm32")]
fn main() {
    engine::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The worker runs in a browser; the command is `fairfloor`.");
}

#[cfg(target_arch = "wasm32")]
mod engine {
    use super::listening::{listen, post};
    use fairfloor::rng::Luck;
    use fairfloor::scenario::plan::Plan;
    use fairfloor::wire::{Answer, Ask, PREPARED, unpack};
    use std::collections::BTreeMap;

    /// Listens, then says that it does.
    pub fn start() {
        let mut plans: BTreeMap<u32, Plan> = BTreeMap::new();
        let ready = Answer::Ready {
            version: fairfloor::VERSION.to_owned(),
        };
        listen(
            &ready,
            |why| Answer::Failed { why },
            move |bytes| {
                let ask = unpack::<Ask>(bytes).map_err(|why| format!("unreadable ask: {why}"));
                if let Err(why) = ask.and_then(|ask| answer(ask, &mut plans)) {
                    post(&Answer::Failed { why });
                }
            },
        );
    }

    fn answer(ask: Ask, plans: &mut BTreeMap<u32, Plan>) -> Result<(), String> {
        match ask {
            Ask::Prepare { key, plan } => {
                if plans.len() >= PREPARED {
                    plans.clear();
                }
                plans.insert(key, *plan);
            }
            Ask::Staff {
                key,
                seed,
                replications,
                staffing,
            } => {
                let plan = plans
                    .get(&key)
                    .ok_or("a scenario that was never prepared")?;
                let found = staffing.answer(plan, seed, replications).ok();
                post(&Answer::Staffed {
                    key,
                    plan: found.map(Box::new),
                });
            }
            Ask::Replicate {
                key,
                seed,
                replication,
            } => {
                let plan = known(plans, key)?;
                let outcome = fairfloor::study::replication(plan, Luck { seed, replication });
                post(&Answer::Done {
                    key,
                    seed,
                    replication,
                    outcome: Box::new(outcome),
                });
            }
        }
        Ok(())
    }

    fn known(plans: &BTreeMap<u32, Plan>, key: u32) -> Result<&Plan, String> {
        let plan = plans.get(&key);
        plan.ok_or_else(|| "a scenario that was never prepared".to_owned())
    }
}
