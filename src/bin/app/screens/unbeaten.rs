//! Which plans no other beats: what they may cost and change, the sentence, and plans to take into the line-up.

use super::Props;
use super::finding::figure;
use super::question::{Question, choosing, list, no_room, notes, question, take, unfinished};
use crate::parts::plot::table;
use fairfloor::study::search::levers::usual;
use fairfloor::view::lab::Choice;
use fairfloor::view::unbeaten::{BUDGETS, Told, Wish};
use fairfloor::view::words::unbeaten as words;
use yew::prelude::*;

/// The section.
pub fn section(props: &Props) -> Html {
    let language = props.session.language;
    let open = props.session.lab.unbeaten;
    let shown = open.map(|wish| {
        let body = match &props.answers.unbeaten {
            Some(told) => body(props, told),
            None => html! { <p class="why-says">{ words::WAIT.get(language) }</p> },
        };
        [choices(props, wish), body]
    });
    let asked = Question {
        id: "unbeaten",
        title: words::TITLE.get(language).to_owned(),
        hint: words::HINT,
        ask: words::OPEN,
        flip: Choice::Unbeaten(open.is_none().then(Wish::default)),
        open: shown,
    };
    question(props, asked)
}

/// What plans may cost, and what of them may be changed.
fn choices(props: &Props, wish: Wish) -> Html {
    let language = props.session.language;
    let budgets = BUDGETS.iter().map(|(_, _, text)| text.get(language));
    let budgets = (budgets.map(str::to_owned).collect(), wish.budget);
    let within = move |at| Some(Choice::Unbeaten(Some(wish.within(at))));
    let levers = usual(props.session.scenario());
    let free = (0..levers.len()).filter(|at| wish.varies(*at)).count();
    let title = format!("{} · {free}/{}", words::LEVERS.get(language), levers.len());
    let lever = |(at, label): (usize, &'static str)| {
        let turned = choosing(props, Choice::Unbeaten(Some(wish.turned(at))));
        html! {
            <label key={at} class="check">
                <input type="checkbox" checked={wish.varies(at)} disabled={wish.is_last(at)} onclick={turned} />
                { label }
            </label>
        }
    };
    let labels = levers.iter().map(|lever| lever.field.label.get(language));
    html! {
        <>
            { list(props, "unbeaten-budget", words::BUDGET, budgets, Box::new(within)) }
            <details class="levers">
                <summary>{ title }</summary>
                { for labels.enumerate().map(lever) }
            </details>
        </>
    }
}

fn body(props: &Props, told: &Told) -> Html {
    let language = props.session.language;
    let found = &told.finding;
    let preset = props.session.preset();
    html! {
        <>
            <p class="why-says" id="unbeaten-says" data-complete={told.complete.then_some("true")}>{ &found.sentence }</p>
            { unfinished(props, told.complete) }
            { for found.figures.iter().map(|one| figure(props, one)) }
            if !told.offers.is_empty() {
                <h3>{ words::OFFERS.get(language) }</h3>
                { no_room(props) }
                <ul class="offers">
                    { for told.offers.iter().map(|one| html! {
                        <li key={one.name.clone()}>
                            <div>
                                <p><strong>{ &one.name }</strong></p>
                                <p class="hint">{ &one.comes_to }</p>
                            </div>
                            { take(props, preset, &one.scenario) }
                        </li>
                    }) }
                </ul>
            }
            { for found.tables.iter().map(table) }
            { notes(&found.notes) }
        </>
    }
}
