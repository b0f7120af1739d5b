//! One replication: the year in order. This is the only place that knows the order of things.

pub mod camera;
pub mod course;
pub mod floor;
pub mod month;
pub mod pay;
pub mod people;
pub mod recorder;

use crate::math::exp;
use crate::measure::ledger::{Ledger, Week};
use crate::rng::{Chance, Luck};
use crate::scenario::plan::{Plan, Shift};
use course::{Course, Mornings, Nobody, Onlooker};
use floor::desk::Desk;
use floor::{Floor, Witness};
use month::Ending;
use people::appraisal::true_points;
use people::awards::Honours;
use people::home::{self, Morning, Workload};
use people::roster::Roster;
use people::strain::{self, Evening};
use people::{Person, development, working};

/// Runs one replication: warm-up, then the measured year, day by day.
#[must_use]
pub fn replicate(plan: &Plan, luck: Luck) -> Ledger {
    let world = plan.world(luck.replication);
    replicate_course(Course::steady(&world), luck, &mut Nobody)
}

/// The same with somebody who looks at the hall each morning, before the phones open: the day, and the
/// desks of those who are at work.
pub fn replicate_watched(plan: &Plan, luck: Luck, looks: impl FnMut(u32, &[Desk])) -> Ledger {
    let world = plan.world(luck.replication);
    replicate_course(Course::steady(&world), luck, &mut Mornings(looks))
}

/// One replication of a course of policy, with an onlooker.
pub fn replicate_course(course: Course, luck: Luck, onlooker: &mut impl Onlooker) -> Ledger {
    let mut year = Year::open(course.first(), luck);
    let mut month = 0;
    for day in 0..year.plan.days().total() {
        if let Some(plan) = course.takes_over(day) {
            year.plan = plan;
        }
        year.change_over(day, onlooker);
        year.morning(day, month);
        onlooker.decided(day, &year.roster, &year.mornings, &year.relief);
        onlooker.morning(day, &year.roster, &year.floor.desks);
        year.phones(day, &mut onlooker.witness());
        year.evening(day);
        onlooker.evening(day, &year.roster, &year.floor.desks);
        if year.plan.days().month_ends[month as usize] == day + 1 {
            onlooker.month_ends(month, &year.roster);
            year.month_end(month, day, onlooker);
            onlooker.month_ended(month, &year.roster);
            month += 1;
        }
    }
    year.close()
}

struct Year<'a> {
    plan: &'a Plan,
    luck: Luck,
    roster: Roster,
    floor: Floor,
    honours: Honours,
    ledger: Ledger,
    /// What the warm-up counts, to be thrown away.
    unmeasured: Week,
    mornings: Vec<Morning>,
    /// Strength of stress relief attended today, by seat.
    relief: Vec<f64>,
    /// Rank by score as a share, by seat.
    ranks: Vec<f64>,
    /// What those who grant leave know of the work that comes in.
    workload: Workload,
    /// Hours of training this month for each who has a right to it.
    training_hours: f64,
    month_begins: u32,
}

impl<'a> Year<'a> {
    fn open(plan: &'a Plan, luck: Luck) -> Self {
        let roster = Roster::open(plan, luck);
        let seats = roster.seats.len();
        let weeks = plan.days().measured.div_ceil(
            u32::try_from(plan.days().weekdays.len())
                .unwrap_or(1)
                .max(1),
        );
        Self {
            plan,
            luck,
            roster,
            floor: Floor::default(),
            honours: Honours::default(),
            ledger: Ledger {
                days: plan.days().measured,
                weeks: vec![Week::default(); weeks as usize],
                ..Ledger::default()
            },
            unmeasured: Week::default(),
            mornings: Vec::new(),
            relief: vec![0.0; seats],
            ranks: vec![0.5; seats],
            workload: Workload::default(),
            training_hours: 0.0,
            month_begins: 0,
        }
    }

    /// The week that a day is counted in.
    fn week(&mut self, day: u32) -> &mut Week {
        match self.plan.days().week(day) {
            Some(week) => &mut self.ledger.weeks[week],
            None => &mut self.unmeasured,
        }
    }

    /// Yesterday's leavers are gone, vacancies that are due are filled.
    fn change_over(&mut self, day: u32, onlooker: &mut impl Onlooker) {
        let warmup = self.plan.days().warmup;
        if day == warmup {
            self.ledger.flow = crate::measure::ledger::Flow {
                at_start: self.roster.present(),
                ..Default::default()
            };
        }
        let turnover = self.roster.change_over(self.plan, self.luck, day);
        onlooker.turnover(day, &self.roster);
        if day < warmup {
            self.roster.departed.clear();
            return;
        }
        let ledger = &mut self.ledger;
        ledger.flow.hired += turnover.hired;
        ledger.flow.quit += turnover.quit;
        ledger.flow.other_exits += turnover.other_exits;
        ledger.people.append(&mut self.roster.departed);
        self.week(day).leavers += turnover.quit;
        let hiring = &self.plan.scenario().workforce.hiring;
        let training = f64::from(hiring.training_days) * pay::daily(self.plan);
        self.ledger.cost.hiring += f64::from(turnover.hired) * (hiring.cost_yuan + training);
    }

    /// Who is here, and what each brings to the desk today.
    fn morning(&mut self, day: u32, month: u32) {
        home::morning(
            self.plan,
            self.luck,
            day,
            self.workload,
            &mut self.roster,
            &mut self.mornings,
        );
        if day == self.month_begins {
            self.training_hours =
                development::hours_each(self.plan, &self.roster, &self.ranks, day);
        }
        let measured = day >= self.plan.days().warmup;
        let days_in_month = self.plan.days().month_ends[month as usize] - self.month_begins;
        let day_of_month = day - self.month_begins;
        let skill = &self.plan.scenario().behaviour.parameters.skill;
        let team_size = self.plan.scenario().workforce.team_size as usize;
        self.floor.desks.clear();
        self.relief.fill(0.0);
        for (seat, post) in self.roster.seats.iter_mut().enumerate() {
            let Some(person) = post.person.as_mut() else {
                continue;
            };
            if post.ready_on > day || self.mornings[seat] == Morning::Away {
                continue;
            }
            let mut elsewhere = 0.0;
            let mut moved = 0.0;
            if self.plan.people_behave() {
                let shift = self.plan.shifts()[seat];
                if let Some(track) = person.career.step {
                    elsewhere += track.off_phones(self.plan) * shift.phone_seconds();
                }
                if self.mornings[seat] == Morning::Moved {
                    moved = self.plan.scenario().support.flexible_work.moved_hours * 3600.0;
                }
                let (rank, begins) = (self.ranks[seat], self.month_begins);
                let due = if development::is_due(self.plan, person, rank, post.ready_on, begins) {
                    self.training_hours
                } else {
                    0.0
                };
                let place = (day_of_month, days_in_month);
                let hours = development::hours_today(self.plan, due, place, seat);
                if hours > 0.0 {
                    development::train(self.plan, person, hours);
                    elsewhere += hours * 3600.0;
                }
                let relief = &self.plan.scenario().support.stress_relief;
                if relief_today(self.plan, day, seat) {
                    self.relief[seat] = relief.intensity;
                    elsewhere += relief.minutes * 60.0;
                }
                if measured {
                    self.ledger.cost.training += hours * training_hour(self.plan);
                    if self.relief[seat] > 0.0 {
                        self.ledger.cost.support += relief.minutes / 60.0 * pay::hourly(self.plan);
                    }
                }
            }
            let shift = self.plan.shifts()[seat].moved(moved, self.plan.load().closes);
            let mut desk = Desk::new(seat, &shift, post.late_seconds, elsewhere);
            desk.specialist = self.plan.is_specialist(seat);
            let asked = skill.consulting_logit * self.roster.places.consulting[seat / team_size];
            compile(self.plan, person, asked, &mut desk);
            self.floor.desks.push(desk);
        }
    }

    /// The day's calls.
    fn phones(&mut self, day: u32, witness: &mut impl Witness) {
        let counts = self.floor.run_day(self.plan, self.luck, day, witness);
        self.ledger.calls_simulated += u64::from(counts.offered + counts.blocked);
        counts.add_to(self.week(day));
    }

    /// The day is folded back into the people and the week.
    fn evening(&mut self, day: u32) {
        let plan = self.plan;
        let weekend = plan.days().ends_week(day);
        let relief_left = strain::relief_left(plan);
        let burnout = plan.scenario().behaviour.parameters.strain.burnout;
        let measured = day >= plan.days().warmup;
        let team_size = plan.scenario().workforce.team_size as usize;
        let support = &self.roster.support;
        let mut desks = self.floor.desks.iter().peekable();
        let mut week = Week {
            days: 1,
            ..Week::default()
        };
        for (seat, post) in self.roster.seats.iter_mut().enumerate() {
            let specialist = plan.is_specialist(seat);
            let shift = &plan.shifts()[seat];
            let tally = desks.next_if(|d| d.seat == seat).map(|d| &d.tally);
            let Some(person) = post.person.as_mut() else {
                continue;
            };
            if let Some(tally) = tally {
                if !specialist {
                    week.answered += tally.handled + tally.passed_on;
                }
                week.resolved += tally.resolved;
                week.satisfied += tally.satisfied;
                week.cut_short += tally.cut_short;
                week.angry += tally.angry;
                week.busy_seconds += tally.busy_seconds;
                week.staffed_seconds += tally.staffed_seconds;
                week.agent_days += shift.hours_share;
                week.inspection_points += true_points(
                    plan,
                    tally.handled,
                    tally.resolved,
                    tally.courteous,
                    tally.cut_short,
                );
                person.month.add(tally, plan.appraised_seconds(seat));
                if measured {
                    person.year.worked_days += 1;
                    person.year.phone_days += tally.staffed_seconds / shift.full_seconds().max(1.0);
                    person.year.handled += tally.handled;
                    person.year.resolved += tally.resolved;
                    person.year.cut_short += tally.cut_short;
                    person.year.angry += tally.angry;
                }
            }
            week.post_days += 1;
            person.career.tenure_days += 1.0;
            if plan.people_behave() {
                strain::evening(
                    plan,
                    person,
                    Evening {
                        tally,
                        morning: self.mornings[seat],
                        relief: self.relief[seat],
                        relief_left,
                        weekend,
                        leader: support[seat / team_size],
                        full_day_seconds: shift.full_seconds(),
                    },
                );
                if tally.is_some() {
                    development::learn_by_doing(plan, person, shift.hours_share);
                }
            }
            week.exhaustion += person.mind.exhaustion;
            week.burnt_out += u32::from(person.mind.exhaustion > burnout);
            if measured {
                person.year.service_days += 1;
                person.year.exhaustion += person.mind.exhaustion;
            }
        }
        self.workload.learn(plan, day, week.busy_seconds);
        self.week(day).add(&week);
    }

    fn month_end(&mut self, month: u32, day: u32, onlooker: &mut impl Onlooker) {
        let now = Ending {
            plan: self.plan,
            luck: self.luck,
            month,
            day,
        };
        month::end(
            now,
            &mut self.roster,
            &mut self.honours,
            &mut self.ranks,
            &mut self.ledger,
            onlooker,
        );
        self.month_begins = day + 1;
    }

    /// Those still here are written down.
    fn close(mut self) -> Ledger {
        let flow = &mut self.ledger.flow;
        flow.at_end = self.roster.present();
        let (observed, gone) = self.roster.newcomers;
        flow.newcomers_observed = observed;
        flow.newcomers_gone = gone;
        for person in self.roster.people() {
            let mut year = person.year;
            year.end.tenure_days = person.career.tenure_days;
            self.ledger.people.push(year);
        }
        self.ledger.people.retain(|p| p.service_days > 0);
        self.ledger
    }
}

/// A desk whose person works as everybody does where people don't behave, in these hours.
#[must_use]
pub fn ordinary_desk(plan: &Plan, seat: usize, shift: &Shift) -> Desk {
    let luck = Luck {
        seed: 0,
        replication: 0,
    };
    // Nobody in particular: whatever is drawn for a person is set to the ordinary.
    let mut desk = Desk::new(seat, shift, 0.0, 0.0);
    compile(
        plan,
        &people::recruit::nobody(plan, luck, 0),
        0.0,
        &mut desk,
    );
    desk
}

/// Compiles a person into a desk for today; `asked` is what colleagues who can be asked add.
fn compile(plan: &Plan, person: &Person, asked: f64, desk: &mut Desk) {
    let mut works = working::working(plan, person);
    works.solve_logit += asked;
    if desk.specialist {
        works.solve_logit += plan.scenario().workforce.second_line.logit;
    }
    // Chances are odds: log-odds that are added are odds that are multiplied, so that one exponential
    // does for all kinds.
    let (against, hurried) = (exp(-works.solve_logit), exp(works.hurry_logit));
    let desk = &mut desk.works;
    desk.pace = works.pace;
    desk.courteous = Chance::of(works.courteous);
    desk.cut = Chance::of(person.mind.effort.cut);
    for (chances, kind) in desk.resolve.iter_mut().zip(plan.kinds()) {
        let calm = against * kind.hardness;
        *chances = [calm, calm * hurried].map(|against| Chance::of(1.0 / (1.0 + against)));
    }
}

/// Whether a seat has a session of stress relief today: the month's sessions are spread evenly over
/// its days, and over the people by their seat.
fn relief_today(plan: &Plan, day: u32, seat: usize) -> bool {
    let relief = &plan.scenario().support.stress_relief;
    let each = relief.frequency_per_month / plan.days().per_month();
    #[allow(clippy::cast_precision_loss)]
    let turn = f64::from(day) + (seat * 3) as f64;
    (relief.intensity > 0.0 || relief.minutes > 0.0)
        && ((turn + 1.0) * each).floor() > (turn * each).floor()
}

fn training_hour(plan: &Plan) -> f64 {
    plan.scenario().development.training.cost_yuan_per_hour + pay::hourly(plan)
}

#[cfg(test)]
mod tests;
