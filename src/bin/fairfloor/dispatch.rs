//! From what was typed to the file that answers it.

use crate::args::{Cli, Command, Lang};
use crate::failure::Failure;
use crate::{
    awards, best, calibrate, compare, explain, fairness, fit, input, listing, merge, print, queue,
    refused, run, search, sensitivity, staff, sweep,
};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use fairfloor::scenario::field::Language;
use std::ffi::OsString;

/// What can be typed. A negative number is a value, which is refused as such, and no unknown option.
pub fn command() -> clap::Command {
    Cli::command().mut_subcommands(|one| {
        one.mut_args(|arg| {
            let takes_one = arg.get_action().takes_values();
            arg.allow_negative_numbers(takes_one)
        })
    })
}

/// The language asked for by words that can't be read as a whole, or were for nothing.
pub fn language_of(typed: &[OsString]) -> Language {
    let words: Vec<_> = typed.iter().map(|word| word.to_string_lossy()).collect();
    let follows = words
        .windows(2)
        .find(|two| two[0] == "--lang")
        .map(|two| &two[1][..]);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    match follows.or(joined) {
        Some("zh") => Language::Zh,
        Some("en") => Language::En,
        Some(_) | None => language_of_environment(),
    }
}

/// Reads the arguments and does what they ask.
///
/// # Errors
/// What went wrong, with its exit code.
pub fn dispatch(typed: impl IntoIterator<Item = OsString>) -> Result<(), Failure> {
    let typed: Vec<OsString> = typed.into_iter().collect();
    let Some(cli) = parsed(&typed)? else {
        return Ok(());
    };
    let language = cli
        .lang
        .map_or_else(language_of_environment, |lang| match lang {
            Lang::Zh => Language::Zh,
            Lang::En => Language::En,
        });
    match cli.command {
        Command::Presets {
            id: None,
            overrides,
        } if overrides.is_none() => listing::presets(),
        Command::Presets { id: None, .. } => Err(Failure::input(match language {
            Language::Zh => {
                "要改哪一个现成的情景？例如 fairfloor presets seed-status-quo --set 路径=值"
            }
            Language::En => {
                "Which preset is to be changed? As in: fairfloor presets seed-status-quo --set PATH=VALUE"
            }
        })),
        Command::Presets {
            id: Some(id),
            overrides,
        } => listing::preset(&id, &overrides, language),
        Command::Schema => listing::schema(),
        Command::Check {
            scenario,
            overrides,
        } => listing::check(&scenario, &overrides, language),
        Command::Run {
            scenario,
            overrides,
            options,
        } => run::run(&scenario, &overrides, &options, language),
        Command::Compare {
            scenarios,
            overrides,
            options,
        } => compare::compare(&scenarios, &overrides, &options, language),
        Command::Best {
            scenarios,
            overrides,
            options,
        } => best::best(&scenarios, &overrides, &options, language),
        Command::Sweep {
            scenario,
            overrides,
            options,
        } => sweep::sweep(&scenario, &overrides, &options, language),
        Command::Merge(options) => merge::merge(&options, language),
        Command::Awards {
            scenario,
            overrides,
            options,
        } => awards::awards(&scenario, &overrides, &options, language),
        Command::Fairness {
            scenario,
            overrides,
            options,
        } => fairness::fairness(&scenario, &overrides, &options, language),
        Command::Search {
            scenario,
            overrides,
            options,
        } => search::search(&scenario, &overrides, &options, language),
        Command::Sensitivity {
            scenarios,
            overrides,
            options,
        } => sensitivity::sensitivity(&scenarios, &overrides, &options, language),
        Command::Explain {
            scenario,
            overrides,
            options,
        } => explain::explain(&scenario, &overrides, &options, language),
        Command::Staff {
            scenario,
            overrides,
            options,
        } => staff::staff(&scenario, &overrides, &options, language),
        Command::Fit(options) => fit::run(&options, language),
        Command::Calibrate(options) => calibrate::calibrate(&options, language),
        Command::Queue(options) => queue::queue(&options, language),
    }
}

/// What was typed, read; None where it asked for help or the version, which has been said.
fn parsed(typed: &[OsString]) -> Result<Option<Cli>, Failure> {
    let read = command()
        .try_get_matches_from(typed)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match read {
        Ok(cli) => Ok(Some(cli)),
        Err(error) if error.kind() == ErrorKind::InvalidUtf8 => {
            Err(input::not_unicode(language_of_environment()))
        }
        Err(error) => {
            let asked = matches!(
                error.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            );
            let in_chinese = (!asked && language_of(typed) == Language::Zh)
                .then(|| refused::in_chinese(&error))
                .flatten();
            match in_chinese {
                Some(said) => print::aside(&said),
                // A closed pipe is no fault of ours, and there is nowhere left to say so.
                None => drop(error.print()),
            }
            if asked { Ok(None) } else { Err(Failure::Said) }
        }
    }
}

/// The first of the usual variables that says something.
fn language_of_environment() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match said {
        Some(locale) if locale.to_lowercase().starts_with("zh") => Language::Zh,
        Some(_) | None => Language::En,
    }
}
