//! The lessons that come with the page: half an hour, an hour, an hour and a half. No result is written
//! in them; what happens is simulated where they are held.

mod cliff;
mod fair;
mod guide;
mod prize;

pub use guide::{Guide, Step, guide};

use super::lesson::{Lesson, Round, Task, scenario_with};
use super::ticket::POINTS;
use crate::measure::metric::position;
use crate::scenario::Scenario;
use crate::scenario::field::{Language, Text, Value};
use crate::view::words::Said;

pub(crate) const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";

/// All, the shortest first.
#[must_use]
pub fn all() -> Vec<Lesson> {
    vec![cliff::lesson(), prize::lesson(), fair::lesson()]
}

/// The first of them.
#[must_use]
pub fn first() -> Lesson {
    cliff::lesson()
}

/// The ready lesson with this id.
#[must_use]
pub fn find(id: &str) -> Option<Lesson> {
    all().into_iter().find(|lesson| lesson.from == id)
}

/// The ready round with this id, from whichever lesson.
#[must_use]
pub fn round(id: &str) -> Option<Round> {
    let lesson = find(id.split_once('.')?.0)?;
    lesson.rounds.into_iter().find(|round| round.id == id)
}

/// What a ready round says.
struct Words {
    title: Text,
    story: Text,
    discuss: Text,
}

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

const fn n(value: f64) -> Value {
    Value::Number(value)
}

const fn choice(id: &'static str) -> Value {
    Value::Choice(id)
}

fn ready_lesson(
    id: &'static str,
    title: Text,
    story: Text,
    minutes: u32,
    tasks: Vec<(Words, Task)>,
) -> Lesson {
    let rounds = tasks
        .into_iter()
        .enumerate()
        .map(|(at, (words, task))| Round {
            id: format!("{id}.{}", at + 1),
            title: words.title.into(),
            story: words.story.into(),
            hint: Said::default(),
            discuss: words.discuss.into(),
            reveal: None,
            task,
        });
    Lesson {
        from: id,
        title: title.into(),
        story: story.into(),
        minutes,
        language: Language::Zh,
        seed: 1,
        reveal: None,
        rounds: rounds.collect(),
    }
}

/// The place of a metric of ours.
fn metric(id: &'static str) -> usize {
    let place = position(id);
    debug_assert!(place.is_some(), "{id}");
    place.unwrap_or(0)
}

fn band(about: &'static str, differences: &[(&str, Value)]) -> Task {
    Task::Band {
        plan: Box::new(scenario_with(differences)),
        metric: metric(about),
    }
}

fn curve(
    about: &'static str,
    lever: &'static str,
    at: [f64; POINTS],
    differences: &[(&str, Value)],
) -> Task {
    Task::Curve {
        plan: Box::new(scenario_with(differences)),
        lever,
        at,
        metric: metric(about),
    }
}

fn ranking(about: &'static str, plans: Vec<(Text, Scenario)>, twist: bool) -> Task {
    let plans = plans
        .into_iter()
        .map(|(name, plan)| (name.into(), plan))
        .collect();
    Task::Ranking {
        plans,
        metric: metric(about),
        twist,
    }
}

fn league(
    about: &'static str,
    levers: &[&'static str],
    hours: f64,
    differences: &[(&str, Value)],
) -> Task {
    Task::League {
        plan: Box::new(scenario_with(differences)),
        levers: levers.to_vec(),
        hours,
        metric: metric(about),
    }
}

/// Who gets the awards, at one budget of hours: the plans that two lessons hold against each other.
fn awards() -> Vec<(Text, Scenario)> {
    let of = |strategy, coverage| {
        scenario_with(&[
            ("rewards.awards.budget_hours_per_year", n(180.0)),
            ("rewards.awards.strategy", choice(strategy)),
            ("rewards.awards.coverage_share", n(coverage)),
        ])
    };
    vec![
        (
            t(
                "一季一星：奖给最好的一位",
                "One star a quarter: the very best",
            ),
            of("star", 0.09),
        ),
        (
            t(
                "每月前列：十人一年约三个奖",
                "Monthly top: three awards for ten people a year",
            ),
            of("top_share", 0.3),
        ),
        (
            t(
                "多角度评奖：十人一年约七个奖",
                "Many angles: seven awards for ten people a year",
            ),
            of("many_angles", 0.7),
        ),
        (
            t(
                "抽签：同样约七个奖",
                "Lottery: seven for ten as well, by lot",
            ),
            of("lottery", 0.7),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::check::problems;
    use crate::workshop::league::{LEVERS, spent};
    use crate::workshop::lesson::moved;
    use crate::workshop::ticket::{MOST_RANKED, MOST_ROUNDS};

    #[test]
    fn every_ready_lesson_is_sound_complete_and_in_both_languages() {
        for lesson in all() {
            assert!(lesson.rounds.len() <= MOST_ROUNDS);
            let guide = guide(lesson.from);
            let planned: u32 = guide.steps.iter().map(|step| step.minutes).sum();
            assert_eq!(planned, lesson.minutes, "{}", lesson.from);
            for round in &lesson.rounds {
                assert_eq!(super::round(&round.id).as_ref(), Some(round));
                for said in [&round.title, &round.story, &round.discuss] {
                    assert!(!said.zh.is_empty() && !said.en.is_empty() && said.zh != said.en);
                }
                for plan in round.task.plans() {
                    assert_eq!(problems(&plan), [], "{}", round.id);
                }
                match &round.task {
                    Task::Ranking { plans, .. } => assert!(plans.len() <= MOST_RANKED),
                    Task::League {
                        plan,
                        levers,
                        hours,
                        ..
                    } => {
                        assert!(spent(plan, levers) <= *hours, "{}", round.id);
                        // Not everything can be had at once, or there would be nothing to choose.
                        let all = levers.iter().fold((**plan).clone(), |plan, path| {
                            let lever = LEVERS.iter().find(|l| l.path == *path).expect("a lever");
                            moved(&plan, path, lever.high)
                        });
                        assert!(spent(&all, levers) > *hours, "{}", round.id);
                    }
                    Task::Band { .. } | Task::Curve { .. } => {}
                }
            }
        }
    }
}
