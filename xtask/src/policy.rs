//! The page's Content-Security-Policy: only what the build put there may run, and nothing is asked of other hosts.

use crate::Outcome;
use crate::single::{attribute, next_tag};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// Where the policy comes to stand: right after this, before anything that it is to hold.
const HEAD: &str = "<meta charset=\"utf-8\" />";

/// `html` with a policy that names every inline script by its hash.
pub fn sealed(html: &str) -> Outcome<String> {
    // Styles are files; only attributes that the page sets for positions and widths stand in elements.
    with_policy(
        html,
        "'self' 'wasm-unsafe-eval'",
        "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'none'; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'",
    )
}

/// The same for the page as one file: nothing may be loaded at all; workers run from what is in it.
pub fn sealed_alone(html: &str) -> Outcome<String> {
    with_policy(
        html,
        "'wasm-unsafe-eval' blob:",
        "style-src 'unsafe-inline'; img-src data: blob:; worker-src blob:",
    )
}

fn with_policy(html: &str, scripts: &str, more: &str) -> Outcome<String> {
    if html.matches(HEAD).count() != 1 {
        return Err(format!("The page must say {HEAD} exactly once."));
    }
    let hashes: String = inline(html)
        .into_iter()
        .map(|script| {
            let hash = BASE64_STANDARD.encode(Sha256::digest(script.as_bytes()));
            format!(" 'sha256-{hash}'")
        })
        .collect();
    let policy = format!(
        "default-src 'none'; script-src {scripts}{hashes}; {more}; base-uri 'none'; \
         form-action 'none'; object-src 'none'"
    );
    let meta =
        format!("{HEAD}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
    Ok(html.replacen(HEAD, &meta, 1))
}

/// What stands inside `script` elements without a source.
fn inline(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, tag, after)) = next_tag(rest) {
        rest = after;
        if !tag.starts_with("<script") {
            continue;
        }
        let Some((body, after)) = after.split_once("</script>") else {
            break;
        };
        rest = after;
        // What is of no script's type is never run.
        if attribute(tag, "src").is_none() && attribute(tag, "type") != Some("text/plain") {
            found.push(body);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_inline_script_is_named_by_its_hash_and_files_are_not() {
        let html = format!(
            "{HEAD}<script>a</script><script src=\"x.js\"></script><script type=\"module\">b</script>"
        );
        assert_eq!(inline(&html), ["a", "b"]);
        let sealed = sealed(&html).expect("a head");
        // SHA-256 of the letter a, as FIPS 180-4 gives it, in base 64.
        assert!(
            sealed.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"),
            "{sealed}"
        );
        assert_eq!(sealed.matches("'sha256-").count(), 2);
        assert!(super::sealed("<p>").is_err());
    }
}
