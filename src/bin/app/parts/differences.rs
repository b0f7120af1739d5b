//! The comparison as a table: current, baseline, paired difference, verdict.

use super::icons::{self, icon};
use crate::shared::Shared;
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::amount;
use fairfloor::view::compare::ASKED_FIRST;
use fairfloor::view::sentence;
use fairfloor::view::snapshot::{Side, Snapshot};
use fairfloor::view::verdict::Difference;
use fairfloor::view::words::result;
use yew::prelude::*;

/// The metrics under headings, in the order of the table.
pub const GROUPS: &[(Text, &[&str])] = &[
    (
        result::GROUP_STAFF,
        &[
            "turnover.annual_rate",
            "turnover.first_quarter_share",
            "wellbeing.exhaustion",
            "wellbeing.burnt_out_share",
        ],
    ),
    (
        result::GROUP_SERVICE,
        &[
            "service.level",
            "service.abandonment",
            "service.mean_wait_seconds",
            "service.occupancy",
            "quality.first_contact_resolution",
            "quality.inspection",
            "quality.customer_satisfaction",
            "conduct.cut_short_share",
        ],
    ),
    (
        result::GROUP_OUTPUT,
        &[
            "output.calls_per_agent_day",
            "output.share_reaching_target",
            "output.resolved_calls_per_agent_day",
            "cost.total_per_year",
        ],
    ),
    (
        result::GROUP_NEEDS,
        &[
            "needs.existence",
            "needs.relatedness",
            "needs.growth",
            "fairness.perceived",
        ],
    ),
    (
        result::GROUP_FAIRNESS,
        &[
            "fairness.recognition_gini",
            "fairness.never_recognised_share",
            "fairness.merit_correlation",
            "fairness.selection_rate_ratio",
        ],
    ),
];

/// The few that the overview shows.
pub const KEY: &[(Text, &[&str])] = &[(result::COLUMN_METRIC, &ASKED_FIRST)];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub snapshot: Shared<Snapshot>,
    pub language: Language,
    /// Every metric under headings, or the key ones.
    pub all: bool,
}

#[component]
pub fn Differences(props: &Props) -> Html {
    let Props {
        snapshot,
        language,
        all,
    } = props;
    let language = *language;
    let groups = if *all { GROUPS } else { KEY };
    let column = |text: Text| html! { <th scope="col">{ text.get(language) }</th> };
    html! {
        <div class="table-box differences" tabindex="0" role="region" aria-label={result::COMPARE_TITLE.get(language)}>
            <table role="table">
                <thead>
                    <tr>
                        { column(result::COLUMN_METRIC) }
                        { column(result::CURRENT) }
                        { column(result::BASELINE) }
                        { column(result::COLUMN_DIFFERENCE) }
                        { column(result::COLUMN_VERDICT) }
                    </tr>
                </thead>
                { for groups.iter().map(|(title, ids)| html! {
                    <tbody key={title.en}>
                        if *all {
                            <tr class="heading"><th scope="rowgroup" colspan="5">{ title.get(language) }</th></tr>
                        }
                        { for ids.iter().filter_map(|id| position(id)).map(|metric| row(snapshot, metric, language)) }
                    </tbody>
                }) }
            </table>
        </div>
    }
}

fn row(snapshot: &Snapshot, metric: usize, language: Language) -> Html {
    let entry = &METRICS[metric];
    let side = |side: Option<&Side>, column: Text| {
        let summary = side.and_then(|side| side.metrics[metric]);
        html! {
            <td class="number" role="cell" data-column={column.get(language)}>
                { summary.map_or_else(
                    || result::UNDEFINED.get(language).to_owned(),
                    |summary| amount::value(metric, &summary, language)) }
                if let Some(summary) = summary {
                    <span class="range">{ amount::range(metric, &summary, language) }</span>
                }
            </td>
        }
    };
    html! {
        <tr key={entry.id} role="row" data-metric={entry.id}>
            <th scope="row" role="rowheader" title={entry.meaning.get(language)}>{ entry.label.get(language) }</th>
            { side(Some(&snapshot.current), result::CURRENT) }
            { side(snapshot.baseline.as_ref(), result::BASELINE) }
            { match snapshot.differences[metric] {
                Some(difference) => paired(metric, &difference, language),
                None => html! { <><td class="number" role="cell">{ "–" }</td><td class="verdict" role="cell">{ "–" }</td></> },
            } }
        </tr>
    }
}

fn paired(metric: usize, difference: &Difference, language: Language) -> Html {
    let verdict = difference.verdict;
    html! {
        <>
            <td class="number" role="cell" data-column={result::COLUMN_DIFFERENCE.get(language)}>
                { amount::delta(metric, difference, language) }
                <span class="range">{ amount::delta_range(metric, difference, language) }</span>
            </td>
            <td class="verdict" role="cell" data-verdict={verdict.id()} title={sentence::verdict(metric, difference, language)}>
                if verdict.is_clear() {
                    { icon(if difference.summary.mean > 0.0 { icons::UP } else { icons::DOWN }) }
                }
                <span>{ verdict.text().get(language) }</span>
            </td>
        </>
    }
}
