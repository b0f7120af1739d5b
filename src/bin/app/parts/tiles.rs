//! The four key numbers: median, range, twenty dots, difference from the baseline.

use super::figure::svg;
use super::icons::{self, icon};
use crate::shared::Shared;
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::scenario::field::Language;
use fairfloor::view::amount;
use fairfloor::view::chart::dots;
use fairfloor::view::sentence;
use fairfloor::view::snapshot::{DOTS, Snapshot, TILES};
use fairfloor::view::verdict::{Verdict, too_small};
use fairfloor::view::words::result;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub snapshot: Shared<Snapshot>,
    pub language: Language,
}

#[component]
pub fn Tiles(props: &Props) -> Html {
    let language = props.language;
    html! {
        <section aria-label={result::TILES.get(language)}>
            <dl class="tiles">
                { for TILES.iter().filter_map(|id| position(id)).map(|metric| tile(&props.snapshot, metric, language)) }
            </dl>
            <p class="hint dots-note">
                { result::DOTS_CAPTION.get(language) }
                if props.snapshot.baseline.is_some() && !props.snapshot.is_baseline {
                    { " · " }{ result::DOTS_BASELINE.get(language) }
                }
            </p>
        </section>
    }
}

fn tile(snapshot: &Snapshot, metric: usize, language: Language) -> Html {
    let entry = &METRICS[metric];
    let label = entry.label.get(language);
    let Some(summary) = snapshot.current.metrics[metric] else {
        return html! {
            <div class="tile" key={entry.id} data-metric={entry.id}>
                <dt title={entry.meaning.get(language)}>{ label }</dt>
                <dd><span class="tile-range">{ result::UNDEFINED.get(language) }</span></dd>
            </div>
        };
    };
    let values = snapshot.current.dots(metric);
    let baseline = snapshot
        .baseline
        .as_ref()
        .filter(|_| !snapshot.is_baseline)
        .and_then(|side| side.metrics[metric])
        .map(|summary| summary.p50);
    let domain = dots::domain(&values, baseline, too_small(entry) * 4.0);
    let drawing = dots::draw(&values, domain, baseline, 200.0);
    let range = amount::range(metric, &summary, language);
    html! {
        <div class="tile" key={entry.id} data-metric={entry.id}>
            <dt title={entry.meaning.get(language)}>{ label }</dt>
            <dd>
                <span class="tile-value">{ amount::value(metric, &summary, language) }</span>
                <span class="tile-range">{ format!("{} {range}", result::RANGE.get(language)) }</span>
                { svg(&drawing, if values.len() < DOTS { "dots few" } else { "dots" }) }
                { difference(snapshot, metric, language) }
            </dd>
        </div>
    }
}

fn difference(snapshot: &Snapshot, metric: usize, language: Language) -> Html {
    let Some(difference) = snapshot.differences[metric].filter(|_| !snapshot.is_baseline) else {
        return html! { <span class="tile-delta">{ "\u{a0}" }</span> };
    };
    let verdict = difference.verdict;
    let arrow = if verdict.is_clear() {
        icon(if difference.summary.mean > 0.0 {
            icons::UP
        } else {
            icons::DOWN
        })
    } else {
        Html::default()
    };
    let by = match verdict {
        Verdict::CantTell | Verdict::Untouched | Verdict::TooFew => String::new(),
        _ => amount::delta(metric, &difference, language),
    };
    let against = match language {
        Language::Zh => "比基线",
        Language::En => "vs baseline",
    };
    html! {
        <span class="tile-delta" data-verdict={verdict.id()} title={sentence::verdict(metric, &difference, language)}>
            <span class="against">{ against }</span>
            { arrow }
            if !by.is_empty() { <span>{ by }</span> }
            <strong>{ verdict.text().get(language) }</strong>
        </span>
    }
}
