//! How much room words take in a drawing, which can't ask the browser.

/// Widths of a sign, Chinese and others, a little more than the stylesheet's 13 pixels need.
const SIGN: [f64; 2] = [13.5, 7.4];

/// About how long a name is, in pixels.
pub(super) fn long(name: &str) -> f64 {
    name.chars().map(wide).sum()
}

fn wide(sign: char) -> f64 {
    SIGN[usize::from(sign < '\u{2e80}')]
}

/// What of a name there is room for; the table and the cursor say the whole.
pub(super) fn within(name: &str, room: f64) -> String {
    if long(name) <= room {
        return name.to_owned();
    }
    let mut left = room - wide('…') - 4.0;
    let kept = name.chars().take_while(|sign| {
        left -= wide(*sign);
        left >= 0.0
    });
    let kept: String = kept.collect();
    format!("{}…", kept.trim_end())
}

/// Lines no longer than the room, broken between words or after a Chinese sign; at least one.
pub(super) fn broken(text: &str, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_inclusive(|sign| sign == ' ' || sign >= '\u{2e80}') {
        if !line.is_empty() && long(&line) + long(word.trim_end()) > room {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_all_words_and_none_is_too_long() {
        for text in [
            "with care duties less without, relative to everybody",
            "有照护责任的减去没有的，相对于全体",
            "short",
            "",
        ] {
            for room in [120.0, 300.0, 2_000.0] {
                let lines = broken(text, room);
                assert!(lines.iter().all(|line| long(line) <= room), "{lines:?}");
                let said = |text: &str| text.replace(' ', "");
                assert_eq!(said(&lines.concat()), said(text));
                assert_eq!(lines.len() > 1, long(text) > room, "{lines:?}");
            }
        }
        assert_eq!(broken("one two", 30.0), ["one", "two"]);
    }
}
