//! One style sheet for the sandbox: before anything is painted the browser must have all of them, and asking
//! for a dozen takes longer than asking for one.

use crate::Outcome;
use crate::cache;
use crate::single::{attribute, next_tag};
use std::fs;
use std::path::Path;

/// `html` with one style sheet in place of those that Trunk put into `dist`, in their order. Files that
/// nothing else needs are removed; `kept` are the beginnings of the names that others use.
pub fn joined(html: &str, dist: &Path, kept: &[&str]) -> Outcome<String> {
    let (html, names) = named(html)?;
    let mut all = String::new();
    for name in &names {
        all.push_str(&cache::read(&dist.join(name))?);
    }
    let one = format!("styles-{:016x}.css", cache::hash([all.as_bytes()]));
    let failed = |why: std::io::Error| format!("I can't join the style sheets: {why}");
    fs::write(dist.join(&one), all).map_err(failed)?;
    for name in &names {
        if !kept
            .iter()
            .any(|kept| name.starts_with(&format!("{kept}-")))
        {
            fs::remove_file(dist.join(name)).map_err(failed)?;
        }
    }
    Ok(html.replacen(PLACE, &link(&one), 1))
}

/// Where the one comes to stand.
const PLACE: &str = "<!-- styles -->";

fn link(name: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"./{name}\"/>")
}

/// `html` with a place instead of its style sheets for all media, and their names; one for some media only
/// keeps nothing waiting.
fn named(html: &str) -> Outcome<(String, Vec<String>)> {
    let (mut out, mut names) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some((before, tag, after)) = next_tag(rest) {
        out.push_str(before);
        rest = after;
        let is_style = attribute(tag, "rel") == Some("stylesheet");
        match attribute(tag, "href").filter(|_| is_style && attribute(tag, "media").is_none()) {
            Some(name) => {
                if names.is_empty() {
                    out.push_str(PLACE);
                }
                names.push(name.trim_start_matches("./").to_owned());
                rest = after.trim_start();
            }
            None => out.push_str(tag),
        }
    }
    if names.is_empty() {
        return Err("Trunk put no style sheet into the page.".to_owned());
    }
    out.push_str(rest);
    Ok((out, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_for_all_media_become_one_in_their_order() {
        let html = format!(
            "a{}\n {}\n <link rel=\"stylesheet\" href=\"./p.css\" media=\"print\"/>z",
            link("one-1.css"),
            link("two-2.css")
        );
        let dist = std::env::temp_dir().join(format!("fairfloor-styles-{}", std::process::id()));
        fs::create_dir_all(&dist).expect("a folder");
        for (name, text) in [("one-1.css", "b{}"), ("two-2.css", "c{}"), ("p.css", "d{}")] {
            fs::write(dist.join(name), text).expect("a file");
        }
        let joined = joined(&html, &dist, &["two"]).expect("joined");
        let (before, after) = joined.split_once("./styles-").expect("one style sheet");
        let (name, after) = after.split_once('"').expect("its name");
        let one = fs::read_to_string(dist.join(format!("styles-{name}"))).expect("its file");
        let left = ["one-1.css", "two-2.css", "p.css"].map(|name| dist.join(name).exists());
        fs::remove_dir_all(&dist).expect("removed");
        assert_eq!(one, "b{}c{}");
        assert_eq!(left, [false, true, true]);
        assert!(before.starts_with("a<link") && !before.contains("one-1"));
        assert!(after.contains("p.css") && !after.contains("two-2") && after.ends_with('z'));
        assert!(named("no styles").is_err());
    }
}
