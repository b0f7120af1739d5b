//! A figure on its scale, with its interval or its band.

use crate::scenario::field::Text;
use crate::study::evidence::fact::{Band, Scale, Verdict};
use crate::study::evidence::sample::Estimate;

/// The number alone; shares and relative changes as per cent without the sign.
#[must_use]
pub fn bare(value: f64, scale: Scale) -> String {
    let (value, decimals) = match scale {
        Scale::Share | Scale::Relative => (value * 100.0, 1),
        Scale::Correlation | Scale::Deviations => (value, 2),
        Scale::Plain => (value, if value.abs() < 1.0 { 3 } else { 2 }),
    };
    let text = format!("{:.decimals$}", value.abs());
    let is_nought = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    if value < 0.0 && !is_nought {
        format!("−{text}")
    } else {
        text
    }
}

fn unit(scale: Scale) -> &'static str {
    match scale {
        Scale::Share | Scale::Relative => " %",
        Scale::Correlation | Scale::Deviations | Scale::Plain => "",
    }
}

/// An estimate with half of its 95 % interval: «25.9 ± 3.4 %».
#[must_use]
pub fn estimate(found: Option<&Estimate>, scale: Scale) -> String {
    found.map_or_else(
        || "—".to_owned(),
        |f| {
            format!(
                "{} ± {}{}",
                bare(f.value, scale),
                bare(f.half, scale),
                unit(scale)
            )
        },
    )
}

/// A band: «18.0 to 32.0 %», «above 0».
#[must_use]
pub fn band(band: Band, scale: Scale, language: crate::scenario::field::Language) -> String {
    let unit = unit(scale);
    match (band.low.is_finite(), band.high.is_finite()) {
        (true, true) => range(band.low, band.high, scale),
        (true, false) => format!("{} {}{unit}", ABOVE.get(language), bare(band.low, scale)),
        (false, true) => format!("{} {}{unit}", BELOW.get(language), bare(band.high, scale)),
        (false, false) => String::new(),
    }
}

/// Two numbers with the unit once.
#[must_use]
pub fn range(low: f64, high: f64, scale: Scale) -> String {
    format!("{}…{}{}", bare(low, scale), bare(high, scale), unit(scale))
}

const ABOVE: Text = Text {
    zh: "高于",
    en: "above",
};
const BELOW: Text = Text {
    zh: "低于",
    en: "below",
};

/// A verdict in words.
#[must_use]
pub fn verdict(verdict: Verdict) -> Text {
    let (zh, en) = match verdict {
        Verdict::Holds => ("成立", "holds"),
        Verdict::Fails => ("**不成立**", "**fails**"),
        Verdict::CannotTell => ("分不清", "can't tell"),
        Verdict::Undefined => ("无定义", "not defined"),
    };
    Text { zh, en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_a_minus_and_no_negative_nought() {
        assert_eq!(bare(-0.506, Scale::Relative), "−50.6");
        assert_eq!(bare(-0.0001, Scale::Relative), "0.0");
        assert_eq!(bare(0.256, Scale::Correlation), "0.26");
        assert_eq!(range(-0.55, -0.15, Scale::Relative), "−55.0…−15.0 %");
    }
}
