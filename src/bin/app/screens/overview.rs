//! The first screen: what this target costs, in one sentence, four numbers, one chart, one lever.

use super::{Props, frame, headline};
use crate::app::Msg;
use crate::app::drawn::Shown;
use crate::controls::FieldControl;
use crate::parts::differences::Differences;
use crate::parts::limits::Limits;
use crate::parts::reasons::Reasons;
use crate::parts::tiles::Tiles;
use crate::parts::year::Year;
use crate::runner::State;
use crate::shared::{Dispatch, Entry};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::{find, presets};
use fairfloor::view::action::Action;
use fairfloor::view::screen::Screen;
use fairfloor::view::sentence;
use fairfloor::view::session::LEVER;
use fairfloor::view::words::{result, shell};
use yew::prelude::*;

/// Presets of the standard centre under other incentives.
const RIVALS: [&str; 3] = ["seed-erg", "wide-awards", "high-target"];

#[component]
pub fn Overview(props: &Props) -> Html {
    let language = props.session.language;
    let running = matches!(props.status.state, State::Idle | State::Running);
    // What the build computed stands until the same is computed here in full: nothing flickers.
    let built = props.built.html(language).filter(|_| running);
    let (above, below) = match (built, &props.shown) {
        (Some(html), _) => (Html::from_html_unchecked(html), Html::default()),
        (None, Some(shown)) => (results(props, shown), beside(props, shown)),
        (None, None) => (
            html! {
                <div class="headline first-run">
                    <h1>{ shell::NAME.get(language) }</h1>
                    <p class="lead">{ result::FIRST_RUN.get(language) }</p>
                </div>
            },
            Html::default(),
        ),
    };
    // The lever keeps its place among whatever stands around it, and with it the focus of whoever moves it.
    let body = html! {
        <>
            <key="above">{ above }</>
            <key="lever">{ lever(props) }</>
            <key="below">{ below }</>
            <key="limits"><Limits {language} /></>
        </>
    };
    frame(props, body)
}

/// What was found.
fn results(props: &Props, shown: &Shown) -> Html {
    let Props {
        session, dispatch, ..
    } = props;
    let language = session.language;
    let snapshot = &shown.snapshot;
    html! {
        <>
            { headline(props, &sentence::headline(snapshot, shown.target, language),
                &sentence::against(snapshot, &session.baseline_title(), language)) }
            if let Some(said) = sentence::beyond_demand(|id| Some(snapshot.current.metric(id)?.p50), shown.target, language) {
                <p role="note">{ said }</p>
            }
            <Tiles snapshot={snapshot.clone()} {language} />
            <Year snapshot={snapshot.clone()} {language} table={props.table} seed={session.seed} dispatch={dispatch.clone()} />
        </>
    }
}

/// What it is held against, how the difference comes about, and why the sentences say what they say.
fn beside(props: &Props, shown: &Shown) -> Html {
    let Props {
        session, dispatch, ..
    } = props;
    let language = session.language;
    let snapshot = &shown.snapshot;
    let compare = dispatch.reform(|_| Msg::Act(Action::Open(Screen::Compare)));
    html! {
        <>
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
            { super::why::section(props) }
            <Reasons snapshot={snapshot.clone()} {language} dispatch={dispatch.clone()} />
        </>
    }
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
            <FieldControl field={Entry(field)} value={(field.get)(session.scenario())} start={(field.get)(&session.origin)}
                lever=true {language} dispatch={dispatch.clone()} />
            <p class="hint">{ result::LEVER_NOTE.get(language) }</p>
        </section>
    }
}
