//! Pages to read beside the sandbox: docs/centres.md in both languages, with their style and script.

use crate::Outcome;
use crate::cache;
use crate::first;
use crate::policy;
use std::fs;
use std::path::Path;

/// Their names beside the page; `examples/prerender` makes them.
pub const NAMES: [&str; 2] = ["centres.html", "centres.zh-CN.html"];
/// What they share with the sandbox, under the names that Trunk gave it.
pub const SHARED: [(&str, &str); 3] = [("tokens", "css"), ("base", "css"), ("favicon", "svg")];
/// What they have for themselves.
const OWN: [(&str, &str, &str); 2] = [("styles", "document", "css"), ("assets", "document", "js")];

/// Puts their files into `dist` and returns them, without a version.
pub fn written(dist: &Path) -> Outcome<Vec<(&'static str, String)>> {
    let fail = |why: std::io::Error| format!("I can't add the pages to read: {why}");
    let mut files = Vec::new();
    for (name, end) in SHARED {
        let found = fs::read_dir(dist).map_err(fail)?.flatten();
        let mut found = found.map(|file| file.file_name().to_string_lossy().into_owned());
        let hashed = found.find(|file| is_hashed(file, name, end));
        let hashed = hashed.ok_or_else(|| format!("Trunk made no {name}.{end}."))?;
        files.push((format!("./{name}.{end}"), format!("./{hashed}")));
    }
    for (folder, name, end) in OWN {
        let text = cache::read(&crate::root().join(folder).join(format!("{name}.{end}")))?;
        let hashed = format!("{name}-{:016x}.{end}", cache::hash([text.as_bytes()]));
        fs::write(dist.join(&hashed), text).map_err(fail)?;
        files.push((format!("./{name}.{end}"), format!("./{hashed}")));
    }
    let page = |name| {
        let html = pointed(first::prerendered(&[name])?, name, &files)?;
        Ok((name, policy::sealed(&html)?))
    };
    NAMES.into_iter().map(page).collect()
}

/// True of `name-HASH.end`.
fn is_hashed(file: &str, name: &str, end: &str) -> bool {
    let hash = file
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix('-'))
        .and_then(|rest| rest.strip_suffix(end)?.strip_suffix('.'));
    hash.is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The page with the addresses of its files, each of which it must say exactly once.
fn pointed(mut html: String, page: &str, files: &[(String, String)]) -> Outcome<String> {
    for (plain, hashed) in files {
        let address = format!("\"{plain}\"");
        if html.matches(&address).count() != 1 {
            return Err(format!("{page} must say {address} exactly once."));
        }
        html = html.replace(&address, &format!("\"{hashed}\""));
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_their_names_and_pointed_to_once() {
        assert!(is_hashed("base-fe2499961a2aecf5.css", "base", "css"));
        for other in [
            "base.css",
            "base-x.css",
            "base-fe24.js",
            "database-fe24.css",
        ] {
            assert!(!is_hashed(other, "base", "css"), "{other}");
        }
        let files = [("./a.css".to_owned(), "./a-1.css".to_owned())];
        let page = |html: &str| pointed(html.to_owned(), "p", &files);
        assert_eq!(page("<x=\"./a.css\">"), Ok("<x=\"./a-1.css\">".to_owned()));
        assert!(page("").is_err());
    }
}
