//! The workshop's state and what happens to it.

use crate::browser;
use crate::camera;
use crate::channel::{Channel, Word};
use crate::document;
use crate::lead::{Lead, LeadMsg};
use crate::pages::compose::{ComposeMsg, Composer};
use crate::pages::{self, Page};
use crate::play::{Play, PlayMsg};
use crate::runner::Runner;
use crate::workers::Heard;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::link::LinkError;
use fairfloor::view::words::workshop;
use fairfloor::workshop::lesson::Lesson;
use fairfloor::workshop::link::{begins, decode, encode};
use fairfloor::workshop::ready;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::{document, window};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// What can happen.
pub enum Msg {
    Address,
    Speak(Language),
    Draw,
    Heard(Heard),
    Second,
    Said(Word),
    Key(KeyboardEvent),
    Link(String),
    Open,
    Print,
    Play(PlayMsg),
    Lead(LeadMsg),
    Compose(ComposeMsg),
}

/// The page.
pub struct App {
    /// Where we are.
    pub page: Page,
    /// The language in which it speaks.
    pub language: Language,
    /// The open lesson.
    pub lesson: Rc<Lesson>,
    /// Why the address's lesson can't be opened.
    pub trouble: Option<LinkError>,
    /// The simulations.
    pub runner: Runner,
    /// The participant.
    pub play: Play,
    /// The trainer.
    pub lead: Lead,
    /// What is being composed.
    pub composer: Composer,
    /// What stands in the box for a link.
    pub link: String,
    channel: Option<Channel>,
    _listeners: Vec<EventListener>,
    _seconds: Interval,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let on = |name: &'static str, say: fn() -> Msg| {
            let link = link.clone();
            EventListener::new(&window(), name, move |_| link.send_message(say()))
        };
        let keys = link.clone();
        let key = EventListener::new(&document(), "keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && !browser::is_typing(event)
            {
                keys.send_message(Msg::Key(event.clone()));
            }
        });
        let seconds = link.clone();
        let lesson = Rc::new(ready::first());
        let mut app = Self {
            page: Page::Home,
            language: document::wished_language(),
            play: Play::new(&lesson),
            lead: Lead::new(&lesson),
            composer: Composer::default(),
            lesson,
            trouble: None,
            runner: Runner::new(link.callback(Msg::Heard)),
            link: String::new(),
            channel: Channel::open(link.callback(Msg::Said)),
            _listeners: vec![
                on("hashchange", || Msg::Address),
                on("resize", || Msg::Draw),
                key,
            ],
            _seconds: Interval::new(1000, move || seconds.send_message(Msg::Second)),
        };
        app.read_address(true);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Address => self.read_address(false),
            Msg::Draw => {}
            Msg::Speak(language) => {
                self.language = language;
                document::set_language(language, workshop::DOCUMENT_TITLE);
                document::remember("language", document::language_id(language));
            }
            Msg::Heard(heard) => return self.runner.hear(heard),
            Msg::Second => return self.second(),
            Msg::Said(word) => return self.said(word),
            Msg::Key(event) => return self.key(ctx, &event),
            Msg::Link(text) => self.link = text,
            Msg::Open => {
                // A whole address or only its end: the lesson begins with its prefix.
                let at = begins(&self.link).unwrap_or(0);
                let text = self.link[at..].trim().to_owned();
                match decode(&text) {
                    Ok(_) => browser::go(&format!("/{text}")),
                    Err(error) => self.trouble = Some(error),
                }
            }
            // A browser without printing has its own menu.
            Msg::Print => drop(window().print()),
            Msg::Play(msg) => return self.play(ctx, msg),
            Msg::Lead(msg) => return self.lead(ctx, msg),
            Msg::Compose(msg) => {
                let lesson = Rc::make_mut(&mut self.lesson);
                if self.composer.update(lesson, msg) {
                    let hash = format!("#/compose/{}", encode(lesson));
                    if let Ok(history) = window().history() {
                        // The address keeps up without a step of history for every sign typed.
                        let _ = history.replace_state_with_url(
                            &wasm_bindgen::JsValue::NULL,
                            "",
                            Some(&hash),
                        );
                    }
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        pages::draw(self, ctx.link())
    }
}

impl App {
    fn read_address(&mut self, first: bool) {
        let (page, link) = Page::of_hash(&browser::hash());
        let turned = page != self.page;
        self.page = page;
        self.trouble = None;
        if let Some(link) = link {
            match decode(&link) {
                Ok(lesson) => {
                    let chosen = document::remembered("language").is_some();
                    if !chosen && page == Page::Play {
                        self.language = lesson.language;
                    }
                    self.open(lesson);
                }
                Err(error) => (self.page, self.trouble) = (Page::Home, Some(error)),
            }
        }
        document::set_language(self.language, workshop::DOCUMENT_TITLE);
        if turned && !first {
            document::focus_soon("main");
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    fn open(&mut self, lesson: Lesson) {
        if *self.lesson != lesson || self.page == Page::Play || self.page == Page::Lead {
            self.play = Play::new(&lesson);
            self.lead = Lead::new(&lesson);
        }
        self.lesson = Rc::new(lesson);
        if matches!(self.page, Page::Play | Page::Lead) {
            self.runner.open(&self.lesson);
        }
    }

    fn second(&mut self) -> bool {
        let lost = self.runner.watch();
        // The notes' window counts on where the trainer's is hidden, and is told seldom.
        if matches!(self.page, Page::Lead | Page::Notes) && self.lead.stage.tick() {
            if self.page == Page::Lead {
                self.tell();
            }
            return true;
        }
        lost
    }

    /// Tells the notes' window where the trainer is.
    fn tell(&self) {
        if let Some(channel) = &self.channel {
            channel.say(&Word::At(
                self.lead.stage.round,
                self.lead.stage.left.unwrap_or(0),
            ));
        }
    }

    fn said(&mut self, word: Word) -> bool {
        match (word, self.page) {
            (Word::Line(line), Page::Lead) => self.lead.hear(&self.lesson, &line),
            (Word::At(round, left), Page::Notes) => {
                self.lead.stage.round = round;
                self.lead.stage.lasts(left);
                true
            }
            (Word::Line(_) | Word::At(..), _) => false,
        }
    }

    fn play(&mut self, ctx: &Context<Self>, msg: PlayMsg) -> bool {
        let hands_in = matches!(msg, PlayMsg::Lock);
        if matches!(msg, PlayMsg::Copy) {
            let told = ctx
                .link()
                .callback(|copied| Msg::Play(PlayMsg::Copied(copied)));
            document::copy(&self.play.line().unwrap_or_default(), move |copied| {
                told.emit(copied);
            });
        }
        let lesson = Rc::clone(&self.lesson);
        let drawn = self.play.update(&lesson, msg);
        if let (true, Some(channel), Some(line)) = (hands_in, &self.channel, self.play.line()) {
            channel.say(&Word::Line(line));
        }
        self.runner.prefer(self.play.round);
        drawn
    }

    fn lead(&mut self, ctx: &Context<Self>, msg: LeadMsg) -> bool {
        let lesson = Rc::clone(&self.lesson);
        match msg {
            LeadMsg::Paste(text) => self.lead.paste = text,
            LeadMsg::Take => self.lead.take(&lesson),
            LeadMsg::Line(line) => return self.lead.hear(&lesson, &line),
            LeadMsg::Round(round) => {
                self.lead.open(&lesson, round);
                self.runner.prefer(self.lead.stage.round);
                self.tell();
            }
            LeadMsg::Show => self.lead.stage.shown = !self.lead.stage.shown,
            LeadMsg::Present(on) => {
                self.lead.stage.presenting = on;
                self.lead.stage.black = false;
            }
            LeadMsg::Black => self.lead.stage.black = !self.lead.stage.black,
            LeadMsg::Timer => {
                self.lead.timer(&lesson);
                self.tell();
            }
            LeadMsg::Clear => self.lead.clear(),
            LeadMsg::Csv => {
                let futures: Vec<Option<Vec<Vec<f64>>>> = (0..lesson.rounds.len())
                    .map(|at| self.runner.futures(at))
                    .collect();
                browser::download(
                    "fairfloor-workshop.csv",
                    &self.lead.room.csv(&lesson, &futures),
                );
                return false;
            }
            LeadMsg::Scan => {
                if self.lead.camera.take().is_none() {
                    self.lead.no_camera = false;
                    let seen = ctx.link().callback(|line| Msg::Lead(LeadMsg::Line(line)));
                    let ready = ctx
                        .link()
                        .callback(|camera| Msg::Lead(LeadMsg::Scanning(camera)));
                    camera::open(seen, ready);
                }
            }
            LeadMsg::Scanning(camera) => {
                self.lead.no_camera = camera.is_none();
                self.lead.camera = camera;
            }
            LeadMsg::Notes => {
                let notes = browser::address(&format!("/notes/{}", encode(&lesson)));
                // A browser that blocks windows leaves the notes to the guide's page.
                let _ = window().open_with_url_and_target(&notes, "fairfloor-notes");
                self.tell();
            }
            LeadMsg::Copy => {
                let told = ctx
                    .link()
                    .callback(|copied| Msg::Lead(LeadMsg::Copied(copied)));
                let address = browser::address(&format!("/{}", encode(&lesson)));
                document::copy(&address, move |copied| told.emit(copied));
                return false;
            }
            LeadMsg::Copied(copied) => self.lead.copied = Some(copied),
            LeadMsg::AnotherYear => self.lead.stage.lost += 1,
            LeadMsg::League => {
                self.lead.teams = self.lead.schemes(&lesson);
                if let Some(round) = lesson.rounds.get(self.lead.stage.round)
                    && !self.lead.teams.is_empty()
                {
                    let schemes = self
                        .lead
                        .teams
                        .iter()
                        .map(|(_, scheme)| scheme.clone())
                        .collect();
                    self.runner
                        .league(schemes, &lesson, round.task.years(), round.task.metric());
                    self.lead.stage.shown = true;
                }
            }
        }
        true
    }

    fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        if self.page != Page::Lead {
            return false;
        }
        let stage = &self.lead.stage;
        let msg = match event.key().as_str() {
            "p" => LeadMsg::Present(!stage.presenting),
            "Escape" if stage.presenting => LeadMsg::Present(false),
            "b" if stage.presenting => LeadMsg::Black,
            "n" => LeadMsg::Round(stage.round + 1),
            "r" => LeadMsg::Show,
            "t" => LeadMsg::Timer,
            _ => return false,
        };
        self.lead(ctx, msg)
    }
}
