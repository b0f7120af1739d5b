//! `cargo xtask calibrate` and `recover`: CALIBRATION.md, its part about the facts and its part about a
//! centre's own months.

use crate::{Outcome, root};
use std::fs;
use std::process::{Command, Stdio};

/// Where the second part begins.
const OWN: &str = "## Recovery";

/// Fits the free constants to the stylised facts; `rest` are seed, rounds, points, years at a point
/// and years of the last look.
pub fn calibrate(rest: &[&str]) -> Outcome<()> {
    let facts = example("calibrate", rest)?;
    let (_, own) = parts()?;
    write(&facts, &own)?;
    println!(
        "CALIBRATION.md is written. It says which of the catalogue's defaults are not what was found."
    );
    Ok(())
}

/// Asks whether known constants are found again; `rest` are seed, draws and centres.
pub fn recover(rest: &[&str]) -> Outcome<()> {
    let own = example("recover", rest)?;
    let (facts, _) = parts()?;
    write(&facts, &own)?;
    println!("CALIBRATION.md has the new recovery, docs/recovery.svg its drawing.");
    Ok(())
}

fn example(name: &str, rest: &[&str]) -> Outcome<String> {
    let run = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["run", "--release", "--example", name, "--"])
        .args(rest)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| format!("cargo didn't start: {why}"))?;
    if !run.status.success() {
        return Err("it stopped; what it said is above".to_owned());
    }
    String::from_utf8(run.stdout).map_err(|why| why.to_string())
}

/// What stands there: about the facts, and about own months.
fn parts() -> Outcome<(String, String)> {
    let place = root().join("CALIBRATION.md");
    let text = fs::read_to_string(&place).map_err(|why| format!("{}: {why}", place.display()))?;
    let at = text.find(OWN).unwrap_or(text.len());
    Ok((text[..at].to_owned(), text[at..].to_owned()))
}

fn write(facts: &str, own: &str) -> Outcome<()> {
    let place = root().join("CALIBRATION.md");
    let text = format!("{}\n\n{own}", facts.trim_end());
    fs::write(&place, text).map_err(|why| format!("{}: {why}", place.display()))
}
