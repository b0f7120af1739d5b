//! A band to drag: by pointer, by keys on its two ends, or by two number boxes.

use super::holding::{share, stepped, take};
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
    // The end that stays where it is while the other is dragged. Not a state: a move must see it at once.
    let held = use_mut_ref(|| None::<u16>);
    let axis = across(&scale, drawing.width);
    let width = drawing.width;
    let node = use_node_ref();
    let place_of = node.clone();
    let at = move |event: &PointerEvent| {
        let x = share(&place_of, event)?.0 * width;
        Some((x, scale.nearest(axis.value_at(x))))
    };
    let onpointerdown = {
        let (held, onchange, at, node) = (held.clone(), onchange.clone(), at.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((x, step)) = at(&event) else { return };
            take(&node, &event);
            let from = |step: u16| (axis.at(scale.amount(step)) - x).abs();
            let (low, high) = (from(band.0), from(band.1));
            let fixed = if low.min(high) > GRIP {
                // Away from both ends a new band is drawn.
                onchange.emit((step, step));
                step
            } else if low < high {
                band.1
            } else {
                band.0
            };
            *held.borrow_mut() = Some(fixed);
        })
    };
    let onpointermove = {
        let (held, onchange) = (held.clone(), onchange.clone());
        Callback::from(move |event: PointerEvent| {
            let fixed = *held.borrow();
            if let (Some(fixed), Some((_, step))) = (fixed, at(&event)) {
                onchange.emit((step.min(fixed), step.max(fixed)));
            }
        })
    };
    let let_go = {
        let held = held.clone();
        Callback::from(move |_: PointerEvent| *held.borrow_mut() = None)
    };
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
            <div class="hold" ref={node.clone()} {onpointerdown} {onpointermove} onpointerup={let_go.clone()} onpointercancel={let_go}>
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
