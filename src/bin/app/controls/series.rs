//! A day's course in half-hours, small: a file replaces it, the reset brings it back.

use crate::shared::Entry;
use fairfloor::scenario::field::{Field, Language, Value};
use fairfloor::view::history::shown;
use fairfloor::view::words::rail;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub field: Entry<Field>,
    pub value: Value,
    pub start: Value,
    pub language: Language,
    pub tools: Html,
}

#[component]
pub fn SeriesControl(props: &Props) -> Html {
    let Entry(field) = props.field;
    let Value::Series(values) = &props.value else {
        return Html::default();
    };
    let top = values.iter().copied().fold(1e-9, f64::max);
    let bars = (0_u32..).zip(values.iter()).map(|(i, value)| {
        let height = value / top * 22.0;
        html! {
            <rect x={(i * 4).to_string()} y={format!("{:.1}", 24.0 - height)} width="3"
                height={format!("{height:.1}")} />
        }
    });
    let text = shown(field, &props.value, props.language);
    html! {
        <>
            <div class="field-head">
                <span class="label">{ field.label.get(props.language) }</span>
                { props.tools.clone() }
            </div>
            <svg class="spark" viewBox="0 0 192 25" preserveAspectRatio="none" role="img" aria-label={text}>
                <line x1="0" x2="192" y1="24.5" y2="24.5" />
                { for bars }
            </svg>
            <p class="hint">{ rail::SERIES_HINT.get(props.language) }</p>
        </>
    }
}
