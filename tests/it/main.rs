//! Everything that the project promises to the outside, one module a promise.

mod command;
mod contract;
mod import;
mod inputs;
mod link;
mod tidy;
