//! A study that comes with its words: sentence, notes, drawings each with its table, tables.

use super::question::{notes, so_far};
use super::{Props, headline};
use crate::app::Msg;
use crate::parts::plot::{Plot, as_grid, grid, table};
use crate::parts::save::save;
use crate::shared::Shared;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::asked::Findings;
use fairfloor::view::chart::Drawing;
use fairfloor::view::figure::{self, Grid, Readable};
use fairfloor::view::finding::Figure;
use fairfloor::view::words::result;
use std::rc::Rc;
use yew::prelude::*;

/// Everything that the study says so far; `waiting` until it says anything, `controls` under the sentence.
pub fn told(props: &Props, waiting: Text, controls: Html) -> Html {
    let language = props.session.language;
    let found = match props.answers.own.as_deref() {
        Some(Findings::Said(found)) => Some(&**found),
        Some(Findings::Compare(_) | Findings::Sweep { .. } | Findings::Years(_)) | None => None,
    };
    let partial = props
        .status
        .study
        .as_ref()
        .is_some_and(|study| !study.is_done);
    let lead = if partial && found.is_some() {
        so_far(props)
    } else {
        ""
    };
    let sentence = found.map_or(waiting.get(language), |found| &found.sentence);
    html! {
        <>
            { headline(props, sentence, lead) }
            { controls }
            if let Some(found) = found {
                if !found.notes.is_empty() {
                    { notes(&found.notes) }
                }
                { for found.figures.iter().map(|one| figure(props, one)) }
                { for found.tables.iter().map(table) }
            }
            if partial && found.is_none() {
                <div class="awaited-notes"></div>
            }
            if partial && found.is_none_or(|found| found.figures.is_empty() && found.tables.is_empty()) {
                <div class="card awaited"></div>
            }
        </>
    }
}

/// A drawing with its caption, or the table that says the same.
pub fn figure(props: &Props, one: &Figure) -> Html {
    let language = props.session.language;
    let caption = format!("{}-caption", one.id);
    let switch_to = if props.table {
        result::AS_CHART
    } else {
        result::AS_TABLE
    };
    html! {
        <figure key={one.id} class="card figure" role="figure" aria-labelledby={caption.clone()} data-figure={one.id}>
            <figcaption>
                <h2 id={caption}>{ &one.caption }</h2>
                <div class="figure-tools">
                    <button type="button" class="button quiet small" data-do="table"
                        onclick={props.dispatch.reform(|_| Msg::Table)}>{ switch_to.get(language) }</button>
                    { save(one.id, &as_grid(&one.table), !props.table, language) }
                </div>
            </figcaption>
            if props.table {
                { grid(&as_grid(&one.table), &one.caption) }
            } else {
                { read(&one.drawing, &one.caption, one.id, language) }
            }
        </figure>
    }
}

/// A drawing that says itself where it is read, with its cursor.
pub fn read(drawing: &Drawing, caption: &str, id: &'static str, language: Language) -> Html {
    let readable = Readable::of(drawing.clone());
    let figure = figure::Figure {
        id,
        caption: caption.to_owned(),
        note: String::new(),
        foot: String::new(),
        grid: Grid::default(),
        draw: Rc::new(move |_| readable.clone()),
    };
    html! { <Plot figure={Shared::new(figure)} {language} /> }
}
