//! The page as one file that opens from a disk without a network: styles, glue and engines inlined.

use crate::Outcome;
use crate::cache;
use crate::policy;
use base64::prelude::{BASE64_STANDARD, Engine};
use std::fs;
use std::path::Path;

/// One page as a file.
pub struct Copy {
    /// Its name beside the page.
    pub name: &'static str,
    /// What runs in the background, by the name of its glue.
    background: &'static [&'static str],
    /// The parts of it that are programs of their own.
    parts: &'static [&'static str],
}

/// The sandbox.
pub const SANDBOX: Copy = Copy {
    name: "fairfloor.html",
    background: &["worker", "recorder", "reader"],
    parts: &["hall", "centre"],
};
/// The workshop.
pub const WORKSHOP: Copy = Copy {
    name: "fairfloor-workshop.html",
    background: &["worker"],
    parts: &[],
};

/// Starts the program, or says that it did not start with the function that Trunk.toml puts into the page.
const STARTED: &str = "try { await __wbg_init({ module_or_path: bytes(\"app\") }); } catch (why) { notStarted(why); }";

/// Writes the file. `html` is the page without its policy; `folder` holds the background's files.
pub fn write(copy: &Copy, dist: &Path, folder: &str, html: &str) -> Outcome<()> {
    let text = |name: &str| cache::read(&dist.join(name));
    let binary = |name: &str| -> Outcome<String> {
        let path = dist.join(name);
        let bytes =
            fs::read(&path).map_err(|why| format!("I can't read {}: {why}", path.display()))?;
        Ok(BASE64_STANDARD.encode(bytes))
    };
    let mut out = String::new();
    let mut rest = html;
    let mut app = None;
    while let Some((before, tag, after)) = next_tag(rest) {
        out.push_str(before);
        rest = after;
        let file = ["href", "src"]
            .iter()
            .find_map(|name| attribute(tag, name))
            .map(|name| name.trim_start_matches("./"));
        match (file, attribute(tag, "rel")) {
            (Some(file), Some("stylesheet")) => {
                let media = attribute(tag, "media").map(|media| format!(" media=\"{media}\""));
                let style = text(file)?;
                let media = media.unwrap_or_default();
                out.push_str(&format!("<style{media}>{style}</style>"));
            }
            (Some(file), Some("icon")) => out.push_str(&format!(
                "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">",
                binary(file)?
            )),
            (Some(file), None) if tag.starts_with("<script") => {
                out.push_str(&format!("<script type=\"module\">{}", text(file)?));
            }
            (None, None) if tag.contains("type=\"module\"") => {
                // The start that loads from files: that from what is in the page stands at its end.
                app = attribute(tag, "data-program")
                    .map(|name| name.trim_start_matches("./").to_owned());
                let (_, after) = rest
                    .split_once("</script>")
                    .ok_or("Trunk's script has no end.")?;
                rest = after;
            }
            _ => out.push_str(tag),
        }
    }
    out.push_str(rest);

    let app = app.ok_or("index.html names no module of the page.")?;
    let mut data = String::new();
    let mut block = |name: &str, file: &str| -> Outcome<()> {
        let code = binary(file)?;
        data.push_str(&format!(
            "<script type=\"text/plain\" id=\"{name}-wasm\">{code}</script>\n"
        ));
        Ok(())
    };
    block("app", &app.replace(".js", "_bg.wasm"))?;
    let mut engines = String::new();
    for name in copy.background {
        block(name, &format!("{folder}/{name}_bg.wasm"))?;
        let glue = plain(&text(&format!("{folder}/{name}.js"))?)?;
        engines.push_str(&format!(
            "{name}: function (scope) {{ const globalThis = scope, self = scope, window = undefined;\n{glue}\n\
             return (bytes) => __wbg_init({{ module_or_path: bytes }}); }},\n"
        ));
    }
    let mut parts = String::new();
    for name in copy.parts {
        block(name, &format!("{folder}/{name}_bg.wasm"))?;
        let glue = plain(&text(&format!("{folder}/{name}.js"))?)?;
        parts.push_str(&format!(
            "{name}: function (bytes) {{\n{glue}\nreturn __wbg_init({{ module_or_path: bytes }}); }},\n"
        ));
    }
    let start = format!(
        "{data}<script type=\"module\">const engines = {{ {engines} }}, parts = {{ {parts} }};\n{}\n{}\n\
         {STARTED}</script>\n</body>",
        cache::read(&crate::root().join("assets/single.js"))?,
        plain(&text(&app)?)?
    );
    let (head, tail) = out
        .rsplit_once("</body>")
        .ok_or("index.html has no end of its body.")?;
    let html = policy::sealed_alone(&format!("{head}{start}{tail}"))?;
    let path = dist.join(copy.name);
    fs::write(&path, html).map_err(|why| format!("I can't write {}: {why}", path.display()))
}

/// Glue as plain statements: what it exports is used beside it, and there is no address to load from.
fn plain(glue: &str) -> Outcome<String> {
    let (body, _) = glue
        .rsplit_once("export {")
        .ok_or("wasm-bindgen's glue exports nothing.")?;
    if body.contains("\nimport ") || body.contains("\nexport ") {
        return Err("wasm-bindgen's glue is in several parts.".to_owned());
    }
    Ok(body.replace("import.meta.url", "document.baseURI"))
}

/// The next `link` or `script` tag: what is before it, itself, what is after it.
pub fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let at = ["<link ", "<script"]
        .iter()
        .filter_map(|start| html.find(start))
        .min()?;
    let end = at + html[at..].find('>')? + 1;
    Some((&html[..at], &html[at..end], &html[end..]))
}

pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_their_attributes_are_found_in_order() {
        let html = "a<script src=\"x.js\" defer></script><link rel=\"icon\" href=\"./i.svg\"/>b";
        let (before, tag, after) = next_tag(html).expect("a script");
        assert_eq!((before, attribute(tag, "src")), ("a", Some("x.js")));
        let (_, tag, after) = next_tag(after).expect("a link");
        assert_eq!(attribute(tag, "href"), Some("./i.svg"));
        assert_eq!((attribute(tag, "media"), after), (None, "b"));
        assert_eq!(next_tag(after), None);
    }

    #[test]
    fn glue_in_parts_is_refused() {
        assert_eq!(plain("a\nexport { b };"), Ok("a\n".to_owned()));
        assert!(plain("a\nimport x from 'y';\nexport { b };").is_err());
        assert!(plain("a").is_err());
    }
}
