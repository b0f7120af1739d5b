//! The release page: Trunk with its tools, then the worker under a name that no cache can confuse.

use crate::Outcome;
use crate::cache;
use crate::documents;
use crate::first;
use crate::offline;
use crate::policy;
use crate::process::{cargo, command, pretty, run_long};
use crate::single;
use crate::stamp;
use crate::styles;
use crate::tools::{self, Purpose};
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What lies in a folder of its own, named by its contents: the engines, and the parts of the page that are
/// fetched when somebody goes there.
const APART: [&str; 5] = ["worker", "recorder", "reader", "hall", "centre"];

/// The files of one of them as Trunk names them.
fn files_of(name: &str) -> [String; 3] {
    ["_loader.js", ".js", "_bg.wasm"].map(|end| format!("{name}{end}"))
}

/// The page with the address of one of them, which it must say exactly once.
fn pointed(html: &str, page: &str, folder: &str, name: &str) -> Outcome<String> {
    let address = format!("content=\"./{name}_loader.js\"");
    if html.matches(&address).count() != 1 {
        return Err(format!("{page} must say {address} exactly once."));
    }
    let there = format!("content=\"./{folder}/{name}_loader.js\"");
    Ok(html.replace(&address, &there))
}

/// Where the finished page lies.
pub fn dist() -> PathBuf {
    crate::root().join("dist")
}

/// `cargo xtask build`.
pub fn prepare_and_build() -> Outcome<()> {
    tools::prepare(Purpose::Page)?;
    build()
}

/// Builds the page into dist/, unless it is there as these sources make it; the tools must be there.
pub fn build() -> Outcome<()> {
    let dist = dist();
    // Before it is built: what is edited meanwhile has not been built.
    let sources = stamp::sources()?;
    if stamp::is_current(sources, &dist) {
        println!("Page: dist/ is what these sources make.");
        return Ok(());
    }
    println!("Building the page: one to two minutes, the first time some more.");
    let begun = Instant::now();
    // Trunk then builds offline: whatever it lacks is an error of ours, not a download.
    run_long(&mut cargo(&["fetch", "--locked", "--quiet"]))?;
    run_long(&mut trunk()?)?;
    let worker = move_worker(&dist)?;
    let sandbox = finish_sandbox(&dist, &worker)?;
    let documents = documents::written(&dist)?;
    let (workshop, own) = build_workshop(&dist, &worker)?;
    // Last, because the version is made of all files.
    let mut pages = vec![("index.html", sandbox), ("workshop.html", workshop)];
    pages.extend(documents);
    offline::equip(&dist, &pages, &own)?;
    stamp::set(sources, &dist)?;
    println!("Page: dist/ with {worker} in {}.", pretty(begun.elapsed()));
    Ok(())
}

/// Builds the workshop's page, which is one of its own so that the first page stays as light as it is, and
/// puts its files beside that page; both use the same worker. Returns it and the names of its own files.
fn build_workshop(dist: &Path, worker: &str) -> Outcome<(String, Vec<String>)> {
    let apart = crate::root().join("target").join("workshop-page");
    let mut trunk = trunk()?;
    trunk.arg("--dist").arg(&apart).arg("workshop.html");
    run_long(&mut trunk)?;
    let fail = |why: std::io::Error| format!("I can't add the workshop's page: {why}");
    let (mut page, mut own) = (None, Vec::new());
    for entry in fs::read_dir(&apart).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let name = entry.file_name();
        // Trunk calls every page index.html.
        if name == "index.html" || name == "workshop.html" {
            page = Some(cache::read(&entry.path())?);
            continue;
        }
        let place = dist.join(&name);
        // What the first page has too is kept with that.
        if !place.exists() {
            own.push(name.to_string_lossy().into_owned());
        }
        fs::copy(entry.path(), place).map_err(fail)?;
    }
    own.sort();
    let html = page.ok_or("Trunk made no page of workshop.html.")?;
    let html = pointed(&html, "workshop.html", worker, APART[0])?;
    single::write(&single::WORKSHOP, dist, worker, &html)?;
    Ok((policy::sealed(&html)?, own))
}

/// Trunk, with exactly our tools first on PATH.
fn trunk() -> Outcome<std::process::Command> {
    let mut folders = vec![
        cache::tool("wasm-bindgen", &cache::wasm_bindgen_version()?)?.join("bin"),
        cache::npm_folder(cache::PAGE_PACKAGES)?
            .join("node_modules")
            .join(".bin"),
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    let path = std::env::join_paths(folders).map_err(|why| format!("PATH can't be set: {why}"))?;

    let mut trunk = command(
        cache::program("trunk", cache::TRUNK, "trunk")?,
        &[
            "build",
            "--release",
            "--locked",
            "--offline",
            "--skip-version-check",
        ],
    );
    trunk.env("PATH", path);
    // Numbers side by side, which browsers have had since 2023: a year takes a tenth less. A release brings
    // flags of its own.
    let given = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let flags = format!("{given}\u{1f}-Ctarget-feature=+simd128");
    trunk.env(
        "CARGO_ENCODED_RUSTFLAGS",
        flags.trim_start_matches('\u{1f}'),
    );
    // Trunk reads NO_COLOR=1 as an argument and stops; this says the same in its own words.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    // Trunk's own stack says nothing about the page; the sentence above it does.
    trunk.env("RUST_BACKTRACE", "0");
    // Its log is for finding faults in Trunk; a failure is shown in any case.
    if std::env::var_os("RUST_LOG").is_none() {
        trunk.arg("--quiet");
    }
    // Trunk runs Cargo many times at once; without a progress bar only their queueing would show.
    if !std::io::stderr().is_terminal() {
        trunk.env("CARGO_TERM_QUIET", "true");
    }
    Ok(trunk)
}

/// Moves the worker into a folder named by its contents; see index.html.
fn move_worker(dist: &Path) -> Outcome<String> {
    let mut contents = Vec::new();
    let names: Vec<String> = APART.into_iter().flat_map(files_of).collect();
    for name in &names {
        let path = dist.join(name);
        contents.push(
            fs::read(&path).map_err(|why| format!("I can't read {}: {why}", path.display()))?,
        );
    }
    let folder = format!(
        "worker-{:016x}",
        cache::hash(contents.iter().map(Vec::as_slice))
    );
    let moved = || -> std::io::Result<()> {
        fs::create_dir_all(dist.join(&folder))?;
        for name in &names {
            fs::rename(dist.join(name), dist.join(&folder).join(name))?;
        }
        Ok(())
    };
    moved().map_err(|why| format!("I can't move the worker to {folder}: {why}"))?;

    Ok(folder)
}

/// The first page with the addresses of what lies in the folder, and the default result; without a version.
fn finish_sandbox(dist: &Path, folder: &str) -> Outcome<String> {
    let mut html = cache::read(&dist.join("index.html"))?;
    for name in APART {
        html = pointed(&html, "index.html", folder, name)?;
    }
    let html = first::written(&html)?;
    single::write(&single::SANDBOX, dist, folder, &html)?;
    let shared = documents::SHARED.map(|(name, _)| name);
    policy::sealed(&styles::joined(&html, dist, &shared)?)
}
