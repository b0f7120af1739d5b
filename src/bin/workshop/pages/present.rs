//! The projector: large type, one chart, the timer, a black screen.

use super::{lead::room, round_of};
use crate::app::{App, Msg};
use crate::browser::address;
use crate::lead::LeadMsg;
use crate::parts::qr::qr;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::link::encode;
use fairfloor::workshop::say;
use yew::html::Scope;
use yew::prelude::*;

/// Minutes and seconds.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let (language, lesson, stage) = (app.language, &app.lesson, &app.lead.stage);
    let Some(round) = lesson.rounds.get(stage.round) else {
        return html! {};
    };
    if stage.black {
        return html! {
            <main class="black" data-page="black">
                <button type="button" onclick={link.callback(|_| Msg::Lead(LeadMsg::Black))} aria-label={words::BLACKOUT.get(language)}></button>
            </main>
        };
    }
    let do_ = |msg: fn() -> LeadMsg| link.callback(move |_: MouseEvent| Msg::Lead(msg()));
    let count = app.lead.room.of_round(stage.round).count();
    let last = stage.round + 1 >= lesson.rounds.len();
    let next = stage.round + 1;
    html! {
        <main class="present" data-page="present" tabindex="-1">
            <header>
                <p>{ round_of(stage.round, lesson.rounds.len(), language) }</p>
                <p class="timer" role="timer">{ stage.left.map_or(String::new(), clock) }</p>
            </header>
            <h1>{ round.title.get(language) }</h1>
            <h2>{ say::question(&round.task, language) }</h2>
            <div class="stage">
                if !stage.shown && count == 0 {
                    <div class="invite">
                        <p>{ round.story.get(language) }</p>
                        { qr(&address(&format!("/{}", encode(lesson))), words::QR_LABEL.get(language)) }
                    </div>
                } else {
                    <div class="one-chart">{ room(app, link) }</div>
                }
            </div>
            <footer>
                <button type="button" class="wbutton" data-do="show" onclick={do_(|| LeadMsg::Show)}>{ if stage.shown { words::HIDE_RESULT } else { words::SHOW_RESULT }.get(language) }</button>
                <button type="button" class="wbutton" data-do="timer" onclick={do_(|| LeadMsg::Timer)}>{ if stage.left.is_some() { words::TIMER_STOP } else { words::TIMER_START }.get(language) }</button>
                <button type="button" class="wbutton" data-do="black" onclick={do_(|| LeadMsg::Black)}>{ words::BLACKOUT.get(language) }</button>
                <button type="button" class="wbutton" disabled={last} onclick={link.callback(move |_| Msg::Lead(LeadMsg::Round(next)))}>{ words::NEXT_ROUND.get(language) }</button>
                <button type="button" class="wbutton" data-do="end" onclick={do_(|| LeadMsg::Present(false))}>{ words::END_PRESENT.get(language) }</button>
            </footer>
        </main>
    }
}
