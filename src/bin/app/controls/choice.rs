//! One of a closed list.

use crate::app::Msg;
use crate::select::chosen;
use crate::shared::{Dispatch, Entry};
use fairfloor::scenario::field::{Field, Kind, Language, Value};
use fairfloor::view::action::Action;
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
pub fn ChoiceControl(props: &Props) -> Html {
    let Entry(field) = props.field;
    let language = props.language;
    let Kind::Choice(choices) = field.kind else {
        return Html::default();
    };
    let dispatch = props.dispatch.clone();
    let change = Callback::from(move |event: Event| {
        if let Some(choice) = chosen(&event).and_then(|index| choices.get(index)) {
            dispatch.emit(Msg::Act(Action::Set(field, Value::Choice(choice.id))));
        }
    });
    html! {
        <>
            <div class="field-head">
                <label for={props.id.clone()}>{ field.label.get(language) }</label>
                { props.tools.clone() }
            </div>
            <select id={props.id.clone()} onchange={change}>
                { for choices.iter().map(|choice| html! {
                    <option key={choice.id} value={choice.id} selected={props.value == Value::Choice(choice.id)}>
                        { choice.label.get(language) }
                    </option>
                }) }
            </select>
        </>
    }
}
