//! The nearest known name to a misspelt one: of fields, options and presets.

use super::catalogue;

/// Below this likeness (Jaro–Winkler, 1 = equal) a proposal would puzzle more than help.
const LEAST_LIKENESS: f64 = 0.78;

/// No name is nearly as long. What is longer is no misspelling, and comparing it would only take its time.
const LONGEST_NAME: usize = 120;

/// The option most like `typed`, if any is like it at all.
#[must_use]
pub fn option(
    typed: &str,
    options: impl IntoIterator<Item = &'static str>,
) -> Option<&'static str> {
    if typed.len() > LONGEST_NAME {
        return None;
    }
    let typed = typed.to_ascii_lowercase();
    options
        .into_iter()
        .map(|option| (strsim::jaro_winkler(&typed, option), option))
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, option)| option)
}

/// The path, of a field or of a group, most like `typed`.
///
/// A name that is right but stands in the wrong place is found first, then a misspelt name in the
/// right place, then whatever is alike as a whole.
#[must_use]
pub fn path(typed: &str) -> Option<&'static str> {
    #[cfg(test)]
    tests::ASKED.with(|asked| asked.set(asked.get() + 1));
    if typed.len() > LONGEST_NAME {
        return None;
    }
    let (parent, name) = typed.rsplit_once('.').unwrap_or(("", typed));
    let known = paths_and_groups();
    let siblings = known
        .iter()
        .copied()
        .filter(|path| path.rsplit_once('.').map_or("", |(above, _)| above) == parent);
    let sibling = siblings
        .map(|path| (strsim::jaro_winkler(name, last(path)), path))
        .filter(|(likeness, _)| *likeness >= 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, path)| path);
    let namesakes = known.iter().copied().filter(|path| last(path) == name);
    let namesake = namesakes
        .map(|path| (strsim::jaro_winkler(typed, path), path))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, path)| path);
    sibling.or(namesake).or_else(|| option(typed, known))
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// True when `path` is the beginning of other paths.
#[must_use]
pub fn is_group(path: &str) -> bool {
    catalogue().any(|field| {
        field
            .path
            .strip_prefix(path)
            .is_some_and(|rest| rest.starts_with('.'))
    })
}

fn paths_and_groups() -> Vec<&'static str> {
    let mut known: Vec<&'static str> = Vec::new();
    for field in catalogue() {
        for (dot, _) in field.path.match_indices('.') {
            let group = &field.path[..dot];
            if !known.contains(&group) {
                known.push(group);
            }
        }
        known.push(field.path);
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::read::{MOST_PROBLEMS, read};
    use std::cell::Cell;

    thread_local! {
        /// How often a name was compared with the known ones.
        pub static ASKED: Cell<usize> = const { Cell::new(0) };
    }

    /// Each name was once compared with each field's: seventy thousand took a quarter of a minute.
    #[test]
    fn of_names_without_end_the_first_hundred_are_compared() {
        let many: Vec<String> = (0..70_000).map(|n| format!("\"k{n:06}\":1")).collect();
        let flat = format!("{{{}}}", many.join(","));
        for text in [format!("{{\"demand\":{flat}}}"), flat] {
            ASKED.set(0);
            let (_, found) = read(&text, &Scenario::standard());
            assert_eq!((found.len(), ASKED.get()), (MOST_PROBLEMS, MOST_PROBLEMS));
        }
    }

    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(path(typed), expected, "{typed}");
    }

    #[test]
    fn misspelt_and_misplaced_names_are_found() {
        check("workforce.headcuont", Some("workforce.headcount"));
        check("workfroce", Some("workforce"));
        check("headcount", Some("workforce.headcount"));
        check(
            "rewards.awards.covrage_share",
            Some("rewards.awards.coverage_share"),
        );
        check(
            "suport.flexible_work.enabled",
            Some("support.flexible_work.enabled"),
        );
        check("zzzz", None);
        check("x.headcount", Some("workforce.headcount"));
        check(&format!("{}.headcount", "x".repeat(200)), None);
    }
}
