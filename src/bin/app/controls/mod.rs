//! One parameter as a control, whatever its kind.

pub mod choice;
pub mod number;
pub mod series;
pub mod switch;

use crate::app::Msg;
use crate::parts::icons::{self, icon};
use crate::shared::{Dispatch, Entry};
use choice::ChoiceControl;
use fairfloor::scenario::field::{Field, Kind, Language, Value};
use fairfloor::view::action::Action;
use fairfloor::view::history::shown;
use fairfloor::view::words::rail;
use number::NumberControl;
use series::SeriesControl;
use switch::SwitchControl;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    pub field: Entry<Field>,
    pub value: Value,
    /// The value in the starting scenario.
    pub start: Value,
    pub language: Language,
    /// What is wrong with it together with others.
    #[prop_or_default]
    pub problem: Option<String>,
    /// Large, under the chart.
    #[prop_or_default]
    pub lever: bool,
    pub dispatch: Dispatch,
}

/// The id of a field's control; the lever under the chart is a second one of the same field.
pub fn id_of(field: &Field, lever: bool) -> String {
    let prefix = if lever { "lever" } else { "field" };
    format!("{prefix}-{}", field.path.replace('.', "-"))
}

#[component]
pub fn FieldControl(props: &FieldProps) -> Html {
    let Entry(field) = props.field;
    let language = props.language;
    let changed = props.value != props.start;
    let id = id_of(field, props.lever);
    let label = field.label.get(language);
    let classes = classes!(
        "field",
        changed.then_some("is-changed"),
        props.problem.is_some().then_some("is-wrong"),
        field.is_assumption().then_some("is-assumption"),
        props.lever.then_some("is-lever"),
    );
    let explain = props.dispatch.reform(move |_| Msg::Explain(Some(field)));
    let reset = props
        .dispatch
        .reform(move |_| Msg::Act(Action::Reset(field)));
    let tools = html! {
        <span class="field-tools">
            if changed {
                <button type="button" class="icon-button" onclick={reset}
                    aria-label={format!("{} {label}: {}", rail::RESET.get(language), shown(field, &props.start, language))}
                    title={format!("{} {}", rail::RESET.get(language), shown(field, &props.start, language))}>
                    { icon(icons::RESET) }
                </button>
            }
            <button type="button" class="icon-button" onclick={explain}
                aria-label={format!("{} {label}", rail::EXPLAIN.get(language))} title={field.meaning.get(language)}>
                { icon(icons::INFO) }
            </button>
        </span>
    };
    let (value, start) = (props.value.clone(), props.start.clone());
    let common = (props.field, props.dispatch.clone());
    html! {
        <div class={classes} data-path={field.path}>
            { match field.kind {
                Kind::Number { .. } | Kind::Whole { .. } => html! {
                    <NumberControl field={common.0} {value} {start} {id} {language} {tools} dispatch={common.1} />
                },
                Kind::Switch => html! {
                    <SwitchControl field={common.0} {value} {id} {language} {tools} dispatch={common.1} />
                },
                Kind::Choice(_) => html! {
                    <ChoiceControl field={common.0} {value} {id} {language} {tools} dispatch={common.1} />
                },
                Kind::Words { .. } => html! {
                    <>
                        <div class="field-head">
                            <span class="label">{ label }</span>
                            { tools }
                        </div>
                        <p>{ shown(field, &value, language) }</p>
                        <p class="hint">{ rail::WORLDS_HINT.get(language) }</p>
                    </>
                },
                Kind::Series { .. } => html! {
                    <SeriesControl field={common.0} {value} {start} {language} {tools} />
                },
            } }
            if let Some(problem) = &props.problem {
                <p class="field-problem" role="alert">{ problem }</p>
            }
        </div>
    }
}
