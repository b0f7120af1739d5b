//! A question under a screen's table that runs nothing until somebody asks it, and what several of these
//! are put together from.

use super::Props;
use crate::app::Msg;
use crate::parts::icons::{self, icon};
use crate::select::chosen;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Text;
use fairfloor::scenario::presets::Preset;
use fairfloor::view::action::Action;
use fairfloor::view::chase::taken;
use fairfloor::view::lab::{CLAIMS, Choice};
use fairfloor::view::lineup::Letter;
use fairfloor::view::made::metric;
use fairfloor::view::words::{chase, lab, why};
use yew::prelude::*;

/// The question.
pub struct Question {
    /// Its class, and what its button does.
    pub id: &'static str,
    pub title: String,
    pub hint: Text,
    /// What the button says while it is closed, and what it chooses.
    pub ask: Text,
    pub flip: Choice,
    /// What can be chosen, and what came of it, while it is open.
    pub open: Option<[Html; 2]>,
}

/// The question in its frame.
pub fn question(props: &Props, question: Question) -> Html {
    let language = props.session.language;
    let is_open = question.open.is_some();
    let [controls, body] = question.open.unwrap_or_default();
    let (id, title) = (question.id, format!("{}-title", question.id));
    html! {
        <section class={classes!("card", "why", id)} aria-labelledby={title.clone()}>
            <h2 id={title}>{ question.title }</h2>
            <p class="hint">{ question.hint.get(language) }</p>
            <div class="study-controls">
                { controls }
                <button type="button" class="button" data-do={id} onclick={choosing(props, question.flip)}
                    aria-expanded={if is_open { "true" } else { "false" }}>
                    { if is_open { why::CLOSE } else { question.ask }.get(language) }
                </button>
            </div>
            { body }
        </section>
    }
}

/// What a button does that makes this choice.
pub fn choosing(props: &Props, choice: Choice) -> Callback<MouseEvent> {
    props
        .dispatch
        .reform(move |_| Msg::Act(Action::Lab(choice)))
}

/// A list of which one is chosen.
pub fn list(
    props: &Props,
    id: &'static str,
    label: Text,
    (options, now): (Vec<String>, usize),
    choose: Box<dyn Fn(usize) -> Option<Choice>>,
) -> Html {
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(choice) = chosen(&event).and_then(&choose) {
            dispatch.emit(Msg::Act(Action::Lab(choice)));
        }
    });
    html! {
        <div class="choice">
            <label for={id}>{ label.get(props.session.language) }</label>
            <select {id} {onchange}>
                { for options.into_iter().enumerate().map(|(at, text)| html! {
                    <option key={at} selected={at == now}>{ text }</option>
                }) }
            </select>
        </div>
    }
}

/// The metrics that such a question may be about.
pub fn metrics(props: &Props, now: usize) -> (Vec<String>, usize) {
    let label = |at| metric(at).get(props.session.language).to_owned();
    ((0..CLAIMS.len()).map(label).collect(), now)
}

/// Of what isn't done: that more is to come, or that it was stopped.
pub fn so_far(props: &Props) -> &'static str {
    let study = props.status.study.as_ref();
    let text = if study.is_some_and(|study| study.stopped) {
        chase::STOPPED
    } else {
        lab::PARTIAL
    };
    text.get(props.session.language)
}

/// The same under a question's sentence.
pub fn unfinished(props: &Props, complete: bool) -> Html {
    html! {
        if !complete {
            <p class="hint" data-partial="true">{ so_far(props) }</p>
        }
    }
}

/// That nothing can be taken into a full line-up.
pub fn no_room(props: &Props) -> Html {
    html! {
        if !props.session.lineup.has_room() {
            <p class="hint">{ chase::NO_ROOM.get(props.session.language) }</p>
        }
    }
}

/// The button that adds a scenario to the line-up, or opens it where it is there already.
pub fn take(props: &Props, preset: &'static Preset, scenario: &Scenario) -> Html {
    let session = &props.session;
    let language = session.language;
    let taken = taken(session, scenario);
    let scenario = scenario.clone();
    let onclick = props.dispatch.reform(move |_: MouseEvent| {
        Msg::Act(match taken {
            Some(letter) => Action::Show(letter),
            None => Action::Add {
                preset,
                scenario: Box::new(scenario.clone()),
            },
        })
    });
    html! {
        <button type="button" class="button small" data-do="take-change" {onclick}
            disabled={taken.is_none() && !session.lineup.has_room()} data-letter={taken.map(Letter::name)}>
            if let Some(letter) = taken {
                { format!("{} {}", chase::ADDED.get(language), letter.name()) }
            } else {
                { icon(icons::PLUS) }<span>{ chase::ADD.get(language) }</span>
            }
        </button>
    }
}

/// What qualifies a finding.
pub fn notes(notes: &[String]) -> Html {
    html! { <ul class="notes">{ for notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul> }
}
