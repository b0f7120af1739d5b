//! Five points to drag or draw across in one stroke; by keys, or by five number boxes.

use super::number::NumberBox;
use crate::figure::svg;
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::view::chart::Drawing;
use fairfloor::workshop::draw::{places, upwards};
use fairfloor::workshop::lesson::Scale;
use fairfloor::workshop::say;
use fairfloor::workshop::ticket::POINTS;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub drawing: Drawing,
    pub scale: Scale,
    pub unit: Unit,
    pub points: [u16; POINTS],
    /// What the points are about: «target 55», one each.
    pub names: [String; POINTS],
    pub language: Language,
    pub onchange: Callback<[u16; POINTS]>,
}

/// The field.
#[component]
pub fn CurveField(props: &Props) -> Html {
    let Props {
        drawing,
        scale,
        unit,
        points,
        names,
        language,
        onchange,
    } = props;
    let (scale, unit, points, language) = (*scale, *unit, *points, *language);
    // The points as the stroke has left them. Not a state: a move must see it at once.
    let held = use_mut_ref(|| None::<[u16; POINTS]>);
    let (width, height) = (drawing.width, drawing.height);
    let (xs, axis) = (places(width), upwards(&scale, (width, height)));
    let with = move |at: usize, step: u16| {
        let mut moved = points;
        moved[at] = step.min(scale.steps());
        moved
    };
    // Yew listens at the page's root, so an event doesn't say whose place it is about.
    let node = use_node_ref();
    let place_of = node.clone();
    let drawn = move |event: &PointerEvent, mut points: [u16; POINTS]| {
        let element = place_of.cast::<Element>()?;
        let place = element.get_bounding_client_rect();
        if place.width() <= 0.0 || place.height() <= 0.0 {
            return None;
        }
        let x = (f64::from(event.client_x()) - place.left()) / place.width() * width;
        let y = (f64::from(event.client_y()) - place.top()) / place.height() * height;
        let at = (0..POINTS).min_by(|a, b| (xs[*a] - x).abs().total_cmp(&(xs[*b] - x).abs()))?;
        points[at] = scale.nearest(axis.value_at(y));
        Some(points)
    };
    let onpointerdown = {
        let (held, onchange, drawn, node) =
            (held.clone(), onchange.clone(), drawn.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(points) = drawn(&event, points) else {
                return;
            };
            event.prevent_default();
            if let Some(element) = node.cast::<Element>() {
                // Without the capture a fast drag ends at the edge, which is bearable.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            *held.borrow_mut() = Some(points);
            onchange.emit(points);
        })
    };
    let onpointermove = {
        let (held, onchange) = (held.clone(), onchange.clone());
        Callback::from(move |event: PointerEvent| {
            let now = *held.borrow();
            if let Some(points) = now.and_then(|now| drawn(&event, now)) {
                *held.borrow_mut() = Some(points);
                onchange.emit(points);
            }
        })
    };
    let let_go = {
        let held = held.clone();
        Callback::from(move |_: PointerEvent| *held.borrow_mut() = None)
    };
    let keys = |at: usize| {
        let onchange = onchange.clone();
        Callback::from(move |event: KeyboardEvent| {
            let now = points[at];
            let to = match event.key().as_str() {
                "ArrowUp" | "ArrowRight" => now.saturating_add(1),
                "ArrowDown" | "ArrowLeft" => now.saturating_sub(1),
                "PageUp" => now.saturating_add(10),
                "PageDown" => now.saturating_sub(10),
                "Home" => 0,
                "End" => scale.steps(),
                _ => return,
            };
            event.prevent_default();
            onchange.emit(with(at, to));
        })
    };
    let typed = |at: usize| {
        let onchange = onchange.clone();
        Callback::from(move |amount: f64| onchange.emit(with(at, scale.nearest(amount))))
    };
    html! {
        <div class="curve-field">
            <div class="hold" ref={node.clone()} {onpointerdown} {onpointermove} onpointerup={let_go.clone()} onpointercancel={let_go}>
                { svg(drawing, "wplot") }
                { for points.iter().enumerate().map(|(at, step)| html! {
                    <div class="knob" role="slider" tabindex="0" aria-label={names[at].clone()}
                        style={format!("left:{:.2}%;top:{:.2}%", xs[at] / width * 100.0, axis.at(scale.amount(*step)) / height * 100.0)}
                        aria-orientation="vertical" aria-valuemin="0" aria-valuemax={scale.steps().to_string()}
                        aria-valuenow={step.to_string()} aria-valuetext={say::place(&scale, *step, unit, language)}
                        onkeydown={keys(at)}></div>
                }) }
            </div>
            <div class="boxes five">
                { for points.iter().enumerate().map(|(at, step)| html! {
                    <label>
                        <span>{ &names[at] }</span>
                        <NumberBox amount={scale.amount(*step)} {unit} name={at.to_string()} onchange={typed(at)} />
                        <span>{ say::box_unit(unit, language) }</span>
                    </label>
                }) }
            </div>
        </div>
    }
}
