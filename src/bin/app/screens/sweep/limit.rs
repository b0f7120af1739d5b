//! A requirement as a line that can be dragged over its panel, and as a row with a slider.

use super::tune;
use crate::select;
use crate::shared::Dispatch;
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::scenario::field::Language;
use fairfloor::study::sweep::constraint::Bound;
use fairfloor::view::chart::scale::Scale;
use fairfloor::view::target::figure::limit_text;
use fairfloor::view::target::{REQUIREMENTS, Tuning};
use fairfloor::view::words::sweep as words;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

fn label(requirement: usize, language: Language) -> &'static str {
    position(REQUIREMENTS[requirement].metric)
        .map_or("", |metric| METRICS[metric].label.get(language))
}

/// On the requirement's own grid.
fn on_grid(requirement: usize, value: f64) -> f64 {
    let (low, high, step) = REQUIREMENTS[requirement].range;
    ((value / step).round() * step).clamp(low, high)
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub requirement: usize,
    pub limit: Option<f64>,
    /// Values to pixels of the panel.
    pub scale: Scale,
    /// From the drawing's left edge, in pixels.
    pub left: f64,
    /// From its right edge.
    pub right: f64,
    pub language: Language,
    pub dispatch: Dispatch,
}

/// The line over its panel. Without a requirement it waits at the edge where it asks for nothing.
#[component]
pub fn Limit(props: &Props) -> Html {
    let Props {
        requirement,
        limit,
        scale,
        language,
        dispatch,
        ..
    } = props;
    let (at, limit, scale, language) = (*requirement, *limit, *scale, *language);
    let of = &REQUIREMENTS[at];
    let node = use_node_ref();
    let dragging = use_state(|| false);
    let (bottom, top) = scale.range;
    let waiting = match of.bound {
        Bound::AtMost => top,
        Bound::AtLeast => bottom,
    };
    let y = limit.map_or(waiting, |limit| scale.at(limit).clamp(top, bottom));
    let onpointerdown = {
        let dragging = dragging.clone();
        Callback::from(move |event: PointerEvent| {
            let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            if let Some(element) = element {
                // A pointer that is gone already can't be held.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            dragging.set(true);
        })
    };
    let onpointermove = {
        let (dragging, node, dispatch) = (dragging.clone(), node.clone(), dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            if !*dragging {
                return;
            }
            // The reading cursor of the chart stays where it is.
            event.stop_propagation();
            let parent = node.cast::<Element>().and_then(|e| e.parent_element());
            let Some(parent) = parent else { return };
            let y = f64::from(event.client_y()) - parent.get_bounding_client_rect().top();
            let value = on_grid(at, scale.value_at(y.clamp(top, bottom)));
            tune(&dispatch, Tuning::Limit(at, Some(value)));
        })
    };
    let stop = {
        let dragging = dragging.clone();
        Callback::from(move |_: PointerEvent| dragging.set(false))
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let (low, high, step) = REQUIREMENTS[at].range;
            let now = limit.unwrap_or(REQUIREMENTS[at].start);
            let next = match event.key().as_str() {
                "ArrowUp" | "ArrowRight" => Some(now + step),
                "ArrowDown" | "ArrowLeft" => Some(now - step),
                "PageUp" => Some(now + 10.0 * step),
                "PageDown" => Some(now - 10.0 * step),
                "Home" => Some(low),
                "End" => Some(high),
                "Delete" | "Backspace" => None,
                _ => return,
            };
            event.prevent_default();
            tune(&dispatch, Tuning::Limit(at, next.map(|v| on_grid(at, v))));
        })
    };
    let (low, high, _) = of.range;
    let text = limit_text(at, limit, language);
    html! {
        <div ref={node} class={classes!("limit", limit.is_none().then_some("is-waiting"), dragging.then_some("is-dragged"))}
            style={format!("top:{y:.1}px;left:{:.1}px;right:{:.1}px", props.left, props.right)}
            role="slider" tabindex="0" aria-orientation="vertical" aria-label={label(at, language)}
            aria-valuemin={low.to_string()} aria-valuemax={high.to_string()}
            aria-valuenow={limit.unwrap_or(of.start).to_string()} aria-valuetext={text.clone()}
            data-requirement={of.metric} {onpointerdown} {onpointermove} onpointerup={stop.clone()} onpointercancel={stop}
            {onkeydown}>
            <span class="limit-text">{ text }</span>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub requirement: usize,
    pub limit: Option<f64>,
    pub language: Language,
    pub dispatch: Dispatch,
}

/// The same as a row: required or not, and how much.
#[component]
pub fn LimitRow(props: &RowProps) -> Html {
    let RowProps {
        requirement,
        limit,
        language,
        dispatch,
    } = props;
    let (at, language) = (*requirement, *language);
    let of = &REQUIREMENTS[at];
    let (low, high, step) = of.range;
    let id = format!("limit-{at}");
    let switch = {
        let (dispatch, on) = (dispatch.clone(), limit.is_some());
        Callback::from(move |_: Event| {
            let limit = (!on).then_some(REQUIREMENTS[at].start);
            tune(&dispatch, Tuning::Limit(at, limit));
        })
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let input = select::input(&event);
            let value = input.map(|input| input.value_as_number());
            if let Some(value) = value.filter(|v| v.is_finite()) {
                tune(&dispatch, Tuning::Limit(at, Some(value)));
            }
        })
    };
    html! {
        <div class="limit-row" data-requirement={of.metric}>
            <label class="check">
                <input type="checkbox" checked={limit.is_some()} onchange={switch} />
                { label(at, language) }
            </label>
            <input id={id} type="range" min={low.to_string()} max={high.to_string()} step={step.to_string()}
                value={limit.unwrap_or(of.start).to_string()} disabled={limit.is_none()}
                aria-label={format!("{} {}", label(at, language), words::REQUIRED.get(language))}
                aria-valuetext={limit_text(at, *limit, language)} {oninput} />
            <output>{ limit.map_or_else(|| "–".to_owned(), |limit| limit_text(at, Some(limit), language)) }</output>
        </div>
    }
}
