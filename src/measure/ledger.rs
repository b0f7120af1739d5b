//! What a replication writes down while it runs: counts and sums, no opinions.

use serde::{Deserialize, Serialize};

/// Everything counted in the measured year of one replication.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ledger {
    /// Working days in the measured year.
    pub days: u32,
    /// Sums by working week, in order.
    pub weeks: Vec<Week>,
    /// Everybody who served in the measured year.
    pub people: Vec<PersonYear>,
    /// Sums over agent-months.
    pub months: Months,
    /// Who came and who went.
    pub flow: Flow,
    /// What leavers' hazards were made of: sums of shares, in the order of [`Reason`].
    pub reasons: [f64; 7],
    /// Money, in yuan.
    pub cost: Cost,
    /// Calls simulated, warm-up included.
    pub calls_simulated: u64,
}

/// A working week's sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Week {
    /// Working days in it.
    pub days: u32,
    /// Calls that reached the queue.
    pub offered: u32,
    /// Calls answered.
    pub answered: u32,
    /// Calls that met a busy signal; not among the offered.
    pub blocked: u32,
    /// Callers who hung up waiting.
    pub abandoned: u32,
    /// Callers still waiting when the phones closed.
    pub waiting_at_close: u32,
    /// Promised to be called back and not reached before closing.
    pub not_called_back: u32,
    /// Hung up waiting for a specialist.
    pub lost_in_transfer: u32,
    /// Answered within the service-level limit.
    pub in_time: u32,
    /// Waiting over all offered calls.
    pub wait_seconds: f64,
    /// Talk and after-call work.
    pub busy_seconds: f64,
    /// Time on the phones.
    pub staffed_seconds: f64,
    /// Answered calls that need no second call.
    pub resolved: u32,
    /// Satisfied among all answered.
    pub satisfied: u32,
    /// Ended early.
    pub cut_short: u32,
    /// Answered to an angry caller.
    pub angry: u32,
    /// Sum of true inspection points over answered calls.
    pub inspection_points: f64,
    /// People at work, in full days: a part-timer's day is its part.
    pub agent_days: f64,
    /// Sum of exhaustion over people in post and days.
    pub exhaustion: f64,
    /// Person-days above the burn-out threshold.
    pub burnt_out: u32,
    /// Person-days in post (at work or not).
    pub post_days: u32,
    /// Voluntary leavers.
    pub leavers: u32,
}

/// One person's measured year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonYear {
    /// Who it was.
    pub who: Who,
    /// Working days in post within the measured year.
    pub service_days: u32,
    /// Days worked.
    pub worked_days: u32,
    /// Of those, what was spent on the phones, in full days.
    pub phone_days: f64,
    /// Calls handled.
    pub handled: u32,
    /// Calls handled and resolved.
    pub resolved: u32,
    /// Of the handled, ended early.
    pub cut_short: u32,
    /// Of the handled, from angry callers.
    pub angry: u32,
    /// Awards received in each month of the year.
    pub awards_by_month: [u8; 12],
    /// Months with an appraisal.
    pub appraised: u32,
    /// Of those, with the volume target reached.
    pub reached_target: u32,
    /// Sum of exhaustion over the days in post.
    pub exhaustion: f64,
    /// Requests for leave or other hours.
    pub leave_asked: u32,
    /// Of those, granted.
    pub leave_granted: u32,
    /// How the year ended for the person.
    pub end: End,
}

/// What never changes about a person, and where the person sits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "four independent attributes, each two-valued in the seed"
)]
pub struct Who {
    /// The post, from 0.
    pub seat: u32,
    /// The team, from 0.
    pub team: u32,
    /// A woman.
    pub woman: bool,
    /// Has care duties.
    pub care_duty: bool,
    /// Holds a part-time post.
    pub part_time: bool,
    /// Younger than 35.
    pub young: bool,
    /// Has a degree.
    pub degree: bool,
    /// True speed: log of how much shorter than the median person's calls are by nature.
    pub speed: f64,
    /// True ability to solve a call, in log-odds around 0.
    pub care: f64,
}

/// How a person's measured year ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct End {
    /// Working days of service at the end of the year or on the last day.
    pub tenure_days: f64,
    /// Promotions within the year.
    pub promotions: u32,
    /// Whether and how the person left.
    pub left: Left,
}

/// Whether and how a person left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Left {
    /// Still there at the end of the year.
    #[default]
    Stayed,
    /// Of their own will.
    Quit,
    /// Otherwise.
    Otherwise,
}

impl PersonYear {
    /// Awards received in the year.
    #[must_use]
    pub fn awards(&self) -> u32 {
        self.awards_by_month.iter().map(|n| u32::from(*n)).sum()
    }
}

/// Sums over agent-months of the measured year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Months {
    /// Agent-months in post.
    pub people: u32,
    /// Agent-months with an appraisal.
    pub appraised: u32,
    /// Of those, with the volume target reached.
    pub reached_target: u32,
    /// Sum of satisfied existence.
    pub existence: f64,
    /// Sum of satisfied relatedness.
    pub relatedness: f64,
    /// Sum of satisfied growth.
    pub growth: f64,
    /// Sum of felt fairness.
    pub fairness: f64,
    /// Sums of its parts: distribution, procedure, treatment.
    pub justice: [f64; 3],
    /// Sums of chosen effort: on speed, on care, share of calls to be cut short.
    pub effort: [f64; 3],
    /// Sums of the felt weights of existence, relatedness and growth.
    pub weights: [f64; 3],
    /// Requests for leave or other hours.
    pub leave_asked: u32,
    /// Of those, granted.
    pub leave_granted: u32,
    /// Awards given.
    pub awards: u32,
    /// Of those, to somebody who would not have had it with other calls inspected and other lots drawn.
    pub awards_by_luck: u32,
}

/// People in and out during the measured year, for conservation and early leaving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Flow {
    /// In post at the start of the year.
    pub at_start: u32,
    /// Hired within it.
    pub hired: u32,
    /// Left of their own will.
    pub quit: u32,
    /// Left otherwise.
    pub other_exits: u32,
    /// In post at the end.
    pub at_end: u32,
    /// New people whose first 90 days lie within what is observed.
    pub newcomers_observed: u32,
    /// Of those, gone of their own will within 90 days.
    pub newcomers_gone: u32,
}

/// Money spent in the measured year, in yuan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Cost {
    /// Hiring and training before the phones.
    pub hiring: f64,
    /// Training of those on the phones.
    pub training: f64,
    /// Awards, merit leave, bonus.
    pub rewards: f64,
    /// Stress relief and rests.
    pub support: f64,
}

/// What a hazard is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Unmet existence needs.
    Existence,
    /// Unmet relatedness needs.
    Relatedness,
    /// Unmet growth needs.
    Growth,
    /// Exhaustion.
    Exhaustion,
    /// Felt unfairness.
    Unfairness,
    /// Colleagues who left.
    Contagion,
    /// A target out of reach.
    Hopeless,
}

impl Reason {
    /// In the order of [`Ledger::reasons`].
    pub const ALL: [Reason; 7] = [
        Reason::Existence,
        Reason::Relatedness,
        Reason::Growth,
        Reason::Exhaustion,
        Reason::Unfairness,
        Reason::Contagion,
        Reason::Hopeless,
    ];
}

impl Week {
    /// Adds a day.
    pub fn add(&mut self, day: &Week) {
        self.days += day.days;
        self.offered += day.offered;
        self.answered += day.answered;
        self.blocked += day.blocked;
        self.abandoned += day.abandoned;
        self.waiting_at_close += day.waiting_at_close;
        self.not_called_back += day.not_called_back;
        self.lost_in_transfer += day.lost_in_transfer;
        self.in_time += day.in_time;
        self.wait_seconds += day.wait_seconds;
        self.busy_seconds += day.busy_seconds;
        self.staffed_seconds += day.staffed_seconds;
        self.resolved += day.resolved;
        self.satisfied += day.satisfied;
        self.cut_short += day.cut_short;
        self.angry += day.angry;
        self.inspection_points += day.inspection_points;
        self.agent_days += day.agent_days;
        self.exhaustion += day.exhaustion;
        self.burnt_out += day.burnt_out;
        self.post_days += day.post_days;
        self.leavers += day.leavers;
    }
}

impl Ledger {
    /// Sum of a count over the weeks.
    pub(super) fn count(&self, of: impl Fn(&Week) -> u32) -> f64 {
        self.weeks.iter().map(|w| f64::from(of(w))).sum()
    }

    /// Sum of an amount over the weeks.
    pub(super) fn sum(&self, of: impl Fn(&Week) -> f64) -> f64 {
        self.weeks.iter().map(of).sum()
    }
}
