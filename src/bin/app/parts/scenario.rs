//! Where the scenario starts, what it is compared against.

use crate::app::Msg;
use crate::controls::choice::chosen;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::presets::{PRESETS, Preset};
use fairfloor::view::session::{Action, Session};
use fairfloor::view::words::{rail, result};
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
    html! {
        <div class="scenario">
        <div class="scenario-row">
            { preset_select("preset", rail::PRESET, session.preset, language, on_choose(dispatch, Action::Choose)) }
            { preset_select("baseline", result::BASELINE_IS, session.baseline, language, on_choose(dispatch, Action::Against)) }
        </div>
        <p class="hint">{ session.preset.about.get(language) }</p>
        </div>
    }
}
