//! Promise: what goes wrong around the command is said by name with a way out, and leaves nothing half done.
#![cfg(unix)]

use crate::command::{results, small};
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn fairfloor(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fairfloor"));
    command
        .args(args)
        .env("LC_ALL", "C")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null());
    command
}

fn ends(mut command: Command, code: i32, says: &[&str]) -> Output {
    let output = command.output().expect("the binary");
    // What `check` finds is its result; all else is said beside it.
    let mut said = String::from_utf8_lossy(&output.stderr).into_owned();
    said += &String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(code), "{said}");
    for text in says {
        assert!(said.contains(text), "no {text} in {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
    output
}

fn empty(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("writable");
    folder
}

const ONE_YEAR: [&str; 4] = ["run", "seed-status-quo", "--replications", "1"];

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut command = fairfloor(&["schema"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary");
    let mut first = [0; 1];
    let mut out = child.stdout.take().expect("piped");
    out.read_exact(&mut first).expect("a byte");
    // Closes the pipe with most of the schema unread, as `| head -c 1` does.
    drop(out);
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.is_empty(), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said_and_is_a_failure() {
    let full = OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("there on Linux");
    let mut command = fairfloor(&["presets"]);
    command.stdout(full);
    ends(command, 1, &["No space left"]);
}

/// A limit of the size of a file stands for the disk: the system says so at the same place of the work, and
/// the tests need no disk of their own.
#[test]
fn a_disk_that_fills_up_while_results_are_written_is_a_failure_and_can_be_gone_on_from() {
    let base = empty("faults-disk");
    let years = ["--set", "calendar.working_days_per_year=60"];
    let mut words = small(&["run", "seed-status-quo"], &years);
    let at = words.iter().position(|w| *w == "--replications");
    words[at.expect("small has it") + 1] = "60";
    let mut whole = fairfloor(&words);
    whole.arg("--out").arg(base.join("whole"));
    ends(whole, 0, &[]);
    // In halves of a kilobyte: the first file has no room, the scenario, the years, the longest of the results.
    for (limit, there) in [
        ("1", None),
        ("8", Some("study.json")),
        ("32", Some("scenario.json")),
        ("100", Some("summary.json")),
    ] {
        let place = base.join(limit);
        let mut limited = Command::new("sh");
        limited
            .args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", limit])
            .arg(env!("CARGO_BIN_EXE_fairfloor"))
            .args(&words)
            .arg("--out")
            .arg(&place)
            .env("LC_ALL", "C");
        let named = place.to_string_lossy().into_owned();
        ends(limited, 1, &[&named, "File too large", "Make room"]);
        let long = place.join("long.csv");
        assert!(!long.exists(), "{limit} was no limit");
        let had_room = there.is_none_or(|name| place.join(name).is_file());
        assert!(had_room, "{limit}: no {there:?}");
        let mut again = fairfloor(&words);
        again.arg("--resume").arg("--out").arg(&place);
        ends(again, 0, &[]);
        assert_eq!(results(&place), results(&base.join("whole")), "{limit}");
    }
}

#[test]
fn a_folder_that_is_none_is_named_before_anything_runs() {
    let folder = empty("faults-no-folder");
    let file = folder.join("file");
    File::create(&file).expect("writable");
    let inside = file.join("results");
    let mut command = fairfloor(&ONE_YEAR);
    command.arg("--out").arg(&inside);
    let output = ends(
        command,
        2,
        &[&inside.to_string_lossy(), "Name another folder"],
    );
    assert!(output.stdout.is_empty());

    let mut command = fairfloor(&["check"]);
    command.arg(&folder);
    ends(command, 2, &[&folder.to_string_lossy(), "directory"]);
}

#[test]
fn nothing_of_the_surroundings_is_needed() {
    let form = ["--format", "csv", "--lang", "en"];
    let asked = small(&["run", "seed-status-quo"], &form);
    let plain = ends(fairfloor(&asked), 0, &["turnover.annual_rate"]).stdout;
    // A place that can't be written to, on Linux not even by root.
    let sealed = if cfg!(target_os = "linux") {
        "/proc"
    } else {
        "/"
    };
    let mut bare = fairfloor(&asked);
    // No home, no locale, no path.
    bare.env_clear().current_dir(sealed);
    let mut homeless = fairfloor(&asked);
    homeless.env("HOME", sealed).env("TMPDIR", sealed);
    let elsewhere = ["zh_CN.GB18030", "xx_YY", "zh_CN.UTF-8", "de_DE@euro"].map(|locale| {
        let mut elsewhere = fairfloor(&asked);
        elsewhere.env("LC_ALL", locale);
        elsewhere
    });
    for command in [bare, homeless].into_iter().chain(elsewhere) {
        let told = format!("{command:?}");
        assert!(ends(command, 0, &[]).stdout == plain, "{told}");
    }
}

/// Whether we are root, to whom no permission is denied.
fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id");
    id.stdout.trim_ascii() == b"0"
}

/// A place that everybody may enter, with a copy of the program; gone in the end.
struct Open(PathBuf);

impl Open {
    fn new(name: &str) -> Self {
        let name = format!("fairfloor-{name}-{}", std::process::id());
        let place = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&place.0).expect("writable");
        place.allow("", 0o755);
        // Another program copies: while a file is open for writing here, a child just forked by another test
        // would hold it open, too, and it could not be run.
        let copy = Command::new("cp")
            .arg(env!("CARGO_BIN_EXE_fairfloor"))
            .arg(place.0.join("fairfloor"))
            .status();
        assert!(copy.expect("cp").success());
        place.allow("fairfloor", 0o755);
        place
    }

    fn allow(&self, name: &str, mode: u32) {
        fs::set_permissions(self.0.join(name), Permissions::from_mode(mode)).expect("ours");
    }

    /// The copy as somebody to whom permissions mean something, with the place as working directory.
    fn run(&self, args: &[&str]) -> Command {
        let mut command = Command::new(self.0.join("fairfloor"));
        command
            .args(args)
            .current_dir(&self.0)
            .env("LC_ALL", "C")
            .stdin(Stdio::null());
        if is_root() {
            // «nobody», who has nothing.
            command.uid(65_534).gid(65_534);
        }
        command
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_may_not_be_read_or_written_is_named_before_anything_runs() {
    let place = Open::new("permissions");
    for (name, mode) in [("read-only", 0o555), ("closed", 0o000)] {
        fs::create_dir(place.0.join(name)).expect("writable");
        place.allow(name, mode);
    }
    for name in ["read-only", "read-only/new", "closed", "closed/new"] {
        // So many years that they would be noticed.
        let years = ["run", "seed-status-quo", "--replications", "100000"];
        let command = place.run(&[&years[..], &["--out", name]].concat());
        let says = [name, "Permission denied", "Name another folder"];
        let output = ends(command, 2, &says);
        assert!(output.stdout.is_empty(), "{name}");
    }
    for name in ["scenario.json", "calls.csv"] {
        fs::write(place.0.join(name), "{}").expect("writable");
        place.allow(name, 0o000);
    }
    for args in [
        &["check", "scenario.json"][..],
        &["run", "scenario.json"],
        &["check", "seed-erg", "--demand", "calls.csv"],
        &["calibrate", "--kpi", "calls.csv"],
    ] {
        let name = args[args.len() - 1];
        let says = [name, "Permission denied", "Check the path"];
        ends(place.run(args), 2, &says);
    }
    // In the end only what we made is there, and can be removed again.
    for name in ["read-only", "closed"] {
        place.allow(name, 0o755);
        let inside = fs::read_dir(place.0.join(name)).expect("a folder");
        assert_eq!(inside.count(), 0, "{name}");
    }
}

#[test]
fn a_file_name_that_is_no_unicode_is_refused_in_both_languages_or_just_read() {
    let name = OsStr::from_bytes(b"caf\xe9.csv");
    for (locale, says) in [("C", "not in UTF-8"), ("zh_CN.UTF-8", "不是 UTF-8 编码")] {
        let mut command = fairfloor(&["check"]);
        command.arg(name).env("LC_ALL", locale);
        ends(command, 2, &[says]);
    }
    // Where only a path can stand, any name that the system has will do.
    let path = empty("faults-unicode").join(name);
    fs::write(&path, "date,interval_start,offered\n2024-03-05,09:00,40\n").expect("writable");
    let mut command = fairfloor(&["check", "seed-erg", "--demand"]);
    command.arg(&path);
    ends(command, 0, &["no problems"]);
}

#[test]
fn a_folder_whose_name_is_no_unicode_takes_results_and_is_gone_on_with() {
    let base = empty("faults-unicode-out");
    let place = base.join(OsStr::from_bytes(b"caf\xe9"));
    let run = |place: &Path, more: &[&str]| {
        let mut command = fairfloor(&small(&["run", "seed-status-quo"], more));
        command.arg("--out").arg(place);
        ends(command, 0, &[])
    };
    run(&place, &[]);
    // As a kill before the last files leaves it.
    let long = fs::read(place.join("long.csv")).expect("results");
    fs::remove_file(place.join("long.csv")).expect("there");
    run(&place, &["--resume"]);
    assert_eq!(fs::read(place.join("long.csv")).expect("results"), long);
    let plain = base.join("cafe");
    run(&plain, &[]);
    assert_eq!(results(&place), results(&plain));
    // Parts of it can be anywhere; the whole is asked for by name.
    let mut merge = fairfloor(&["merge"]);
    let whole = base.join(OsStr::from_bytes(b"whol\xe9"));
    merge.arg(&place).arg("--out").arg(&whole);
    ends(merge, 2, &["not in UTF-8"]);
    assert!(!whole.exists(), "something was written");
    let mut merge = fairfloor(&["merge"]);
    merge.arg(&place).arg("--out").arg(base.join("whole"));
    ends(merge, 0, &[]);
    assert_eq!(results(&base.join("whole")), results(&plain));
}

/// That no more are compared with the known names is held where names are compared (`nearest.rs`).
#[test]
fn of_names_without_end_the_first_hundred_are_said() {
    let folder = empty("faults-names");
    let many: Vec<String> = (0..70_000).map(|n| format!("\"k{n:06}\":1")).collect();
    for (name, text) in [
        ("many.json", format!("{{{}}}", many.join(","))),
        (
            "nested.json",
            format!("{{\"demand\":{{{}}}}}", many.join(",")),
        ),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).expect("writable");
        let mut command = fairfloor(&["check"]);
        command.arg(&path);
        let said = ends(command, 2, &["k000000", "k000099"]);
        let all = [said.stdout, said.stderr].concat();
        assert_eq!(String::from_utf8_lossy(&all).lines().count(), 100);
    }
    let path = folder.join("long.json");
    fs::write(&path, format!("{{\"{}\":1}}", "x".repeat(900_000))).expect("writable");
    let mut command = fairfloor(&["check"]);
    command.arg(&path);
    ends(command, 2, &["xxx…"]);
}

#[test]
fn hostile_text_is_refused_at_its_place() {
    let folder = empty("faults-hostile");
    for (name, text, says) in [
        ("deep.json", "[".repeat(200_000), "is not JSON"),
        ("deep-object.json", "{\"a\":".repeat(100_000), "is not JSON"),
        ("empty.json", String::new(), "empty"),
        ("nul.json", "{\"name\":\"\u{0}\"}".to_owned(), "not a text"),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).expect("writable");
        let mut command = fairfloor(&["check"]);
        command.arg(&path);
        ends(command, 2, &[says]);
    }
    // A stream without an end is read no further than a file may be long.
    #[cfg(target_os = "linux")]
    ends(fairfloor(&["fit", "/dev/zero"]), 2, &["/dev/zero"]);
}
