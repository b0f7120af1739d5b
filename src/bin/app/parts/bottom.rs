//! The bar at the bottom of a phone: parameters, results, comparison, and the result in small.

use super::icons::{self, icon};
use crate::app::{Msg, Shown};
use crate::shared::Dispatch;
use fairfloor::measure::metric::METRICS;
use fairfloor::scenario::field::Language;
use fairfloor::view::action::Action;
use fairfloor::view::amount;
use fairfloor::view::screen::Screen;
use fairfloor::view::words::shell;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub screen: Screen,
    pub rail_open: bool,
    pub shown: Option<Shown>,
    pub dispatch: Dispatch,
}

#[component]
pub fn BottomBar(props: &Props) -> Html {
    let Props {
        language,
        screen,
        rail_open,
        dispatch,
        ..
    } = props;
    let language = *language;
    let more = use_state(|| false);
    let flip = {
        let more = more.clone();
        Callback::from(move |_: MouseEvent| more.set(!*more))
    };
    let others: Vec<Screen> = Screen::ALL
        .into_iter()
        .filter(|screen| !matches!(screen, Screen::Overview | Screen::Compare))
        .collect();
    let turnover = props
        .shown
        .as_ref()
        .and_then(|shown| shown.snapshot.current.metrics[0])
        .map(|summary| amount::range(0, &summary, language));
    let open = |to: Screen| dispatch.reform(move |_| Msg::Act(Action::Open(to)));
    let at = |here: bool| here.then_some("page");
    html! {
        <nav class="bottombar" aria-label={shell::SCREENS.get(language)}>
            <button type="button" aria-expanded={if *rail_open { "true" } else { "false" }}
                onclick={dispatch.reform({ let open = !rail_open; move |_| Msg::Rail(open) })}>
                { icon(icons::SLIDERS) }<span>{ shell::PARAMETERS.get(language) }</span>
            </button>
            <button type="button" aria-current={at(!rail_open && *screen == Screen::Overview)} onclick={open(Screen::Overview)}>
                { icon(icons::RESULT) }<span>{ shell::RESULTS.get(language) }</span>
            </button>
            <button type="button" aria-current={at(!rail_open && *screen == Screen::Compare)} onclick={open(Screen::Compare)}>
                { icon(icons::SWAP) }<span>{ shell::COMPARE.get(language) }</span>
            </button>
            <button type="button" aria-expanded={if *more { "true" } else { "false" }} data-do="more-screens"
                aria-current={at(!rail_open && others.contains(screen))} onclick={flip}>
                { icon(icons::MORE) }<span>{ shell::MORE_SCREENS.get(language) }</span>
            </button>
            if *more {
                <div class="sheet">
                    { for others.iter().map(|to| {
                        let more = more.clone();
                        let open = open(*to);
                        html! {
                            <button type="button" key={to.route()} aria-current={at(to == screen)}
                                onclick={Callback::from(move |event: MouseEvent| { more.set(false); open.emit(event); })}>
                                { to.title().get(language) }
                            </button>
                        }
                    }) }
                </div>
            }
            if let Some(turnover) = turnover {
                <p class="mini"><span>{ METRICS[0].label.get(language) }</span><strong>{ turnover }</strong></p>
            }
        </nav>
    }
}
