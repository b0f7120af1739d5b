//! What the open screen asks of the engine, and what came of it.

use super::finding::Finding;
use super::look::FEWEST;
use super::screen::Screen;
use super::session::Session;
use super::{chase, compare, coverage, fair, lab, made, overturn, target, unbeaten, why};
use crate::measure::ledger::PersonYear;
use crate::scenario::Scenario;
use crate::scenario::checked::Checked;
use crate::study::again::Again;
use crate::study::awards::Awards;
use crate::study::board::Keep;
use crate::study::compare::{Compare, Comparison};
use crate::study::fairness::Fairness;
use crate::study::sensitivity::Sensitivity;
use crate::study::sensitivity::claim::Claim;
use crate::study::sweep::{Ask, SweepResult};
use crate::study::why::Why;
use crate::study::{Question, Study};
use std::rc::Rc;

/// Replications of a comparison.
const COMPARED: u32 = 64;
/// Replications of each mix of two scenarios.
const MIXED: u32 = 48;
/// Other years of the people whose lives are read.
const OTHER_YEARS: u32 = 30;

/// A screen's question. Two that are equal have the same answer, so the page asks only once.
#[derive(Clone, PartialEq)]
pub struct Asked {
    seed: u64,
    about: About,
}

/// What is asked, with everything that the answer depends on.
#[derive(Clone, PartialEq)]
enum About {
    /// These, in the order of the columns.
    Compare(Vec<Checked>),
    /// A scenario and the preset around whose value it is swept; limits and certainty need no new runs.
    Sweep {
        scenario: Box<Scenario>,
        origin: Rc<Scenario>,
        settings: target::Settings,
    },
    /// Who should get the awards.
    Awards(Box<Checked>, lab::Settings),
    /// Who bears what.
    Fairness(Box<Checked>),
    /// What would overturn a conclusion.
    Sensitivity(Claim, Vec<Checked>, usize),
    /// How the second comes to differ from the first, in every metric.
    Why(Box<[Checked; 2]>),
    /// What must change for the first to catch up with the second, in this metric.
    CatchUp(usize, Box<[Checked; 2]>),
    /// Which plans around it no other beats.
    Unbeaten(unbeaten::Wish, Box<Checked>),
    /// Other years of the people of a replication.
    Again(Box<Checked>, u32),
}

/// What came of a question so far: of the screen's own, or of one beside it.
#[derive(Clone, Debug)]
pub enum Found {
    /// The screen's own.
    Own(Findings),
    /// How a difference comes about.
    Why(Box<why::Told>),
    /// What must change to catch up.
    Caught(Box<chase::Told>),
    /// Which plans no other beats.
    Unbeaten(Box<unbeaten::Told>),
}

/// What came of the screen's own question so far.
#[derive(Clone, Debug)]
pub enum Findings {
    /// Scenarios side by side.
    Compare(Comparison),
    /// A lever swept.
    Sweep {
        /// What was asked, with what is required now.
        ask: Rc<Ask>,
        /// What was found.
        found: Rc<SweepResult>,
    },
    /// Everybody's years of the people whose lives are read.
    Years(Vec<Vec<PersonYear>>),
    /// A study that comes with its words, drawings and tables.
    Said(Box<Finding>),
}

impl Asked {
    /// The open screen's question; None where it has none, or can't be asked as things stand.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        let open = || checked(session.scenario()).map(Box::new);
        let about = match session.screen {
            Screen::Compare => {
                let scenarios = compare::scenarios(session);
                let scenarios = scenarios.iter().map(|scenario| checked(scenario));
                About::Compare(scenarios.collect::<Option<_>>()?)
            }
            Screen::Sweep => {
                let settings = &session.sweep;
                // What the sweep sets itself must not make it another question.
                let mut scenario = session.scenario().untitled();
                let field = settings.field();
                (field.set)(&mut scenario, &(field.get)(&session.origin));
                target::question(&scenario, &session.origin, settings)?;
                let known = target::Settings {
                    lever: settings.lever,
                    stretch: settings.stretch,
                    second: settings.second,
                    ..target::Settings::default()
                };
                About::Sweep {
                    scenario: Box::new(scenario),
                    origin: Rc::clone(&session.origin),
                    settings: known,
                }
            }
            Screen::Awards => {
                let of_awards = lab::Settings {
                    locked: session.lab.locked,
                    ..lab::Settings::default()
                };
                About::Awards(open()?, of_awards)
            }
            Screen::Sensitivity => {
                let (claim, scenarios, _) = lab::claim(session);
                let scenarios = scenarios.iter().map(checked).collect::<Option<_>>()?;
                About::Sensitivity(claim, scenarios, session.lab.width)
            }
            Screen::Fairness => About::Fairness(open()?),
            Screen::People => About::Again(open()?, session.people.replication),
            Screen::Overview | Screen::Floor | Screen::Calibrate | Screen::Report => return None,
        };
        Some(Self {
            seed: session.seed,
            about,
        })
    }

    /// What is asked beside it, where somebody wants to know: how the difference comes about, what must
    /// change to catch up, and which plans no other beats.
    #[must_use]
    pub fn beside(session: &Session) -> Vec<Self> {
        let all = [
            Self::why(session),
            Self::chase(session),
            Self::unbeaten(session),
        ];
        all.into_iter().flatten().collect()
    }

    fn chase(session: &Session) -> Option<Self> {
        let chase = chase::open(session).filter(|_| session.screen == Screen::Compare)?;
        let both = chase::scenarios(session, &chase)?;
        Some(Self {
            seed: session.seed,
            about: About::CatchUp(chase.number()?, Box::new(both)),
        })
    }

    fn unbeaten(session: &Session) -> Option<Self> {
        let open = session.screen == Screen::Compare;
        let wish = session.lab.unbeaten.filter(|_| open)?;
        let scenario = unbeaten::scenario(session)?;
        Some(Self {
            seed: session.seed,
            about: About::Unbeaten(wish, Box::new(scenario)),
        })
    }

    fn why(session: &Session) -> Option<Self> {
        session.lab.why?;
        let open = matches!(session.screen, Screen::Overview | Screen::Compare);
        let [from, to] = made::pair(session).filter(|_| open)?;
        let both = [checked(&from.scenario)?, checked(&to.scenario)?];
        Some(Self {
            seed: session.seed,
            about: About::Why(Box::new(both)),
        })
    }

    /// The study that answers it; None when it can't be made.
    #[must_use]
    pub fn study(&self) -> Option<Study> {
        let question = match &self.about {
            About::Compare(scenarios) => {
                Question::Compare(Compare::new(scenarios.clone(), COMPARED))
            }
            About::Sweep {
                scenario,
                origin,
                settings,
            } => Question::Sweep(target::question(scenario, origin, settings)?),
            About::Awards(scenario, settings) => {
                let terms = lab::terms(settings);
                Question::Awards(Box::new(Awards::new((**scenario).clone(), terms)))
            }
            About::Fairness(scenario) => {
                let asked = Fairness::new((**scenario).clone(), COMPARED);
                Question::Fairness(Box::new(asked))
            }
            About::Sensitivity(claim, scenarios, width) => {
                let (width, _) = lab::WIDTHS[*width];
                let (claim, scenarios) = (claim.clone(), scenarios.clone());
                let effort = lab::effort();
                let asked = Sensitivity::new(claim, scenarios, width, None, effort, self.seed);
                Question::Sensitivity(Box::new(asked))
            }
            About::Why(scenarios) => {
                Question::Why(Box::new(Why::new(0, (**scenarios).clone(), MIXED)))
            }
            About::CatchUp(metric, both) => {
                Question::CatchUp(Box::new(chase::study(*metric, (**both).clone())))
            }
            About::Unbeaten(wish, scenario) => {
                let asked = unbeaten::study(*wish, (**scenario).clone(), self.seed);
                Question::Search(Box::new(asked))
            }
            About::Again(scenario, replication) => {
                let asked = Again::new((**scenario).clone(), *replication, OTHER_YEARS);
                Question::Again(Box::new(asked))
            }
        };
        let keep = Keep {
            people: matches!(
                self.about,
                About::Awards(..) | About::Fairness(_) | About::Again(..)
            ),
            courses: matches!(self.about, About::Compare(_)),
        };
        Some(Study::new(question, self.seed, keep))
    }

    /// What is known at this moment, under what is chosen on the screen; drawings are made `width`
    /// pixels wide.
    #[must_use]
    pub fn findings(study: &Study, session: &Session, width: f64) -> Option<Found> {
        let board = study.board();
        let own = match study.question() {
            Question::Compare(compare) => {
                let reference = compare::reference(session);
                let inside = reference < board.cells().len();
                if !inside {
                    return None;
                }
                Findings::Compare(compare.result(board, reference))
            }
            Question::Sweep(sweep) => {
                let wish = session.sweep.wish();
                let found = Rc::new(sweep.answer(board, &wish));
                let ask = Rc::new(Ask {
                    wish,
                    ..sweep.ask().clone()
                });
                Findings::Sweep { ask, found }
            }
            Question::Awards(awards) => {
                let found = awards.result(board);
                let said = coverage::finding(awards, &found, width, session.language);
                Findings::Said(Box::new(said))
            }
            Question::Fairness(asked) => {
                let found = asked.result(board);
                // Of fewer years hardly a gap can be drawn; what comes next would push everything away.
                if found.years < FEWEST && !found.complete {
                    return None;
                }
                let found = lab::looked_at(found, &session.lab);
                let said = fair::finding(&found, width, session.language);
                Findings::Said(Box::new(said))
            }
            Question::Sensitivity(asked) => {
                let (_, _, names) = lab::claim(session);
                let names = names.each_ref().map(String::as_str);
                let found = asked.result(board);
                let said = overturn::finding(asked, &found, &names, width, session.language);
                Findings::Said(Box::new(said))
            }
            Question::Why(asked) => {
                let told = made::told(asked, board, session, width)?;
                return Some(Found::Why(Box::new(told)));
            }
            Question::Again(again) => Findings::Years(again.years(board)),
            Question::CatchUp(asked) => {
                let told = chase::told(asked, board, session, width)?;
                return Some(Found::Caught(Box::new(told)));
            }
            Question::Search(asked) => {
                let told = unbeaten::told(asked, board, session, width);
                return Some(Found::Unbeaten(Box::new(told)));
            }
        };
        Some(Found::Own(own))
    }
}

/// What can be asked about; None where something is wrong with it.
fn checked(scenario: &Scenario) -> Option<Checked> {
    Checked::new(scenario.clone()).ok()
}
