//! The scenario builder: every parameter in its group, search, the list of changes.

mod group;
mod luck;
mod staffing;

use super::icons::{self, icon};
use crate::app::Msg;
use crate::controls::FieldControl;
use crate::select;
use crate::shared::{Dispatch, Entry, Shared};
use crate::staffing::Staffed;
use fairfloor::scenario::check::Problem;
use fairfloor::scenario::field::{Field, Language};
use fairfloor::view::action::Action;
use fairfloor::view::grouping::{Group, search};
use fairfloor::view::problem::problem;
use fairfloor::view::session::Session;
use fairfloor::view::words::{rail, shell};
use group::GroupFields;
use luck::Luck;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub open: bool,
    pub staffed: Staffed,
    pub table: bool,
    pub dispatch: Dispatch,
}

/// A field's control in the rail, with what is wrong with it together with others.
pub fn control(
    session: &Session,
    problems: &[Problem],
    field: &'static Field,
    dispatch: &Dispatch,
) -> Html {
    let language = session.language;
    let wrong = problems.iter().find_map(|found| match found {
        Problem::Conflict(rule) if rule.paths().first() == Some(&field.path) => {
            Some(problem(found, language))
        }
        _ => None,
    });
    html! {
        <FieldControl key={field.path} field={Entry(field)} value={(field.get)(session.scenario())}
            start={(field.get)(&session.origin)} problem={wrong} {language} dispatch={dispatch.clone()} />
    }
}

#[component]
pub fn Rail(props: &Props) -> Html {
    let Props {
        session, dispatch, ..
    } = props;
    let language = session.language;
    let typed = use_state(String::new);
    let only_changed = use_state(|| false);
    let changed = session.changed();
    let on_type = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let input = select::input(&event);
            typed.set(input.map(|input| input.value()).unwrap_or_default());
        })
    };
    let clear = {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| typed.set(String::new()))
    };
    let toggle = {
        let only_changed = only_changed.clone();
        Callback::from(move |_: MouseEvent| only_changed.set(!*only_changed))
    };
    let searching = !typed.trim().is_empty();
    let body = if searching {
        hits(session, &typed, dispatch)
    } else if *only_changed {
        changes(session, dispatch)
    } else {
        html! {
            <>
            { for Group::ALL.into_iter().map(|group| html! {
                <GroupFields key={group.id()} {group} session={session.clone()} staffed={props.staffed.clone()}
                    table={props.table} dispatch={dispatch.clone()} />
            }) }
            <Luck seed={session.seed} {language} dispatch={dispatch.clone()} />
            </>
        }
    };
    html! {
        <aside class="rail" aria-label={rail::TITLE.get(language)}>
            <header class="rail-head">
                <h2>{ rail::TITLE.get(language) }</h2>
                <button type="button" class="icon-button close only-narrow" aria-label={shell::CLOSE.get(language)}
                    onclick={dispatch.reform(|_| Msg::Rail(false))}>{ icon(icons::CLOSE) }</button>
            </header>
            <div class="search">
                { icon(icons::SEARCH) }
                <input id="parameter-search" type="search" value={(*typed).clone()} oninput={on_type}
                    aria-label={rail::SEARCH.get(language)} placeholder={rail::SEARCH.get(language)} />
                if searching {
                    <button type="button" class="icon-button" onclick={clear}
                        aria-label={rail::CLEAR_SEARCH.get(language)}>{ icon(icons::CLOSE) }</button>
                } else {
                    <kbd aria-hidden="true">{ "/" }</kbd>
                }
            </div>
            <div class="rail-tools">
                if changed.is_empty() && !*only_changed {
                    <p class="hint">{ count_of(0, language) }</p>
                } else {
                <button type="button" class="button quiet small" aria-pressed={if *only_changed { "true" } else { "false" }}
                    onclick={toggle} data-do="only-changed">{ count_of(changed.len(), language) }</button>
                }
                if !changed.is_empty() {
                    <button type="button" class="button quiet small" data-do="reset-all"
                        onclick={dispatch.reform(|_| Msg::Act(Action::ResetAll))}>{ rail::RESET_ALL.get(language) }</button>
                }
            </div>
            <div class="rail-body">{ body }</div>
        </aside>
    }
}

fn count_of(count: usize, language: Language) -> String {
    match (count, language) {
        (0, Language::Zh) => "与起点相同".to_owned(),
        (0, Language::En) => "No changes".to_owned(),
        (n, Language::Zh) => format!("只看 {n} 项改动"),
        (1, Language::En) => "Only the 1 change".to_owned(),
        (n, Language::En) => format!("Only the {n} changes"),
    }
}

fn hits(session: &Session, typed: &str, dispatch: &Dispatch) -> Html {
    let (found, fields) = search(typed);
    let problems = session.problems();
    html! {
        <div class="group-fields" data-hits={if found { fields.len().to_string() } else { "0".to_owned() }}>
            if !found {
                <p class="hint">{ rail::NO_HITS.get(session.language) }</p>
            }
            { for fields.into_iter().take(24).map(|field| control(session, &problems, field, dispatch)) }
        </div>
    }
}

fn changes(session: &Session, dispatch: &Dispatch) -> Html {
    let changed = session.changed();
    let problems = session.problems();
    if changed.is_empty() {
        return html! { <p class="hint padded">{ rail::NO_CHANGES.get(session.language) }</p> };
    }
    html! {
        <ol class="group-fields changes">
            { for changed.into_iter().map(|(field, _)| html! {
                <li key={field.path}>{ control(session, &problems, field, dispatch) }</li>
            }) }
        </ol>
    }
}
