//! The year's figure: leavers and satisfaction week by week, with what the cursor reads and the table.

use super::chart::year;
use super::figure::{Figure, Grid, Readable, Stop};
use super::number::counted;
use super::sentence;
use super::snapshot::{FULL, Snapshot};
use super::words::result;
use crate::scenario::field::Language;
use std::rc::Rc;

/// The figure of a snapshot under this seed.
#[must_use]
pub fn figure(snapshot: &Rc<Snapshot>, seed: u64, language: Language) -> Figure {
    let drawn = Rc::clone(snapshot);
    Figure {
        id: "year",
        caption: sentence::year(snapshot, language),
        note: legend(snapshot, language).to_owned(),
        foot: foot(snapshot.current.count, seed, language),
        grid: grid(snapshot, language),
        draw: Rc::new(move |width| readable(&drawn, width, language)),
    }
}

/// What a figure is made from, for its last line.
#[must_use]
pub fn foot(count: usize, seed: u64, language: Language) -> String {
    let version = crate::VERSION;
    let preliminary = if count < FULL {
        format!(" · {}", result::PRELIMINARY.get(language))
    } else {
        String::new()
    };
    match language {
        Language::Zh => {
            format!("n = {count} 次模拟 · 运气编号 {seed} · 版本 {version}{preliminary}")
        }
        Language::En => {
            let count = counted(count, "simulation", "simulations");
            format!("n = {count} · seed {seed} · version {version}{preliminary}")
        }
    }
}

fn legend(snapshot: &Snapshot, language: Language) -> &'static str {
    let with_baseline = snapshot.baseline.is_some() && !snapshot.is_baseline;
    match (snapshot.current.courses.is_empty(), with_baseline, language) {
        (false, _, Language::Zh) => "每条线是一次模拟；满 8 次后画成带。",
        (false, _, Language::En) => {
            "Each line is one simulation; from eight on they become a band."
        }
        (true, true, Language::Zh) => {
            "实线为中位数，深带含 50%、浅带含 90% 的模拟；虚线为基线中位数。"
        }
        (true, true, Language::En) => {
            "Solid: median; dark band 50%, light band 90% of simulations; dashed: the baseline’s median."
        }
        (true, false, Language::Zh) => "实线为中位数，深带含 50%、浅带含 90% 的模拟。",
        (true, false, Language::En) => {
            "Solid: median; dark band 50%, light band 90% of simulations."
        }
    }
}

fn readable(snapshot: &Snapshot, width: f64, language: Language) -> Readable {
    let frame = year::frame(snapshot, width);
    let weeks = snapshot.current.bands[0].len();
    let stops = (1..=weeks).map(|week| {
        #[allow(clippy::cast_precision_loss)]
        let x = frame.x.at(week as f64);
        let dots = (0..2).filter_map(|panel| {
            let band = snapshot.current.bands[panel].get(week - 1)?;
            Some(frame.y[panel].at(band.quantiles[2]))
        });
        Stop {
            x,
            dots: dots.collect(),
            says: reading(snapshot, week, language),
        }
    });
    Readable {
        stops: stops.collect(),
        span: (frame.y[0].range.1, frame.y[1].range.0),
        drawing: year::draw(snapshot, width, language),
    }
}

fn reading(snapshot: &Snapshot, week: usize, language: Language) -> String {
    let at = |panel: usize| {
        let q = snapshot.current.bands[panel]
            .get(week - 1)
            .map_or([0.0; 5], |band| band.quantiles)
            .map(|q| format!("{:.0}", q * 100.0));
        match language {
            Language::Zh => format!("{}%（{}–{}）", q[2], q[0], q[4]),
            Language::En => format!("{}% ({}–{})", q[2], q[0], q[4]),
        }
    };
    match language {
        Language::Zh => format!("第 {week} 周 · 累计离职 {} · 满意率 {}", at(0), at(1)),
        Language::En => format!("Week {week} · leavers {} · satisfied {}", at(0), at(1)),
    }
}

fn grid(snapshot: &Snapshot, language: Language) -> Grid {
    let baseline = snapshot.baseline.as_ref().filter(|_| !snapshot.is_baseline);
    let mut head = vec![result::WEEK.get(language).to_owned()];
    for title in [result::LEAVERS_AXIS, result::SATISFACTION_AXIS] {
        let title = title.get(language);
        head.push(format!("{title} · {}", result::MEDIAN.get(language)));
        head.push(result::RANGE.get(language).to_owned());
        if baseline.is_some() {
            head.push(result::BASELINE.get(language).to_owned());
        }
    }
    let percent = |v: f64| format!("{:.1}%", v * 100.0);
    let rows = (0..snapshot.current.bands[0].len()).map(|week| {
        let mut row = vec![(week + 1).to_string()];
        for panel in 0..2 {
            let q = snapshot.current.bands[panel][week].quantiles;
            row.push(percent(q[2]));
            row.push(format!("{:.1}–{:.1}%", q[0] * 100.0, q[4] * 100.0));
            if let Some(side) = baseline {
                let other = side.bands[panel].get(week).map(|band| band.quantiles[2]);
                row.push(other.map_or_else(|| "–".to_owned(), percent));
            }
        }
        row
    });
    Grid {
        rows: rows.collect(),
        head,
    }
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::tests::outcomes;
    use super::*;

    #[test]
    fn the_table_has_a_row_a_week_and_the_cursor_a_stop() {
        let both = Snapshot::of(&outcomes(64, 0.3), &outcomes(64, 0.2), false);
        let both = Rc::new(both.expect("outcomes"));
        let figure = figure(&both, 7, Language::Zh);
        let weeks = both.current.bands[0].len();
        assert_eq!(figure.grid.rows.len(), weeks);
        for row in &figure.grid.rows {
            assert_eq!(row.len(), figure.grid.head.len());
        }
        let readable = (figure.draw)(720.0);
        assert_eq!(readable.stops.len(), weeks);
        let last = &readable.stops[weeks - 1];
        assert!(
            last.says
                .starts_with(&format!("第 {weeks} 周 · 累计离职 30%")),
            "{}",
            last.says
        );
        assert_eq!(last.dots.len(), 2);
    }
}
