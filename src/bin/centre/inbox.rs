//! Files that were dropped or chosen, given to the reader in the background one after the other.

use crate::background::Message;
use crate::reader::{Reader, broken, fetch};
use fairfloor::view::calibrate::Fitted;
use fairfloor::view::words::Said;
use fairfloor::wire::{Look, Sorted, Told, unpack};
use std::collections::VecDeque;
use web_sys::FileList;
use yew::Callback;

/// A file as the browser hands it over, or why it does not.
pub struct Parcel {
    pub name: String,
    pub bytes: Result<Vec<u8>, Said>,
}

/// Has the browser hand over the files of a list.
pub fn fetch_all(files: &FileList, taken: &Callback<Parcel>) {
    for file in (0..files.length()).filter_map(|at| files.get(at)) {
        let (name, taken) = (file.name(), taken.clone());
        fetch(&file, move |bytes| taken.emit(Parcel { name, bytes }));
    }
}

/// What the reader made of a file.
pub enum Arrived {
    /// Nothing yet.
    Nothing,
    /// An export of calls.
    Calls(Box<Fitted>),
    /// Tables with their names.
    Sheets(Vec<(String, String)>),
    /// Nothing that can be read, and why.
    Refused(Vec<Said>),
}

/// The reader, what it reads, and what waits.
pub struct Inbox {
    reader: Reader,
    /// What the file is called that is being read.
    name: Option<String>,
    waiting: VecDeque<(String, Vec<u8>)>,
}

impl Inbox {
    /// Nothing waits.
    pub fn new(hear: Callback<Message>) -> Self {
        Self {
            reader: Reader::new(hear),
            name: None,
            waiting: VecDeque::new(),
        }
    }

    /// True while something is being read.
    pub fn is_busy(&self) -> bool {
        self.name.is_some()
    }

    /// Takes a file in; it is read when its turn comes.
    ///
    /// # Errors
    /// When the browser doesn't allow a worker.
    pub fn take(&mut self, name: String, bytes: Vec<u8>) -> Result<(), Vec<Said>> {
        self.waiting.push_back((name, bytes));
        if self.is_busy() { Ok(()) } else { self.next() }
    }

    /// Forgets everything.
    pub fn wipe(&mut self) {
        self.reader.end();
        self.name = None;
        self.waiting.clear();
    }

    /// Has the next file read.
    fn next(&mut self) -> Result<(), Vec<Said>> {
        let Some((name, bytes)) = self.waiting.pop_front() else {
            return Ok(());
        };
        let begun = self.reader.look(&Look::Any(&bytes));
        begun.inspect_err(|_| self.waiting.clear())?;
        self.name = Some(name);
        Ok(())
    }

    /// Takes in what the reader said; what is refused says which file it is.
    pub fn hear(&mut self, message: Message) -> Arrived {
        let Some(found) = self.reader.hear(message) else {
            return Arrived::Nothing;
        };
        let name = self.name.take().unwrap_or_default();
        let arrived = match found {
            Ok(Told::Sorted(packed)) => match unpack::<Sorted>(&packed) {
                Ok(Sorted::Calls { import, fit }) => Arrived::Calls(Box::new(Fitted {
                    import: *import,
                    fit: fit.map(|fit| *fit),
                })),
                Ok(Sorted::Sheets(sheets)) => Arrived::Sheets(sheets_of(&name, sheets)),
                Err(why) => Arrived::Refused(named(&name, broken(&why.to_string()))),
            },
            // Nobody here asks for anything else.
            Ok(_) => Arrived::Nothing,
            Err(lines) => Arrived::Refused(named(&name, lines)),
        };
        match self.next() {
            Ok(()) => arrived,
            Err(lines) => Arrived::Refused(lines),
        }
    }
}

/// The sheets of a file that hold anything, called after it.
fn sheets_of(file: &str, sheets: Vec<(String, String)>) -> Vec<(String, String)> {
    let several = sheets.len() > 1;
    let full = |text: &str| !several || text.chars().any(|c| !",;\t\r\n ".contains(c));
    let kept = sheets.into_iter().filter(|(_, text)| full(text));
    kept.map(|(sheet, text)| {
        let name = if several {
            format!("{file} · {sheet}")
        } else {
            file.to_owned()
        };
        (name, text)
    })
    .collect()
}

/// What is said of a file, with its name.
pub fn named(name: &str, lines: Vec<Said>) -> Vec<Said> {
    let with = |said: Said| Said {
        zh: format!("{name}：{}", said.zh),
        en: format!("{name}: {}", said.en),
    };
    lines.into_iter().map(with).collect()
}
