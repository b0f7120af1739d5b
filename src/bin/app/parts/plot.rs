//! Any figure: caption, chart with a reading cursor, or the same as a table.

use super::figure::svg;
use super::save::save;
use crate::app::Msg;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::view::figure::{Figure, Grid, Readable};
use fairfloor::view::finding::Table;
use fairfloor::view::words::result;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// What stands over a drawing of this width: handles that can be dragged.
#[derive(Clone)]
pub struct Overlay(pub Rc<dyn Fn(f64) -> Html>);

impl PartialEq for Overlay {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub figure: Shared<Figure>,
    #[prop_or_default]
    pub overlay: Option<Overlay>,
    pub language: Language,
    /// As a table.
    pub table: bool,
    pub dispatch: Dispatch,
}

/// A figure in its frame.
#[component]
pub fn FigureCard(props: &Props) -> Html {
    let Props {
        figure,
        overlay,
        language,
        table,
        dispatch,
    } = props;
    let language = *language;
    let caption = format!("{}-caption", figure.id);
    let switch_to = if *table {
        result::AS_CHART
    } else {
        result::AS_TABLE
    };
    html! {
        <figure class="card figure" role="figure" aria-labelledby={caption.clone()} data-figure={figure.id}>
            <figcaption>
                <div>
                    <h2 id={caption}>{ &figure.caption }</h2>
                    <p class="hint">{ &figure.note }</p>
                </div>
                <div class="figure-tools">
                    <button type="button" class="button quiet small" data-do="table"
                        onclick={dispatch.reform(|_| Msg::Table)}>{ switch_to.get(language) }</button>
                    { save(figure.id, &figure.grid, !table, language) }
                </div>
            </figcaption>
            if *table {
                { grid(&figure.grid, &figure.caption) }
            } else {
                <Plot figure={figure.clone()} overlay={overlay.clone()} {language} />
            }
            if !figure.foot.is_empty() {
                <p class="hint figure-foot">{ &figure.foot }</p>
            }
        </figure>
    }
}

/// Rows and columns.
pub fn grid(grid: &Grid, label: &str) -> Html {
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={label.to_owned()}>
            <table>
                <thead><tr>
                    { for grid.head.iter().enumerate().map(|(at, text)| html! { <th scope="col" key={at}>{ text }</th> }) }
                </tr></thead>
                <tbody>
                    { for grid.rows.iter().enumerate().map(|(at, row)| html! {
                        <tr key={at}>
                            { for row.iter().enumerate().map(|(at, text)| if at == 0 {
                                html! { <th scope="row">{ text }</th> }
                            } else {
                                html! { <td class="number">{ text }</td> }
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// A table that can be folded.
pub fn table(one: &Table) -> Html {
    html! {
        <details class="card differing" open={one.rows.len() <= 12} key={one.title.clone()}>
            <summary>{ &one.title }</summary>
            { grid(&as_grid(one), &one.title) }
        </details>
    }
}

/// The rows and columns of a table.
pub fn as_grid(table: &Table) -> Grid {
    Grid {
        head: table.head.clone(),
        rows: table.rows.clone(),
    }
}

/// The width of an element, as it changes.
#[hook]
pub fn use_width(node: &NodeRef) -> f64 {
    let width = use_state(|| 720.0);
    let (node, set) = (node.clone(), width.clone());
    use_effect_with((), move |()| {
        let element = node.cast::<Element>();
        let watched = element.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            let now = watched.as_ref().map_or(0, Element::client_width);
            if now > 0 {
                set.set(f64::from(now));
            }
        });
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(changed);
        }
    });
    *width
}

#[derive(Properties, PartialEq)]
pub struct PlotProps {
    pub figure: Shared<Figure>,
    #[prop_or_default]
    pub overlay: Option<Overlay>,
    pub language: Language,
}

/// The chart of a figure, with its reading cursor.
#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let figure = &props.figure;
    let node = use_node_ref();
    let width = use_width(&node);
    let at = use_state(|| None::<usize>);
    // The chart is drawn again only when it shows something else, not when the cursor moves.
    let drawn = use_memo((figure.clone(), width.to_bits()), |(figure, _)| {
        let readable = (figure.draw)(width);
        let svg = svg(&readable.drawing, "plot");
        (readable, svg)
    });
    let (readable, chart) = &*drawn;
    let onpointermove = {
        let (at, node, drawn) = (at.clone(), node.clone(), drawn.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(element) = node.cast::<Element>() else {
                return;
            };
            let place = element.get_bounding_client_rect();
            let x = f64::from(event.client_x()) - place.left();
            let y = f64::from(event.client_y()) - place.top();
            let nearest = drawn.0.nearest(x, y);
            if *at != nearest {
                at.set(nearest);
            }
        })
    };
    let onpointerleave = {
        let at = at.clone();
        Callback::from(move |_: PointerEvent| at.set(None))
    };
    let last = readable.stops.len().saturating_sub(1);
    let by_mark = readable.is_by_mark();
    let onkeydown = {
        let at = at.clone();
        Callback::from(move |event: KeyboardEvent| {
            let now = *at;
            let step = |by: usize| Some(now.map_or(0, |now| (now + by).min(last)));
            let back = |by: usize| Some(now.map_or(0, |now| now.saturating_sub(by)));
            let next = match event.key().as_str() {
                // Marks are read from above; on an axis up is more.
                "ArrowDown" if by_mark => step(1),
                "ArrowUp" if by_mark => back(1),
                "ArrowRight" | "ArrowUp" => step(1),
                "ArrowLeft" | "ArrowDown" => back(1),
                "PageUp" => step(10),
                "PageDown" => back(10),
                "Home" => Some(0),
                "End" => Some(last),
                "Escape" => None,
                _ => return,
            };
            event.prevent_default();
            at.set(next);
        })
    };
    let stop = at.and_then(|at| readable.stops.get(at));
    let label = result::READ_POINTS.get(props.language);
    html! {
        <div ref={node} class="plot-box" {onpointermove} {onpointerleave}>
            { chart.clone() }
            if let Some(stop) = stop {
                { cursor(readable, stop.x, &stop.dots) }
                <p class="reading" style={reading_style(readable.drawing.width, stop.x)} aria-hidden="true">{ &stop.says }</p>
            }
            if let Some(overlay) = &props.overlay {
                { (overlay.0)(width) }
            }
            if !readable.stops.is_empty() {
                <div class="reader" role="slider" tabindex="0" {onkeydown} aria-label={label}
                    aria-valuemin="1" aria-valuemax={readable.stops.len().to_string()}
                    aria-valuenow={at.map_or(1, |at| at + 1).to_string()}
                    aria-valuetext={stop.map_or_else(|| label.to_owned(), |stop| stop.says.clone())}></div>
            }
        </div>
    }
}

fn reading_style(width: f64, x: f64) -> String {
    if x > width / 2.0 {
        format!("right:{:.0}px", width - x + 10.0)
    } else {
        format!("left:{:.0}px", x + 10.0)
    }
}

fn cursor(readable: &Readable, x: f64, dots: &[f64]) -> Html {
    let (width, height) = (readable.drawing.width, readable.drawing.height);
    let x = format!("{x:.1}");
    html! {
        <svg class="cursor" width={width.to_string()} height={height.to_string()} aria-hidden="true">
            <line x1={x.clone()} x2={x.clone()} y1={readable.span.0.to_string()} y2={readable.span.1.to_string()} />
            { for dots.iter().map(|y| html! { <circle cx={x.clone()} cy={format!("{y:.1}")} r="4" /> }) }
        </svg>
    }
}
