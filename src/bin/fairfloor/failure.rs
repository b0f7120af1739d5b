//! How a command ends: exit code 0 done, 1 failed, 2 bad input.

use crate::dispatch::language_of;
use crate::print::aside;
use fairfloor::scenario::field::Language;
use std::ffi::OsString;
use std::panic;
use std::process::ExitCode;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// The input is wrong: what to say, a line each.
    BadInput(Vec<String>),
    /// The input is wrong, and it has been said.
    Said,
    /// Something else: the machine, or a fault of ours.
    Failed(String),
    /// Whoever read our output has seen enough (`| head`).
    PipeClosed,
}

impl Failure {
    /// Bad input that one sentence describes.
    pub fn input(why: impl Into<String>) -> Self {
        Self::BadInput(vec![why.into()])
    }
}

/// Does the work and turns its end into an exit code; reasons go to standard error.
pub fn exit_code(work: fn() -> Result<(), Failure>) -> ExitCode {
    // The default hook has printed what happened; it must still count as «failed», not as 101.
    let ended = panic::catch_unwind(work).unwrap_or_else(|_| {
        let typed: Vec<OsString> = std::env::args_os().collect();
        let why = match language_of(&typed) {
            Language::Zh => "这是程序自身的错误，不是输入的问题。",
            Language::En => "this is a fault of the program, not of what was asked.",
        };
        Err(Failure::Failed(why.to_owned()))
    });
    match ended {
        Ok(()) | Err(Failure::PipeClosed) => ExitCode::SUCCESS,
        Err(Failure::BadInput(lines)) => {
            for line in lines {
                aside(&line);
            }
            ExitCode::from(2)
        }
        Err(Failure::Said) => ExitCode::from(2),
        Err(Failure::Failed(why)) => {
            aside(&format!("fairfloor: {why}"));
            ExitCode::from(1)
        }
    }
}
