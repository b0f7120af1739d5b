//! Posts, who holds them, teams and vacancies.

use super::ladder::Places;
use super::past::{self, Past};
use super::{Person, recruit};
use crate::math::unit;
use crate::measure::ledger::{Left, PersonYear};
use crate::rng::{Luck, Stream};
use crate::scenario::plan::Plan;

/// One budgeted post.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Who holds it.
    pub person: Option<Person>,
    /// How many have held it before.
    pub holders: u32,
    /// Day on which a new person starts training; None when held or when nobody is hired.
    pub filled_on: Option<u32>,
    /// First day on the phones.
    pub ready_on: u32,
    /// Seconds late today.
    pub late_seconds: f64,
    /// Working day of the calendar on which the present holder started.
    pub started_on: Option<u32>,
}

/// All posts and what belongs to teams.
#[derive(Clone, Debug)]
pub struct Roster {
    /// Post by post; neighbours sit in one team.
    pub seats: Vec<Seat>,
    /// Support that each team's leader gives, 0–1.
    pub leaders: Vec<f64>,
    /// Each team's support as its people feel it: the leader's, and coaching by operations management.
    pub support: Vec<f64>,
    /// Recent leavers by team, fading over three months.
    pub recent_quits: Vec<f64>,
    /// The ladder's places.
    pub places: Places,
    /// Those who left since the caller last looked.
    pub departed: Vec<PersonYear>,
    /// New people whose first 90 days end within the measured year, and how many of them quit in time.
    pub newcomers: (u32, u32),
    team_size: usize,
}

/// Who came and went in one morning.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turnover {
    /// Started today.
    pub hired: u32,
    /// Left of their own will.
    pub quit: u32,
    /// Left otherwise.
    pub other_exits: u32,
}

/// Calendar days that count as a newcomer's first quarter.
const FIRST_QUARTER_DAYS: f64 = 90.0;

/// A leader's support, from a standard normal.
fn leader(plan: &Plan, z: f64) -> f64 {
    let sd = plan.scenario().behaviour.parameters.fairness.leaders_sd;
    unit(plan.scenario().support.supervisor_share + sd * z)
}

/// A post or team as luck is keyed by it.
#[must_use]
pub fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Roster {
    /// Everybody who is there at the beginning.
    #[must_use]
    pub fn open(plan: &Plan, luck: Luck) -> Self {
        let s = plan.scenario();
        let team_size = s.workforce.team_size as usize;
        let behaves = plan.people_behave();
        let past = Past::of(plan);
        let seats: Vec<Seat> = (0..s.workforce.headcount as usize)
            .map(|seat| {
                let (person, holders) = if behaves {
                    past::incumbent(&past, luck, seat)
                } else {
                    (recruit::nobody(plan, luck, seat), 1)
                };
                Seat {
                    person: Some(person),
                    holders,
                    filled_on: None,
                    ready_on: 0,
                    late_seconds: 0.0,
                    started_on: None,
                }
            })
            .collect();
        let teams = seats.len().div_ceil(team_size);
        let leaders: Vec<f64> = (0..teams)
            .map(|team| leader(plan, luck.stream(Stream::Leaders, 0, number(team)).normal()))
            .collect();
        Self {
            seats,
            support: leaders.clone(),
            leaders,
            recent_quits: vec![0.0; teams],
            places: Places::open(plan, teams),
            departed: Vec::new(),
            newcomers: (0, 0),
            team_size,
        }
    }

    /// The team of a post.
    #[must_use]
    pub fn team(&self, seat: usize) -> usize {
        seat / self.team_size
    }

    /// The posts of a team.
    #[must_use]
    pub fn seats_of(&self, team: usize) -> std::ops::Range<usize> {
        team * self.team_size..((team + 1) * self.team_size).min(self.seats.len())
    }

    /// Those in post.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.seats.iter().filter_map(|s| s.person.as_ref())
    }

    /// Those in post, to be changed.
    pub fn people_mut(&mut self) -> impl Iterator<Item = (usize, &mut Person)> {
        self.seats
            .iter_mut()
            .enumerate()
            .filter_map(|(seat, s)| s.person.as_mut().map(|p| (seat, p)))
    }

    /// A month's end: some teams get another leader, and the ladder's places are looked at.
    pub fn month_passes(&mut self, plan: &Plan, luck: Luck, month: u32) {
        let leaves = plan.scenario().behaviour.parameters.fairness.leader_leaves;
        for (team, support) in self.leaders.iter_mut().enumerate() {
            let mut draws = luck.stream(Stream::LeaderChange, month, number(team));
            if draws.chance(leaves) {
                *support = leader(plan, draws.normal());
            }
        }
        #[allow(clippy::cast_precision_loss)]
        let sizes: Vec<f64> = (0..self.leaders.len())
            .map(|team| self.seats_of(team).len() as f64)
            .collect();
        let (size, seats) = (self.team_size, &self.seats);
        let steps = seats.iter().enumerate().filter_map(|(seat, s)| {
            let step = s.person.as_ref().and_then(|p| p.career.step)?;
            Some((seat / size, step))
        });
        self.places.look(plan, steps, &sizes);
        let coaching = plan.scenario().behaviour.parameters.relatedness.coaching;
        for (team, support) in self.support.iter_mut().enumerate() {
            *support = unit(self.leaders[team] + coaching * self.places.coaching[team]);
        }
    }

    /// How many are in post.
    #[must_use]
    pub fn present(&self) -> u32 {
        u32::try_from(self.people().count()).unwrap_or(u32::MAX)
    }

    /// Morning: those whose last day was yesterday are gone, vacancies that are due are filled.
    pub fn change_over(&mut self, plan: &Plan, luck: Luck, day: u32) -> Turnover {
        let hiring = &plan.scenario().workforce.hiring;
        let quarter = plan.days().in_calendar_days(FIRST_QUARTER_DAYS);
        let dropout = if plan.people_behave() {
            plan.scenario().behaviour.parameters.quit.dropout
        } else {
            0.0
        };
        let mut turnover = Turnover::default();
        for (index, seat) in self.seats.iter_mut().enumerate() {
            // A newcomer's first quarter ends in the measured year, by staying or by leaving before.
            let first_quarter_over = seat.started_on.is_some_and(|on| on + quarter == day);
            if first_quarter_over && day >= plan.days().warmup {
                self.newcomers.0 += 1;
            }
            // The training before the phones is over, and some have found that it is not for them.
            if seat.ready_on == day
                && seat.started_on.is_some()
                && let Some(person) = seat.person.as_mut()
                && luck
                    .stream(Stream::Dropout, day, number(index))
                    .chance(dropout)
            {
                person.career.leaves_on = Some(day);
                person.career.quits = true;
            }
            let leaves = seat.person.as_ref().and_then(|p| p.career.leaves_on);
            if leaves.is_some_and(|last| last <= day)
                && let Some(person) = seat.person.take()
            {
                if person.career.quits {
                    turnover.quit += 1;
                } else {
                    turnover.other_exits += 1;
                }
                if let Some(on) = seat.started_on.take()
                    && day < on + quarter
                    && on + quarter >= plan.days().warmup
                    && on + quarter < plan.days().total()
                {
                    self.newcomers.0 += 1;
                    self.newcomers.1 += u32::from(person.career.quits);
                }
                let mut year = person.year;
                year.end.tenure_days = person.career.tenure_days;
                year.end.left = if person.career.quits {
                    Left::Quit
                } else {
                    Left::Otherwise
                };
                self.departed.push(year);
                seat.filled_on = hiring
                    .enabled
                    .then(|| day + plan.days().in_calendar_days(hiring.lead_time_days));
            }
            if seat.filled_on.is_some_and(|on| on <= day) {
                seat.person = Some(recruit::newcomer(plan, luck, index, seat.holders));
                seat.holders += 1;
                seat.filled_on = None;
                seat.ready_on = day + hiring.training_days;
                seat.started_on = Some(day);
                turnover.hired += 1;
            }
        }
        turnover
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::LUCK;
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn teams_are_neighbouring_posts_and_the_last_has_what_is_left() {
        let mut scenario = Scenario::standard();
        (scenario.workforce.headcount, scenario.workforce.team_size) = (20, 8);
        let plan = Plan::new(&scenario).expect("sound");
        let roster = Roster::open(&plan, LUCK);
        assert_eq!(roster.leaders.len(), 3);
        let teams = [0, 1, 2].map(|team| roster.seats_of(team));
        assert_eq!(teams, [0..8, 8..16, 16..20]);
        assert!((0..20).all(|seat| roster.seats_of(roster.team(seat)).contains(&seat)));
    }

    /// What is counted of newcomers when somebody who began on day `began` leaves on the second day.
    fn counted(plan: &Plan, began: u32, quits: bool) -> (u32, u32) {
        let mut roster = Roster::open(plan, LUCK);
        roster.seats[0].started_on = Some(began);
        let person = roster.seats[0].person.as_mut().expect("held");
        person.career.leaves_on = Some(began + 1);
        person.career.quits = quits;
        let turnover = roster.change_over(plan, LUCK, began + 1);
        assert_eq!(
            (turnover.quit, turnover.other_exits),
            (u32::from(quits), u32::from(!quits))
        );
        roster.newcomers
    }

    #[test]
    fn newcomers_who_leave_are_counted_where_their_first_quarter_would_end_in_the_measured_year() {
        let plan = Plan::new(&Scenario::standard()).expect("sound");
        // 90 days of 365 are 62 working days of 250; the year is measured from day 125 to day 374.
        for (began, newcomers) in [(62, 0), (63, 1), (200, 1), (312, 1), (313, 0)] {
            assert_eq!(counted(&plan, began, true), (newcomers, newcomers));
            assert_eq!(counted(&plan, began, false), (newcomers, 0));
        }
    }
}
