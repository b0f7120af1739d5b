//! Who should get the awards, at one budget.

use super::finding::told;
use super::{Props, frame};
use crate::app::Msg;
use fairfloor::view::action::Action;
use fairfloor::view::lab::Choice;
use fairfloor::view::words::lab;
use yew::prelude::*;

#[component]
pub fn Awards(props: &Props) -> Html {
    let language = props.session.language;
    let flip = props
        .dispatch
        .reform(|_: Event| Msg::Act(Action::Lab(Choice::Lock)));
    let controls = html! {
        <p class="study-controls">
            <label class="check">
                <input type="checkbox" checked={props.session.lab.locked} onchange={flip} data-do="lock" />
                { lab::LOCK.get(language) }
            </label>
        </p>
    };
    frame(props, told(props, lab::AWARDS_WAIT, controls))
}
