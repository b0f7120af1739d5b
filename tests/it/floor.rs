//! Promise: the floor view shows what the simulation did, at every second and in any order of looking.

use fairfloor::measure::film::{DeskFilm, Doing};
use fairfloor::measure::journal::{Event, Journal};
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::{filming, recording};
use fairfloor::view::floor::clock::{Clock, Moment};
use fairfloor::view::floor::events::{What, first, happenings, weeks};
use fairfloor::view::floor::hall::{Hall, Pose, counts, pose};
use fairfloor::view::floor::reel::{Reel, busiest};
use fairfloor::view::floor::told;

const LUCK: Luck = Luck {
    seed: 5,
    replication: 2,
};

fn recorded() -> (Plan, Clock, Journal) {
    let plan = Plan::new(&Scenario::standard()).expect("sound");
    let (_, journal) = recording(&plan, LUCK);
    let clock = Clock::of(&plan);
    (plan, clock, journal)
}

#[test]
fn the_unpacked_day_says_the_same_as_the_film_in_any_order() {
    let (plan, clock, _) = recorded();
    let film = filming(&plan, LUCK, clock.days_of(3));
    let day = &film.days[2];
    let reel = Reel::new(day);
    let mut seen = [0; 5];
    // Backwards and in strides without a pattern, as somebody scrubs.
    let seconds = (0..4_000_u32).map(|step| 86_399 - step * 7_919 % 86_400);
    for second in seconds {
        for desk in &day.desks {
            let doing = desk.doing(second);
            seen[doing as usize] += 1;
            assert_eq!(reel.doing(desk.seat as usize, second), doing, "at {second}");
        }
        assert_eq!(
            reel.waiting(second).count(),
            day.waiting(second),
            "at {second}"
        );
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    assert_eq!(reel.doing(day.desks[0].seat as usize, 86_399), Doing::Home);
    for desk in &day.desks {
        let calls = desk.calls().count();
        assert_eq!(reel.begun(desk.seat as usize, 86_399), calls);
    }
}

#[test]
fn everybody_is_somewhere_and_nobody_twice() {
    let (plan, clock, journal) = recorded();
    let hall = Hall::new(journal);
    let headcount = plan.scenario().workforce.headcount as usize;
    assert_eq!(hall.seats(), headcount);
    assert_eq!(hall.teams().iter().sum::<usize>(), headcount);
    for week in [0, 24, clock.weeks() - 1] {
        let film = filming(&plan, LUCK, clock.days_of(week));
        for day in &film.days {
            let (reel, standings) = (Reel::new(day), hall.standings(day.day));
            for (seat, standing) in standings.iter().enumerate() {
                let vacant = pose(Some(&reel), standing, seat, 39_600) == Pose::Vacant;
                assert_eq!(
                    vacant,
                    standing.life.is_none(),
                    "journal and film agree, post {seat}"
                );
            }
            let all = counts(Some(&reel), &standings, 39_600);
            assert_eq!(all.iter().sum::<usize>(), headcount);
            assert!(all[Pose::Call as usize] > 0);
        }
    }
}

#[test]
fn the_busiest_half_hour_has_no_busier_beside_it() {
    let (plan, clock, _) = recorded();
    let film = filming(&plan, LUCK, clock.days_of(1));
    let begun = |day: u32, from: u32| {
        let day = film.days.iter().find(|one| one.day == day).expect("filmed");
        let calls = day.desks.iter().flat_map(DeskFilm::calls);
        calls
            .filter(|c| (from..from + 1_800).contains(&c.start))
            .count()
    };
    let (day, from) = busiest(&film).expect("calls");
    let most = begun(day, from);
    for other in &film.days {
        for half in 0..48 {
            assert!(begun(other.day, half * 1_800) <= most);
        }
    }
}

#[test]
fn events_and_weeks_count_what_the_journal_holds() {
    let (_, clock, journal) = recorded();
    let calendar = journal.calendar.clone();
    let of_year = |what: &dyn Fn(&Event) -> bool| -> u32 {
        journal
            .lives
            .iter()
            .map(|life| life.count(&calendar, what))
            .sum()
    };
    let awards = of_year(&|event| event.is_award());
    let handled: u32 = journal
        .lives
        .iter()
        .flat_map(|life| life.of_year(&calendar))
        .map(|entry| match entry.event {
            Event::Week { handled, .. } => handled,
            _ => 0,
        })
        .sum();
    let quits = journal
        .lives
        .iter()
        .filter(|l| l.quit_on(&calendar).is_some())
        .count();
    let hall = Hall::new(journal.clone());
    let found = happenings(&hall);
    assert!(found.windows(2).all(|pair| pair[0].day <= pair[1].day));
    let count = |what| found.iter().filter(|one| one.what == what).count();
    assert_eq!(count(What::Award), awards as usize);
    assert_eq!(count(What::Quit), quits);
    assert!(quits > 0 && first(&found, What::Quit).is_some());
    let table = weeks(&hall, &found, &clock);
    assert_eq!(table.len(), clock.weeks() as usize);
    assert_eq!(table.iter().map(|week| week.handled).sum::<u32>(), handled);
    let told: u32 = table.iter().flat_map(|week| week.happened).sum();
    assert_eq!(told as usize, found.len());
}

#[test]
fn a_person_of_one_hall_is_found_in_the_other() {
    let (_, clock, here) = recorded();
    let mut other = Scenario::standard();
    other.rewards.awards.coverage_share = 0.5;
    let plan = Plan::new(&other).expect("sound");
    let (_, there) = recording(&plan, LUCK);
    let (here, there) = (Hall::new(here), Hall::new(there));
    let mut shared = 0;
    for seat in 0..here.seats() {
        let of = |hall: &Hall| {
            let life = hall
                .holder(seat, clock.warmup)
                .map(|at| hall.journal.lives[at].clone());
            life.map(|life| (life.holder, life.who))
        };
        if let (Some(a), Some(b)) = (of(&here), of(&there))
            && a.0 == b.0
        {
            assert_eq!(a.1, b.1, "the same holder of a post is the same person");
            shared += 1;
        }
    }
    assert!(shared > here.seats() / 2);
}

#[test]
fn the_state_is_said_at_zero_one_and_many() {
    let (_, clock, journal) = recorded();
    let hall = Hall::new(journal);
    let now = Moment {
        day: 12,
        second: 37_800.0,
    };
    let of = |counts, waiting, language| {
        told::state(Some(&hall), &clock, now, &counts, waiting, language)
    };
    let counts = [20, 3, 0, 5, 0, 0, 1, 0, 2];
    assert_eq!(
        of(counts, 0, Language::Zh),
        "第 3 周周三 10:30：29 人在岗，通话 20，话后处理 3，休息或暂不接电话 5，病假 1，空岗 2；排队 0 通。"
    );
    assert_eq!(
        of(counts, 1, Language::En),
        "Week 3, Wed 10:30: 29 in post, on a call 20, wrapping up 3, on a break or off the phones 5, \
         ill 1, empty post 2; 1 caller waiting."
    );
    assert!(of(counts, 2, Language::En).ends_with("2 callers waiting."));
}
