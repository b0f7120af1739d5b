//! Files given to the reader in the background, one at a time; it is loaded with the first of them.

use crate::background::{Background, Message};
use fairfloor::scenario::import::Import;
use fairfloor::view::incoming;
use fairfloor::view::words::{Said, notice};
use fairfloor::wire::{Look, Told, unpack};
use yew::Callback;

/// What follows for the page.
pub enum Outcome {
    /// Nothing yet.
    Nothing,
    /// An export was read.
    Read(Box<Import>),
    /// It could not be read, and why.
    Refused(Vec<Said>),
}

/// The reader, and the file that it is to read next.
pub struct Reading {
    hear: Callback<Message>,
    reader: Option<Background>,
    waiting: Option<Vec<u8>>,
}

impl Reading {
    /// Nothing is read yet, nothing loaded.
    pub fn new(hear: Callback<Message>) -> Self {
        Self {
            hear,
            reader: None,
            waiting: None,
        }
    }

    /// Takes a file in place of whatever was being read.
    ///
    /// # Errors
    /// When the browser doesn't allow a worker.
    pub fn take(&mut self, bytes: Vec<u8>) -> Result<(), Vec<Said>> {
        // A reader that is at work would finish the old file first.
        self.reader = None;
        let started = Background::start("fairfloor-reader", &self.hear);
        self.reader = Some(started.map_err(|why| broken(&why))?);
        self.waiting = Some(bytes);
        Ok(())
    }

    /// Takes in what the reader said.
    pub fn hear(&mut self, message: Message) -> Outcome {
        let bytes = match message {
            Message::Bytes(bytes) => bytes,
            Message::Error(why) => return self.refused(broken(&why)),
        };
        match unpack::<Told>(&bytes) {
            Ok(Told::Ready { version }) if version == fairfloor::VERSION => {
                if let (Some(reader), Some(bytes)) = (&self.reader, self.waiting.take()) {
                    reader.say(&Look::Demand(&bytes));
                }
                Outcome::Nothing
            }
            Ok(Told::Ready { version }) => self.refused(broken(&version)),
            Ok(Told::Read(import)) => {
                // Its memory, as large as the file, goes with it.
                self.reader = None;
                Outcome::Read(import)
            }
            // Nobody here asks for that.
            Ok(Told::Sorted(_)) => Outcome::Nothing,
            Ok(Told::NoWorkbook(why)) => self.refused(vec![Said::in_both(|language| {
                incoming::no_workbook(&why, language)
            })]),
            Ok(Told::NoText) => self.refused(vec![notice::FILE_UNREADABLE.into()]),
            Ok(Told::Failed { why }) => self.refused(broken(&why)),
            Err(why) => self.refused(broken(&why.to_string())),
        }
    }

    fn refused(&mut self, lines: Vec<Said>) -> Outcome {
        self.reader = None;
        Outcome::Refused(lines)
    }
}

fn broken(why: &str) -> Vec<Said> {
    vec![
        notice::READER_BROKE.into(),
        Said {
            zh: why.to_owned(),
            en: why.to_owned(),
        },
    ]
}
