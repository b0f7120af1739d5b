//! What would overturn the conclusion.

use super::finding::told;
use super::{Props, frame};
use crate::app::Msg;
use crate::select::chosen;
use fairfloor::study::sensitivity::claim::Claim;
use fairfloor::view::action::Action;
use fairfloor::view::lab::{CLAIMS, Choice, WIDTHS, claim, offered};
use fairfloor::view::words::lab;
use yew::prelude::*;

#[component]
pub fn WhatCouldBeWrong(props: &Props) -> Html {
    let session = &props.session;
    let language = session.language;
    let settings = session.lab;
    let choose = |choice: fn(usize) -> Choice| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(at) = chosen(&event) {
                dispatch.emit(Msg::Act(Action::Lab(choice(at))));
            }
        })
    };
    let about_two = !matches!(claim(session).0, Claim::Keeps { .. });
    let controls = html! {
        <div class="study-controls">
            if about_two {
                <div class="choice">
                    <label for="claim">{ lab::CLAIM.get(language) }</label>
                    <select id="claim" onchange={choose(Choice::Claim)}>
                        { for CLAIMS.iter().enumerate().map(|(at, (id, _))| html! {
                            <option key={*id} value={*id} selected={at == settings.claim}>
                                { offered(at, settings.reversed, language) }
                            </option>
                        }) }
                    </select>
                </div>
                <button type="button" class="button" data-do="reverse"
                    onclick={props.dispatch.reform(|_| Msg::Act(Action::Lab(Choice::Reverse)))}>
                    { lab::REVERSE.get(language) }
                </button>
            }
            <div class="choice">
                <label for="width">{ lab::WIDTH.get(language) }</label>
                <select id="width" onchange={choose(Choice::Width)}>
                    { for WIDTHS.iter().enumerate().map(|(at, (_, text))| html! {
                        <option key={at} value={at.to_string()} selected={at == settings.width}>{ text.get(language) }</option>
                    }) }
                </select>
            </div>
        </div>
    };
    frame(props, told(props, lab::SENSITIVITY_WAIT, controls))
}
