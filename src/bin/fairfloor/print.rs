//! Results onto standard output, everything else onto standard error.

use crate::failure::Failure;
use std::io::{self, ErrorKind, Write};

/// Writes a whole result at once.
pub fn result(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::PipeClosed),
        Err(error) => Err(Failure::Failed(format!("standard output: {error}"))),
    }
}

/// Says something beside the result.
pub fn aside(line: &str) {
    // Nobody to tell when standard error itself is closed.
    let _ = writeln!(io::stderr(), "{line}");
}
