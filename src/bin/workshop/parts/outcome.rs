//! What came out, with the participant's or the room's answers over it.

use crate::figure::svg;
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::field::Language;
use fairfloor::view::chart::rows::{self, Row};
use fairfloor::view::number::show;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::draw::{self, BandPicture};
use fairfloor::workshop::lesson::{Round, Task};
use fairfloor::workshop::room::Room;
use fairfloor::workshop::ticket::{Answer, POINTS};
use fairfloor::workshop::{say, score};
use yew::prelude::*;

/// What is shown of a round.
pub struct Shown<'a> {
    /// Which round.
    pub round: &'a Round,
    /// Its place.
    pub place: usize,
    /// The participant's own answer.
    pub own: Option<&'a Answer>,
    /// What the room handed in.
    pub room: Option<&'a Room>,
    /// The results; empty before the reveal.
    pub futures: &'a [Vec<f64>],
    /// Which of the lost years is open.
    pub lost: usize,
    /// Size of the drawing.
    pub size: (f64, f64),
    /// In which language.
    pub language: Language,
}

/// The chart, silent: the sentence beside it says what it shows.
pub fn chart(shown: &Shown, another: &Callback<MouseEvent>) -> Html {
    let task = &shown.round.task;
    let scale = task.scale();
    let drawing = match task {
        Task::Band { .. } => {
            let own = match shown.own {
                Some(Answer::Band(low, high)) => Some((scale.amount(*low), scale.amount(*high))),
                _ => None,
            };
            let room = shown
                .room
                .map_or_else(Vec::new, |room| room.coverage(shown.place, task));
            let futures = shown.futures.first().map_or(&[][..], Vec::as_slice);
            let picture = BandPicture {
                own,
                room: &room,
                futures,
            };
            draw::band(task, &picture, shown.size, shown.language)
        }
        Task::Curve { .. } => {
            let heights = |answer: &Answer| match answer {
                Answer::Curve(points) => Some(points.map(|p| scale.amount(p))),
                _ => None,
            };
            let own = shown.own.and_then(heights);
            let room: Vec<[f64; POINTS]> = shown.room.map_or_else(Vec::new, |room| {
                room.of_round(shown.place)
                    .filter_map(|e| heights(&e.ticket.answer))
                    .collect()
            });
            draw::curve(
                task,
                own.as_ref(),
                &room,
                shown.futures,
                shown.size,
                shown.language,
            )
        }
        Task::Ranking {
            plans,
            twist,
            metric: _,
        } => {
            if shown.futures.is_empty() {
                return votes(shown, plans.len());
            }
            return html! {
                <>
                    { ranked(shown) }
                    if *twist && plans.len() == 2 { { lost_years(shown, another) } }
                </>
            };
        }
        Task::League { .. } => return html! {},
    };
    html! { <div class="figure-box">{ svg(&drawing, "wplot") }</div> }
}

/// On a projector these are drawn small and shown large, type and all.
fn narrow(shown: &Shown) -> f64 {
    shown.size.0.min(620.0)
}

fn ranked(shown: &Shown) -> Html {
    let Task::Ranking { plans, .. } = &shown.round.task else {
        return html! {};
    };
    let (unit, language) = (shown.round.task.about().unit, shown.language);
    let rows: Vec<Row> = plans
        .iter()
        .zip(shown.futures)
        .enumerate()
        .filter_map(|(at, ((name, _), futures))| {
            let summary = Summary::of(futures)?;
            Some(Row {
                // The whole name stands in the sentence; here there is room for its beginning.
                label: name
                    .get(language)
                    .split(['：', ':'])
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                bar: None,
                dot: Some(summary.p50),
                whisker: Some((summary.p05, summary.p95)),
                note: show(summary.p50, unit, language),
                class: fairfloor::view::chart::curves::SERIES[at % 6],
            })
        })
        .collect();
    let title = shown.round.task.about().label.get(language);
    let line = rows
        .iter()
        .filter_map(|r| r.whisker)
        .fold(f64::INFINITY, |l, w| l.min(w.0));
    let drawing = rows::draw(
        &rows,
        title,
        line,
        |v| say::tick(v, unit, language),
        narrow(shown),
    );
    html! { <div class="figure-box">{ svg(&drawing, "wplot rows") }</div> }
}

/// How many of the room put each plan first, before the results are shown.
fn votes(shown: &Shown, count: usize) -> Html {
    let Some(room) = shown.room else {
        return html! {};
    };
    let Task::Ranking { plans, .. } = &shown.round.task else {
        return html! {};
    };
    let mut firsts = vec![0_u32; count];
    for entry in room.of_round(shown.place) {
        if let Answer::Ranking(order) = &entry.ticket.answer
            && let Some(first) = order.first().and_then(|f| firsts.get_mut(usize::from(*f)))
        {
            *first += 1;
        }
    }
    let most = firsts.iter().copied().max().unwrap_or(0).max(1);
    html! {
        <dl class="votes">
            { for plans.iter().zip(firsts).map(|((name, _), votes)| html! {
                <div>
                    <dt>{ name.get(shown.language) }</dt>
                    <dd><meter min="0" max={most.to_string()} value={votes.to_string()} aria-label={name.get(shown.language).to_owned()}></meter>{ votes }</dd>
                </div>
            }) }
        </dl>
    }
}

fn lost_years(shown: &Shown, another: &Callback<MouseEvent>) -> Html {
    let (task, language) = (&shown.round.task, shown.language);
    let [first, second] = shown.futures else {
        return html! {};
    };
    let lower = score::is_lower_better(task);
    let mean = |of: &[f64]| Summary::of(of).map_or(0.0, |s| s.mean);
    let first_is_better = (mean(first) < mean(second)) == lower;
    let (better, worse) = if first_is_better {
        (first, second)
    } else {
        (second, first)
    };
    // Upwards where the better plan is better in that year as well.
    let differences: Vec<f64> = better
        .iter()
        .zip(worse)
        .map(|(b, w)| if lower { w - b } else { b - w })
        .collect();
    let lost: Vec<usize> = (0..differences.len())
        .filter(|at| differences[*at] < 0.0)
        .collect();
    let open = lost.get(shown.lost % lost.len().max(1)).copied();
    let unit = task.about().unit;
    let drawing = draw::lost_years(&differences, open, unit, (narrow(shown), 170.0));
    html! {
        <section class="twist">
            <p><strong>{ say::twist(lost.len(), differences.len(), language) }</strong></p>
            <div class="figure-box">{ svg(&drawing, "wplot rows") }</div>
            if let Some(at) = open {
                <p role="status">{ say::lost_year(at, better[at], worse[at], unit, language) }</p>
                if lost.len() > 1 {
                    <button type="button" class="wbutton" onclick={another.clone()}>{ words::ONE_YEAR.get(language) }</button>
                }
            }
        </section>
    }
}
