//! The files that came in: what each is, what its columns are taken for, what is wrong in it; and the confirmation.

use crate::app::{Centre, DRAWS, Msg};
use crate::parts::plot::grid;
use crate::select::chosen;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::centre::scale::Scale;
use fairfloor::scenario::import::centre::table::Table;
use fairfloor::scenario::import::centre::{File, Note};
use fairfloor::view::own::intake::Sheet;
use fairfloor::view::own::reading;
use fairfloor::view::words::centre as words;
use yew::prelude::*;

/// All of them.
pub fn sheets(centre: &Centre, language: Language) -> Html {
    let ready = centre.intake.ready();
    let notes = ready.iter().flat_map(|ready| &ready.notes);
    let problem = ready.as_ref().and_then(|ready| ready.problem(language));
    let dispatch = &centre.dispatch;
    let draws = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(draws) = chosen(&event).and_then(|at| DRAWS.get(at)) {
                dispatch.emit(Msg::Draws(*draws));
            }
        })
    };
    let again = centre.fit.is_some();
    html! {
        <section class="people-files">
            <h2>{ words::PEOPLE.get(language) }</h2>
            { for centre.intake.sheets().iter().enumerate().map(|(at, sheet)| one(centre, at, sheet, language)) }
            { list(notes, language) }
            if let Some(problem) = &problem {
                <div class="trouble" role="alert"><p>{ problem }</p></div>
            }
            <div class="card confirm">
                if ready.is_some() && problem.is_none() {
                    <div class="study-controls">
                        <label class="choice">
                            <span>{ words::DRAWS.get(language) }</span>
                            <select id="draws" onchange={draws}>
                                { for DRAWS.iter().map(|draws| html! {
                                    <option key={*draws} selected={*draws == centre.draws}>{ draws.to_string() }</option>
                                }) }
                            </select>
                        </label>
                        <button type="button" class={classes!("button", (!again).then_some("primary"))} data-do="fit"
                            onclick={dispatch.reform(|_| Msg::Fit)}>
                            { if again { words::AGAIN } else { words::CONFIRM }.get(language) }
                        </button>
                    </div>
                    <p class="hint">{ words::SETUP.get(language) }</p>
                } else {
                    <p class="hint">{ words::NEEDED.get(language) }</p>
                }
            </div>
        </section>
    }
}

fn list<'a>(notes: impl Iterator<Item = &'a Note>, language: Language) -> Html {
    let lines: Vec<String> = notes.map(|note| reading::note(note, language)).collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! { <ul class="notes">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul> }
}

fn one(centre: &Centre, at: usize, sheet: &Sheet, language: Language) -> Html {
    let dispatch = &centre.dispatch;
    let kinds = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(index) = chosen(&event) {
                let file = index.checked_sub(1).and_then(|index| File::ALL.get(index));
                dispatch.emit(Msg::Kind(at, file.copied()));
            }
        })
    };
    let refusal = sheet.refusal(language);
    let findings = sheet.findings(language);
    let caption = format!("{} · {}", sheet.name, words::WRONG.get(language));
    html! {
        <article class="card sheet" key={sheet.name.clone()} data-sheet={sheet.name.clone()}
            data-kind={sheet.file.map_or("none", File::id)}>
            <header>
                <div>
                    <h3>{ &sheet.name }</h3>
                    <p class="hint">{ sheet.summary(language) }</p>
                </div>
                <div class="study-controls">
                    if sheet.table.is_ok() {
                        <label class="choice">
                            <span>{ words::KIND.get(language) }</span>
                            <select onchange={kinds} data-do="kind">
                                <option selected={sheet.file.is_none()}>{ words::NO_KIND.get(language) }</option>
                                { for File::ALL.into_iter().map(|file| html! {
                                    <option key={file.id()} selected={sheet.file == Some(file)}>
                                        { words::file(file).get(language) }
                                    </option>
                                }) }
                            </select>
                        </label>
                    }
                    <button type="button" class="button quiet small" data-do="remove"
                        aria-label={format!("{} {}", words::REMOVE.get(language), sheet.name)}
                        onclick={dispatch.reform(move |_| Msg::Remove(at))}>{ words::REMOVE.get(language) }</button>
                </div>
            </header>
            if let Some(refusal) = &refusal {
                <div class="trouble" role="alert"><p>{ refusal }</p></div>
            }
            if let (Ok(table), Some(file)) = (&sheet.table, sheet.file) {
                <details open={refusal.is_some() || centre.fit.is_none()}>
                    <summary>{ words::COLUMNS.get(language) }</summary>
                    { columns(centre, (at, sheet, table, file), language) }
                </details>
            }
            { list(sheet.reading.notes.iter(), language) }
            if !findings.rows.is_empty() {
                <div class="findings">{ grid(&findings, &caption) }</div>
            }
        </article>
    }
}

/// What each column is taken for.
fn columns(
    centre: &Centre,
    (at, sheet, table, file): (usize, &Sheet, &Table, File),
    language: Language,
) -> Html {
    let headers = table.headers();
    let label = words::COLUMNS.get(language);
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={label}>
            <table class="mapping">
                <thead><tr>
                    { for [words::COLUMN, words::EXAMPLE, words::TAKEN_FOR].map(|text| html! {
                        <th scope="col">{ text.get(language) }</th>
                    }) }
                </tr></thead>
                <tbody>
                    { for headers.iter().enumerate().map(|(place, header)| html! {
                        <tr key={place}>
                            <th scope="row">{ header }</th>
                            <td>{ table.example(place) }</td>
                            <td>
                                if table.is_personal(place) {
                                    <span class="personal">{ words::PERSONAL.get(language) }</span>
                                } else {
                                    { choice(centre, (at, place, header), sheet, file, language) }
                                    { unit(centre, (at, place, header), sheet, language) }
                                }
                            </td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn choice(
    centre: &Centre,
    (at, place, header): (usize, usize, &str),
    sheet: &Sheet,
    file: File,
    language: Language,
) -> Html {
    let now = sheet.columns.get(place).copied().flatten();
    let onchange = {
        let dispatch = centre.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(index) = chosen(&event) {
                let column = index
                    .checked_sub(1)
                    .and_then(|index| file.columns().get(index));
                dispatch.emit(Msg::Column(at, place, column.copied()));
            }
        })
    };
    let needed = |column| {
        if file.needed().contains(&column) {
            " *"
        } else {
            ""
        }
    };
    html! {
        <select {onchange} data-column={place.to_string()}
            aria-label={format!("{header}: {}", words::TAKEN_FOR.get(language))}>
            <option selected={now.is_none()}>{ words::NOTHING.get(language) }</option>
            { for file.columns().iter().map(|column| html! {
                <option key={column.name().en} selected={now == Some(*column)}>
                    { column.name().get(language) }{ needed(*column) }
                </option>
            }) }
        </select>
    }
}

/// In which unit a column is, where it could be in another: preset to what was guessed, with what is read so.
fn unit(
    centre: &Centre,
    (at, place, header): (usize, usize, &str),
    sheet: &Sheet,
    language: Language,
) -> Html {
    let column = sheet.columns.get(place).copied().flatten();
    let Some((column, all)) = column
        .map(|column| (column, Scale::of(column)))
        .filter(|(_, all)| !all.is_empty())
    else {
        return Html::default();
    };
    let now = sheet.scales.get(column);
    let onchange = centre.dispatch.reform(move |event: Event| {
        let index = chosen(&event).unwrap_or(0);
        let scale = index.checked_sub(1).and_then(|index| all.get(index));
        Msg::Scale(at, column, scale.copied())
    });
    html! {
        <>
            <select {onchange} data-unit={place.to_string()}
                aria-label={format!("{header}: {}", words::UNIT.get(language))}>
                <option selected={now.is_none()}>{ sheet.guess(column, language) }</option>
                { for all.iter().map(|scale| html! {
                    <option key={scale.id()} selected={now == Some(*scale)}>
                        { words::scale(*scale, column).get(language) }
                    </option>
                }) }
            </select>
            if let Some(median) = sheet.median(column, language) {
                <p class="hint" data-median={place.to_string()}>{ median }</p>
            }
        </>
    }
}
