//! What the room handed in: lines with codes, read one by one, kept by participant and round.

use super::lesson::{Lesson, Task};
use super::score;
use super::ticket::{Answer, CodeError, Ticket, signs};
use crate::view::csv::cell;
use std::fmt::Write as _;

/// One line that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What its code says.
    pub ticket: Ticket,
    /// Name or team; may be empty.
    pub name: String,
    /// The reason; may be empty.
    pub reason: String,
}

/// Everything that was handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    entries: Vec<Entry>,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is new.
    New,
    /// The same participant had answered this round before; the later answer counts.
    Again,
}

/// Why a line was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineError {
    /// Its code can't be read.
    Code(CodeError),
    /// The code is another lesson's.
    OtherLesson,
    /// The code answers something that this lesson doesn't ask.
    NotAsked,
}

/// Longest name and reason that are kept, in characters.
pub const LONGEST: usize = 120;

/// The line that is handed in: code, name, reason.
#[must_use]
pub fn line(entry: &Entry) -> String {
    let mut line = entry.ticket.code();
    for (mark, text) in [(" ", &entry.name), (" | ", &entry.reason)] {
        let text = plain(text);
        if !text.is_empty() {
            line.push_str(mark);
            line.push_str(&text);
        }
    }
    line
}

/// One line of text without what would break the line apart.
fn plain(text: &str) -> String {
    let spaced = text.chars().map(|c| {
        if c.is_control() || c == '|' || c == '｜' {
            ' '
        } else {
            c
        }
    });
    let text: String = spaced.collect();
    text.trim()
        .chars()
        .take(LONGEST)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Reads a line: a code, perhaps in pieces, then a name, then a reason after a bar.
///
/// # Errors
/// What is wrong with its code.
pub fn read(line: &str) -> Result<Entry, CodeError> {
    let (front, reason) = line.split_once(['|', '｜']).unwrap_or((line, ""));
    let mut first = None;
    let mut code = String::new();
    let mut rest = front.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c.is_whitespace() || ",;，；：:".contains(c))
            .unwrap_or(rest.len());
        code.push_str(&rest[..end]);
        rest =
            rest[end..].trim_start_matches(|c: char| c.is_whitespace() || ",;，；：:".contains(c));
        let length = signs(&code).count();
        if length >= 12 || rest.is_empty() {
            match Ticket::read(&code) {
                Ok(ticket) => {
                    return Ok(Entry {
                        ticket,
                        name: plain(rest),
                        reason: plain(reason),
                    });
                }
                // A code that is wrong by a sign says more than one that has swallowed the name.
                Err(error) => first = first.or(Some(error)),
            }
        }
        if length >= 16 {
            break;
        }
    }
    Err(first.unwrap_or(CodeError::Length { found: 0 }))
}

impl Room {
    /// What was handed in, in the order of arrival.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was handed in for a round.
    pub fn of_round(&self, round: usize) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(move |e| usize::from(e.ticket.round) == round)
    }

    /// Takes a line.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn take(&mut self, lesson: &Lesson, line: &str) -> Result<Taken, LineError> {
        let entry = read(line).map_err(LineError::Code)?;
        if entry.ticket.lesson != lesson.tag() {
            return Err(LineError::OtherLesson);
        }
        let round = lesson.rounds.get(usize::from(entry.ticket.round));
        if !round.is_some_and(|round| round.task.fits(&entry.ticket.answer)) {
            return Err(LineError::NotAsked);
        }
        // Two people may draw the same number; two names tell them apart.
        let before = self.entries.iter_mut().find(|e| {
            e.ticket.seat == entry.ticket.seat
                && e.ticket.round == entry.ticket.round
                && (e.name == entry.name || e.name.is_empty() || entry.name.is_empty())
        });
        Ok(if let Some(before) = before {
            *before = entry;
            Taken::Again
        } else {
            self.entries.push(entry);
            Taken::New
        })
    }

    /// Takes every line that isn't blank; says what became of each, with its text.
    pub fn paste<'a>(
        &mut self,
        lesson: &Lesson,
        text: &'a str,
    ) -> Vec<(&'a str, Result<Taken, LineError>)> {
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| (line, self.take(lesson, line)))
            .collect()
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// How many bands of a round hold each step of its scale.
    #[must_use]
    pub fn coverage(&self, round: usize, task: &Task) -> Vec<u32> {
        let mut counts = vec![0; usize::from(task.scale().steps()) + 1];
        for entry in self.of_round(round) {
            if let Answer::Band(low, high) = entry.ticket.answer {
                for count in counts
                    .iter_mut()
                    .take(usize::from(high) + 1)
                    .skip(usize::from(low))
                {
                    *count += 1;
                }
            }
        }
        counts
    }

    /// As a table for spreadsheets: UTF-8 with a mark in front, and no cell that a spreadsheet would take for
    /// a formula. `futures` are each round's results as far as they are there.
    #[must_use]
    pub fn csv(&self, lesson: &Lesson, futures: &[Option<Vec<Vec<f64>>>]) -> String {
        let mut text =
            "\u{feff}round,metric,unit,code,name,kind,answer_1,answer_2,answer_3,answer_4,answer_5,reason,points\r\n"
                .to_owned();
        for entry in &self.entries {
            let at = usize::from(entry.ticket.round);
            let Some(round) = lesson.rounds.get(at) else {
                continue;
            };
            let scale = round.task.scale();
            let (kind, answers): (&str, Vec<f64>) = match &entry.ticket.answer {
                Answer::Band(low, high) => ("band", vec![scale.amount(*low), scale.amount(*high)]),
                Answer::Curve(points) => {
                    ("curve", points.iter().map(|p| scale.amount(*p)).collect())
                }
                Answer::Ranking(order) => (
                    "ranking",
                    order.iter().map(|p| f64::from(*p) + 1.0).collect(),
                ),
                Answer::Scheme(steps) => ("scheme", amounts(&round.task, steps)),
            };
            let judged = futures.get(at).and_then(Option::as_ref);
            let judged = judged.and_then(|f| score::judge(&round.task, &entry.ticket.answer, f));
            let metric = round.task.about();
            let unit = crate::view::number::unit_name(metric.unit).en;
            // Shares are given as they are answered, between 0 and 1.
            let unit = if unit == "%" { "share" } else { unit };
            let _ = write!(text, "{},{},{},", at + 1, metric.id, cell(unit));
            let _ = write!(text, "{},{},{kind}", entry.ticket.code(), cell(&entry.name));
            for place in 0..5 {
                text.push(',');
                if let Some(value) = answers.get(place) {
                    let _ = write!(text, "{}", (value * 1e6).round() / 1e6);
                }
            }
            let points = judged.map_or(String::new(), |s| format!("{:.1}", s.points));
            let _ = write!(text, ",{},{points}\r\n", cell(&entry.reason));
        }
        text
    }
}

fn amounts(task: &Task, steps: &[u16; super::ticket::POINTS]) -> Vec<f64> {
    let Task::League { levers, .. } = task else {
        return Vec::new();
    };
    let of = |(path, step): (&&'static str, &u16)| Some(super::league::lever(path)?.amount(*step));
    levers.iter().zip(steps).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::ready;
    use proptest::prelude::*;

    fn entry(lesson: &Lesson, seat: u16, name: &str, reason: &str) -> Entry {
        let ticket = Ticket {
            lesson: lesson.tag(),
            round: 0,
            seat,
            answer: Answer::Band(20, 60 + seat % 20),
        };
        Entry {
            ticket,
            name: name.to_owned(),
            reason: reason.to_owned(),
        }
    }

    #[test]
    fn forty_lines_are_taken_and_one_wrong_is_named() {
        let lesson = ready::first();
        let mut lines: Vec<String> = (0..40)
            .map(|seat| {
                line(&entry(
                    &lesson,
                    seat * 7,
                    &format!("第{seat}组"),
                    "去年 18%",
                ))
            })
            .collect();
        let right = lines[17].clone();
        let sign = right.chars().nth(5).unwrap_or('2');
        let wrong = if sign == 'A' { 'B' } else { 'A' };
        lines[17] = right
            .chars()
            .enumerate()
            .map(|(at, c)| if at == 5 { wrong } else { c })
            .collect();
        let mut room = Room::default();
        let text = lines.join("\n\n");
        let told = room.paste(&lesson, &text);
        let failed: Vec<_> = told.iter().filter(|(_, what)| what.is_err()).collect();
        assert_eq!(failed.len(), 1);
        let error = CodeError::Wrong {
            at: 4,
            found: wrong,
            instead: sign,
        };
        assert_eq!(failed[0].1, Err(LineError::Code(error)));
        assert_eq!(room.take(&lesson, &right), Ok(Taken::New));
        assert_eq!(room.take(&lesson, &right), Ok(Taken::Again));
        assert_eq!(room.entries().len(), 40);
        let counts = room.coverage(0, &lesson.rounds[0].task);
        assert_eq!((counts[19], counts[20], counts[60]), (0, 40, 40));
        assert_eq!(
            room.take(&ready::all()[1], &right),
            Err(LineError::OtherLesson)
        );
    }

    #[test]
    fn cells_are_no_formulas() {
        let lesson = ready::first();
        let mut room = Room::default();
        let bad = entry(&lesson, 1, "=HYPERLINK(\"x\")", "@sum, \"quoted\"");
        assert_eq!(room.take(&lesson, &line(&bad)), Ok(Taken::New));
        let csv = room.csv(&lesson, &[]);
        assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{csv}");
        assert!(csv.contains("\"'@sum, \"\"quoted\"\"\""), "{csv}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn a_line_comes_back(
            name in prop::collection::vec(any::<char>(), 0..20),
            reason in prop::collection::vec(any::<char>(), 0..40),
            seat in 0..16_384_u16,
        ) {
            let (name, reason): (String, String) = (name.iter().collect(), reason.iter().collect());
            let sent = entry(&ready::first(), seat, &plain(&name), &plain(&reason));
            let back = read(&line(&sent));
            prop_assert!(back.is_ok());
            if let Ok(back) = back {
                prop_assert_eq!(back.ticket, sent.ticket);
                prop_assert_eq!(&back.reason, &sent.reason);
            }
        }

        #[test]
        fn no_line_brings_it_down(line in prop::collection::vec(any::<char>(), 0..60)) {
            let line: String = line.into_iter().collect();
            let _ = Room::default().take(&ready::first(), &line);
        }
    }
}
