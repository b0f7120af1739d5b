//! Everything that the project promises to the outside, one module a promise.
#![allow(clippy::cast_precision_loss, clippy::unwrap_used)]

mod command;
mod conservation;
mod contract;
mod determinism;
mod exact;
mod import;
mod inputs;
mod link;
mod tidy;
mod warmup;
