//! The centre's state, what can happen to it, and its frame.

mod doing;

use crate::background::Message;
use crate::document;
use crate::fit::Fit;
use crate::given::{is_shown, want};
use crate::inbox::{Inbox, Parcel, fetch_all};
use crate::notes::Notes;
use crate::pool::Pool;
use crate::shared::{Dispatch, Shared};
use crate::workers::Heard;
use crate::{phones, result, sheets, zone};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::centre::File;
use fairfloor::scenario::import::centre::column::Column;
use fairfloor::scenario::import::centre::scale::Scale;
use fairfloor::scenario::presets::PRESETS;
use fairfloor::study::own::profile::Profile;
use fairfloor::view::calibrate::Fitted;
use fairfloor::view::given::{Given, Wanted, linked};
use fairfloor::view::own::intake::Intake;
use fairfloor::view::session::Session;
use fairfloor::view::words::centre as words;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, FileList};
use yew::prelude::*;

/// Under this name the corrections of columns are remembered.
const COLUMNS: &str = "columns";
/// Months of the example.
const MONTHS: u32 = 18;
/// Sizes of the table that are offered; the middle one is the command's.
pub const DRAWS: [u32; 3] = [300, 1000, 3000];

/// What can happen.
pub enum Msg {
    /// Chart or table.
    Table,
    /// Files were dropped or chosen.
    Files(FileList),
    /// The browser handed one over.
    Parcel(Parcel),
    /// The reader said something.
    Told(Message),
    /// A file is about something else.
    Kind(usize, Option<File>),
    /// A column is taken for something else.
    Column(usize, usize, Option<Column>),
    /// A column is in another unit.
    Scale(usize, Column, Option<Scale>),
    /// A file is to be taken away.
    Remove(usize),
    /// A made-up centre is wanted.
    Example,
    /// So many centres are to be simulated.
    Draws(u32),
    /// The files are right: fit.
    Fit,
    /// Stop, or go on.
    Toggle,
    /// A worker said something.
    Heard(Heard),
    /// A second has passed.
    Second,
    /// The profile gets this name.
    Name(String),
    /// What was found is to be used in the open scenario.
    Use,
    /// What was opened is to be used so, or closed.
    Opened(bool),
    /// The scenario that fits the calls is to be used: beside the others, or in the open one's place.
    Phones(bool),
    /// Everything is to be forgotten.
    Wipe,
}

/// What the page gave.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub given: Rc<Given>,
}

/// The made-up centre.
#[derive(Default, PartialEq)]
pub enum Example {
    #[default]
    None,
    Making,
    Made([(File, String); 3]),
}

/// The centre.
pub struct Centre {
    pub session: Option<Shared<Session>>,
    pub phones: Option<Shared<Fitted>>,
    pub intake: Intake,
    pub inbox: Inbox,
    pub fit: Option<Fit>,
    pub opened: Option<Profile>,
    pub name: String,
    pub draws: u32,
    pub example: Example,
    pub dispatch: Dispatch,
    pub notes: Notes,
    pool: Pool,
    _drops: EventListener,
    _seconds: Interval,
}

impl Component for Centre {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = ctx.link().callback(|msg: Msg| msg);
        let (drops, seconds) = (dispatch.clone(), dispatch.clone());
        let listener = EventListener::new(&gloo::utils::document(), "drop", move |event| {
            let files = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer);
            if let Some(files) = files.and_then(|data| data.files()).filter(|_| is_shown()) {
                drops.emit(Msg::Files(files));
            }
        });
        Self {
            session: ctx.props().given.session().map(Shared::new),
            phones: None,
            intake: Intake::new(document::remembered(COLUMNS).as_deref()),
            inbox: Inbox::new(ctx.link().callback(Msg::Told)),
            fit: None,
            opened: None,
            name: "own".to_owned(),
            draws: DRAWS[1],
            example: Example::None,
            dispatch,
            notes: Notes::default(),
            pool: Pool::new(ctx.link().callback(Msg::Heard)),
            _drops: listener,
            _seconds: Interval::new(1000, move || seconds.emit(Msg::Second)),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let given = &ctx.props().given;
        if let Some(session) = given.session() {
            self.session = Some(Shared::new(session));
        }
        if given.language() != old.given.language()
            && let Some(fit) = &mut self.fit
        {
            fit.show(given.language());
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let language = ctx.props().given.language();
        match msg {
            Msg::Table => {
                want(&Wanted::Table);
                return false;
            }
            Msg::Files(files) => {
                self.notes = Notes::default();
                fetch_all(&files, &ctx.link().callback(Msg::Parcel));
            }
            Msg::Parcel(parcel) => self.take(parcel),
            Msg::Told(message) => self.arrive(message),
            Msg::Kind(at, file) => self.correct(|intake| intake.set_file(at, file)),
            Msg::Column(at, place, column) => {
                self.correct(|intake| intake.set_column(at, place, column));
            }
            Msg::Scale(at, column, scale) => {
                self.correct(|intake| intake.set_scale(at, column, scale));
            }
            Msg::Remove(at) => self.intake.remove(at),
            Msg::Example => self.make_example(),
            Msg::Draws(draws) => self.draws = draws,
            Msg::Fit => self.begin(language),
            Msg::Toggle => self.toggle(language),
            Msg::Heard(heard) => return self.hear(heard, language),
            Msg::Second => return self.watch(language),
            Msg::Name(name) => self.name = name,
            Msg::Use => {
                let profile = self.fit.as_ref().and_then(|fit| fit.profile(&self.name));
                self.apply(profile);
            }
            Msg::Opened(true) => self.apply(self.opened.clone()),
            Msg::Opened(false) => self.opened = None,
            Msg::Phones(beside) => {
                let scenario = self.phones.as_ref().and_then(|phones| phones.scenario());
                if let Some(scenario) = scenario {
                    want(&Wanted::Scenario {
                        link: linked(&PRESETS[0], &scenario),
                        beside,
                        fitted: true,
                    });
                }
            }
            Msg::Wipe => self.wipe(),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let given = &ctx.props().given;
        let language = given.language();
        let (title, lead) = self.headline(language);
        let fitted = self
            .phones
            .as_ref()
            .is_some_and(|phones| phones.fit.is_some());
        html! {
            <>
                <div class="headline" data-fitted={fitted.then_some("true")}>
                    <p class="state-note">{ &given.note }</p>
                    <h1>{ title }</h1>
                    <p class="lead">{ lead }</p>
                </div>
                { zone::zone(self, language) }
                if let Some(profile) = &self.opened {
                    { result::opened(self, profile, language) }
                }
                // What was found stands above what it was found from.
                if let Some(fit) = &self.fit {
                    { result::fit(self, fit, given.table, language) }
                }
                if !self.intake.sheets().is_empty() {
                    { sheets::sheets(self, language) }
                }
                if let Some(phones) = &self.phones {
                    { phones::phones(self, phones, language) }
                }
            </>
        }
    }
}

impl Centre {
    fn headline(&self, language: Language) -> (String, String) {
        if let Some(shown) = self.fit.as_ref().and_then(|fit| fit.shown.as_ref()) {
            return (
                shown.finding.sentence.clone(),
                words::PRIVACY.get(language).to_owned(),
            );
        }
        if let Some(phones) = &self.phones {
            return (phones.headline(language), phones.explanation(language));
        }
        let join = match language {
            Language::Zh => "",
            Language::En => " ",
        };
        (
            words::TITLE.get(language).to_owned(),
            format!(
                "{}{join}{}",
                words::LEAD.get(language),
                words::PRIVACY.get(language)
            ),
        )
    }
}
