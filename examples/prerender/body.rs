//! Markdown as the body of a page: sections with places to go to, tables that scroll by themselves, each
//! change in a line. What it doesn't know is an error and not left out; HTML in it is shown as text.

use fairfloor::scenario::field::Language;
use fairfloor::scenario::presets::PRESETS;
use fairfloor::view::chart::svg::escaped;
use fairfloor::view::verdict::Verdict;
use fairfloor::view::words::centres as words;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::fmt::Write;

/// What a page is made of.
#[derive(Debug, Default)]
pub struct Body {
    /// Of the whole.
    pub title: String,
    /// Under the title, then the sections.
    pub html: String,
    /// Where each section stands and what it is called.
    pub contents: Vec<(String, String)>,
    /// Where it comes from: the paragraph after the link to the other language.
    pub origin: String,
}

/// A text that is being gathered, as HTML and as it is read.
#[derive(Default)]
struct Inline {
    html: String,
    plain: String,
}

struct Writer {
    language: Language,
    body: Body,
    inline: Inline,
    /// The heading that stands last.
    under: String,
    /// In how many lists.
    depth: usize,
    /// The centre whose changes are being listed.
    centre: Option<&'static str>,
    /// The columns of a table, while its head is read.
    columns: Vec<String>,
    in_head: bool,
    cell: usize,
    /// This paragraph leads to the other language; the next says where all comes from.
    is_link: bool,
    is_origin: bool,
}

/// Reads `markdown`.
///
/// # Errors
/// When it holds something that the page would not show.
pub fn body(markdown: &str, language: Language) -> Result<Body, String> {
    let mut writer = Writer {
        language,
        body: Body::default(),
        inline: Inline::default(),
        under: String::new(),
        depth: 0,
        centre: None,
        columns: Vec::new(),
        in_head: false,
        cell: 0,
        is_link: false,
        is_origin: false,
    };
    for event in TextMergeStream::new(Parser::new_ext(markdown, Options::ENABLE_TABLES)) {
        writer.take(event)?;
    }
    if !writer.body.contents.is_empty() {
        writer.body.html += "</section>\n";
    }
    Ok(writer.body)
}

impl Writer {
    fn take(&mut self, event: Event) -> Result<(), String> {
        match event {
            Event::Start(tag) => self.start(&tag)?,
            Event::End(tag) => self.end(tag),
            // What looks like HTML is somebody's words.
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => {
                let _ = write!(self.inline.html, "<code>{}</code>", escaped(&code));
                self.inline.plain += &code;
            }
            Event::SoftBreak => self.text(" "),
            other => return Err(format!("A page can't hold {other:?} yet.")),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        self.inline.plain += text;
        self.inline.html += &match self.language {
            Language::Zh => escaped(text),
            Language::En => with_chinese(text),
        };
    }

    fn start(&mut self, tag: &Tag) -> Result<(), String> {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock => {
                self.inline = Inline::default();
            }
            Tag::Strong => self.inline.html += "<strong>",
            Tag::Emphasis => self.inline.html += "<em>",
            Tag::Link { dest_url, .. } if dest_url.ends_with(".md") => self.is_link = true,
            Tag::List(None) => {
                self.item();
                self.depth += 1;
                self.body.html += match (self.depth, self.centre) {
                    (2, Some(_)) => "<ul class=\"changes\">",
                    (2, None) => "<ul>",
                    _ => "",
                };
            }
            Tag::Item | Tag::TableCell => self.inline = Inline::default(),
            Tag::Table(_) => self.columns.clear(),
            Tag::TableHead => self.in_head = true,
            Tag::TableRow => {
                self.cell = 0;
                self.body.html += "<tr>";
            }
            other => return Err(format!("A page can't hold {other:?} yet.")),
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.paragraph(),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Strong => self.inline.html += "</strong>",
            TagEnd::Emphasis => self.inline.html += "</em>",
            TagEnd::Item => {
                self.item();
                if let Some(centre) = self.centre.take_if(|_| self.depth == 1) {
                    let figures = words::FIGURES.get(self.language);
                    let _ = writeln!(
                        self.body.html,
                        "<p><a href=\"#{centre}-figures\">{figures}</a></p>"
                    );
                } else {
                    self.body.html += "</li>\n";
                }
            }
            TagEnd::List(_) => {
                self.depth -= 1;
                if self.depth == 1 || self.body.html.ends_with("</li>\n") {
                    self.body.html += "</ul>\n";
                }
            }
            TagEnd::TableCell => self.cell(),
            TagEnd::TableHead => self.head(),
            TagEnd::TableRow => self.body.html += "</tr>\n",
            TagEnd::Table => self.body.html += "</tbody></table></div>\n",
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        let html = std::mem::take(&mut self.inline).html;
        if std::mem::take(&mut self.is_link) {
            self.is_origin = true;
        } else if std::mem::take(&mut self.is_origin) {
            self.body.origin = html;
        } else {
            let _ = writeln!(self.body.html, "<p>{html}</p>");
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let Inline { html, plain } = std::mem::take(&mut self.inline);
        let out = &mut self.body.html;
        // Writing into a string can't fail, here and elsewhere.
        let _ = match level {
            HeadingLevel::H1 => writeln!(out, "<h1>{html}</h1>"),
            HeadingLevel::H2 => {
                if !self.body.contents.is_empty() {
                    *out += "</section>\n";
                }
                let id = format!("part-{}", self.body.contents.len() + 1);
                self.body.contents.push((id.clone(), html.clone()));
                writeln!(
                    out,
                    "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{html}</h2>"
                )
            }
            _ => {
                let id = centre(&plain, self.language)
                    .map_or_else(String::new, |centre| format!(" id=\"{centre}-figures\""));
                writeln!(out, "<h3{id}>{html}</h3>")
            }
        };
        if level == HeadingLevel::H1 {
            self.body.title.clone_from(&plain);
        }
        self.under = plain;
    }

    /// Writes what was gathered of an item, where its own list or the item itself ends.
    fn item(&mut self) {
        let Inline { html, plain } = std::mem::take(&mut self.inline);
        if html.is_empty() {
            return;
        }
        if self.depth == 1 {
            self.centre = centre(&plain, self.language);
        }
        let out = &mut self.body.html;
        let _ = match (self.depth, self.centre) {
            (1, Some(centre)) => writeln!(out, "<h3 id=\"{centre}\">{html}</h3>"),
            (1, None) if !out.ends_with("</li>\n") => write!(out, "<ul><li>{html}"),
            (2, Some(_)) => write!(out, "<li>{}", change(&html)),
            _ => write!(out, "<li>{html}"),
        };
    }

    fn cell(&mut self) {
        let Inline { html, plain } = std::mem::take(&mut self.inline);
        if self.in_head {
            self.columns.push(html);
            return;
        }
        let cell = match self.cell {
            0 => format!("<th scope=\"row\">{html}</th>"),
            _ => judged(&html, &plain, self.language),
        };
        self.body.html += &cell;
        self.cell += 1;
    }

    fn head(&mut self) {
        self.in_head = false;
        let first = self.columns.first().map_or("", String::as_str);
        let label =
            words::table(&escaped(&self.under), first, self.language).replace('"', "&quot;");
        let out = &mut self.body.html;
        let _ = write!(
            out,
            "<div class=\"table-box\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table><thead><tr>"
        );
        for column in &self.columns {
            let _ = write!(out, "<th scope=\"col\">{column}</th>");
        }
        *out += "</tr></thead>\n<tbody>\n";
    }
}

/// The built-in centre of this name.
fn centre(title: &str, language: Language) -> Option<&'static str> {
    let mut all = PRESETS.iter();
    let found = all.find(|preset| preset.title.get(language) == title);
    found.map(|preset| preset.id)
}

/// A question with what changes of it, a line each: «Q? A **word** (values); B **word** (values)».
fn change(html: &str) -> String {
    let end = html.find(['?', '？']).map(|at| {
        let mark = html[at..].chars().next().map_or(1, char::len_utf8);
        at + mark
    });
    let Some((question, rest)) = end.map(|end| html.split_at(end)) else {
        return html.to_owned();
    };
    let rest = rest.replace("); ", ")\n").replace("）；", "）\n");
    let mut out = format!("<p>{question}</p><ul>");
    for line in rest.lines() {
        let (what, values) = line
            .trim()
            .split_once("</strong>")
            .unwrap_or((line.trim(), ""));
        let _ = if values.is_empty() {
            write!(out, "<li>{what}</li>")
        } else {
            write!(out, "<li>{what}</strong><span>{values}</span></li>")
        };
    }
    out + "</ul>"
}

/// A cell; a difference with its verdict in a line of its own: «−1.4 calls ± 0.1, worse».
fn judged(html: &str, plain: &str, language: Language) -> String {
    let comma = match language {
        Language::Zh => "，",
        Language::En => ", ",
    };
    let Some((value, word)) = html.rsplit_once(comma).filter(|_| plain.contains(" ± ")) else {
        return format!("<td>{html}</td>");
    };
    let all = [Verdict::Better, Verdict::Worse];
    let known = all.iter().find(|v| v.text().get(language) == word);
    let id = known.map_or("none", |verdict| verdict.id());
    format!("<td data-verdict=\"{id}\">{value}<span>{word}</span></td>")
}

/// Chinese in an English text says that it is.
fn with_chinese(text: &str) -> String {
    let is_chinese = |c: char| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_chinese) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c| !is_chinese(c)).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        let _ = write!(
            out,
            "{}<span lang=\"zh-CN\">{}</span>",
            escaped(before),
            escaped(run)
        );
        rest = after;
    }
    out + &escaped(rest)
}

#[cfg(test)]
mod tests;
