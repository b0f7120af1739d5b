//! The journal tells what happened and changes nothing: same bits, same counts, shares that sum.

use fairfloor::measure::film::{Doing, Presence};
use fairfloor::measure::journal::{Event, Journal, Life, Reply};
use fairfloor::measure::ledger::{Ledger, Left, PersonYear};
use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::{PRESETS, Preset};
use fairfloor::sim;
use fairfloor::sim::camera::filmed;
use fairfloor::sim::recorder::recorded;

const LUCK: Luck = Luck {
    seed: 5,
    replication: 2,
};

fn of(scenario: &Scenario) -> (Ledger, Journal) {
    of_year(scenario, LUCK.replication)
}

fn of_year(scenario: &Scenario, replication: u32) -> (Ledger, Journal) {
    let luck = Luck {
        replication,
        ..LUCK
    };
    recorded(&Plan::new(scenario).expect("sound"), luck)
}

/// A hall with everything switched on that a journal can tell of.
fn busy() -> Scenario {
    fairfloor::scenario::presets::find("seed-erg")
        .expect("a preset")
        .scenario()
        .with("development.ladder.enabled", Value::Switch(true))
        .with("development.rotation.months_between", Value::Whole(6))
}

fn sum(journal: &Journal, count: impl Fn(&Life) -> u32) -> u32 {
    journal.lives.iter().map(count).sum()
}

#[test]
fn recording_changes_no_bit_of_any_preset() {
    for preset in PRESETS {
        let plan = Plan::new(&preset.scenario()).expect("sound");
        let (ledger, journal) = recorded(&plan, LUCK);
        let plain = Outcome::of(&sim::replicate(&plan, LUCK));
        assert_eq!(
            Outcome::of(&ledger).fingerprint,
            plain.fingerprint,
            "{}",
            preset.id
        );
        assert!(!journal.lives.is_empty());
    }
}

#[test]
fn a_year_is_recorded_alike_twice() {
    let presets = PRESETS
        .iter()
        .filter(|p| ["wide-awards", "clinic", "after-sales"].contains(&p.id));
    let scenarios: Vec<Scenario> = presets.map(Preset::scenario).collect();
    assert_eq!(scenarios.len(), 3);
    for scenario in scenarios.into_iter().chain([busy()]) {
        assert_eq!(of(&scenario), of(&scenario));
    }
}

#[test]
fn the_journal_counts_what_the_ledger_counts() {
    let mut seen = [0; 4];
    for replication in 0..4 {
        let (ledger, journal) = of_year(&busy(), replication);
        let counts = counted_alike(&ledger, &journal);
        for (sum, count) in seen.iter_mut().zip(counts) {
            *sum += count;
        }
    }
    assert!(seen[0] > 10 && seen[1..].iter().all(|n| *n > 0), "{seen:?}");
}

/// Of the measured year alone, and nothing for those who had none in it.
#[test]
fn a_mean_score_is_that_of_the_years_appraisals() {
    let (_, journal) = of(&busy());
    let (mut some, mut none) = (0, 0);
    for life in &journal.lives {
        let scores: Vec<f64> = life
            .entries
            .iter()
            .filter(|entry| entry.day >= journal.calendar.warmup)
            .filter_map(|entry| match &entry.event {
                Event::Appraisal(found) => Some(found.score),
                _ => None,
            })
            .collect();
        let mean = life.mean_score(&journal.calendar);
        if scores.is_empty() {
            none += 1;
            assert_eq!(mean, None);
        } else {
            some += 1;
            let expected = scores.iter().sum::<f64>() / scores.len() as f64;
            let mean = mean.expect("it was appraised");
            assert!((mean - expected).abs() < 1e-12, "{mean}, not {expected}");
        }
    }
    assert!(some > 0 && none > 0, "{some} and {none}");
}

/// Holds the two against each other; quits, awards, refusals and promotions.
fn counted_alike(ledger: &Ledger, journal: &Journal) -> [u32; 4] {
    let calendar = &journal.calendar;
    let quits = sum(journal, |life| u32::from(life.quit_on(calendar).is_some()));
    let others = sum(journal, |life| match life.end {
        Some((_, Left::Otherwise)) if life.in_year(calendar) => 1,
        Some(_) | None => 0,
    });
    // Whoever's last day was the warm-up's last is gone on the measured year's first morning.
    let on_the_eve = sum(journal, |life| {
        u32::from(life.end == Some((calendar.warmup - 1, Left::Quit)))
    });
    assert_eq!(quits + on_the_eve, ledger.flow.quit);
    assert!(others <= ledger.flow.other_exits);
    let awards: u32 = ledger.people.iter().map(PersonYear::awards).sum();
    assert_eq!(
        sum(journal, |life| life.count(calendar, Event::is_award)),
        awards
    );
    let appraised = |life: &Life| life.count(calendar, |e| matches!(e, Event::Appraisal(_)));
    assert_eq!(sum(journal, appraised), ledger.months.appraised);
    let reached = |life: &Life| {
        life.count(
            calendar,
            |e| matches!(e, Event::Appraisal(found) if found.reached[0]),
        )
    };
    assert_eq!(sum(journal, reached), ledger.months.reached_target);
    let promoted = |life: &Life| life.count(calendar, |e| matches!(e, Event::Promoted(_)));
    let in_ledger: u32 = ledger.people.iter().map(|p| p.end.promotions).sum();
    assert_eq!(sum(journal, promoted), in_ledger);
    // The ledger takes a month's requests at the month's end, of those who are still there.
    let complete = |life: &Life, what: &dyn Fn(&Event) -> bool| {
        let gone = life.end.map_or(u32::MAX, |(last, _)| last + 1);
        let ends = &calendar.month_ends;
        let counted = life.of_year(calendar).filter(|entry| {
            let month = ends.partition_point(|end| *end <= entry.day);
            what(&entry.event) && ends[month] < gone.max(1) + u32::from(gone == ends[month])
        });
        counted.count() as u32
    };
    let asked = sum(journal, |life| {
        complete(life, &|e| matches!(e, Event::Asked(_)))
    });
    let refused = sum(journal, |life| complete(life, &Event::is_refusal));
    assert_eq!(asked, ledger.months.leave_asked);
    assert_eq!(
        refused,
        ledger.months.leave_asked - ledger.months.leave_granted
    );
    let promotions = in_ledger;
    let handled = |life: &Life| {
        let weeks = life.of_year(calendar).map(|entry| match &entry.event {
            Event::Week { handled, .. } => *handled,
            _ => 0,
        });
        weeks.sum()
    };
    let in_ledger: u32 = ledger.people.iter().map(|p| p.handled).sum();
    assert_eq!(sum(journal, handled), in_ledger);
    [quits, awards, refused, promotions]
}

#[test]
fn the_parts_of_every_chance_of_leaving_sum_to_it() {
    let (_, journal) = of(&busy());
    let mut seen = 0;
    for life in &journal.lives {
        for entry in &life.entries {
            if let Event::Leaving(chance) = &entry.event {
                let sum: f64 = chance.parts.iter().sum();
                assert!(
                    (sum - chance.chance).abs() <= 1e-13,
                    "{sum} is not {}",
                    chance.chance
                );
                assert!(chance.chance > 0.0 && chance.chance < 1.0);
                seen += 1;
            }
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn a_life_is_told_in_order_and_ends_as_decided() {
    let lots = busy().with("rewards.awards.strategy", Value::Choice("lottery"));
    let journals = [of(&busy()).1, of(&lots).1];
    let mut kinds = [false; 16];
    for life in journals.iter().flat_map(|journal| &journal.lives) {
        let days: Vec<u32> = life.entries.iter().map(|entry| entry.day).collect();
        let (first, last) = (life.hired.unwrap_or(0), life.end.map(|(day, _)| day));
        assert!(days.iter().all(|day| *day >= first));
        assert!(last.is_none_or(|last| days.iter().all(|day| *day <= last)));
        let decisions = life
            .entries
            .iter()
            .filter(|e| matches!(e.event, Event::Decided { .. }));
        // Who drops out of the training before the phones leaves without a month to think.
        assert!(decisions.count() <= 1);
        if let Some((_, left)) = life.end {
            let Some(Event::LastDay(how)) = life.entries.last().map(|e| &e.event) else {
                panic!("a life that ended without a last day");
            };
            assert_eq!(*how, left);
        }
        for entry in &life.entries {
            kinds[kind(&entry.event)] = true;
        }
    }
    assert!(
        kinds.iter().all(|k| *k),
        "kinds of events told of: {kinds:?}"
    );
}

fn kind(event: &Event) -> usize {
    match event {
        Event::Hired => 0,
        Event::Week { .. } => 1,
        Event::Ill { .. } => 2,
        Event::Asked(Reply::Moved | Reply::DayOff) => 3,
        Event::Asked(Reply::Holiday(_)) => 4,
        Event::Asked(Reply::Refused | Reply::HolidayRefused) => 5,
        Event::Relief => 6,
        Event::Training { .. } => 7,
        Event::Appraisal(_) => 8,
        Event::Award { .. } => 9,
        Event::PassedOver { .. } => 10,
        Event::Rotated => 11,
        Event::Effort { .. } => 12,
        Event::Leaving(_) => 13,
        Event::Promoted(_) | Event::NotPromoted => 14,
        Event::Decided { .. } | Event::LastDay(_) => 15,
    }
}

#[test]
fn a_day_has_the_name_that_people_would_give_it() {
    let (_, journal) = of(&Scenario::standard());
    let calendar = &journal.calendar;
    let first = calendar.date(calendar.warmup);
    assert_eq!((first.month, first.week), (1, 1));
    assert_eq!(first.weekday, usize::from(calendar.weekdays[0]));
    assert_eq!(calendar.date(calendar.warmup - 1).month, 0);
    let last = calendar.date(calendar.warmup + calendar.measured - 1);
    assert_eq!(last.month, 12);
    assert!(last.week <= 6);
}

/// What crosses from worker to page, in bytes, for the default hall: said when asked for, bounded here.
#[test]
fn a_packed_journal_is_small_and_comes_back_whole() {
    let (_, journal) = of(&Scenario::standard());
    let bytes = fairfloor::wire::pack(&journal).expect("packed");
    println!("{} lives in {} bytes", journal.lives.len(), bytes.len());
    let back: Journal = fairfloor::wire::unpack(&bytes).expect("unpacked");
    assert_eq!(back, journal);
    let entries: usize = journal.lives.iter().map(|life| life.entries.len()).sum();
    assert!(bytes.len() < 32 * entries, "{} for {entries}", bytes.len());
}

#[test]
fn a_film_shows_every_call_of_its_days_and_changes_nothing() {
    let scenario = Scenario::standard();
    let plan = Plan::new(&scenario).expect("sound");
    let (ledger, journal) = of(&scenario);
    // The first week of the measured year.
    let (from, week) = (journal.calendar.warmup, plan.days().weekdays.len() as u32);
    let film = filmed(&plan, LUCK, from..from + week);
    assert_eq!(film.days.len(), week as usize);
    let (mut calls, mut waits) = (0, 0);
    for day in &film.days {
        let at_work = day.posts.iter().filter(|p| **p == Presence::AtWork).count();
        assert_eq!(at_work, day.desks.len());
        for desk in &day.desks {
            let mut before = 0;
            for call in desk.calls() {
                assert!(before <= call.start && call.start <= call.hung_up);
                assert!(call.hung_up <= call.free);
                assert!(call.start == call.hung_up || desk.doing(call.start) == Doing::Call);
                before = call.free;
                calls += 1;
            }
        }
        waits += day.waits().count();
    }
    assert_eq!(calls, ledger.weeks[0].answered);
    assert!(waits > 0);
    let bytes = fairfloor::wire::pack(&film).expect("packed").len();
    println!("{calls} calls and {waits} waits in {bytes} bytes");
    assert!(bytes < 8 * calls as usize);
}
