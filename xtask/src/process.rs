//! Running other programs: quietly where their noise says nothing, with a sign of life where it lasts.

use crate::Outcome;
use std::ffi::OsStr;
use std::io::IsTerminal;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A command of the clone: started in its root.
pub fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(crate::root());
    command
}

/// Cargo, the one that started us.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(cargo, arguments);
    // `cargo run` leaves the description of this crate behind; a build script that asks for it
    // would see ours, and Cargo would build again what it has.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command to its end with its output on the terminal.
pub fn run(command: &mut Command) -> Outcome<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|why| format!("{} did not start: {why}", show(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed ({status}).", show(command)))
    }
}

/// Runs a command that takes minutes, and says every half minute that it still lives. On a
/// terminal the program's own progress bar does that better.
pub fn run_long(command: &mut Command) -> Outcome<()> {
    if std::io::stderr().is_terminal() {
        return run(command);
    }
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|why| format!("{} did not start: {why}", show(command)))?;
    let begun = Instant::now();
    let mut said = 0;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("{} failed ({status}).", show(command))),
            Ok(None) => std::thread::sleep(Duration::from_millis(200)),
            Err(why) => return Err(format!("{} was lost: {why}", show(command))),
        }
        let now = begun.elapsed().as_secs() / 30;
        if now > said {
            said = now;
            println!("      still at it after {} s", now * 30);
        }
    }
}

/// What a command prints, or nothing if it can't be had: for asking after versions.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// The command as somebody would type it.
fn show(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    format!("`{text}`")
}

/// A duration to read: `0.4 s`, `48 s`, `3 min 05 s`.
pub fn pretty(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 9.95 {
        format!("{seconds:.1} s")
    } else if seconds < 59.5 {
        format!("{seconds:.0} s")
    } else {
        let whole = seconds.round() as u64;
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::pretty;
    use std::time::Duration;

    #[test]
    fn durations_read_well() {
        for (milliseconds, text) in [
            (40, "0.0 s"),
            (9_960, "10 s"),
            (59_400, "59 s"),
            (59_600, "1 min 00 s"),
            (185_000, "3 min 05 s"),
        ] {
            assert_eq!(pretty(Duration::from_millis(milliseconds)), text);
        }
    }
}
