//! Tabs of one machine among each other: a participant's tab hands its line in, the trainer's tab tells
//! the notes' window where it is.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

/// What tabs say to each other. Another lesson's words are none of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// A line with a code.
    Line(String),
    /// The trainer's round and seconds on the timer.
    At(usize, u32),
}

/// The channel.
pub struct Channel {
    channel: BroadcastChannel,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

impl Channel {
    /// Opens the channel; None in browsers without one, where codes are pasted.
    pub fn open(hear: Callback<Word>) -> Option<Self> {
        let channel = BroadcastChannel::new("fairfloor.workshop").ok()?;
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(word) = event.data().as_string().and_then(|text| read(&text)) {
                hear.emit(word);
            }
        });
        channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        Some(Self {
            channel,
            _hear: listen,
        })
    }

    /// Says it to the other tabs.
    pub fn say(&self, word: &Word) {
        let text = match word {
            Word::Line(line) => format!("line\t{line}"),
            Word::At(round, seconds) => format!("at\t{round}\t{seconds}"),
        };
        // A closed channel reaches nobody; the code on the screen still does.
        let _ = self.channel.post_message(&JsValue::from_str(&text));
    }
}

fn read(text: &str) -> Option<Word> {
    let (kind, rest) = text.split_once('\t')?;
    match kind {
        "line" => Some(Word::Line(rest.to_owned())),
        "at" => {
            let (round, seconds) = rest.split_once('\t')?;
            Some(Word::At(round.parse().ok()?, seconds.parse().ok()?))
        }
        _ => None,
    }
}
