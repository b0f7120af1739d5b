//! A participant's answer as a code of twelve signs (sixteen for a curve or a scheme), and back.
//!
//! In it: which lesson, which round, which participant, what was answered. A name and a reason don't fit
//! and travel beside it.

use super::sign::{CHECKS, Diagnosis, checked, diagnose, sign, value};

/// Points of a drawn curve, and most levers of a scheme.
pub const POINTS: usize = 5;
/// Most steps of a band's scale.
pub const BAND_STEPS: u16 = 1023;
/// Most steps of a curve's scale and of a lever.
pub const POINT_STEPS: u16 = 255;
/// Most plans that are ranked: their orders fit the code with room.
pub const MOST_RANKED: usize = 5;
/// Most rounds of a lesson.
pub const MOST_ROUNDS: usize = 16;

/// Signs of a short code's content, and of a long one's.
const SHORT: usize = 9;
const LONG: usize = 13;
const SEATS: u32 = 1 << 14;

/// What somebody answered, in steps of the round's scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Between here and there.
    Band(u16, u16),
    /// Plans from the best to the worst, by their places.
    Ranking(Vec<u8>),
    /// The height of a curve at each of its places.
    Curve([u16; POINTS]),
    /// Each lever of a scheme; unused ones are 0.
    Scheme([u16; POINTS]),
}

/// One answer of one participant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Which lesson: five bits of its link's checksum.
    pub lesson: u8,
    /// Which round, from 0.
    pub round: u8,
    /// A number that the participant's browser drew, below 16 384.
    pub seat: u16,
    /// What was answered.
    pub answer: Answer,
}

/// Why a code can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// Codes have 12 or 16 signs.
    Length {
        /// Signs found.
        found: usize,
    },
    /// A sign that no code has.
    Impossible {
        /// Its place, from 0.
        at: usize,
        /// The sign.
        found: char,
        /// What it should be, where the check signs tell.
        instead: Option<char>,
    },
    /// One sign is wrong.
    Wrong {
        /// Its place, from 0.
        at: usize,
        /// What stands there.
        found: char,
        /// What should stand there.
        instead: char,
    },
    /// Two neighbours have changed places.
    Swapped {
        /// The place of the first, from 0.
        at: usize,
    },
    /// More than one sign is wrong; which, can't be said.
    Many,
    /// All signs fit, but nobody can have answered that.
    Meaningless,
}

impl Ticket {
    /// The code, in groups of four.
    #[must_use]
    pub fn code(&self) -> String {
        let (kind, content, length) = match &self.answer {
            Answer::Band(low, high) => (0, u64::from(*low) << 10 | u64::from(*high), SHORT),
            Answer::Ranking(order) => (1, place_of(order), SHORT),
            Answer::Curve(points) => (2, in_bytes(points), LONG),
            Answer::Scheme(points) => (3, in_bytes(points), LONG),
        };
        let width = 5 * length - 25;
        let head = u128::from(self.lesson & 31) << 20
            | u128::from(self.round & 15) << 16
            | u128::from(u32::from(self.seat) % SEATS) << 2
            | kind;
        let bits = head << width | u128::from(content);
        let data: Vec<u8> = (0..length)
            .rev()
            .map(|at| u8::try_from(bits >> (5 * at) & 31).unwrap_or(0))
            .collect();
        let mut code = String::new();
        for (at, value) in checked(&data).into_iter().enumerate() {
            if at > 0 && at.is_multiple_of(4) {
                code.push('-');
            }
            code.push(sign(value));
        }
        code
    }

    /// Reads a code as it was typed: any case, any spaces and dashes, full-width signs too.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(text: &str) -> Result<Self, CodeError> {
        let typed: Vec<char> = signs(text).collect();
        if ![SHORT + CHECKS, LONG + CHECKS].contains(&typed.len()) {
            return Err(CodeError::Length { found: typed.len() });
        }
        let values = sound(&typed)?;
        let data = &values[..values.len() - CHECKS];
        let bits = data
            .iter()
            .fold(0_u128, |bits, v| bits << 5 | u128::from(*v));
        let width = 5 * data.len() - 25;
        let take =
            |shift: usize, size: u32| u64::try_from(bits >> shift & ((1 << size) - 1)).unwrap_or(0);
        let content = take(0, if data.len() == SHORT { 20 } else { 40 });
        let answer = match (take(width, 2), data.len() == SHORT) {
            (0, true) => band(content),
            (1, true) => order_at(content),
            (2, false) => Some(Answer::Curve(out_of_bytes(content))),
            (3, false) => Some(Answer::Scheme(out_of_bytes(content))),
            _ => None,
        };
        Ok(Self {
            lesson: small(take(width + 20, 5)),
            round: small(take(width + 16, 4)),
            seat: u16::try_from(take(width + 2, 14)).unwrap_or(0),
            answer: answer.ok_or(CodeError::Meaningless)?,
        })
    }
}

/// The signs of a code without what people put between them.
pub fn signs(text: &str) -> impl Iterator<Item = char> + '_ {
    let dashes = "-‐‑–—－_.·";
    text.chars()
        .filter(move |c| !c.is_whitespace() && !dashes.contains(*c))
        .map(|c| match c {
            // Full-width forms lie a fixed way above their ASCII twins.
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            other => other,
        })
        .map(|c| c.to_ascii_uppercase())
}

/// The values, or what is wrong with them.
fn sound(typed: &[char]) -> Result<Vec<u8>, CodeError> {
    let values: Vec<u8> = typed.iter().map(|c| value(*c).unwrap_or(0)).collect();
    let mut strange = typed
        .iter()
        .enumerate()
        .filter(|(_, c)| value(**c).is_none());
    if let Some((at, found)) = strange.next() {
        // Any sign may stand in for it: what would mend the code is what was meant.
        let instead = match diagnose(&values) {
            Diagnosis::Wrong { at: place, instead } if place == at => Some(sign(instead)),
            Diagnosis::Sound => Some(sign(0)),
            Diagnosis::Wrong { .. } | Diagnosis::Many => None,
        };
        let instead = if strange.next().is_some() {
            None
        } else {
            instead
        };
        let found = *found;
        return Err(CodeError::Impossible { at, found, instead });
    }
    match diagnose(&values) {
        Diagnosis::Sound => Ok(values),
        Diagnosis::Wrong { at, instead } => Err(CodeError::Wrong {
            at,
            found: typed[at],
            instead: sign(instead),
        }),
        Diagnosis::Many => {
            let swapped = (0..values.len() - 1).find(|at| {
                let mut other = values.clone();
                other.swap(*at, at + 1);
                diagnose(&other) == Diagnosis::Sound
            });
            Err(swapped.map_or(CodeError::Many, |at| CodeError::Swapped { at }))
        }
    }
}

fn small(value: u64) -> u8 {
    u8::try_from(value).unwrap_or(0)
}

fn band(content: u64) -> Option<Answer> {
    let low = u16::try_from(content >> 10).ok()?;
    let high = u16::try_from(content & 1023).ok()?;
    (low <= high).then_some(Answer::Band(low, high))
}

fn in_bytes(points: &[u16; POINTS]) -> u64 {
    points.iter().fold(0, |bits, point| {
        bits << 8 | u64::from((*point).min(POINT_STEPS))
    })
}

fn out_of_bytes(content: u64) -> [u16; POINTS] {
    let mut points = [0; POINTS];
    for (at, point) in points.iter_mut().enumerate() {
        *point = u16::try_from(content >> (8 * (POINTS - 1 - at)) & 255).unwrap_or(0);
    }
    points
}

/// An order's number among all orders of so many, by Lehmer's code, with how many in front.
fn place_of(order: &[u8]) -> u64 {
    let mut place = 0;
    for (at, one) in order.iter().enumerate() {
        let smaller = order[at + 1..].iter().filter(|o| *o < one).count();
        place = place * (order.len() - at) as u64 + smaller as u64;
    }
    (order.len() as u64) << 16 | place
}

fn order_at(content: u64) -> Option<Answer> {
    let count = usize::try_from(content >> 16).ok()?;
    if !(2..=MOST_RANKED).contains(&count) {
        return None;
    }
    let mut place = content & 0xFFFF;
    let mut smaller = Vec::new();
    for left in 1..=count as u64 {
        smaller.push(place % left);
        place /= left;
    }
    if place > 0 {
        return None;
    }
    let mut free: Vec<u8> = (0..u8::try_from(count).ok()?).collect();
    let order = smaller
        .into_iter()
        .rev()
        .map(|at| free.remove(usize::try_from(at).unwrap_or(0)));
    Some(Answer::Ranking(order.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answers() -> impl Strategy<Value = Answer> {
        let point = 0..=POINT_STEPS;
        let points = || prop::array::uniform5(point.clone());
        prop_oneof![
            (0..=BAND_STEPS, 0..=BAND_STEPS).prop_map(|(a, b)| Answer::Band(a.min(b), a.max(b))),
            (2..=MOST_RANKED).prop_flat_map(|n| {
                let all: Vec<u8> = (0..u8::try_from(n).unwrap_or(0)).collect();
                Just(all).prop_shuffle().prop_map(Answer::Ranking)
            }),
            points().prop_map(Answer::Curve),
            points().prop_map(Answer::Scheme),
        ]
    }

    fn tickets() -> impl Strategy<Value = Ticket> {
        (0..32_u8, 0..16_u8, 0..16_384_u16, answers()).prop_map(|(lesson, round, seat, answer)| {
            Ticket {
                lesson,
                round,
                seat,
                answer,
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn every_ticket_comes_back(ticket in tickets()) {
            let code = ticket.code();
            let length = match ticket.answer {
                Answer::Band(..) | Answer::Ranking(_) => 14,
                Answer::Curve(_) | Answer::Scheme(_) => 19,
            };
            prop_assert_eq!(code.len(), length);
            prop_assert_eq!(Ticket::read(&code.to_lowercase().replace('-', " ")), Ok(ticket));
        }

        #[test]
        fn the_wrong_sign_is_named_with_the_right_one(
            ticket in tickets(), place in any::<prop::sample::Index>(), by in 1..32_u8,
        ) {
            let mut typed: Vec<char> = signs(&ticket.code()).collect();
            let at = place.index(typed.len());
            let right = typed[at];
            let found = sign(value(right).unwrap_or(0) ^ by);
            typed[at] = found;
            let text: String = typed.iter().collect();
            prop_assert_eq!(Ticket::read(&text), Err(CodeError::Wrong { at, found, instead: right }));
            typed[at] = '0';
            let text: String = typed.iter().collect();
            let instead = Some(right);
            prop_assert_eq!(Ticket::read(&text), Err(CodeError::Impossible { at, found: '0', instead }));
        }

        #[test]
        fn neighbours_that_changed_places_are_never_taken_for_an_answer(ticket in tickets(), place in 0..11_usize) {
            let mut typed: Vec<char> = signs(&ticket.code()).collect();
            typed.swap(place, place + 1);
            let text: String = typed.iter().collect();
            if typed[place] == typed[place + 1] {
                prop_assert_eq!(Ticket::read(&text), Ok(ticket));
            } else {
                let swapped = matches!(Ticket::read(&text), Err(CodeError::Swapped { .. }));
                prop_assert!(swapped);
            }
        }

        #[test]
        fn nothing_typed_brings_it_down(text in prop::collection::vec(any::<char>(), 0..40)) {
            let _ = Ticket::read(&text.into_iter().collect::<String>());
        }

        #[test]
        fn twelve_or_sixteen_signs_of_ours_neither(
            values in prop::collection::vec(0..32_u8, 9..=13), long in any::<bool>(),
        ) {
            // With the right checks, so that what is inside is looked at.
            let data = if long && values.len() == 13 { &values[..] } else { &values[..9] };
            let text: String = checked(data).into_iter().map(sign).collect();
            if let Ok(ticket) = Ticket::read(&text) {
                prop_assert_eq!(signs(&ticket.code()).collect::<String>(), text);
            }
        }
    }
}
