//! The current scenario against the baseline, metric by metric, under the same luck.

use super::overview::{state_note, trouble};
use crate::app::{Shown, Status};
use crate::parts::differences::Differences;
use crate::parts::scenario::ScenarioRow;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::view::history::shown as shown_value;
use fairfloor::view::sentence;
use fairfloor::view::session::Session;
use fairfloor::view::words::result;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub shown: Option<Shown>,
    pub status: Status,
    pub dispatch: Dispatch,
}

#[component]
pub fn Compare(props: &Props) -> Html {
    let Props {
        session, status, ..
    } = props;
    let language = session.language;
    html! {
        <div class={classes!("screen", status.stale.then_some("is-stale"))} data-stale={status.stale.then_some("true")}>
            <ScenarioRow session={session.clone()} dispatch={props.dispatch.clone()} />
            { trouble(session, status, &props.dispatch) }
            <div class="headline">
                <p class="state-note">{ state_note(status).map_or("\u{a0}", |text| text.get(language)) }</p>
                { match &props.shown {
                    Some(shown) => html! {
                        <h1>{ sentence::against(&shown.snapshot, session.baseline.title.get(language), language) }</h1>
                    },
                    None => html! { <h1>{ result::FIRST_RUN.get(language) }</h1> },
                } }
                <p class="lead">{ result::COMPARE_NOTE.get(language) }</p>
            </div>
            { parameters(session) }
            if let Some(shown) = &props.shown {
                <section class="card">
                    if shown.snapshot.is_baseline {
                        <p class="hint">{ result::SAME_AS_BASELINE.get(language) }</p>
                    }
                    <Differences snapshot={shown.snapshot.clone()} {language} all=true />
                </section>
            }
        </div>
    }
}

/// Only the parameters in which the two differ.
fn parameters(session: &Session) -> Html {
    let language = session.language;
    let baseline = session.baseline_scenario();
    let differing = session.scenario.differences(&baseline);
    if differing.is_empty() {
        return Html::default();
    }
    let title = match language {
        Language::Zh => format!("不同的参数：{} 项", differing.len()),
        Language::En => format!("Parameters that differ: {}", differing.len()),
    };
    html! {
        <details class="card differing" open={differing.len() <= 8}>
            <summary>{ title.clone() }</summary>
            <div class="table-box" tabindex="0" role="region" aria-label={title}>
                <table>
                    <thead><tr>
                        <th scope="col">{ fairfloor::view::words::shell::PARAMETERS.get(language) }</th>
                        <th scope="col">{ result::CURRENT.get(language) }</th>
                        <th scope="col">{ result::BASELINE.get(language) }</th>
                    </tr></thead>
                    <tbody>
                        { for differing.into_iter().map(|(field, value)| html! {
                            <tr key={field.path}>
                                <th scope="row">{ field.label.get(language) }</th>
                                <td>{ shown_value(field, &value, language) }</td>
                                <td>{ shown_value(field, &(field.get)(&baseline), language) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
