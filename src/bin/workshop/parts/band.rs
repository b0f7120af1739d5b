//! A band to drag: by pointer, by keys on its two ends, or by two number boxes.

use super::holding::{Holding, stepped, use_holding};
use super::number::NumberBox;
use crate::figure::svg;
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::view::chart::Drawing;
use fairfloor::view::words::workshop as words;
use fairfloor::workshop::draw::across;
use fairfloor::workshop::lesson::Scale;
use fairfloor::workshop::say;
use yew::prelude::*;

/// Half the width of what a finger holds, in pixels of the drawing.
const GRIP: f64 = 30.0;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub drawing: Drawing,
    pub scale: Scale,
    pub unit: Unit,
    pub band: (u16, u16),
    pub language: Language,
    pub onchange: Callback<(u16, u16)>,
}

/// The end that stays where it is when a pointer takes hold so far `off` the ends; None where it holds neither.
fn left_alone((low, high): (u16, u16), off: impl Fn(u16) -> f64) -> Option<u16> {
    let (to_low, to_high) = (off(low), off(high));
    let other = if to_low < to_high { high } else { low };
    (to_low.min(to_high) <= GRIP).then_some(other)
}

/// The field.
#[component]
pub fn BandField(props: &Props) -> Html {
    let Props {
        drawing,
        scale,
        unit,
        band,
        language,
        onchange,
    } = props;
    let (scale, unit, band, language) = (*scale, *unit, *band, *language);
    let axis = across(&scale, drawing.width);
    let width = drawing.width;
    let node = use_node_ref();
    let step_at = move |share: f64| scale.nearest(axis.value_at(share * width));
    // What is held is the end that stays where it is while the other is dragged.
    let grasp = {
        let onchange = onchange.clone();
        move |(x, _): (f64, f64)| {
            let off = |step: u16| (axis.at(scale.amount(step)) - x * width).abs();
            left_alone(band, off).unwrap_or_else(|| {
                // Away from both ends a new band is drawn.
                let step = step_at(x);
                onchange.emit((step, step));
                step
            })
        }
    };
    let pull = {
        let onchange = onchange.clone();
        move |fixed: u16, (x, _): (f64, f64)| {
            let step = step_at(x);
            onchange.emit((step.min(fixed), step.max(fixed)));
            fixed
        }
    };
    let Holding { down, pulled, up } = use_holding(&node, grasp, pull);
    let keys = |is_low: bool| {
        let onchange = onchange.clone();
        Callback::from(move |event: KeyboardEvent| {
            let now = if is_low { band.0 } else { band.1 };
            let Some(to) = stepped(&event, now, scale.steps()) else {
                return;
            };
            onchange.emit(if is_low {
                (to.min(band.1), band.1)
            } else {
                (band.0, to.max(band.0))
            });
        })
    };
    let typed = |is_low: bool| {
        let onchange = onchange.clone();
        Callback::from(move |amount: f64| {
            let to = scale.nearest(amount);
            onchange.emit(if is_low {
                (to, band.1.max(to))
            } else {
                (band.0.min(to), to)
            });
        })
    };
    let ends = [
        (true, band.0, words::LOW_END, words::FROM),
        (false, band.1, words::HIGH_END, words::TO),
    ];
    html! {
        <div class="band-field">
            <div class="hold" ref={node} onpointerdown={down} onpointermove={pulled} onpointerup={up.clone()} onpointercancel={up}>
                { svg(drawing, "wplot") }
                { for ends.iter().map(|(is_low, step, label, _)| html! {
                    <div class={classes!("handle", if *is_low { "is-low" } else { "is-high" })} role="slider" tabindex="0"
                        style={format!("left:{:.2}%", axis.at(scale.amount(*step)) / width * 100.0)}
                        aria-label={label.get(language)} aria-valuemin="0" aria-valuemax={scale.steps().to_string()}
                        aria-valuenow={step.to_string()} aria-valuetext={say::place(&scale, *step, unit, language)}
                        onkeydown={keys(*is_low)}></div>
                }) }
            </div>
            <div class="boxes">
                { for ends.iter().map(|(is_low, step, label, word)| html! {
                    <label>
                        <span>{ word.get(language) }</span>
                        <NumberBox amount={scale.amount(*step)} {unit} label={label.get(language)} name={if *is_low { "low" } else { "high" }}
                            onchange={typed(*is_low)} />
                        <span>{ say::box_unit(unit, language) }</span>
                    </label>
                }) }
            </div>
        </div>
    }
}
