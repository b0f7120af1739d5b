//! Where the scenario starts, what it is compared against, and its seed.

use crate::app::Msg;
use crate::controls::choice::chosen;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::presets::{PRESETS, Preset};
use fairfloor::view::session::{Action, Session};
use fairfloor::view::words::{rail, result, shell};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub dispatch: Dispatch,
}

fn preset_select(
    id: &'static str,
    label: Text,
    now: &'static Preset,
    language: Language,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <div class="choice">
            <label for={id}>{ label.get(language) }</label>
            <select {id} {onchange}>
                { for PRESETS.iter().map(|preset| html! {
                    <option key={preset.id} value={preset.id} selected={std::ptr::eq(preset, now)}>
                        { preset.title.get(language) }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// Tells the page which preset was chosen.
fn on_choose(dispatch: &Dispatch, action: fn(&'static Preset) -> Action) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        if let Some(preset) = chosen(&event).and_then(|index| PRESETS.get(index)) {
            dispatch.emit(Msg::Act(action(preset)));
        }
    })
}

#[component]
pub fn ScenarioRow(props: &Props) -> Html {
    let Props { session, dispatch } = props;
    let language = session.language;
    let seed = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            match input.value().trim().parse::<u64>() {
                Ok(seed) => dispatch.emit(Msg::Act(Action::Seed(seed))),
                // What was there before is put back: a seed is a whole number from 0.
                Err(_) => dispatch.emit(Msg::BadSeed),
            }
        })
    };
    html! {
        <div class="scenario">
        <div class="scenario-row">
            { preset_select("preset", rail::PRESET, session.preset, language, on_choose(dispatch, Action::Choose)) }
            { preset_select("baseline", result::BASELINE_IS, session.baseline, language, on_choose(dispatch, Action::Against)) }
            <div class="choice seed">
                <label for="seed" title={shell::SEED_HINT.get(language)}>{ shell::SEED.get(language) }</label>
                <input id="seed" type="text" inputmode="numeric" autocomplete="off" maxlength="20"
                    value={session.seed.to_string()} onchange={seed} title={shell::SEED_HINT.get(language)} />
            </div>
        </div>
        <p class="hint">{ session.preset.about.get(language) }</p>
        </div>
    }
}
