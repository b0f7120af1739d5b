//! The staffing card: asked for by a button, worked out in a worker.

use crate::app::Msg;
use crate::parts::plot::FigureCard;
use crate::shared::{Dispatch, Shared};
use crate::staffing::Staffed;
use fairfloor::scenario::field::Language;
use fairfloor::view::staffing::figure;
use fairfloor::view::words::staffing as words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub staffed: Staffed,
    pub language: Language,
    pub table: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn StaffCard(props: &Props) -> Html {
    let Props {
        staffed,
        language,
        table,
        dispatch,
    } = props;
    let language = *language;
    let plan = match staffed {
        Staffed::Found { plan, .. } => plan.clone(),
        Staffed::Nothing | Staffed::Busy => None,
    };
    let drawn = use_memo((plan, language), |(plan, language)| {
        plan.as_ref()
            .map(|plan| Shared::new(figure(&plan.0, *language)))
    });
    let ask = |text: &'static str| {
        html! {
            <button type="button" class="button small" data-do="staff" onclick={dispatch.reform(|_| Msg::Staff)}>{ text }</button>
        }
    };
    html! {
        <section class="staffing" aria-label={words::TITLE.get(language)}>
            <h3>{ words::TITLE.get(language) }</h3>
            { match staffed {
                Staffed::Nothing => html! {
                    <>
                        <p class="hint">{ words::HINT.get(language) }</p>
                        { ask(words::ASK.get(language)) }
                    </>
                },
                Staffed::Busy => html! { <p class="hint" role="status">{ words::BUSY.get(language) }</p> },
                Staffed::Found { plan: None, .. } => html! { <p class="hint">{ words::TOO_MANY.get(language) }</p> },
                Staffed::Found { current, .. } => html! {
                    <>
                        if let Some(figure) = &*drawn {
                            <FigureCard figure={figure.clone()} {language} table={*table} dispatch={dispatch.clone()} />
                        }
                        if !current { { ask(words::ASK_AGAIN.get(language)) } }
                    </>
                },
            } }
        </section>
    }
}
