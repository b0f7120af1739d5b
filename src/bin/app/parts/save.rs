//! A figure as files: SVG and PNG are made by assets/page.js from what is shown, the table here.

use fairfloor::scenario::field::Language;
use fairfloor::view::csv;
use fairfloor::view::figure::Grid;
use fairfloor::view::words::result;
use yew::prelude::*;

/// The small menu of a figure; `drawn` while it is a chart and not a table.
pub fn save(id: &str, grid: &Grid, drawn: bool, language: Language) -> Html {
    let encoded = String::from(js_sys::encode_uri_component(&csv::text(grid)));
    html! {
        <details class="save">
            <summary class="button quiet small">{ result::SAVE.get(language) }</summary>
            <div class="save-menu">
                if drawn {
                    <button type="button" class="button quiet small" data-save="svg">{ "SVG" }</button>
                    <button type="button" class="button quiet small" data-save="png">{ "PNG" }</button>
                }
                <a class="button quiet small" data-do="csv" download={format!("fairfloor-{id}.csv")}
                    href={format!("data:text/csv;charset=utf-8,{encoded}")}>{ result::SAVE_TABLE.get(language) }</a>
            </div>
        </details>
    }
}
