//! The page: its state, what can happen to it, and its frame.

mod doing;
mod links;
mod pressed;

use crate::background::Message;
use crate::browser::{self, Theme};
use crate::document;
use crate::engine::Engine;
use crate::first::Built;
use crate::keys::{self, Key};
use crate::parts::bottom::BottomBar;
use crate::parts::drawer::Drawer;
use crate::parts::help::Help;
use crate::parts::notices::{Notice, Notices};
use crate::parts::rail::Rail;
use crate::parts::topbar::TopBar;
use crate::reader::Reader;
use crate::runner::{Runner, Staffed, State};
use crate::screens;
use crate::shared::{Dispatch, Entry, Shared};
use crate::storage;
use crate::studies::Standing;
use crate::workers::Heard;
use crate::{address, files};
use fairfloor::scenario::field::Field;
use fairfloor::view::action::Action;
use fairfloor::view::asked::Findings;
use fairfloor::view::chase;
use fairfloor::view::session::Session;
use fairfloor::view::snapshot::Snapshot;
use fairfloor::view::unbeaten;
use fairfloor::view::why::Told;
use fairfloor::view::words::{Said, rail, shell};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::window;
use web_sys::{File, HtmlElement};
use yew::prelude::*;

/// How often silent workers are looked for and results that wait for their turn are shown.
const TICK_MS: u32 = 150;

/// Everything that can happen.
pub enum Msg {
    /// Somebody chose something.
    Act(Action),
    /// A worker said something.
    Heard(Heard),
    /// Time passed.
    Tick,
    /// The run chip was pressed.
    Toggle,
    /// The engine is to begin anew.
    Restart,
    /// A parameter is to be explained, or no longer.
    Explain(Option<&'static Field>),
    /// The help is to be open or closed.
    Help(bool),
    /// The rail is to be open or closed, where it covers the results.
    Rail(bool),
    /// Other colours.
    Theme(Theme),
    /// Chart or table.
    Table,
    /// Single keys on or off.
    SingleKeys(bool),
    /// A key was pressed.
    Key(Key),
    /// A seed was typed that is none.
    BadSeed,
    /// The link is to be copied.
    Share,
    /// It was copied, or not.
    Copied(bool),
    /// Who is needed on the phones is to be worked out.
    Staff,
    /// A notice was read.
    Dismiss(u32),
    /// A new version is ready.
    Update,
    /// What a notice offers was taken.
    TakeOffer(u32),
    /// Files hang over the page.
    Dropping(bool),
    /// A file was chosen.
    Chosen(File),
    /// A file was dropped.
    Dropped(File),
    /// A file was handed over, or why it was not.
    File(Result<Vec<u8>, Said>),
    /// The reader said something of a file.
    Told(Message),
    /// The window has another size.
    Resized,
    /// The browser went back, forward, or to another address.
    Moved,
}

/// What is drawn of the results, and of which target they are.
#[derive(Clone, PartialEq)]
pub struct Shown {
    pub snapshot: Shared<Snapshot>,
    pub target: f64,
}

/// Where the run stands, for the chip and the marks of staleness.
#[derive(Clone, PartialEq)]
pub struct Status {
    pub state: State,
    pub done: usize,
    pub goal: usize,
    pub took_ms: f64,
    /// The question of the open screen, where it has one.
    pub study: Option<Standing>,
    /// The search for people.
    pub staffed: Staffed,
    pub is_up: bool,
    /// True when what is drawn is not of the scenario as it stands.
    pub stale: bool,
}

/// What the page begins with.
#[derive(Properties, PartialEq)]
pub struct Start {
    pub built: Built,
}

#[allow(clippy::struct_excessive_bools)] // each is a switch of its own: help, table, rail, keys …
pub struct App {
    session: Shared<Session>,
    runner: Runner,
    shown: Option<Shown>,
    /// What the build computed of the same.
    built: Built,
    /// What the open screen's question found.
    findings: Option<Shared<Findings>>,
    /// How the difference comes about that is taken apart.
    why: Option<Shared<Told>>,
    /// What must change to catch up.
    caught: Option<Shared<chase::Told>>,
    /// Which plans no other beats.
    unbeaten: Option<Shared<unbeaten::Told>>,
    /// What this tab is called among the drafts.
    tab: String,
    reader: Reader,
    /// The target of the scenario that the runner runs.
    running_target: f64,
    /// A drag went on while an earlier value was still being tried.
    waiting: bool,
    /// Ticks until what was chosen is written into the address, counted anew with every choice: browsers
    /// refuse to write at every move of a drag.
    unwritten: Option<u8>,
    /// Ticks until what was found is drawn for a window of another size, counted anew while it is pulled.
    unfitted: Option<u8>,
    /// The width that figures had when it was asked for.
    fitted: f64,
    theme: Theme,
    table: bool,
    help: bool,
    rail_open: bool,
    single_keys: bool,
    explained: Option<&'static Field>,
    dropping: bool,
    notices: Vec<Notice>,
    next_notice: u32,
    announcement: Said,
    announced: bool,
    warned_of_assumption: bool,
    visit: u32,
    came_from: Option<HtmlElement>,
    drawn_status: Option<Status>,
    dispatch: Dispatch,
    _tick: Interval,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Msg;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = ctx.link().callback(|msg: Msg| msg);
        let language = document::wished_language();
        let theme = storage::read(storage::Key::Theme)
            .and_then(|id| Theme::of_id(&id))
            .unwrap_or(Theme::Auto);
        browser::set_theme(theme);
        document::set_language(language, shell::DOCUMENT_TITLE);
        let link = ctx.link().clone();
        let tick = Interval::new(TICK_MS, move || link.send_message(Msg::Tick));
        let mut listeners = files::listen(&dispatch);
        listeners.push(keys::listen(dispatch.clone()));
        let moved = dispatch.clone();
        listeners.push(EventListener::new(&window(), "popstate", move |_| {
            moved.emit(Msg::Moved);
        }));
        let resized = dispatch.clone();
        listeners.push(EventListener::new(&window(), "resize", move |_| {
            resized.emit(Msg::Resized);
        }));
        let update = dispatch.clone();
        listeners.push(EventListener::new(
            &window(),
            "fairfloor-update",
            move |_| {
                update.emit(Msg::Update);
            },
        ));
        if browser::update_waits() {
            dispatch.emit(Msg::Update);
        }
        let mut app = Self {
            session: Shared::new(Session::new(language)),
            runner: Runner::new(Engine::start(ctx.link().callback(Msg::Heard))),
            shown: None,
            built: ctx.props().built.clone(),
            findings: None,
            why: None,
            caught: None,
            unbeaten: None,
            tab: storage::tab(),
            reader: Reader::new(ctx.link().callback(Msg::Told)),
            running_target: 0.0,
            waiting: false,
            unwritten: None,
            unfitted: None,
            fitted: 0.0,
            theme,
            table: false,
            help: false,
            rail_open: false,
            single_keys: storage::read(storage::Key::SingleKeys).is_none_or(|on| on != "off"),
            explained: None,
            dropping: false,
            notices: Vec::new(),
            next_notice: 0,
            announcement: Said::default(),
            announced: false,
            warned_of_assumption: false,
            visit: 1,
            came_from: None,
            drawn_status: None,
            dispatch,
            _tick: tick,
            _listeners: listeners,
        };
        app.begin();
        app
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        self.handle(msg)
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let language = self.session.language;
        let (session, dispatch) = (&self.session, &self.dispatch);
        let status = self.status();
        let at_rest = classes!(
            "shell",
            self.rail_open.then_some("rail-open"),
            self.explained.is_some().then_some("drawer-open")
        );
        html! {
            <div class={at_rest}>
                <button type="button" class="skip" onclick={|_| document::focus_soon("#results")}>
                    { shell::SKIP.get(language) }
                </button>
                <TopBar session={session.clone()} status={status.clone()} theme={self.theme}
                    fingerprint={self.fingerprints()} dispatch={dispatch.clone()} />
                <Rail session={session.clone()} open={self.rail_open} staffed={self.runner.staffed()} table={self.table}
                    dispatch={dispatch.clone()} />
                if self.rail_open {
                    <div class="scrim" onclick={dispatch.reform(|_| Msg::Rail(false))}></div>
                }
                <main id="results" tabindex="-1">
                    { screens::draw(&screens::Props {
                        session: session.clone(),
                        shown: self.shown.clone(),
                        built: self.built.clone(),
                        findings: self.findings.clone(),
                        why: self.why.clone(),
                        caught: self.caught.clone(),
                        unbeaten: self.unbeaten.clone(),
                        status: status.clone(),
                        table: self.table,
                        theme: self.theme,
                        dispatch: dispatch.clone(),
                    }) }
                </main>
                if let Some(field) = self.explained {
                    <Drawer session={session.clone()} field={Entry(field)} dispatch={dispatch.clone()} />
                }
                if self.help {
                    <Help {language} single_keys={self.single_keys} dispatch={dispatch.clone()} />
                }
                <Notices {language} notices={self.notices.clone()} dispatch={dispatch.clone()} />
                <BottomBar session={session.clone()} theme={self.theme} rail_open={self.rail_open}
                    shown={self.shown.clone()} dispatch={dispatch.clone()} />
                <p class="unseen" role="status" aria-live="polite">{ self.announcement.get(language) }</p>
                if self.dropping {
                    <div class="drop-here" aria-hidden="true"><p>{ rail::DROP_HERE.get(language) }</p></div>
                }
            </div>
        }
    }
}

impl App {
    /// Opens what the address bar says, offers what was left last time, and starts the first run.
    fn begin(&mut self) {
        let asked = address::read();
        let drafts = storage::drafts();
        self.go_to(&asked);
        match asked.link {
            Some(link) => self.take_link(link),
            None => self.offer_drafts(&drafts),
        }
        if !storage::write(
            storage::Key::Language,
            document::language_id(self.session.language),
        ) {
            self.say(fairfloor::view::words::notice::STORAGE_REFUSED.into());
        }
        address::replace(&self.session, self.visit);
        self.run();
    }

    fn status(&self) -> Status {
        let (done, goal) = self.runner.progress();
        Status {
            state: self.runner.state().clone(),
            done,
            goal,
            took_ms: self.runner.took,
            study: self.runner.standing(),
            staffed: self.runner.staffed(),
            is_up: self.runner.is_up(),
            stale: self.waiting
                || !self.runner.is_current()
                || *self.runner.state() == State::Unsound,
        }
    }

    /// Fingerprints of the first eight replications and, once a run is done, of all: only of results
    /// that belong to the scenario as it stands.
    fn fingerprints(&self) -> [Option<AttrValue>; 2] {
        let Some(shown) = self.shown.as_ref().filter(|_| self.runner.is_current()) else {
            return [None, None];
        };
        let done = *self.runner.state() == State::Done;
        [
            shown
                .snapshot
                .fingerprint_first
                .clone()
                .map(AttrValue::from),
            done.then(|| AttrValue::from(shown.snapshot.fingerprint.clone())),
        ]
    }

    fn session_mut(&mut self) -> &mut Session {
        std::rc::Rc::make_mut(&mut self.session.0)
    }
}
