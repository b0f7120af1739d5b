//! The part of a round's form that a league has alone: what teams may move, and for how many hours.

use super::compose::ComposeMsg;
use super::own::{OwnMsg, pressed, typed};
use crate::app::App;
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::view::number::bare;
use fairfloor::view::words::compose as words;
use fairfloor::workshop::own::Draft;
use fairfloor::workshop::scheme::levers;
use yew::html::Scope;
use yew::prelude::*;

pub fn draw(draft: &Draft, language: Language, link: &Scope<App>) -> Html {
    let spent = bare(draft.spent().round(), Unit::Yuan);
    html! {
        <fieldset class="scheme-form">
            <legend>{ words::MAY_MOVE.get(language) }</legend>
            <div class="ticks">{ for levers().map(|(lever, field)| {
                let (path, is_free) = (lever.path, draft.levers.contains(&lever.path));
                html! {
                    <label class="tick" key={path}>
                        <input type="checkbox" data-free={path} checked={is_free} disabled={!is_free && !draft.has_room()}
                            onclick={pressed(link, move || ComposeMsg::Own(OwnMsg::Free(path)))} />
                        <span>{ field.label.get(language) }</span>
                    </label>
                }
            }) }</div>
            <label class="field"><span>{ words::HOURS.get(language) }</span>
                <input type="number" min="0" step="100" inputmode="numeric" value={draft.hours.to_string()} data-box="hours"
                    oninput={typed(link, OwnMsg::Hours)} /></label>
            <p class="hint" data-spent="">{ words::AS_IT_IS.get(language) }{ " " }{ spent }</p>
        </fieldset>
    }
}
