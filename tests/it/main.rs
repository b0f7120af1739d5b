//! Everything that the project promises to the outside, one module a promise.

mod import;
mod link;
mod tidy;
