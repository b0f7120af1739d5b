//! The simulations behind the rounds: each round's plans under common luck, the open round first.

use crate::engine::{Engine, Event, Job, Task as Given};
use crate::workers::Heard;
use fairfloor::crew::Loss;
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::checked::Checked;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::board::{Keep, Task};
use fairfloor::study::cell::Cell;
use fairfloor::study::compare::Compare;
use fairfloor::study::{Question, Study};
use fairfloor::workshop::lesson::Lesson;
use fairfloor::workshop::score;
use yew::Callback;

/// The league's place, beside those of the rounds.
const LEAGUE: usize = usize::MAX;

/// One set of plans that is being run.
struct Run {
    place: usize,
    /// The key of its first plan; the others' follow.
    base: u32,
    study: Study,
    plans: Vec<Plan>,
    metric: usize,
}

/// All that is run for a lesson.
pub struct Runner {
    engine: Option<Engine>,
    runs: Vec<Run>,
    first: usize,
    /// Workers keep plans under their keys, also those of lessons and leagues that are closed, and may still
    /// be at one of them: so no key is ever given twice.
    next_key: u32,
}

impl Runner {
    /// Starts the workers; without any, nothing can be revealed, and the page says so.
    pub fn new(hear: Callback<Heard>) -> Self {
        Self {
            engine: Engine::start(hear).ok(),
            runs: Vec::new(),
            first: 0,
            next_key: 0,
        }
    }

    /// True where no worker could be started, or too many were lost.
    pub fn is_dead(&self) -> bool {
        self.engine.is_none()
    }

    /// Runs this lesson's rounds from now on.
    pub fn open(&mut self, lesson: &Lesson) {
        self.runs.clear();
        for (place, round) in lesson.rounds.iter().enumerate() {
            self.add(
                place,
                round.task.plans(),
                lesson.seed,
                round.task.years(),
                round.task.metric(),
            );
        }
        self.go_on();
    }

    /// Runs a league's schemes; what was run of an earlier one is forgotten.
    pub fn league(&mut self, schemes: Vec<Scenario>, lesson: &Lesson, years: u32, metric: usize) {
        self.runs.retain(|run| run.place != LEAGUE);
        self.add(LEAGUE, schemes, lesson.seed, years, metric);
        self.first = LEAGUE;
        self.go_on();
    }

    fn add(
        &mut self,
        place: usize,
        scenarios: Vec<Scenario>,
        seed: u64,
        years: u32,
        metric: usize,
    ) {
        let scenarios = scenarios.into_iter().map(Checked::new);
        // Lessons hold sound plans only; a scheme's levers stay within what is allowed.
        let Ok(scenarios) = scenarios.collect::<Result<Vec<Checked>, _>>() else {
            return;
        };
        let plans: Vec<Plan> = scenarios.iter().map(Plan::of).collect();
        let question = Question::Compare(Compare::new(scenarios, years));
        let study = Study::new(question, seed, Keep::default());
        let base = self.next_key;
        #[allow(clippy::cast_possible_truncation)]
        let count = plans.len() as u32;
        self.next_key = base.wrapping_add(count);
        self.runs.push(Run {
            place,
            base,
            study,
            plans,
            metric,
        });
    }

    /// Which round is to be run before the others.
    pub fn prefer(&mut self, round: usize) {
        self.first = round;
        self.go_on();
    }

    /// Takes in what a worker said; true when something came in.
    pub fn hear(&mut self, heard: Heard) -> bool {
        let Some(engine) = &mut self.engine else {
            return false;
        };
        let event = engine.hear(heard);
        self.follow(event)
    }

    /// Looks for workers that fell silent.
    pub fn watch(&mut self) -> bool {
        let Some(engine) = &mut self.engine else {
            return false;
        };
        let event = engine.watch();
        self.follow(event)
    }

    fn follow(&mut self, event: Result<Event, Loss>) -> bool {
        let came = match event {
            Ok(Event::Done(given, outcome)) => {
                self.take(given, *outcome);
                true
            }
            Err(Loss::Dead(_)) => {
                self.engine = None;
                true
            }
            Ok(Event::Nothing | Event::Staffed(..)) | Err(Loss::Replaced(_)) => false,
        };
        self.go_on();
        came
    }

    fn take(&mut self, given: Given, outcome: Outcome) {
        for run in &mut self.runs {
            let task = run.study.wanted().find(|task| run.given(*task) == given);
            if let Some(task) = task {
                run.study.take(task, outcome);
                return;
            }
        }
    }

    fn go_on(&mut self) {
        let Some(engine) = &mut self.engine else {
            return;
        };
        let first = self.first;
        while engine.has_room() {
            let busy: Vec<Given> = engine.running().collect();
            let next = self
                .runs
                .iter()
                .filter(|run| run.place == first)
                .chain(self.runs.iter().filter(|run| run.place != first))
                .find_map(|run| {
                    run.study.wanted().find_map(|task| {
                        let given = run.given(task);
                        let plan = run.plans.get(task.cell as usize)?;
                        (!busy.contains(&given)).then_some((given, plan))
                    })
                });
            let Some((given, plan)) = next else { return };
            engine.give(given, plan, Job::Run);
        }
    }

    fn run(&self, place: usize) -> Option<&Run> {
        self.runs.iter().find(|run| run.place == place)
    }

    /// Share of a round's years that are in.
    #[allow(clippy::cast_precision_loss)]
    pub fn progress(&self, place: usize) -> f64 {
        self.run(place).map_or(0.0, |run| {
            let progress = run.study.progress();
            progress.done as f64 / progress.wanted.max(1) as f64
        })
    }

    /// A round's results, plan by plan, once they are all in.
    pub fn futures(&self, place: usize) -> Option<Vec<Vec<f64>>> {
        let run = self.run(place).filter(|run| run.study.is_done())?;
        let sides: Vec<&[Outcome]> = run
            .study
            .board()
            .cells()
            .iter()
            .map(Cell::outcomes)
            .collect();
        Some(score::futures(&sides, run.metric))
    }

    /// The league's results.
    pub fn league_futures(&self) -> Option<Vec<Vec<f64>>> {
        self.futures(LEAGUE)
    }

    /// How far the league is; None where none is run.
    pub fn league_progress(&self) -> Option<f64> {
        self.run(LEAGUE).map(|_| self.progress(LEAGUE))
    }
}

impl Run {
    /// How a task is known to the workers.
    fn given(&self, task: Task) -> Given {
        let luck = self.study.luck(task);
        Given {
            key: self.base.wrapping_add(task.cell),
            seed: luck.seed,
            replication: luck.replication,
        }
    }
}
