//! Everything that the project promises to the outside, one module a promise.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss
)]

mod agreement;
mod allocations;
mod calls;
mod centres;
mod chance;
mod command;
mod conservation;
mod contract;
mod coverage;
mod demand;
mod determinism;
mod direction;
mod documents;
mod exact;
mod explain;
mod extremes;
mod faults;
mod fit;
mod fit_command;
mod fit_shape;
mod floor;
mod folders;
mod guards;
mod import;
mod inputs;
mod journal;
mod kept;
mod lab;
mod lab_command;
mod laws;
mod link;
mod options;
mod oracle;
mod own;
mod own_command;
mod parquet;
mod random;
mod replay;
mod roster;
mod staff;
mod studies;
mod stylised;
mod sweep;
mod tidy;
mod varying;
mod warmup;
mod workbook;
mod workshop;
mod worlds;
