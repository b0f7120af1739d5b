//! The run chip: where the simulation stands, and stop or continue.

use crate::app::Msg;
use crate::runner::{State, Status};
use crate::shared::Dispatch;
use fairfloor::scenario::field::Language;
use fairfloor::view::snapshot::MORE;
use fairfloor::view::words::shell;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub status: Status,
    pub fingerprint: [Option<AttrValue>; 2],
    pub dispatch: Dispatch,
}

/// The run that the chip speaks of: the open screen's question, or the open scenario.
fn spoken(status: &Status) -> (State, u64, u64, f64) {
    let main = (
        status.state.clone(),
        status.done as u64,
        status.goal as u64,
        status.took_ms,
    );
    match (&status.study, &status.state) {
        (_, State::Unsound | State::Error(_)) | (None, _) => main,
        (Some(study), _) => {
            let state = if study.is_done {
                State::Done
            } else if study.stopped {
                State::Cancelled
            } else {
                State::Running
            };
            (state, study.done, study.wanted, study.took_ms)
        }
    }
}

fn text(state: &State, done: u64, goal: u64, language: Language) -> String {
    match (state, language) {
        (State::Idle, _) => shell::IDLE.get(language).to_owned(),
        (State::Running, Language::Zh) => format!("计算中 {done}/{goal}"),
        (State::Running, Language::En) => format!("Running {done}/{goal}"),
        (State::Done, Language::Zh) => format!("已完成 {done} 次"),
        (State::Done, Language::En) => format!("{done} runs done"),
        (State::Cancelled, Language::Zh) => format!("已停止 {done}/{goal}"),
        (State::Cancelled, Language::En) => format!("Stopped {done}/{goal}"),
        (State::Unsound, _) => shell::MEND_FIRST.get(language).to_owned(),
        (State::Error(_), _) => shell::ERROR.get(language).to_owned(),
    }
}

/// How long a finished run took; nothing where all of it was known already.
fn took(state: &State, took_ms: f64, language: Language) -> Option<String> {
    let seconds = took_ms / 1000.0;
    let told = *state == State::Done && seconds >= 0.05;
    told.then(|| match language {
        Language::Zh => format!("{seconds:.1} 秒"),
        Language::En => format!("{seconds:.1} s"),
    })
}

fn id(state: &State) -> &'static str {
    match state {
        State::Idle => "idle",
        State::Running => "running",
        State::Done => "done",
        State::Cancelled => "cancelled",
        State::Unsound | State::Error(_) => "error",
    }
}

#[component]
pub fn RunChip(props: &Props) -> Html {
    let language = props.language;
    let status = &props.status;
    let (state, done, goal, took_ms) = spoken(status);
    #[allow(clippy::cast_precision_loss)]
    let progress = done as f64 / goal.max(1) as f64;
    let action = match state {
        State::Running => Some(shell::STOP),
        State::Cancelled => Some(shell::CONTINUE),
        State::Error(_) => Some(shell::RESTART),
        State::Done if status.study.is_none() && status.goal < MORE => Some(shell::MORE_RUNS),
        State::Done | State::Idle | State::Unsound => None,
    };
    let [first, all] = props.fingerprint.clone();
    html! {
        <button type="button" class="chip" data-run-state={id(&state)}
            data-fingerprint={first} data-fingerprint-all={all} data-goal={goal.to_string()}
            style={format!("--progress:{progress:.3}")} aria-disabled={action.is_none().then_some("true")}
            onclick={props.dispatch.reform(|_| Msg::Toggle)}>
            <span class="chip-dot" aria-hidden="true"></span>
            <span class="chip-says">
                <span class="chip-text">{ text(&state, done, goal, language) }</span>
                if let Some(took) = took(&state, took_ms, language) {
                    <span class="chip-took">{ took }</span>
                }
                if let Some(action) = action {
                    <span class="chip-action">{ action.get(language) }</span>
                }
            </span>
        </button>
    }
}
