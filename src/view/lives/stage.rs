//! Everything that the screen of lives shows at one moment, computed once.

use super::chosen::{self, Settings};
use super::hazard::{self, Named};
use super::told::Line;
use super::twin::{Often, Twin, twin};
use super::{Card, Story, find, gallery, id, names, story};
use crate::measure::journal::{Journal, Life};
use crate::measure::ledger::{Left, PersonYear};
use crate::scenario::field::Language;
use crate::view::chart::curves::SERIES;
use crate::view::figure::Figure;
use crate::view::lineup::Reference;
use crate::view::session::Session;
use crate::view::words::people;

/// The screen.
pub struct Stage {
    /// How this replication's year went, in a sentence.
    pub sentence: String,
    /// The gallery.
    pub cards: Vec<Card>,
    /// Everybody with a part in the year: how they are asked for, and their names.
    pub everybody: Vec<(String, String)>,
    /// The number in the journal of the life that is read.
    pub life: usize,
    /// That life.
    pub story: Story,
    /// The chance of leaving by month.
    pub chance: Figure,
    /// The same person under the other scenario; None until that is recorded, or where there is none.
    pub twin: Option<Twin>,
}

/// Everything to show of these recordings: the open scenario's and the twin's.
#[must_use]
pub fn stage(here: &Journal, there: Option<&Journal>, session: &Session) -> Option<Stage> {
    let language = session.language;
    let settings = &session.people;
    let cards = gallery(here, language);
    let life = find(here, &settings.person).or_else(|| cards.first().map(|card| card.life))?;
    let scenario = session.scenario();
    let lived = here.lives.get(life)?;
    let reference = chosen::twin(session);
    let title = session.lineup.open().title(language);
    let twin = there.zip(reference).map(|(there, reference)| {
        let other = session.title_of(reference);
        (
            there,
            twin([here, there], lived, [&title, &other], language),
        )
    });
    let beside = twin.as_ref().and_then(|(there, twin)| {
        let (label, class) = line_of(reference?, session);
        Some((*there, there.lives.get(twin.life?)?, Named { label, class }))
    });
    let own = Named {
        label: people::THIS.get(language).to_owned(),
        class: SERIES[session.lineup.open().letter.index()],
    };
    Some(Stage {
        sentence: year(here, settings, cards.len(), language),
        everybody: everybody(here, language),
        life,
        story: story(here, life, scenario, language),
        chance: hazard::figure(here, lived, own, beside, foot(session), language),
        twin: twin.map(|(_, twin)| twin),
        cards,
    })
}

/// How the twin's line is called and drawn.
fn line_of(reference: Reference, session: &Session) -> (String, &'static str) {
    let own = session.lineup.open().letter.index();
    match reference {
        Reference::Variant(letter) => (
            people::TWIN_IN
                .get(session.language)
                .replace('#', letter.name()),
            SERIES[letter.index()],
        ),
        Reference::Preset(_) => (
            people::TWIN_LINE.get(session.language).to_owned(),
            SERIES[(own + 1) % SERIES.len()],
        ),
    }
}

fn foot(session: &Session) -> String {
    let (replication, seed) = (session.people.replication, session.seed);
    let version = crate::VERSION;
    match session.language {
        Language::Zh => format!("第 {replication} 次模拟 · 运气编号 {seed} · 版本 {version}"),
        Language::En => format!("simulation no. {replication} · seed {seed} · version {version}"),
    }
}

fn everybody(journal: &Journal, language: Language) -> Vec<(String, String)> {
    let lives = journal.lives.iter().enumerate();
    lives
        .filter(|(_, life)| life.in_year(&journal.calendar))
        .map(|(at, life)| (id(journal, at), names::name(life, language)))
        .collect()
}

/// How the year went.
fn year(journal: &Journal, settings: &Settings, shown: usize, language: Language) -> String {
    let left = |how: Left| {
        let of_year = journal.of_year().filter_map(|life| life.end);
        of_year.filter(|(_, left)| *left == how).count()
    };
    let (quit, otherwise, k) = (
        left(Left::Quit),
        left(Left::Otherwise),
        settings.replication,
    );
    let people = |n: usize| if n == 1 { "person" } else { "people" };
    match language {
        Language::Zh => format!(
            "第 {k} 次模拟的一年里，{quit} 人主动离职，{otherwise} 人非自愿离开；下面 {shown} 人按写明的规则选出。"
        ),
        Language::En => format!(
            "In the year of simulation no. {k}, {quit} {} quit and {otherwise} left for other reasons; the {shown} below were chosen by stated rules.",
            people(quit)
        ),
    }
}

/// How often this life turned out so, in a sentence; None before the first other year is in.
#[must_use]
pub fn often(years: &[Vec<PersonYear>], life: &Life, language: Language) -> Option<String> {
    let of = Often::of(years.iter().map(Vec::as_slice), life);
    (of.years > 0).then(|| of.sentence(life, language))
}

/// True for what changes a life, false for what fills its days.
#[must_use]
pub fn is_turn(line: &Line) -> bool {
    !matches!(
        line.kind,
        "work" | "relief" | "training" | "ill" | "appraisal" | "chance" | "effort" | "granted"
    )
}
