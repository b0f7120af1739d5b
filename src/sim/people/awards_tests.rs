//! What a season gives to whom, and what people learn of it.

use super::appraisal::Appraisal;
use super::awards::{Candidate, Honours};
use super::fixtures::{candidate, season_among};
use super::roster::Roster;
use crate::scenario::Scenario;
use crate::scenario::plan::Plan;
use crate::scenario::rewards::AwardStrategy;
use crate::sim::pay::HOURS_A_DAY;

/// A hall of 48 with awards by this rule, so many a month.
fn hall(strategy: AwardStrategy, a_month: u32) -> Scenario {
    let mut scenario = Scenario::standard();
    scenario.workforce.headcount = 48;
    scenario.rewards.awards.strategy = strategy;
    scenario.rewards.awards.coverage_share = f64::from(a_month) / 4.0;
    scenario
}

/// The roster after a month's season among those with these composites, by seat.
fn held(scenario: &Scenario, honours: &mut Honours, composites: &[f64]) -> Roster {
    let plan = Plan::new(scenario).expect("sound");
    let appraised = |(seat, composite): (usize, &f64)| {
        let found = Appraisal {
            composite: *composite,
            ..Appraisal::default()
        };
        candidate(seat, found)
    };
    let candidates: Vec<Candidate> = composites.iter().enumerate().map(appraised).collect();
    season_among(&plan, 0, &candidates, honours)
}

#[test]
fn what_a_team_has_seen_of_awards_fades_by_its_share_a_month() {
    let mut scenario = hall(AwardStrategy::None, 0);
    scenario.workforce.team_size = 16;
    scenario.behaviour.parameters.recognition.fade = 0.25;
    let mut honours = Honours::default();
    honours.near = vec![0.0, 0.5, 1.0];
    held(&scenario, &mut honours, &[]);
    assert_eq!(honours.near, [0.0, 0.375, 0.75]);
}

#[test]
fn tiers_are_gold_for_the_first_then_silver_and_bronze_for_the_rest_by_their_shares() {
    let mut scenario = hall(AwardStrategy::Tiers, 4);
    // 45 hours come due in a month: ten for each unit of weight.
    scenario.rewards.awards.budget_hours_per_year = 540.0;
    let r = &mut scenario.behaviour.parameters.recognition;
    (r.gold_share, r.silver_share) = (0.25, 0.5);
    (r.gold, r.bronze) = (2.0, 0.5);
    let composites = [0.1, 0.9, 0.3, 0.8, 0.7, 0.6];
    let roster = held(&scenario, &mut Honours::default(), &composites);
    let hours = roster.people().map(|p| p.leave.won * HOURS_A_DAY);
    for (found, due) in hours.zip([0.0, 20.0, 0.0, 10.0, 10.0, 5.0, 0.0]) {
        assert!((found - due).abs() < 1e-9, "{found} for {due}");
    }
}

#[test]
fn where_the_whole_does_not_decide_people_take_the_winners_mean_for_what_it_takes() {
    let scenario = hall(AwardStrategy::ManyAngles, 4);
    let mut honours = Honours::default();
    held(&scenario, &mut honours, &[0.25, 0.5, 0.75, 1.0]);
    assert_eq!(honours.bar, Some(0.625));
}

#[test]
fn the_next_bar_is_the_score_that_would_have_let_the_meant_number_through_and_at_least_one() {
    for (a_month, bar) in [(0, 1.0), (1, 1.0), (2, 0.75), (4, 0.25)] {
        let scenario = hall(AwardStrategy::OverBar, a_month);
        let mut honours = Honours::default();
        held(&scenario, &mut honours, &[0.75, 0.25, 1.0, 0.5]);
        assert_eq!(honours.bar, Some(bar), "{a_month} a month");
    }
}

#[test]
fn a_lottery_whose_winner_is_the_worst_counts_against_the_season_whose_winner_was_the_best() {
    let scenario = hall(AwardStrategy::Lottery, 1);
    // Of two: the best or the worst, nothing between. The lot falls on one seat, which is either in turn.
    let mut links = Vec::new();
    for month in 0..2 {
        let mut now = Honours::default();
        let composites = if month % 2 == 0 {
            [0.2, 0.8]
        } else {
            [0.8, 0.2]
        };
        held(&scenario, &mut now, &composites);
        links.push(now.merit_link.expect("a season"));
    }
    assert!(links.iter().all(|link| *link == 1.0 || *link == -1.0));
    assert!(links.contains(&1.0) && links.contains(&-1.0));
}

#[test]
fn where_nothing_is_given_nothing_piles_up_for_the_day_that_awards_begin() {
    let mut scenario = hall(AwardStrategy::None, 4);
    scenario.rewards.awards.budget_hours_per_year = 540.0;
    let mut honours = Honours::default();
    for _ in 0..6 {
        held(
            &scenario,
            &mut honours,
            &[0.1, 0.9, 0.3, 0.8, 0.7, 0.6, 0.5, 0.4],
        );
    }
    scenario.rewards.awards.strategy = AwardStrategy::TopShare;
    held(
        &scenario,
        &mut honours,
        &[0.1, 0.9, 0.3, 0.8, 0.7, 0.6, 0.5, 0.4],
    );
    assert_eq!(honours.given, 4, "one month's");
    assert!((honours.hours - 45.0).abs() < 1e-9, "{}", honours.hours);
}
