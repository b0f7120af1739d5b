//! A participant: what was answered, locked and revealed; kept in the browser so that a reload loses nothing.

use crate::browser;
use crate::document;
use fairfloor::workshop::lesson::Lesson;
use fairfloor::workshop::room::{Entry, line, read};
use fairfloor::workshop::score::{Score, judge};
use fairfloor::workshop::ticket::{Answer, Ticket};

/// What a participant does.
pub enum PlayMsg {
    Answer(Answer),
    Reason(String),
    Name(String),
    Lock,
    Word(String),
    Reveal,
    Round(usize),
    NextPerson,
    AnotherYear,
    Copy,
    Copied(bool),
}

/// One round of a participant's.
struct Own {
    answer: Answer,
    reason: String,
    locked: bool,
    revealed: bool,
}

/// The participant.
pub struct Play {
    tag: u8,
    seat: u16,
    rounds: Vec<Own>,
    /// The open round.
    pub round: usize,
    /// Name or team.
    pub name: String,
    /// The reveal word as it was typed.
    pub word: String,
    /// True after a wrong word.
    pub wrong: bool,
    /// Which of the lost years is open.
    pub lost: usize,
    /// What came of copying.
    pub copied: Option<bool>,
}

const SEATS: u16 = 16_384;

impl Play {
    /// A participant of this lesson, as the browser remembers one.
    pub fn new(lesson: &Lesson) -> Self {
        let mut play = Self {
            tag: lesson.tag(),
            seat: browser::chance(SEATS),
            rounds: Vec::new(),
            round: 0,
            name: String::new(),
            word: String::new(),
            wrong: false,
            lost: 0,
            copied: None,
        };
        play.rounds = lesson
            .rounds
            .iter()
            .map(|round| Own {
                answer: round.task.blank(),
                reason: String::new(),
                locked: false,
                revealed: false,
            })
            .collect();
        let kept = document::remembered(&play.key()).unwrap_or_default();
        for entry in kept.lines().filter_map(|line| read(line).ok()) {
            let at = usize::from(entry.ticket.round);
            let fits = lesson
                .rounds
                .get(at)
                .is_some_and(|round| round.task.fits(&entry.ticket.answer));
            let Some(own) = play
                .rounds
                .get_mut(at)
                .filter(|_| fits && entry.ticket.lesson == play.tag)
            else {
                continue;
            };
            (play.seat, play.name) = (entry.ticket.seat, entry.name);
            *own = Own {
                answer: entry.ticket.answer,
                reason: entry.reason,
                locked: true,
                revealed: false,
            };
        }
        // Where the participant left off.
        play.round = play.rounds.iter().position(|own| !own.locked).unwrap_or(0);
        play
    }

    fn key(&self) -> String {
        format!("workshop.{}", self.tag)
    }

    fn keep(&self) {
        let lines: Vec<String> = (0..self.rounds.len())
            .filter(|at| self.rounds[*at].locked)
            .filter_map(|at| self.line_of(at))
            .collect();
        document::remember(&self.key(), &lines.join("\n"));
    }

    /// The open round's answer.
    pub fn answer(&self) -> Option<&Answer> {
        self.rounds.get(self.round).map(|own| &own.answer)
    }

    /// The open round's reason.
    pub fn reason(&self) -> &str {
        self.rounds.get(self.round).map_or("", |own| &own.reason)
    }

    /// True where the open round is locked.
    pub fn is_locked(&self) -> bool {
        self.rounds.get(self.round).is_some_and(|own| own.locked)
    }

    /// True where the open round's result is shown.
    pub fn is_revealed(&self) -> bool {
        self.rounds.get(self.round).is_some_and(|own| own.revealed)
    }

    /// The open round's line, once it is locked.
    pub fn line(&self) -> Option<String> {
        self.line_of(self.round).filter(|_| self.is_locked())
    }

    fn line_of(&self, at: usize) -> Option<String> {
        let own = self.rounds.get(at)?;
        let ticket = self.ticket(at)?;
        Some(line(&Entry {
            ticket,
            name: self.name.clone(),
            reason: own.reason.clone(),
        }))
    }

    /// A round's ticket.
    pub fn ticket(&self, at: usize) -> Option<Ticket> {
        let own = self.rounds.get(at)?;
        Some(Ticket {
            lesson: self.tag,
            round: u8::try_from(at).ok()?,
            seat: self.seat,
            answer: own.answer.clone(),
        })
    }

    /// A revealed round's score.
    pub fn score(&self, lesson: &Lesson, at: usize, futures: &[Vec<f64>]) -> Option<Score> {
        let own = self.rounds.get(at).filter(|own| own.revealed)?;
        judge(&lesson.rounds.get(at)?.task, &own.answer, futures)
    }

    /// Does it; true when the page is to be drawn again. A locked line is for the caller to hand in.
    pub fn update(&mut self, lesson: &Lesson, msg: PlayMsg) -> bool {
        let opens = lesson.opens(self.round, &self.word);
        let Some(own) = self.rounds.get_mut(self.round) else {
            return false;
        };
        match msg {
            PlayMsg::Answer(answer) => {
                if own.locked || own.answer == answer {
                    return false;
                }
                own.answer = answer;
            }
            PlayMsg::Reason(reason) => own.reason = reason,
            PlayMsg::Name(name) => self.name = name,
            PlayMsg::Lock => {
                own.locked = true;
                self.keep();
                document::focus_soon("[data-do=reveal], [data-do=word]");
            }
            PlayMsg::Word(word) => (self.word, self.wrong) = (word, false),
            PlayMsg::Reveal => {
                own.revealed = opens && own.locked;
                self.wrong = !opens;
                (self.lost, self.copied) = (0, None);
                if opens {
                    document::focus_soon("#result");
                }
            }
            PlayMsg::Round(round) => {
                self.round = round.min(self.rounds.len().saturating_sub(1));
                (self.word, self.wrong, self.copied) = (String::new(), false, None);
                document::focus_soon("#round");
            }
            PlayMsg::NextPerson => {
                document::remember(&self.key(), "");
                *self = Self::new(lesson);
                document::focus_soon("#round");
            }
            PlayMsg::AnotherYear => self.lost += 1,
            PlayMsg::Copy => return false,
            PlayMsg::Copied(copied) => self.copied = Some(copied),
        }
        true
    }
}
