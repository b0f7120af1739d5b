//! The trainer: what the room handed in, what is shown, the timer.

use crate::camera::Camera;
use crate::document;
use crate::workers::since_opened;
use fairfloor::scenario::Scenario;
use fairfloor::workshop::league;
use fairfloor::workshop::lesson::{Lesson, Task};
use fairfloor::workshop::room::{LineError, Room, Taken, line};
use fairfloor::workshop::ticket::Answer;

/// What a trainer does.
pub enum LeadMsg {
    Paste(String),
    Take,
    /// From the camera or another tab; the latter hands in what is this lesson's or nothing.
    Line(String),
    Round(usize),
    Show,
    Present(bool),
    Black,
    Timer,
    Clear,
    Csv,
    Scan,
    Scanning(Option<Camera>),
    Notes,
    Copy,
    Copied(bool),
    AnotherYear,
    League,
}

/// What became of a paste.
#[derive(Default)]
pub struct Told {
    /// Lines that are new.
    pub new: usize,
    /// Lines handed in again.
    pub again: usize,
    /// Lines that were not taken, with why.
    pub wrong: Vec<(String, LineError)>,
}

/// What the projector shows.
#[derive(Default)]
pub struct Stage {
    /// The open round.
    pub round: usize,
    /// True where its result is shown.
    pub shown: bool,
    /// Large, for a projector.
    pub presenting: bool,
    /// Nothing at all.
    pub black: bool,
    /// Which of the lost years is open.
    pub lost: usize,
    /// Seconds left, while the timer runs.
    pub left: Option<u32>,
    /// When nothing is left, in milliseconds since the page was opened.
    ends: f64,
}

impl Stage {
    /// Starts the timer of the open round.
    fn begin(&mut self, lesson: &Lesson) {
        self.lasts(minutes(lesson, self.round) * 60);
    }

    /// The timer has so many seconds left from now on; without any it doesn't run.
    pub fn lasts(&mut self, seconds: u32) {
        self.ends = since_opened() + f64::from(seconds) * 1000.0;
        self.left = (seconds > 0).then_some(seconds);
    }

    /// A second has passed, or more where the browser kept the tab waiting; false where no timer runs.
    pub fn tick(&mut self) -> bool {
        let Some(left) = &mut self.left else {
            return false;
        };
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to some thousands"
        )]
        let now = ((self.ends - since_opened()) / 1000.0).round().max(0.0) as u32;
        *left = now;
        true
    }
}

/// The trainer.
#[derive(Default)]
pub struct Lead {
    tag: u8,
    /// What was handed in.
    pub room: Room,
    /// What stands in the box.
    pub paste: String,
    /// What became of the last paste.
    pub told: Told,
    /// What is shown.
    pub stage: Stage,
    /// A running camera.
    pub camera: Option<Camera>,
    /// True where the camera wasn't to be had.
    pub no_camera: bool,
    /// What came of copying.
    pub copied: Option<bool>,
    /// The teams of the league that is run, in its order.
    pub teams: Vec<(String, Scenario)>,
}

impl Lead {
    /// The trainer of this lesson, with what was collected before a reload.
    pub fn new(lesson: &Lesson) -> Self {
        let mut lead = Self {
            tag: lesson.tag(),
            ..Self::default()
        };
        let kept = document::remembered(&lead.key()).unwrap_or_default();
        lead.room.paste(lesson, &kept);
        lead
    }

    fn key(&self) -> String {
        format!("workshop.room.{}", self.tag)
    }

    fn keep(&self) {
        let lines: Vec<String> = self.room.entries().iter().map(line).collect();
        document::remember(&self.key(), &lines.join("\n"));
    }

    /// Takes pasted lines.
    pub fn take(&mut self, lesson: &Lesson) {
        self.told = Told::default();
        let text = std::mem::take(&mut self.paste);
        for (line, what) in self.room.paste(lesson, &text) {
            match what {
                Ok(Taken::New) => self.told.new += 1,
                Ok(Taken::Again) => self.told.again += 1,
                Err(error) => self.told.wrong.push((line.to_owned(), error)),
            }
        }
        // What was not taken stays in the box, to be mended.
        let wrong: Vec<&str> = self
            .told
            .wrong
            .iter()
            .map(|(line, _)| line.as_str())
            .collect();
        self.paste = wrong.join("\n");
        self.keep();
    }

    /// Takes a line that nobody typed; another lesson's is no error of anybody's.
    pub fn hear(&mut self, lesson: &Lesson, line: &str) -> bool {
        let taken = self.room.take(lesson, line).is_ok();
        if taken {
            self.keep();
        }
        taken
    }

    /// Forgets what was collected.
    pub fn clear(&mut self) {
        self.room.clear();
        (self.told, self.teams) = (Told::default(), Vec::new());
        self.keep();
    }

    /// Opens a round.
    pub fn open(&mut self, lesson: &Lesson, round: usize) {
        let stage = &mut self.stage;
        stage.round = round.min(lesson.rounds.len().saturating_sub(1));
        (stage.shown, stage.lost) = (false, 0);
        if stage.left.is_some() {
            stage.begin(lesson);
        }
        self.teams.clear();
    }

    /// Starts or stops the timer.
    pub fn timer(&mut self, lesson: &Lesson) {
        match self.stage.left {
            Some(_) => self.stage.left = None,
            None => self.stage.begin(lesson),
        }
    }

    /// The schemes of the open round, as they were handed in.
    pub fn schemes(&self, lesson: &Lesson) -> Vec<(String, Scenario)> {
        let at = self.stage.round;
        let Some(Task::League {
            plan,
            levers,
            hours,
            ..
        }) = lesson.rounds.get(at).map(|r| &r.task)
        else {
            return Vec::new();
        };
        self.room
            .of_round(at)
            .filter_map(|entry| {
                let Answer::Scheme(steps) = &entry.ticket.answer else {
                    return None;
                };
                let built = league::built(plan, levers, steps);
                // A code can be made by hand; the budget holds for everybody.
                (league::spent(&built, levers) <= *hours).then(|| (entry.name.clone(), built))
            })
            .collect()
    }
}

/// Minutes that the guide gives a round; five for a round of the trainer's own.
pub fn minutes(lesson: &Lesson, round: usize) -> u32 {
    let Some(id) = lesson.rounds.get(round).map(|round| round.id.as_str()) else {
        return 5;
    };
    let Some((from, at)) = id.split_once('.') else {
        return 5;
    };
    let at = at.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
    let guide = fairfloor::workshop::ready::guide(from);
    guide
        .steps
        .iter()
        .find(|step| step.round == at && at.is_some())
        .map_or(5, |step| step.minutes)
}
