//! A centre's own export: drop it, read what it says, use the scenario it gives.

use super::finding::read;
use super::{Props, frame};
use crate::app::Msg;
use crate::browser;
use crate::parts::plot::grid;
use crate::parts::rail::ImportZone;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::presets::PRESETS;
use fairfloor::view::action::Action;
use fairfloor::view::calibrate::Fitted;
use fairfloor::view::history::Change;
use fairfloor::view::words::calibrate as words;
use yew::prelude::*;

#[component]
pub fn Calibrate(props: &Props) -> Html {
    let language = props.session.language;
    let body = match &props.fitted {
        None => html! {
            <>
                <div class="headline">
                    <h1>{ words::TITLE.get(language) }</h1>
                    <p class="lead">{ words::LEAD.get(language) }{ " " }{ words::PRIVACY.get(language) }</p>
                </div>
                <section class="card">
                    <ImportZone {language} dispatch={props.dispatch.clone()} />
                </section>
            </>
        },
        Some(fitted) => told(props, fitted, language),
    };
    frame(props, body)
}

fn told(props: &Props, fitted: &Fitted, language: Language) -> Html {
    let width = browser::figure_width();
    html! {
        <>
            <div class="headline" data-fitted={fitted.fit.is_some().then_some("true")}>
                <h1>{ fitted.headline(language) }</h1>
                <p class="lead">{ fitted.explanation(language) }</p>
            </div>
            { uses(props, fitted) }
            { list(words::UNMATCHED, &fitted.unmatched(language), language) }
            { list(words::SILENT, &fitted.silent(language), language) }
            if fitted.fit.is_some() {
                <section class="card">{ grid(&fitted.figures(language), words::FIGURE.get(language)) }</section>
            }
            { for fitted.plots(width, language).into_iter().map(|plot| html! {
                <figure class="card figure" role="figure" aria-label={plot.title.clone()} key={plot.title.clone()}>
                    <figcaption><div><h2>{ &plot.title }</h2><p class="hint">{ &plot.caption }</p></div></figcaption>
                    { read(&plot.drawing, &plot.caption, "fit", language) }
                </figure>
            }) }
            { list(words::PROBLEMS, &fitted.problems(language), language) }
            <section class="card">
                <p class="import-title">{ words::AGAIN.get(language) }</p>
                <ImportZone {language} dispatch={props.dispatch.clone()} />
            </section>
        </>
    }
}

/// Taking the scenario in place of the open one, or beside the others.
fn uses(props: &Props, fitted: &Fitted) -> Html {
    let language = props.session.language;
    let Some(scenario) = fitted.scenario() else {
        return Html::default();
    };
    let preset = &PRESETS[0];
    let take = {
        let scenario = scenario.clone();
        props.dispatch.reform(move |_: MouseEvent| {
            Msg::Act(Action::Take {
                preset,
                scenario: Box::new(scenario.clone()),
                change: Change::Fit,
            })
        })
    };
    let add = props.dispatch.reform(move |_: MouseEvent| {
        Msg::Act(Action::Add {
            preset,
            scenario: Box::new(scenario.clone()),
        })
    });
    html! {
        <p class="rivals">
            <button type="button" class="button" data-do="use-fit" onclick={take}>{ words::USE.get(language) }</button>
            if props.session.lineup.has_room() {
                <button type="button" class="button" data-do="add-fit" onclick={add}>{ words::ADD.get(language) }</button>
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
            <h2>{ title.get(language) }</h2>
            <ul class="notes">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </section>
    }
}
