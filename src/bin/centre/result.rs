//! The fit as it goes on and what came of it: the constants, the months, the profile.

use crate::app::{Centre, Msg};
use crate::fit::{Fit, State};
use crate::parts::plot::{FigureCard, as_grid, grid, table};
use crate::select;
use fairfloor::scenario::field::Language;
use fairfloor::study::own::profile::Profile;
use fairfloor::view::number::counted;
use fairfloor::view::own::constants;
use fairfloor::view::words::centre as words;
use yew::prelude::*;

/// The fit.
pub fn fit(centre: &Centre, fit: &Fit, as_table: bool, language: Language) -> Html {
    let scenario = centre.session.as_ref().map(|session| session.scenario());
    let ready = centre.intake.ready();
    let old = scenario.is_some_and(|scenario| fit.is_old(scenario, ready.as_ref()));
    let state = match fit.state {
        State::Running => "running",
        State::Stopped => "stopped",
        State::Done => "done",
        State::Silent => "silent",
        State::Broken(_) => "broken",
    };
    let whole_ms = |ms: f64| format!("{ms:.0}");
    html! {
        <section class="own-fit" data-fit={state} data-fit-rows={fit.progress().0.to_string()}
            data-fit-first={fit.first.map(whole_ms)} data-fit-took={whole_ms(fit.took)}>
            <h2 id="own-fit" tabindex="-1">{ words::REPORT.get(language) }</h2>
            { standing(centre, fit, language) }
            if old {
                <p class="hint" role="status">{ words::CHANGED.get(language) }</p>
            }
            if let Some(shown) = &fit.shown {
                <>
                    { keep(centre, fit, language) }
                    <ul class="notes">{ for shown.finding.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
                    <FigureCard figure={shown.constants.clone()} {language} table={as_table}
                        dispatch={centre.dispatch.clone()} />
                    { for shown.months.iter().map(|figure| html! {
                        <FigureCard key={figure.id} figure={figure.clone()} {language} table={as_table}
                            dispatch={centre.dispatch.clone()} />
                    }) }
                    if !shown.months.is_empty() {
                        { for shown.finding.tables.get(1).map(table) }
                    }
                </>
            }
        </section>
    }
}

/// How far it is, and the way to stop it.
fn standing(centre: &Centre, fit: &Fit, language: Language) -> Html {
    let (done, wanted) = fit.progress();
    let count = match language {
        Language::Zh => format!("{done} / {wanted} 个模拟中心"),
        Language::En => format!("{done} of {wanted} simulated centres"),
    };
    let said = match &fit.state {
        State::Running if fit.is_checking() => Some(words::CHECKING),
        State::Running if fit.shown.is_none() => Some(words::BEGUN),
        State::Silent => Some(words::SILENT_TABLE),
        State::Broken(_) => Some(words::BROKE),
        State::Running | State::Stopped | State::Done => None,
    };
    let button = match fit.state {
        State::Running if fit.is_checking() => None,
        State::Running => Some(words::STOP),
        State::Stopped | State::Broken(_) => Some(words::GO_ON),
        State::Done | State::Silent => None,
    };
    html! {
        <div class="standing">
            <progress max={wanted.max(1).to_string()} value={done.to_string()} aria-label={count.clone()}></progress>
            <span>{ count }</span>
            if let Some(said) = said {
                <span class="hint" role="status">{ said.get(language) }</span>
            }
            if let Some(button) = button {
                <button type="button" class="button small" data-do="stop-fit"
                    onclick={centre.dispatch.reform(|_| Msg::Toggle)}>{ button.get(language) }</button>
            }
            if let State::Broken(why) = &fit.state {
                <code>{ why }</code>
            }
        </div>
    }
}

/// Saving what was found, and using it.
fn keep(centre: &Centre, fit: &Fit, language: Language) -> Html {
    let Some(profile) = fit.profile(&centre.name) else {
        return Html::default();
    };
    let oninput = {
        let dispatch = centre.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = select::input(&event) {
                dispatch.emit(Msg::Name(input.value()));
            }
        })
    };
    let text = profile.text().unwrap_or_default();
    let encoded = String::from(js_sys::encode_uri_component(&text));
    html! {
        <div class="study-controls keep">
            <button type="button" class="button primary" data-do="use-profile"
                onclick={centre.dispatch.reform(|_| Msg::Use)}>{ words::USE.get(language) }</button>
            <label class="choice">
                <span>{ words::PROFILE_NAME.get(language) }</span>
                <input class="text" type="text" maxlength="60" value={centre.name.clone()} {oninput} />
            </label>
            <a class="button" data-do="save-profile" download={file_name(&centre.name)}
                href={format!("data:application/json;charset=utf-8,{encoded}")}>{ words::PROFILE_SAVE.get(language) }</a>
        </div>
    }
}

/// A name that every system takes.
fn file_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '-' || c == '_' {
                c
            } else {
                '-'
            }
        })
        .collect();
    format!("fairfloor-{plain}.profile.json")
}

/// A profile that was opened.
pub fn opened(centre: &Centre, profile: &Profile, language: Language) -> Html {
    let told = profile.constants.iter().filter(|known| known.told).count();
    let (all, source) = (profile.constants.len(), &profile.source);
    let (months, people) = (source.months.0, source.headcount);
    let said = match language {
        Language::Zh => format!(
            "由 {} 起 {months} 个月、{people} 人的数据校准；{all} 个常数中能说明 {told} 个。",
            source.first
        ),
        Language::En => format!(
            "Calibrated to {} of {people} people from {} on; {told} of {all} constants are informed.",
            counted(months, "month", "months"),
            source.first
        ),
    };
    let table = constants(&profile.constants, language);
    let title = format!("{} · {}", words::PROFILE_OPENED.get(language), profile.name);
    html! {
        <section class="card opened" data-opened="true">
            <h2>{ &title }</h2>
            <p>{ said }</p>
            <div class="study-controls">
                <button type="button" class="button primary" data-do="use-opened"
                    onclick={centre.dispatch.reform(|_| Msg::Opened(true))}>{ words::USE.get(language) }</button>
                <button type="button" class="button quiet" data-do="close-opened"
                    onclick={centre.dispatch.reform(|_| Msg::Opened(false))}>{ words::PROFILE_CLOSE.get(language) }</button>
            </div>
            { grid(&as_grid(&table), &title) }
        </section>
    }
}
