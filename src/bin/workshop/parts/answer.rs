//! The field in which a round is answered, whatever it asks for.

use super::band::BandField;
use super::curve::CurveField;
use crate::browser::{self, text_of};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::find;
use fairfloor::view::number::{bare, show};
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::draw::{self, BandPicture};
use fairfloor::workshop::league;
use fairfloor::workshop::lesson::Task;
use fairfloor::workshop::ticket::{Answer, POINTS};
use yew::prelude::*;

/// The size of a drawing that fills a phone or a column.
pub fn size() -> (f64, f64) {
    let width = (browser::width() - 32.0).clamp(280.0, 680.0);
    (width, if width < 500.0 { 230.0 } else { 280.0 })
}

/// What to do with the field.
pub fn hint(task: &Task, language: Language) -> &'static str {
    let text = match task {
        Task::Band { .. } => words::BAND_HINT,
        Task::Curve { .. } => words::CURVE_HINT,
        Task::Ranking { .. } => words::RANK_HINT,
        Task::League { .. } => words::LEAGUE_HINT,
    };
    text.get(language)
}

/// The field.
pub fn field(
    task: &Task,
    answer: &Answer,
    language: Language,
    onchange: &Callback<Answer>,
) -> Html {
    let (scale, unit) = (task.scale(), task.about().unit);
    match (task, answer) {
        (Task::Band { .. }, Answer::Band(low, high)) => {
            let own = Some((scale.amount(*low), scale.amount(*high)));
            let picture = BandPicture {
                own,
                ..BandPicture::default()
            };
            let drawing = draw::band(task, &picture, size(), language);
            let onchange = onchange.reform(|(low, high)| Answer::Band(low, high));
            html! { <BandField {drawing} {scale} {unit} band={(*low, *high)} {language} {onchange} /> }
        }
        (Task::Curve { at, lever, .. }, Answer::Curve(points)) => {
            let own = points.map(|p| scale.amount(p));
            let drawing = draw::curve(task, Some(&own), &[], &[], size(), language);
            let of = find(lever);
            let names = at.map(|v| of.map_or(String::new(), |f| show(v, f.unit, language)));
            let onchange = onchange.reform(Answer::Curve);
            html! { <CurveField {drawing} {scale} {unit} points={*points} {names} {language} {onchange} /> }
        }
        (Task::Ranking { plans, .. }, Answer::Ranking(order)) => {
            let swap = |at: usize, with: usize| {
                let (order, onchange) = (order.clone(), onchange.clone());
                Callback::from(move |_: MouseEvent| {
                    let mut order = order.clone();
                    order.swap(at, with);
                    onchange.emit(Answer::Ranking(order));
                })
            };
            let last = order.len().saturating_sub(1);
            html! {
                <ol class="ranked">
                    { for order.iter().enumerate().map(|(at, place)| {
                        let name = plans.get(usize::from(*place)).map_or("", |(name, _)| name.get(language));
                        let label = |word: &str| format!("{word}: {name}");
                        html! {
                            <li key={*place}>
                                <span>{ name }</span>
                                <button type="button" class="square" aria-label={label(words::MOVE_UP.get(language))}
                                    disabled={at == 0} onclick={swap(at, at.saturating_sub(1))}>{ "↑" }</button>
                                <button type="button" class="square" aria-label={label(words::MOVE_DOWN.get(language))}
                                    disabled={at == last} onclick={swap(at, (at + 1).min(last))}>{ "↓" }</button>
                            </li>
                        }
                    }) }
                </ol>
            }
        }
        (
            Task::League {
                plan,
                levers,
                hours,
                ..
            },
            Answer::Scheme(steps),
        ) => {
            let spent = league::spent(&league::built(plan, levers, steps), levers);
            let hours_text = |h: f64| bare(h.round(), fairfloor::scenario::field::Unit::Yuan);
            html! {
                <div class="scheme">
                    { for levers.iter().enumerate().map(|(at, path)| lever(at, path, steps, language, onchange)) }
                    <p class={classes!("budget", (spent > *hours).then_some("is-over"))} role="status">
                        <span>{ words::SPENT.get(language) }{ " " }<strong>{ hours_text(spent) }</strong></span>
                        <span>{ words::BUDGET.get(language) }{ " " }<strong>{ hours_text(*hours) }</strong></span>
                        <span>{ words::HOURS_A_YEAR.get(language) }</span>
                        if spent > *hours {
                            <span class="over">{ words::OVER_BUDGET.get(language) }</span>
                        }
                    </p>
                    <progress max={hours.to_string()} value={spent.min(*hours).to_string()} aria-label={words::SPENT.get(language)}></progress>
                </div>
            }
        }
        (
            Task::Band { .. } | Task::Curve { .. } | Task::Ranking { .. } | Task::League { .. },
            _,
        ) => html! {},
    }
}

fn lever(
    at: usize,
    path: &&'static str,
    steps: &[u16; POINTS],
    language: Language,
    onchange: &Callback<Answer>,
) -> Html {
    let (Some(field), Some(lever)) = (find(path), league::lever(path)) else {
        return html! {};
    };
    let (steps, onchange) = (*steps, onchange.clone());
    let amount = show(lever.amount(steps[at]), field.unit, language);
    let oninput = Callback::from(move |event: InputEvent| {
        if let Ok(step) = text_of(&event).parse() {
            let mut moved = steps;
            moved[at] = step;
            onchange.emit(Answer::Scheme(moved));
        }
    });
    html! {
        <label class="lever" key={*path}>
            <span>{ field.label.get(language) }</span>
            <strong>{ amount.clone() }</strong>
            <input type="range" min="0" max={lever.steps().to_string()} step="1" value={steps[at].to_string()}
                aria-valuetext={amount} {oninput} data-lever={*path} />
        </label>
    }
}

/// True where the answer may be locked.
pub fn may_lock(task: &Task, answer: &Answer) -> bool {
    match (task, answer) {
        (
            Task::League {
                plan,
                levers,
                hours,
                ..
            },
            Answer::Scheme(steps),
        ) => league::spent(&league::built(plan, levers, steps), levers) <= *hours,
        _ => task.fits(answer),
    }
}
