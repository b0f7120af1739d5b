//! The scenarios side by side as chips: open one, name it, copy it, take it away.

use super::closing::use_closing;
use super::icons::{self, icon};
use super::scenario::ScenarioRow;
use crate::app::Msg;
use crate::select;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::view::action::Action;
use fairfloor::view::lineup::{Letter, Reference, Variant};
use fairfloor::view::screen::Screen;
use fairfloor::view::session::Session;
use fairfloor::view::words::shell;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub dispatch: Dispatch,
}

/// A scenario's letter in its colour, with its marker.
pub fn badge(letter: Letter) -> Html {
    html! {
        <span class="badge" data-letter={letter.name()} aria-hidden="true">
            <span class="badge-mark">{ letter.marker() }</span>{ letter.name() }
        </span>
    }
}

#[component]
pub fn LineupBar(props: &Props) -> Html {
    let Props { session, dispatch } = props;
    let language = session.language;
    let menu = use_state(|| false);
    let opener = use_node_ref();
    use_closing(&menu, &opener, false);
    let open = session.lineup.open();
    // The menu belongs to one scenario: another one's is closed.
    {
        let menu = menu.clone();
        use_effect_with(open.letter.index(), move |_| menu.set(false));
    }
    let flip = {
        let menu = menu.clone();
        Callback::from(move |_: MouseEvent| menu.set(!*menu))
    };
    html! {
        <div class="lineup">
            <div class="lineup-row">
                <div class="chips" role="group" aria-label={shell::SCENARIOS.get(language)}>
                    { for session.lineup.all().iter().map(|variant| chip(session, variant, dispatch, language)) }
                    if session.lineup.has_room() {
                        <button type="button" class="scenario-chip add" data-do="duplicate"
                            onclick={dispatch.reform(|_| Msg::Act(Action::Duplicate))}>
                            { icon(icons::PLUS) }<span>{ shell::DUPLICATE.get(language) }</span>
                        </button>
                    }
                </div>
                <button ref={opener} type="button" class="button quiet small" data-do="scenario-menu"
                    aria-expanded={if *menu { "true" } else { "false" }} onclick={flip}>
                    { shell::SCENARIO_MENU.get(language) }{ icon(icons::CHEVRON) }
                </button>
            </div>
            if *menu {
                { tools(session, open, dispatch) }
            }
            if *menu || session.screen == Screen::Overview {
                <ScenarioRow session={session.clone()} dispatch={dispatch.clone()} />
            }
        </div>
    }
}

fn chip(session: &Session, variant: &Variant, dispatch: &Dispatch, language: Language) -> Html {
    let letter = variant.letter;
    let is_open = letter == session.lineup.open().letter;
    let is_reference = session.lineup.reference == Reference::Variant(letter);
    let name = variant.name(language);
    html! {
        <button type="button" key={letter.name()} class="scenario-chip" data-letter={letter.name()}
            aria-current={is_open.then_some("true")} title={name.clone()}
            onclick={dispatch.reform(move |_| Msg::Act(Action::Show(letter)))}>
            { badge(letter) }
            <span class="unseen">{ format!("{} {}", shell::SCENARIO.get(language), letter.name()) }</span>
            <span class="scenario-name">{ name }</span>
            if is_reference {
                <span class="tag">{ shell::IS_REFERENCE.get(language) }</span>
            }
        </button>
    }
}

/// What can be done with the open scenario.
fn tools(session: &Session, open: &Variant, dispatch: &Dispatch) -> Html {
    let language = session.language;
    let letter = open.letter;
    let several = session.lineup.all().len() > 1;
    let rename = dispatch.reform(move |event: Event| {
        let input = select::input(&event);
        let name = input.map(|input| input.value()).unwrap_or_default();
        Msg::Act(Action::Rename(letter, name))
    });
    let refer =
        dispatch.reform(move |_: MouseEvent| Msg::Act(Action::Against(Reference::Variant(letter))));
    html! {
        <div class="lineup-tools card">
            { badge(letter) }
            <label for="scenario-name">{ shell::RENAME.get(language) }</label>
            <input id="scenario-name" type="text" class="text" maxlength="60" key={letter.name()}
                value={open.given_name().unwrap_or_default().to_owned()} placeholder={open.name(language)}
                title={shell::RENAME_HINT.get(language)} onchange={rename} />
            if several {
                <button type="button" class="button small" data-do="make-reference" onclick={refer}
                    aria-disabled={(session.lineup.reference == Reference::Variant(letter)).then_some("true")}>
                    { shell::MAKE_REFERENCE.get(language) }
                </button>
                <button type="button" class="button small" data-do="delete"
                    onclick={dispatch.reform(move |_| Msg::Act(Action::Remove(letter)))}>
                    { shell::DELETE.get(language) }
                </button>
            }
        </div>
    }
}
