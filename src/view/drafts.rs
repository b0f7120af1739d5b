//! What several tabs were last left at: each visit's scenarios as the text of a link, the newest first, so
//! that no tab writes over another's.

/// So many are kept.
const MOST: usize = 4;

/// The drafts of several visits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts(Vec<Draft>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Draft {
    visit: String,
    link: String,
}

impl Drafts {
    /// From the text that the browser kept, a line each; what is no draft is passed over. `single` is what a
    /// version kept that knew one draft only.
    #[must_use]
    pub fn of(text: &str, single: Option<&str>) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let single = single.map(|link| ("", link));
        let mut drafts = Self::default();
        for (visit, link) in lines.chain(single).take(MOST) {
            drafts.0.push(Draft {
                visit: visit.to_owned(),
                link: link.to_owned(),
            });
        }
        drafts
    }

    /// As it is kept.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = self.0.iter().map(|of| format!("{} {}", of.visit, of.link));
        lines.collect::<Vec<String>>().join("\n")
    }

    /// This visit is at this link now. The same left by another visit needn't be kept twice.
    pub fn put(&mut self, visit: &str, link: &str) {
        self.0.retain(|of| of.visit != visit && of.link != link);
        self.0.truncate(MOST - 1);
        self.0.insert(
            0,
            Draft {
                visit: visit.to_owned(),
                link: link.to_owned(),
            },
        );
    }

    /// Nobody wants this one any more.
    pub fn forget(&mut self, link: &str) {
        self.0.retain(|of| of.link != link);
    }

    /// The links, the newest first.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|of| of.link.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn links(drafts: &Drafts) -> Vec<&str> {
        drafts.links().collect()
    }

    #[test]
    fn two_tabs_keep_a_draft_each() {
        let mut drafts = Drafts::default();
        drafts.put("one", "1~a");
        drafts.put("two", "1~b");
        drafts.put("one", "1~c");
        assert_eq!(links(&drafts), ["1~c", "1~b"]);
        let mut drafts = Drafts::of(&drafts.text(), None);
        // A third visit takes up what the second left.
        drafts.put("three", "1~b");
        assert_eq!(links(&drafts), ["1~b", "1~c"]);
        drafts.forget("1~c");
        assert_eq!(links(&drafts), ["1~b"]);
        for visit in ["d", "e", "f", "g"] {
            drafts.put(visit, visit);
        }
        assert_eq!(links(&drafts), ["g", "f", "e", "d"]);
    }

    #[test]
    fn the_one_draft_of_an_older_version_comes_last() {
        let drafts = Drafts::of("a 1~x\nnonsense\n", Some("1~old"));
        assert_eq!(links(&drafts), ["1~x", "1~old"]);
    }

    proptest! {
        #[test]
        fn whatever_was_kept_is_read_and_comes_back(
            signs in proptest::collection::vec(prop_oneof![Just('\n'), Just(' '), any::<char>()], 0..60)
        ) {
            let text: String = signs.into_iter().collect();
            let drafts = Drafts::of(&text, None);
            prop_assert!(drafts.links().count() <= MOST);
            prop_assert_eq!(Drafts::of(&drafts.text(), None), drafts);
        }
    }
}
