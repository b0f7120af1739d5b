//! Where installed tools live: one folder per user, so that a fresh clone finds them.

use crate::Outcome;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

/// The versions that are pinned nowhere else. wasm-bindgen follows Cargo.lock, npm packages their
/// own lock file.
pub const TRUNK: &str = "0.21.14";
/// The program that lists what a release is made of.
pub const CYCLONEDX: &str = "0.5.9";

/// The folder of all tools.
pub fn folder() -> Outcome<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(chosen) = set("FAIRFLOOR_TOOLS") {
        return Ok(crate::root().join(chosen));
    }
    let cache = if cfg!(windows) {
        set("LOCALAPPDATA").map(PathBuf::from)
    } else if let Some(cache) = set("XDG_CACHE_HOME") {
        Some(PathBuf::from(cache))
    } else {
        let below = if cfg!(target_os = "macos") {
            "Library/Caches"
        } else {
            ".cache"
        };
        set("HOME").map(|home| Path::new(&home).join(below))
    };
    cache
        .map(|cache| cache.join("fairfloor").join("tools"))
        .ok_or_else(|| {
            "I found no folder for tools: set FAIRFLOOR_TOOLS to one that I may write.".into()
        })
}

/// The folder of one tool in one version.
pub fn tool(name: &str, version: &str) -> Outcome<PathBuf> {
    Ok(folder()?.join(format!("{name}-{version}")))
}

/// A program inside the folder of a tool that Cargo installed.
pub fn program(name: &str, version: &str, program: &str) -> Outcome<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    Ok(tool(name, version)?.join("bin").join(file))
}

/// The version of wasm-bindgen in Cargo.lock: the tool must match the library exactly.
pub fn wasm_bindgen_version() -> Outcome<String> {
    let lock = crate::root().join("Cargo.lock");
    let text = read(&lock)?;
    let mut lines = text.lines();
    lines
        .find(|line| *line == "name = \"wasm-bindgen\"")
        .and_then(|_| lines.next())
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("{} names no wasm-bindgen.", lock.display()))
}

/// What the page's build and the browser tests take from npm: where the list and its lock file stand.
pub const PAGE_PACKAGES: &str = "tests/page";
/// What only `measure` takes from there, because it is large.
pub const LIGHTHOUSE_PACKAGES: &str = "tests/page/lighthouse";

/// The folder of the npm packages of one list: named by what the lock file says, so that a new lock
/// file gets a new folder and an old clone keeps its own.
pub fn npm_folder(list: &str) -> Outcome<PathBuf> {
    let lock = read(&crate::root().join(list).join("package-lock.json"))?;
    tool("npm", &format!("{:016x}", hash([lock.as_bytes()])))
}

/// A hash for names of files and folders; the same on every machine, no secret.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    let mut hasher = fnv::FnvHasher::default();
    for part in parts {
        hasher.write(part);
    }
    hasher.finish()
}

/// A text file, or a sentence that names it.
pub fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|why| format!("I can't read {}: {why}", path.display()))
}
