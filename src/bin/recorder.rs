//! The recorder in the background: one replication as its people live through it, the floor of some days, or
//! a centre's months as its own files would have them. Apart from the engine, as few look at it and the engine
//! comes with the page.

#[cfg(target_arch = "wasm32")]
#[path = "shared/listening.rs"]
mod listening;

#[cfg(target_arch = "wasm32")]
fn main() {
    recorder::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The recorder runs in a browser; the command is `fairfloor explain`.");
}

#[cfg(target_arch = "wasm32")]
mod recorder {
    use super::listening::{listen, post};
    use fairfloor::rng::Luck;
    use fairfloor::scenario::plan::Plan;
    use fairfloor::study::own::{simulated, written_down};
    use fairfloor::study::{filming, recording};
    use fairfloor::wire::{Prepared, Seen, Take, unpack};

    /// Listens, then says that it does.
    pub fn start() {
        let mut plans = Prepared::default();
        let ready = Seen::Ready {
            version: fairfloor::VERSION.to_owned(),
        };
        listen(
            &ready,
            |why| Seen::Failed { why },
            move |bytes| {
                let seen = unpack::<Take>(bytes).map_err(|why| format!("unreadable ask: {why}"));
                match seen.and_then(|take| see(take, &mut plans)) {
                    Ok(Some(seen)) => post(&seen),
                    Ok(None) => {}
                    Err(why) => post(&Seen::Failed { why }),
                }
            },
        );
    }

    fn see(take: Take, plans: &mut Prepared<Plan>) -> Result<Option<Seen>, String> {
        Ok(match take {
            Take::Prepare { key, plan } => {
                plans.keep(key, *plan);
                None
            }
            Take::Film {
                key,
                seed,
                replication,
                days: [from, to],
            } => {
                let film = filming(plans.get(key)?, Luck { seed, replication }, from..to);
                Some(Seen::Filmed {
                    key,
                    film: Box::new(film),
                })
            }
            Take::Centre {
                plan,
                shape,
                seed,
                number,
                point,
            } => {
                let luck = Luck {
                    seed,
                    replication: number,
                };
                Some(Seen::Centre {
                    row: Box::new(simulated(&plan, &shape, luck, point)),
                })
            }
            Take::Months {
                plan,
                months,
                seed,
                number,
            } => {
                let luck = Luck {
                    seed,
                    replication: number,
                };
                Some(Seen::Months {
                    record: Box::new(written_down(&plan, months, luck)),
                })
            }
            Take::Record {
                key,
                seed,
                replication,
            } => {
                let (_, journal) = recording(plans.get(key)?, Luck { seed, replication });
                Some(Seen::Recorded {
                    key,
                    journal: Box::new(journal),
                })
            }
        })
    }
}
