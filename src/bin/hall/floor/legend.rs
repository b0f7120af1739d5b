//! What the shapes mean and how many are seen in each, and what the recording weighs.

use super::Floor;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::floor::clock::Clock;
use fairfloor::view::floor::figure::{Ink, MARKS, Part, parts};
use fairfloor::view::floor::hall::Pose;
use fairfloor::view::floor::told;
use fairfloor::view::words::floor as words;
use yew::prelude::*;

/// The classes that give parts their colours in the legend, in the order of [`Ink`].
const CLASSES: [&str; Ink::TOKENS.len()] = [
    "ink",
    "secondary",
    "axis",
    "call",
    "fresh",
    "warm",
    "gold",
    "page",
    "surface",
    "focus",
];

fn sign(parts: &[Part], frame: &'static str) -> Html {
    html! {
        <svg viewBox={frame} width="28" height="24" aria-hidden="true">
            { for parts.iter().map(|part| html! {
                <path d={part.path} class={classes!(CLASSES[part.ink as usize], if part.fill { "fill" } else { "line" })} />
            }) }
        </svg>
    }
}

/// Each shape with its name, and how many are seen in it now.
pub fn legend(counted: &[[usize; 9]], language: Language) -> Html {
    let number = |at: usize| {
        let counts = counted.iter().map(|counts| counts[at].to_string());
        counts.collect::<Vec<_>>().join(" | ")
    };
    let mark = |part: usize, text: Text| {
        html! {
            <li>{ sign(&MARKS[part..=part], ["-8 42 56 48", "-6 -2 50 43"][part]) }{ text.get(language) }</li>
        }
    };
    html! {
        <ul class="floor-legend">
            { for Pose::ALL.into_iter().enumerate().map(|(at, pose)| html! {
                <li data-pose={format!("{pose:?}")}>{ sign(parts(pose), "0 0 100 86") }{ told::pose(pose).get(language) }
                    <strong>{ number(at) }</strong></li>
            }) }
            { mark(0, words::MARK_AWARD) }
            { mark(1, words::MARK_NEW) }
            <li><svg viewBox="0 0 28 24" width="28" height="24" aria-hidden="true">
                <circle cx="14" cy="12" r="9" class="axis line" /><path d="M14 3a9 9 0 0 1 9 9" class="warm line" /></svg>
                { words::RING.get(language) }</li>
            <li><svg viewBox="0 0 28 24" width="28" height="24" aria-hidden="true">
                <circle cx="7" cy="12" r="4" class="call fill" /><path d="M20 5.500l6 6.500-6 6.500-6-6.500z" class="warm fill" /></svg>
                { words::CALLER.get(language) }{ " / " }{ words::LONG_WAIT.get(language) }</li>
        </ul>
    }
}

/// The keys, and what the recording weighs.
pub fn foot(floor: &Floor, clock: &Clock, language: Language) -> Html {
    let Ok(projector) = &floor.projector else {
        return Html::default();
    };
    let journal = projector.year(0).map_or(0, |year| year.bytes);
    let film = projector.week(0, clock.week(floor.player.now.day));
    let film = film.map_or(0, |(_, bytes)| bytes);
    html! {
        <div class="figure-foot">
            <p class="hint" id="floor-keys">{ words::KEYS.get(language) }</p>
            <p class="hint" data-size={film.to_string()}>{ told::size(journal, film, projector.kept(), language) }</p>
        </div>
    }
}
