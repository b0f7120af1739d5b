//! The luck: neither lever nor assumption, one number that stands for all chance.

use crate::app::Msg;
use crate::select;
use crate::shared::Dispatch;
use fairfloor::scenario::field::Language;
use fairfloor::view::action::Action;
use fairfloor::view::words::{rail, shell};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub seed: u64,
    pub language: Language,
    pub dispatch: Dispatch,
}

#[component]
pub fn Luck(props: &Props) -> Html {
    let Props {
        seed,
        language,
        dispatch,
    } = props;
    let (seed, language) = (*seed, *language);
    let typed = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input = select::input(&event);
            let Some(input) = input else { return };
            if let Ok(seed) = input.value().trim().parse::<u64>() {
                dispatch.emit(Msg::Act(Action::Seed(seed)));
            } else {
                // What was there before stays.
                input.set_value(&seed.to_string());
                dispatch.emit(Msg::BadSeed);
            }
        })
    };
    let other = dispatch.reform(move |_| Msg::Act(Action::Seed(seed.wrapping_add(1))));
    html! {
        <fieldset class="group luck">
            <legend class="luck-title">{ rail::LUCK.get(language) }</legend>
            <div class="field-head">
                <label for="seed">{ shell::SEED.get(language) }</label>
                <button type="button" class="button quiet small" onclick={other}>{ rail::OTHER_LUCK.get(language) }</button>
                <input id="seed" type="text" class="number" inputmode="numeric" autocomplete="off" maxlength="20"
                    value={seed.to_string()} onchange={typed} />
            </div>
            <p class="hint">{ shell::SEED_HINT.get(language) }</p>
        </fieldset>
    }
}
