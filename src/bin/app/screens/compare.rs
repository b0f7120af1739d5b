//! Up to six scenarios side by side: the table first, then only what differs.

use super::{Props, frame, headline};
use crate::app::Msg;
use crate::parts::differences::{GROUPS, KEY};
use crate::parts::icons::{self, icon};
use crate::parts::lineup::badge;
use crate::parts::plot::FigureCard;
use crate::select::chosen;
use crate::shared::{Dispatch, Shared};
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::measure::summary::Summary;
use fairfloor::measure::weekly::WEEKLY;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::study::compare::Comparison;
use fairfloor::view::action::Action;
use fairfloor::view::amount;
use fairfloor::view::asked::Findings;
use fairfloor::view::compare::{
    Column, FACTORS, columns, differing, headline as say, judged, luck_saved, rivals, scenarios,
    surest_first, threshold,
};
use fairfloor::view::courses::figure;
use fairfloor::view::figure::Figure;
use fairfloor::view::grouping;
use fairfloor::view::history::shown as shown_value;
use fairfloor::view::lineup::Reference;
use fairfloor::view::sentence;
use fairfloor::view::session::Session;
use fairfloor::view::verdict::{Difference, tally};
use fairfloor::view::words::{compare as words, result, shell};
use yew::prelude::*;

#[component]
pub fn Compare(props: &Props) -> Html {
    let session = &props.session;
    let language = session.language;
    let all = use_state(|| false);
    let surest = use_state(|| false);
    let found = match props.answers.own.as_deref() {
        Some(Findings::Compare(found)) => Some(found),
        Some(Findings::Sweep { .. } | Findings::Years(_) | Findings::Said(_)) | None => None,
    };
    let columns = columns(session);
    let factor = session.factor;
    // Findings of a line-up that was left a moment ago have other columns.
    let found = found.filter(|found| found.metrics.len() == columns.len());
    let judged = found.map_or_else(Vec::new, |found| judged(found, factor));
    let course = use_state(|| 0);
    let drawn = found.and_then(|found| figure(found, &columns, *course, session.seed, language));
    let flip = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let sort = {
        let surest = surest.clone();
        Callback::from(move |_: MouseEvent| surest.set(!*surest))
    };
    let body = html! {
        <>
            { headline(props, &say(&columns, &judged, language), words::NOTE.get(language)) }
            if session.lineup.all().len() == 1 {
                { rival_buttons(session, &props.dispatch) }
            }
            <section class="card comparison">
                <header class="comparison-tools">
                    { matters(factor, language, &props.dispatch) }
                    <button type="button" class="button quiet small" data-do="all-metrics"
                        aria-pressed={if *all { "true" } else { "false" }} onclick={flip}>
                        { if *all { words::KEY_METRICS } else { words::ALL_METRICS }.get(language) }
                    </button>
                    <button type="button" class="button quiet small" data-do="surest-first"
                        aria-pressed={if *surest { "true" } else { "false" }} onclick={sort}>
                        { words::SUREST_FIRST.get(language) }
                    </button>
                </header>
                { table(session, &columns, found, &judged, (*all, *surest), &props.dispatch) }
                if let Some(saved) = found.and_then(|found| luck_saved(found, language)) {
                    <p class="hint">{ saved }</p>
                }
            </section>
            { super::why::section(props) }
            { super::catch::section(props, &judged) }
            { super::unbeaten::section(props) }
            if let Some(figure) = drawn {
                { courses(props, figure, &course) }
            }
            { parameters(session, &columns) }
        </>
    };
    frame(props, body)
}

/// The years over each other, and which of their courses.
fn courses(props: &Props, figure: Figure, course: &UseStateHandle<usize>) -> Html {
    let language = props.session.language;
    let onchange = {
        let course = course.clone();
        Callback::from(move |event: Event| {
            if let Some(at) = chosen(&event) {
                course.set(at);
            }
        })
    };
    html! {
        <>
            <div class="study-controls">
                <div class="choice">
                    <label for="course">{ words::COURSE.get(language) }</label>
                    <select id="course" {onchange}>
                        { for WEEKLY.iter().enumerate().map(|(at, weekly)| html! {
                            <option key={weekly.id} value={weekly.id} selected={at == **course}>{ weekly.label.get(language) }</option>
                        }) }
                    </select>
                </div>
            </div>
            <FigureCard figure={Shared::new(figure)} {language} table={props.table} dispatch={props.dispatch.clone()} />
        </>
    }
}

fn rival_buttons(session: &Session, dispatch: &Dispatch) -> Html {
    let language = session.language;
    let preset = session.preset();
    html! {
        <div class="rival-row">
            <p>{ words::RIVALS.get(language) }</p>
            <p class="rivals">
                { for rivals(session.scenario(), language).into_iter().map(|rival| {
                    let scenario = rival.scenario;
                    let onclick = dispatch.reform(move |_| {
                        Msg::Act(Action::Add { preset, scenario: Box::new(scenario.clone()) })
                    });
                    html! {
                        <button type="button" class="button" data-do="rival" key={rival.label.clone()} {onclick}>
                            { icon(icons::PLUS) }<span>{ rival.label }</span>
                        </button>
                    }
                }) }
            </p>
        </div>
    }
}

/// From which size on a difference matters to whoever looks.
fn matters(factor: f64, language: Language, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(factor) = chosen(&event).and_then(|index| FACTORS.get(index)) {
            dispatch.emit(Msg::Act(Action::Matters(*factor)));
        }
    });
    html! {
        <div class="choice inline">
            <label for="matters">{ words::MATTERS.get(language) }</label>
            <select id="matters" {onchange}>
                { for FACTORS.iter().map(|of| html! {
                    <option key={of.to_string()} value={of.to_string()} selected={*of == factor}>
                        { threshold(*of, language) }
                    </option>
                }) }
            </select>
        </div>
    }
}

fn table(
    session: &Session,
    columns: &[Column],
    found: Option<&Comparison>,
    judged: &[Vec<Option<Difference>>],
    (all, surest): (bool, bool),
    dispatch: &Dispatch,
) -> Html {
    let language = session.language;
    let groups = groups(all, surest.then_some(judged));
    let listed: Vec<usize> = groups
        .iter()
        .flat_map(|(_, of)| of.iter().copied())
        .collect();
    let head = columns.iter().enumerate().map(|(at, column)| {
        let counted = judged.get(at).filter(|_| !column.is_reference);
        html! {
            <th scope="col" role="columnheader" key={at} aria-current={column.is_reference.then_some("true")}>
                { column.letter.map(badge) }
                <span class="column-title">{ &column.title }</span>
                { refer(session, column, dispatch) }
                if let Some(differences) = counted {
                    <span class="range">{ tally(listed.iter().filter_map(|metric| differences[*metric]), language) }</span>
                }
            </th>
        }
    });
    html! {
        <div class="table-box compared" tabindex="0" role="region" aria-label={words::TABLE.get(language)}
            data-count={found.map_or(0, |found| found.count).to_string()}
            data-complete={found.is_some_and(|found| found.complete).then_some("true")}>
            <table role="table">
                <thead><tr role="row">
                    <th scope="col" role="columnheader">{ result::COLUMN_METRIC.get(language) }</th>
                    { for head }
                </tr></thead>
                { for groups.into_iter().map(|(title, metrics)| html! {
                    <tbody key={title.en}>
                        if all && !surest {
                            <tr class="heading">
                                <th scope="rowgroup" colspan={(columns.len() + 1).to_string()}>{ title.get(language) }</th>
                            </tr>
                        }
                        { for metrics.into_iter().map(|metric| html! {
                            <tr key={METRICS[metric].id} role="row" data-metric={METRICS[metric].id}>
                                <th scope="row" role="rowheader" title={METRICS[metric].meaning.get(language)}>
                                    { METRICS[metric].label.get(language) }
                                </th>
                                { for columns.iter().enumerate().map(|(at, column)| {
                                    let summary = found.and_then(|found| found.metrics[at][metric]);
                                    let difference = judged.get(at).and_then(|of| of[metric]);
                                    cell(metric, column, found.is_some(), summary, difference, language)
                                }) }
                            </tr>
                        }) }
                    </tbody>
                }) }
            </table>
        </div>
    }
}

/// The metrics under their headings, or all in one with the surest differences first.
fn groups(all: bool, judged: Option<&[Vec<Option<Difference>>]>) -> Vec<(Text, Vec<usize>)> {
    let groups = if all { GROUPS } else { KEY };
    let places = |ids: &[&str]| ids.iter().filter_map(|id| position(id)).collect();
    let mut groups: Vec<(Text, Vec<usize>)> = groups
        .iter()
        .map(|(title, ids)| (*title, places(ids)))
        .collect();
    if let Some(judged) = judged {
        let mut one: Vec<usize> = groups
            .iter()
            .flat_map(|(_, of)| of.iter().copied())
            .collect();
        surest_first(&mut one, judged);
        groups = vec![(words::SUREST_FIRST, one)];
    }
    groups
}

/// The mark of the reference, or the button that makes it one.
fn refer(session: &Session, column: &Column, dispatch: &Dispatch) -> Html {
    let language = session.language;
    if column.is_reference {
        return html! { <span class="tag">{ words::REFERENCE.get(language) }</span> };
    }
    let Some(letter) = column.letter else {
        return Html::default();
    };
    html! {
        <button type="button" class="button quiet small" data-do="refer"
            onclick={dispatch.reform(move |_| Msg::Act(Action::Against(Reference::Variant(letter))))}>
            { shell::MAKE_REFERENCE.get(language) }
        </button>
    }
}

fn cell(
    metric: usize,
    column: &Column,
    is_there: bool,
    summary: Option<Summary>,
    difference: Option<Difference>,
    language: Language,
) -> Html {
    // On a phone, where its column's head stands far above.
    let short = column.letter.map_or_else(
        || column.title.clone(),
        |letter| format!("{} {}", letter.marker(), letter.name()),
    );
    let Some(summary) = summary else {
        let text = if is_there {
            result::UNDEFINED
        } else {
            words::WAITING
        };
        return html! { <td class="number waiting" role="cell" data-column={short}>{ text.get(language) }</td> };
    };
    let difference = difference.filter(|_| !column.is_reference);
    html! {
        <td class="number" role="cell" data-column={short} title={difference.map(|d| sentence::verdict(metric, &d, language))}>
            { amount::value(metric, &summary, language) }
            <span class="range">{ amount::range(metric, &summary, language) }</span>
            if let Some(difference) = difference {
                <span class="verdict-line" data-verdict={difference.verdict.id()}>
                    if difference.verdict.is_clear() {
                        { icon(if difference.summary.mean > 0.0 { icons::UP } else { icons::DOWN }) }
                        <span>{ amount::delta_within(metric, &difference, language) }</span>
                    }
                    <strong>{ difference.verdict.text().get(language) }</strong>
                </span>
            }
        </td>
    }
}

/// Only the parameters in which any two differ.
fn parameters(session: &Session, columns: &[Column]) -> Html {
    let language = session.language;
    let differing = differing(&scenarios(session));
    if differing.is_empty() {
        return html! { <p class="hint">{ words::ALIKE.get(language) }</p> };
    }
    let title = format!("{} · {}", words::DIFFERING.get(language), differing.len());
    html! {
        <details class="card differing" open={differing.len() <= 8}>
            <summary>{ title.clone() }</summary>
            <div class="table-box" tabindex="0" role="region" aria-label={title}>
                <table>
                    <thead><tr>
                        <th scope="col">{ shell::PARAMETERS.get(language) }</th>
                        { for columns.iter().enumerate().map(|(at, column)| html! {
                            <th scope="col" key={at}>
                                { column.letter.map_or_else(|| html! { { &column.title } }, badge) }
                                if let Some(letter) = column.letter { <span class="unseen">{ letter.name() }</span> }
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for differing.into_iter().map(|(field, values)| html! {
                            <tr key={field.path}>
                                <th scope="row">{ grouping::name(field, language) }</th>
                                { for values.into_iter().map(|value| html! {
                                    <td>{ shown_value(field, &value, language) }</td>
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
