//! On or off.

use crate::app::Msg;
use crate::shared::{Dispatch, Entry};
use fairfloor::scenario::field::{Field, Language, Value};
use fairfloor::view::action::Action;
use fairfloor::view::words::rail;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub field: Entry<Field>,
    pub value: Value,
    pub id: String,
    pub language: Language,
    pub tools: Html,
    pub dispatch: Dispatch,
}

#[component]
pub fn SwitchControl(props: &Props) -> Html {
    let Entry(field) = props.field;
    let language = props.language;
    let on = props.value == Value::Switch(true);
    let flip = props
        .dispatch
        .reform(move |_| Msg::Act(Action::Set(field, Value::Switch(!on))));
    let word = if on { rail::ON } else { rail::OFF };
    html! {
        <div class="field-head">
            <label id={format!("{}-label", props.id)} for={props.id.clone()}>{ field.label.get(language) }</label>
            { props.tools.clone() }
            <button type="button" role="switch" class="switch" id={props.id.clone()}
                aria-checked={if on { "true" } else { "false" }}
                aria-labelledby={format!("{}-label", props.id)} onclick={flip}>
                <span class="switch-track" aria-hidden="true"></span>
                <span class="switch-word" aria-hidden="true">{ word.get(language) }</span>
            </button>
        </div>
    }
}
