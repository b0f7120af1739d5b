//! The trainer's second window: what to do now, how long there is, what to ask.

use super::{present::clock, prose, round_of};
use crate::app::App;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::ready;
use yew::prelude::*;

pub fn draw(app: &App) -> Html {
    let (language, lesson, stage) = (app.language, &app.lesson, &app.lead.stage);
    let Some(round) = lesson.rounds.get(stage.round) else {
        return html! {};
    };
    let guide = ready::guide(lesson.from);
    let (from, at) = round.id.split_once('.').unwrap_or_default();
    let at = at.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
    let of_round = ready::guide(from);
    let does = of_round
        .steps
        .iter()
        .find(|step| at.is_some() && step.round == at);
    html! {
        <>
            <p class="where">{ words::NOTES.get(language) }{ " · " }{ round_of(stage.round, lesson.rounds.len(), language) }</p>
            <h1>{ round.title.get(language) }</h1>
            if let Some(left) = stage.left { <p class="timer" role="timer">{ clock(left) }</p> }
            if let Some(step) = does { <p class="does">{ step.does.get(language) }</p> }
            <section class="wcard talk"><h2>{ words::DISCUSS.get(language) }</h2>{ prose(round.discuss.get(language)) }</section>
            <section class="wcard"><h2>{ words::BEWARE.get(language) }</h2>{ prose(guide.beware.get(language)) }</section>
        </>
    }
}
