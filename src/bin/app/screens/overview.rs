//! The first screen: what this target costs, in one sentence, four numbers, one chart, one lever.

use crate::app::{LEVER, Msg, Shown, Status};
use crate::controls::FieldControl;
use crate::parts::differences::Differences;
use crate::parts::limits::Limits;
use crate::parts::reasons::Reasons;
use crate::parts::scenario::ScenarioRow;
use crate::parts::tiles::Tiles;
use crate::parts::year::Year;
use crate::runner::State;
use crate::shared::{Dispatch, Entry, Shared};
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::{find, presets};
use fairfloor::view::problem::problem;
use fairfloor::view::screen::Screen;
use fairfloor::view::sentence;
use fairfloor::view::session::{Action, Session};
use fairfloor::view::words::{notice, result, shell};
use yew::prelude::*;

/// Presets of the standard centre under other incentives.
const RIVALS: [&str; 3] = ["seed-erg", "wide-awards", "high-target"];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub shown: Option<Shown>,
    pub status: Status,
    pub table: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn Overview(props: &Props) -> Html {
    let Props {
        session,
        status,
        dispatch,
        ..
    } = props;
    let language = session.language;
    html! {
        <div class={classes!("screen", status.stale.then_some("is-stale"))} data-stale={status.stale.then_some("true")}>
            <ScenarioRow session={session.clone()} dispatch={dispatch.clone()} />
            { trouble(session, status, dispatch) }
            { match &props.shown {
                Some(shown) => results(props, shown),
                None => html! {
                    <div class="headline first">
                        <h1>{ shell::NAME.get(language) }</h1>
                        <p class="lead">{ result::FIRST_RUN.get(language) }</p>
                        { lever(props) }
                    </div>
                },
            } }
            <Limits {language} />
        </div>
    }
}

/// What keeps the scenario from being run, or the engine from running.
pub fn trouble(session: &Session, status: &Status, dispatch: &Dispatch) -> Html {
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

fn results(props: &Props, shown: &Shown) -> Html {
    let Props {
        session,
        status,
        dispatch,
        ..
    } = props;
    let language = session.language;
    let snapshot = &shown.snapshot;
    let compare = dispatch.reform(|_| Msg::Act(Action::Open(Screen::Compare)));
    html! {
        <>
            <div class="headline">
                <p class="state-note">{ state_note(status).map_or("\u{a0}", |text| text.get(language)) }</p>
                <h1>{ unbroken(&sentence::headline(snapshot, shown.target, language)) }</h1>
                if let Some(said) = sentence::beyond_demand(|id| snapshot.current.metric(id), shown.target, language) {
                    <p role="note">{ said }</p>
                }
                <p class="lead">{ sentence::against(snapshot, session.baseline.title.get(language), language) }</p>
            </div>
            <Tiles snapshot={snapshot.clone()} {language} />
            <Year snapshot={snapshot.clone()} {language} table={props.table} seed={session.seed} dispatch={dispatch.clone()} />
            { lever(props) }
            <section class="card" aria-labelledby="compare-title">
                <h2 id="compare-title">{ result::COMPARE_TITLE.get(language) }</h2>
                if snapshot.is_baseline {
                    <p class="hint">{ result::SAME_AS_BASELINE.get(language) }</p>
                    { rivals(dispatch, language) }
                } else {
                    <Differences snapshot={snapshot.clone()} {language} all={false} />
                    <button type="button" class="button quiet small" onclick={compare}>{ result::ALL_METRICS.get(language) }</button>
                }
            </section>
            <Reasons snapshot={snapshot.clone()} {language} />
        </>
    }
}

/// The sentence with ranges that stay on one line.
fn unbroken(sentence: &str) -> String {
    sentence.replace('–', "\u{2060}–\u{2060}")
}

/// One click to something worth comparing, while there is nothing to compare.
fn rivals(dispatch: &Dispatch, language: Language) -> Html {
    let choose = |id: &str| {
        presets::find(id).map(|preset| {
            let onclick = dispatch.reform(move |_| Msg::Act(Action::Choose(preset)));
            html! {
                <button type="button" class="button" key={preset.id} {onclick}>{ preset.title.get(language) }</button>
            }
        })
    };
    html! { <p class="rivals">{ for RIVALS.iter().filter_map(|id| choose(id)) }</p> }
}

/// What is to be known of results that are not the final ones of the scenario as it stands.
pub fn state_note(status: &Status) -> Option<Text> {
    match status.state {
        State::Unsound => Some(result::KEPT),
        State::Cancelled if status.stale => Some(result::KEPT),
        _ if !status.is_up => Some(shell::ENGINE_LOADING),
        State::Running if status.stale => Some(result::STALE),
        _ => None,
    }
}

fn lever(props: &Props) -> Html {
    let Props {
        session, dispatch, ..
    } = props;
    let language: Language = session.language;
    let Some(field) = find(LEVER) else {
        return Html::default();
    };
    html! {
        <section class="card lever-card" aria-label={field.label.get(language)}>
            <FieldControl field={Entry(field)} value={(field.get)(&session.scenario)} start={(field.get)(&session.origin)}
                lever=true {language} dispatch={dispatch.clone()} />
            <p class="hint">{ result::LEVER_NOTE.get(language) }</p>
        </section>
    }
}
