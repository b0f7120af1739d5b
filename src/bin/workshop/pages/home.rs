//! Choosing a lesson, or opening a link that came without its page.

use crate::app::{App, Msg};
use crate::browser::{self, text_of};
use fairfloor::view::words::compose as more;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::lesson::Lesson;
use fairfloor::workshop::link::encode;
use fairfloor::workshop::ready;
use yew::html::Scope;
use yew::prelude::*;

pub fn draw(app: &App, link: &Scope<App>) -> Html {
    let language = app.language;
    let card = |mut lesson: Lesson| {
        // The room opens it in the language in which it was chosen.
        lesson.language = language;
        let text = encode(&lesson);
        let guide = ready::guide(lesson.from);
        html! {
            <li class="wcard" key={lesson.from}>
                <h2>{ lesson.title.get(language) }</h2>
                <p class="hint">{ format!("{} {} · {} {}", lesson.minutes, words::MINUTES.get(language), lesson.rounds.len(), words::ROUNDS.get(language)) }</p>
                <p>{ guide.aim.get(language) }</p>
                <p class="actions">
                    <a class="wbutton main" href={format!("#/lead/{text}")} data-do="lead">{ words::OPEN_LESSON.get(language) }</a>
                    <a class="wbutton" href={format!("#/{text}")} data-do="try">{ words::TRY_LESSON.get(language) }</a>
                </p>
                <p class="links">
                    <a href={format!("#/handout/{text}")}>{ words::HANDOUT.get(language) }</a>
                    <a href={format!("#/compose/{text}")} data-do="compose">{ words::COMPOSE.get(language) }</a>
                </p>
            </li>
        }
    };
    html! {
        <>
            <h1>{ words::WORKSHOP.get(language) }</h1>
            <p class="lead-text">{ words::LEAD.get(language) }</p>
            <ul class="lessons" aria-label={words::CHOOSE.get(language)}>{ for ready::all().into_iter().map(card) }</ul>
            if !browser::is_on_disk() {
                <p class="links"><a href="fairfloor-workshop.html" download="fairfloor-workshop.html" data-do="copy">{ more::ONE_FILE.get(language) }</a></p>
            }
            <section class="wcard">
                <h2>{ words::HAVE_LINK.get(language) }</h2>
                <label class="field">
                    <span>{ words::PASTE_LINK.get(language) }</span>
                    <input type="text" value={app.link.clone()} data-box="link"
                        oninput={link.callback(|event: InputEvent| Msg::Link(text_of(&event)))} />
                </label>
                <button type="button" class="wbutton" data-do="open" onclick={link.callback(|_| Msg::Open)}>{ words::OPEN.get(language) }</button>
            </section>
        </>
    }
}
