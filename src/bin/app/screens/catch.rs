//! What must change to catch up: who with whom, the sentence, changes that can be taken into the line-up,
//! and what each lever does alone.

use super::Props;
use super::finding::figure;
use super::question::{
    Question, choosing, list, metrics, no_room, notes, question, take, unfinished,
};
use crate::parts::icons::{self, icon};
use fairfloor::view::chase::{self, Chase, Offer, Told};
use fairfloor::view::lab::Choice;
use fairfloor::view::lineup::Reference;
use fairfloor::view::verdict::Difference;
use fairfloor::view::words::chase as words;
use yew::prelude::*;

/// The section; nothing where no two scenarios differ. `judged` is the table above it.
pub fn section(props: &Props, judged: &[Vec<Option<Difference>>]) -> Html {
    let session = &props.session;
    let language = session.language;
    let open = chase::open(session);
    let Some(asked) = open.or_else(|| chase::first(session, judged)) else {
        return Html::default();
    };
    let shown = open.map(|chase| {
        let body = match &props.answers.caught {
            Some(told) => body(props, chase, told),
            None => html! { <p class="why-says">{ words::WAIT.get(language) }</p> },
        };
        [choices(props, chase), body]
    });
    let asked = Question {
        id: "catch",
        title: chase::title(&asked, language),
        hint: words::HINT,
        ask: words::OPEN,
        flip: Choice::Chase(open.is_none().then_some(asked)),
        open: shown,
    };
    question(props, asked)
}

/// Who with whom, and in what.
fn choices(props: &Props, chase: Chase) -> Html {
    let offered = chase::offered(&props.session, &chase);
    let all: Vec<Reference> = offered.iter().map(|(one, _)| *one).collect();
    let titles: Vec<String> = offered.into_iter().map(|(_, title)| title).collect();
    let place = |of: Reference| all.iter().position(|one| *one == of).unwrap_or(0);
    let behind = (titles.clone(), place(chase.behind));
    let ahead = (titles, place(chase.ahead));
    let others = all.clone();
    let to = |chase| Some(Choice::Chase(Some(chase)));
    html! {
        <>
            { list(props, "catch-behind", words::BEHIND, behind, Box::new(move |at| to(chase.of(*others.get(at)?)))) }
            { list(props, "catch-ahead", words::AHEAD, ahead, Box::new(move |at| to(chase.with(*all.get(at)?)))) }
            { list(props, "catch-metric", words::METRIC, metrics(props, chase.metric),
                Box::new(move |metric| to(Chase { metric, ..chase }))) }
        </>
    }
}

fn body(props: &Props, chase: Chase, told: &Told) -> Html {
    let language = props.session.language;
    html! {
        <>
            <p class="why-says" id="catch-says" data-complete={told.complete.then_some("true")}>{ &told.sentence }</p>
            { unfinished(props, told.complete) }
            if !told.behind {
                <button type="button" class="button" data-do="catch-reverse" onclick={choosing(props, Choice::Chase(Some(chase.reversed())))}>
                    { icon(icons::SWAP) }<span>{ words::REVERSE.get(language) }</span>
                </button>
            } else if !told.offers.is_empty() {
                <h3>{ &told.title }</h3>
                { no_room(props) }
                <ul class="offers">{ for told.offers.iter().map(|one| offer(props, chase, one)) }</ul>
            }
            { for told.figure.iter().map(|one| figure(props, one)) }
            { notes(&told.notes) }
        </>
    }
}

/// A change with what comes of it, and the button that adds it to the line-up or opens it there.
fn offer(props: &Props, chase: Chase, one: &Offer) -> Html {
    let preset = chase::preset(&props.session, &chase);
    let key: Vec<&str> = one.moves.iter().map(|(label, _)| *label).collect();
    html! {
        <li key={key.join(" ")}>
            <div>
                { for one.moves.iter().map(|(label, [from, to])| html! {
                    <p><strong>{ *label }</strong><span class="moved">{ format!(" {from} → {to}") }</span></p>
                }) }
                <p class="hint">{ &one.comes_to }</p>
            </div>
            { take(props, preset, &one.scenario) }
        </li>
    }
}
