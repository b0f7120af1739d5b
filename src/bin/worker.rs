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
    use fairfloor::wire::{Answer, Ask, Prepared, unpack};

    /// Listens, then says that it does.
    pub fn start() {
        let mut plans = Prepared::default();
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

    fn answer(ask: Ask, plans: &mut Prepared<Plan>) -> Result<(), String> {
        match ask {
            Ask::Prepare { key, plan } => plans.keep(key, *plan),
            Ask::Staff {
                key,
                seed,
                replications,
                staffing,
            } => {
                let found = staffing.answer(plans.get(key)?, seed, replications).ok();
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
                let luck = Luck { seed, replication };
                let outcome = fairfloor::study::replication(plans.get(key)?, luck);
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
}
