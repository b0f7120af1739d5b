//! The pages on other centres, each whole but for the names of its files, which carry hashes that only the
//! build knows.

use crate::body::{Body, body};
use fairfloor::scenario::field::Language;
use fairfloor::view::words::{centres as words, shell};

const SOURCES: [(Language, &str); 2] = [
    (Language::Zh, include_str!("../../docs/centres.zh-CN.md")),
    (Language::En, include_str!("../../docs/centres.md")),
];

/// The page of this name.
///
/// # Errors
/// When there is none, or its Markdown holds something that it would not show.
pub fn named(name: &str) -> Result<String, String> {
    let mut all = SOURCES.into_iter();
    let source = all.find(|(language, _)| words::FILE.get(*language) == name);
    let (language, markdown) = source.ok_or_else(|| format!("There is no page {name}."))?;
    Ok(page(&body(markdown, language)?, language))
}

fn id(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

fn page(body: &Body, language: Language) -> String {
    let other = match language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let say = |text: fairfloor::scenario::field::Text| text.get(language);
    let (lang, other_lang, there) = (id(language), id(other), words::FILE.get(other));
    let Body {
        title,
        html,
        contents,
        origin,
    } = body;
    // What is where stands between the beginning and the first section, on a desk beside all of it.
    let (beginning, sections) = html.split_at(html.find("<section").unwrap_or(html.len()));
    let contents: Vec<String> = contents
        .iter()
        .map(|(id, title)| format!("<li><a href=\"#{id}\">{title}</a></li>"))
        .collect();
    let contents = contents.concat();
    format!(
        "<!doctype html>
<html lang=\"{lang}\">
  <head>
    <meta charset=\"utf-8\" />
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />
    <meta name=\"color-scheme\" content=\"light dark\" />
    <meta name=\"theme-color\" content=\"#FFFFFF\" media=\"(prefers-color-scheme: light)\" />
    <meta name=\"theme-color\" content=\"#11151B\" media=\"(prefers-color-scheme: dark)\" />
    <meta name=\"description\" content=\"{}\" />
    <title>{title} · {}</title>
    <meta name=\"fairfloor-build\" content=\"\" />
    <link rel=\"alternate\" hreflang=\"{other_lang}\" href=\"./{there}\" />
    <script src=\"./document.js\"></script>
    <link rel=\"icon\" href=\"./favicon.svg\" type=\"image/svg+xml\" />
    <link rel=\"stylesheet\" href=\"./tokens.css\" />
    <link rel=\"stylesheet\" href=\"./base.css\" />
    <link rel=\"stylesheet\" href=\"./document.css\" />
  </head>
  <body>
    <a class=\"skip\" href=\"#main\">{}</a>
    <header class=\"masthead\">
      <a class=\"back\" href=\"./\" data-do=\"back\">{}</a>
      <a href=\"./{there}\" hreflang=\"{other_lang}\" lang=\"{other_lang}\" data-do=\"language\">{}</a>
    </header>
    <main id=\"main\" tabindex=\"-1\">
{beginning}      <nav aria-labelledby=\"contents\">
        <h2 id=\"contents\">{}</h2>
        <ul>{contents}</ul>
      </nav>
{sections}    </main>
    <footer><p>{origin}</p></footer>
  </body>
</html>",
        say(words::DESCRIPTION),
        say(shell::DOCUMENT_TITLE),
        say(words::SKIP),
        say(words::BACK),
        say(shell::TO_OTHER_LANGUAGE),
        say(words::CONTENTS),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use fairfloor::study::evidence::centres::CENTRES;

    #[test]
    fn both_pages_hold_every_centre_once_and_nothing_is_left_of_the_markdown() {
        for (language, source) in SOURCES {
            let page = named(words::FILE.get(language)).expect("a page");
            for centre in &CENTRES[1..] {
                for id in [
                    format!("id=\"{centre}\""),
                    format!("id=\"{centre}-figures\""),
                ] {
                    assert_eq!(page.matches(&id).count(), 1, "{id}");
                }
            }
            for rest in ["**", "| ", "](", ".md", "## ", "<ul><li></"] {
                assert!(!page.contains(rest), "{rest}");
            }
            let rows = source.lines().filter(|line| line.starts_with('|'));
            // Each table has a line of dashes.
            let rows = rows.filter(|line| !line.starts_with("| ---")).count();
            assert_eq!(page.matches("<tr>").count(), rows);
            for tag in [
                "section", "ul", "li", "table", "tbody", "p", "h3", "strong", "span",
            ] {
                let [open, close] = [format!("<{tag}"), format!("</{tag}>")];
                let opened = page
                    .match_indices(&open)
                    .filter(|(at, _)| page[at + open.len()..].starts_with(['>', ' ']));
                assert_eq!(opened.count(), page.matches(&close).count(), "{tag}");
            }
        }
        assert!(named("x.html").is_err());
    }
}
