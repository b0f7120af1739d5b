//! Changing a lesson: its words, its rounds, a round of one's own; the address is the lesson.

use super::own::{self, OwnMsg};
use crate::app::{App, Msg};
use crate::browser::text_of;
use crate::document;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::words::compose as more;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::lesson::{Lesson, reveal_sum};
use fairfloor::workshop::link::encode;
use fairfloor::workshop::own::{Draft, Script, own as as_written};
use fairfloor::workshop::ready;
use fairfloor::workshop::ticket::MOST_ROUNDS;
use yew::html::Scope;
use yew::prelude::*;

/// What a trainer changes.
pub enum ComposeMsg {
    Title(String),
    Story(String),
    Word(String),
    Language(String),
    Remove(usize),
    Earlier(usize),
    Later(usize),
    Ready(String),
    Own(OwnMsg),
    Add,
    Edit(usize),
    Leave,
}

/// What is being made up.
#[derive(Default)]
pub struct Composer {
    /// A round of the trainer's own.
    pub draft: Draft,
    /// The place of the round that is changed; None where a new one is made.
    pub editing: Option<usize>,
    /// Changes when the form is filled in from elsewhere: a list that somebody chose from forgets what it is
    /// told afterwards, so the fields are made anew.
    pub filled: u32,
    word: String,
}

impl Composer {
    fn refill(&mut self) {
        self.filled = self.filled.wrapping_add(1);
        document::focus_soon("#own");
    }

    /// Does it; true where the lesson is another one now.
    pub fn update(&mut self, lesson: &mut Lesson, msg: ComposeMsg) -> bool {
        let rounds = &mut lesson.rounds;
        match msg {
            ComposeMsg::Title(text) => lesson.title = as_written(&text),
            ComposeMsg::Story(text) => lesson.story = as_written(&text),
            ComposeMsg::Word(word) => {
                lesson.reveal = (!word.trim().is_empty()).then(|| reveal_sum(&word));
                self.word = word;
            }
            ComposeMsg::Language(id) => {
                lesson.language = if id == "en" {
                    Language::En
                } else {
                    Language::Zh
                }
            }
            // A lesson without a round is none.
            ComposeMsg::Remove(at) if rounds.len() > 1 && at < rounds.len() => {
                drop(rounds.remove(at));
                self.editing = None;
            }
            ComposeMsg::Earlier(at) if at > 0 && at < rounds.len() => {
                rounds.swap(at, at - 1);
                self.editing = None;
            }
            ComposeMsg::Later(at) if at + 1 < rounds.len() => {
                rounds.swap(at, at + 1);
                self.editing = None;
            }
            ComposeMsg::Ready(id) if rounds.len() < MOST_ROUNDS => match ready::round(&id) {
                Some(round) => rounds.push(round),
                None => return false,
            },
            ComposeMsg::Add => {
                let Ok(round) = self.draft.round() else {
                    return false;
                };
                match self.editing.take() {
                    Some(at) if at < rounds.len() => rounds[at] = round,
                    None if rounds.len() < MOST_ROUNDS => rounds.push(round),
                    Some(_) | None => return false,
                }
                // Kind and schemes stay: the next round is often about the same.
                self.draft.script = Script::default();
                self.refill();
            }
            ComposeMsg::Edit(at) => {
                if let Some(draft) = rounds.get(at).and_then(Draft::of) {
                    (self.draft, self.editing) = (draft, Some(at));
                    self.refill();
                }
                return false;
            }
            ComposeMsg::Leave => {
                self.editing = None;
                self.draft.script = Script::default();
                self.refill();
                return false;
            }
            ComposeMsg::Own(msg) => {
                if matches!(msg, OwnMsg::Without(_)) {
                    self.refill();
                }
                own::update(&mut self.draft, msg);
                return false;
            }
            ComposeMsg::Remove(_)
            | ComposeMsg::Earlier(_)
            | ComposeMsg::Later(_)
            | ComposeMsg::Ready(_) => return false,
        }
        true
    }
}

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let (language, lesson, composer) = (app.language, &app.lesson, &app.composer);
    let on = |say: fn(String) -> ComposeMsg| {
        link.callback(move |event: Event| Msg::Compose(say(text_of(&event))))
    };
    let do_ = |say: fn(usize) -> ComposeMsg, at: usize| {
        link.callback(move |_: MouseEvent| Msg::Compose(say(at)))
    };
    let typed = |say: fn(String) -> ComposeMsg| {
        link.callback(move |event: InputEvent| Msg::Compose(say(text_of(&event))))
    };
    let line = |label: Text, value: String, say: fn(String) -> ComposeMsg, name: &'static str| {
        html! { <label class="field"><span>{ label.get(language) }</span><input type="text" {value} data-box={name} oninput={typed(say)} /></label> }
    };
    let area = |label: Text, value: String, say: fn(String) -> ComposeMsg, name: &'static str| {
        html! { <label class="field"><span>{ label.get(language) }</span><textarea rows="3" {value} data-box={name} oninput={typed(say)} /></label> }
    };
    let text = encode(lesson);
    html! {
        <>
            <h1>{ words::COMPOSE.get(language) }</h1>
            <section class="wcard">
                { line(words::TITLE, lesson.title.get(language).to_owned(), ComposeMsg::Title, "title") }
                { area(words::STORY, lesson.story.get(language).to_owned(), ComposeMsg::Story, "story") }
                { line(words::OWN_WORD, composer.word.clone(), ComposeMsg::Word, "own-word") }
                <p class="hint">{ words::WORD_WARNING.get(language) }</p>
                <label class="field"><span>{ words::LANGUAGE_OF.get(language) }</span>
                    <select onchange={on(ComposeMsg::Language)}>
                        <option value="zh" selected={lesson.language == Language::Zh}>{ "简体中文" }</option>
                        <option value="en" selected={lesson.language == Language::En}>{ "English" }</option>
                    </select>
                </label>
            </section>
            <section class="wcard">
                <h2>{ more::ROUNDS_IN.get(language) }</h2>
                <ol class="ranked" data-rounds={lesson.rounds.len().to_string()}>{ for lesson.rounds.iter().enumerate().map(|(at, round)| {
                    let name = round.title.get(language);
                    let label = |word: Text| format!("{}: {name}", word.get(language));
                    html! { <li key={format!("{at} {}", round.id)}>
                        <span>{ name }</span>
                        if round.id.is_empty() && Draft::of(round).is_some() {
                            <button type="button" class="wbutton" data-do="edit" aria-label={label(more::EDIT)} onclick={do_(ComposeMsg::Edit, at)}>{ more::EDIT.get(language) }</button>
                        }
                        <button type="button" class="square" aria-label={label(words::EARLIER)} disabled={at == 0} onclick={do_(ComposeMsg::Earlier, at)}>{ "↑" }</button>
                        <button type="button" class="square" aria-label={label(words::LATER)} disabled={at + 1 == lesson.rounds.len()} onclick={do_(ComposeMsg::Later, at)}>{ "↓" }</button>
                        <button type="button" class="square" aria-label={label(words::LEAVE_OUT)} disabled={lesson.rounds.len() == 1} onclick={do_(ComposeMsg::Remove, at)}>{ "×" }</button>
                    </li> }
                }) }</ol>
                <label class="field"><span>{ words::ADD_ROUND.get(language) }{ " · " }{ words::READY_ROUND.get(language) }</span>
                    <select data-box="ready" onchange={on(ComposeMsg::Ready)}>
                        <option value="" selected=true>{ "–" }</option>
                        { for ready::all().iter().flat_map(|lesson| lesson.rounds.iter().map(|round| html! {
                            <option value={round.id.clone()}>{ lesson.title.get(language) }{ " · " }{ round.title.get(language) }</option>
                        }).collect::<Vec<Html>>()) }
                    </select>
                </label>
            </section>
            { own::draw(app, link) }
            <p class="actions">
                <a class="wbutton main" href={format!("#/lead/{text}")} data-do="lead">{ words::OPEN_LESSON.get(language) }</a>
                <a class="wbutton" href={format!("#/{text}")}>{ words::TRY_LESSON.get(language) }</a>
            </p>
        </>
    }
}
