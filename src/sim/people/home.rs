//! Illness, life at home, holidays, and leave: asked for, granted or refused as the day's staffing allows.

use super::Person;
use super::roster::{Roster, number};
use crate::math::{exp, ln};
use crate::rng::{Luck, Stream};
use crate::scenario::plan::{Plan, Shift};

/// What a morning decides about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Morning {
    /// At work.
    AtWork,
    /// At work, with hours moved because home needed one.
    Moved,
    /// At work although ill.
    Ill,
    /// Away: ill, on leave or on holiday.
    Away,
    /// At work although home needed one: leave was refused.
    Refused,
}

/// What those who grant leave have learned of the work that comes in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Workload {
    /// Busy seconds of an average weekday lately; None before the first day.
    usual: Option<f64>,
}

impl Workload {
    /// Busy seconds to be expected on a day, by its weekday.
    fn expected(self, plan: &Plan, day: u32) -> f64 {
        self.usual.unwrap_or(0.0) * plan.weekday_level(day)
    }

    /// A day's busy seconds are known in the evening.
    pub fn learn(&mut self, plan: &Plan, day: u32, busy_seconds: f64) {
        let seen = busy_seconds / plan.weekday_level(day).max(0.01);
        let days = plan.scenario().behaviour.parameters.home.workload_days;
        let old = self.usual.unwrap_or(seen);
        self.usual = Some(old + (seen - old) / days);
    }
}

/// A person's luck of the day.
#[derive(Clone, Copy)]
struct DayLuck {
    illness: f64,
    event: f64,
    flexible: f64,
    late: f64,
    comes_ill: f64,
    holiday: f64,
}

/// Decides for everybody who is present today; the answer is indexed by seat.
pub fn morning(
    plan: &Plan,
    luck: Luck,
    day: u32,
    workload: Workload,
    roster: &mut Roster,
    out: &mut Vec<Morning>,
) {
    out.clear();
    out.resize(roster.seats.len(), Morning::AtWork);
    if !plan.people_behave() {
        return;
    }
    // First who is ill or still on holiday: only then is it known whom the day can spare.
    let mut phone_seconds = 0.0;
    for (seat, post) in roster.seats.iter_mut().enumerate() {
        let Some(person) = post.person.as_mut().filter(|_| post.ready_on <= day) else {
            continue;
        };
        let today = luck_of(luck, day, seat);
        out[seat] = health(plan, person, today);
        if out[seat] == Morning::Away {
            continue;
        }
        if person.leave.holiday > 0 {
            person.leave.holiday -= 1;
            person.leave.worked_ill = false;
            out[seat] = Morning::Away;
            continue;
        }
        let elsewhere = person
            .career
            .step
            .map_or(0.0, |track| track.off_phones(plan));
        phone_seconds += plan.shifts()[seat].phone_seconds() * (1.0 - elsewhere);
        post.late_seconds = late_seconds(plan, today.late);
    }
    let mut places = places(plan, day, workload, phone_seconds, out.len());
    let first = day as usize % out.len().max(1);
    for turn in 0..out.len() {
        // The queue for leave begins with somebody else every day.
        let seat = (first + turn) % out.len();
        let post = &mut roster.seats[seat];
        let Some(person) = post.person.as_mut().filter(|_| post.ready_on <= day) else {
            continue;
        };
        if out[seat] == Morning::AtWork {
            let hours_share = plan.shifts()[seat].hours_share;
            let luck = luck_of(luck, day, seat);
            out[seat] = requests(plan, person, hours_share, luck, &mut places);
        }
    }
}

fn luck_of(luck: Luck, day: u32, seat: usize) -> DayLuck {
    let mut draws = luck.stream(Stream::Day, day, number(seat));
    let [illness, event, flexible, late] = draws.four_uniforms();
    let [comes_ill, holiday, _, _] = draws.four_uniforms();
    DayLuck {
        illness,
        event,
        flexible,
        late,
        comes_ill,
        holiday,
    }
}

/// How many may go on leave today: what the policy allows on such a weekday, and no more than those
/// present can do without, given the calls that are expected.
fn places(plan: &Plan, day: u32, known: Workload, phone_seconds: f64, posts: usize) -> f64 {
    let leave = &plan.scenario().support.leave;
    // Nobody ever may.
    if leave.away_share <= 0.0 {
        return 0.0;
    }
    let slack = plan.load().slack[plan.days().weekday(day)];
    let share = leave.away_share * if slack { 2.0 } else { 1.0 };
    // At least one person may be away, however small the hall.
    let allowed = (share * f64::from(plan.scenario().workforce.headcount))
        .max(1.0)
        .floor();
    #[allow(clippy::cast_precision_loss)]
    let each = plan.shifts().iter().map(Shift::phone_seconds).sum::<f64>() / posts.max(1) as f64;
    let needed = known.expected(plan, day) / leave.busy_occupancy;
    let spare = ((phone_seconds - needed) / each.max(1.0)).floor();
    allowed.min(spare).max(0.0)
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

/// Ill or well, and at work although ill where that is expected.
fn health(plan: &Plan, person: &mut Person, luck: DayLuck) -> Morning {
    let s = plan.scenario();
    let home = &s.behaviour.parameters.home;
    let ordinary = s.behaviour.parameters.quit.ordinary_exhaustion;
    let leave = &mut person.leave;
    let falls_ill = home.absence * exp(home.absence_slope * (person.mind.exhaustion - ordinary));
    let stays_ill = home.absence_stays
        + if leave.worked_ill {
            home.ill_longer
        } else {
            0.0
        };
    leave.ill = luck.illness < if leave.ill { stays_ill } else { falls_ill };
    leave.worked_ill = leave.ill && luck.comes_ill < s.support.sick_pressure_share;
    match (leave.ill, leave.worked_ill) {
        (false, _) => Morning::AtWork,
        (true, true) => Morning::Ill,
        (true, false) => Morning::Away,
    }
}

/// What home asks for, and whether it is granted; else a holiday, if there is leave to spare.
///
/// What comes up outside a part-timer's hours needs no leave.
fn requests(
    plan: &Plan,
    person: &mut Person,
    hours_share: f64,
    luck: DayLuck,
    places: &mut f64,
) -> Morning {
    let s = plan.scenario();
    let home = &s.behaviour.parameters.home;
    let often = if person.traits.care_duty {
        home.event_with_care
    } else {
        1.0
    };
    if luck.event < home.event * often * hours_share {
        person.month.asked += 1;
        let flexibility = &s.support.flexible_work;
        if flexibility.enabled && luck.flexible < flexibility.solves_share {
            person.month.granted += 1;
            return Morning::Moved;
        }
        if person.leave.left() >= 1.0 && *places >= 1.0 {
            *places -= 1.0;
            person.leave.take_day();
            person.month.granted += 1;
            return Morning::Away;
        }
        return Morning::Refused;
    }
    let days = home.holiday_days.max(1.0).round();
    let spare = person.leave.left() - home.reserve_days;
    if spare >= days && luck.holiday < home.holiday {
        person.month.asked += 1;
        if *places >= 1.0 {
            *places -= 1.0;
            for _ in 0..holiday(days) {
                person.leave.take_day();
            }
            person.leave.holiday = holiday(days) - 1;
            person.month.granted += 1;
            return Morning::Away;
        }
    }
    Morning::AtWork
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn holiday(days: f64) -> u32 {
    days as u32
}

/// New leave at the end of a month: a twelfth of the year's days, and what merit earned. Annual leave is
/// cut to a year's; days won with awards are kept until they are taken.
pub fn accrue(plan: &Plan, person: &mut Person) {
    let s = plan.scenario();
    let merit = s.rewards.merit_leave_days_per_year * person.career.score;
    let most = s.support.leave.days_per_year + s.rewards.merit_leave_days_per_year;
    let earned = (s.support.leave.days_per_year + merit) / 12.0;
    person.leave.days = (person.leave.days + earned).min(most.max(1.0));
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::LUCK;
    use super::super::recruit::newcomer;
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn workload_is_learned_and_expected_by_the_weekday_and_averaged_over_days() {
        let mut scenario = Scenario::standard();
        scenario.behaviour.parameters.home.workload_days = 10.0;
        let plan = Plan::new(&scenario).expect("sound");
        let mut known = Workload::default();
        // Each weekday as busy as it usually is teaches nothing new.
        for day in 0..5 {
            known.learn(&plan, day, 50_000.0 * plan.weekday_level(day));
            let next = day + 1;
            let expected = 50_000.0 * plan.weekday_level(next);
            assert!((known.expected(&plan, next) - expected).abs() < 1e-6);
        }
        // One twice as busy moves what is expected by a tenth.
        known.learn(&plan, 5, 100_000.0 * plan.weekday_level(5));
        let expected = 55_000.0 * plan.weekday_level(6);
        assert!((known.expected(&plan, 6) - expected).abs() < 1e-6);
    }

    /// What becomes of two who have leave to spare when one may be away today, and how many may be away
    /// then; luck of 0 is a yes to home's asking, or to a holiday, and luck of 1 a no.
    fn two(event: f64, holiday: f64) -> ([Morning; 2], f64) {
        let plan = Plan::new(&Scenario::standard()).expect("sound");
        let mut places = 1.0;
        let mornings = [0, 1].map(|seat| {
            let mut person = newcomer(&plan, LUCK, seat, 0);
            person.leave.days = 20.0;
            let today = DayLuck {
                illness: 1.0,
                event,
                flexible: 1.0,
                late: 1.0,
                comes_ill: 1.0,
                holiday,
            };
            requests(&plan, &mut person, 1.0, today, &mut places)
        });
        (mornings, places)
    }

    #[test]
    fn whoever_is_granted_leave_or_a_holiday_takes_a_place_from_the_next() {
        assert_eq!(two(0.0, 1.0), ([Morning::Away, Morning::Refused], 0.0));
        assert_eq!(two(1.0, 0.0), ([Morning::Away, Morning::AtWork], 0.0));
    }
}
