//! One group of parameters: the most asked for at once, the rest on demand.

use super::control;
use super::staffing::StaffCard;
use crate::app::Msg;
use crate::parts::icons::{self, icon};
use crate::select;
use crate::shared::{Dispatch, Shared};
use crate::staffing::Staffed;
use fairfloor::scenario::field::Language;
use fairfloor::view::grouping::{Group, first_fields, group_of, more_fields};
use fairfloor::view::session::Session;
use fairfloor::view::words::rail;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub group: Group,
    pub session: Shared<Session>,
    pub staffed: Staffed,
    /// Tables instead of charts.
    pub table: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn GroupFields(props: &Props) -> Html {
    let Props {
        group,
        session,
        staffed,
        table,
        dispatch,
    } = props;
    let (group, language) = (*group, session.language);
    // What a manager sets first stands open; the rest waits for a click.
    let open = use_state(|| matches!(group, Group::Targets | Group::Rewards));
    let more = use_state(|| false);
    let problems = session.problems();
    let flip = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    let changed = session
        .changed()
        .iter()
        .filter(|(field, _)| group_of(field) == Some(group))
        .count();
    let body_id = format!("group-{}", group.id());
    let expanded = |open: bool| if open { "true" } else { "false" };
    html! {
        <fieldset class={classes!("group", (group == Group::Assumptions).then_some("is-assumption"))}>
            <legend>
                <button type="button" class="group-toggle" aria-expanded={expanded(*open)}
                    aria-controls={body_id.clone()} onclick={flip(&open)}>
                    <span>{ group.title().get(language) }</span>
                    if changed > 0 {
                        <span class="count">{ changes(changed, language) }</span>
                    }
                    { icon(icons::CHEVRON) }
                </button>
            </legend>
            <div id={body_id} class="group-fields" hidden={!*open}>
                if *open {
                    if group == Group::Assumptions {
                        <p class="hint">{ rail::ASSUMPTIONS_NOTE.get(language) }</p>
                    }
                    if group == Group::Demand {
                        <ImportZone {language} dispatch={dispatch.clone()} />
                        <StaffCard staffed={staffed.clone()} {language} table={*table} dispatch={dispatch.clone()} />
                    }
                    { for first_fields(group).into_iter().map(|field| control(session, &problems, field, dispatch)) }
                    if *more {
                        { for more_fields(group).into_iter().map(|part| html! {
                            <section key={part.title.en} class="part">
                                <h3>{ part.title.get(language) }</h3>
                                { for part.fields.into_iter().map(|field| control(session, &problems, field, dispatch)) }
                            </section>
                        }) }
                    }
                    if !more_fields(group).is_empty() {
                        <button type="button" class="button quiet small more" aria-expanded={expanded(*more)}
                            onclick={flip(&more)}>
                            { if *more { rail::FEWER } else { rail::MORE }.get(language) }
                            { icon(icons::CHEVRON) }
                        </button>
                    }
                }
            </div>
        </fieldset>
    }
}

fn changes(count: usize, language: Language) -> String {
    match (count, language) {
        (n, Language::Zh) => format!("{n} 项改动"),
        (1, Language::En) => "1 change".to_owned(),
        (n, Language::En) => format!("{n} changes"),
    }
}

#[derive(Properties, PartialEq)]
pub struct ImportProps {
    pub language: Language,
    pub dispatch: Dispatch,
}

/// Where a file can be chosen; dropping works anywhere on the page.
#[component]
pub fn ImportZone(props: &ImportProps) -> Html {
    let language = props.language;
    let choose = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = select::input(&event);
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            choose.emit(Msg::Chosen(file));
        }
        // The same file can be chosen again after it was mended.
        input.set_value("");
    });
    html! {
        <div class="import">
            <p class="import-title">{ icon(icons::FILE) }{ rail::IMPORT.get(language) }</p>
            <p class="hint">
                { rail::IMPORT_HINT.get(language) }{ " " }
                <label class="file">
                    <input type="file" accept=".csv,.txt,.xlsx,text/csv,text/plain" {onchange} />
                    <span>{ rail::IMPORT_CHOOSE.get(language) }</span>
                </label>
            </p>
            <p class="hint">{ rail::IMPORT_FORM.get(language) }</p>
            <p class="hint privacy">{ rail::IMPORT_PRIVACY.get(language) }</p>
        </div>
    }
}
