//! `cargo xtask calibrate`: fits the free constants to the stylised facts and writes CALIBRATION.md.

use crate::{Outcome, root};
use std::fs;
use std::process::{Command, Stdio};

/// Runs the search in the library, optimised; `rest` are seed, rounds and years.
pub fn calibrate(rest: &[&str]) -> Outcome<()> {
    let run = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["run", "--release", "--example", "calibrate", "--"])
        .args(rest)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| format!("cargo didn't start: {why}"))?;
    if !run.status.success() {
        return Err("the calibration stopped; what it said is above".to_owned());
    }
    let place = root().join("CALIBRATION.md");
    fs::write(&place, run.stdout).map_err(|why| format!("{}: {why}", place.display()))?;
    println!("CALIBRATION.md is written. The defaults change only by hand, in the catalogue.");
    Ok(())
}
