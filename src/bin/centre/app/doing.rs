//! What the centre does when something happens.

use super::{COLUMNS, Centre, Example, MONTHS};
use crate::background::Message;
use crate::document;
use crate::fit::{Fit, State};
use crate::given::want;
use crate::inbox::{Arrived, Parcel, named};
use crate::notes::Notes;
use crate::pool::Event;
use crate::shared::Shared;
use crate::workers::Heard;
use fairfloor::crew::Loss;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::centre::Record;
use fairfloor::scenario::import::centre::month::Month;
use fairfloor::study::own::profile::Profile;
use fairfloor::study::own::{Calibration, EXAMPLE};
use fairfloor::view::given::{Wanted, linked};
use fairfloor::view::own::intake::Intake;
use fairfloor::view::own::{reading, templates};
use fairfloor::view::words::{Said, centre as words, notice};
use fairfloor::wire::Take;
use std::rc::Rc;

impl Centre {
    /// A file as the browser handed it over: a profile is read here, all else by the reader.
    pub(super) fn take(&mut self, parcel: Parcel) {
        let Parcel { name, bytes } = parcel;
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(said) => {
                self.notes.complain(named(&name, vec![said]));
                return;
            }
        };
        let text = std::str::from_utf8(&bytes).ok();
        let text = text.map(|text| text.trim_start_matches('\u{feff}'));
        if let Some(text) = text.filter(|text| text.trim_start().starts_with('{')) {
            match Profile::read(text) {
                Ok(profile) => self.opened = Some(profile),
                Err(wrong) => {
                    let said = Said::in_both(|language| reading::profile(&wrong, language));
                    self.notes.complain(named(&name, vec![said]));
                }
            }
            return;
        }
        if let Err(lines) = self.inbox.take(name, bytes) {
            self.notes.complain(lines);
        }
    }

    pub(super) fn arrive(&mut self, message: Message) {
        match self.inbox.hear(message) {
            Arrived::Nothing => {}
            Arrived::Calls(fitted) => self.phones = Some(Shared(Rc::from(fitted))),
            Arrived::Sheets(sheets) => {
                for (name, text) in sheets {
                    self.intake.add(&name, &text);
                }
            }
            Arrived::Refused(lines) => self.notes.complain(lines),
        }
    }

    pub(super) fn correct(&mut self, correct: impl FnOnce(&mut Intake)) {
        correct(&mut self.intake);
        // A browser that refuses to remember asks for the same correction again.
        document::remember(COLUMNS, &self.intake.remembered());
    }

    /// A worker for anything; what broke is said.
    fn start(&mut self) -> bool {
        match self.pool.start() {
            Ok(()) => true,
            Err(why) => {
                self.notes.broke(words::BROKE, &why);
                false
            }
        }
    }

    /// Workers for a fit: whoever is at a made-up centre is ended.
    fn start_fit(&mut self) -> bool {
        if self.example == Example::Making {
            self.example = Example::None;
        }
        self.start()
    }

    pub(super) fn make_example(&mut self) {
        if self.session.is_some() && self.start() {
            self.example = Example::Making;
        }
    }

    pub(super) fn begin(&mut self, language: Language) {
        let (Some(session), Some(ready)) = (&self.session, self.intake.ready()) else {
            return;
        };
        if let Some(problem) = ready.problem(language) {
            self.notes.complaints = vec![Said::in_both(|_| problem.clone())];
            return;
        }
        let fit = Fit::new(session.scenario(), ready, session.seed, self.draws);
        if self.start_fit() {
            self.notes = Notes::default();
            self.fit = Some(fit);
            document::focus_soon("#own-fit");
        }
    }

    pub(super) fn toggle(&mut self, language: Language) {
        let Some(fit) = &mut self.fit else { return };
        match &fit.state {
            State::Running => {
                if !fit.stop(language) {
                    fit.state = State::Stopped;
                }
            }
            State::Stopped | State::Done | State::Silent | State::Broken(_) => {
                // Too many losses have ended its workers, or an example that was made up meanwhile has.
                let gone = self.pool.is_empty() || self.example == Example::Making;
                if gone && !self.start_fit() {
                    return;
                }
                if let Some(fit) = &mut self.fit {
                    fit.go_on(language);
                }
            }
        }
        if let Some(fit) = &mut self.fit {
            fit.feed(&mut self.pool);
        }
    }

    /// True when there is something to be drawn.
    pub(super) fn hear(&mut self, heard: Heard, language: Language) -> bool {
        let event = self.pool.hear(heard);
        self.follow(event, language)
    }

    /// Looks for workers that fell silent; true when there is something to be drawn.
    pub(super) fn watch(&mut self, language: Language) -> bool {
        let event = self.pool.watch();
        self.follow(event, language)
    }

    fn follow(&mut self, event: Result<Event, Loss>, language: Language) -> bool {
        let drawn = match event {
            Ok(Event::Nothing) => false,
            Ok(Event::Row(row)) => {
                let fit = self.fit.as_mut();
                fit.is_some_and(|fit| {
                    fit.take(*row, language);
                    true
                })
            }
            Ok(Event::Months(record)) => {
                self.pool.end();
                self.made(&record);
                true
            }
            Err(Loss::Replaced(why)) => {
                self.notes.broke(notice::ENGINE_LOST, &why);
                true
            }
            Err(Loss::Dead(why)) => {
                match &mut self.fit {
                    _ if self.example == Example::Making => {
                        self.example = Example::None;
                        self.notes.broke(words::BROKE, &why);
                    }
                    Some(fit) => fit.state = State::Broken(why),
                    None => {}
                }
                true
            }
        };
        if self.example == Example::Making {
            self.ask_for_example();
        } else if let Some(fit) = &mut self.fit {
            fit.feed(&mut self.pool);
            if matches!(fit.state, State::Done | State::Silent) {
                self.pool.end();
            }
        }
        drawn
    }

    fn ask_for_example(&mut self) {
        let Some(session) = &self.session else { return };
        let blank = Calibration::blank(session.scenario(), MONTHS, session.seed);
        let plan = blank.plan(&blank.point(EXAMPLE));
        let free = self.pool.has_room() && !self.pool.is_running(EXAMPLE);
        if let Some(plan) = plan.filter(|_| free) {
            let take = Take::Months {
                plan: Box::new(plan),
                months: MONTHS,
                seed: blank.seed,
                number: EXAMPLE,
            };
            self.pool.give(EXAMPLE, &take);
        }
    }

    /// The example came: its files are taken in as if they had been dropped.
    fn made(&mut self, record: &Record) {
        let first = Month::new(2024, 1).unwrap_or_default();
        let files = templates::files(record, first);
        for (file, text) in &files {
            self.intake.add(&format!("{}.csv", file.id()), text);
        }
        self.example = Example::Made(files);
    }

    /// Has the page take what a profile knows into the open scenario.
    pub(super) fn apply(&mut self, profile: Option<Profile>) {
        let (Some(session), Some(profile)) = (&self.session, profile) else {
            return;
        };
        let mut scenario = session.scenario().clone();
        profile.apply(&mut scenario);
        want(&Wanted::Scenario {
            link: linked(session.preset(), &scenario),
            beside: false,
            fitted: false,
        });
        self.notes.say(words::USED);
    }

    pub(super) fn wipe(&mut self) {
        self.pool.end();
        self.inbox.wipe();
        forget();
        self.intake = Intake::default();
        self.phones = None;
        self.fit = None;
        self.opened = None;
        self.example = Example::None;
        self.notes = Notes::default();
        "own".clone_into(&mut self.name);
        self.notes.say(words::WIPED);
    }
}

/// Forgets what was remembered of columns.
fn forget() {
    if let Some(storage) = gloo::utils::window().local_storage().ok().flatten() {
        let _ = storage.remove_item(&format!("fairfloor.{COLUMNS}"));
    }
}
