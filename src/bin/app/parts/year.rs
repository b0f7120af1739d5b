//! The year's figure: caption, chart with a reading cursor, or the same as a table.

use super::figure::svg;
use super::plot::use_width;
use crate::app::Msg;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::view::chart::year::{self, Frame};
use fairfloor::view::sentence;
use fairfloor::view::snapshot::{FULL, Snapshot};
use fairfloor::view::words::{result, shell};
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub snapshot: Shared<Snapshot>,
    pub language: Language,
    pub table: bool,
    pub seed: u64,
    pub dispatch: Dispatch,
}

#[component]
pub fn Year(props: &Props) -> Html {
    let Props {
        snapshot,
        language,
        table,
        ..
    } = props;
    let language = *language;
    let count = snapshot.current.count;
    let footer = match language {
        Language::Zh => format!(
            "n = {count} 次模拟 · 运气编号 {} · 版本 {}",
            props.seed,
            fairfloor::VERSION
        ),
        Language::En => format!(
            "n = {count} simulations · seed {} · version {}",
            props.seed,
            fairfloor::VERSION
        ),
    };
    let switch_to = if *table {
        result::AS_CHART
    } else {
        result::AS_TABLE
    };
    html! {
        <figure class="card year" role="figure" aria-labelledby="year-caption">
            <figcaption>
                <div>
                    <h2 id="year-caption">{ sentence::year(snapshot, language) }</h2>
                    <p class="hint">{ legend(snapshot, language) }</p>
                </div>
                <button type="button" class="button quiet small" data-do="table"
                    onclick={props.dispatch.reform(|_| Msg::Table)}>{ switch_to.get(language) }</button>
            </figcaption>
            if *table {
                <WeekTable snapshot={snapshot.clone()} {language} />
            } else {
                <Plot snapshot={snapshot.clone()} {language} />
            }
            <p class="hint figure-foot">
                { footer }
                if count < FULL { <span class="tag">{ result::PRELIMINARY.get(language) }</span> }
            </p>
        </figure>
    }
}

fn legend(snapshot: &Snapshot, language: Language) -> &'static str {
    let with_baseline = snapshot.baseline.is_some() && !snapshot.is_baseline;
    match (snapshot.current.courses.is_empty(), with_baseline, language) {
        (false, _, Language::Zh) => "每条线是一次模拟；满 8 次后画成带。",
        (false, _, Language::En) => {
            "Each line is one simulation; from eight on they become a band."
        }
        (true, true, Language::Zh) => {
            "实线为中位数，深带含 50%、浅带含 90% 的模拟；虚线为基线中位数。"
        }
        (true, true, Language::En) => {
            "Solid: median; dark band 50%, light band 90% of simulations; dashed: the baseline’s median."
        }
        (true, false, Language::Zh) => "实线为中位数，深带含 50%、浅带含 90% 的模拟。",
        (true, false, Language::En) => {
            "Solid: median; dark band 50%, light band 90% of simulations."
        }
    }
}

#[derive(Properties, PartialEq)]
struct PlotProps {
    snapshot: Shared<Snapshot>,
    language: Language,
}

#[component]
fn Plot(props: &PlotProps) -> Html {
    let PlotProps { snapshot, language } = props;
    let language = *language;
    let node = use_node_ref();
    let width = use_width(&node);
    let at = use_state(|| None::<usize>);
    let frame = year::frame(snapshot, width);
    let weeks = snapshot.current.bands[0].len();
    // The chart is drawn again only when it shows something else, not when the cursor moves.
    let drawn = use_memo(
        (snapshot.clone(), width.to_bits(), language),
        |(snapshot, _, language)| svg(&year::draw(snapshot, width, *language), "plot"),
    );
    let onpointermove = {
        let (at, node) = (at.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(element) = node.cast::<Element>() else {
                return;
            };
            let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
            let week = frame.x.value_at(x).round();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let inside = (week >= 1.0 && x <= frame.x.range.1 + 12.0).then_some(week as usize);
            let inside = inside.map(|week| week.min(weeks));
            if *at != inside {
                at.set(inside);
            }
        })
    };
    let onpointerleave = {
        let at = at.clone();
        Callback::from(move |_: PointerEvent| at.set(None))
    };
    let onkeydown = {
        let at = at.clone();
        Callback::from(move |event: KeyboardEvent| {
            let now = at.unwrap_or(1);
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => Some((now + 1).min(weeks)),
                "ArrowLeft" | "ArrowDown" => Some(now.saturating_sub(1).max(1)),
                "PageUp" => Some((now + 10).min(weeks)),
                "PageDown" => Some(now.saturating_sub(10).max(1)),
                "Home" => Some(1),
                "End" => Some(weeks),
                "Escape" => None,
                _ => return,
            };
            event.prevent_default();
            at.set(next);
        })
    };
    let week = (*at).map(|week| week.clamp(1, weeks.max(1)));
    let reading = week.map(|week| reading(snapshot, week, language));
    html! {
        <div ref={node} class="plot-box" {onpointermove} {onpointerleave}>
            { (*drawn).clone() }
            if let (Some(week), Some(reading)) = (week, &reading) {
                { cursor(snapshot, &frame, week) }
                <p class="reading" style={reading_style(&frame, week)} aria-hidden="true">{ reading }</p>
            }
            <div class="reader" role="slider" tabindex="0" {onkeydown}
                aria-label={result::READ_CURSOR.get(language)} aria-valuemin="1" aria-valuemax={weeks.to_string()}
                aria-valuenow={week.unwrap_or(1).to_string()}
                aria-valuetext={reading.unwrap_or_else(|| result::READ_CURSOR.get(language).to_owned())}></div>
        </div>
    }
}

fn reading_style(frame: &Frame, week: usize) -> String {
    #[allow(clippy::cast_precision_loss)]
    let x = frame.x.at(week as f64);
    if x > frame.width / 2.0 {
        format!("right:{:.0}px", frame.width - x + 10.0)
    } else {
        format!("left:{:.0}px", x + 10.0)
    }
}

fn cursor(snapshot: &Snapshot, frame: &Frame, week: usize) -> Html {
    #[allow(clippy::cast_precision_loss)]
    let x = frame.x.at(week as f64);
    let dots = (0..2).filter_map(|panel| {
        let band = snapshot.current.bands[panel].get(week - 1)?;
        let y = frame.y[panel].at(band.quantiles[2]);
        Some(html! { <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="4" /> })
    });
    html! {
        <svg class="cursor" width={frame.width.to_string()} height={frame.height.to_string()} aria-hidden="true">
            <line x1={format!("{x:.1}")} x2={format!("{x:.1}")} y1={frame.y[0].range.1.to_string()}
                y2={frame.y[1].range.0.to_string()} />
            { for dots }
        </svg>
    }
}

fn reading(snapshot: &Snapshot, week: usize, language: Language) -> String {
    let at = |panel: usize| {
        let q = snapshot.current.bands[panel]
            .get(week - 1)
            .map_or([0.0; 5], |band| band.quantiles);
        format!(
            "{:.0}%（{:.0}–{:.0}）",
            q[2] * 100.0,
            q[0] * 100.0,
            q[4] * 100.0
        )
    };
    match language {
        Language::Zh => format!("第 {week} 周 · 累计离职 {} · 满意率 {}", at(0), at(1)),
        Language::En => format!("Week {week} · leavers {} · satisfied {}", at(0), at(1))
            .replace('（', " (")
            .replace('）', ")"),
    }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    snapshot: Shared<Snapshot>,
    language: Language,
}

#[component]
fn WeekTable(props: &TableProps) -> Html {
    let language = props.language;
    let side = &props.snapshot.current;
    let baseline = props
        .snapshot
        .baseline
        .as_ref()
        .filter(|_| !props.snapshot.is_baseline);
    let cell = |value: Option<f64>| {
        html! { <td>{ value.map_or_else(|| "–".to_owned(), |v| format!("{:.1}%", v * 100.0)) }</td> }
    };
    let head = |span: &'static str| {
        html! {
            <>
                <th scope="col">{ result::MEDIAN.get(language) }</th>
                <th scope="col">{ span }</th>
                <th scope="col">{ result::BASELINE.get(language) }</th>
            </>
        }
    };
    let range = result::RANGE.get(language);
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={shell::RESULTS.get(language)}>
            <table class="weeks">
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{ result::WEEK.get(language) }</th>
                        <th scope="colgroup" colspan="3">{ result::LEAVERS_AXIS.get(language) }</th>
                        <th scope="colgroup" colspan="3">{ result::SATISFACTION_AXIS.get(language) }</th>
                    </tr>
                    <tr>{ head(range) }{ head(range) }</tr>
                </thead>
                <tbody>
                    { for (0..side.bands[0].len()).map(|week| html! {
                        <tr key={week}>
                            <th scope="row">{ week + 1 }</th>
                            { for (0..2).map(|panel| {
                                let q = side.bands[panel][week].quantiles;
                                let other = baseline.and_then(|b| b.bands[panel].get(week)).map(|b| b.quantiles[2]);
                                html! {
                                    <>
                                        { cell(Some(q[2])) }
                                        <td>{ format!("{:.1}–{:.1}%", q[0] * 100.0, q[4] * 100.0) }</td>
                                        { cell(other) }
                                    </>
                                }
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
