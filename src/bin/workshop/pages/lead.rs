//! The trainer's page: give the lesson out, collect codes, see the room over the result.

use super::{prose, round_of};
use crate::app::{App, Msg};
use crate::browser::{address, is_on_disk, text_of};
use crate::camera;
use crate::lead::LeadMsg;
use crate::parts::answer::size;
use crate::parts::outcome::{Shown, chart};
use crate::parts::qr::qr;
use fairfloor::scenario::field::Language;
use fairfloor::view::words::compose as more;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::lesson::Task;
use fairfloor::workshop::link::{COMFORTABLE, encode};
use fairfloor::workshop::room::LONGEST;
use fairfloor::workshop::{league, say, score, wrong};
use yew::html::Scope;
use yew::prelude::*;

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let (language, lesson, stage) = (app.language, &app.lesson, &app.lead.stage);
    let Some(round) = lesson.rounds.get(stage.round) else {
        return html! {};
    };
    let do_ = |msg: fn() -> LeadMsg| link.callback(move |_: MouseEvent| Msg::Lead(msg()));
    let text = encode(lesson);
    html! {
        <>
            <p class="where">{ words::TRAINER.get(language) }{ " · " }{ lesson.title.get(language) }</p>
            <h1>{ round.title.get(language) }</h1>
            <nav class="rounds" aria-label={words::ROUNDS.get(language)}>
                { for lesson.rounds.iter().enumerate().map(|(at, round)| html! {
                    <button type="button" class="wbutton" key={at} aria-current={(at == stage.round).then_some("step")} aria-label={format!("{} · {}", at + 1, round.title.get(language))}
                        onclick={link.callback(move |_| Msg::Lead(LeadMsg::Round(at)))}>{ at + 1 }</button>
                }) }
            </nav>
            <div class="desk">
                <div class="room-side">
                    <section class="wcard">
                        <p class="hint">{ round_of(stage.round, lesson.rounds.len(), language) }</p>
                        <h2>{ say::question(&round.task, language) }</h2>
                        { room(app, link) }
                        <p class="actions">
                            <button type="button" class="wbutton main" data-do="show" onclick={do_(|| LeadMsg::Show)}
                                disabled={matches!(round.task, Task::League { .. })}>{ if stage.shown { words::HIDE_RESULT } else { words::SHOW_RESULT }.get(language) }</button>
                            <button type="button" class="wbutton" data-do="present" onclick={do_(|| LeadMsg::Present(true))}>{ words::PRESENT.get(language) }</button>
                            <button type="button" class="wbutton" data-do="notes" onclick={do_(|| LeadMsg::Notes)}>{ words::NOTES.get(language) }</button>
                        </p>
                        <p class="hint">{ words::KEYS.get(language) }</p>
                    </section>
                    <section class="wcard talk">
                        <h3>{ words::DISCUSS.get(language) }</h3>
                        { prose(round.discuss.get(language)) }
                    </section>
                </div>
                <div class="desk-side">
                    { given(app, link, &text) }
                    { collecting(app, link) }
                    <p class="links">
                        <a href={format!("#/handout/{text}")}>{ words::HANDOUT.get(language) }</a>
                        <a href={format!("#/compose/{text}")}>{ words::COMPOSE.get(language) }</a>
                    </p>
                </div>
            </div>
        </>
    }
}

/// The room's chart, or the league's table.
pub fn room(app: &App, link: &Scope<App>) -> Html {
    let (language, lesson, lead) = (app.language, &app.lesson, &app.lead);
    let Some(round) = lesson.rounds.get(lead.stage.round) else {
        return html! {};
    };
    if let Task::League { .. } = round.task {
        return standings(app, link);
    }
    let futures = app
        .runner
        .futures(lead.stage.round)
        .filter(|_| lead.stage.shown);
    let wide = if lead.stage.presenting {
        (1100.0, 430.0)
    } else {
        size()
    };
    let shown = Shown {
        round,
        place: lead.stage.round,
        own: None,
        room: Some(&lead.room),
        futures: futures.as_deref().unwrap_or_default(),
        lost: lead.stage.lost,
        size: wide,
        language,
    };
    let count = lead.room.of_round(lead.stage.round).count();
    html! {
        <>
            <p role="status" class="count" data-count={count.to_string()}>{ words::COLLECTED.get(language) }{ " " }<strong>{ count }</strong>
                if matches!(round.task, Task::Band { .. }) && count > 0 { <span class="hint">{ " · " }{ words::ROOM_NOTE.get(language) }</span> }
            </p>
            if lead.stage.shown && futures.is_none() {
                <label class="computing"><span>{ words::COMPUTING.get(language) }</span>
                    <progress max="1" value={format!("{:.3}", app.runner.progress(lead.stage.round))}></progress></label>
            }
            { chart(&shown, &link.callback(|_| Msg::Lead(LeadMsg::AnotherYear))) }
            if let Some(futures) = &futures {
                <p class="said">{ say::result(round, futures, language) }</p>
            }
        </>
    }
}

fn standings(app: &App, link: &Scope<App>) -> Html {
    let (language, lead) = (app.language, &app.lead);
    let Some(Task::League { levers, metric, .. }) =
        app.lesson.rounds.get(lead.stage.round).map(|r| &r.task)
    else {
        return html! {};
    };
    let unit = app.lesson.rounds[lead.stage.round].task.about().unit;
    let handed = lead.schemes(&app.lesson).len();
    let futures = app
        .runner
        .league_futures()
        .filter(|_| !lead.teams.is_empty());
    let table = futures.map(|futures| league::standings(&futures, *metric));
    html! {
        <>
            <p role="status" class="count" data-count={handed.to_string()}>{ words::COLLECTED.get(language) }{ " " }<strong>{ handed }</strong></p>
            <button type="button" class="wbutton main" data-do="league" disabled={handed == 0}
                onclick={link.callback(|_| Msg::Lead(LeadMsg::League))}>{ words::RUN_LEAGUE.get(language) }</button>
            if let Some(table) = table {
                <div class="table-box" tabindex="0" role="region" aria-label={words::STANDINGS.get(language)}>
                    <table data-standings="">
                        <thead><tr>
                            <th scope="col">{ words::RANK.get(language) }</th><th scope="col">{ words::TEAM.get(language) }</th>
                            <th scope="col">{ app.lesson.rounds[lead.stage.round].task.about().label.get(language) }</th>
                            <th scope="col">{ words::AGAINST_ABOVE.get(language) }</th><th scope="col">{ words::SCHEME.get(language) }</th>
                        </tr></thead>
                        <tbody>{ for table.iter().map(|standing| {
                            let (name, scheme) = &lead.teams[standing.team];
                            html! { <tr key={standing.team}>
                                <td class="rank">{ standing.rank }</td>
                                <th scope="row">{ if name.is_empty() { words::NO_NAME.get(language).to_owned() } else { name.clone() } }</th>
                                <td>{ fairfloor::view::number::show(standing.summary.mean, unit, language) }</td>
                                <td data-against={standing.against.map_or("", |v| v.id())}>{ standing.against.map_or("", |v| v.text().get(language)) }</td>
                                <td class="hint">{ scheme_words(scheme, levers, language) }</td>
                            </tr> }
                        }) }</tbody>
                    </table>
                </div>
                <p class="hint">{ words::RULE_LEAGUE.get(language) }</p>
            } else if let (false, Some(progress)) = (lead.teams.is_empty(), app.runner.league_progress()) {
                <label class="computing"><span>{ words::COMPUTING.get(language) }</span><progress max="1" value={format!("{progress:.3}")}></progress></label>
            }
        </>
    }
}

fn scheme_words(
    scheme: &fairfloor::scenario::Scenario,
    levers: &[&'static str],
    language: Language,
) -> String {
    let one = |path: &&'static str| {
        let field = fairfloor::scenario::find(path)?;
        let amount = fairfloor::workshop::lesson::stands(scheme, field)?;
        Some(format!(
            "{} {}",
            field.label.get(language),
            fairfloor::view::number::show(amount, field.unit, language)
        ))
    };
    levers
        .iter()
        .filter_map(one)
        .collect::<Vec<String>>()
        .join(" · ")
}

fn given(app: &App, link: &Scope<App>, text: &str) -> Html {
    let language = app.language;
    let address = address(&format!("/{text}"));
    let length = address.chars().count();
    html! {
        <section class="wcard give">
            <h2>{ words::SHARE_LESSON.get(language) }</h2>
            { qr(&address, words::QR_LABEL.get(language)) }
            <p class="hint address"><a href={format!("#/{text}")} target="_blank" data-do="student">{ address.clone() }</a></p>
            <p>
                <button type="button" class="wbutton" onclick={link.callback(|_| Msg::Lead(LeadMsg::Copy))}>{ words::COPY.get(language) }</button>
                <span class="hint" role="status">{ " " }{ length }{ " " }{ words::LINK_LENGTH.get(language) }
                    if let Some(copied) = app.lead.copied { { " · " }{ if copied { words::COPIED } else { words::NOT_COPIED }.get(language) } }
                </span>
            </p>
            if is_on_disk() { <p class="hint">{ more::FROM_A_DISK.get(language) }</p> }
            if length > COMFORTABLE { <p class="trouble">{ words::LINK_LONG.get(language) }</p> }
        </section>
    }
}

fn collecting(app: &App, link: &Scope<App>) -> Html {
    let (language, lead) = (app.language, &app.lead);
    let do_ = |msg: fn() -> LeadMsg| link.callback(move |_: MouseEvent| Msg::Lead(msg()));
    let told = &lead.told;
    let entries: Vec<_> = lead.room.of_round(lead.stage.round).collect();
    let round = &app.lesson.rounds[lead.stage.round];
    let futures = app
        .runner
        .futures(lead.stage.round)
        .filter(|_| lead.stage.shown);
    let scanning = lead.camera.is_some();
    html! {
        <section class="wcard collect">
            <h2>{ words::COLLECT.get(language) }</h2>
            <label class="field">
                <span>{ words::PASTE_CODES.get(language) }</span>
                <textarea rows="4" value={lead.paste.clone()} data-box="codes" spellcheck="false"
                    oninput={link.callback(|event: InputEvent| Msg::Lead(LeadMsg::Paste(text_of(&event))))} />
            </label>
            <p class="actions">
                <button type="button" class="wbutton main" data-do="take" onclick={do_(|| LeadMsg::Take)}>{ words::TAKE.get(language) }</button>
                if camera::is_there() {
                    <button type="button" class="wbutton" data-do="scan" onclick={do_(|| LeadMsg::Scan)}>{ if scanning { words::STOP_SCAN } else { words::SCAN }.get(language) }</button>
                }
            </p>
            if !camera::is_there() { <p class="hint">{ words::BROWSER_SCANS_NOT.get(language) }</p> }
            <video id="camera" muted=true playsinline=true hidden={!scanning} aria-label={words::SCAN.get(language)}></video>
            if lead.no_camera { <p class="trouble" role="alert">{ words::NO_CAMERA.get(language) }</p> }
            <div role="status">
                if told.new + told.again + told.wrong.len() > 0 {
                    <p data-told="">
                        { format!("{} {}", told.new, words::TAKEN_NEW.get(language)) }
                        if told.again > 0 { { format!(" · {} {}", told.again, words::TAKEN_AGAIN.get(language)) } }
                        if !told.wrong.is_empty() { { format!(" · {} {}", told.wrong.len(), words::TAKEN_WRONG.get(language)) } }
                    </p>
                    <ul class="wrong">{ for told.wrong.iter().map(|(line, error)| html! {
                        <li><code>{ line.chars().take(LONGEST).collect::<String>() }</code><span>{ wrong::line_error(error, language) }</span></li>
                    }) }</ul>
                }
            </div>
            if entries.is_empty() {
                <p class="hint">{ words::NONE_YET.get(language) }</p>
            } else {
                <ul class="entries" tabindex="0" aria-label={words::COLLECTED.get(language)}>{ for entries.iter().enumerate().map(|(at, entry)| {
                    let judged = futures.as_ref().and_then(|f| score::judge(&round.task, &entry.ticket.answer, f));
                    html! { <li key={at}>
                        <strong>{ if entry.name.is_empty() { words::NO_NAME.get(language).to_owned() } else { entry.name.clone() } }</strong>
                        <span>{ &entry.reason }</span>
                        if let Some(score) = judged { <b>{ say::points(&score) }</b> }
                    </li> }
                }) }</ul>
                <p class="actions">
                    <button type="button" class="wbutton" data-do="csv" onclick={do_(|| LeadMsg::Csv)}>{ words::CSV.get(language) }</button>
                    <button type="button" class="wbutton quiet" data-do="clear" onclick={do_(|| LeadMsg::Clear)}>{ words::CLEAR.get(language) }</button>
                </p>
            }
        </section>
    }
}
