//! Five points to drag or draw across in one stroke; by keys, or by five number boxes.

use super::holding::{Holding, stepped, use_holding};
use super::number::NumberBox;
use crate::figure::svg;
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::view::chart::Drawing;
use fairfloor::workshop::draw::{places, upwards};
use fairfloor::workshop::lesson::Scale;
use fairfloor::workshop::say;
use fairfloor::workshop::ticket::POINTS;
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
    let (width, height) = (drawing.width, drawing.height);
    let (xs, axis) = (places(width), upwards(&scale, (width, height)));
    let with = move |at: usize, step: u16| {
        let mut moved = points;
        moved[at] = step.min(scale.steps());
        moved
    };
    let node = use_node_ref();
    // What is held are the points as the stroke has left them.
    let pull = {
        let onchange = onchange.clone();
        move |mut points: [u16; POINTS], (x, y): (f64, f64)| {
            let off = |at: usize| (xs[at] - x * width).abs();
            if let Some(at) = (0..POINTS).min_by(|a, b| off(*a).total_cmp(&off(*b))) {
                points[at] = scale.nearest(axis.value_at(y * height));
            }
            onchange.emit(points);
            points
        }
    };
    let grasp = {
        let pull = pull.clone();
        move |place: (f64, f64)| pull(points, place)
    };
    let Holding { down, pulled, up } = use_holding(&node, grasp, pull);
    let keys = |at: usize| {
        let onchange = onchange.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(to) = stepped(&event, points[at], scale.steps()) {
                onchange.emit(with(at, to));
            }
        })
    };
    let typed = |at: usize| {
        let onchange = onchange.clone();
        Callback::from(move |amount: f64| onchange.emit(with(at, scale.nearest(amount))))
    };
    html! {
        <div class="curve-field">
            <div class="hold" ref={node} onpointerdown={down} onpointermove={pulled} onpointerup={up.clone()} onpointercancel={up}>
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
