//! The tour: six sentences, each beside what it is about; it can be left at any of them.

use crate::app::Msg;
use crate::document;
use crate::shared::Dispatch;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::words::tour as words;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// What each sentence is about, and the sentence.
const STEPS: [(&str, Text); 6] = [
    (".headline", words::HEADLINE),
    (".tiles", words::TILES),
    (".is-lever", words::LEVER),
    (".figure", words::YEAR),
    (".tabs", words::SCREENS),
    ("[data-do=share]", words::LINK),
];

/// Marks the element that the sentence is about, or no more.
fn point(selector: &str, on: bool) {
    let page = gloo::utils::document();
    let Some(element) = page.query_selector(selector).ok().flatten() else {
        return;
    };
    if on {
        let _ = element.set_attribute("data-toured", "");
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(ScrollBehavior::Auto);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    } else {
        let _ = element.remove_attribute("data-toured");
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub dispatch: Dispatch,
}

#[component]
pub fn Tour(props: &Props) -> Html {
    let language = props.language;
    let at = use_state(|| 0_usize);
    use_effect_with(*at, |at| {
        let (selector, _) = STEPS[*at];
        point(selector, true);
        document::focus_soon(".tour [data-do=on]");
        move || point(selector, false)
    });
    let (_, sentence) = STEPS[*at];
    let leave = props.dispatch.reform(|_: MouseEvent| Msg::Help(false));
    let last = *at + 1 == STEPS.len();
    let back = {
        let at = at.clone();
        Callback::from(move |_: MouseEvent| at.set(at.saturating_sub(1)))
    };
    let on = if last {
        leave.clone()
    } else {
        let at = at.clone();
        Callback::from(move |_: MouseEvent| at.set(*at + 1))
    };
    html! {
        <section class="tour" role="dialog" aria-labelledby="tour-says" data-step={at.to_string()}>
            <p id="tour-says" aria-live="polite">
                <span class="tag">{ format!("{} / {}", *at + 1, STEPS.len()) }</span>{ " " }{ sentence.get(language) }
            </p>
            <div>
                <button type="button" class="button quiet small" data-do="leave" onclick={leave}>{ words::LEAVE.get(language) }</button>
                <button type="button" class="button small" data-do="back" disabled={*at == 0} onclick={back}>{ words::BACK.get(language) }</button>
                <button type="button" class="button small" data-do="on" onclick={on}>
                    { if last { words::DONE } else { words::ON }.get(language) }
                </button>
            </div>
        </section>
    }
}
