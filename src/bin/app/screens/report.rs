//! The report: one page that stands alone, made to be printed.

use super::{Props, frame};
use crate::app::Msg;
use crate::app::drawn::Shown;
use crate::browser;
use crate::parts::limits::Limits;
use crate::parts::plot::grid;
use crate::parts::qr::qr;
use crate::parts::year::Year;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::action::Action;
use fairfloor::view::figure::Grid;
use fairfloor::view::report::{Report as Told, report};
use fairfloor::view::screen::Screen;
use fairfloor::view::words::{lab, report as words, result};
use fairfloor::view::year::foot;
use yew::prelude::*;

#[component]
pub fn Report(props: &Props) -> Html {
    let language = props.session.language;
    let body = match &props.shown {
        Some(shown) => told(props, shown),
        None => html! {
            <div class="headline"><h1>{ words::REPORT.get(language) }</h1>
                <p class="lead">{ result::FIRST_RUN.get(language) }</p></div>
        },
    };
    frame(props, body)
}

fn told(props: &Props, shown: &Shown) -> Html {
    let session = &props.session;
    let language = session.language;
    let snapshot = &shown.snapshot;
    let told: Told = report(session, snapshot, shown.target);
    let address = browser::address();
    let overturn = props
        .dispatch
        .reform(|_| Msg::Act(Action::Open(Screen::Sensitivity)));
    html! {
        <article class="report">
            <header class="headline">
                <p class="tag">{ words::REPORT.get(language) }</p>
                <h1>{ &told.question }</h1>
                <p class="answer">{ &told.answer }</p>
                <p class="lead">{ &told.against }</p>
                <button type="button" class="button" data-do="print">{ words::PRINT.get(language) }</button>
            </header>
            { section(words::NUMBERS, table(&told.numbers, words::NUMBERS, language), language) }
            <Year snapshot={snapshot.clone()} {language} table={props.table} seed={session.seed}
                dispatch={props.dispatch.clone()} />
            { section(words::CHANGED, html! {
                if told.changed.rows.is_empty() && told.assumed.rows.is_empty() {
                    <p>{ words::UNCHANGED.get(language) }</p>
                } else {
                    { table(&told.changed, words::CHANGED, language) }
                }
            }, language) }
            { section(words::ASSUMED, html! {
                <>
                    { table(&told.assumed, words::ASSUMED, language) }
                    <p>{ &told.rest }</p>
                </>
            }, language) }
            { section(words::OVERTURN, html! {
                <>
                    <p>{ words::OVERTURN_HOW.get(language) }</p>
                    <button type="button" class="button quiet small" onclick={overturn}>{ lab::OVERTURN.get(language) }</button>
                </>
            }, language) }
            <Limits {language} />
            { section(words::REPEAT, html! {
                <>
                    <p>{ words::REPEAT_COMMAND.get(language) }</p>
                    <pre tabindex="0"><code>{ &told.command }</code></pre>
                    <p>{ words::REPEAT_LINK.get(language) }</p>
                    <div class="address">
                        <p><code>{ &address }</code></p>
                        { qr(&address, words::REPEAT_LINK.get(language)) }
                    </div>
                    <p class="hint">{ foot(snapshot.current.count, session.seed, language) }{ " · " }<code>{ &snapshot.fingerprint }</code></p>
                </>
            }, language) }
        </article>
    }
}

fn section(title: Text, body: Html, language: Language) -> Html {
    html! { <section class="card"><h2>{ title.get(language) }</h2>{ body }</section> }
}

fn table(rows: &Grid, label: Text, language: Language) -> Html {
    if rows.rows.is_empty() {
        return Html::default();
    }
    grid(rows, label.get(language))
}
