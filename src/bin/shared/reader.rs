//! Files and the reader in the background that is given them: it is loaded with the first of them. Nothing is sent
//! anywhere.

use crate::background::{Background, Message};
use fairfloor::scenario::import::calls::LONGEST_TEXT;
use fairfloor::view::incoming;
use fairfloor::view::words::{Said, notice};
use fairfloor::wire::{Look, Told, pack, unpack};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

/// As much as is read of single calls: years of them.
#[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
const LARGEST: f64 = LONGEST_TEXT as f64;

/// Has the browser hand over what is in a file, or say why it does not.
pub fn fetch(file: &File, taken: impl FnOnce(Result<Vec<u8>, Said>) + 'static) {
    if file.size() > LARGEST {
        taken(Err(notice::FILE_TOO_BIG.into()));
        return;
    }
    let promise = file.array_buffer();
    spawn_local(async move {
        let bytes = JsFuture::from(promise).await;
        let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        taken(bytes.map_err(|_| notice::FILE_UNREADABLE.into()));
    });
}

/// The reader, and what it is to be asked once it listens.
pub struct Reader {
    hear: Callback<Message>,
    worker: Option<Background>,
    ask: Vec<u8>,
}

impl Reader {
    /// Nothing is read yet, nothing loaded.
    pub fn new(hear: Callback<Message>) -> Self {
        Self {
            hear,
            worker: None,
            ask: Vec::new(),
        }
    }

    /// Looks at a file in place of whatever was being read.
    ///
    /// # Errors
    /// When the browser doesn't allow a worker.
    pub fn look(&mut self, look: &Look<'_>) -> Result<(), Vec<Said>> {
        // A reader that is at work would finish the old file first.
        self.end();
        self.ask = pack(look).map_err(|why| broken(&why.to_string()))?;
        let started = Background::start("fairfloor-reader", &self.hear);
        self.worker = Some(started.map_err(|why| broken(&why))?);
        Ok(())
    }

    /// Ends it: its memory, as large as the file, goes with it.
    pub fn end(&mut self) {
        self.worker = None;
    }

    /// Takes in what it said: what is in the file, or why it can't be read; None while it is at it.
    pub fn hear(&mut self, message: Message) -> Option<Result<Told, Vec<Said>>> {
        let told = match message {
            Message::Bytes(bytes) => unpack::<Told>(&bytes).map_err(|why| why.to_string()),
            Message::Error(why) => Err(why),
        };
        let found = match told {
            Ok(Told::Ready { version }) if version == fairfloor::VERSION => {
                let ask = std::mem::take(&mut self.ask);
                if let Some(worker) = &self.worker {
                    worker.send(&ask);
                }
                return None;
            }
            Ok(Told::Ready { version: why } | Told::Failed { why }) | Err(why) => Err(broken(&why)),
            Ok(Told::NoWorkbook(why)) => Err(vec![Said::in_both(|language| {
                incoming::no_workbook(&why, language)
            })]),
            Ok(Told::NoText) => Err(vec![notice::FILE_UNREADABLE.into()]),
            Ok(read @ (Told::Read(_) | Told::Sorted(_))) => Ok(read),
        };
        self.end();
        Some(found)
    }
}

/// That the reader broke, and why.
pub fn broken(why: &str) -> Vec<Said> {
    vec![
        notice::READER_BROKE.into(),
        Said::in_both(|_| why.to_owned()),
    ]
}
