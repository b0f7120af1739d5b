//! One integration binary, a module a promise.
#![allow(clippy::cast_precision_loss, clippy::unwrap_used)]
mod exact;
