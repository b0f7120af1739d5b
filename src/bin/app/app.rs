//! The page: its state, what can happen to it, and its frame.

pub mod answers;
mod delay;
mod doing;
pub mod drawn;
mod links;
mod panels;
mod preferences;
mod pressed;
mod room;
mod visit;
mod voice;

use crate::background::Message;
use crate::browser::{self, Theme};
use crate::document;
use crate::engine::Engine;
use crate::first::Built;
use crate::keys::{self, Key};
use crate::parts::bottom::BottomBar;
use crate::parts::drawer::Drawer;
use crate::parts::help::Help;
use crate::parts::notices::Notices;
use crate::parts::rail::Rail;
use crate::parts::topbar::TopBar;
use crate::reader::Reader;
use crate::runner::Runner;
use crate::screens;
use crate::shared::{Dispatch, Entry, Shared};
use crate::storage;
use crate::workers::Heard;
use crate::{address, files};
use answers::Answers;
use drawn::Drawn;
use fairfloor::scenario::field::Field;
use fairfloor::view::action::Action;
use fairfloor::view::session::Session;
use fairfloor::view::words::{Said, notice, rail, shell};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::window;
use panels::Panels;
use preferences::Preferences;
use room::Room;
use visit::Visit;
use voice::Voice;
use web_sys::File;
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

/// What the page begins with.
#[derive(Properties, PartialEq)]
pub struct Start {
    pub built: Built,
}

/// The page.
pub struct App {
    session: Shared<Session>,
    runner: Runner,
    drawn: Drawn,
    answers: Answers,
    room: Room,
    visit: Visit,
    panels: Panels,
    voice: Voice,
    preferences: Preferences,
    reader: Reader,
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
        document::set_language(language, shell::DOCUMENT_TITLE);
        let link = ctx.link().clone();
        let tick = Interval::new(TICK_MS, move || link.send_message(Msg::Tick));
        let mut listeners = files::listen(&dispatch);
        listeners.push(keys::listen(dispatch.clone()));
        let on = |name: &'static str, say: fn() -> Msg| {
            let dispatch = dispatch.clone();
            EventListener::new(&window(), name, move |_| dispatch.emit(say()))
        };
        listeners.extend([
            on("popstate", || Msg::Moved),
            on("resize", || Msg::Resized),
            on("fairfloor-update", || Msg::Update),
        ]);
        if browser::update_waits() {
            dispatch.emit(Msg::Update);
        }
        let mut app = Self {
            session: Shared::new(Session::new(language)),
            runner: Runner::new(Engine::start(ctx.link().callback(Msg::Heard))),
            drawn: Drawn::new(ctx.props().built.clone()),
            answers: Answers::default(),
            room: Room::default(),
            visit: Visit::new(),
            panels: Panels::default(),
            voice: Voice::default(),
            preferences: Preferences::remembered(),
            reader: Reader::new(ctx.link().callback(Msg::Told)),
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
        let status = self.runner.status();
        let (drawn, panels) = (&self.drawn, &self.panels);
        let Preferences {
            theme,
            single_keys,
            table,
        } = self.preferences;
        let at_rest = classes!(
            "shell",
            panels.rail.then_some("rail-open"),
            panels.explained.is_some().then_some("drawer-open")
        );
        html! {
            <div class={at_rest}>
                <button type="button" class="skip" onclick={|_| document::focus_soon("#results")}>
                    { shell::SKIP.get(language) }
                </button>
                <TopBar session={session.clone()} status={status.clone()} {theme}
                    fingerprint={drawn.fingerprints(&self.runner)} dispatch={dispatch.clone()} />
                <Rail session={session.clone()} open={panels.rail} staffed={status.staffed.clone()} {table}
                    dispatch={dispatch.clone()} />
                if panels.rail {
                    <div class="scrim" onclick={dispatch.reform(|_| Msg::Rail(false))}></div>
                }
                <main id="results" tabindex="-1">
                    { screens::draw(&screens::Props {
                        session: session.clone(),
                        shown: drawn.shown.clone(),
                        built: drawn.built.clone(),
                        answers: self.answers.clone(),
                        status: status.clone(),
                        table,
                        theme,
                        dispatch: dispatch.clone(),
                    }) }
                </main>
                if let Some(field) = panels.explained {
                    <Drawer session={session.clone()} field={Entry(field)} dispatch={dispatch.clone()} />
                }
                if panels.help {
                    <Help {language} {single_keys} dispatch={dispatch.clone()} />
                }
                <Notices {language} notices={self.voice.notices.clone()} dispatch={dispatch.clone()} />
                <BottomBar session={session.clone()} {theme} rail_open={panels.rail}
                    shown={drawn.shown.clone()} dispatch={dispatch.clone()} />
                <p class="unseen" role="status" aria-live="polite">{ self.voice.announcement.get(language) }</p>
                if panels.dropping {
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
            self.voice.say(notice::STORAGE_REFUSED.into());
        }
        self.visit.mark(&self.session);
        self.run();
    }

    fn session_mut(&mut self) -> &mut Session {
        std::rc::Rc::make_mut(&mut self.session.0)
    }
}
