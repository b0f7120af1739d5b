//! The service worker: its list of files and the version that they make together.

use crate::Outcome;
use crate::cache;
use crate::documents;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the version comes to stand in the page, so that page and cache are known to belong together.
const PLACE: &str = "<meta name=\"fairfloor-build\" content=\"\" />";

/// All files below a folder, in one order on every machine.
pub fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Writes the pages and sw.js into `dist`, with the version that all files make together; the pages, by
/// their names, are otherwise finished. `own` are the workshop's files that the first page doesn't have.
pub fn equip(dist: &Path, pages: &[(&str, String)], own: &[String]) -> Outcome<()> {
    let failed = |why| format!("I can't read {}: {why}", dist.display());
    let (mut first, mut later, mut contents) = (Vec::new(), Vec::new(), Vec::new());
    for (name, html) in pages {
        if html.matches(PLACE).count() != 1 {
            return Err(format!("{name} must say {PLACE} exactly once."));
        }
        contents.push(html.as_bytes().to_vec());
    }
    // The one-file copies are for a disk; the worker is of the version before or not there yet.
    let apart = [
        crate::single::SANDBOX.name,
        crate::single::WORKSHOP.name,
        "sw.js",
    ];
    for path in files(dist).map_err(failed)? {
        let inside = path.strip_prefix(dist).unwrap_or(&path);
        let name = inside.to_string_lossy().replace('\\', "/");
        if pages.iter().any(|(page, _)| *page == name) || apart.contains(&name.as_str()) {
            continue;
        }
        contents.push(name.clone().into_bytes());
        contents.push(fs::read(&path).map_err(failed)?);
        let list = if own.contains(&name) {
            &mut later
        } else {
            &mut first
        };
        list.push(format!("\"./{name}\""));
    }
    let source = cache::read(&crate::root().join("assets/sw.js"))?;
    contents.push(source.clone().into_bytes());
    let version = format!("{:016x}", cache::hash(contents.iter().map(Vec::as_slice)));
    // The workshop runs on the first page's engine, which the first page's list holds.
    let list = |names: &[String]| format!("[{}]", names.join(", "));
    let worker = source
        .replace("__VERSION__", &version)
        .replace(
            "__DOCUMENTS__",
            &list(&documents::NAMES.map(|name| format!("\"./{name}\""))),
        )
        .replace("__FILES__", &list(&first))
        .replace("__WORKSHOP__", &list(&later));
    let write = |name: &str, text: &str| {
        fs::write(dist.join(name), text).map_err(|why| format!("I can't write {name}: {why}"))
    };
    write("sw.js", &worker)?;
    let marked = PLACE.replace("\"\"", &format!("\"{version}\""));
    for (name, html) in pages {
        write(name, &html.replacen(PLACE, &marked, 1))?;
    }
    Ok(())
}
