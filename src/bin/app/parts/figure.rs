//! Marks as elements: the one place where a drawing becomes part of the page.

use fairfloor::view::chart::{Drawing, Mark};
use yew::prelude::*;

fn px(value: f64) -> String {
    format!("{value:.1}")
}

/// The drawing, silent: what it says stands in the caption and in the table.
pub fn svg(drawing: &Drawing, class: &'static str) -> Html {
    let (width, height) = (px(drawing.width), px(drawing.height));
    html! {
        <svg {class} viewBox={format!("0 0 {width} {height}")} {width} {height} aria-hidden="true" focusable="false">
            { for drawing.marks.iter().map(mark) }
        </svg>
    }
}

fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Stop { .. } => Html::default(),
        Mark::Area { path, class } | Mark::Line { path, class } => {
            html! { <path class={*class} d={path.clone()} /> }
        }
        Mark::Dot { x, y, r, class } => {
            html! { <circle class={*class} cx={px(*x)} cy={px(*y)} r={px(*r)} /> }
        }
        Mark::Text {
            x,
            y,
            anchor,
            class,
            text,
        } => html! {
            <text class={*class} x={px(*x)} y={px(*y)} text-anchor={*anchor}>{ text }</text>
        },
    }
}
