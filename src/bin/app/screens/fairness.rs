//! Who bears the cost, group by group.

use super::finding::told;
use super::{Props, frame};
use crate::app::Msg;
use crate::select::chosen;
use fairfloor::study::fairness::group::Grouping;
use fairfloor::view::action::Action;
use fairfloor::view::fair::names;
use fairfloor::view::lab::Choice;
use fairfloor::view::words::lab;
use yew::prelude::*;

#[component]
pub fn Fairness(props: &Props) -> Html {
    let language = props.session.language;
    let now = props.session.lab.grouping;
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(at) = chosen(&event) {
            let grouping = Choice::Grouping(at.checked_sub(1));
            dispatch.emit(Msg::Act(Action::Lab(grouping)));
        }
    });
    let controls = html! {
        <div class="study-controls">
            <div class="choice">
                <label for="grouping">{ lab::GROUPING.get(language) }</label>
                <select id="grouping" {onchange}>
                    <option value="" selected={now.is_none()}>{ lab::ALL_GROUPS.get(language) }</option>
                    { for Grouping::ALL.into_iter().enumerate().map(|(at, grouping)| html! {
                        <option key={grouping.id()} value={grouping.id()} selected={now == Some(at)}>
                            { names::grouping(grouping).get(language) }
                        </option>
                    }) }
                </select>
            </div>
        </div>
    };
    frame(props, told(props, lab::FAIRNESS_WAIT, controls))
}
