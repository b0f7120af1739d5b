//! The tools the chores need: which are missing, and how each is installed.

use crate::Outcome;
use crate::cache;
use crate::process::{self, ask, cargo, pretty, run, run_long};
use crate::system;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What the tools are for: tests, measuring and releases need all that the page needs, and more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Page,
    Tests,
    Measure,
    Release,
}

impl Purpose {
    /// The lists of npm packages that it needs.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Purpose::Measure => &[cache::PAGE_PACKAGES, cache::LIGHTHOUSE_PACKAGES],
            Purpose::Page | Purpose::Tests | Purpose::Release => &[cache::PAGE_PACKAGES],
        }
    }
}

/// One thing that must be there.
struct Tool {
    name: String,
    /// How long it takes on an ordinary machine of two cores.
    takes: &'static str,
    there: bool,
    install: fn() -> Outcome<()>,
    /// Whether the chore can do without; then a failure is only told.
    optional: bool,
}

/// Installs what is missing, telling each step; a second call installs nothing and says so.
pub fn prepare(purpose: Purpose) -> Outcome<()> {
    let all = list(purpose)?;
    let missing: Vec<&Tool> = all.iter().filter(|tool| !tool.there).collect();
    if missing.is_empty() {
        println!("Tools: all {} are there, nothing to install.", all.len());
        return link_npm_packages(purpose);
    }
    let names: Vec<&str> = missing.iter().map(|tool| tool.name.as_str()).collect();
    println!(
        "Tools: {} of {} to install, once: {}.",
        missing.len(),
        all.len(),
        names.join(", ")
    );
    println!(
        "       They go to {} or, by apt and rustup, to the system.",
        cache::folder()?.display()
    );
    for (index, tool) in missing.iter().enumerate() {
        println!(
            "  [{}/{}] {}: {}",
            index + 1,
            missing.len(),
            tool.name,
            tool.takes
        );
        let begun = Instant::now();
        match (tool.install)() {
            Ok(()) => println!("        done in {}", pretty(begun.elapsed())),
            Err(why) if tool.optional => println!("        left out: {why}"),
            Err(why) => return Err(format!("{} could not be installed.\n{why}", tool.name)),
        }
    }
    link_npm_packages(purpose)
}

/// Every tool for a purpose, in the order of installing: Node before its packages.
fn list(purpose: Purpose) -> Outcome<Vec<Tool>> {
    let bindgen = cache::wasm_bindgen_version()?;
    let mut tools = vec![
        Tool {
            name: "Rust's WebAssembly target".into(),
            takes: "some seconds",
            there: has_wasm_target(),
            install: add_wasm_target,
            optional: false,
        },
        Tool {
            name: "Node and npm".into(),
            takes: "about a minute",
            there: system::node_version().is_some_and(|version| version >= OLDEST_NODE),
            install: install_node,
            optional: false,
        },
        Tool {
            name: "npm packages".into(),
            takes: "some seconds",
            there: cache::npm_folder(cache::PAGE_PACKAGES)?.is_dir(),
            install: || install_npm_packages(cache::PAGE_PACKAGES),
            optional: false,
        },
        Tool {
            name: format!("Trunk {}", cache::TRUNK),
            takes: "3 to 8 minutes, compiled from source",
            there: cache::program("trunk", cache::TRUNK, "trunk")?.is_file(),
            install: || install_crate("trunk", "trunk", cache::TRUNK, &["--no-default-features"]),
            optional: false,
        },
        Tool {
            name: format!("wasm-bindgen {bindgen}"),
            takes: "1 to 3 minutes, compiled from source",
            there: cache::program("wasm-bindgen", &bindgen, "wasm-bindgen")?.is_file(),
            install: || {
                let version = cache::wasm_bindgen_version()?;
                install_crate("wasm-bindgen", "wasm-bindgen-cli", &version, &[])
            },
            optional: false,
        },
    ];
    if purpose == Purpose::Tests {
        tools.push(Tool {
            name: "rustfmt and clippy".into(),
            takes: "some seconds",
            there: ["fmt", "clippy"]
                .iter()
                .all(|tool| ask(&mut cargo(&[tool, "--version"])).is_some()),
            install: add_components,
            optional: false,
        });
        tools.push(Tool {
            name: "Firefox".into(),
            takes: "about half a minute",
            there: system::firefox_version().is_some_and(|version| version >= OLDEST_FIREFOX),
            install: install_firefox,
            optional: false,
        });
    }
    if purpose == Purpose::Measure {
        tools.push(Tool {
            name: "Lighthouse".into(),
            takes: "some seconds",
            there: cache::npm_folder(cache::LIGHTHOUSE_PACKAGES)?.is_dir(),
            install: || install_npm_packages(cache::LIGHTHOUSE_PACKAGES),
            optional: false,
        });
    }
    if matches!(purpose, Purpose::Tests | Purpose::Measure) {
        tools.push(Tool {
            name: "Chromium".into(),
            takes: "about half a minute",
            there: system::chromium().is_some(),
            install: install_chromium,
            optional: false,
        });
        tools.push(Tool {
            name: "a Chinese font".into(),
            takes: "some seconds",
            there: system::has_chinese_font(),
            install: install_font,
            optional: true,
        });
    }
    if purpose == Purpose::Tests {
        tools.push(Tool {
            name: "Chromium's headless shell".into(),
            takes: "some seconds; without it the browser tests take a fifth longer",
            there: !system::headless_shell_is_missing(),
            install: install_headless_shell,
            optional: true,
        });
    }
    if purpose == Purpose::Release {
        tools.push(Tool {
            name: format!("cargo-cyclonedx {}", cache::CYCLONEDX),
            takes: "1 to 3 minutes, compiled from source",
            there: cache::program("cargo-cyclonedx", cache::CYCLONEDX, "cargo-cyclonedx")?
                .is_file(),
            install: || {
                let name = "cargo-cyclonedx";
                install_crate(name, name, cache::CYCLONEDX, &[])
            },
            optional: false,
        });
    }
    Ok(tools)
}

/// The oldest Node that runs the browser tests; Debian 12 has a newer one of the same line.
const OLDEST_NODE: u32 = 18;

/// Asks the compiler's own folder, because a Rust from a distribution knows no rustup.
fn has_wasm_target() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    ask(process::command(rustc, &["--print", "sysroot"]).env_remove("RUSTC")).is_some_and(
        |sysroot| {
            Path::new(&sysroot)
                .join("lib/rustlib/wasm32-unknown-unknown/lib")
                .is_dir()
        },
    )
}

fn add_wasm_target() -> Outcome<()> {
    run(&mut process::command(
        "rustup",
        &["target", "add", "wasm32-unknown-unknown"],
    ))
    .map_err(|why| format!("{why}\nInstall by hand: rustup target add wasm32-unknown-unknown"))
}

fn add_components() -> Outcome<()> {
    run(&mut process::command(
        "rustup",
        &["component", "add", "rustfmt", "clippy"],
    ))
    .map_err(|why| format!("{why}\nInstall by hand: rustup component add rustfmt clippy"))
}

fn install_node() -> Outcome<()> {
    let by_hand = "Install by hand: Node.js 18.19 or newer, with npm, on PATH.";
    system::apt_install(&["nodejs", "npm"], by_hand)?;
    match system::node_version() {
        Some(version) if version >= OLDEST_NODE => Ok(()),
        Some(version) => Err(format!("This system offers Node {version} only. {by_hand}")),
        None => Err(by_hand.into()),
    }
}

fn install_chromium() -> Outcome<()> {
    install_browser(
        "CHROME",
        "chromium",
        system::chromium,
        "Install by hand: Chromium or Chrome, on PATH or named in CHROME.",
    )
}

fn install_headless_shell() -> Outcome<()> {
    install_browser(
        "HEADLESS_SHELL",
        "chromium-headless-shell",
        system::headless_shell,
        "Install by hand: chromium-headless-shell, on PATH or named in HEADLESS_SHELL.",
    )
}

/// The oldest Firefox that the tests have been run in; 140 lacks a command that they are driven by.
const OLDEST_FIREFOX: u32 = 153;

fn install_firefox() -> Outcome<()> {
    let by_hand = format!("Install by hand: Firefox {OLDEST_FIREFOX} or newer, named in FIREFOX.");
    // One that was chosen and is there is nothing that a package would replace.
    if system::chosen("FIREFOX").is_none() || system::firefox().is_none() {
        install_browser("FIREFOX", "firefox-esr", system::firefox, &by_hand)?;
    }
    match system::firefox_version() {
        Some(version) if version >= OLDEST_FIREFOX => Ok(()),
        Some(version) => Err(format!("This is Firefox {version}. {by_hand}")),
        None => Err(format!("It doesn't say which version it is. {by_hand}")),
    }
}

/// A browser by its Debian package, unless a variable names one that isn't there.
fn install_browser(
    variable: &str,
    package: &str,
    find: fn() -> Option<PathBuf>,
    by_hand: &str,
) -> Outcome<()> {
    if let Some(chosen) = system::chosen(variable) {
        return Err(format!(
            "{variable} says {}, which is no file.",
            chosen.display()
        ));
    }
    system::apt_install(&[package], by_hand)?;
    find().map(|_| ()).ok_or_else(|| by_hand.into())
}

fn install_font() -> Outcome<()> {
    system::apt_install(
        &["fontconfig", "fonts-noto-cjk"],
        "Chinese will look like boxes in screenshots. Install by hand: Noto Sans CJK.",
    )
}

/// Compiles a program from its published source into its own folder of the cache. Cargo moves the
/// program there as its last act, so an interrupted install is never taken for a finished one; the
/// build folder stays until then, so that it's continued, not begun again.
fn install_crate(name: &str, crate_name: &str, version: &str, extra: &[&str]) -> Outcome<()> {
    let folder = cache::tool(name, version)?;
    let build = cache::folder()?.join(format!("unfinished-{name}-{version}"));
    make_folder(&build)?;
    let mut command = cargo(&["install", "--locked", crate_name, "--version", version]);
    if !std::io::stderr().is_terminal() {
        command.arg("--quiet");
    }
    command
        .args(extra)
        .arg("--root")
        .arg(&folder)
        // Away from the clone, whose .cargo/config.toml is not meant for tools.
        .current_dir(&build)
        .env("CARGO_TARGET_DIR", &build)
        // A tool that runs for a second a day needn't be fast, but it must be there soon.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    run_long(&mut command).map_err(|why| {
        format!("{why}\nIt needs a C compiler beside Rust, and the crates registry within reach.")
    })?;
    // Only disk space is at stake.
    let _ = fs::remove_dir_all(&build);
    Ok(())
}

/// Installs beside the final place and renames, for the same reason.
fn install_npm_packages(list: &str) -> Outcome<()> {
    let folder = cache::npm_folder(list)?;
    let unfinished = folder.with_extension(format!("unfinished-{}", std::process::id()));
    make_folder(&unfinished)?;
    let source = crate::root().join(list);
    for file in ["package.json", "package-lock.json"] {
        fs::copy(source.join(file), unfinished.join(file))
            .map_err(|why| format!("I can't copy {file} to {}: {why}", unfinished.display()))?;
    }
    npm_ci(&unfinished)?;
    match fs::rename(&unfinished, &folder) {
        Ok(()) => Ok(()),
        // Somebody else in another terminal was quicker.
        Err(_) if folder.is_dir() => {
            let _ = fs::remove_dir_all(&unfinished);
            Ok(())
        }
        Err(why) => Err(format!("I can't rename {}: {why}", unfinished.display())),
    }
}

fn npm_ci(folder: &Path) -> Outcome<()> {
    let npm = system::on_path("npm").ok_or("npm is not on PATH.")?;
    let mut command = Command::new(npm);
    command
        .args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ])
        .current_dir(folder);
    run_long(&mut command).map_err(|why| format!("{why}\nIt needs the npm registry within reach."))
}

/// Shows the packages to what imports them. Node looks for them only beside that, so the clone gets
/// links to the cache.
fn link_npm_packages(purpose: Purpose) -> Outcome<()> {
    purpose
        .packages()
        .iter()
        .try_for_each(|list| link_npm_list(list))
}

fn link_npm_list(list: &str) -> Outcome<()> {
    let packages = cache::npm_folder(list)?.join("node_modules");
    let place = crate::root().join(list);
    let link = place.join("node_modules");
    if fs::read_link(&link).is_ok_and(|target| target == packages) {
        return Ok(());
    }
    match fs::symlink_metadata(&link) {
        Ok(there) if there.is_symlink() => fs::remove_file(&link)
            .map_err(|why| format!("I can't renew {}: {why}", link.display()))?,
        // A real folder is somebody's own `npm ci`: it's used as it is.
        Ok(_) => return Ok(()),
        Err(_) => {}
    }
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(&packages, &link);
    #[cfg(not(unix))]
    let linked: std::io::Result<()> = Err(std::io::ErrorKind::Unsupported.into());
    // Without links (Windows asks for a privilege) the clone gets packages of its own.
    linked.or_else(|_| npm_ci(&place))
}

fn make_folder(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(|why| {
        format!(
            "I can't make {}: {why}\nSet FAIRFLOOR_TOOLS to a folder that I may write.",
            folder.display()
        )
    })
}
