//! `cargo xtask release`: everything that is handed out, in one folder, with checksums and a list of parts.
//!
//! What is built names no folder of the machine that built it, so that two people who build the same commit
//! with the same tools can compare what they got.

use crate::Outcome;
use crate::cache;
use crate::offline::files;
use crate::page;
use crate::process::{ask, cargo, command, pretty, run_long};
use crate::single;
use crate::tools::{self, Purpose};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The list of parts, in the form of CycloneDX.
const PARTS: &str = "fairfloor.cdx.json";
const SUMS: &str = "SHA256SUMS";

/// Builds it all into release/.
pub fn release() -> Outcome<()> {
    let begun = Instant::now();
    tools::prepare(Purpose::Release)?;
    let root = crate::root();
    let version = version()?;
    let folder = root.join("release").join(format!("fairfloor-{version}"));
    let fail = |why: std::io::Error| format!("I can't write {}: {why}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(fail)?;
    }
    fs::create_dir_all(&folder).map_err(fail)?;

    // The chore of building the page, as it always is, in other surroundings.
    let itself = std::env::current_exe().map_err(|why| format!("I can't find myself: {why}"))?;
    run_long(surrounded(command(itself, &["build"]).current_dir(&root))?)?;
    copy(&page::dist(), &folder.join("site")).map_err(fail)?;
    for copy in [single::SANDBOX, single::WORKSHOP] {
        let within = folder.join("site").join(copy.name);
        // The site hands them out too.
        fs::copy(within, folder.join(copy.name)).map_err(fail)?;
    }

    let build = ["build", "--locked", "--release", "--bin", "fairfloor"];
    run_long(surrounded(&mut cargo(&build))?)?;
    let program = format!("fairfloor{}", std::env::consts::EXE_SUFFIX);
    let named = format!(
        "fairfloor-{}-{}{}",
        std::env::consts::OS,
        std::env::consts::ARCH,
        std::env::consts::EXE_SUFFIX
    );
    let built = build_folder().join("release").join(program);
    fs::copy(built, folder.join(named)).map_err(fail)?;
    for text in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
        fs::copy(root.join(text), folder.join(text)).map_err(fail)?;
    }
    list_parts(&root, &folder)?;
    let sums = sums(&folder).map_err(fail)?;
    fs::write(folder.join(SUMS), &sums).map_err(fail)?;
    println!(
        "Release: {} with {} files, in {}. Check with `sha256sum -c {SUMS}` there.",
        folder.display(),
        sums.lines().count(),
        pretty(begun.elapsed())
    );
    Ok(())
}

fn version() -> Outcome<String> {
    let manifest = cache::read(&crate::root().join("Cargo.toml"))?;
    let line = manifest
        .lines()
        .find_map(|l| l.strip_prefix("version = \""));
    let version = line.and_then(|l| l.strip_suffix('"'));
    Ok(version.ok_or("Cargo.toml names no version.")?.to_owned())
}

/// Apart from the everyday builds, which have other flags.
fn build_folder() -> PathBuf {
    crate::root().join("target").join("release-build")
}

/// The same command where no path of this machine gets into what is built.
fn surrounded(command: &mut Command) -> Outcome<&mut Command> {
    let root = crate::root();
    let home = cargo_home().ok_or("Cargo's folder can't be found.")?;
    let sysroot = ask(Command::new("rustc").args(["--print", "sysroot"]))
        .ok_or("rustc can't be asked for its folder.")?;
    // The last that fits is taken, so the widest stands first.
    let flags: Vec<String> = [
        (home.display().to_string(), "/cargo"),
        (sysroot, "/rust"),
        (root.display().to_string(), "/fairfloor"),
    ]
    .iter()
    .map(|(from, to)| format!("--remap-path-prefix={from}={to}"))
    .collect();
    let date = ask(&mut crate::process::command(
        "git",
        &["log", "-1", "--format=%ct"],
    ));
    Ok(command
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .env("CARGO_TARGET_DIR", build_folder())
        .env("SOURCE_DATE_EPOCH", date.unwrap_or_else(|| "0".to_owned())))
}

fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// What the program is made of, with versions and licences.
fn list_parts(root: &Path, folder: &Path) -> Outcome<()> {
    let name = PARTS.trim_end_matches(".json");
    let lister = cache::program("cargo-cyclonedx", cache::CYCLONEDX, "cargo-cyclonedx")?;
    let mut list = command(
        lister,
        &[
            "cyclonedx",
            "--format",
            "json",
            "--target",
            "all",
            "--no-build-deps",
            "--override-filename",
            name,
        ],
    );
    run_long(surrounded(&mut list)?)?;
    // It writes one for each package of the workspace, beside its manifest.
    let fail = |why: std::io::Error| format!("I can't take up {PARTS}: {why}");
    let _ = fs::remove_file(root.join("xtask").join(PARTS));
    let list = cache::read(&root.join(PARTS))?.replace(&root.display().to_string(), "/fairfloor");
    fs::write(folder.join(PARTS), list).map_err(fail)?;
    fs::remove_file(root.join(PARTS)).map_err(fail)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    for file in files(from)? {
        let there = to.join(file.strip_prefix(from).unwrap_or(&file));
        fs::create_dir_all(there.parent().unwrap_or(to))?;
        fs::copy(file, there)?;
    }
    Ok(())
}

/// A line for every file, as `sha256sum` writes and checks them, in the order of their names.
fn sums(folder: &Path) -> std::io::Result<String> {
    let mut lines = String::new();
    for file in files(folder)? {
        let sum = Sha256::digest(fs::read(&file)?);
        let hex: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = file.strip_prefix(folder).unwrap_or(&file);
        let name = name.display().to_string().replace('\\', "/");
        lines.push_str(&format!("{hex}  {name}\n"));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_its_line_in_the_order_of_names() {
        let folder = std::env::temp_dir().join(format!("fairfloor-sums-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).expect("a folder");
        fs::write(folder.join("b/x"), "abc").expect("a file");
        fs::write(folder.join("a"), "").expect("a file");
        // From FIPS 180-2, and of nothing.
        assert_eq!(
            sums(&folder).expect("sums"),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b/x\n"
        );
        fs::remove_dir_all(folder).expect("away");
    }
}
