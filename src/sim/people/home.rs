//! Illness, life at home, and leave: asked for, granted or refused as the load allows.

use super::{Person, roster::Roster};
use crate::math::{exp, ln};
use crate::rng::{Luck, Stream};
use crate::scenario::plan::Plan;

/// What a morning decides about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Morning {
    /// At work.
    AtWork,
    /// Away: ill or on leave.
    Away,
    /// At work although home needed one: leave was refused.
    Refused,
}

/// Decides for everybody who is present today; the answer is indexed by seat.
pub fn morning(plan: &Plan, luck: Luck, day: u32, roster: &mut Roster, out: &mut Vec<Morning>) {
    out.clear();
    out.resize(roster.seats.len(), Morning::AtWork);
    if !plan.people_behave() {
        return;
    }
    let s = plan.scenario();
    let slack = plan.load().slack[plan.days().weekday(day)];
    let share = s.support.leave.away_share * if slack { 2.0 } else { 1.0 };
    // At least one person may be away, however small the hall, unless nobody ever may.
    let mut places = if s.support.leave.away_share > 0.0 {
        (share * f64::from(s.workforce.headcount)).max(1.0).floor()
    } else {
        0.0
    };
    let first = day as usize % out.len().max(1);
    for turn in 0..out.len() {
        // The queue for leave begins with somebody else every day.
        let seat = (first + turn) % out.len();
        if roster.seats[seat].ready_on > day {
            continue;
        }
        let Some(person) = roster.seats[seat].person.as_mut() else {
            continue;
        };
        let whose = u32::try_from(seat).unwrap_or(u32::MAX);
        let luck_today = luck.stream(Stream::Day, day, whose).four_uniforms();
        out[seat] = decide(plan, person, luck_today, &mut places);
        roster.seats[seat].late_seconds = late_seconds(plan, luck_today[3]);
    }
}

/// Seconds late today: whether and how much from one uniform.
fn late_seconds(plan: &Plan, luck: f64) -> f64 {
    let lateness = &plan.scenario().workforce.lateness;
    if luck >= lateness.share {
        return 0.0;
    }
    // Given that it is below the share, luck over share is uniform again; half a step keeps it off 0.
    let u = (luck + 0.5 / 65_536.0) / lateness.share;
    -ln(u.min(1.0)) * lateness.minutes * 60.0
}

fn decide(plan: &Plan, person: &mut Person, luck: [f64; 4], places: &mut f64) -> Morning {
    let s = plan.scenario();
    let home = &s.behaviour.parameters.home;
    let [illness, event, flexible, _] = luck;
    let ordinary = s.behaviour.parameters.quit.ordinary_exhaustion;
    let falls_ill = home.absence * exp(home.absence_slope * (person.mind.exhaustion - ordinary));
    let stays_ill = person.career.ill && illness < home.absence_stays;
    person.career.ill = stays_ill || illness < falls_ill;
    if person.career.ill {
        return Morning::Away;
    }
    let often = if person.traits.care_duty {
        home.event_with_care
    } else {
        1.0
    };
    if event >= home.event * often {
        return Morning::AtWork;
    }
    person.month.asked += 1;
    let flexibility = &s.support.flexible_work;
    if flexibility.enabled && flexible < flexibility.solves_share {
        person.month.granted += 1;
        return Morning::AtWork;
    }
    if person.career.leave_days >= 1.0 && *places >= 1.0 {
        *places -= 1.0;
        person.career.leave_days -= 1.0;
        person.month.granted += 1;
        return Morning::Away;
    }
    Morning::Refused
}

/// New leave at the end of a month: a twelfth of the year's days, and what merit earned.
pub fn accrue(plan: &Plan, person: &mut Person) {
    let s = plan.scenario();
    let merit = s.rewards.merit_leave_days_per_year * person.career.score;
    let most = s.support.leave.days_per_year + s.rewards.merit_leave_days_per_year;
    let earned = (s.support.leave.days_per_year + merit) / 12.0;
    person.career.leave_days = (person.career.leave_days + earned).min(most.max(1.0));
}
