//! The help that covers the page: three sentences, the tour, the glossary and the keys.

use super::icons::{self, icon};
use super::tour::Tour;
use crate::app::Msg;
use crate::browser;
use crate::document;
use crate::select;
use crate::shared::Dispatch;
use fairfloor::scenario::field::Language;
use fairfloor::view::action::Action;
use fairfloor::view::screen::Screen;
use fairfloor::view::words::{shell, tour};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub single_keys: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn Help(props: &Props) -> Html {
    let language = props.language;
    use_effect_with((), |()| document::focus_soon(".help .close"));
    let close = props.dispatch.reform(|_| Msg::Help(false));
    let keys = props.dispatch.reform(|event: Event| {
        let input = select::input(&event);
        Msg::SingleKeys(input.is_some_and(|input| input.checked()))
    });
    let touring = use_state(|| false);
    let start = {
        let (touring, dispatch) = (touring.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Msg::Act(Action::Open(Screen::Overview)));
            touring.set(true);
        })
    };
    if *touring {
        return html! { <Tour {language} dispatch={props.dispatch.clone()} /> };
    }
    let rows = [
        ("g", shell::KEY_GO),
        ("1–6", shell::KEY_SCENARIO),
        ("d", shell::KEY_DUPLICATE),
        ("/", shell::KEY_SEARCH),
        ("z", shell::KEY_UNDO),
        ("Z", shell::KEY_REDO),
        (".", shell::KEY_RUN),
        ("t", shell::KEY_TABLE),
        ("?", shell::KEY_HELP),
        ("Esc", shell::KEY_ESCAPE),
    ];
    html! {
        <div class="overlay">
            <div class="overlay-back" onclick={close.clone()}></div>
            <section class="help" role="dialog" aria-modal="true" aria-labelledby="help-title">
                <header>
                    <h2 id="help-title">{ shell::HELP_TITLE.get(language) }</h2>
                    <button type="button" class="icon-button close" onclick={close.reform(|e: MouseEvent| e)}
                        aria-label={shell::CLOSE.get(language)}>{ icon(icons::CLOSE) }</button>
                </header>
                <ol>
                    <li>{ shell::HELP_ONE.get(language) }</li>
                    <li>{ shell::HELP_TWO.get(language) }</li>
                    <li>{ shell::HELP_THREE.get(language) }</li>
                </ol>
                <button type="button" class="button" data-do="tour" onclick={start}>{ tour::START.get(language) }</button>
                if browser::is_served() {
                    <p><a href="./workshop.html">{ shell::WORKSHOP.get(language) }</a>{ " · " }{ shell::HELP_WORKSHOP.get(language) }</p>
                }
                <details class="glossary">
                    <summary>{ tour::GLOSSARY.get(language) }</summary>
                    <dl>
                        { for tour::TERMS.iter().map(|(term, meaning)| html! {
                            <><dt>{ term.get(language) }</dt><dd>{ meaning.get(language) }</dd></>
                        }) }
                    </dl>
                </details>
                <h3>{ shell::KEYS_TITLE.get(language) }</h3>
                <dl class="keys">
                    { for rows.into_iter().map(|(key, text)| html! {
                        <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ text.get(language) }</dd></div>
                    }) }
                </dl>
                <p class="hint go-keys">
                    { for Screen::ALL.into_iter().map(|screen| html! {
                        <span key={screen.key()}><kbd>{ format!("g {}", screen.key()) }</kbd>{ " " }{ screen.title().get(language) }</span>
                    }) }
                </p>
                <label class="check">
                    <input type="checkbox" checked={props.single_keys} onchange={keys} />
                    { shell::KEYS_ON.get(language) }
                </label>
                <p class="hint">{ shell::KEYS_NOTE.get(language) }</p>
            </section>
        </div>
    }
}
