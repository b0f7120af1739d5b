//! Everything that the project promises to the outside, one module a promise.
#![allow(clippy::cast_precision_loss, clippy::unwrap_used)]

mod conservation;
mod determinism;
mod exact;
mod import;
mod link;
mod tidy;
mod warmup;
