//! Where a part of the page stands that is a program of its own, the hall with floor and lives or the centre
//! with its own months: it is fetched when somebody comes here, is told what is chosen, and says what is wanted.

use super::{Props, frame, headline, state_note};
use crate::app::Msg;
use crate::app::drawn::Shown;
use crate::browser;
use crate::runner::State as Running;
use crate::shared::Shared;
use crate::told;
use fairfloor::scenario::field::Text;
use fairfloor::view::action::Action;
use fairfloor::view::asked::Findings;
use fairfloor::view::given::{self, Given, Wanted};
use fairfloor::view::history::Change;
use fairfloor::view::lives::chosen::{Choice, Settings};
use fairfloor::view::snapshot::FIRST;
use fairfloor::view::words::{centre, floor};
use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// Which part.
#[derive(Clone, Copy, PartialEq)]
pub enum Which {
    Hall,
    Centre,
}

impl Which {
    /// As its element and its events are called.
    fn name(self) -> &'static str {
        match self {
            Which::Hall => "hall",
            Which::Centre => "centre",
        }
    }

    /// What is said while it is fetched, when it could not be, and how to try again.
    fn words(self) -> [Text; 3] {
        match self {
            Which::Hall => [floor::RECORDING, floor::FAILED, floor::RETRY],
            Which::Centre => [centre::FETCHING, centre::NOT_FETCHED, centre::RETRY],
        }
    }
}

/// Whether the part is there.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Coming,
    There,
    Failed,
}

#[derive(Properties, PartialEq)]
pub struct PartProps {
    pub which: Which,
    pub screen: Props,
}

/// What the part says.
fn wanted(event: &Event) -> Option<Msg> {
    Some(match told::heard::<Wanted>(event)? {
        Wanted::Scenario {
            link,
            beside,
            fitted,
        } => {
            let (preset, scenario) = given::one(&link)?;
            let scenario = Box::new(scenario);
            Msg::Act(match (beside, fitted) {
                (true, _) => Action::Add { preset, scenario },
                (false, true) => Action::Take {
                    preset,
                    scenario,
                    change: Change::Fit,
                },
                (false, false) => Action::Take {
                    preset,
                    scenario,
                    change: Change::Profile,
                },
            })
        }
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

fn given(which: Which, props: &Props) -> Given {
    let mut given = Given::of(&props.session);
    props.theme.id().clone_into(&mut given.theme);
    given.table = props.table;
    given.note = state_note(props);
    if which == Which::Centre {
        return given;
    }
    let status = &props.status;
    let shown = props.shown.as_ref().filter(|_| !status.stale);
    let done = status.study.as_ref().is_none_or(|study| study.is_done);
    let years = match props.answers.own.as_deref() {
        Some(Findings::Years(years)) => Some((years.clone(), done)),
        Some(Findings::Compare(_) | Findings::Sweep { .. } | Findings::Said(_)) | None => None,
    };
    given.typical = shown.and_then(typical);
    given.failed = matches!(status.state, Running::Error(_));
    given.years = years;
    given
}

#[component]
pub fn Part(props: &PartProps) -> Html {
    let PartProps { which, screen } = props;
    let name = which.name();
    let part = use_state(|| State::Coming);
    {
        let (set, dispatch) = (part.setter(), screen.dispatch.clone());
        use_effect_with(name, move |name| {
            let on = |event: String, part: State| {
                let set = set.clone();
                EventListener::new(&window(), event, move |_| set.set(part))
            };
            let ears = [
                on(format!("fairfloor-{name}"), State::There),
                on(format!("fairfloor-no-{name}"), State::Failed),
                EventListener::new(&window(), "fairfloor-wanted", move |event| {
                    if let Some(msg) = wanted(event) {
                        dispatch.emit(msg);
                    }
                }),
            ];
            browser::tell(&format!("fairfloor-want-{name}"));
            let gone = format!("fairfloor-given-{name}");
            move || {
                drop(ears);
                told::tell::<Given>(&gone, None);
            }
        });
    }
    let now = use_memo(screen.clone(), |screen| Shared::new(given(*which, screen)));
    use_effect_with((*part, (*now).clone()), move |(part, given)| {
        if *part == State::There {
            told::tell(&format!("fairfloor-given-{name}"), Some(&**given));
        }
    });
    let language = screen.session.language;
    let again = Callback::from({
        let part = part.clone();
        move |_: MouseEvent| {
            part.set(State::Coming);
            browser::tell(&format!("fairfloor-want-{name}"));
        }
    });
    let [coming, failed, retry] = which.words().map(|text| text.get(language));
    let instead = match *part {
        State::There => Html::default(),
        State::Coming => headline(screen, coming, ""),
        State::Failed => html! {
            <div class="trouble" role="alert">
                <p><strong>{ failed }</strong></p>
                <button type="button" class="button" data-do="retry" onclick={again}>{ retry }</button>
            </div>
        },
    };
    let body = html! {
        <>
            { instead }
            <div id={name}></div>
        </>
    };
    frame(screen, body)
}
