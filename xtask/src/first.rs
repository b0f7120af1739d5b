//! The default result in the page: computed by the library at build time, never typed.

use crate::Outcome;
use crate::process::{cargo, pretty};
use std::time::Instant;

/// Where it comes to stand.
const PLACE: &str =
    "<!-- The default result: `cargo xtask build` computes it and writes it here. -->";

/// `html` with the default result in it.
pub fn written(html: &str) -> Outcome<String> {
    let begun = Instant::now();
    let first = prerendered(&[])
        .map_err(|why| format!("The default result could not be computed. {why}"))?;
    println!("Default result computed in {}.", pretty(begun.elapsed()));
    placed(html, first.trim())
}

/// What `examples/prerender` prints, given `words`.
pub fn prerendered(words: &[&str]) -> Outcome<String> {
    let run = [
        "run",
        "--locked",
        "--release",
        "--quiet",
        "--example",
        "prerender",
        "--",
    ];
    let output = cargo(&run)
        .args(words)
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|why| format!("Cargo can't be run: {why}"))?;
    let printed = String::from_utf8(output.stdout).unwrap_or_default();
    if !output.status.success() || printed.is_empty() {
        return Err(format!("The example prerender {words:?} failed."));
    }
    Ok(printed)
}

fn placed(html: &str, first: &str) -> Outcome<String> {
    if html.matches(PLACE).count() != 1 {
        return Err(format!("index.html must say {PLACE} exactly once."));
    }
    Ok(html.replacen(PLACE, first, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_stands_in_its_place_or_the_build_fails() {
        assert_eq!(placed(&format!("a{PLACE}c"), "b"), Ok("abc".to_owned()));
        assert!(placed("ac", "b").is_err());
    }
}
