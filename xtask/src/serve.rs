//! `cargo xtask serve`: the page on this machine, from nothing to an address.

use crate::page::{self, dist};
use crate::tools::{self, Purpose};
use crate::{Outcome, system};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The first port that is tried, and how many after it.
const PORT: u16 = 8080;
const TRIES: u16 = 50;

pub struct Options {
    port: Option<u16>,
    open: bool,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn read(words: &[&str]) -> Outcome<Self> {
        let mut options = Self {
            port: None,
            open: true,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--no-open" => options.open = false,
                "--port" => {
                    let port = words.next().and_then(|text| text.parse().ok());
                    options.port = Some(port.ok_or("--port wants a number from 0 to 65535.")?);
                }
                other => {
                    return Err(format!(
                        "serve knows --port N and --no-open, not `{other}`."
                    ));
                }
            }
        }
        Ok(options)
    }
}

/// Installs, builds, serves until it's interrupted.
pub fn serve(options: Options) -> Outcome<()> {
    // Before the long part, so that a taken port is told at once.
    let listener = listen(options.port)?;
    tools::prepare(Purpose::Page)?;
    page::build()?;
    let port = listener
        .local_addr()
        .map_err(|why| format!("The port is lost: {why}"))?
        .port();
    let address = format!("http://127.0.0.1:{port}/");
    println!(
        "\nFairfloor is at {address}   (Ctrl+C ends it; after `cargo xtask build` elsewhere, reload and take the new version)"
    );
    if options.open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        std::thread::spawn(move || {
            // A visitor who hangs up is no news.
            let _ = answer(stream);
        });
    }
    Ok(())
}

/// Takes the port that was asked for, or the first free one; on this machine only.
fn listen(wanted: Option<u16>) -> Outcome<TcpListener> {
    let try_port = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match wanted {
        Some(port) => try_port(port).map_err(|why| format!("Port {port} can't be had: {why}")),
        None => (PORT..PORT + TRIES)
            .find_map(|port| try_port(port).ok())
            .ok_or_else(|| {
                format!(
                    "Ports {PORT} to {} are all taken; try --port 0.",
                    PORT + TRIES - 1
                )
            }),
    }
}

/// Opens the browser if there is one to open; the address stands on the terminal anyway.
fn open_browser(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut start = Command::new("cmd");
        start.args(["/C", "start", ""]);
        start
    } else {
        let screen = ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some());
        match system::on_path("xdg-open") {
            Some(open) if screen => Command::new(open),
            _ => return,
        }
    };
    let quiet = command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let _ = quiet.spawn();
}

/// Answers one request and closes: enough for one person and a few dozen files.
fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // The headers change nothing, but a browser takes an answer amid its question for a fault.
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let file =
        locate(&dist(), target).and_then(|path| fs::read(&path).ok().map(|body| (path, body)));
    let (status, kind, body) = match file {
        _ if method != "GET" && method != "HEAD" => {
            ("405 Method Not Allowed", "text/plain", b"GET only".to_vec())
        }
        Some((path, body)) => ("200 OK", content_type(&path), body),
        None => ("404 Not Found", "text/plain", b"no such file".to_vec()),
    };
    // no-cache: a rebuilt page shows up on the next reload.
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file for an address, never outside the folder.
fn locate(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    // Our own file names need no percent signs, backslashes or drive letters, and none begins
    // with a dot: that keeps `..` out. A second slash would make the rest an absolute path.
    let strange = path.contains(['%', '\\', ':'])
        || path.starts_with('/')
        || path.split('/').any(|part| part.starts_with('.'));
    if strange {
        return None;
    }
    Some(if path.is_empty() {
        folder.join("index.html")
    } else {
        folder.join(path)
    })
}

fn content_type(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        // Without this one the browser can't compile while it loads.
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, locate};
    use std::path::Path;

    #[test]
    fn serves_nothing_outside_the_folder() {
        let found = |target| locate(Path::new("dist"), target);
        assert_eq!(found("/"), Some("dist/index.html".into()));
        assert_eq!(found("/?x#y"), Some("dist/index.html".into()));
        assert_eq!(
            found("/worker-1/worker.js"),
            Some("dist/worker-1/worker.js".into())
        );
        for bad in [
            "",
            "x",
            "/../Cargo.toml",
            "/a/../../b",
            "/%2e%2e/b",
            "/..\\b",
            "/C:/b",
            "/.git/config",
        ] {
            assert_eq!(found(bad), None, "{bad}");
        }
        assert_eq!(found("//etc/passwd"), None);
    }

    #[test]
    fn reads_its_options() {
        let options = Options::read(&["--no-open", "--port", "0"]).expect("both are known");
        assert_eq!((options.port, options.open), (Some(0), false));
        assert!(Options::read(&["--port"]).is_err());
        assert!(Options::read(&["--port", "70000"]).is_err());
        assert!(Options::read(&["--prot", "1"]).is_err());
    }
}
