//! Markdown becomes what the page promises, and nothing else.

use super::*;

fn html(markdown: &str, language: Language) -> String {
    body(markdown, language).expect("known Markdown").html
}

#[test]
fn html_in_the_text_is_shown_and_never_passed_through() {
    for text in [
        "a <script>alert(1)</script> b",
        "<img src=x onerror=alert(1)>",
        "| a |\n| --- |\n| <b onclick=x> |",
        "- <i>x</i>",
        "# <u>t</u>",
    ] {
        let html = html(text, Language::En);
        let tags = ["<script", "<img", "<b ", "<i>", "<u>"];
        assert!(tags.iter().all(|tag| !html.contains(tag)), "{html}");
        assert!(html.contains("&lt;"), "{html}");
    }
}

#[test]
fn what_the_page_would_not_show_is_an_error() {
    for text in [
        "1. a",
        "![a](b.png)",
        "```\na\n```",
        "> a",
        "---",
        "[a](https://b)",
    ] {
        assert!(body(text, Language::En).is_err(), "{text}");
    }
}

#[test]
fn parts_have_places_tables_have_names_and_verdicts_lines() {
    let text = "# T\n\n[x](y.md)\n\nMade.\n\n## A\n\n| C | D |\n| --- | --- |\n| r | −1 calls ± 0.1, worse |\n\n- one\n- two\n";
    let body = body(text, Language::En).expect("known Markdown");
    assert_eq!((body.title.as_str(), body.origin.as_str()), ("T", "Made."));
    assert_eq!(body.contents, [("part-1".to_owned(), "A".to_owned())]);
    for part in [
        "<h2 id=\"part-1\">A</h2>",
        "role=\"region\" aria-label=\"A: C\"",
        "<th scope=\"row\">r</th><td data-verdict=\"worse\">−1 calls ± 0.1<span>worse</span></td>",
        "<ul><li>one</li>\n<li>two</li>\n</ul>\n</section>",
    ] {
        assert!(body.html.contains(part), "{part}\n{}", body.html);
    }
    assert!(!body.html.contains("Made.") && !body.html.contains("y.md"));
}

#[test]
fn each_change_of_a_centre_is_a_line() {
    let text =
        "- A clinic's appointment line · 8 people\n  - Q? A **less** (x; y); B **more** (z)\n";
    assert_eq!(
        html(text, Language::En),
        "<h3 id=\"clinic\">A clinic's appointment line · 8 people</h3>\n<ul class=\"changes\">\
         <li><p>Q?</p><ul><li>A <strong>less</strong><span> (x; y)</span></li>\
         <li>B <strong>more</strong><span> (z)</span></li></ul></li>\n</ul>\n\
         <p><a href=\"#clinic-figures\">Where its figures come from</a></p>\n"
    );
    assert!(
        change("问？甲<strong>少</strong>（一；二）；乙<strong>多</strong>（三）")
            .matches("<li>")
            .count()
            == 2
    );
}

#[test]
fn chinese_in_english_is_marked() {
    assert_eq!(
        with_chinese("a 刘成良、冯淇, <b"),
        "a <span lang=\"zh-CN\">刘成良、冯淇</span>, &lt;b"
    );
}
