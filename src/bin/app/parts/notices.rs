//! Short messages at the edge; problems stay until they are read.

use super::icons::{self, icon};
use crate::app::Msg;
use crate::shared::Dispatch;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::words::{Said, notice, shell};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a message stays that is no problem, in milliseconds.
const STAYS_MS: u32 = 7_000;

/// What a notice offers to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// What a visit was left at, as the text of a link.
    Draft(String),
    /// What was just deleted.
    BringBack,
    /// The new version, which the service worker holds ready.
    Update,
}

impl Offer {
    fn label(&self) -> Text {
        match self {
            Offer::Draft(_) => notice::RESTORE,
            Offer::BringBack => shell::BRING_BACK,
            Offer::Update => notice::UPDATE,
        }
    }
}

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub id: u32,
    pub problem: bool,
    pub text: Said,
    pub lines: Vec<Said>,
    pub offer: Option<Offer>,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub notices: Vec<Notice>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Notices(props: &Props) -> Html {
    let language = props.language;
    html! {
        <section class="notices" aria-label={notice::NOTICES.get(language)}>
            { for props.notices.iter().map(|notice| html! {
                <One key={notice.id} {language} notice={notice.clone()} dispatch={props.dispatch.clone()} />
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    language: Language,
    notice: Notice,
    dispatch: Dispatch,
}

#[component]
fn One(props: &OneProps) -> Html {
    let OneProps {
        language,
        notice: one,
        dispatch,
    } = props;
    let id = one.id;
    {
        let dispatch = dispatch.clone();
        // What needs an answer, or more than one line of reading, stays.
        let stays = one.problem || one.offer.is_some() || one.lines.len() > 1;
        use_effect_with(id, move |_| {
            let timer =
                (!stays).then(|| Timeout::new(STAYS_MS, move || dispatch.emit(Msg::Dismiss(id))));
            move || drop(timer)
        });
    }
    let dismiss = dispatch.reform(move |_| Msg::Dismiss(id));
    let take = dispatch.reform(move |_| Msg::TakeOffer(id));
    html! {
        <div class={classes!("notice", one.problem.then_some("is-problem"))}
            role={if one.problem { "alert" } else { "status" }}>
            <div class="notice-text">
                <p>{ one.text.get(*language) }</p>
                { for one.lines.iter().map(|line| html! { <p class="line">{ line.get(*language) }</p> }) }
                if let Some(offer) = &one.offer {
                    <button type="button" class="button" onclick={take}>{ offer.label().get(*language) }</button>
                }
            </div>
            <button type="button" class="icon-button" onclick={dismiss} aria-label={notice::DISMISS.get(*language)}>
                { icon(icons::CLOSE) }
            </button>
        </div>
    }
}
