//! Luck: every random stream has a name, and its seed comes from the name and nothing else.
//!
//! Changing one lever therefore leaves the draws of every other stream as they were, which is what
//! makes scenarios comparable under the same luck. Numbers of streams are never used twice.

use rand::SeedableRng;
use rand::{Rng, RngExt};
use rand_distr::{Distribution, Exp1, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

/// What a replication's randomness is derived from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    /// The user's seed.
    pub seed: u64,
    /// Number of the replication, from 0. From [`TWIN_YEARS`] on it names a twin year: the people of the
    /// replication that remains, in a year with other luck.
    pub replication: u32,
}

/// How many replications there are before twin years begin: replication `r + t × TWIN_YEARS` has the
/// people of replication `r`, and luck of its own in everything that happens to them.
pub const TWIN_YEARS: u32 = 1 << 20;

/// The named streams. The number is part of the seed: append, never renumber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Stream {
    /// Fresh calls of a day, each with all the luck it may need.
    Calls = 1,
    /// How busy a day is as a whole.
    DayFactor = 2,
    /// What becomes of a caller who was not helped; keyed by the caller, so that the order in which
    /// calls are worked off touches nobody's luck.
    Returns = 3,
    /// Who is hired: traits of a seat's k-th holder.
    Traits = 4,
    /// Tenure, exhaustion and the rest of those present at the start.
    Beginning = 5,
    /// A person's day: illness, family events.
    Day = 6,
    /// A person's month: sampled inspection.
    Month = 7,
    /// Award seasons: ties, votes, lots.
    Awards = 8,
    /// Promotion rounds.
    Promotion = 9,
    /// Team leaders.
    Leaders = 10,
    /// The bare queue of the `queue` command.
    Queue = 11,
    /// A person's month: the decision to leave and the day.
    Leaving = 12,
    /// A caller who calls again on a later day, on that day.
    Later = 13,
    /// Plausible worlds: which values the assumptions take in a study of them.
    Worlds = 14,
    /// What a search over levers tries.
    Search = 15,
    /// What is drawn again from a study's own results to say how sure they are.
    Again = 16,
    /// New people who drop out of training.
    Dropout = 20,
    /// Teams that get another leader.
    LeaderChange = 21,
    /// The same month's inspection and lots once more, to say how much of an award was luck.
    OtherLuck = 22,
    /// Which scenario is tried, where any will do.
    Scenarios = 23,
    /// How content the k-th holder of a seat is by nature.
    Temper = 24,
    /// What a month brings a person that the model does not know.
    Moods = 25,
}

impl Stream {
    /// True where the stream says who somebody is rather than what happens to them.
    fn is_of_people(self) -> bool {
        match self {
            Stream::Traits | Stream::Beginning | Stream::Leaders | Stream::Temper => true,
            Stream::Calls
            | Stream::DayFactor
            | Stream::Returns
            | Stream::Day
            | Stream::Month
            | Stream::Awards
            | Stream::Promotion
            | Stream::Queue
            | Stream::Leaving
            | Stream::Later
            | Stream::Dropout
            | Stream::LeaderChange
            | Stream::OtherLuck
            | Stream::Worlds
            | Stream::Search
            | Stream::Again
            | Stream::Moods
            | Stream::Scenarios => false,
        }
    }
}

/// A generator that belongs to one stream, one day and one owner.
#[derive(Clone)]
pub struct Draws(Xoshiro256PlusPlus);

impl Luck {
    /// The same people in their `twin`-th other year; 0 is the year itself.
    #[must_use]
    pub fn twin(self, twin: u32) -> Self {
        Self {
            replication: self.replication % TWIN_YEARS + twin * TWIN_YEARS,
            ..self
        }
    }

    /// The generator of `stream` on `day` (or month) for `whose` (seat, team; 0 where nobody's).
    #[must_use]
    pub fn stream(self, stream: Stream, day: u32, whose: u32) -> Draws {
        self.family(stream).stream(day, whose)
    }

    /// All generators of `stream`.
    #[must_use]
    pub fn family(self, stream: Stream) -> Family {
        let replication = if stream.is_of_people() {
            self.replication % TWIN_YEARS
        } else {
            self.replication
        };
        let mut key = mix(self.seed ^ 0x9e37_79b9_7f4a_7c15);
        key = mix(key ^ u64::from(replication));
        Family(mix(key ^ stream as u64))
    }
}

/// The generators of one stream, for many owners: the part of the key that they share is made once.
#[derive(Clone, Copy, Debug)]
pub struct Family(u64);

impl Family {
    /// The generator of `whose` on `day`.
    #[inline]
    #[must_use]
    pub fn stream(self, day: u32, whose: u32) -> Draws {
        let key = mix(self.0 ^ (u64::from(day) << 32 | u64::from(whose)));
        Draws(Xoshiro256PlusPlus::seed_from_u64(key))
    }
}

/// The finaliser of `SplitMix64` (Steele, Lea & Flood 2014): every input bit reaches every output bit.
fn mix(x: u64) -> u64 {
    let mut z = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A 16-bit uniform as a number on [0, 1).
#[inline]
#[must_use]
pub fn uniform(part: u16) -> f64 {
    f64::from(part) * (1.0 / 65_536.0)
}

/// A probability made ready for 16-bit uniforms: those below the threshold are a yes, which is the
/// same as comparing the uniform with the probability, without a conversion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chance(u32);

impl Chance {
    /// Of a probability; below 0 is never, above 1 always.
    #[inline]
    #[must_use]
    pub fn of(p: f64) -> Self {
        // Times a power of two is exact, and a cast from float to integer saturates.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let threshold = (p * 65_536.0).ceil() as u32;
        Self(threshold)
    }

    /// The chance that is this one by a factor.
    #[inline]
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self::of(f64::from(self.0) / 65_536.0 * factor)
    }

    /// Whether this uniform is a yes.
    #[inline]
    #[must_use]
    pub fn holds(self, part: u16) -> bool {
        u32::from(part) < self.0
    }
}

impl Draws {
    /// Uniform on [0, 1).
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        self.0.random::<f64>()
    }

    /// 64 random bits: four uniforms of 16 bits each, to be held against a [`Chance`].
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Four uniforms on [0, 1) of 16 bits each from one draw: enough for yes-or-no decisions.
    #[inline]
    pub fn four_uniforms(&mut self) -> [f64; 4] {
        let bits = self.bits();
        #[allow(clippy::cast_possible_truncation, reason = "parts are what is meant")]
        [0, 16, 32, 48].map(|shift| uniform((bits >> shift) as u16))
    }

    /// Exponential with mean 1.
    #[inline]
    pub fn exponential(&mut self) -> f64 {
        Exp1.sample(&mut self.0)
    }

    /// Normal with mean 0 and standard deviation 1.
    #[inline]
    pub fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.0)
    }

    /// One of the numbers below `n`, which is not 0, all equally likely.
    #[inline]
    pub fn below(&mut self, n: usize) -> usize {
        self.0.random_range(0..n)
    }

    /// True with probability `p`.
    #[inline]
    pub fn chance(&mut self, p: f64) -> bool {
        self.uniform() < p
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LUCK: Luck = Luck {
        seed: 1,
        replication: 0,
    };

    #[test]
    fn a_stream_depends_on_its_name_alone() {
        let mut first = LUCK.stream(Stream::Calls, 3, 0);
        let expected = first.uniform();
        LUCK.stream(Stream::Day, 3, 7).uniform();
        assert!((LUCK.stream(Stream::Calls, 3, 0).uniform() - expected).abs() < f64::EPSILON);
    }

    #[test]
    fn a_twin_year_has_the_same_people_and_other_luck() {
        let draw = |luck: Luck, stream| luck.stream(stream, 2, 5).uniform();
        let twin = LUCK.twin(3);
        assert_eq!(LUCK.twin(0), LUCK);
        for stream in [Stream::Traits, Stream::Beginning, Stream::Leaders] {
            assert_eq!(draw(twin, stream), draw(LUCK, stream));
        }
        for stream in [Stream::Calls, Stream::Month, Stream::Awards, Stream::Day] {
            assert_ne!(draw(twin, stream), draw(LUCK, stream));
        }
    }

    #[test]
    fn a_chance_is_the_comparison_with_its_probability() {
        let mut draws = LUCK.stream(Stream::Queue, 1, 0);
        let edges = [
            0.0,
            1.0,
            0.5,
            1.0 / 65_536.0,
            -0.2,
            1.7,
            65_535.0 / 65_536.0,
        ];
        let random: Vec<f64> = (0..200).map(|_| draws.uniform()).collect();
        for p in edges.into_iter().chain(random) {
            for part in (0..=u16::MAX).step_by(13).chain([1, u16::MAX]) {
                assert_eq!(Chance::of(p).holds(part), uniform(part) < p, "{part} {p}");
            }
        }
    }

    #[test]
    fn neighbouring_keys_give_unrelated_draws() {
        let draw = |day, whose| LUCK.stream(Stream::Day, day, whose).uniform();
        let n = 4000;
        let pairs: Vec<(f64, f64)> = (0..n).map(|d| (draw(d, 0), draw(d, 1))).collect();
        let covariance = pairs
            .iter()
            .map(|(a, b)| (a - 0.5) * (b - 0.5))
            .sum::<f64>()
            / f64::from(n);
        // Standard error of the mean product of independent uniforms is (1/12)/sqrt(n).
        let z = covariance / ((1.0 / 12.0) / f64::from(n).sqrt());
        assert!(z.abs() < 4.0, "z = {z}");
    }
}
