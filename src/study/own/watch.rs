//! The onlooker who writes a simulated centre's months down in the form of a centre's own files.

use crate::scenario::import::centre::{AgentMonth, Record, Staff};
use crate::scenario::plan::Plan;
use crate::sim::course::Onlooker;
use crate::sim::people::appraisal::Appraisal;
use crate::sim::people::roster::Roster;

/// Writes the last months down.
pub struct Watch {
    first: u32,
    year_days: f64,
    seats: u32,
    month: u32,
    now: Staff,
    record: Record,
    month_begins: usize,
}

impl Watch {
    /// The last `months` months of the plan.
    #[must_use]
    pub fn new(plan: &Plan, months: u32) -> Self {
        let all = u32::try_from(plan.days().month_ends.len()).unwrap_or(0);
        Self {
            first: all.saturating_sub(months),
            year_days: f64::from(plan.days().measured),
            seats: plan.scenario().workforce.headcount,
            month: 0,
            now: Self::nobody(),
            record: Record::default(),
            month_begins: 0,
        }
    }

    fn nobody() -> Staff {
        Staff {
            hires: Some(0.0),
            early_leavers: Some(0.0),
            ..Staff::default()
        }
    }

    /// What was written down.
    #[must_use]
    pub fn record(self) -> Record {
        self.record
    }

    /// Of a person: the post, and which holder of it.
    fn agent(&self, seat: usize, roster: &Roster) -> u32 {
        u32::try_from(seat).unwrap_or(0) + self.seats * roster.seats[seat].holders
    }
}

impl Onlooker for Watch {
    fn turnover(&mut self, day: u32, roster: &Roster) {
        for gone in &roster.departed {
            self.now.leavers += 1.0;
            if gone.end.tenure_days < self.year_days {
                *self.now.early_leavers.get_or_insert(0.0) += 1.0;
            }
        }
        let hired = roster
            .seats
            .iter()
            .filter(|post| post.person.is_some() && post.started_on == Some(day));
        for _ in hired {
            *self.now.hires.get_or_insert(0.0) += 1.0;
        }
    }

    fn month_ends(&mut self, month: u32, roster: &Roster) {
        self.month = month;
        self.month_begins = self.record.agents.len();
        let mut staff = std::mem::replace(&mut self.now, Self::nobody());
        let Some(number) = month.checked_sub(self.first) else {
            return;
        };
        for (seat, post) in roster.seats.iter().enumerate() {
            let Some(person) = &post.person else { continue };
            staff.headcount += 1.0;
            let brought = &person.month;
            if brought.handled == 0 {
                continue;
            }
            let calls = f64::from(brought.handled + brought.passed_on);
            let rated = f64::from(brought.rated);
            self.record.agents.push(AgentMonth {
                agent: self.agent(seat, roster),
                month: number,
                calls,
                days: Some(f64::from(brought.worked_days)),
                talk: Some(brought.talk_seconds / calls),
                score: None,
                rating: (brought.rated > 0).then(|| f64::from(brought.rated_satisfied) / rated),
            });
        }
        self.record.staff.push(Some(staff));
    }

    fn appraised(&mut self, seat: usize, found: &Appraisal) {
        let (seats, seat) = (self.seats.max(1), u32::try_from(seat).unwrap_or(0));
        let this_month = &mut self.record.agents[self.month_begins..];
        if let Some(agent) = this_month.iter_mut().find(|a| a.agent % seats == seat) {
            agent.score = Some(found.points);
        }
    }

    fn month_ended(&mut self, month: u32, roster: &Roster) {
        let Some(number) = month.checked_sub(self.first) else {
            return;
        };
        for (seat, post) in roster.seats.iter().enumerate() {
            // The month's end counts one month more for everybody, winners included.
            if post
                .person
                .as_ref()
                .is_some_and(|p| p.career.months_since_award == 1)
            {
                let agent = self.agent(seat, roster);
                self.record.awards.push((number, agent));
            }
        }
    }
}
