//! Files that were dropped or chosen, given to the reader in the background one after the other. Nothing is sent
//! anywhere.

use crate::background::{Background, Message};
use fairfloor::scenario::import::calls::LONGEST_TEXT;
use fairfloor::view::calibrate::Fitted;
use fairfloor::view::incoming;
use fairfloor::view::words::{Said, notice};
use fairfloor::wire::{Look, Sorted, Told, unpack};
use std::collections::VecDeque;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList};
use yew::Callback;

/// As much as is read of single calls: years of them.
#[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
const LARGEST: f64 = LONGEST_TEXT as f64;

/// A file as the browser hands it over, or why it does not.
pub struct Parcel {
    pub name: String,
    pub bytes: Result<Vec<u8>, Said>,
}

/// Has the browser hand over the files of a list.
pub fn fetch(files: &FileList, taken: &Callback<Parcel>) {
    for file in (0..files.length()).filter_map(|at| files.get(at)) {
        fetch_one(&file, taken.clone());
    }
}

fn fetch_one(file: &File, taken: Callback<Parcel>) {
    let name = file.name();
    if file.size() > LARGEST {
        taken.emit(Parcel {
            name,
            bytes: Err(notice::FILE_TOO_BIG.into()),
        });
        return;
    }
    let promise = file.array_buffer();
    spawn_local(async move {
        let bytes = JsFuture::from(promise).await;
        let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        taken.emit(Parcel {
            name,
            bytes: bytes.map_err(|_| notice::FILE_UNREADABLE.into()),
        });
    });
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
    hear: Callback<Message>,
    reader: Option<Background>,
    waiting: VecDeque<(String, Vec<u8>)>,
}

impl Inbox {
    /// Nothing waits.
    pub fn new(hear: Callback<Message>) -> Self {
        Self {
            hear,
            reader: None,
            waiting: VecDeque::new(),
        }
    }

    /// True while something is being read.
    pub fn is_busy(&self) -> bool {
        self.reader.is_some()
    }

    /// Takes a file in; it is read when its turn comes.
    ///
    /// # Errors
    /// When the browser doesn't allow a worker.
    pub fn take(&mut self, name: String, bytes: Vec<u8>) -> Result<(), Vec<Said>> {
        self.waiting.push_back((name, bytes));
        if self.reader.is_none() {
            self.next()
        } else {
            Ok(())
        }
    }

    /// Forgets everything.
    pub fn wipe(&mut self) {
        self.reader = None;
        self.waiting.clear();
    }

    /// A reader for the next file: the old one's memory, as large as its file, goes with it.
    fn next(&mut self) -> Result<(), Vec<Said>> {
        self.reader = None;
        if self.waiting.is_empty() {
            return Ok(());
        }
        let started = Background::start("fairfloor-reader", &self.hear);
        self.reader = Some(started.map_err(|why| {
            self.waiting.clear();
            broken(&why)
        })?);
        Ok(())
    }

    /// Takes in what the reader said.
    pub fn hear(&mut self, message: Message) -> Arrived {
        let bytes = match message {
            Message::Bytes(bytes) => bytes,
            Message::Error(why) => return self.read(Arrived::Refused(broken(&why))),
        };
        let arrived = match unpack::<Told>(&bytes) {
            Ok(Told::Ready { version }) if version == fairfloor::VERSION => {
                if let (Some(reader), Some((_, bytes))) = (&self.reader, self.waiting.front()) {
                    reader.say(&Look::Any(bytes));
                }
                return Arrived::Nothing;
            }
            Ok(Told::Ready { version }) => Arrived::Refused(broken(&version)),
            Ok(Told::Sorted(packed)) => match unpack::<Sorted>(&packed) {
                Ok(Sorted::Calls { import, fit }) => Arrived::Calls(Box::new(Fitted {
                    import: *import,
                    fit: fit.map(|fit| *fit),
                })),
                Ok(Sorted::Sheets(sheets)) => Arrived::Sheets(self.named(sheets)),
                Err(why) => Arrived::Refused(broken(&why.to_string())),
            },
            // Nobody here asks for demand alone.
            Ok(Told::Read(_)) => Arrived::Nothing,
            Ok(Told::NoWorkbook(why)) => Arrived::Refused(vec![Said::in_both(|language| {
                incoming::no_workbook(&why, language)
            })]),
            Ok(Told::NoText) => Arrived::Refused(vec![notice::FILE_UNREADABLE.into()]),
            Ok(Told::Failed { why }) => Arrived::Refused(broken(&why)),
            Err(why) => Arrived::Refused(broken(&why.to_string())),
        };
        self.read(arrived)
    }

    /// The sheets that hold anything, called after their file.
    fn named(&self, sheets: Vec<(String, String)>) -> Vec<(String, String)> {
        let file = self.waiting.front().map_or("", |(name, _)| name);
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

    /// A file is done; what is refused says which one it is.
    fn read(&mut self, arrived: Arrived) -> Arrived {
        let file = self.waiting.pop_front().map(|(name, _)| name);
        let arrived = match arrived {
            Arrived::Refused(lines) => Arrived::Refused(named(file.as_deref(), lines)),
            Arrived::Nothing => Arrived::Nothing,
            Arrived::Calls(fitted) => Arrived::Calls(fitted),
            Arrived::Sheets(sheets) => Arrived::Sheets(sheets),
        };
        match self.next() {
            Ok(()) => arrived,
            Err(lines) => Arrived::Refused(lines),
        }
    }
}

/// What is said of a file, with its name.
pub fn named(file: Option<&str>, lines: Vec<Said>) -> Vec<Said> {
    let name = file.unwrap_or_default();
    let with = |said: Said| Said {
        zh: format!("{name}：{}", said.zh),
        en: format!("{name}: {}", said.en),
    };
    lines.into_iter().map(with).collect()
}

fn broken(why: &str) -> Vec<Said> {
    vec![
        notice::READER_BROKE.into(),
        Said::in_both(|_| why.to_owned()),
    ]
}
