//! Whether the page in dist/ is what these sources make: then it need not be built once more.

use crate::Outcome;
use crate::cache;
use crate::offline;
use crate::process::{ask, command};
use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};

/// What lies in the clone and makes nothing of the page, as do the documents beside them. Everything else counts,
/// docs/ included, as some of it becomes pages.
const APART: [&str; 8] = [
    ".git", ".peers", "benches", "dist", "fuzz", "release", "target", "tests",
];
/// The one thing among them that does: the tools from npm.
const TOOLS: &str = "tests/page/package-lock.json";

/// Where it is noted what was built of what.
fn note() -> PathBuf {
    crate::root().join("target").join("page.stamp")
}

/// A hash of all that the page is made of: the sources, the tools, the compiler and its flags.
///
/// # Errors
/// A file that can't be read, a compiler that can't be asked.
pub fn sources() -> Outcome<u64> {
    let root = crate::root();
    let fail = |why: std::io::Error| format!("I can't read the sources: {why}");
    let counts = |name: &str| !APART.contains(&name) && !name.ends_with(".md");
    let mut parts = tree(&root, &counts).map_err(fail)?;
    parts.push(fs::read(root.join(TOOLS)).map_err(fail)?);
    let compiler = ask(&mut command("rustc", &["-vV"]));
    let compiler = compiler.ok_or("rustc can't be asked for its version.")?;
    parts.push(compiler.into_bytes());
    for flags in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        parts.push(std::env::var(flags).unwrap_or_default().into_bytes());
    }
    Ok(cache::hash(parts.iter().map(Vec::as_slice)))
}

/// True when this folder was built of these sources and nobody has changed it since.
pub fn is_current(sources: u64, dist: &Path) -> bool {
    let noted = fs::read_to_string(note()).ok();
    noted.is_some() && noted == line(sources, dist).ok()
}

/// Notes that this folder was built of these sources.
///
/// # Errors
/// What can't be read or written.
pub fn set(sources: u64, dist: &Path) -> Outcome<()> {
    line(sources, dist)
        .and_then(|line| fs::write(note(), line))
        .map_err(|why| format!("I can't note what was built: {why}"))
}

fn line(sources: u64, dist: &Path) -> Result<String> {
    let built = tree(dist, &|_| true)?;
    let built = cache::hash(built.iter().map(Vec::as_slice));
    Ok(format!("{sources:016x} {built:016x}"))
}

/// Names and contents of all files of a folder, in the order of their names, of those of its entries that count.
fn tree(folder: &Path, counts: &dyn Fn(&str) -> bool) -> Result<Vec<Vec<u8>>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_str().is_none_or(counts) {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            paths.extend(offline::files(&path)?);
        } else {
            paths.push(path);
        }
    }
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(folder).unwrap_or(&path);
        found.push(inside.as_os_str().as_encoded_bytes().to_vec());
        // Else it is a link to nothing, as some editors leave them beside an open file.
        if path.exists() {
            found.push(fs::read(path)?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_its_names_and_contents_and_not_what_is_left_out() {
        let folder = std::env::temp_dir().join(format!("fairfloor-stamp-{}", std::process::id()));
        let put = |name: &str, text: &str| {
            let place = folder.join(name);
            fs::create_dir_all(place.parent().expect("a folder")).expect("made");
            fs::write(place, text).expect("written");
        };
        put("src/a.rs", "a");
        put("target/out", "1");
        let hash = || tree(&folder, &|name| name != "target").expect("read");
        let before = hash();
        put("target/out", "2");
        assert_eq!(hash(), before);
        put("src/a.rs", "b");
        let changed = hash();
        assert_ne!(changed, before);
        put("src/target/c.rs", "");
        assert_ne!(hash(), changed);
        fs::remove_dir_all(folder).expect("away");
    }
}
