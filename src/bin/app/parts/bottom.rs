//! The bar at the bottom of a phone: parameters, results, comparison, the result in small, and a sheet with
//! everything else for which the bar at the top has no room there.

use super::closing::use_closing;
use super::icons::{self, icon};
use super::topbar::{step, theme};
use crate::app::Msg;
use crate::app::drawn::Shown;
use crate::browser::{Theme, is_served};
use crate::shared::{Dispatch, Shared};
use fairfloor::measure::metric::METRICS;
use fairfloor::view::action::Action;
use fairfloor::view::amount;
use fairfloor::view::screen::Screen;
use fairfloor::view::session::Session;
use fairfloor::view::words::shell;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub theme: Theme,
    pub rail_open: bool,
    pub shown: Option<Shown>,
    pub dispatch: Dispatch,
}

#[component]
pub fn BottomBar(props: &Props) -> Html {
    let Props {
        session,
        rail_open,
        dispatch,
        ..
    } = props;
    let (language, screen) = (session.language, session.screen);
    let more = use_state(|| false);
    let opener = use_node_ref();
    use_closing(&more, &opener, true);
    let flip = {
        let more = more.clone();
        Callback::from(move |_: MouseEvent| more.set(!*more))
    };
    let (theme_icon, theme_label) = theme(props.theme, language);
    let next = props.theme.next();
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
            <button type="button" aria-current={at(!rail_open && screen == Screen::Overview)} onclick={open(Screen::Overview)}>
                { icon(icons::RESULT) }<span>{ shell::RESULTS.get(language) }</span>
            </button>
            <button type="button" aria-current={at(!rail_open && screen == Screen::Compare)} onclick={open(Screen::Compare)}>
                { icon(icons::SWAP) }<span>{ shell::COMPARE.get(language) }</span>
            </button>
            <button ref={opener} type="button" aria-expanded={if *more { "true" } else { "false" }} data-do="more-screens"
                aria-current={at(!rail_open && others.contains(&screen))} onclick={flip}>
                { icon(icons::MORE) }<span>{ shell::MORE_SCREENS.get(language) }</span>
            </button>
            if *more {
                <div class="more-sheet">
                    <div class="sheet-part">
                        { for others.iter().map(|to| html! {
                            <button type="button" key={to.route()} aria-current={at(*to == screen)} onclick={open(*to)}>
                                { to.title().get(language) }
                            </button>
                        }) }
                    </div>
                    <div class="sheet-part">
                        <button type="button" data-do="share" onclick={dispatch.reform(|_| Msg::Share)}>
                            { icon(icons::LINK) }<span>{ shell::SHARE.get(language) }</span>
                        </button>
                        <button type="button" data-do="redo" aria-disabled={session.redoable().is_none().then_some("true")}
                            onclick={dispatch.reform(|_| Msg::Act(Action::Redo))}>
                            { icon(icons::REDO) }<span>{ step(shell::REDO, session.redoable(), language) }</span>
                        </button>
                        <button type="button" data-do="theme" onclick={dispatch.reform(move |_| Msg::Theme(next))}>
                            { icon(theme_icon) }<span>{ theme_label }</span>
                        </button>
                        <button type="button" data-do="help" onclick={dispatch.reform(|_| Msg::Help(true))}>
                            { icon(icons::HELP) }<span>{ shell::HELP.get(language) }</span>
                        </button>
                        if is_served() {
                            <a href="./workshop.html">{ shell::WORKSHOP.get(language) }</a>
                        }
                    </div>
                </div>
            }
            if let Some(turnover) = turnover {
                <p class="mini"><span>{ METRICS[0].label.get(language) }</span><strong>{ turnover }</strong></p>
            }
        </nav>
    }
}
