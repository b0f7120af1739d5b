//! Where files come in: dropping works anywhere on the page; beside it the templates, the made-up centre, and
//! how to be rid of everything.

use crate::app::{Centre, Example, Msg};
use crate::fit::State;
use crate::select;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::centre::File;
use fairfloor::view::own::templates::template;
use fairfloor::view::words::centre as words;
use yew::prelude::*;

/// The card.
pub fn zone(centre: &Centre, language: Language) -> Html {
    let choose = centre.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = select::input(&event) else {
            return;
        };
        if let Some(files) = input.files() {
            choose.emit(Msg::Files(files));
        }
    });
    // The same file can be chosen again after it was mended.
    let onclick = Callback::from(|event: MouseEvent| {
        if let Some(input) = select::input(&event) {
            input.set_value("");
        }
    });
    let anything = !centre.intake.sheets().is_empty()
        || centre.phones.is_some()
        || centre.opened.is_some()
        || centre.fit.is_some();
    // It would end the workers that the fit has.
    let fit = centre.fit.as_ref();
    let fitting = fit.is_some_and(|fit| fit.state == State::Running);
    html! {
        <section class="card intake">
            <p>
                { words::DROP.get(language) }{ " " }
                <label class="file">
                    <input type="file" multiple={true} {onchange} {onclick}
                        accept=".csv,.txt,.xlsx,.json,text/csv,text/plain,application/json" />
                    <span>{ words::CHOOSE.get(language) }</span>
                </label>
            </p>
            <p class="hint">{ words::FORMS.get(language) }</p>
            <div class="intake-tools">
                <span class="hint">{ words::TEMPLATES.get(language) }</span>
                { for File::ALL.map(|file| {
                    let text = template(file, language);
                    saved(words::file(file).get(language), &format!("fairfloor-{}", file.id()), &text)
                }) }
                if centre.example == Example::Making {
                    <span class="hint" role="status">{ words::TRY_MAKING.get(language) }</span>
                } else if !fitting {
                    <button type="button" class="button quiet small" data-do="example"
                        onclick={centre.dispatch.reform(|_| Msg::Example)}>{ words::TRY.get(language) }</button>
                }
                if anything {
                    <button type="button" class="button quiet small" data-do="wipe"
                        onclick={centre.dispatch.reform(|_| Msg::Wipe)}>{ words::WIPE.get(language) }</button>
                }
            </div>
            if let Example::Made(files) = &centre.example {
                <div class="intake-tools">
                    <span class="hint">{ words::TRY_SAVE.get(language) }</span>
                    { for files.iter().map(|(file, text)| saved(&format!("{}.csv", file.id()), file.id(), text)) }
                </div>
            }
            if centre.inbox.is_busy() {
                <p class="hint" role="status">{ words::READING.get(language) }</p>
            }
            if let Some(said) = &centre.notes.said {
                <p class="hint" role="status" data-said="true">{ said.get(language) }</p>
            }
            if !centre.notes.complaints.is_empty() {
                <div class="trouble" role="alert">
                    { for centre.notes.complaints.iter().map(|said| html! { <p>{ said.get(language) }</p> }) }
                </div>
            }
        </section>
    }
}

/// A link that saves a text as a CSV file that spreadsheets open.
fn saved(label: &str, name: &str, text: &str) -> Html {
    let encoded = String::from(js_sys::encode_uri_component(&format!("\u{feff}{text}")));
    html! {
        <a class="button quiet small" data-do="template" download={format!("{name}.csv")}
            href={format!("data:text/csv;charset=utf-8,{encoded}")}>{ label }</a>
    }
}
