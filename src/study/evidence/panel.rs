//! Persons month by month: what an onlooker writes down, as a study of real people would.

use crate::math::ln;
use crate::scenario::plan::Plan;
use crate::sim::course::Onlooker;
use crate::sim::floor::desk::Desk;
use crate::sim::people::roster::Roster;
use crate::sim::people::{Month, needs, quit};

/// One person's month.
#[derive(Clone, Copy, Debug)]
pub struct PersonMonth {
    /// The post and which holder of it: together they name a person.
    pub who: (u32, u32),
    /// Month of the measured year from 0; negative in the warm-up.
    pub month: i32,
    /// What stays with the person.
    pub stays: Stays,
    /// What the month brought.
    pub brought: Month,
    /// Days on which the person should have been on the phones.
    pub due_days: u32,
    /// Of those, ill.
    pub ill_days: u32,
    /// State of mind at the month's end, before anything is judged.
    pub mind: State,
    /// What the month's end decided.
    pub decided: Decided,
}

/// What stays with a person.
#[derive(Clone, Copy, Debug)]
pub struct Stays {
    /// A woman.
    pub woman: bool,
    /// Care duties at home.
    pub care_duty: bool,
    /// Younger than 35.
    pub young: bool,
    /// The team.
    pub team: usize,
    /// How much longer than the median person's calls are by nature.
    pub slowness: f64,
}

/// State of mind and standing.
#[derive(Clone, Copy, Debug, Default)]
pub struct State {
    /// Months of service.
    pub tenure_months: f64,
    /// Exhaustion, 0–1.
    pub exhaustion: f64,
    /// Needs met, weighted as the person weighs them, 0–1.
    pub satisfaction: f64,
    /// Felt fairness, 0–1.
    pub fairness: f64,
    /// Felt weight of growth; the rest is on existence and relatedness.
    pub growth_weight: f64,
    /// Composite score, smoothed, 0–1.
    pub score: f64,
    /// Effort on speed and on care, 0–1.
    pub effort: (f64, f64),
}

/// What a month's end decided about a person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decided {
    /// An award was received.
    pub award: bool,
    /// Leaves of their own will.
    pub quits: bool,
    /// Log of the chance to decide to leave, as it stands after the month's end.
    pub log_hazard: f64,
    /// Recent leavers of the team, as they stood before this month's decisions.
    pub recent_quits: f64,
}

/// Everybody's months in one replication.
pub struct Panel {
    plan: Plan,
    warmup: i32,
    /// In the order of months, within a month of posts.
    pub months: Vec<PersonMonth>,
    due: Vec<(u32, u32)>,
    month_begins: usize,
}

impl Panel {
    /// An empty one for this plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let seats = plan.scenario().workforce.headcount as usize;
        Self {
            plan: plan.clone(),
            warmup: i32::try_from(plan.scenario().calendar.warmup_months).unwrap_or(0),
            months: Vec::new(),
            due: vec![(0, 0); seats],
            month_begins: 0,
        }
    }

    /// The months of the measured year.
    pub fn measured(&self) -> impl Iterator<Item = &PersonMonth> {
        self.months.iter().filter(|m| m.month >= 0)
    }

    /// The months numbered `from` up to, not including, `to`.
    pub fn between(&self, from: i32, to: i32) -> impl Iterator<Item = &PersonMonth> {
        self.months
            .iter()
            .filter(move |m| m.month >= from && m.month < to)
    }

    /// The month of this person, if the person was there.
    #[must_use]
    pub fn find(&self, who: (u32, u32), month: i32) -> Option<&PersonMonth> {
        let at = self
            .months
            .binary_search_by(|m| (m.month, m.who.0).cmp(&(month, who.0)))
            .ok()?;
        self.months.get(at).filter(|m| m.who == who)
    }
}

impl Onlooker for Panel {
    fn morning(&mut self, day: u32, roster: &Roster, _desks: &[Desk]) {
        for (count, post) in self.due.iter_mut().zip(&roster.seats) {
            if let Some(person) = post.person.as_ref().filter(|_| post.ready_on <= day) {
                count.0 += 1;
                count.1 += u32::from(person.leave.ill);
            }
        }
    }

    fn month_ends(&mut self, month: u32, roster: &Roster) {
        self.month_begins = self.months.len();
        let number = i32::try_from(month).unwrap_or(i32::MAX) - self.warmup;
        for (seat, post) in roster.seats.iter().enumerate() {
            let (due_days, ill_days) = self.due[seat];
            let Some(person) = post.person.as_ref() else {
                continue;
            };
            let felt = needs::felt_weights(&self.plan, person);
            let satisfaction = felt.iter().zip(person.mind.needs).map(|(w, n)| w * n).sum();
            self.months.push(PersonMonth {
                who: (u32::try_from(seat).unwrap_or(u32::MAX), post.holders),
                month: number,
                stays: Stays {
                    woman: person.year.who.woman,
                    care_duty: person.traits.care_duty,
                    young: person.year.who.young,
                    team: roster.team(seat),
                    slowness: person.traits.slowness,
                },
                brought: person.month,
                due_days,
                ill_days,
                mind: State {
                    tenure_months: person.career.months(self.plan.days().per_month()),
                    exhaustion: person.mind.exhaustion,
                    satisfaction,
                    fairness: person.mind.fairness,
                    growth_weight: felt[2],
                    score: person.career.score,
                    effort: (person.mind.effort.speed, person.mind.effort.care),
                },
                decided: Decided {
                    quits: person.career.leaves_on.is_some(),
                    recent_quits: roster.recent_quits[roster.team(seat)],
                    ..Decided::default()
                },
            });
        }
        self.due.fill((0, 0));
    }

    fn month_ended(&mut self, _month: u32, roster: &Roster) {
        for record in &mut self.months[self.month_begins..] {
            let seat = record.who.0 as usize;
            let Some(person) = roster.seats.get(seat).and_then(|s| s.person.as_ref()) else {
                continue;
            };
            let hazard = quit::hazard(&self.plan, person, record.decided.recent_quits);
            record.decided.log_hazard = ln(hazard.chance.max(1e-12));
            // The month's end counts one month more for everybody, winners included.
            record.decided.award = person.career.months_since_award == 1;
            // Who decided last month and is still here has not decided now.
            let before = record.decided.quits;
            record.decided.quits =
                !before && person.career.quits && person.career.leaves_on.is_some();
        }
    }
}
