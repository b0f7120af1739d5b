//! One file a page of the workshop, and the frame around them.

pub mod compose;
pub mod handout;
pub mod home;
pub mod lead;
pub mod league;
pub mod notes;
pub mod own;
pub mod play;
pub mod present;

use crate::app::{App, Msg};
use crate::browser;
use fairfloor::scenario::field::Language;
use fairfloor::view::words::{shell, workshop as words};
use fairfloor::workshop::wrong;
use yew::html::Scope;
use yew::prelude::*;

/// Where somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Choosing a lesson.
    Home,
    /// A participant.
    Play,
    /// The trainer.
    Lead,
    /// The trainer, changing the lesson.
    Compose,
    /// Handout and guide, for printing.
    Handout,
    /// The trainer's second window.
    Notes,
}

impl Page {
    /// What an address says: the page, and the lesson's link if there is one.
    pub fn of_hash(hash: &str) -> (Self, Option<String>) {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (page, link) = match path.split_once('/') {
            Some(("lead", link)) => (Page::Lead, link),
            Some(("compose", link)) => (Page::Compose, link),
            Some(("handout", link)) => (Page::Handout, link),
            Some(("notes", link)) => (Page::Notes, link),
            Some(_) | None => (Page::Play, path),
        };
        if link.is_empty() {
            (Page::Home, None)
        } else {
            (page, Some(link.to_owned()))
        }
    }

    fn id(self) -> &'static str {
        match self {
            Page::Home => "home",
            Page::Play => "play",
            Page::Lead => "lead",
            Page::Compose => "compose",
            Page::Handout => "handout",
            Page::Notes => "notes",
        }
    }
}

/// The open page in its frame.
pub fn draw(app: &App, link: &Scope<App>) -> Html {
    if app.page == Page::Lead && app.lead.stage.presenting {
        return present::draw(app, link);
    }
    let body = match app.page {
        Page::Home => home::draw(app, link),
        Page::Play => play::draw(app, link),
        Page::Lead => lead::draw(app, link),
        Page::Compose => compose::draw(app, link),
        Page::Handout => handout::draw(app, link),
        Page::Notes => notes::draw(app),
    };
    let language = app.language;
    let (other, other_id) = match language {
        Language::Zh => (Language::En, "en"),
        Language::En => (Language::Zh, "zh-CN"),
    };
    html! {
        <>
            <header class="wbar">
                <a class="brand" href="#/">{ "Fairfloor · " }{ words::WORKSHOP.get(language) }</a>
                if !browser::is_on_disk() {
                    <a class="wlink" href="./index.html">{ words::TO_SANDBOX.get(language) }</a>
                }
                <button type="button" class="wbutton quiet" lang={other_id} data-do="language"
                    onclick={link.callback(move |_| Msg::Speak(other))}>{ shell::TO_OTHER_LANGUAGE.get(language) }</button>
            </header>
            <main tabindex="-1" data-page={app.page.id()} class={app.page.id()}>
                if let Some(error) = &app.trouble {
                    <p class="trouble" role="alert">{ wrong::link_error(error, language) }</p>
                }
                if app.runner.is_dead() {
                    <p class="trouble" role="alert">{ words::ENGINE_FAILED.get(language) }</p>
                }
                { body }
            </main>
        </>
    }
}

/// Texts of a trainer's own keep their line breaks.
pub fn prose(text: &str) -> Html {
    html! { <p class="prose">{ text }</p> }
}

/// «Round 2 of 5».
pub fn round_of(at: usize, count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("第 {} 轮，共 {count} 轮", at + 1),
        Language::En => format!("Round {} of {count}", at + 1),
    }
}
