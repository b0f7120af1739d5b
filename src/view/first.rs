//! The default result as HTML, for the build to write into the page: seen before the engine is there.
//!
//! The elements are those of the page's overview (`src/bin/app/screens/overview.rs` and its parts), so
//! that nothing moves when the page takes over; `tests/page/first.test.mjs` compares the two.

use super::chart::svg::{escaped, text};
use super::chart::{Drawing, dots};
use super::screen::Screen;
use super::snapshot::{Snapshot, TILES};
use super::verdict::too_small;
use super::words::{doors, lab, report, result, shell};
use super::{amount, sentence, year};
use crate::measure::metric::{METRICS, position};
use crate::scenario::field::{Language, Text};
use std::fmt::Write;
use std::rc::Rc;

/// Widths of the drawing and the class under which the style sheet shows each: phone, tablet, desk.
const WIDTHS: [(f64, &str); 3] = [(324.0, "small"), (640.0, "middle"), (958.0, "wide")];

/// The page until it is alive, in one language: `baseline` is what the scenario is measured against.
#[must_use]
pub fn html(
    snapshot: &Rc<Snapshot>,
    target: f64,
    seed: u64,
    baseline: &str,
    language: Language,
) -> String {
    let result = result(snapshot, target, seed, baseline, language);
    in_shell(
        "first",
        &format!("data-first=\"{}\"", snapshot.fingerprint),
        &format!("<div class=\"first-result\">{result}</div>"),
        language,
    )
}

/// What every other screen says until the program is there, in one language; the page shows the one that
/// its address asks for.
#[must_use]
pub fn doors(language: Language) -> String {
    let door = |screen: Screen| {
        let about = about(screen)?;
        let inside = format!(
            "<div class=\"headline\"><p class=\"state-note\">{}</p><h1>{}</h1><p class=\"lead\">{}</p></div>",
            doors::COMING.get(language),
            escaped(screen.title().get(language)),
            escaped(about.get(language)),
        );
        let which = format!("data-screen=\"{}\" hidden=\"\"", screen.route());
        Some(in_shell("door", &which, &inside, language))
    };
    Screen::ALL.into_iter().filter_map(door).collect()
}

/// What a screen answers; the overview shows its answer at once.
fn about(screen: Screen) -> Option<Text> {
    Some(match screen {
        Screen::Overview => return None,
        Screen::Floor => doors::FLOOR,
        Screen::Compare => doors::COMPARE,
        Screen::Sweep => doors::SWEEP,
        Screen::Awards => doors::AWARDS,
        Screen::Fairness => doors::FAIRNESS,
        Screen::People => doors::PEOPLE,
        Screen::Sensitivity => doors::SENSITIVITY,
        Screen::Calibrate => doors::CALIBRATE,
        Screen::Report => doors::REPORT,
    })
}

/// The page around it; its outer element has the class and the attributes.
fn in_shell(class: &str, attributes: &str, inside: &str, language: Language) -> String {
    let id = match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    };
    let name = shell::NAME.get(language);
    format!(
        "<div lang=\"{id}\" class=\"shell {class}\" {attributes}><header class=\"topbar\"><p class=\"brand\">{name}</p></header>\
         <div class=\"rail\"></div><main><div class=\"screen\"><div class=\"lineup\"></div>{inside}</div></main></div>"
    )
}

/// Headline, tiles, the year.
fn result(
    snapshot: &Rc<Snapshot>,
    target: f64,
    seed: u64,
    baseline: &str,
    language: Language,
) -> String {
    // The page keeps ranges on one line in the same way.
    let headline = sentence::headline(snapshot, target, language).replace('–', "\u{2060}–\u{2060}");
    let mut out = format!(
        "<div class=\"headline\"><p class=\"state-note\">{}</p><h1>{}</h1><p class=\"lead\">{}</p>{}</div>",
        result::FIRST_BUILT.get(language),
        escaped(&headline),
        escaped(&sentence::against(snapshot, baseline, language)),
        later(lab::OVERTURN.get(language)) + &later(report::REPORT.get(language)),
    );
    if let Some(said) = sentence::beyond_demand(
        |id| Some(snapshot.current.metric(id)?.p50),
        target,
        language,
    ) {
        // Writing into a string can't fail, here and below.
        let _ = write!(out, "<p role=\"note\">{}</p>", escaped(&said));
    }
    let tiles: String = TILES
        .iter()
        .filter_map(|id| tile(snapshot, position(id)?, language))
        .collect();
    let _ = write!(
        out,
        "<section aria-label=\"{}\"><dl class=\"tiles\">{tiles}</dl><p class=\"hint dots-note\">{}</p></section>",
        result::TILES.get(language),
        result::DOTS_CAPTION.get(language)
    );
    let figure = year::figure(snapshot, seed, language);
    let caption = escaped(&figure.caption);
    let _ = write!(
        out,
        "<figure class=\"card figure\" role=\"figure\" aria-label=\"{caption}\"><figcaption><div><h2>{caption}</h2>\
         <p class=\"hint\">{}</p></div><div class=\"figure-tools\">{}{}</div></figcaption>",
        escaped(&figure.note),
        later(result::AS_TABLE.get(language)),
        later(result::SAVE.get(language)),
    );
    for (width, class) in WIDTHS {
        let drawn = drawing(&(figure.draw)(width).drawing, "plot");
        let _ = write!(out, "<div class=\"plot-box {class}\">{drawn}</div>");
    }
    let _ = write!(
        out,
        "<p class=\"hint figure-foot\">{}</p></figure>",
        escaped(&figure.foot)
    );
    out
}

/// The room of a button that comes with the page.
fn later(label: &str) -> String {
    format!("<span class=\"button quiet small\" aria-hidden=\"true\">{label}</span>")
}

fn drawing(drawing: &Drawing, class: &str) -> String {
    text(drawing).replacen("<svg", &format!("<svg class=\"{class}\""), 1)
}

fn tile(snapshot: &Snapshot, metric: usize, language: Language) -> Option<String> {
    let entry = &METRICS[metric];
    let summary = snapshot.current.metrics[metric]?;
    let values = snapshot.current.dots(metric);
    let domain = dots::domain(&values, None, too_small(entry) * 4.0);
    Some(format!(
        "<div class=\"tile\"><dt>{}</dt><dd><span class=\"tile-value\">{}</span>\
         <span class=\"tile-range\">{} {}</span>{}<span class=\"tile-delta\">\u{a0}</span></dd></div>",
        entry.label.get(language),
        amount::value(metric, &summary, language),
        result::RANGE.get(language),
        amount::range(metric, &summary, language),
        drawing(&dots::draw(&values, domain, None, 200.0), "dots"),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::tests::outcomes;
    use super::*;

    #[test]
    fn both_languages_have_the_headline_first_and_close_what_they_open() {
        let outcomes = outcomes(64, 0.3);
        let snapshot = Rc::new(Snapshot::of(&outcomes, &outcomes, true).expect("outcomes"));
        for language in [Language::Zh, Language::En] {
            let html = html(&snapshot, 70.0, 1, "A & B", language);
            assert!(html.find("<h1>") < html.find("<svg"));
            assert!(html.contains(&snapshot.fingerprint) && !html.contains("NaN"));
            for tag in ["div", "p", "span", "svg", "figure", "section", "dl", "dd"] {
                let opened = html.matches(&format!("<{tag} ")).count()
                    + html.matches(&format!("<{tag}>")).count();
                assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{tag}");
            }
            assert_eq!(html.matches("class=\"tile\"").count(), TILES.len());
        }
    }

    #[test]
    fn every_other_screen_has_a_door() {
        for language in [Language::Zh, Language::En] {
            let doors = doors(language);
            for screen in Screen::ALL {
                let door = format!("data-screen=\"{}\"", screen.route());
                let there = usize::from(screen != Screen::Overview);
                assert_eq!(doors.matches(&door).count(), there, "{screen:?}");
            }
        }
    }
}
