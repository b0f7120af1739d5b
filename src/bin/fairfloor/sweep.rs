//! `sweep`: one or two levers through their ranges, and how far one may go.

mod form;

use crate::args::{Common, Format, Overrides};
use crate::failure::Failure;
use crate::input::Named;
use crate::job::{Job, typed as as_typed};
use crate::long::{Label, Labels};
use crate::table::table;
use crate::{folder, input, print};
use clap::{Args, ValueEnum};
use fairfloor::scenario::field::Language;
use fairfloor::study::Study;
use fairfloor::study::board::{Board, Keep};
use fairfloor::study::sweep::answer::{Seek, Wish};
use fairfloor::study::sweep::constraint::Constraint;
use fairfloor::study::sweep::lever::Lever;
use fairfloor::study::sweep::{Ask, REPLICATIONS, Sweep};
use fairfloor::view::sweep::{self as words, wrong};

/// What to sweep and what is required.
#[derive(Args)]
pub struct Options {
    /// A lever and its points, ends included (LO:HI means 21 points), or its values as a list; may be
    /// given twice: the second makes a curve for each of its values
    #[arg(long, required = true, value_name = "PATH=LO:HI:STEPS")]
    vary: Vec<String>,
    /// What must hold, METRIC<=LIMIT or METRIC>=LIMIT; may be repeated
    #[arg(long, value_name = "METRIC<=LIMIT")]
    require: Vec<String>,
    /// Share of simulated years in which everything required must hold
    #[arg(long, default_value_t = 0.8, value_name = "SHARE", value_parser = share)]
    certainty: f64,
    /// Which end of the range is wished for
    #[arg(long, value_enum, default_value_t = End::Highest)]
    seek: End,
    /// How many simulated years at each point
    #[arg(long, default_value_t = REPLICATIONS, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    replications: u32,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum End {
    Highest,
    Lowest,
}

fn share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(v) if v > 0.0 && v <= 1.0 => Ok(v),
        Ok(_) | Err(_) => Err("must be above 0 and at most 1".to_owned()),
    }
}

impl Options {
    fn repeat(&self) -> Vec<String> {
        let mut typed = Vec::new();
        for vary in &self.vary {
            typed.extend(["--vary".to_owned(), vary.clone()]);
        }
        for require in &self.require {
            typed.extend(["--require".to_owned(), require.clone()]);
        }
        let seek = match self.seek {
            End::Highest => "highest",
            End::Lowest => "lowest",
        };
        let rest = [
            ("--certainty", self.certainty.to_string()),
            ("--seek", seek.to_owned()),
            ("--replications", self.replications.to_string()),
        ];
        typed.extend(as_typed(&rest));
        typed
    }
}

/// Runs the sweep and says how far one may go.
pub fn sweep(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let named = input::checked(typed, overrides, language)?;
    let mut named = [named];
    options.common.files.rename(&mut named);
    let ask = ask(&named[0], options, language)?;
    let question =
        Sweep::new(ask).map_err(|why| Failure::BadInput(wrong::unswept(&why, language)))?;
    let mut study = Study::new(question, options.common.seed, Keep::default());
    let job = Job {
        command: "sweep",
        scenarios: &named,
        arguments: options.repeat(),
        common: &options.common,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let sweep = study.question();
    let found = sweep.result(study.board());
    let mut json = form::json(
        sweep,
        &found,
        &named[0].name,
        options.common.seed,
        study.board(),
    );
    let rows = form::points(sweep, &found);
    let files = vec![
        (folder::POINTS, crate::out::with_mark(&rows).into_bytes()),
        (folder::SUMMARY, format!("{json:#}\n").into_bytes()),
    ];
    job.finish(
        &study,
        &done,
        &labels(sweep, &named[0].name, study.board()),
        files,
    )?;
    json["wall_seconds"] = done.wall_seconds.into();
    print::result(&match options.common.format {
        Format::Json => format!("{json:#}\n"),
        Format::Csv => rows,
        Format::Table => {
            let (head, rows) = words::rows(sweep.ask(), &found, language);
            let head: Vec<&str> = head.iter().map(String::as_str).collect();
            let fingerprint = json["fingerprint"].as_str().unwrap_or_default();
            let foot = words::foot(&found, options.common.seed, fingerprint, language);
            let table = format!("{}\n{foot}", table(&head, &rows));
            let said = words::sentences(sweep.ask(), &found, language);
            // The answer first; where none was asked for, what else there is to say comes after.
            match (said.join("\n"), options.require.is_empty()) {
                (said, _) if said.is_empty() => table,
                (said, true) => format!("{table}\n{said}\n"),
                (said, false) => format!("{said}\n\n{table}"),
            }
        }
    })
}

fn ask(named: &Named, options: &Options, language: Language) -> Result<Ask, Failure> {
    let mut wrong = Vec::new();
    let mut levers = Vec::new();
    for text in &options.vary {
        match Lever::read(text) {
            Ok(lever) => levers.push(lever),
            Err(why) => wrong.push(wrong::unvaried(&why, language)),
        }
    }
    let mut constraints = Vec::new();
    for text in &options.require {
        match Constraint::read(text) {
            Ok(constraint) => constraints.push(constraint),
            Err(why) => wrong.push(wrong::unreadable(&why, language)),
        }
    }
    if !wrong.is_empty() {
        return Err(Failure::BadInput(wrong));
    }
    Ok(Ask {
        base: named.scenario.clone(),
        levers,
        wish: Wish {
            constraints,
            certainty: options.certainty,
            seek: match options.seek {
                End::Highest => Seek::Highest,
                End::Lowest => Seek::Lowest,
            },
        },
        replications: options.replications,
        first: options.replications,
    })
}

/// The points in the order of the results, with the levers' values as columns.
fn labels(sweep: &Sweep, name: &str, board: &Board) -> Labels {
    let cells = board.cells();
    let mut columns = vec![Label {
        name: "scenario".to_owned(),
        of: vec![name.to_owned(); cells.len()],
    }];
    for lever in &sweep.ask().levers {
        let of = cells
            .iter()
            .map(|cell| form::plain(&(lever.field.get)(cell.scenario())));
        columns.push(Label {
            name: lever.field.path.to_owned(),
            of: of.collect(),
        });
    }
    let cells = sweep.points().iter().map(|point| point.cell).collect();
    Labels { columns, cells }
}
