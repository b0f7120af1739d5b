//! Where the scenario starts, what it is compared against.

use crate::app::Msg;
use crate::browser;
use crate::select::chosen;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::presets::{PRESETS, Preset};
use fairfloor::study::evidence::centres::is_other;
use fairfloor::view::action::Action;
use fairfloor::view::lineup::Reference;
use fairfloor::view::session::Session;
use fairfloor::view::words::{centres, rail, result};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub dispatch: Dispatch,
}

fn preset_select(now: &'static Preset, language: Language, onchange: Callback<Event>) -> Html {
    html! {
        <div class="choice">
            <label for="preset">{ rail::PRESET.get(language) }</label>
            <select id="preset" {onchange}>
                { for PRESETS.iter().map(|preset| html! {
                    <option key={preset.id} value={preset.id} selected={preset.id == now.id}>
                        { preset.title.get(language) }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// Tells the page which preset was chosen.
fn on_choose(dispatch: &Dispatch) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        if let Some(preset) = chosen(&event).and_then(|index| PRESETS.get(index)) {
            dispatch.emit(Msg::Act(Action::Choose(preset)));
        }
    })
}

/// What the open scenario is held against: another of the line-up, or a preset.
fn reference_select(session: &Session, dispatch: &Dispatch) -> Html {
    let language = session.language;
    let open = session.lineup.open().letter;
    let others = session.lineup.all().iter().filter(|v| v.letter != open);
    let mut choices: Vec<(Reference, String)> = others
        .map(|v| (Reference::Variant(v.letter), v.title(language)))
        .collect();
    let is_open = session.lineup.reference == Reference::Variant(open);
    if is_open {
        choices.insert(
            0,
            (
                session.lineup.reference,
                session.lineup.open().title(language),
            ),
        );
    }
    choices.extend(PRESETS.iter().map(|preset| {
        (
            Reference::Preset(preset),
            preset.title.get(language).to_owned(),
        )
    }));
    let onchange = {
        let references: Vec<Reference> = choices.iter().map(|(reference, _)| *reference).collect();
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(reference) = chosen(&event).and_then(|index| references.get(index)) {
                dispatch.emit(Msg::Act(Action::Against(*reference)));
            }
        })
    };
    let value = |reference: Reference| match reference {
        Reference::Preset(preset) => preset.id,
        Reference::Variant(letter) => letter.name(),
    };
    html! {
        <div class="choice">
            <label for="baseline">{ result::BASELINE_IS.get(language) }</label>
            <select id="baseline" {onchange}>
                { for choices.into_iter().map(|(reference, title)| html! {
                    <option key={value(reference)} value={value(reference)}
                        selected={reference == session.lineup.reference}>{ title }</option>
                }) }
            </select>
        </div>
    }
}

/// Where it is said which of the default's conclusions change in this centre. The copy that is opened from a
/// disk has no other page beside it.
fn elsewhere(preset: &Preset, language: Language) -> Html {
    if !is_other(preset.id) || !browser::is_served() {
        return Html::default();
    }
    let page = centres::FILE.get(language);
    html! {
        <p class="further"><a href={format!("./{page}#{}", preset.id)} data-do="centres">{ centres::CHANGES_HERE.get(language) }</a></p>
    }
}

#[component]
pub fn ScenarioRow(props: &Props) -> Html {
    let Props { session, dispatch } = props;
    let language = session.language;
    html! {
        <div class="scenario">
        <div class="scenario-row">
            { preset_select(session.preset(), language, on_choose(dispatch)) }
            { reference_select(session, dispatch) }
        </div>
        <p class="hint">{ session.preset().about.get(language) }</p>
        { elsewhere(session.preset(), language) }
        </div>
    }
}
