//! A text as a QR code: a square of modules as one path, to be drawn dark on light.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Light modules around the code, as readers want them.
const QUIET: i32 = 4;

/// A QR code as path data on a square of `size` units, its quiet edge included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Length of a side.
    pub size: i32,
    /// Path data of the dark modules.
    pub path: String,
}

/// The code of a text; None where it is too long for one (about two thousand signs).
#[must_use]
pub fn code(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium)
        .or_else(|_| QrCode::encode_text(text, QrCodeEcc::Low))
        .ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let run = x - from;
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", from + QUIET, y + QUIET);
            }
            x += 1;
        }
    }
    Some(Qr {
        size: code.size() + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_have_codes_and_books_have_none() {
        let qr = code("https://example.org/#w1~abc").expect("a short text");
        assert!(
            qr.size > 25 && qr.path.starts_with("M4 4h7"),
            "{} {}",
            qr.size,
            &qr.path[..20]
        );
        assert_eq!(code(&"x".repeat(5_000)), None);
    }

    /// The modules that a path fills, by column and row: `M{x} {y}h{run}v1h-{run}z` each.
    fn filled(path: &str) -> Vec<(i32, i32)> {
        let runs = path.split_terminator('z').map(|run| {
            let number = |text: &str| text.parse::<i32>().expect("a number");
            let (start, sides) = run[1..].split_once('h').expect("a row");
            let (x, y) = start.split_once(' ').expect("a place");
            let (run, back) = sides.split_once("v1h-").expect("one row high");
            assert_eq!(run, back, "closed where it began");
            (number(x), number(y), number(run))
        });
        runs.flat_map(|(x, y, run)| (x..x + run).map(move |x| (x, y)))
            .collect()
    }

    #[test]
    fn the_path_is_the_code_of_the_text_with_its_quiet_edge() {
        let text = "https://example.org/#w1~a-longer-text-that-is-no-square";
        let known = QrCode::encode_text(text, QrCodeEcc::Medium).expect("short");
        let qr = code(text).expect("short");
        assert_eq!(qr.size, known.size() + 8);
        let dark = filled(&qr.path);
        for y in 0..qr.size {
            for x in 0..qr.size {
                // Outside the code its modules are light.
                let expected = known.get_module(x - 4, y - 4);
                assert_eq!(dark.contains(&(x, y)), expected, "{x}, {y}");
            }
        }
    }
}
