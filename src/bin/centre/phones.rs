//! The phones: what an export of calls says, and the scenario it gives.

use crate::app::{Centre, Msg};
use crate::browser;
use crate::parts::plot::{Plot, grid};
use crate::shared::Shared;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::calibrate::Fitted;
use fairfloor::view::chart::Drawing;
use fairfloor::view::figure::{Figure, Grid, Readable};
use fairfloor::view::words::{calibrate as words, centre};
use std::rc::Rc;
use yew::prelude::*;

/// What came of the export.
pub fn phones(shown: &Centre, fitted: &Fitted, language: Language) -> Html {
    let width = browser::figure_width();
    html! {
        <section class="phones-fit">
            <h2>{ centre::PHONES.get(language) }</h2>
            // Where the people's fit has taken the headline, this stands here.
            if shown.fit.is_some() {
                <p>{ fitted.headline(language) }</p>
            }
            { uses(shown, fitted, language) }
            { list(words::UNMATCHED, &fitted.unmatched(language), language) }
            { list(words::SILENT, &fitted.silent(language), language) }
            if fitted.fit.is_some() {
                <section class="card">{ grid(&fitted.figures(language), words::FIGURE.get(language)) }</section>
            }
            { for fitted.plots(width, language).into_iter().map(|plot| html! {
                <figure class="card figure" role="figure" aria-label={plot.title.clone()} key={plot.title.clone()}>
                    <figcaption><div><h3>{ &plot.title }</h3><p class="hint">{ &plot.caption }</p></div></figcaption>
                    { read(&plot.drawing, &plot.caption, language) }
                </figure>
            }) }
            { list(words::PROBLEMS, &fitted.problems(language), language) }
        </section>
    }
}

/// A drawing that says itself where it is read, with its cursor.
fn read(drawing: &Drawing, caption: &str, language: Language) -> Html {
    let readable = Readable::of(drawing.clone());
    let figure = Figure {
        id: "fit",
        caption: caption.to_owned(),
        note: String::new(),
        foot: String::new(),
        grid: Grid::default(),
        draw: Rc::new(move |_| readable.clone()),
    };
    html! { <Plot figure={Shared::new(figure)} {language} /> }
}

/// Taking the scenario in place of the open one, or beside the others.
fn uses(shown: &Centre, fitted: &Fitted, language: Language) -> Html {
    if fitted.fit.is_none() {
        return Html::default();
    }
    let room = shown
        .session
        .as_ref()
        .is_some_and(|session| session.lineup.has_room());
    let dispatch = &shown.dispatch;
    html! {
        <p class="rivals">
            <button type="button" class="button" data-do="use-fit"
                onclick={dispatch.reform(|_| Msg::Phones(false))}>{ words::USE.get(language) }</button>
            if room {
                <button type="button" class="button" data-do="add-fit"
                    onclick={dispatch.reform(|_| Msg::Phones(true))}>{ words::ADD.get(language) }</button>
            }
        </p>
    }
}

fn list(title: Text, lines: &[String], language: Language) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card">
            <h3>{ title.get(language) }</h3>
            <ul class="notes">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </section>
    }
}
