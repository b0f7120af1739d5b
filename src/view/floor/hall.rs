//! Who sits where: posts and their holders through the year, and how each is to be shown on a day.

use super::clock::Clock;
use super::reel::Reel;
use crate::measure::film::{Doing, Presence};
use crate::measure::journal::{Event, Journal, Life};

/// Steps of the ring of exhaustion.
pub const RING: u8 = 24;
/// Calendar days that somebody counts as new.
const NEW_DAYS: f64 = 90.0;

/// What somebody is seen doing, or why nobody is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pose {
    /// On a call.
    Call,
    /// Work after a call.
    WrapUp,
    /// Free.
    Free,
    /// On a break or off the phones.
    Break,
    /// Before or after the shift.
    Home,
    /// In training before the phones.
    Training,
    /// Ill.
    Ill,
    /// On leave.
    Leave,
    /// Nobody holds the post.
    Vacant,
}

impl Pose {
    /// All of them, as the legend has them.
    pub const ALL: [Pose; 9] = [
        Pose::Call,
        Pose::WrapUp,
        Pose::Free,
        Pose::Break,
        Pose::Home,
        Pose::Training,
        Pose::Ill,
        Pose::Leave,
        Pose::Vacant,
    ];

    /// True for those who sit at the desk.
    #[must_use]
    pub fn is_seated(self) -> bool {
        matches!(self, Pose::Call | Pose::WrapUp | Pose::Free)
    }
}

/// A post on a day, without what happens by the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Standing {
    /// Number of the life in the journal; None while nobody holds the post.
    pub life: Option<usize>,
    /// Exhaustion, in steps of the ring.
    pub tired: u8,
    /// Won an award lately.
    pub award: bool,
    /// Came within the last three months.
    pub new: bool,
}

/// A recorded hall.
#[derive(Clone, Debug)]
pub struct Hall {
    /// Everybody's life.
    pub journal: Journal,
    /// By post: the numbers of its holders' lives, in order.
    posts: Vec<Vec<usize>>,
}

impl Hall {
    /// Sorts a journal's lives by post.
    #[must_use]
    pub fn new(journal: Journal) -> Self {
        let mut posts: Vec<Vec<usize>> = Vec::new();
        for (number, life) in journal.lives.iter().enumerate() {
            let seat = life.who.seat as usize;
            if posts.len() <= seat {
                posts.resize_with(seat + 1, Vec::new);
            }
            posts[seat].push(number);
        }
        Self { journal, posts }
    }

    /// Posts in the hall.
    #[must_use]
    pub fn seats(&self) -> usize {
        self.posts.len()
    }

    /// How many posts each team has, team by team: neighbours sit in one team.
    #[must_use]
    pub fn teams(&self) -> Vec<usize> {
        let mut teams: Vec<usize> = Vec::new();
        for holders in &self.posts {
            let team = holders
                .first()
                .map_or(0, |l| self.journal.lives[*l].who.team);
            if teams.len() <= team as usize {
                teams.resize(team as usize + 1, 0);
            }
            teams[team as usize] += 1;
        }
        teams
    }

    /// The life that holds a post on a working day of the simulation.
    #[must_use]
    pub fn holder(&self, seat: usize, day: u32) -> Option<usize> {
        let there = |number: &&usize| {
            let life = &self.journal.lives[**number];
            life.hired.is_none_or(|on| on <= day) && life.end.is_none_or(|(on, _)| day <= on)
        };
        self.posts.get(seat)?.iter().find(there).copied()
    }

    /// Every post on a working day of the simulation.
    #[must_use]
    pub fn standings(&self, day: u32) -> Vec<Standing> {
        (0..self.posts.len())
            .map(|seat| match self.holder(seat, day) {
                Some(number) => self.standing(number, day),
                None => Standing::default(),
            })
            .collect()
    }

    fn standing(&self, number: usize, day: u32) -> Standing {
        let (life, calendar) = (&self.journal.lives[number], &self.journal.calendar);
        let month = |day: u32| calendar.month_ends.partition_point(|end| *end <= day);
        let before = life.entries.iter().rev();
        let mut before = before.skip_while(|entry| entry.day > day);
        let award = before
            .by_ref()
            .take_while(|entry| month(entry.day) + 1 >= month(day))
            .any(|entry| entry.event.is_award());
        let newness = NEW_DAYS * f64::from(calendar.measured) / 365.0;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let tired = (exhaustion(life, day).unwrap_or(0.0) * f64::from(RING)).round() as u8;
        Standing {
            life: Some(number),
            tired,
            award,
            new: life
                .hired
                .is_some_and(|on| f64::from(day - on.min(day)) < newness),
        }
    }
}

/// Exhaustion at the end of the last full week before a day, or of the first there is; 0–1.
#[must_use]
pub fn exhaustion(life: &Life, day: u32) -> Option<f64> {
    let week = |event: &Event| {
        if let Event::Week { exhaustion, .. } = event {
            Some(f64::from(*exhaustion))
        } else {
            None
        }
    };
    let after = life.entries.partition_point(|entry| entry.day <= day);
    let mut before = life.entries[..after].iter().rev();
    before
        .find_map(|entry| week(&entry.event))
        .or_else(|| life.entries[after..].iter().find_map(|e| week(&e.event)))
}

/// What somebody is seen doing at a second of a day; without a film only what the journal knows.
#[must_use]
pub fn pose(reel: Option<&Reel>, standing: &Standing, seat: usize, second: u32) -> Pose {
    if standing.life.is_none() {
        return Pose::Vacant;
    }
    let Some(reel) = reel else {
        return Pose::Home;
    };
    match reel.presence(seat) {
        Presence::Vacant => Pose::Vacant,
        Presence::New => Pose::Training,
        Presence::Ill => Pose::Ill,
        Presence::OnLeave => Pose::Leave,
        Presence::AtWork => match reel.doing(seat, second) {
            Doing::Call => Pose::Call,
            Doing::WrapUp => Pose::WrapUp,
            Doing::Free => Pose::Free,
            Doing::Off => Pose::Break,
            Doing::Home => Pose::Home,
        },
    }
}

/// Everybody at a moment, counted by pose in the order of [`Pose::ALL`].
#[must_use]
pub fn counts(
    reel: Option<&Reel>,
    standings: &[Standing],
    second: u32,
) -> [usize; Pose::ALL.len()] {
    let mut counts = [0; Pose::ALL.len()];
    for (seat, standing) in standings.iter().enumerate() {
        counts[pose(reel, standing, seat, second) as usize] += 1;
    }
    counts
}

/// Working day of the simulation of a day of the year.
#[must_use]
pub fn simulated(clock: &Clock, day: u32) -> u32 {
    clock.warmup + day
}
