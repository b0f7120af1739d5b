//! Who is to catch up with whom, and in what: the page's question of what must change, and what it shows.

use super::compare::columns;
use super::finding::Figure;
use super::lab::CLAIMS;
use super::lineup::{Letter, Reference, Variant, is_title};
use super::made::sides;
use super::plans::catch;
use super::session::Session;
use super::verdict::{Difference, Verdict};
use super::words::chase as words;
use crate::measure::metric::position;
use crate::scenario::Scenario;
use crate::scenario::checked::Checked;
use crate::scenario::field::Language;
use crate::scenario::presets::Preset;
use crate::study::board::Board;
use crate::study::search::catch::{CatchUp, Change};
use crate::study::search::levers::usual;
use crate::study::sensitivity::claim::Claim;

/// Years of each trial on the page.
const YEARS: u32 = 16;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chase {
    /// Which of [`CLAIMS`] it is about.
    pub metric: usize,
    /// The one that is to catch up.
    pub behind: Reference,
    /// The one to catch up with.
    pub ahead: Reference,
}

impl Chase {
    /// The other way round.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self {
            behind: self.ahead,
            ahead: self.behind,
            ..self
        }
    }

    /// Another is to catch up; where that is the one ahead, they change places.
    #[must_use]
    pub fn of(self, behind: Reference) -> Self {
        if behind == self.ahead {
            self.reversed()
        } else {
            Self { behind, ..self }
        }
    }

    /// Another is to be caught up with.
    #[must_use]
    pub fn with(self, ahead: Reference) -> Self {
        self.reversed().of(ahead).reversed()
    }

    /// Number of the metric.
    #[must_use]
    pub fn number(self) -> Option<usize> {
        position(CLAIMS.get(self.metric)?.0)
    }
}

/// The chase that is open; None where nobody asked, or one of the two has gone.
#[must_use]
pub fn open(session: &Session) -> Option<Chase> {
    let there = |of: Reference| match of {
        Reference::Preset(_) => true,
        Reference::Variant(letter) => session.lineup.find(letter).is_some(),
    };
    let chase = session.lab.chase?;
    (there(chase.behind) && there(chase.ahead)).then_some(chase)
}

/// What is asked first: of what stands against each other, in the first metric that clearly differs, the
/// worse with the better; None where no two differ. `judged` is the comparison of the columns, as far as
/// it has come.
#[must_use]
pub fn first(session: &Session, judged: &[Vec<Option<Difference>>]) -> Option<Chase> {
    let [ahead, behind] = sides(session)?;
    let asked = Chase {
        metric: 0,
        behind,
        ahead,
    };
    let columns = columns(session);
    let own = columns.iter().position(|column| {
        !column.is_reference && column.letter.map(Reference::Variant) == Some(behind)
    });
    let of_own = own.and_then(|at| judged.get(at));
    let clear = (0..CLAIMS.len()).find_map(|metric| {
        let found = Chase { metric, ..asked };
        match (*of_own?.get(found.number()?)?)?.verdict {
            Verdict::Worse => Some(found),
            Verdict::Better => Some(found.reversed()),
            Verdict::Higher
            | Verdict::Lower
            | Verdict::CantTell
            | Verdict::Untouched
            | Verdict::TooFew => None,
        }
    });
    Some(clear.unwrap_or(asked))
}

/// Whom one may ask of, with their titles: the columns, and what is asked of already.
#[must_use]
pub fn offered(session: &Session, chase: &Chase) -> Vec<(Reference, String)> {
    let columns = columns(session);
    let columns = columns.iter().map(|column| match column.letter {
        Some(letter) => Reference::Variant(letter),
        None => session.lineup.reference,
    });
    let mut all: Vec<Reference> = columns.collect();
    for one in [chase.behind, chase.ahead] {
        if !all.contains(&one) {
            all.insert(0, one);
        }
    }
    all.into_iter()
        .map(|one| (one, session.title_of(one)))
        .collect()
}

/// The question as a heading.
#[must_use]
pub fn title(chase: &Chase, language: Language) -> String {
    let letter = match chase.behind {
        Reference::Variant(letter) => letter.name(),
        Reference::Preset(_) => "",
    };
    let [before, after] = match (language, letter) {
        (Language::Zh, "") => ["基线", "要改什么才能追上？"],
        (Language::Zh, _) => ["情景 ", " 要改什么才能追上？"],
        (Language::En, "") => ["What would the baseline", " need to catch up?"],
        (Language::En, _) => ["What would ", " need to catch up?"],
    };
    [before, letter, after].concat()
}

/// The two scenarios, the one behind first, without what they are called; None where one can't be run.
#[must_use]
pub fn scenarios(session: &Session, chase: &Chase) -> Option<[Checked; 2]> {
    let checked = |of| Checked::new(session.under(of).untitled()).ok();
    Some([checked(chase.behind)?, checked(chase.ahead)?])
}

/// The study of it.
#[must_use]
pub fn study(metric: usize, [behind, ahead]: [Checked; 2]) -> CatchUp {
    let levers = usual(&behind);
    CatchUp::new(Claim::better(metric), behind, ahead, levers, YEARS)
}

/// A change that may be taken into the line-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The levers: name, from what, to what.
    pub moves: Vec<(&'static str, [String; 2])>,
    /// What comes of it.
    pub comes_to: String,
    /// The scenario with it.
    pub scenario: Scenario,
}

/// What the page shows of it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Nothing more is to come.
    pub complete: bool,
    /// There is something to catch up with.
    pub behind: bool,
    /// The finding in a sentence or two.
    pub sentence: String,
    /// What qualifies it.
    pub notes: Vec<String>,
    /// What each lever does alone.
    pub figure: Option<Figure>,
    /// What stands over the offers.
    pub title: String,
    /// The changes, the smallest first.
    pub offers: Vec<Offer>,
}

/// The preset that changes of the one behind depart from.
#[must_use]
pub fn preset(session: &Session, chase: &Chase) -> &'static Preset {
    match chase.behind {
        Reference::Preset(preset) => preset,
        Reference::Variant(letter) => session
            .lineup
            .find(letter)
            .map_or(session.preset(), |variant| variant.preset),
    }
}

/// What the page shows of the study as far as it has come; None while nobody asks.
#[must_use]
pub fn told(asked: &CatchUp, board: &Board, session: &Session, width: f64) -> Option<Told> {
    let chase = open(session)?;
    let language = session.language;
    let found = asked.result(board);
    let names = [chase.behind, chase.ahead].map(|of| session.title_of(of));
    let names = names.each_ref().map(String::as_str);
    let preset = preset(session, &chase);
    let offer = |change: &Change| {
        // Named by what it changes, as a copy is.
        let changed = asked.changed(&change.moves)?;
        let plain = preset.scenario();
        let scenario = Scenario {
            name: plain.name,
            description: plain.description,
            ..Scenario::clone(&changed)
        };
        let moves = change.moves.iter().map(|one| {
            let (field, way) = catch::moved(asked, *one, language);
            (field.label.get(language), way)
        });
        Some(Offer {
            moves: moves.collect(),
            comes_to: catch::comes_to(asked, change, language),
            scenario,
        })
    };
    Some(Told {
        complete: found.complete,
        behind: found.margin.is_none_or(|margin| margin.mean < 0.0),
        offers: found
            .singles
            .iter()
            .chain(&found.together)
            .filter_map(offer)
            .collect(),
        title: catch::title(&found, language),
        sentence: catch::sentence(asked, &found, names, language),
        notes: catch::notes(&found, language)
            .into_iter()
            .chain([words::FEWER.get(language).to_owned()])
            .collect(),
        figure: catch::figure(asked, &found, width, language),
    })
}

/// The scenario of the line-up that is this one already, whatever it is called.
#[must_use]
pub fn taken(session: &Session, scenario: &Scenario) -> Option<Letter> {
    let same = |variant: &&Variant| {
        let differences = variant.scenario.differences(scenario);
        differences.iter().all(|(field, _)| is_title(field))
    };
    session.lineup.all().iter().find(same).map(|one| one.letter)
}

#[cfg(test)]
mod tests;
