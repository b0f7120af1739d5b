//! The year as lists: what happened, with a way to jump there, and the table week by week. Drawn anew only
//! when the year is another one.

use super::{Do, shown};
use crate::parts::plot::table;
use crate::projector::Year;
use crate::select::chosen;
use crate::shared::Shared;
use fairfloor::scenario::field::Language;
use fairfloor::view::floor::clock::Clock;
use fairfloor::view::floor::events::What;
use fairfloor::view::floor::told;
use fairfloor::view::words::floor as words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub year: Shared<Year>,
    pub clock: Clock,
    /// What the hall is called, where there are two.
    pub title: String,
    pub language: Language,
    pub jump: Callback<Do>,
}

#[component]
pub fn Lists(props: &Props) -> Html {
    let Props {
        year,
        clock,
        language,
        title,
        ..
    } = props;
    let language = *language;
    let kind = use_state(|| None::<What>);
    let onchange = {
        let kind = kind.clone();
        Callback::from(move |event: Event| {
            let at = chosen(&event).and_then(|at| at.checked_sub(1));
            kind.set(at.and_then(|at| What::ALL.get(at).copied()));
        })
    };
    let shown = year
        .happenings
        .iter()
        .filter(|h| kind.is_none_or(|kind| kind == h.what));
    let named = |text: &str| {
        if title.is_empty() {
            text.to_owned()
        } else {
            format!("{title} · {text}")
        }
    };
    let id = format!("floor-kind-{title}");
    html! {
        <>
            <details class="card differing floor-events">
                <summary>{ named(words::EVENTS.get(language)) }</summary>
                <div class="choice">
                    <label for={id.clone()}>{ words::KIND.get(language) }</label>
                    <select {id} {onchange}>
                        <option value="" selected={kind.is_none()}>{ words::ALL_EVENTS.get(language) }</option>
                        { for What::ALL.into_iter().map(|what| html! {
                            <option selected={*kind == Some(what)}>{ told::what(what).get(language) }</option>
                        }) }
                    </select>
                </div>
                <ol>
                    { for shown.map(|one| {
                        let (year, happening, jump) = (year.clone(), *one, props.jump.clone());
                        let text = told::happening(&year.hall, clock, one, language);
                        html! {
                            <li><button type="button" class="button quiet small" data-what={format!("{:?}", one.what)}
                                onclick={Callback::from(move |_: MouseEvent| jump.emit(shown::jump(&year, &happening)))}>
                                { text }
                            </button></li>
                        }
                    }) }
                </ol>
            </details>
            { table(&told::table(&year.weeks, named(words::WEEKLY.get(language)), language)) }
        </>
    }
}
