//! What the page does when something happens.

use super::{App, Msg, Shown};
use crate::first::Built;
use crate::parts::notices::Offer;
use crate::reader::fetch;
use crate::runner::State;
use crate::shared::Shared;
use crate::{address, browser, document, storage};
use fairfloor::scenario::field::{Field, Value};
use fairfloor::scenario::find;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::staff::Question;
use fairfloor::view::action::{Action, Effect, Follows};
use fairfloor::view::asked::{Asked, Found};
use fairfloor::view::history::Change;
use fairfloor::view::screen::Screen;
use fairfloor::view::sentence;
use fairfloor::view::session::LEVER;
use fairfloor::view::snapshot::{FIRST, FULL, MORE};
use fairfloor::view::words::{Said, notice, rail, shell};

/// Ticks without another choice after which it is written into the address.
const WRITE_AFTER: u8 = 2;

/// Ticks without another size of the window after which what was found is drawn for it.
const FIT_AFTER: u8 = 1;

impl App {
    /// Handles one message; true when something on the page may have changed.
    pub(super) fn handle(&mut self, msg: Msg) -> bool {
        match msg {
            Msg::Act(action) => self.act(action),
            Msg::Heard(heard) => {
                let lost = self.runner.hear(heard);
                self.after_engine(lost)
            }
            Msg::Tick => {
                match self.unwritten {
                    None => {}
                    Some(0) => self.save(),
                    Some(left) => self.unwritten = Some(left - 1),
                }
                let fitted = self.fit();
                let lost = self.runner.watch();
                self.after_engine(lost) | fitted
            }
            Msg::Resized => {
                self.unfitted = Some(FIT_AFTER);
                false
            }
            Msg::Toggle => {
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
            Msg::Restart => {
                self.restart();
                true
            }
            Msg::Explain(field) => self.explain(field),
            Msg::Help(open) => {
                self.remember_or_return(open);
                self.help = open;
                true
            }
            Msg::Rail(open) => {
                self.remember_or_return(open);
                self.rail_open = open;
                if open {
                    document::focus_soon(".rail .close");
                }
                true
            }
            Msg::Theme(theme) => {
                self.theme = theme;
                browser::set_theme(theme);
                storage::write(storage::Key::Theme, theme.id());
                true
            }
            Msg::Table => {
                self.table = !self.table;
                true
            }
            Msg::SingleKeys(on) => {
                self.single_keys = on;
                storage::write(storage::Key::SingleKeys, if on { "on" } else { "off" });
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
                self.complain(vec![notice::BAD_SEED.into()]);
                true
            }
            Msg::Share => {
                self.save();
                let dispatch = self.dispatch.clone();
                document::copy(&browser::address(), move |copied| {
                    dispatch.emit(Msg::Copied(copied));
                });
                false
            }
            Msg::Copied(copied) => {
                let text = if copied {
                    shell::COPIED
                } else {
                    shell::NOT_COPIED
                };
                self.say(text.into());
                true
            }
            Msg::Dismiss(id) => {
                self.dismiss(id);
                true
            }
            Msg::Update => {
                self.notify(vec![notice::UPDATE_OFFER.into()], true, Some(Offer::Update));
                true
            }
            Msg::TakeOffer(id) => self.take_offer(id),
            Msg::Dropping(over) => {
                let changed = over != self.dropping;
                self.dropping = over;
                changed
            }
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
                self.complain(vec![crate::parts::problems::said(&problem)]);
                return true;
            }
            Effect::Done => {}
            Effect::Removed(change) => {
                let text = named(shell::REMOVED, &change);
                self.notify(vec![text], false, Some(Offer::BringBack));
            }
            Effect::Undone(change) => self.say(named(shell::UNDO, &change)),
            Effect::Redone(change) => self.say(named(shell::REDO, &change)),
        }
        if edited.is_some_and(Field::is_assumption) && !self.warned_of_assumption {
            self.warned_of_assumption = true;
            self.say(rail::ASSUMPTION_EDITED.into());
        }
        match follows {
            Follows::TryOut => self.try_out(),
            Follows::Run => self.commit(),
            Follows::Ask => {
                self.unwritten = Some(WRITE_AFTER);
                self.ask();
            }
            Follows::Open => {
                self.rail_open = false;
                address::push(&self.session, self.visit);
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

    /// In the middle of a drag: eight replications, one value after the other, so that what is tried
    /// is also seen.
    fn try_out(&mut self) {
        let busy = *self.runner.state() == State::Running && self.runner.progress().1 <= FIRST;
        if busy {
            self.waiting = true;
        } else {
            self.show(FIRST);
        }
    }

    /// A drag that ended where it began: all of the run that was there is shown again. True when it wasn't.
    fn run_what_was_tried(&mut self) -> bool {
        let tried = self.waiting || self.runner.progress().1 <= FIRST;
        if tried && *self.runner.state() != State::Cancelled {
            self.run();
        }
        tried
    }

    /// Something was let go of: the address, the draft and the whole run follow.
    pub(super) fn commit(&mut self) {
        self.save();
        self.run();
    }

    /// Writes the address and the draft.
    fn save(&mut self) {
        self.unwritten = None;
        address::replace(&self.session, self.visit);
        let link = address::linked(&self.session);
        storage::change_drafts(|drafts| drafts.put(&self.tab, &link));
    }

    /// Runs the scenario as it stands, in full.
    pub(super) fn run(&mut self) {
        self.show(FULL);
    }

    fn show(&mut self, goal: usize) {
        self.waiting = false;
        self.announced = false;
        if !self.session.is_untouched() {
            self.built = Built::Gone;
        }
        let plans = Plan::new(self.session.scenario())
            .and_then(|plan| Ok((plan, Plan::new(&self.session.baseline_scenario())?)));
        let Ok((plan, baseline)) = plans else {
            self.runner.hold();
            self.runner.ask(Vec::new());
            return;
        };
        let value = find(LEVER).map(|field| (field.get)(self.session.scenario()));
        if let Some(Value::Number(target)) = value {
            self.running_target = target;
        }
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
        (self.findings, self.why) = (None, None);
        (self.caught, self.unbeaten) = (None, None);
        self.fitted = browser::figure_width();
        self.take_findings();
    }

    /// Once the window keeps its size: what was drawn for another width is drawn anew. True when it was.
    fn fit(&mut self) -> bool {
        let Some(left) = self.unfitted else {
            return false;
        };
        self.unfitted = left.checked_sub(1);
        #[allow(clippy::float_cmp, reason = "whole pixels, kept as they were")]
        let fits = browser::figure_width() == self.fitted;
        if left > 0 || fits {
            return false;
        }
        self.ask();
        true
    }

    fn take_findings(&mut self) -> bool {
        let found = self.runner.findings(&self.session, browser::figure_width());
        let any = !found.is_empty();
        for one in found {
            match one {
                Found::Own(findings) => self.findings = Some(Shared::new(findings)),
                Found::Why(told) => self.why = Some(Shared::new(*told)),
                Found::Caught(told) => self.caught = Some(Shared::new(*told)),
                Found::Unbeaten(told) => self.unbeaten = Some(Shared::new(*told)),
            }
        }
        any
    }

    fn after_engine(&mut self, lost: Option<String>) -> bool {
        let said = lost.is_some();
        if let Some(why) = lost {
            let why = Said::in_both(|_| why.clone());
            self.notify(vec![notice::ENGINE_LOST.into(), why], false, None);
        }
        let before = self.status();
        let drawn = self.take_snapshot() | self.take_findings();
        if self.waiting && *self.runner.state() != State::Running {
            self.show(FIRST);
        }
        self.announce();
        drawn || said || self.last_status(before)
    }

    /// True when the chip says something else than it did.
    fn last_status(&mut self, now: super::Status) -> bool {
        let changed = self.drawn_status.as_ref() != Some(&now);
        self.drawn_status = Some(now);
        changed
    }

    fn take_snapshot(&mut self) -> bool {
        let Some(snapshot) = self.runner.snapshot(self.shown.is_some()) else {
            return false;
        };
        self.built.check(&snapshot);
        self.shown = Some(Shown {
            snapshot: Shared::new(snapshot),
            target: self.running_target,
        });
        true
    }

    /// Says once, when a full run has settled, what came out.
    fn announce(&mut self) {
        let settled = *self.runner.state() == State::Done && self.runner.progress().1 >= FULL;
        if settled && !self.announced && self.runner.is_current() {
            self.announced = true;
            if let Some(shown) = &self.shown {
                self.announcement =
                    Said::in_both(|language| sentence::announcement(&shown.snapshot, language));
            }
        }
    }

    pub(super) fn restart(&mut self) {
        self.runner.restart();
        self.run();
    }

    fn explain(&mut self, field: Option<&'static fairfloor::scenario::field::Field>) -> bool {
        self.remember_or_return(field.is_some());
        self.explained = field;
        // The drawer takes room from the figures or gives it back.
        self.unfitted = Some(FIT_AFTER);
        if field.is_some() {
            document::focus_soon(".drawer .close");
        }
        true
    }

    /// Remembers where the focus was when a panel opens, and puts it back when it closes.
    fn remember_or_return(&mut self, opening: bool) {
        if opening {
            self.came_from = browser::focused();
        } else if let Some(element) = self.came_from.take() {
            // The element may be gone; then the browser keeps the focus where it is.
            let _ = element.focus();
        }
    }
}

fn named(what: fairfloor::scenario::field::Text, change: &Change) -> Said {
    Said {
        zh: format!(
            "{}：{}",
            what.zh,
            change.name(fairfloor::scenario::field::Language::Zh)
        ),
        en: format!(
            "{}: {}",
            what.en,
            change.name(fairfloor::scenario::field::Language::En)
        ),
    }
}
