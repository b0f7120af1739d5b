//! What made the difference: the sentence, the waterfall, the table, and what lies behind each pathway.

use super::Props;
use super::question::{Question, list, metrics, notes, question, unfinished};
use crate::app::Msg;
use crate::parts::figure::svg;
use crate::parts::plot::table;
use crate::shared::Dispatch;
use fairfloor::scenario::field::{Field, Language};
use fairfloor::view::grouping;
use fairfloor::view::lab::Choice;
use fairfloor::view::made::pair;
use fairfloor::view::pathway::behind;
use fairfloor::view::why::{Part, Told};
use fairfloor::view::words::why as words;
use yew::prelude::*;

/// The section; nothing where no two scenarios differ.
pub fn section(props: &Props) -> Html {
    let session = &props.session;
    let language = session.language;
    if pair(session).is_none() {
        return Html::default();
    }
    let open = session.lab.why;
    let shown = open.map(|at| {
        let choose = Box::new(|at| Some(Choice::Why(Some(at))));
        let of = metrics(props, at);
        let body = match &props.answers.why {
            Some(told) => body(props, told),
            None => html! { <p class="why-says">{ words::WAIT.get(language) }</p> },
        };
        [list(props, "why-metric", words::METRIC, of, choose), body]
    });
    let asked = Question {
        id: "why",
        title: words::TITLE.get(language).to_owned(),
        hint: words::HINT,
        ask: words::OPEN,
        flip: Choice::Why(if open.is_some() { None } else { Some(0) }),
        open: shown,
    };
    question(props, asked)
}

fn body(props: &Props, told: &Told) -> Html {
    let language = props.session.language;
    let found = &told.finding;
    let study = props.status.study.as_ref();
    let complete = study.is_none_or(|study| study.is_done);
    html! {
        <>
            <p class="why-says" id="why-says">{ &found.sentence }</p>
            { unfinished(props, complete) }
            { for found.figures.iter().map(|one| html! {
                <>
                    <figure class="plot-box" role="figure" aria-labelledby="why-says" data-figure={one.id}>
                        { svg(&one.drawing, "plot") }
                    </figure>
                    { table(&one.table) }
                </>
            }) }
            if !told.parts.is_empty() {
                <h3>{ words::PARTS.get(language) }</h3>
                { for told.parts.iter().map(|one| part(one, language, &props.dispatch)) }
            }
            { notes(&found.notes) }
        </>
    }
}

fn part(one: &Part, language: Language, dispatch: &Dispatch) -> Html {
    let explain = |field: &'static Field| {
        let onclick = dispatch.reform(move |_: MouseEvent| Msg::Explain(Some(field)));
        html! {
            <button type="button" class="button quiet small" data-do="source" {onclick}>{ grouping::name(field, language) }</button>
        }
    };
    html! {
        <details class="pathway" key={one.label.clone()}>
            <summary><strong>{ &one.label }</strong><span>{ &one.size }</span></summary>
            { for one.pathways.iter().map(|pathway| {
                let behind = behind(*pathway);
                html! {
                    <>
                        <p>{ behind.says.get(language) }</p>
                        <p class="hint">{ words::CONSTANTS.get(language) }</p>
                        <p class="sources">{ for behind.constants().map(explain) }</p>
                    </>
                }
            }) }
            <p class="hint">{ words::SWITCHED.get(language) }</p>
            <ul class="switched">
                { for one.changes.iter().map(|(field, [from, to])| html! {
                    <li key={field.path}>{ explain(field) }<span>{ format!("{from} → {to}") }</span></li>
                }) }
            </ul>
        </details>
    }
}
