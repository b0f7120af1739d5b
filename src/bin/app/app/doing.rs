//! What the page does when something happens.

use super::answers::Answers;
use super::{App, Msg};
use crate::first::Built;
use crate::parts::notices::Offer;
use crate::reader::fetch;
use crate::runner::State;
use crate::shared::Shared;
use crate::{browser, document, storage};
use fairfloor::scenario::field::{Field, Language, Text};
use fairfloor::scenario::plan::Plan;
use fairfloor::study::staff::Question;
use fairfloor::view::action::{Action, Effect, Follows};
use fairfloor::view::asked::Asked;
use fairfloor::view::history::Change;
use fairfloor::view::screen::Screen;
use fairfloor::view::snapshot::{FIRST, FULL, MORE};
use fairfloor::view::words::{Said, notice, shell};

impl App {
    /// Handles one message; true when something on the page may have changed.
    pub(super) fn handle(&mut self, msg: Msg) -> bool {
        match msg {
            Msg::Act(action) => self.act(action),
            Msg::Heard(heard) => {
                let lost = self.runner.hear(heard);
                self.after_engine(lost)
            }
            Msg::Tick => self.tick(),
            Msg::Resized => {
                self.room.may_change();
                false
            }
            Msg::Toggle => self.toggle(),
            Msg::Restart => {
                self.restart();
                true
            }
            Msg::Explain(field) => {
                self.panels.explain(field);
                // The drawer takes room from the figures or gives it back.
                self.room.may_change();
                true
            }
            Msg::Help(open) => {
                self.panels.help(open);
                true
            }
            Msg::Rail(open) => {
                self.panels.rail(open);
                true
            }
            Msg::Theme(theme) => {
                self.preferences.paint(theme);
                true
            }
            Msg::Table => {
                self.preferences.table = !self.preferences.table;
                true
            }
            Msg::SingleKeys(on) => {
                self.preferences.use_single_keys(on);
                true
            }
            Msg::Staff => {
                self.runner.ask_staffing(Question {
                    target_share: 0.8,
                    weekday: None,
                });
                true
            }
            Msg::Key(key) => self.press(key),
            Msg::BadSeed => {
                self.voice.complain(vec![notice::BAD_SEED.into()]);
                true
            }
            Msg::Share => {
                self.share();
                false
            }
            Msg::Copied(true) => {
                self.voice.say(shell::COPIED.into());
                true
            }
            Msg::Copied(false) => {
                self.voice.say(shell::NOT_COPIED.into());
                true
            }
            Msg::Dismiss(id) => {
                self.dismiss(id);
                true
            }
            Msg::Update => {
                self.voice
                    .notify(vec![notice::UPDATE_OFFER.into()], true, Some(Offer::Update));
                true
            }
            Msg::TakeOffer(id) => self.take_offer(id),
            Msg::Dropping(over) => std::mem::replace(&mut self.panels.dropping, over) != over,
            // The centre's part of the page takes what is dropped on its screen.
            Msg::Dropped(_) if self.session.screen == Screen::Calibrate => false,
            Msg::Chosen(file) | Msg::Dropped(file) => {
                let dispatch = self.dispatch.clone();
                fetch(&file, move |bytes| dispatch.emit(Msg::File(bytes)));
                false
            }
            Msg::File(bytes) => self.take_file(bytes),
            Msg::Told(message) => self.told(message),
            Msg::Moved => self.moved(),
        }
    }

    /// A moment has passed: what is watched is looked at.
    fn tick(&mut self) -> bool {
        self.visit.tick(&self.session);
        // What was drawn for another width is drawn anew.
        let fitted = self.room.tick();
        if fitted {
            self.ask();
        }
        let lost = self.runner.watch();
        self.after_engine(lost) | fitted
    }

    /// Copies the address, with all that is on the page in it.
    fn share(&mut self) {
        self.visit.save(&self.session);
        let dispatch = self.dispatch.clone();
        document::copy(&browser::address(), move |copied| {
            dispatch.emit(Msg::Copied(copied));
        });
    }

    /// The run chip was pressed: stops what runs, or goes on.
    fn toggle(&mut self) -> bool {
        if let Some(study) = self.runner.standing().filter(|study| !study.is_done) {
            self.runner.stop_study(!study.stopped);
            return true;
        }
        match self.runner.state() {
            State::Running => self.runner.cancel(),
            State::Cancelled => self.runner.go_on(FULL),
            State::Error(_) => self.restart(),
            State::Done if self.runner.progress().1 < MORE => self.runner.go_on(MORE),
            State::Done | State::Idle | State::Unsound => return false,
        }
        true
    }

    pub(super) fn act(&mut self, action: Action) -> bool {
        let (follows, edited) = (action.follows(), action.edited());
        // What changes nothing must not make a new session: it would draw every control again with the next
        // result, over what is being typed into one.
        let mut session = (*self.session).clone();
        let effect = session.apply(action);
        if !matches!(effect, Effect::Nothing | Effect::Refused(_)) {
            self.session = Shared::new(session);
        }
        match effect {
            Effect::Nothing => return follows == Follows::Run && self.run_what_was_tried(),
            Effect::Refused(problem) => {
                self.voice
                    .complain(vec![crate::parts::problems::said(&problem)]);
                return true;
            }
            Effect::Done => {}
            Effect::Removed(change) => {
                let text = named(shell::REMOVED, &change);
                self.voice.notify(vec![text], false, Some(Offer::BringBack));
            }
            Effect::Undone(change) => self.voice.say(named(shell::UNDO, &change)),
            Effect::Redone(change) => self.voice.say(named(shell::REDO, &change)),
        }
        if edited.is_some_and(Field::is_assumption) {
            self.voice.warn_of_assumption();
        }
        match follows {
            // In the middle of a drag: eight replications, one value after the other, so that what is tried is
            // also seen.
            Follows::TryOut if self.runner.put_off() => {}
            Follows::TryOut => self.show(FIRST),
            Follows::Run => self.commit(),
            Follows::Ask => {
                self.visit.save_soon();
                self.ask();
            }
            Follows::Open => {
                self.panels.rail = false;
                self.visit.step(&self.session);
                document::focus_soon("#results");
                self.ask();
            }
            Follows::Speak => {
                let language = self.session.language;
                document::set_language(language, shell::DOCUMENT_TITLE);
                storage::write(storage::Key::Language, document::language_id(language));
                self.ask();
            }
        }
        true
    }

    /// A drag that ended where it began: all of the run that was there is shown again. True when it wasn't.
    fn run_what_was_tried(&mut self) -> bool {
        let tried = self.runner.was_tried();
        if tried && *self.runner.state() != State::Cancelled {
            self.run();
        }
        tried
    }

    /// Something was let go of: the address, the draft and the whole run follow.
    pub(super) fn commit(&mut self) {
        self.visit.save(&self.session);
        self.run();
    }

    /// Runs the scenario as it stands, in full.
    pub(super) fn run(&mut self) {
        self.show(FULL);
    }

    fn show(&mut self, goal: usize) {
        self.voice.listen();
        if !self.session.is_untouched() {
            self.drawn.built = Built::Gone;
        }
        let plans = Plan::new(self.session.scenario())
            .and_then(|plan| Ok((plan, Plan::new(&self.session.baseline_scenario())?)));
        let Ok((plan, baseline)) = plans else {
            self.runner.hold();
            self.runner.ask(Vec::new());
            return;
        };
        self.drawn.run(&self.session);
        self.runner.show(plan, baseline, self.session.seed, goal);
        self.take_snapshot();
        if goal > FIRST {
            self.ask();
        }
    }

    /// Asks the open screen's question, which may be another one now.
    pub(super) fn ask(&mut self) {
        let own = Asked::of(&self.session);
        let all = own.into_iter().chain(Asked::beside(&self.session));
        self.runner.ask(all.collect());
        self.answers = Answers::default();
        self.room.measure();
        self.take_findings();
    }

    fn take_findings(&mut self) -> bool {
        let found = self.runner.findings(&self.session, browser::figure_width());
        let any = !found.is_empty();
        for one in found {
            self.answers.take(one);
        }
        any
    }

    fn after_engine(&mut self, lost: Option<String>) -> bool {
        let said = lost.is_some();
        if let Some(why) = lost {
            let why = Said::in_both(|_| why.clone());
            self.voice
                .notify(vec![notice::ENGINE_LOST.into(), why], false, None);
        }
        let new = self.take_snapshot() | self.take_findings();
        if self.runner.is_due() {
            self.show(FIRST);
        }
        self.announce();
        let status = self.runner.status();
        let draw = said || new || self.drawn.follows(&status);
        if draw {
            self.drawn.says(status);
        }
        draw
    }

    fn take_snapshot(&mut self) -> bool {
        let snapshot = self.runner.snapshot(self.drawn.shown.is_some());
        snapshot.map(|new| self.drawn.take(new)).is_some()
    }

    /// Says once, when a full run has settled, what came out.
    fn announce(&mut self) {
        let settled = *self.runner.state() == State::Done && self.runner.progress().1 >= FULL;
        if settled && self.runner.is_current() {
            self.voice.announce(self.drawn.shown.as_ref());
        }
    }

    pub(super) fn restart(&mut self) {
        self.runner.restart();
        self.run();
    }
}

fn named(what: Text, change: &Change) -> Said {
    Said {
        zh: format!("{}：{}", what.zh, change.name(Language::Zh)),
        en: format!("{}: {}", what.en, change.name(Language::En)),
    }
}
