//! What leaving is made of: bars, longest first, each with its number.

use crate::app::Msg;
use crate::shared::{Dispatch, Shared};
use fairfloor::measure::ledger::Reason;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::action::Action;
use fairfloor::view::screen::Screen;
use fairfloor::view::snapshot::Snapshot;
use fairfloor::view::words::{people, result};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub snapshot: Shared<Snapshot>,
    pub language: Language,
    pub dispatch: Dispatch,
}

fn name(reason: Reason) -> Text {
    match reason {
        Reason::Existence => result::REASON_EXISTENCE,
        Reason::Relatedness => result::REASON_RELATEDNESS,
        Reason::Growth => result::REASON_GROWTH,
        Reason::Exhaustion => result::REASON_EXHAUSTION,
        Reason::Unfairness => result::REASON_UNFAIRNESS,
        Reason::Contagion => result::REASON_CONTAGION,
        Reason::Hopeless => result::REASON_HOPELESS,
    }
}

#[component]
pub fn Reasons(props: &Props) -> Html {
    let language = props.language;
    let shares = props.snapshot.current.reasons;
    let mut rows: Vec<(Reason, f64)> = Reason::ALL.into_iter().zip(shares).collect();
    fairfloor::order::by(&mut rows, |a, b| b.1.total_cmp(&a.1));
    let longest = rows.first().map_or(1.0, |(_, share)| share.max(1e-9));
    if shares.iter().all(|share| *share == 0.0) {
        return Html::default();
    }
    html! {
        <section class="card reasons" aria-labelledby="reasons-title">
            <h2 id="reasons-title">{ result::REASONS_TITLE.get(language) }</h2>
            <p class="hint">{ result::REASONS_NOTE.get(language) }</p>
            <dl>
                { for rows.into_iter().map(|(reason, share)| html! {
                    <div key={name(reason).en}>
                        <dt>{ name(reason).get(language) }</dt>
                        <dd>
                            <span class="bar" style={format!("--share:{:.3}", share / longest)} aria-hidden="true"></span>
                            <span class="bar-number">{ format!("{:.0}%", share * 100.0) }</span>
                        </dd>
                    </div>
                }) }
            </dl>
            <button type="button" class="button quiet small" data-do="lives"
                onclick={props.dispatch.reform(|_| Msg::Act(Action::Open(Screen::People)))}>
                { people::READ.get(language) }
            </button>
        </section>
    }
}
