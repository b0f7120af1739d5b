//! What a sweep says where nothing holds: from where to where, how surely, and what would have to give way.

use super::{amount, percent, value};
use crate::measure::metric::METRICS;
use crate::scenario::field::Language;
use crate::study::sweep::answer::{Answer, Wish};
use crate::study::sweep::lever::Lever;
use crate::view::number::show;
use crate::view::sentence::lower_first;
use crate::view::snapshot::unit_of;

/// That nothing holds in the range.
pub(super) fn nowhere(lever: &Lever, wish: &Wish, line: &Answer, language: Language) -> String {
    let surely = percent(wish.certainty);
    let ends = [lever.values.first(), lever.values.last()];
    let [from, to] = ends.map(|end| end.map_or(String::new(), |v| value(lever.field, v, language)));
    let several = wish.constraints.len() > 1;
    let first = match (language, several) {
        (Language::Zh, true) => {
            format!("从 {from} 到 {to}，没有一处能在 {surely} 的年份里同时满足全部要求。")
        }
        (Language::Zh, false) => {
            format!("从 {from} 到 {to}，没有一处能在 {surely} 的年份里满足要求。")
        }
        (Language::En, true) => format!(
            "Nowhere from {from} to {to} does everything required hold in {surely} of years."
        ),
        (Language::En, false) => {
            format!("Nowhere from {from} to {to} does what is required hold in {surely} of years.")
        }
    };
    first + &relaxed(lever, wish, line, language)
}

/// What would have to give way, and where that would do.
fn relaxed(lever: &Lever, wish: &Wish, line: &Answer, language: Language) -> String {
    let several = wish.constraints.len() > 1;
    let Some((relax, (limit, at))) = line.relax.iter().find_map(|r| Some((r, r.needed?))) else {
        return match (language, several) {
            (Language::Zh, true) => "只放宽任何一条都不够。".to_owned(),
            (Language::Zh, false) => "再放宽也没有。".to_owned(),
            (Language::En, true) => " Relaxing any one requirement alone is not enough.".to_owned(),
            (Language::En, false) => " No limit however wide makes one.".to_owned(),
        };
    };
    let constraint = &wish.constraints[relax.constraint];
    let metric = METRICS[constraint.metric].label.get(language);
    let unit = unit_of(constraint.metric);
    let [from, to] = [constraint.limit, limit].map(|v| show(v, unit, language));
    let at = if lever.is_ordered() {
        amount(lever.field, at)
    } else {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let place = at as usize;
        let there = lever.values.get(place);
        there.map_or(String::new(), |v| value(lever.field, v, language))
    };
    match (language, several) {
        (Language::Zh, true) => {
            format!("只放宽一条的话，最省的是{metric}：从 {from} 放到 {to}，在 {at} 处就能满足。")
        }
        (Language::Zh, false) => {
            format!("把{metric}的界限从 {from} 放到 {to}，在 {at} 处就能满足。")
        }
        (Language::En, true) => format!(
            " If one requirement gives way, the cheapest is {}: from {from} to {to} makes {at} feasible.",
            lower_first(metric)
        ),
        (Language::En, false) => format!(
            " A limit of {to} on {} instead of {from} would make {at} feasible.",
            lower_first(metric)
        ),
    }
}
