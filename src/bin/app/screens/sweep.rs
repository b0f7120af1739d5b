//! How high the target may be: the sentence, three panels with lines that can be dragged, the requirements.

mod limit;
mod stretch;

use super::{Props, frame, headline};
use crate::app::Msg;
use crate::parts::plot::{FigureCard, Overlay};
use crate::select::{self, chosen};
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::find;
use fairfloor::study::sweep::SweepResult;
use fairfloor::view::action::Action;
use fairfloor::view::asked::Findings;
use fairfloor::view::chart::sweep as chart;
use fairfloor::view::session::Session;
use fairfloor::view::target::{CERTAINTY, SECONDS, Settings, Tuning, figure, levers, said};
use fairfloor::view::words::sweep as words;
use limit::{Limit, LimitRow};
use std::rc::Rc;
use stretch::StretchBoxes;
use yew::prelude::*;

#[component]
pub fn TargetSweep(props: &Props) -> Html {
    let session = &props.session;
    let language = session.language;
    let settings = &session.sweep;
    let found = match props.answers.own.as_deref() {
        Some(Findings::Sweep { ask, found }) => {
            Some((Shared(Rc::clone(ask)), Shared(Rc::clone(found))))
        }
        Some(Findings::Compare(_) | Findings::Years(_) | Findings::Said(_)) | None => None,
    };
    let drawn = use_memo(
        (found.clone(), settings.clone(), session.seed, language),
        |(found, settings, seed, language)| {
            let (ask, found) = found.as_ref()?;
            let figure = figure::figure(ask, &found.0, settings, *seed, *language);
            let lines = lines(&found.0, settings, *language, &props.dispatch);
            Some((Shared::new(figure), lines))
        },
    );
    let of = found.as_ref().map(|(ask, found)| (&**ask, &**found));
    let told = said::told(of, settings, language);
    let body = html! {
        <>
            { headline(props, &told.headline, &told.lead) }
            if let Some((figure, lines)) = &*drawn {
                <FigureCard figure={figure.clone()} overlay={lines.clone()} {language} table={props.table}
                    dispatch={props.dispatch.clone()} />
            } else {
                <div class="card awaited"></div>
            }
            if !told.notes.is_empty() {
                <ul class="notes">{ for told.notes.into_iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            }
            { controls(session, &props.dispatch) }
        </>
    };
    frame(props, body)
}

/// The requirements' lines over the panels.
fn lines(
    found: &Rc<SweepResult>,
    settings: &Settings,
    language: Language,
    dispatch: &Dispatch,
) -> Overlay {
    let (found, limits, dispatch) = (Rc::clone(found), settings.limits, dispatch.clone());
    Overlay(Rc::new(move |width| {
        let frame = chart::frame(&found, width);
        html! {
            { for (0..chart::PANELS).map(|panel| html! {
                <Limit key={panel} requirement={panel} limit={limits[panel]} scale={frame.y[panel]}
                    left={frame.x.range.0} right={width - frame.x.range.1} {language} dispatch={dispatch.clone()} />
            }) }
        }
    }))
}

/// Tells the page what was changed.
fn tune(dispatch: &Dispatch, tuning: Tuning) {
    dispatch.emit(Msg::Act(Action::Sweep(tuning)));
}

fn controls(session: &Shared<Session>, dispatch: &Dispatch) -> Html {
    let (settings, language) = (&session.sweep, session.language);
    html! {
        <section class="card sweep-controls" aria-label={words::REQUIREMENTS.get(language)}>
            <div class="sweep-levers">
                { lever_select(session, dispatch) }
                <StretchBoxes session={session.clone()} dispatch={dispatch.clone()} />
                { second_select(settings, language, dispatch) }
                { certainty(settings, language, dispatch) }
            </div>
            <h2>{ words::REQUIREMENTS.get(language) }</h2>
            <p class="hint">{ words::DRAG.get(language) }</p>
            { for settings.limits.iter().enumerate().map(|(at, limit)| html! {
                <LimitRow key={at} requirement={at} limit={*limit} {language} dispatch={dispatch.clone()} />
            }) }
        </section>
    }
}

fn lever_select(session: &Session, dispatch: &Dispatch) -> Html {
    let (settings, language) = (&session.sweep, session.language);
    let levers = levers(session.scenario(), &session.origin);
    let onchange = {
        let (levers, dispatch) = (levers.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = chosen(&event).and_then(|at| levers.get(at)) {
                tune(&dispatch, Tuning::Lever(field));
            }
        })
    };
    html! {
        <div class="choice">
            <label for="sweep-lever">{ words::LEVER.get(language) }</label>
            <select id="sweep-lever" {onchange}>
                { for levers.into_iter().map(|field| html! {
                    <option key={field.path} value={field.path} selected={field.path == settings.lever}>
                        { field.label.get(language) }
                    </option>
                }) }
            </select>
        </div>
    }
}

fn second_select(settings: &Settings, language: Language, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(at) = chosen(&event) {
            tune(&dispatch, Tuning::Second(at.checked_sub(1)));
        }
    });
    html! {
        <div class="choice">
            <label for="sweep-second">{ words::SECOND.get(language) }</label>
            <select id="sweep-second" {onchange}>
                <option value="" selected={settings.second.is_none()}>{ words::NO_SECOND.get(language) }</option>
                { for SECONDS.iter().enumerate().filter_map(|(at, (path, _))| Some((at, find(path)?))).map(|(at, field)| html! {
                    <option key={field.path} value={field.path} selected={settings.second == Some(at)}>
                        { field.label.get(language) }
                    </option>
                }) }
            </select>
        </div>
    }
}

fn certainty(settings: &Settings, language: Language, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let input = select::input(&event);
        if let Some(value) = input
            .map(|input| input.value_as_number())
            .filter(|v| v.is_finite())
        {
            tune(&dispatch, Tuning::Certainty(value / 100.0));
        }
    });
    let percent = (settings.certainty * 100.0).round();
    html! {
        <div class="choice certainty">
            <label for="sweep-certainty">
                { words::CERTAINTY.get(language) }{ " " }<output>{ format!("{percent}%") }</output>
            </label>
            <input id="sweep-certainty" type="range" min={(CERTAINTY.0 * 100.0).to_string()}
                max={(CERTAINTY.1 * 100.0).to_string()} step={(CERTAINTY.2 * 100.0).to_string()}
                value={percent.to_string()} aria-valuetext={format!("{percent}%")}
                title={words::CERTAINTY_HINT.get(language)} {oninput} />
        </div>
    }
}
