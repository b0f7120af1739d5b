//! The ladder: three tracks with places of their own, who gets a place when somebody left it, and hope.

use super::Person;
use super::roster::Roster;
use crate::math::exp;
use crate::rng::Draws;
use crate::scenario::development::Criterion;
use crate::scenario::plan::Plan;

/// A step up, off the ordinary phone post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track {
    /// Specialist consulting: colleagues ask about hard cases.
    Consulting,
    /// Operations management: rosters and coaching.
    Operations,
    /// Patent analysis.
    Analysis,
}

impl Track {
    /// In the order of the scenario.
    pub const ALL: [Track; 3] = [Track::Consulting, Track::Operations, Track::Analysis];

    /// Part of the time that its people spend off the phones.
    #[must_use]
    pub fn off_phones(self, plan: &Plan) -> f64 {
        plan.scenario().development.ladder.tracks()[self as usize].off_phones_share
    }
}

/// What is known of the ladder's places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Places that are free now.
    free: f64,
    /// Places that came free within a year, lately.
    freed_a_year: f64,
    /// How many were held after the last look, and those filled since: what fewer are held at the next have
    /// been left.
    held: usize,
    /// Consultants by team, as a share of ten.
    pub consulting: Vec<f64>,
    /// People in operations management by team, as a share of ten.
    pub coaching: Vec<f64>,
}

/// Helpers in a team are counted against this many colleagues.
const COLLEAGUES: f64 = 10.0;

impl Places {
    /// At the beginning: places come free as the seats' past has it.
    #[must_use]
    pub fn open(plan: &Plan, teams: usize) -> Self {
        let all: f64 = places(plan).iter().sum();
        let tenure = plan.scenario().workforce.mean_tenure_years;
        Self {
            free: all,
            freed_a_year: all / tenure.max(1.0),
            held: 0,
            consulting: vec![0.0; teams],
            coaching: vec![0.0; teams],
        }
    }

    /// A month's look at who holds what; `sizes` are the posts of each team.
    pub fn look(
        &mut self,
        plan: &Plan,
        people: impl Iterator<Item = (usize, Track)>,
        sizes: &[f64],
    ) {
        let all: f64 = places(plan).iter().sum();
        self.consulting.fill(0.0);
        self.coaching.fill(0.0);
        let mut held = 0;
        for (team, track) in people {
            held += 1;
            match track {
                Track::Consulting => self.consulting[team] += COLLEAGUES / sizes[team],
                Track::Operations => self.coaching[team] += COLLEAGUES / sizes[team],
                Track::Analysis => {}
            }
        }
        #[allow(clippy::cast_precision_loss)]
        let (now, freed) = (held as f64, self.held.saturating_sub(held) as f64);
        self.freed_a_year += freed - self.freed_a_year / 12.0;
        self.held = held;
        self.free = (all - now).max(0.0);
    }
}

/// A quarter's promotions: the best candidates by the criterion fill the places that are free.
pub fn promote(plan: &Plan, roster: &mut Roster, draws: &mut Draws, measured: bool) {
    let ladder = &plan.scenario().development.ladder;
    if !ladder.enabled {
        return;
    }
    let bias = plan.scenario().behaviour.parameters.fairness.care_bias;
    let mut free = places(plan);
    for person in roster.people() {
        if let Some(track) = person.career.step {
            free[track as usize] -= 1.0;
        }
    }
    let mut candidates: Vec<(f64, usize)> = roster
        .people_mut()
        .map(|(seat, p)| {
            // Everybody draws, so that who is eligible moves nobody else's luck.
            let favour = draws.normal();
            let carer = if p.traits.care_duty { bias } else { 0.0 };
            let by = match ladder.criterion {
                Criterion::Merit => p.career.score,
                Criterion::Seniority => p.career.tenure_days,
                Criterion::Discretion => p.traits.liked + favour - carer,
            };
            let by = if is_eligible(plan, p) {
                by
            } else {
                f64::NEG_INFINITY
            };
            (by, seat)
        })
        .filter(|(by, _)| by.is_finite())
        .collect();
    crate::order::by(&mut candidates, |a, b| {
        b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
    });
    for (_, seat) in candidates {
        // The track with the most free places takes the next.
        let mut open = Track::Consulting;
        for track in Track::ALL {
            if free[track as usize] > free[open as usize] {
                open = track;
            }
        }
        if free[open as usize] < 1.0 {
            break;
        }
        if let Some(person) = roster.seats[seat].person.as_mut() {
            free[open as usize] -= 1.0;
            person.career.step = Some(open);
            person.year.end.promotions += u32::from(measured);
            roster.places.held += 1;
        }
    }
}

/// Whether a person can be promoted: after a year of service, once, and not on the way out.
#[must_use]
pub fn is_eligible(plan: &Plan, person: &Person) -> bool {
    let year = f64::from(plan.days().measured);
    let career = &person.career;
    career.step.is_none() && career.leaves_on.is_none() && career.tenure_days >= year
}

/// The others who have no place yet and so are after one, as somebody of them sees it.
#[derive(Clone, Copy, Debug)]
pub struct Rivals {
    /// How many there are.
    pub all: f64,
    /// How many of them have a higher score.
    pub better: f64,
}

impl Rivals {
    /// Of these people, for one of them with a score.
    pub fn of<'a>(people: impl Iterator<Item = &'a Person>) -> impl Fn(f64) -> Self {
        let without = people.filter(|person| person.career.step.is_none());
        let mut scores: Vec<f64> = without.map(|person| person.career.score).collect();
        crate::order::numbers(&mut scores);
        #[allow(clippy::cast_precision_loss)]
        move |own| Self {
            all: scores.len().saturating_sub(1) as f64,
            better: (scores.len() - scores.partition_point(|score| *score <= own)) as f64,
        }
    }
}

/// The chance of getting onto the ladder as a person sees it, 0–1: places that are or come free within
/// the time that people look ahead, for each rival who stands before oneself by what the selection goes by;
/// and as far as the selection is open.
#[must_use]
pub fn hope(plan: &Plan, known: &Places, person: &Person, rivals: Rivals) -> f64 {
    let ladder = &plan.scenario().development.ladder;
    if !ladder.enabled || places(plan).iter().sum::<f64>() <= 0.0 {
        return 0.0;
    }
    if person.career.step.is_some() {
        return 1.0;
    }
    let growth = &plan.scenario().behaviour.parameters.growth;
    let long = growth.long_service_years * f64::from(plan.days().measured);
    let ahead = match ladder.criterion {
        Criterion::Merit => rivals.better,
        Criterion::Seniority => rivals.all * (1.0 - (person.career.tenure_days / long).min(1.0)),
        // Nobody knows where one stands with the leaders.
        Criterion::Discretion => rivals.all,
    };
    let openings = known.free + known.freed_a_year * growth.horizon_years;
    ladder.openness_share * (1.0 - exp(-openings / (1.0 + ahead)))
}

/// Places on each track: whole ones, by the tracks' weights.
fn places(plan: &Plan) -> [f64; 3] {
    let ladder = &plan.scenario().development.ladder;
    let all = (ladder.places_share * f64::from(plan.scenario().workforce.headcount)).round();
    let weights = ladder.tracks().map(|track| track.weight);
    let sum: f64 = weights.iter().sum();
    let (mut so_far, mut given) = (0.0, 0.0);
    weights.map(|weight| {
        so_far += if sum > 0.0 { weight / sum } else { 1.0 / 3.0 };
        let upto = (so_far * all).round();
        let own = upto - given;
        given = upto;
        own
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};
    use crate::scenario::Scenario;
    use crate::scenario::field::Value;

    const LUCK: Luck = Luck {
        seed: 5,
        replication: 0,
    };

    /// Of sixty whom the leaders like equally, half of them with care duties, six go up at once: how many
    /// carers there are among them, in twenty such quarters.
    fn carers_promoted(care_bias: f64) -> usize {
        let bias = "behaviour.parameters.fairness.care_bias";
        let scenario = Scenario::standard()
            .with("workforce.headcount", Value::Whole(60))
            .with("development.ladder.enabled", Value::Switch(true))
            .with("development.ladder.criterion", Value::Choice("discretion"))
            .with("development.ladder.places_share", Value::Number(0.1))
            .with(bias, Value::Number(care_bias));
        let plan = Plan::new(&scenario).expect("sound");
        let mut roster = Roster::open(&plan, LUCK);
        let quarter = |quarter| {
            for (seat, person) in roster.people_mut() {
                person.career.step = None;
                person.career.tenure_days = 1e4;
                person.traits.liked = 0.0;
                person.traits.care_duty = seat.is_multiple_of(2);
            }
            let mut draws = LUCK.stream(Stream::Promotion, quarter, 0);
            promote(&plan, &mut roster, &mut draws, true);
            let up = roster.people().filter(|p| p.career.step.is_some());
            let carers: Vec<bool> = up.map(|p| p.traits.care_duty).collect();
            assert_eq!(carers.len(), 6);
            carers.into_iter().filter(|carer| *carer).count()
        };
        (0..20).map(quarter).sum()
    }

    #[test]
    fn where_leaders_choose_a_bias_against_carers_passes_them_over_and_one_for_them_lifts_them() {
        let [against, none, lifts] = [2.0, 0.0, -2.0].map(carers_promoted);
        assert!(against < 12, "{against} of 120");
        assert!((40..=80).contains(&none), "{none} of 120");
        assert!(lifts > 108, "{lifts} of 120");
    }

    /// A plan with a ladder of these weights for so many posts, a fifth of them on it.
    fn plan(headcount: u32, weights: [f64; 3]) -> Plan {
        let mut scenario = Scenario::standard();
        scenario.workforce.headcount = headcount;
        let ladder = &mut scenario.development.ladder;
        (ladder.enabled, ladder.places_share) = (true, 0.2);
        (ladder.criterion, ladder.openness_share) = (Criterion::Merit, 0.8);
        ladder.consulting.weight = weights[0];
        ladder.operations.weight = weights[1];
        ladder.analysis.weight = weights[2];
        scenario.behaviour.parameters.growth.horizon_years = 2.0;
        scenario.workforce.mean_tenure_years = 4.0;
        Plan::new(&scenario).expect("sound")
    }

    #[test]
    fn a_ladder_has_its_share_of_the_posts_in_whole_places_by_the_weights_of_its_tracks() {
        for (headcount, weights, expected) in [
            (40, [2.0, 1.0, 1.0], [4.0, 2.0, 2.0]),
            (40, [0.0, 0.0, 5.0], [0.0, 0.0, 8.0]),
            (45, [1.0, 1.0, 1.0], [3.0, 3.0, 3.0]),
            (2, [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]),
        ] {
            assert_eq!(places(&plan(headcount, weights)), expected);
        }
    }

    #[test]
    fn places_that_somebody_left_are_remembered_and_fade_by_a_twelfth_a_month() {
        let plan = plan(40, [1.0; 3]);
        let mut known = Places::open(&plan, 5);
        // Eight places that are held for four years each: two a year come free.
        assert_eq!((known.free, known.freed_a_year), (8.0, 2.0));
        let mut look = |held: usize| {
            let people = (0..held).map(|who| (who % 5, Track::Analysis));
            known.look(&plan, people, &[8.0; 5]);
            (known.free, known.freed_a_year)
        };
        let mut freed = 2.0;
        for (held, left, free) in [(6, 0.0, 2.0), (3, 3.0, 5.0), (5, 0.0, 3.0), (4, 1.0, 4.0)] {
            freed = freed * 11.0 / 12.0 + left;
            let found = look(held);
            assert_eq!(found.0, free);
            assert!((found.1 - freed).abs() < 1e-12, "{found:?} for {freed}");
        }
    }

    #[test]
    fn hope_is_by_places_that_are_or_come_free_in_time_for_each_who_stands_before_one() {
        let plan = plan(40, [1.0; 3]);
        let known = Places {
            free: 2.0,
            freed_a_year: 3.0,
            ..Places::default()
        };
        let roster = Roster::open(&plan, LUCK);
        let person = roster.people().next().expect("somebody");
        // Two now and three a year for two years: eight. Whoever has a place is nobody's rival, whatever the
        // score: before the first there is nobody, before the last everybody else.
        let mut people: Vec<Person> = roster.people().take(10).cloned().collect();
        for (at, person) in (0_u32..).zip(&mut people) {
            person.career.score = f64::from(at);
            person.career.step = (at % 2 == 1).then_some(Track::Analysis);
        }
        let rivals = Rivals::of(people.iter());
        for (own, before) in [(8.0, 0.0), (4.0, 2.0), (0.0, 4.0)] {
            let found = hope(&plan, &known, person, rivals(own));
            let expected = 0.8 * (1.0 - exp(-8.0 / (1.0 + before)));
            assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
            assert_eq!(
                rivals(own).all,
                4.0,
                "five have no place, oneself among them"
            );
        }
    }

    #[test]
    fn a_place_that_is_left_is_remembered_in_a_month_of_promotions_too() {
        let plan = plan(40, [1.0; 3]);
        let mut roster = Roster::open(&plan, LUCK);
        for (_, person) in roster.people_mut() {
            person.career.tenure_days = 1e4;
        }
        // The last on the list is leaving, and is passed over.
        roster.seats[39]
            .person
            .as_mut()
            .expect("held")
            .career
            .leaves_on = Some(900);
        roster.month_passes(&plan, LUCK, 0);
        let before = roster.places.freed_a_year;
        promote(
            &plan,
            &mut roster,
            &mut LUCK.stream(Stream::Promotion, 0, 0),
            true,
        );
        let up: Vec<usize> = (0..40)
            .filter(|seat| {
                roster.seats[*seat]
                    .person
                    .as_ref()
                    .is_some_and(|p| p.career.step.is_some())
            })
            .collect();
        assert_eq!(up.len(), 8);
        assert!(!up.contains(&39));
        for seat in &up[..3] {
            roster.seats[*seat].person = None;
        }
        roster.month_passes(&plan, LUCK, 1);
        let expected = before * 11.0 / 12.0 + 3.0;
        assert!((roster.places.freed_a_year - expected).abs() < 1e-12);
        assert_eq!(roster.places.free, 3.0);
    }
}
