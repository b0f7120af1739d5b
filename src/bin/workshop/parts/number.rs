//! A number box: what is being typed stands until it is done, whatever is drawn meanwhile.

use crate::browser::text_of;
use fairfloor::scenario::field::Unit;
use fairfloor::workshop::say;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The amount, in the metric's unit.
    pub amount: f64,
    pub unit: Unit,
    /// Its name, for tests.
    pub name: AttrValue,
    /// What a screen reader calls it; without, the label around it does.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    pub onchange: Callback<f64>,
}

/// The box. Results that come in draw the page many times a second: without a text of its own, the box
/// would lose what is typed.
#[component]
pub fn NumberBox(props: &Props) -> Html {
    let typing = use_state(|| None::<String>);
    let oninput = {
        let typing = typing.clone();
        Callback::from(move |event: InputEvent| typing.set(Some(text_of(&event))))
    };
    let done = {
        let (typing, onchange, unit) = (typing.clone(), props.onchange.clone(), props.unit);
        Callback::from(move |event: Event| {
            if let Some(amount) = say::unboxed(&text_of(&event), unit) {
                onchange.emit(amount);
            }
            typing.set(None);
        })
    };
    let value = (*typing)
        .clone()
        .unwrap_or_else(|| say::boxed(props.amount, props.unit));
    html! {
        <input type="text" inputmode="decimal" aria-label={props.label.clone()} data-box={props.name.clone()}
            {value} {oninput} onchange={done} />
    }
}
