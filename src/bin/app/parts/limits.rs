//! What the model doesn't know, and where its parameters come from.

use crate::browser;
use fairfloor::scenario::field::Language;
use fairfloor::view::grouping::{assumptions, provenance};
use fairfloor::view::words::{centres, limits};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
}

#[component]
pub fn Limits(props: &Props) -> Html {
    let language = props.language;
    let counts = use_memo((), |()| (provenance(), assumptions()));
    let ((studied, own, assumed), (_, behaviour)) = *counts;
    let sources = match language {
        Language::Zh => format!(
            "{studied} 项来自论文或研究，{own} 项是示例或惯例（请换成您的数字），{assumed} 项是作者假设，其中 {behaviour} 项关于人的行为。"
        ),
        Language::En => format!(
            "{studied} come from the paper or from studies, {own} are examples or conventions (put in your own), {assumed} are the author’s assumptions, {behaviour} of them on how people behave."
        ),
    };
    let lines = [
        limits::ONE,
        limits::TWO,
        limits::THREE,
        limits::FOUR,
        limits::FIVE,
        limits::SIX,
        limits::OFFLINE,
    ];
    html! {
        <section class="card limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ limits::TITLE.get(language) }</h2>
            <p class="tag">{ limits::BADGE.get(language) }</p>
            <ul>
                { for lines.into_iter().map(|line| html! { <li key={line.en}>{ line.get(language) }</li> }) }
                <li>{ limits::SOURCES.get(language) }{ if language == Language::Zh { "：" } else { ": " } }{ sources }</li>
            </ul>
            if browser::is_served() {
                <p class="further"><a href={format!("./{}", centres::FILE.get(language))}>{ centres::CHANGES_ELSEWHERE.get(language) }</a></p>
                <p class="further"><a href="fairfloor.html" download="fairfloor.html">{ limits::ONE_FILE.get(language) }</a></p>
            }
        </section>
    }
}
