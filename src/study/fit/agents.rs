//! What the calls say of the people: how much they differ in speed, and who ends calls at once.

use super::Figure;
use super::spread::{self, Moments};
use super::sums::SHORT_SECONDS;
use crate::math::ln;
use crate::scenario::import::calls::Log;
use std::collections::BTreeMap;

/// A share of short calls is told of people with at least so many calls.
const FEWEST_CALLS: f64 = 30.0;

/// The people who answered.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Agents {
    /// How many.
    pub count: usize,
    /// Standard deviation between them of the mean log length of a call, sampling noise removed
    /// ([`spread::between`]). They are compared on the kind of call that is answered most, so that who
    /// gets which kind is not taken for speed.
    pub log_sd: Option<Figure>,
    /// That kind; None where the file names no kinds.
    pub compared_on: Option<String>,
    /// The same over calls of all kinds.
    pub log_sd_all_kinds: Option<Figure>,
    /// Share of calls below ten seconds among those with thirty calls or more.
    pub short: Option<Short>,
}

/// How short calls are spread over people.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Short {
    /// The person in the middle.
    pub median: f64,
    /// The largest share.
    pub most: f64,
    /// Whose.
    pub whose: String,
    /// How many people are counted.
    pub people: usize,
}

/// All that the calls say of the people; None where the file doesn't name them.
#[must_use]
pub fn of(log: &Log) -> Option<Agents> {
    if log.agents.is_empty() {
        return None;
    }
    let people = log.agents.len();
    let mut by_kind: BTreeMap<u32, Vec<Moments>> = BTreeMap::new();
    let mut all = vec![Moments::default(); people];
    let mut short = vec![Moments::default(); people];
    for call in &log.calls {
        let Some((agent, seconds)) = call.agent.zip(call.served) else {
            continue;
        };
        let agent = agent as usize;
        short[agent].add(f64::from(u8::from(seconds < SHORT_SECONDS)));
        if seconds >= SHORT_SECONDS {
            all[agent].add(ln(seconds));
            let kind = by_kind
                .entry(call.kind)
                .or_insert_with(|| vec![Moments::default(); people]);
            kind[agent].add(ln(seconds));
        }
    }
    let calls = |people: &[Moments]| people.iter().map(|p| p.count).sum::<f64>();
    let most = by_kind
        .iter()
        .max_by(|a, b| calls(a.1).total_cmp(&calls(b.1)).then(b.0.cmp(a.0)));
    let figure = |people: &[Moments]| {
        let (value, error) = spread::between_with_error(people)?;
        Some(Figure { value, error })
    };
    Some(Agents {
        count: people,
        log_sd: most.and_then(|(_, people)| figure(people)),
        compared_on: most
            .map(|(kind, _)| log.kinds[*kind as usize].clone())
            .filter(|name| !name.is_empty()),
        log_sd_all_kinds: figure(&all),
        short: short_calls(&short, &log.agents),
    })
}

fn short_calls(short: &[Moments], names: &[String]) -> Option<Short> {
    let mut shares: Vec<(f64, &String)> = short
        .iter()
        .zip(names)
        .filter(|(person, _)| person.count >= FEWEST_CALLS)
        .filter_map(|(person, name)| Some((person.mean()?, name)))
        .collect();
    crate::order::by(&mut shares, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    let (most, whose) = shares.last()?;
    Some(Short {
        median: shares[shares.len() / 2].0,
        most: *most,
        whose: (*whose).clone(),
        people: shares.len(),
    })
}
