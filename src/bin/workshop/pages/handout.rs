//! What is printed: the participants' handout, and after it the trainer's guide.

use super::play::{aside, rule};
use super::prose;
use crate::app::{App, Msg};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::find;
use fairfloor::view::number::show;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::lesson::{Round, Task};
use fairfloor::workshop::{ready, say};
use yew::html::Scope;
use yew::prelude::*;

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let (language, lesson) = (app.language, &app.lesson);
    let guide = ready::guide(lesson.from);
    html! {
        <>
            <p class="actions no-print">
                <button type="button" class="wbutton main" data-do="print" onclick={link.callback(|_| Msg::Print)}>{ words::PRINT.get(language) }</button>
            </p>
            <article class="sheet">
                <h1>{ lesson.title.get(language) }</h1>
                { prose(lesson.story.get(language)) }
                { for lesson.rounds.iter().enumerate().map(|(at, round)| html! {
                    <section key={at} class="sheet-round">
                        <h2>{ at + 1 }{ ". " }{ round.title.get(language) }</h2>
                        { prose(round.story.get(language)) }
                        { aside(round, language) }
                        <p><strong>{ say::question(&round.task, language) }</strong></p>
                        { blank(round, language) }
                        <p class="line"><span>{ words::WRITTEN_REASON.get(language) }</span><i></i></p>
                        <p class="hint">{ words::RULE.get(language) }{ ": " }{ rule(&round.task, language) }</p>
                        <p><strong>{ words::DISCUSS.get(language) }</strong>{ " " }{ round.discuss.get(language) }</p>
                    </section>
                }) }
            </article>
            <article class="sheet guide">
                <h1>{ words::GUIDE.get(language) }{ " · " }{ lesson.title.get(language) }</h1>
                <h2>{ words::AIM.get(language) }</h2>
                { prose(guide.aim.get(language)) }
                <h2>{ words::STEPS.get(language) }</h2>
                <ol>{ for guide.steps.iter().enumerate().map(|(at, step)| html! {
                    <li key={at}><strong>{ step.minutes }{ " " }{ words::MINUTES.get(language) }
                        if let Some(round) = step.round.and_then(|at| lesson.rounds.get(at)) { { " · " }{ round.title.get(language) } }
                    </strong>{ " " }{ step.does.get(language) }</li>
                }) }</ol>
                <h2>{ words::BEWARE.get(language) }</h2>
                { prose(guide.beware.get(language)) }
            </article>
        </>
    }
}

/// Where the answer is written by hand.
fn blank(round: &Round, language: Language) -> Html {
    let unit = say::box_unit(round.task.about().unit, language);
    match &round.task {
        Task::Band { .. } => html! {
            <p class="line">{ words::FROM.get(language) }<i></i>{ words::TO.get(language) }<i></i>{ unit }</p>
        },
        Task::Curve { at, lever, .. } => html! {
            <p class="line five">{ for at.iter().map(|v| html! {
                <span>{ find(lever).map_or(String::new(), |f| show(*v, f.unit, language)) }<i></i>{ unit }</span>
            }) }</p>
        },
        Task::Ranking { plans, .. } => html! {
            <ul class="tick">{ for plans.iter().map(|(name, _)| html! { <li><i></i>{ name.get(language) }</li> }) }</ul>
        },
        Task::League { levers, .. } => html! {
            <ul class="tick">{ for levers.iter().filter_map(|path| find(path)).map(|f| html! { <li><i></i>{ f.label.get(language) }</li> }) }</ul>
        },
    }
}
