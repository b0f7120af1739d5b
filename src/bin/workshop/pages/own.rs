//! The form for a round of the trainer's own: what it asks for, about which schemes, in which words.

use super::compose::ComposeMsg;
use super::league;
use crate::app::{App, Msg};
use crate::browser::text_of;
use fairfloor::measure::metric::METRICS;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::presets::PRESETS;
use fairfloor::view::number::show;
use fairfloor::view::problem::problem;
use fairfloor::view::words::compose as words;
use fairfloor::view::words::workshop as shared;
use fairfloor::workshop::own::{Ask, Draft, Script, Wrong};
use fairfloor::workshop::say;
use fairfloor::workshop::scheme::{Scheme, levers, strategies};
use fairfloor::workshop::ticket::{MOST_RANKED, MOST_ROUNDS, POINTS};
use yew::html::Scope;
use yew::prelude::*;

/// What happens to the form.
pub enum OwnMsg {
    Ask(Ask),
    Metric(String),
    Lever(String),
    End(bool, String),
    Free(&'static str),
    Hours(String),
    Scheme,
    Without(usize),
    One(usize, SchemeMsg),
    Say(fn(&mut Script) -> &mut String, String),
    Word(String),
}

/// What happens to one scheme.
pub enum SchemeMsg {
    Preset(String),
    Name(String),
    Strategy(String),
    Move(String),
    Step(usize, String),
    Keep(usize),
}

/// Does it.
pub fn update(draft: &mut Draft, msg: OwnMsg) {
    match msg {
        OwnMsg::Ask(ask) => draft.ask_for(ask),
        OwnMsg::Metric(at) => draft.metric = at.parse().unwrap_or(0),
        OwnMsg::Lever(path) => draft.along(&path),
        OwnMsg::End(is_low, step) => {
            if let Ok(step) = step.parse() {
                draft.end(is_low, step);
            }
        }
        OwnMsg::Free(path) => draft.free(path),
        OwnMsg::Hours(text) => draft.hours = text.trim().parse().unwrap_or(draft.hours),
        OwnMsg::Scheme if draft.schemes.len() < MOST_RANKED => {
            let mut next = draft.schemes.last().cloned().unwrap_or_default();
            next.name.clear();
            draft.schemes.push(next);
        }
        OwnMsg::Without(at) if draft.schemes.len() > 2 && at < draft.schemes.len() => {
            drop(draft.schemes.remove(at));
        }
        OwnMsg::Scheme | OwnMsg::Without(_) => {}
        OwnMsg::One(at, msg) => {
            if let Some(scheme) = draft.schemes.get_mut(at) {
                change(scheme, msg);
            }
        }
        OwnMsg::Say(which, text) => *which(&mut draft.script) = text,
        OwnMsg::Word(word) => draft.script.set_word(word),
    }
}

fn change(scheme: &mut Scheme, msg: SchemeMsg) {
    match msg {
        SchemeMsg::Preset(id) => {
            if let Some(preset) = PRESETS.iter().find(|preset| preset.id == id) {
                scheme.preset = preset.id;
            }
        }
        SchemeMsg::Name(name) => scheme.name = name,
        SchemeMsg::Strategy(id) => {
            let chosen = strategies().iter().find(|choice| choice.id == id);
            scheme.strategy = chosen.map(|choice| choice.id);
        }
        SchemeMsg::Move(path) => scheme.add(&path),
        SchemeMsg::Step(at, step) => {
            if let (Some(one), Ok(step)) = (scheme.moves.get_mut(at), step.parse()) {
                one.1 = step;
            }
        }
        SchemeMsg::Keep(at) if at < scheme.moves.len() => drop(scheme.moves.remove(at)),
        SchemeMsg::Keep(_) => {}
    }
}

/// A callback that sends what stands in a field.
pub fn typed(link: &Scope<App>, say: impl Fn(String) -> OwnMsg + 'static) -> Callback<InputEvent> {
    link.callback(move |event: InputEvent| Msg::Compose(ComposeMsg::Own(say(text_of(&event)))))
}

fn chosen(link: &Scope<App>, say: impl Fn(String) -> OwnMsg + 'static) -> Callback<Event> {
    link.callback(move |event: Event| Msg::Compose(ComposeMsg::Own(say(text_of(&event)))))
}

pub fn pressed(link: &Scope<App>, say: impl Fn() -> ComposeMsg + 'static) -> Callback<MouseEvent> {
    link.callback(move |_: MouseEvent| Msg::Compose(say()))
}

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let (language, draft) = (app.language, &app.composer.draft);
    let editing = app.composer.editing;
    let full = editing.is_none() && app.lesson.rounds.len() >= MOST_ROUNDS;
    let round = draft.round();
    let kinds = [
        (Ask::Band, "band", words::KIND_BAND),
        (Ask::Curve, "curve", words::KIND_CURVE),
        (Ask::Ranking, "ranking", words::KIND_RANKING),
        (Ask::League, "league", words::KIND_LEAGUE),
    ];
    let shown = if draft.ask == Ask::Ranking {
        draft.schemes.len()
    } else {
        1
    };
    html! {
        <section class="wcard own" aria-labelledby="own" key={app.composer.filled}>
            <h2 id="own" tabindex="-1">{ if editing.is_some() { words::EDIT_ROUND } else { shared::OWN_ROUND }.get(language) }</h2>
            <div class="kinds" role="group" aria-label={words::KIND.get(language)}>{ for kinds.into_iter().map(|(ask, id, label)| html! {
                <button type="button" class="wbutton" data-ask={id} aria-pressed={(draft.ask == ask).to_string()}
                    onclick={pressed(link, move || ComposeMsg::Own(OwnMsg::Ask(ask)))}>{ label.get(language) }</button>
            }) }</div>
            <label class="field"><span>{ shared::ASK_FOR.get(language) }</span>
                <select data-box="metric" onchange={chosen(link, OwnMsg::Metric)}>{ for METRICS.iter().enumerate().map(|(at, metric)| html! {
                    <option value={at.to_string()} selected={at == draft.metric}>{ metric.label.get(language) }</option>
                }) }</select>
            </label>
            { for (0..shown).map(|at| scheme(draft, at, language, link)) }
            if draft.ask == Ask::Ranking && draft.schemes.len() < MOST_RANKED {
                <button type="button" class="wbutton" data-do="scheme" onclick={pressed(link, || ComposeMsg::Own(OwnMsg::Scheme))}>{ words::ADD_SCHEME.get(language) }</button>
            }
            if draft.ask == Ask::Curve { { curve(draft, language, link) } }
            if draft.ask == Ask::League { { league::draw(draft, language, link) } }
            { script(draft, language, link) }
            <p class="asked" data-asked=""><span class="hint">{ words::ASKED.get(language) }</span>{ " " }
                <strong>{ say::question(&draft.task(), app.lesson.language) }</strong></p>
            if let Err(why) = &round { <p class="trouble" role="status">{ told(why, language) }</p> }
            if full { <p class="trouble" role="status">{ words::FULL.get(language) }</p> }
            <p class="actions">
                <button type="button" class="wbutton main" data-do="add" disabled={full || round.is_err()}
                    onclick={pressed(link, || ComposeMsg::Add)}>{ if editing.is_some() { words::SAVE } else { shared::ADD }.get(language) }</button>
                if editing.is_some() {
                    <button type="button" class="wbutton" data-do="leave" onclick={pressed(link, || ComposeMsg::Leave)}>{ words::LEAVE.get(language) }</button>
                }
            </p>
        </section>
    }
}

/// One scheme: where it starts and what is moved of it.
fn scheme(draft: &Draft, at: usize, language: Language, link: &Scope<App>) -> Html {
    let Some(scheme) = draft.schemes.get(at) else {
        return html! {};
    };
    let is_ranked = draft.ask == Ask::Ranking;
    let one = move |say: fn(String) -> SchemeMsg| move |text: String| OwnMsg::One(at, say(text));
    // Along its own lever a curve goes.
    let is_curves = |path: &str| draft.ask == Ask::Curve && path == draft.lever;
    let is_taken =
        |path: &str| is_curves(path) || scheme.moves.iter().any(|(moved, _)| *moved == path);
    let title = match language {
        Language::Zh => format!("方案 {}", at + 1),
        Language::En => format!("Scheme {}", at + 1),
    };
    html! {
        <fieldset class="scheme-form" key={at} data-scheme={at.to_string()}>
            <legend>{ if is_ranked { title.clone() } else { words::ABOUT.get(language).to_owned() } }</legend>
            if is_ranked {
                <label class="field"><span>{ words::NAME.get(language) }</span>
                    <input type="text" value={scheme.name.clone()} data-box="scheme-name" maxlength="40"
                        placeholder={words::NAME_HINT.get(language)} oninput={typed(link, one(SchemeMsg::Name))} /></label>
            }
            <label class="field"><span>{ words::START.get(language) }</span>
                <select data-box="preset" onchange={chosen(link, one(SchemeMsg::Preset))}>{ for PRESETS.iter().map(|preset| html! {
                    <option value={preset.id} selected={preset.id == scheme.preset}>{ preset.title.get(language) }</option>
                }) }</select></label>
            { for scheme.moves.iter().enumerate().filter_map(|(place, (path, step))| {
                let (lever, field) = levers().find(|(lever, _)| lever.path == *path)?;
                let (label, amount) = (field.label.get(language), show(lever.amount(*step), field.unit, language));
                if is_curves(path) { return None; }
                Some(html! {
                    <div class="moved" key={*path}>
                        <label class="lever"><span>{ label }</span><strong>{ amount.clone() }</strong>
                            <input type="range" min="0" max={lever.steps().to_string()} value={step.to_string()} aria-valuetext={amount} data-lever={*path}
                                oninput={typed(link, move |text| OwnMsg::One(at, SchemeMsg::Step(place, text)))} /></label>
                        <button type="button" class="square" aria-label={format!("{}: {label}", words::DONT_MOVE.get(language))}
                            onclick={pressed(link, move || ComposeMsg::Own(OwnMsg::One(at, SchemeMsg::Keep(place))))}>{ "×" }</button>
                    </div>
                })
            }) }
            <label class="field"><span>{ words::MOVE.get(language) }</span>
                <select data-box="move" key={scheme.moves.len()} onchange={chosen(link, one(SchemeMsg::Move))}>
                    <option value="" selected=true>{ "–" }</option>
                    { for levers().filter(|(lever, _)| !is_taken(lever.path)).map(|(lever, field)| html! {
                        <option value={lever.path}>{ field.label.get(language) }</option>
                    }) }
                </select></label>
            <label class="field"><span>{ words::STRATEGY.get(language) }</span>
                <select data-box="strategy" onchange={chosen(link, one(SchemeMsg::Strategy))}>
                    <option value="" selected={scheme.strategy.is_none()}>{ words::AS_PRESET.get(language) }</option>
                    { for strategies().iter().map(|choice| html! {
                        <option value={choice.id} selected={scheme.strategy == Some(choice.id)}>{ choice.label.get(language) }</option>
                    }) }
                </select></label>
            if is_ranked && draft.schemes.len() > 2 {
                <button type="button" class="wbutton quiet" aria-label={format!("{}: {title}", words::DROP_SCHEME.get(language))}
                    onclick={pressed(link, move || ComposeMsg::Own(OwnMsg::Without(at)))}>{ words::DROP_SCHEME.get(language) }</button>
            }
        </fieldset>
    }
}

/// Along which lever a curve goes, and how far.
fn curve(draft: &Draft, language: Language, link: &Scope<App>) -> Html {
    let field = levers().find(|(lever, _)| lever.path == draft.lever);
    let Some((lever, field)) = field else {
        return html! {};
    };
    let amount = |step: u16| show(lever.amount(step), field.unit, language);
    let places = draft
        .places()
        .map(|v| show(v, field.unit, language))
        .join(" · ");
    let ends = [
        (true, draft.ends.0, shared::FROM),
        (false, draft.ends.1, shared::TO),
    ];
    html! {
        <fieldset class="scheme-form">
            <legend>{ words::ALONG.get(language) }</legend>
            <label class="field"><span>{ shared::LEVER.get(language) }</span>
                <select data-box="lever" onchange={chosen(link, OwnMsg::Lever)}>{ for levers().filter(|(lever, _)| usize::from(lever.steps()) + 1 >= POINTS).map(|(lever, field)| html! {
                    <option value={lever.path} selected={lever.path == draft.lever}>{ field.label.get(language) }</option>
                }) }</select></label>
            { for ends.into_iter().map(|(is_low, step, label)| html! {
                <label class="lever"><span>{ label.get(language) }</span><strong>{ amount(step) }</strong>
                    <input type="range" min="0" max={lever.steps().to_string()} value={step.to_string()} aria-valuetext={amount(step)}
                        data-end={if is_low { "low" } else { "high" }} oninput={typed(link, move |text| OwnMsg::End(is_low, text))} /></label>
            }) }
            <p class="hint" data-places="">{ words::PLACES.get(language) }{ " " }{ places }</p>
        </fieldset>
    }
}

fn script(draft: &Draft, language: Language, link: &Scope<App>) -> Html {
    let line = |label: Text,
                hint: Text,
                name: &'static str,
                value: &str,
                say: fn(&mut Script) -> &mut String| {
        html! { <label class="field"><span>{ label.get(language) }</span>
        <input type="text" value={value.to_owned()} data-box={name} placeholder={hint.get(language)} oninput={typed(link, move |text| OwnMsg::Say(say, text))} /></label> }
    };
    let area = |label: Text,
                name: &'static str,
                value: &str,
                say: fn(&mut Script) -> &mut String| {
        html! { <label class="field"><span>{ label.get(language) }</span>
        <textarea rows="3" value={value.to_owned()} data-box={name} oninput={typed(link, move |text| OwnMsg::Say(say, text))} /></label> }
    };
    let script = &draft.script;
    let kept = script.reveal.is_some() && script.word.is_empty();
    let word_hint = if kept {
        words::WORD_KEPT
    } else {
        words::WORD_HINT
    };
    html! {
        <>
            { line(words::ROUND_TITLE, words::NAME_HINT, "own-title", &script.title, |s| &mut s.title) }
            { area(shared::QUESTION_TEXT, "own-text", &script.story, |s| &mut s.story) }
            { line(words::HINT, words::HINT_HINT, "own-hint", &script.hint, |s| &mut s.hint) }
            { area(shared::DISCUSS_TEXT, "own-discuss", &script.discuss, |s| &mut s.discuss) }
            <label class="field"><span>{ words::ROUND_WORD.get(language) }</span>
                <input type="text" autocomplete="off" value={script.word.clone()} data-box="own-round-word" placeholder={word_hint.get(language)}
                    oninput={typed(link, OwnMsg::Word)} /></label>
        </>
    }
}

fn told(why: &Wrong, language: Language) -> String {
    match (why, language) {
        (Wrong::Impossible(found), _) => problem(found, language),
        (Wrong::NoLever, _) => words::NO_LEVER.get(language).to_owned(),
        (Wrong::Same(first, second), Language::Zh) => {
            format!(
                "方案 {} 和方案 {} 完全一样，请改其中一个。",
                first + 1,
                second + 1
            )
        }
        (Wrong::Same(first, second), Language::En) => format!(
            "Schemes {} and {} are the same; change one of them.",
            first + 1,
            second + 1
        ),
    }
}
