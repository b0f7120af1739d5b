//! One file a screen, and the frame that they share.

pub mod awards;
pub mod catch;
pub mod compare;
pub mod fairness;
pub mod finding;
pub mod overview;
pub mod part;
pub mod question;
pub mod report;
pub mod sensitivity;
pub mod sweep;
pub mod unbeaten;
pub mod why;

use crate::app::Msg;
use crate::app::answers::Answers;
use crate::app::drawn::Shown;
use crate::browser::Theme;
use crate::first::Built;
use crate::parts::lineup::LineupBar;
use crate::runner::{State, Status};
use crate::shared::{Dispatch, Shared};
use fairfloor::view::action::Action;
use fairfloor::view::history::worlds_note;
use fairfloor::view::problem::problem;
use fairfloor::view::screen::Screen;
use fairfloor::view::session::Session;
use fairfloor::view::words::{lab, notice, report as report_words, result, shell};
use yew::prelude::*;

/// What every screen gets.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    pub session: Shared<Session>,
    /// The open scenario and its baseline.
    pub shown: Option<Shown>,
    /// What the build computed of the scenario that the page opens with.
    pub built: Built,
    pub answers: Answers,
    pub status: Status,
    /// Tables instead of charts.
    pub table: bool,
    /// What is painted on canvas must know.
    pub theme: Theme,
    pub dispatch: Dispatch,
}

/// The open screen.
pub fn draw(props: &Props) -> Html {
    let props = props.clone();
    match props.session.screen {
        Screen::Overview => html! { <overview::Overview ..props /> },
        Screen::Floor | Screen::People => {
            html! { <part::Part key="hall" which={part::Which::Hall} screen={props} /> }
        }
        Screen::Compare => html! { <compare::Compare ..props /> },
        Screen::Sweep => html! { <sweep::TargetSweep ..props /> },
        Screen::Awards => html! { <awards::Awards ..props /> },
        Screen::Sensitivity => html! { <sensitivity::WhatCouldBeWrong ..props /> },
        Screen::Fairness => html! { <fairness::Fairness ..props /> },
        Screen::Report => html! { <report::Report ..props /> },
        Screen::Calibrate => {
            html! { <part::Part key="centre" which={part::Which::Centre} screen={props} /> }
        }
    }
}

/// What stands around every screen: the scenarios, and what keeps them from being run.
pub fn frame(props: &Props, body: Html) -> Html {
    let Props {
        session,
        status,
        dispatch,
        ..
    } = props;
    let stale = status.stale;
    html! {
        <div class={classes!("screen", stale.then_some("is-stale"))} data-stale={stale.then_some("true")}
            data-screen={session.screen.route()}>
            <LineupBar session={session.clone()} dispatch={dispatch.clone()} />
            { trouble(session, status, dispatch) }
            { body }
        </div>
    }
}

/// What keeps the scenario from being run, or the engine from running.
fn trouble(session: &Session, status: &Status, dispatch: &Dispatch) -> Html {
    let language = session.language;
    match &status.state {
        State::Unsound => html! {
            <div class="trouble" role="alert">
                <p><strong>{ notice::NOT_RUN.get(language) }</strong></p>
                { for session.problems().iter().map(|found| html! { <p>{ problem(found, language) }</p> }) }
            </div>
        },
        State::Error(why) => html! {
            <div class="trouble" role="alert">
                <p><strong>{ notice::ENGINE_FAILED.get(language) }</strong></p>
                <p><code>{ why }</code></p>
                <button type="button" class="button" onclick={dispatch.reform(|_| Msg::Restart)}>
                    { shell::RESTART.get(language) }
                </button>
            </div>
        },
        State::Idle | State::Running | State::Done | State::Cancelled => Html::default(),
    }
}

/// The first sentence of a screen, under what is to be known of its state.
pub fn headline(props: &Props, sentence: &str, lead: &str) -> Html {
    let language = props.session.language;
    html! {
        <div class="headline">
            <p class="state-note">{ state_note(props) }</p>
            <h1>{ unbroken(sentence) }</h1>
            <p class="lead">{ lead }</p>
            if matches!(props.session.screen, Screen::Overview | Screen::Compare | Screen::Sweep) {
                <button type="button" class="button quiet small" data-do="overturn"
                    onclick={props.dispatch.reform(|_| Msg::Act(Action::Open(Screen::Sensitivity)))}>
                    { lab::OVERTURN.get(language) }
                </button>
            }
            // There from the beginning, so that nothing moves when there is something to report.
            <button type="button" class="button quiet small" data-do="report" disabled={props.shown.is_none()}
                onclick={props.dispatch.reform(|_| Msg::Act(Action::Open(Screen::Report)))}>
                { report_words::REPORT.get(language) }
            </button>
        </div>
    }
}

/// The sentence with ranges that stay on one line.
fn unbroken(sentence: &str) -> String {
    sentence.replace('–', "\u{2060}–\u{2060}")
}

/// What is to be known of results that are not the final ones of the scenario as it stands.
fn state_note(props: &Props) -> String {
    let Props { status, built, .. } = props;
    let text = match status.state {
        State::Unsound => Some(result::KEPT),
        State::Cancelled if status.stale => Some(result::KEPT),
        _ if !status.is_up => Some(shell::ENGINE_LOADING),
        State::Running if status.stale => Some(result::STALE),
        _ if !props.session.scenario().behaviour.worlds.is_empty() => {
            let language = props.session.language;
            return worlds_note(props.session.scenario(), language).unwrap_or_default();
        }
        _ if props.session.screen == Screen::Overview => return built.said(props.session.language),
        _ => None,
    };
    text.map_or("\u{a0}", |text| text.get(props.session.language))
        .to_owned()
}
