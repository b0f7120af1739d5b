//! A study that comes with its words: sentence, notes, drawings each with its table, tables.

use super::{Props, headline};
use crate::app::Msg;
use crate::parts::figure::svg;
use crate::parts::plot::grid;
use fairfloor::scenario::field::Text;
use fairfloor::view::asked::Findings;
use fairfloor::view::figure::Grid;
use fairfloor::view::finding::{Figure, Finding, Table};
use fairfloor::view::words::{lab, result};
use yew::prelude::*;

/// Everything that the study says so far; `waiting` until it says anything, `controls` under the sentence.
pub fn told(props: &Props, waiting: Text, controls: Html) -> Html {
    let language = props.session.language;
    let found = match props.findings.as_deref() {
        Some(Findings::Said(found)) => Some(&**found),
        Some(Findings::Compare(_) | Findings::Sweep { .. }) | None => None,
    };
    let partial = props
        .status
        .study
        .as_ref()
        .is_some_and(|study| !study.is_done);
    let lead = if partial && found.is_some() {
        lab::PARTIAL.get(language)
    } else {
        ""
    };
    let sentence = found.map_or(waiting.get(language), |found| &found.sentence);
    html! {
        <>
            { headline(props, sentence, lead) }
            { controls }
            if let Some(found) = found {
                { body(props, found) }
            }
        </>
    }
}

fn body(props: &Props, found: &Finding) -> Html {
    html! {
        <>
            if !found.notes.is_empty() {
                <ul class="notes">{ for found.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            }
            { for found.figures.iter().map(|one| figure(props, one)) }
            { for found.tables.iter().map(table) }
        </>
    }
}

fn figure(props: &Props, one: &Figure) -> Html {
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
                <button type="button" class="button quiet small" data-do="table"
                    onclick={props.dispatch.reform(|_| Msg::Table)}>{ switch_to.get(language) }</button>
            </figcaption>
            if props.table {
                { grid(&as_grid(&one.table), &one.caption) }
            } else {
                <div class="plot-box">{ svg(&one.drawing, "plot") }</div>
            }
        </figure>
    }
}

pub(super) fn table(one: &Table) -> Html {
    html! {
        <details class="card differing" open={one.rows.len() <= 12} key={one.title.clone()}>
            <summary>{ &one.title }</summary>
            { grid(&as_grid(one), &one.title) }
        </details>
    }
}

fn as_grid(table: &Table) -> Grid {
    Grid {
        head: table.head.clone(),
        rows: table.rows.clone(),
    }
}
