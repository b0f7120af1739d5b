//! Where the hall stands, floor and lives: its part of the page is fetched when somebody comes here, is told
//! what is chosen, and says what is wanted.

use super::{Props, frame, headline, state_note};
use crate::app::{Msg, Shown};
use crate::browser;
use crate::runner::State;
use crate::shared::Shared;
use crate::told;
use fairfloor::view::action::Action;
use fairfloor::view::asked::Findings;
use fairfloor::view::given::{Given, Wanted};
use fairfloor::view::lives::chosen::{Choice, Settings};
use fairfloor::view::snapshot::FIRST;
use fairfloor::view::words::floor as words;
use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// Whether the hall's part of the page is there.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Coming,
    There,
    Failed,
}

/// What the hall says.
fn wanted(event: &Event) -> Option<Msg> {
    Some(match told::heard::<Wanted>(event)? {
        Wanted::Table => Msg::Table,
        Wanted::Who(who) => {
            let all = Choice::Everything(Settings::of_link(&who));
            Msg::Act(Action::People(all))
        }
    })
}

/// The replication in the middle, once there are enough to have a middle worth the name.
fn typical(shown: &Shown) -> Option<(u32, usize)> {
    let side = &shown.snapshot.current;
    (side.count >= FIRST).then_some((side.typical, side.count))
}

fn given(props: &Props) -> Given {
    let status = &props.status;
    let shown = props.shown.as_ref().filter(|_| !status.stale);
    let done = status.study.as_ref().is_none_or(|study| study.is_done);
    let years = match props.findings.as_deref() {
        Some(Findings::Years(years)) => Some((years.clone(), done)),
        Some(
            Findings::Compare(_) | Findings::Sweep { .. } | Findings::Why(_) | Findings::Said(_),
        )
        | None => None,
    };
    let mut given = Given::of(&props.session);
    props.theme.id().clone_into(&mut given.theme);
    given.table = props.table;
    given.note = state_note(props);
    given.typical = shown.and_then(typical);
    given.failed = matches!(status.state, State::Error(_));
    given.years = years;
    given
}

#[component]
pub fn Hall(props: &Props) -> Html {
    let part = use_state(|| Part::Coming);
    {
        let (set, dispatch) = (part.setter(), props.dispatch.clone());
        use_effect_with((), move |()| {
            let on = |name: &'static str, part: Part| {
                let set = set.clone();
                EventListener::new(&window(), name, move |_| set.set(part))
            };
            let ears = [
                on("fairfloor-hall", Part::There),
                on("fairfloor-no-hall", Part::Failed),
                EventListener::new(&window(), "fairfloor-wanted", move |event| {
                    if let Some(msg) = wanted(event) {
                        dispatch.emit(msg);
                    }
                }),
            ];
            browser::tell("fairfloor-want-hall");
            move || {
                drop(ears);
                told::tell::<Given>("fairfloor-given", None);
            }
        });
    }
    let now = use_memo(props.clone(), |props| Shared::new(given(props)));
    use_effect_with((*part, (*now).clone()), |(part, given)| {
        if *part == Part::There {
            told::tell("fairfloor-given", Some(&**given));
        }
    });
    let language = props.session.language;
    let again = Callback::from({
        let part = part.clone();
        move |_: MouseEvent| {
            part.set(Part::Coming);
            browser::tell("fairfloor-want-hall");
        }
    });
    let instead = match *part {
        Part::There => Html::default(),
        Part::Coming => headline(props, words::RECORDING.get(language), ""),
        Part::Failed => html! {
            <div class="trouble" role="alert">
                <p><strong>{ words::FAILED.get(language) }</strong></p>
                <button type="button" class="button" data-do="retry" onclick={again}>{ words::RETRY.get(language) }</button>
            </div>
        },
    };
    let body = html! {
        <>
            { instead }
            <div id="hall"></div>
        </>
    };
    frame(props, body)
}
