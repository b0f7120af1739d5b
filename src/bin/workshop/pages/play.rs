//! A participant's page: the story, the bet, the code, the reveal, what to talk about.

use super::{prose, round_of};
use crate::app::{App, Msg};
use crate::browser::text_of;
use crate::parts::answer::{field, hint, may_lock, size};
use crate::parts::outcome::{Shown, chart};
use crate::parts::qr::qr;
use crate::play::PlayMsg;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::words::compose as more;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::lesson::{Round, Task};
use fairfloor::workshop::say;
use fairfloor::workshop::scheme::called;
use fairfloor::workshop::score;
use yew::html::Scope;
use yew::prelude::*;

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let (language, lesson, play) = (app.language, &app.lesson, &app.play);
    let (Some(round), Some(answer)) = (lesson.rounds.get(play.round), play.answer()) else {
        return html! {};
    };
    let count = lesson.rounds.len();
    html! {
        <>
            <p class="where">{ lesson.title.get(language) }{ " · " }{ round_of(play.round, count, language) }</p>
            <h1 id="round" tabindex="-1">{ round.title.get(language) }</h1>
            <ol class="steps" aria-hidden="true">
                { for (0..count).map(|at| html! { <li class={classes!((at == play.round).then_some("is-here"), (at < play.round).then_some("is-done"))}></li> }) }
            </ol>
            if play.round == 0 {
                <details class="wcard" open={!play.is_locked()}>
                    <summary>{ words::STORY.get(language) }</summary>
                    { prose(lesson.story.get(language)) }
                </details>
            }
            { prose(round.story.get(language)) }
            { aside(round, language) }
            <section class="wcard bet" aria-labelledby="question">
                <h2 id="question">{ say::question(&round.task, language) }</h2>
                if !play.is_locked() {
                    <p class="hint">{ hint(&round.task, language) }</p>
                    { field(&round.task, answer, language, &link.callback(|a| Msg::Play(PlayMsg::Answer(a)))) }
                    { words_of(app, link) }
                    <button type="button" class="wbutton main wide" data-do="lock" disabled={!may_lock(&round.task, answer)}
                        onclick={link.callback(|_| Msg::Play(PlayMsg::Lock))}>{ words::LOCK.get(language) }</button>
                } else if !play.is_revealed() {
                    { locked(app, link, round) }
                }
            </section>
            if play.is_revealed() { { revealed(app, link, round) } }
        </>
    }
}

/// What a round of the trainer's own is about, and its hint; ready rounds say it in their story.
pub fn aside(round: &Round, language: Language) -> Html {
    let plan = match &round.task {
        Task::Band { plan, .. } | Task::Curve { plan, .. } => Some(called(plan)),
        Task::Ranking { .. } | Task::League { .. } => None,
    };
    let hint = round.hint.get(language);
    html! {
        <>
            if let (true, Some(plan)) = (round.id.is_empty(), plan) {
                <p class="hint" data-scene="">{ more::SCENE.get(language) }{ plan.get(language) }</p>
            }
            if !hint.is_empty() {
                <details class="wcard" data-hint=""><summary>{ more::SHOW_HINT.get(language) }</summary>{ prose(hint) }</details>
            }
        </>
    }
}

fn words_of(app: &App, link: &Scope<App>) -> Html {
    let (language, play) = (app.language, &app.play);
    let box_ = |label: Text,
                hint: Text,
                name: &'static str,
                value: String,
                on: fn(String) -> PlayMsg| {
        html! {
            <label class="field">
                <span>{ label.get(language) }</span>
                <input type="text" maxlength="120" placeholder={hint.get(language)} {value} data-box={name}
                    oninput={link.callback(move |event: InputEvent| Msg::Play(on(text_of(&event))))} />
            </label>
        }
    };
    html! {
        <>
            { box_(words::REASON, words::REASON_HINT, "reason", play.reason().to_owned(), PlayMsg::Reason) }
            { box_(words::NAME, words::NAME_HINT, "name", play.name.clone(), PlayMsg::Name) }
        </>
    }
}

/// The answer is locked: the code, and the way to the reveal.
fn locked(app: &App, link: &Scope<App>, round: &Round) -> Html {
    let (language, play) = (app.language, &app.play);
    let line = play.line().unwrap_or_default();
    let code = play
        .ticket(play.round)
        .map(|t| t.code())
        .unwrap_or_default();
    let is_league = matches!(round.task, Task::League { .. });
    let ready = app.runner.futures(play.round).is_some() || is_league;
    let progress = app.runner.progress(play.round);
    let needs_word = app.lesson.word_of(play.round).is_some();
    html! {
        <>
            <p class="hint" role="status">{ words::LOCKED.get(language) }{ " · " }{ words::CODE_HINT.get(language) }</p>
            <div class="code-box">
                { qr(&line, words::CODE_QR_LABEL.get(language)) }
                <div>
                    <p class="hint">{ words::YOUR_CODE.get(language) }</p>
                    <p class="code" data-code="">{ code }</p>
                    <button type="button" class="wbutton" onclick={link.callback(|_| Msg::Play(PlayMsg::Copy))}>{ words::COPY_LINE.get(language) }</button>
                    if let Some(copied) = play.copied {
                        <span class="hint" role="status">{ " " }{ if copied { words::COPIED } else { words::NOT_COPIED }.get(language) }</span>
                    }
                </div>
            </div>
            if needs_word {
                <label class="field">
                    <span>{ words::REVEAL_WORD.get(language) }</span>
                    <input type="text" autocomplete="off" placeholder={words::REVEAL_WORD_HINT.get(language)} value={play.word.clone()} data-do="word"
                        aria-invalid={play.wrong.then_some("true")} oninput={link.callback(|event: InputEvent| Msg::Play(PlayMsg::Word(text_of(&event))))} />
                </label>
                if play.wrong { <p class="trouble" role="alert">{ words::WRONG_WORD.get(language) }</p> }
            }
            if !ready {
                <label class="computing">
                    <span>{ words::COMPUTING.get(language) }</span>
                    <progress max="1" value={format!("{progress:.3}")}></progress>
                </label>
            }
            <button type="button" class="wbutton main wide" data-do="reveal" disabled={!ready}
                onclick={link.callback(|_| Msg::Play(PlayMsg::Reveal))}>{ words::REVEAL.get(language) }</button>
        </>
    }
}

/// The rule by which a task is scored.
pub fn rule(task: &Task, language: Language) -> &'static str {
    match task {
        Task::Band { .. } => words::RULE_BAND,
        Task::Curve { .. } => words::RULE_CURVE,
        Task::Ranking { .. } => words::RULE_RANK,
        Task::League { .. } => words::RULE_LEAGUE,
    }
    .get(language)
}

fn revealed(app: &App, link: &Scope<App>, round: &Round) -> Html {
    let (language, play, lesson) = (app.language, &app.play, &app.lesson);
    let futures = app.runner.futures(play.round).unwrap_or_default();
    let score = play
        .answer()
        .and_then(|answer| score::judge(&round.task, answer, &futures));
    let shown = Shown {
        round,
        place: play.round,
        own: play.answer(),
        room: None,
        futures: &futures,
        lost: play.lost,
        size: size(),
        language,
    };
    let last = play.round + 1 >= lesson.rounds.len();
    let all: Vec<f64> = (0..lesson.rounds.len())
        .filter_map(|at| Some(play.score(lesson, at, &app.runner.futures(at)?)?.points))
        .collect();
    #[allow(clippy::cast_precision_loss)]
    let mean = all.iter().sum::<f64>() / all.len().max(1) as f64;
    html! {
        <section class="wcard result" aria-labelledby="result">
            <h2 id="result" tabindex="-1">{ words::RESULT.get(language) }</h2>
            if matches!(round.task, Task::League { .. }) {
                <p>{ words::LEAGUE_WAITS.get(language) }</p>
            } else {
                <p>{ say::result(round, &futures, language) }</p>
            }
            { chart(&shown, &link.callback(|_| Msg::Play(PlayMsg::AnotherYear))) }
            if !matches!(round.task, Task::League { .. } | Task::Ranking { .. }) {
                <p class="hint key">
                    <span class="key-own">{ words::YOURS.get(language) }</span>
                    <span class="key-years">{ if matches!(round.task, Task::Band { .. }) { words::EACH_DOT } else { words::SIMULATED }.get(language) }</span>
                </p>
            }
            if let Some(score) = score {
                <div class="score" role="status">
                    <p class="points" data-points={say::points(&score)}><strong>{ say::points(&score) }</strong>{ " / 100 " }<span>{ words::SCORE.get(language) }</span></p>
                    <p>{ say::reply(&score, &round.task, language) }</p>
                </div>
            }
            <details><summary>{ words::RULE.get(language) }</summary><p class="hint">{ rule(&round.task, language) }</p></details>
            <div class="talk">
                <h3>{ words::DISCUSS.get(language) }</h3>
                { prose(round.discuss.get(language)) }
            </div>
            if last {
                <p><strong>{ words::FINISHED.get(language) }</strong>
                    if all.len() > 1 { <span>{ format!(" {}: {mean:.0} / 100", words::TOTAL.get(language)) }</span> }
                </p>
                <button type="button" class="wbutton" data-do="person" onclick={link.callback(|_| Msg::Play(PlayMsg::NextPerson))}>{ words::NEXT_PERSON.get(language) }</button>
            } else {
                <button type="button" class="wbutton main wide" data-do="next"
                    onclick={ let next = play.round + 1; link.callback(move |_| Msg::Play(PlayMsg::Round(next))) }>{ words::NEXT_ROUND.get(language) }</button>
            }
        </section>
    }
}
