//! The engine in the background: takes an ask, runs one replication, answers; reports its own panic.

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
    use fairfloor::rng::Luck;
    use fairfloor::scenario::plan::Plan;
    use fairfloor::wire::{Answer, Ask, PREPARED, pack, unpack};
    use std::collections::BTreeMap;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Listens, then says that it does.
    pub fn start() {
        std::panic::set_hook(Box::new(|info| {
            post(&Answer::Failed {
                why: info.to_string(),
            });
        }));
        let mut plans: BTreeMap<u32, Plan> = BTreeMap::new();
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = js_sys::Uint8Array::new(&event.data()).to_vec();
            match unpack::<Ask>(&bytes) {
                Ok(ask) => {
                    if let Err(why) = answer(ask, &mut plans) {
                        post(&Answer::Failed { why });
                    }
                }
                Err(why) => post(&Answer::Failed {
                    why: format!("unreadable ask: {why}"),
                }),
            }
        });
        scope().set_onmessage(Some(listen.as_ref().unchecked_ref()));
        // The worker listens for as long as it lives.
        listen.forget();
        post(&Answer::Ready {
            version: fairfloor::VERSION.to_owned(),
        });
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
            Ask::Film {
                key,
                seed,
                replication,
                from,
                to,
            } => {
                let plan = known(plans, key)?;
                let luck = Luck { seed, replication };
                let film = fairfloor::study::filming(plan, luck, from..to);
                post(&Answer::Filmed {
                    key,
                    film: Box::new(film),
                });
            }
            Ask::Record {
                key,
                seed,
                replication,
            } => {
                let plan = known(plans, key)?;
                let (_, journal) = fairfloor::study::recording(plan, Luck { seed, replication });
                post(&Answer::Recorded {
                    key,
                    seed,
                    replication,
                    journal: Box::new(journal),
                });
            }
        }
        Ok(())
    }

    fn known(plans: &BTreeMap<u32, Plan>, key: u32) -> Result<&Plan, String> {
        let plan = plans.get(&key);
        plan.ok_or_else(|| "a scenario that was never prepared".to_owned())
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    fn post(answer: &Answer) {
        // An answer that can't be packed or sent leaves the page to its deadline, which ends us.
        if let Ok(bytes) = pack(answer) {
            let array = js_sys::Uint8Array::from(bytes.as_slice());
            let transfer = js_sys::Array::of1(&array.buffer());
            let _ = scope().post_message_with_transfer(&array, &transfer);
        }
    }
}
