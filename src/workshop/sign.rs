//! Codes that people read aloud and type: 32 signs without look-alikes, and three check signs that say
//! which sign is wrong.
//!
//! A shortened Reed–Solomon code over GF(32) with distance 4: any one wrong sign is located and mended,
//! any two are noticed and never taken for something else.

/// The signs: no 0 and O, no 1 and I.
pub const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Check signs at a code's end.
pub const CHECKS: usize = 3;
/// Most signs of a code, checks included: the field has no more places.
pub const LONGEST: usize = 31;

/// x⁵ + x² + 1, primitive over GF(2).
const POLYNOMIAL: u8 = 0b10_0101;

const EXP: [u8; 31] = {
    let mut table = [0; 31];
    let mut power = 1_u8;
    let mut i = 0;
    while i < 31 {
        table[i] = power;
        power <<= 1;
        if power & 0b10_0000 != 0 {
            power ^= POLYNOMIAL;
        }
        i += 1;
    }
    table
};

const LOG: [u8; 32] = {
    let mut table = [0; 32];
    let mut i = 0;
    while i < 31 {
        #[allow(clippy::cast_possible_truncation, reason = "below 31")]
        let log = i as u8;
        table[EXP[i] as usize] = log;
        i += 1;
    }
    table
};

fn log(a: u8) -> usize {
    usize::from(LOG[usize::from(a)])
}

fn times(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        0
    } else {
        EXP[(log(a) + log(b)) % 31]
    }
}

fn over(a: u8, b: u8) -> u8 {
    if a == 0 {
        0
    } else {
        EXP[(log(a) + 31 - log(b)) % 31]
    }
}

/// The generator, highest power first without its leading 1: (x − 1)(x − α)(x − α²).
fn generator() -> [u8; CHECKS] {
    let mut product = [0, 0, 0, 1];
    for root in &EXP[..CHECKS] {
        // Times (x + root), from the highest power down so that nothing is read after it was written.
        for at in 0..=CHECKS {
            let shifted = product.get(at + 1).copied().unwrap_or(0);
            product[at] = shifted ^ times(product[at], *root);
        }
    }
    [product[1], product[2], product[3]]
}

/// Adds the check signs to values from 0 to 31, of which there are at most [`LONGEST`] − [`CHECKS`].
#[must_use]
pub fn checked(data: &[u8]) -> Vec<u8> {
    let generator = generator();
    let mut rest = [0_u8; CHECKS];
    for value in data {
        let carried = value ^ rest[0];
        for at in 0..CHECKS {
            rest[at] = rest.get(at + 1).copied().unwrap_or(0) ^ times(carried, generator[at]);
        }
    }
    data.iter().chain(&rest).copied().collect()
}

/// What the check signs say of a code's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diagnosis {
    /// Nothing is wrong.
    Sound,
    /// One sign is wrong.
    Wrong {
        /// Its place, from 0.
        at: usize,
        /// The value that would make the code sound.
        instead: u8,
    },
    /// More than one is wrong.
    Many,
}

/// Judges values from 0 to 31, check signs included.
#[must_use]
pub fn diagnose(values: &[u8]) -> Diagnosis {
    let syndrome = |root: u8| values.iter().fold(0, |sum, v| times(sum, root) ^ v);
    let [s0, s1, s2] = [EXP[0], EXP[1], EXP[2]].map(syndrome);
    if [s0, s1, s2] == [0; 3] {
        return Diagnosis::Sound;
    }
    if s0 == 0 || s1 == 0 || times(s1, s1) != times(s0, s2) {
        return Diagnosis::Many;
    }
    let from_the_end = log(over(s1, s0));
    match values.len().checked_sub(1 + from_the_end) {
        Some(at) => Diagnosis::Wrong {
            at,
            instead: values[at] ^ s0,
        },
        None => Diagnosis::Many,
    }
}

/// The value of a sign, in either case; None where it is none of ours.
#[must_use]
pub fn value(sign: char) -> Option<u8> {
    let sign = u8::try_from(sign.to_ascii_uppercase()).ok()?;
    let at = SIGNS.iter().position(|s| *s == sign)?;
    u8::try_from(at).ok()
}

/// The sign of a value; values above 31 do not occur.
#[must_use]
pub fn sign(value: u8) -> char {
    char::from(SIGNS[usize::from(value & 31)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_field_is_one() {
        let mut seen = EXP.to_vec();
        seen.sort_unstable();
        assert_eq!(seen, (1..32).collect::<Vec<u8>>());
        for a in 1..32 {
            for b in 1..32 {
                assert_eq!(over(times(a, b), b), a);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn any_one_wrong_sign_is_located_and_any_two_are_noticed(
            data in prop::collection::vec(0..32_u8, 1..=LONGEST - CHECKS),
            (first, second) in (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
            (one, other) in (1..32_u8, 1..32_u8),
        ) {
            let sound = checked(&data);
            prop_assert_eq!(diagnose(&sound), Diagnosis::Sound);
            let (first, second) = (first.index(sound.len()), second.index(sound.len()));
            let mut wrong = sound.clone();
            wrong[first] ^= one;
            let instead = sound[first];
            prop_assert_eq!(diagnose(&wrong), Diagnosis::Wrong { at: first, instead });
            if first != second {
                wrong[second] ^= other;
                prop_assert_eq!(diagnose(&wrong), Diagnosis::Many);
            }
        }
    }
}
