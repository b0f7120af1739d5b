//! An amount: a native slider, a number box, the unit, the starting value's tick, the plausible range.

use crate::app::Msg;
use crate::shared::{Dispatch, Entry};
use fairfloor::scenario::check::value_problem;
use fairfloor::scenario::field::{Field, Language, Value};
use fairfloor::view::action::Action;
use fairfloor::view::control::{self, Stretch};
use fairfloor::view::problem::problem;
use fairfloor::view::words::{Said, notice};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub field: Entry<Field>,
    pub value: Value,
    pub start: Value,
    pub id: String,
    pub language: Language,
    pub tools: Html,
    pub dispatch: Dispatch,
}

fn input_of<E: AsRef<Event>>(event: &E) -> Option<HtmlInputElement> {
    event.as_ref().target()?.dyn_into().ok()
}

#[component]
pub fn NumberControl(props: &Props) -> Html {
    let Entry(field) = props.field;
    let language = props.language;
    // What stands in the box while it can't be taken, and why.
    let refused = use_state(|| None::<(String, Said)>);
    let amount = control::amount(&props.value).unwrap_or_default();
    let start = control::amount(&props.start).unwrap_or_default();
    let Some(stretch) = control::stretch(field, amount) else {
        return Html::default();
    };
    {
        let refused = refused.clone();
        // A value that came another way makes what stood in the box obsolete.
        use_effect_with(props.value.clone(), move |_| refused.set(None));
    }
    let unit = control::unit(field, language);
    let box_id = format!("{}-box", props.id);
    let problem_id = format!("{}-problem", props.id);
    let shown = refused
        .as_ref()
        .map_or_else(|| control::typed(field, amount), |(text, _)| text.clone());
    let wrong = refused.is_some();
    let [slide, release] = [false, true].map(|commit| on_slide(props, stretch, commit));
    // Whether the slider was moved since it was last let go of: merely passed over it says nothing, as its
    // browser rounds it to its steps.
    let moved = use_mut_ref(|| false);
    let on_input = {
        let moved = moved.clone();
        Callback::from(move |event: InputEvent| {
            *moved.borrow_mut() = true;
            slide.emit(event.into());
        })
    };
    let on_change = {
        let (moved, release) = (moved.clone(), release.clone());
        Callback::from(move |event: Event| {
            *moved.borrow_mut() = false;
            release.emit(event);
        })
    };
    // Let go of where it was taken, it has not changed for the browser.
    let let_go = Callback::from(move |event: Event| {
        if std::mem::take(&mut *moved.borrow_mut()) {
            release.emit(event);
        }
    });
    html! {
        <>
            <div class="field-head">
                <label for={props.id.clone()}>{ field.label.get(language) }</label>
                { props.tools.clone() }
                <span class="number-box">
                    <input type="text" inputmode="decimal" autocomplete="off" id={box_id} class="number"
                        aria-label={format!("{} {unit}", field.label.get(language))}
                        aria-invalid={wrong.then_some("true")}
                        aria-describedby={wrong.then(|| problem_id.clone())}
                        value={shown}
                        onchange={on_typed(props, &refused)} onkeydown={on_step(props, stretch, amount, &refused)} />
                    <span class="unit">{ breakable(unit) }</span>
                </span>
            </div>
            <div class="slider" style={track(field, stretch, start)}>
                <input type="range" id={props.id.clone()} min={stretch.low.to_string()} max={stretch.high.to_string()}
                    step={stretch.step.to_string()} value={amount.to_string()}
                    aria-valuetext={control::spoken(field, amount, start, language)}
                    style={format!("--at:{}", place(stretch, amount))}
                    oninput={on_input} onchange={on_change}
                    onpointerup={let_go.reform(|e: PointerEvent| e.into())} onblur={let_go.reform(|e: FocusEvent| e.into())}
                    onkeydown={on_page(props, stretch)} />
            </div>
            if let Some((_, why)) = refused.as_ref() {
                <p class="field-problem" id={problem_id} role="alert">{ why.get(language) }</p>
            }
        </>
    }
}

/// A unit that may go on in another line after a stroke, and only there.
fn breakable(unit: &str) -> String {
    unit.replace('/', "/\u{200b}")
        .replace('·', "\u{2060}·\u{2060}")
}

/// Where a value stands between the slider's ends, 0 to 1.
fn place(stretch: Stretch, value: f64) -> String {
    let share = (value - stretch.low) / (stretch.high - stretch.low);
    format!("{:.4}", share.clamp(0.0, 1.0))
}

/// The tick and the shading, as places that the stylesheet draws.
fn track(field: &Field, stretch: Stretch, start: f64) -> String {
    let mut style = format!("--start:{};", place(stretch, start));
    if let Some((low, high)) = field.source.range() {
        let range = format!(
            "--low:{};--high:{};",
            place(stretch, low),
            place(stretch, high)
        );
        style.push_str(&range);
    }
    style
}

fn on_slide(props: &Props, stretch: Stretch, commit: bool) -> Callback<Event> {
    let (Entry(field), dispatch) = (props.field, props.dispatch.clone());
    Callback::from(move |event: Event| {
        let Some(amount) = input_of(&event).and_then(|input| input.value().parse::<f64>().ok())
        else {
            return;
        };
        let value = control::to_value(field, control::on_grid(stretch, amount));
        dispatch.emit(Msg::Act(if commit {
            Action::Set(field, value)
        } else {
            Action::Drag(field, value)
        }));
    })
}

/// Page keys move the slider by ten steps; browsers differ, so it is done here.
fn on_page(props: &Props, stretch: Stretch) -> Callback<KeyboardEvent> {
    let (Entry(field), dispatch) = (props.field, props.dispatch.clone());
    Callback::from(move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "PageUp" => 10.0,
            "PageDown" => -10.0,
            _ => return,
        };
        event.prevent_default();
        // Where it stands, not where it was drawn: keys may come quicker than the page is drawn.
        let Some(input) = input_of(&event) else {
            return;
        };
        let Ok(amount) = input.value().parse::<f64>() else {
            return;
        };
        let value = control::on_grid(stretch, amount + by * stretch.step);
        input.set_value(&value.to_string());
        dispatch.emit(Msg::Act(Action::Set(
            field,
            control::to_value(field, value),
        )));
    })
}

/// Arrow keys in the box move by one step, as in a native number box.
fn on_step(
    props: &Props,
    stretch: Stretch,
    drawn: f64,
    refused: &UseStateHandle<Option<(String, Said)>>,
) -> Callback<KeyboardEvent> {
    let (Entry(field), dispatch) = (props.field, props.dispatch.clone());
    let refused = refused.clone();
    Callback::from(move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => 1.0,
            "ArrowDown" => -1.0,
            _ => return,
        };
        event.prevent_default();
        let Some(input) = input_of(&event) else {
            return;
        };
        // From what stands in the box, as on the slider; from what was drawn where that is no number.
        let amount = control::read(field, &input.value()).unwrap_or(drawn);
        let amount = ((amount + by * stretch.step) * 1e6).round() / 1e6;
        let value = control::to_value(field, amount);
        // Out of its range it is refused and said, and the box keeps what it had.
        if value_problem(field.path, field.kind, &value).is_none() {
            show(field, &input, &value, &refused);
        }
        dispatch.emit(Msg::Act(Action::Set(field, value)));
    })
}

/// The box shows a value that can be taken as it is understood, even where that changes nothing.
fn show(
    field: &Field,
    input: &HtmlInputElement,
    value: &Value,
    refused: &UseStateHandle<Option<(String, Said)>>,
) {
    refused.set(None);
    if let Some(amount) = control::amount(value) {
        input.set_value(&control::typed(field, amount));
    }
}

fn on_typed(props: &Props, refused: &UseStateHandle<Option<(String, Said)>>) -> Callback<Event> {
    let (Entry(field), dispatch) = (props.field, props.dispatch.clone());
    let refused = refused.clone();
    Callback::from(move |event: Event| {
        let Some(input) = input_of(&event) else {
            return;
        };
        let text = input.value();
        let Some(amount) = control::read(field, &text) else {
            let why = Said::in_both(|language| {
                format!(
                    "{}{}{} {}",
                    field.label.get(language),
                    if language == Language::Zh {
                        "："
                    } else {
                        ": "
                    },
                    notice::NOT_A_NUMBER.get(language),
                    control::allowed(field, language)
                )
            });
            refused.set(Some((text, why)));
            return;
        };
        let value = control::to_value(field, amount);
        if let Some(found) = value_problem(field.path, field.kind, &value) {
            let why = Said::in_both(|language| problem(&found, language));
            refused.set(Some((text, why)));
            return;
        }
        show(field, &input, &value, &refused);
        dispatch.emit(Msg::Act(Action::Set(field, value)));
    })
}
