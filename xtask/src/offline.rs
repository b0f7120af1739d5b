//! The service worker: its list of files and the version that they make together.

use crate::Outcome;
use crate::cache;
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

/// Writes sw.js into `dist` and its version into the page; `html` is the page otherwise finished.
pub fn equip(dist: &Path, html: &str) -> Outcome<String> {
    if html.matches(PLACE).count() != 1 {
        return Err(format!("index.html must say {PLACE} exactly once."));
    }
    let failed = |why| format!("I can't read {}: {why}", dist.display());
    let mut names = Vec::new();
    let mut contents = vec![html.as_bytes().to_vec()];
    for path in files(dist).map_err(failed)? {
        let inside = path.strip_prefix(dist).unwrap_or(&path);
        let name = inside.to_string_lossy().replace('\\', "/");
        // The one-file copy is for a disk.
        if name == "index.html" || name == crate::single::NAME {
            continue;
        }
        contents.push(name.clone().into_bytes());
        contents.push(fs::read(&path).map_err(failed)?);
        names.push(format!("\"./{name}\""));
    }
    let source = cache::read(&crate::root().join("assets/sw.js"))?;
    contents.push(source.clone().into_bytes());
    let version = format!("{:016x}", cache::hash(contents.iter().map(Vec::as_slice)));
    let worker = source
        .replace("__VERSION__", &version)
        .replace("__FILES__", &format!("[{}]", names.join(", ")));
    fs::write(dist.join("sw.js"), worker).map_err(|why| format!("I can't write sw.js: {why}"))?;
    let marked = PLACE.replace("\"\"", &format!("\"{version}\""));
    Ok(html.replacen(PLACE, &marked, 1))
}
