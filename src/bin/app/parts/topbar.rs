//! The bar at the top: name, screens, run, undo, link, language, colours, help.

use super::chip::RunChip;
use super::icons::{self, icon};
use crate::app::Msg;
use crate::browser::{Theme, is_served};
use crate::document::language_id;
use crate::runner::Status;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::action::Action;
use fairfloor::view::history::Change;
use fairfloor::view::screen::Screen;
use fairfloor::view::session::Session;
use fairfloor::view::words::shell;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub status: Status,
    pub theme: Theme,
    pub fingerprint: [Option<AttrValue>; 2],
    pub dispatch: Dispatch,
}

/// The colours as an icon and as words.
pub fn theme(theme: Theme, language: Language) -> (&'static str, String) {
    let (icon, name) = match theme {
        Theme::Auto => (icons::AUTO, shell::THEME_AUTO),
        Theme::Light => (icons::SUN, shell::THEME_LIGHT),
        Theme::Dark => (icons::MOON, shell::THEME_DARK),
    };
    let label = format!("{} · {}", shell::THEME.get(language), name.get(language));
    (icon, label)
}

/// What undo or redo would change, after its own name.
pub fn step(text: Text, change: Option<&Change>, language: Language) -> String {
    let Some(change) = change else {
        return text.get(language).to_owned();
    };
    let colon = if language == Language::Zh {
        "："
    } else {
        ": "
    };
    format!("{}{colon}{}", text.get(language), change.name(language))
}

#[component]
pub fn TopBar(props: &Props) -> Html {
    let Props {
        session, dispatch, ..
    } = props;
    let language = session.language;
    let other = match language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let (theme_icon, theme_label) = theme(props.theme, language);
    let next = props.theme.next();
    let (no_undo, no_redo) = (session.undoable().is_none(), session.redoable().is_none());
    let undo = step(shell::UNDO, session.undoable(), language);
    let redo = step(shell::REDO, session.redoable(), language);
    html! {
        <header class="topbar">
            <button type="button" class="icon-button only-narrow" aria-label={shell::OPEN_PARAMETERS.get(language)}
                onclick={dispatch.reform(|_| Msg::Rail(true))}>{ icon(icons::SLIDERS) }</button>
            <p class="brand">{ shell::NAME.get(language) }</p>
            <nav class="tabs" aria-label={shell::SCREENS.get(language)}>
                { for Screen::ALL.into_iter().map(|screen| html! {
                    <button type="button" key={screen.route()} class="tab"
                        aria-current={(screen == session.screen).then_some("page")}
                        onclick={dispatch.reform(move |_| Msg::Act(Action::Open(screen)))}>
                        { screen.title().get(language) }
                    </button>
                }) }
                if is_served() {
                    <a class="tab" href="./workshop.html">{ shell::WORKSHOP.get(language) }</a>
                }
            </nav>
            <RunChip {language} status={props.status.clone()} fingerprint={props.fingerprint.clone()}
                dispatch={dispatch.clone()} />
            <div class="topbar-tools">
                <button type="button" class="icon-button" aria-label={undo.clone()} title={undo}
                    aria-disabled={no_undo.then_some("true")} data-do="undo"
                    onclick={dispatch.reform(|_| Msg::Act(Action::Undo))}>{ icon(icons::UNDO) }</button>
                <button type="button" class="icon-button" aria-label={redo.clone()} title={redo}
                    aria-disabled={no_redo.then_some("true")} data-do="redo"
                    onclick={dispatch.reform(|_| Msg::Act(Action::Redo))}>{ icon(icons::REDO) }</button>
                <button type="button" class="button quiet" data-do="share" title={shell::SHARE.get(language)}
                    onclick={dispatch.reform(|_| Msg::Share)}>
                    { icon(icons::LINK) }<span>{ shell::SHARE.get(language) }</span>
                </button>
                <button type="button" class="button quiet" lang={language_id(other)} data-do="language"
                    onclick={dispatch.reform(move |_| Msg::Act(Action::Speak(other)))}>
                    { shell::TO_OTHER_LANGUAGE.get(language) }
                </button>
                <button type="button" class="icon-button" aria-label={theme_label.clone()} title={theme_label}
                    data-do="theme" onclick={dispatch.reform(move |_| Msg::Theme(next))}>{ icon(theme_icon) }</button>
                <button type="button" class="icon-button" aria-label={shell::HELP.get(language)}
                    title={shell::HELP.get(language)} data-do="help"
                    onclick={dispatch.reform(|_| Msg::Help(true))}>{ icon(icons::HELP) }</button>
            </div>
        </header>
    }
}
