//! JSON text to an object: size, syntax, and the numbers that JSON does not know.

mod unique;

use super::check::Problem;
use serde::de::DeserializeSeed;
use serde_json::{Deserializer, Map, Value as Json};
use std::borrow::Cow;
use unique::Unique;

/// Longest text that is read as a scenario. A whole one with all its fields has about 15,000 bytes.
pub const LONGEST_TEXT: usize = 1_000_000;

/// Stands for a number that is not finite: a text that nobody types (the control character DEL).
pub const NOT_FINITE: &str = "\u{7f}";

/// What is quoted back to people is cut: a whole file in an error message helps nobody.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

/// The object that the text holds.
///
/// # Errors
/// When it holds none.
pub fn parse(text: &str) -> Result<Map<String, Json>, Problem> {
    if text.len() > LONGEST_TEXT {
        return Err(Problem::TooLarge {
            bytes: text.len(),
            limit: LONGEST_TEXT,
        });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    let text = marked(text);
    let mut repeated = Vec::new();
    let whole = Unique {
        path: String::new(),
        repeated: &mut repeated,
    };
    let mut reader = Deserializer::from_str(&text);
    let read = whole.deserialize(&mut reader);
    let read = read.and_then(|json| reader.end().map(|()| json));
    match read {
        Ok(Json::Object(_)) if !repeated.is_empty() => Err(Problem::Repeated {
            path: shortened(&repeated[0]),
        }),
        Ok(Json::Object(map)) => Ok(map),
        Ok(_) => Err(Problem::NotAnObject {
            path: String::new(),
        }),
        Err(error) => Err(Problem::Unreadable {
            line: error.line(),
            // A text that ends too early ends before the first column of its last line.
            column: error.column().max(1),
        }),
    }
}

/// JSON has no NaN and no Infinity, yet programs write them, and 1e999 is too large for a number.
/// They are marked before parsing, so that the problem can name the field instead of a column. The
/// mark is as long as what it replaces: lines and columns of other errors stay right.
fn marked(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out: Option<Vec<u8>> = None;
    let (mut at, mut in_string) = (0, false);
    while at < bytes.len() {
        let byte = bytes[at];
        if in_string {
            in_string = byte != b'"';
            at += if byte == b'\\' { 2 } else { 1 };
        } else if byte == b'"' {
            in_string = true;
            at += 1;
        } else if byte.is_ascii_alphanumeric() || byte == b'-' {
            let is_token = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
            let length = bytes[at..].iter().take_while(is_token).count();
            let token = &text[at..at + length];
            if token.parse::<f64>().is_ok_and(|v| !v.is_finite()) {
                let out = out.get_or_insert_with(|| bytes.to_vec());
                out[at..at + length].fill(b' ');
                out[at..at + 3].copy_from_slice(b"\"\x7f\"");
            }
            at += length;
        } else {
            at += 1;
        }
    }
    // Only ASCII was replaced by ASCII, so the bytes are still a text.
    out.and_then(|bytes| String::from_utf8(bytes).ok())
        .map_or(Cow::Borrowed(text), Cow::Owned)
}
