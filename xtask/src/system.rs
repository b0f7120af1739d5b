//! What the machine has, and Debian's way to get what it lacks.

use crate::Outcome;
use crate::process::{ask, run_long};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The full path of a program on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{name}{ending}")))
        })
        .find(|path| path.is_file())
}

/// Node's major version, if there is a Node with an npm beside it.
pub fn node_version() -> Option<u32> {
    on_path("npm")?;
    let text = ask(Command::new(on_path("node")?).arg("--version"))?;
    text.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Chromium or Chrome: the one in CHROME, on PATH, or where installers put it.
pub fn chromium() -> Option<PathBuf> {
    browser(
        "CHROME",
        &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
        ],
        &[
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
        ],
    )
}

/// The same without its windows: the one in HEADLESS_SHELL or on PATH; none where CHROME says what to take.
pub fn headless_shell() -> Option<PathBuf> {
    if chosen("HEADLESS_SHELL").is_none() && chosen("CHROME").is_some() {
        return None;
    }
    let names = ["chromium-headless-shell", "chrome-headless-shell"];
    browser("HEADLESS_SHELL", &names, &[])
}

/// Whether it could be had: not where another system or a chosen browser leaves no place for it. A machine without
/// Chromium has perhaps no list of packages yet.
pub fn headless_shell_is_missing() -> bool {
    if headless_shell().is_some() {
        return false;
    }
    if chosen("HEADLESS_SHELL").is_some() {
        return true;
    }
    let known = || {
        let mut list = Command::new("apt-cache");
        ask(list.args(["search", "--names-only", "^chromium-headless-shell$"]))
            .is_some_and(|found| !found.is_empty())
    };
    chosen("CHROME").is_none() && on_path("apt-get").is_some() && (chromium().is_none() || known())
}

/// Firefox: the one in FIREFOX, on PATH, or where installers put it.
pub fn firefox() -> Option<PathBuf> {
    browser(
        "FIREFOX",
        &["firefox-esr", "firefox"],
        &[
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "C:/Program Files/Mozilla Firefox/firefox.exe",
        ],
    )
}

/// Firefox's major version, if there is one.
pub fn firefox_version() -> Option<u32> {
    let text = ask(Command::new(firefox()?).arg("--version"))?;
    let number = text.split_whitespace().last()?;
    number.split('.').next()?.parse().ok()
}

/// What a variable names, whether it is there or not.
pub fn chosen(variable: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).filter(|value| !value.is_empty());
    named.map(PathBuf::from)
}

/// The program that a variable names; if it names none, the first of these on PATH or at these places.
fn browser(variable: &str, names: &[&str], places: &[&str]) -> Option<PathBuf> {
    if let Some(chosen) = chosen(variable) {
        return chosen.is_file().then_some(chosen);
    }
    let on_path = names.iter().find_map(|name| on_path(name));
    on_path.or_else(|| {
        let mut places = places.iter().map(PathBuf::from);
        places.find(|path| path.is_file())
    })
}

/// Whether Chinese can be drawn. Only Linux comes without; elsewhere, and where nobody can say,
/// the answer is yes.
pub fn has_chinese_font() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    match on_path("fc-list") {
        Some(list) => ask(Command::new(list).arg(":lang=zh")).is_none_or(|fonts| !fonts.is_empty()),
        None => !Path::new("/usr/bin/apt-get").exists(),
    }
}

/// Installs Debian packages, if this is such a system and we may; else says what is left to do.
pub fn apt_install(packages: &[&str], by_hand: &str) -> Outcome<()> {
    let list = packages.join(" ");
    if on_path("apt-get").is_none() {
        return Err(by_hand.to_owned());
    }
    let root = ask(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let sudo = !root && ask(Command::new("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo {
        return Err(format!(
            "{by_hand}\nOn this system: sudo apt-get install {list}   (I am not root and sudo asks for a password.)"
        ));
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if sudo { "sudo" } else { "env" });
        if sudo {
            command.args(["-n", "env"]);
        }
        command.args([
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "-qq",
            "-o=Dpkg::Use-Pty=0",
        ]);
        command.args(arguments);
        command
    };
    // A failed update isn't the end: the lists may be new enough, and the install says if not.
    if let Err(why) = run_long(&mut apt(&["update"])) {
        println!("      {why} Going on with the package lists there are.");
    }
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(packages);
    run_long(apt(&words).stdout(std::process::Stdio::null()))
        .map_err(|why| format!("{why}\n{by_hand}"))
}
