//! Changing a lesson: its words, its rounds, a round of one's own; the address is the lesson.

use crate::app::{App, Msg};
use crate::browser::text_of;
use fairfloor::measure::metric::METRICS;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::{Scenario, check, find};
use fairfloor::view::number::show;
use fairfloor::view::words::Said;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::league::LEVERS;
use fairfloor::workshop::lesson::{Lesson, Round, Task, moved, reveal_sum, stands};
use fairfloor::workshop::link::{LONGEST_TEXT, encode};
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
    Metric(String),
    Lever(String),
    At(String),
    Text(String),
    Discuss(String),
    Add,
}

/// A round that is being made up.
pub struct Draft {
    metric: usize,
    lever: &'static str,
    at: String,
    text: String,
    discuss: String,
    word: String,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            metric: 0,
            lever: LEVERS[0].path,
            at: String::new(),
            text: String::new(),
            discuss: String::new(),
            word: String::new(),
        }
    }
}

/// A text of the trainer's own is what it is in either language.
fn own(text: &str) -> Said {
    let text: String = text.chars().take(LONGEST_TEXT).collect();
    Said {
        zh: text.clone(),
        en: text,
    }
}

impl Draft {
    /// Does it; true where the lesson is another one now.
    pub fn update(&mut self, lesson: &mut Lesson, msg: ComposeMsg, language: Language) -> bool {
        let rounds = &mut lesson.rounds;
        match msg {
            ComposeMsg::Title(text) => lesson.title = own(&text),
            ComposeMsg::Story(text) => lesson.story = own(&text),
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
            }
            ComposeMsg::Earlier(at) if at > 0 && at < rounds.len() => rounds.swap(at, at - 1),
            ComposeMsg::Later(at) if at + 1 < rounds.len() => rounds.swap(at, at + 1),
            ComposeMsg::Ready(id) if rounds.len() < MOST_ROUNDS => match ready::round(&id) {
                Some(round) => rounds.push(round),
                None => return false,
            },
            ComposeMsg::Add if rounds.len() < MOST_ROUNDS => match self.round(language) {
                Some(round) => {
                    rounds.push(round);
                    (self.text, self.discuss) = (String::new(), String::new());
                }
                None => return false,
            },
            ComposeMsg::Remove(_)
            | ComposeMsg::Earlier(_)
            | ComposeMsg::Later(_)
            | ComposeMsg::Ready(_)
            | ComposeMsg::Add => return false,
            ComposeMsg::Metric(at) => {
                self.metric = at.parse().unwrap_or(0);
                return false;
            }
            ComposeMsg::Lever(path) => {
                self.lever = LEVERS
                    .iter()
                    .find(|l| l.path == path)
                    .map_or(self.lever, |l| l.path);
                self.at = String::new();
                return false;
            }
            ComposeMsg::At(at) => {
                self.at = at;
                return false;
            }
            ComposeMsg::Text(text) => {
                self.text = text;
                return false;
            }
            ComposeMsg::Discuss(text) => {
                self.discuss = text;
                return false;
            }
        }
        true
    }

    fn step(&self) -> u16 {
        let Some(lever) = LEVERS.iter().find(|l| l.path == self.lever) else {
            return 0;
        };
        self.at.parse().unwrap_or_else(|_| {
            match fairfloor::workshop::league::start(&Scenario::standard(), &[lever.path]) {
                fairfloor::workshop::ticket::Answer::Scheme(steps) => steps[0],
                _ => 0,
            }
        })
    }

    /// The round, if its plan is sound.
    fn round(&self, language: Language) -> Option<Round> {
        let lever = LEVERS.iter().find(|l| l.path == self.lever)?;
        let field = find(lever.path)?;
        let plan = moved(&Scenario::standard(), lever.path, lever.amount(self.step()));
        if !check::problems(&plan).is_empty() {
            return None;
        }
        let amount = show(stands(&plan, field)?, field.unit, language);
        let title = format!("{} {amount}", field.label.get(language));
        Some(Round {
            id: String::new(),
            title: own(&title),
            story: own(&self.text),
            discuss: own(&self.discuss),
            task: Task::Band {
                plan: Box::new(plan),
                metric: self.metric.min(METRICS.len() - 1),
            },
        })
    }
}

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let (language, lesson, draft) = (app.language, &app.lesson, &app.draft);
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
    let lever = LEVERS
        .iter()
        .find(|l| l.path == draft.lever)
        .unwrap_or(&LEVERS[0]);
    let amount = find(lever.path).map_or(String::new(), |f| {
        show(lever.amount(draft.step()), f.unit, language)
    });
    html! {
        <>
            <h1>{ words::COMPOSE.get(language) }</h1>
            <section class="wcard">
                { line(words::TITLE, lesson.title.get(language).to_owned(), ComposeMsg::Title, "title") }
                { area(words::STORY, lesson.story.get(language).to_owned(), ComposeMsg::Story, "story") }
                { line(words::OWN_WORD, draft.word.clone(), ComposeMsg::Word, "own-word") }
                <p class="hint">{ words::WORD_WARNING.get(language) }</p>
                <label class="field"><span>{ words::LANGUAGE_OF.get(language) }</span>
                    <select onchange={on(ComposeMsg::Language)}>
                        <option value="zh" selected={lesson.language == Language::Zh}>{ "简体中文" }</option>
                        <option value="en" selected={lesson.language == Language::En}>{ "English" }</option>
                    </select>
                </label>
            </section>
            <section class="wcard">
                <h2>{ words::ROUNDS.get(language) }</h2>
                <ol class="ranked" data-rounds={lesson.rounds.len().to_string()}>{ for lesson.rounds.iter().enumerate().map(|(at, round)| {
                    let name = round.title.get(language);
                    let label = |word: Text| format!("{}: {name}", word.get(language));
                    html! { <li key={format!("{at} {}", round.id)}>
                        <span>{ name }</span>
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
            <section class="wcard">
                <h2>{ words::OWN_ROUND.get(language) }</h2>
                <label class="field"><span>{ words::ASK_FOR.get(language) }</span>
                    <select onchange={on(ComposeMsg::Metric)}>{ for METRICS.iter().enumerate().map(|(at, metric)| html! {
                        <option value={at.to_string()} selected={at == draft.metric}>{ metric.label.get(language) }</option>
                    }) }</select>
                </label>
                <label class="field"><span>{ words::LEVER.get(language) }</span>
                    <select onchange={on(ComposeMsg::Lever)}>{ for LEVERS.iter().filter_map(|l| find(l.path)).map(|field| html! {
                        <option value={field.path} selected={field.path == draft.lever}>{ field.label.get(language) }</option>
                    }) }</select>
                </label>
                <label class="field"><span>{ words::AT.get(language) }{ " " }<strong>{ amount.clone() }</strong></span>
                    <input type="range" min="0" max={lever.steps().to_string()} value={draft.step().to_string()} aria-valuetext={amount}
                        oninput={link.callback(|event: InputEvent| Msg::Compose(ComposeMsg::At(text_of(&event))))} />
                </label>
                { area(words::QUESTION_TEXT, draft.text.clone(), ComposeMsg::Text, "own-text") }
                { area(words::DISCUSS_TEXT, draft.discuss.clone(), ComposeMsg::Discuss, "own-discuss") }
                <button type="button" class="wbutton" data-do="add" onclick={link.callback(|_| Msg::Compose(ComposeMsg::Add))}>{ words::ADD.get(language) }</button>
            </section>
            <p class="actions">
                <a class="wbutton main" href={format!("#/lead/{text}")} data-do="lead">{ words::OPEN_LESSON.get(language) }</a>
                <a class="wbutton" href={format!("#/{text}")}>{ words::TRY_LESSON.get(language) }</a>
            </p>
        </>
    }
}
