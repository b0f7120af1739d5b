//! What a parameter means, what it may be, and who says so.

use super::icons::{self, icon};
use crate::app::Msg;
use crate::shared::{Dispatch, Entry, Shared};
use fairfloor::scenario::field::{Field, Grade, Language, Source, Text, UNSUPPORTED};
use fairfloor::view::control;
use fairfloor::view::history::shown;
use fairfloor::view::number::show_range;
use fairfloor::view::session::Session;
use fairfloor::view::words::{rail, shell};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub field: Entry<Field>,
    pub dispatch: Dispatch,
}

fn row(term: Text, text: String, language: Language) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <><dt>{ term.get(language) }</dt><dd>{ text }</dd></> }
}

fn source(source: &Source, language: Language) -> (String, Option<Text>) {
    let plain = |text: Text| (text.get(language).to_owned(), None);
    match source {
        Source::Seed => plain(rail::SOURCE_SEED),
        Source::Example => plain(rail::SOURCE_EXAMPLE),
        Source::Convention => plain(rail::SOURCE_CONVENTION),
        Source::BankLog => plain(rail::SOURCE_BANK),
        Source::Study { cite, grade, .. } => {
            let grade = match grade {
                Grade::A => rail::GRADE_A,
                Grade::B => rail::GRADE_B,
                Grade::C => rail::GRADE_C,
            };
            (cite.get(language).into_owned(), Some(grade))
        }
        Source::Assumption {
            why: Some(cite), ..
        } => {
            let leans = rail::SOURCE_LEANS.get(language);
            (format!("{leans} {}", cite.get(language)), None)
        }
        Source::Assumption { why: None, .. } => {
            let none = rail::SOURCE_NONE.get(language).to_owned();
            (none, Some(UNSUPPORTED))
        }
    }
}

#[component]
pub fn Drawer(props: &Props) -> Html {
    let Entry(field) = props.field;
    let session = &props.session;
    let language = session.language;
    let plausible = field
        .source
        .range()
        .filter(|_| control::amount(&field.default).is_some())
        .map_or_else(String::new, |(low, high)| {
            show_range(low, high, field.unit, language)
        });
    let kind = if field.is_assumption() {
        rail::ASSUMPTION
    } else {
        rail::LEVER
    };
    let (says, more) = source(&field.source, language);
    html! {
        <aside class="drawer" aria-labelledby="drawer-title">
            <header>
                <p class={classes!("tag", field.is_assumption().then_some("is-assumption"))}>{ kind.get(language) }</p>
                <button type="button" class="icon-button close" onclick={props.dispatch.reform(|_| Msg::Explain(None))}
                    aria-label={shell::CLOSE.get(language)}>{ icon(icons::CLOSE) }</button>
            </header>
            <h2 id="drawer-title">{ field.label.get(language) }</h2>
            <p class="meaning">{ field.meaning.get(language) }</p>
            <dl>
                { row(rail::NOW, shown(field, &(field.get)(session.scenario()), language), language) }
                { row(rail::STARTING_VALUE, shown(field, &(field.get)(&session.origin), language), language) }
                { row(rail::DEFAULT, shown(field, &field.default, language), language) }
                { row(rail::ALLOWED, control::allowed(field, language), language) }
                { row(rail::PLAUSIBLE, plausible, language) }
                <dt>{ rail::SOURCE.get(language) }</dt>
                <dd>
                    <span class="source">{ says }</span>
                    if let Some(more) = more {
                        <span class="hint">{ more.get(language) }</span>
                    }
                </dd>
                <dt>{ rail::PATH.get(language) }</dt>
                <dd><code>{ field.path }</code></dd>
            </dl>
        </aside>
    }
}
