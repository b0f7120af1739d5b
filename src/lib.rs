//! Fairfloor: a call centre's phones and the people who answer them, simulated together.
//!
//! ```text
//!  JSON / link / --set / control     scenario::check       scenario::plan
//!  ──────────────────────────▶ Scenario + Problems ──────▶ Plan        (once per scenario)
//!                                                           │
//!  study: tasks (scenario, replication) ─▶ sim::replicate(&Plan, Luck)
//!                                                           │
//!                         measure::Ledger ◀─────────────────┘
//!                                │
//!              measure::summary ─▶ view::{sentence, chart, table} ─▶ page, terminal, files
//! ```
//!
//! Everything here is pure: no clock, no file, no thread, no browser. The binaries bring those.

pub mod crew;
pub mod hash;
pub mod math;
pub mod measure;
pub mod order;
pub mod rng;
pub mod scenario;
pub mod sim;
pub mod study;
pub mod view;
pub mod wire;
pub mod workshop;

/// The version that is printed into results, links and reports.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
