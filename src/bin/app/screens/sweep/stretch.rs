//! From where to where the lever is swept, and in how many points: three boxes that say why they refuse.

use super::tune;
use crate::select;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Kind;
use fairfloor::view::number::{show, unit_name};
use fairfloor::view::session::Session;
use fairfloor::view::target::{POINTS_OF_A_STRETCH, Settings, Stretch, Tuning, question, usual};
use fairfloor::view::words::sweep as words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub session: Shared<Session>,
    pub dispatch: Dispatch,
}

/// Shares are typed as per cent.
fn scale(session: &Session) -> f64 {
    let unit = unit_name(session.sweep.field().unit);
    if unit.en == "%" { 100.0 } else { 1.0 }
}

/// The boxes.
#[component]
pub fn StretchBoxes(props: &Props) -> Html {
    let session = &props.session;
    let (settings, language) = (&session.sweep, session.language);
    let field = settings.field();
    // What was typed and refused, of which lever.
    let refused = use_state(|| None::<(&'static str, Stretch)>);
    let Some(own) = settings.stretch.or_else(|| usual(field, &session.origin)) else {
        return Html::default();
    };
    let wrong = refused.as_ref().filter(|(path, _)| *path == field.path);
    let shown = wrong.map_or(own, |(_, typed)| *typed);
    let times = scale(session);
    let typed = {
        let (session, dispatch, refused) =
            (session.clone(), props.dispatch.clone(), refused.clone());
        Callback::from(move |(box_number, event): (usize, Event)| {
            let input = select::input(&event);
            let Some(value) = input.map(|input| input.value_as_number()) else {
                return;
            };
            let mut stretch = shown;
            match box_number {
                0 => stretch.from = value / times,
                1 => stretch.to = value / times,
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                _ => stretch.points = value as u32,
            }
            let asked = Settings {
                stretch: Some(stretch),
                ..session.sweep.clone()
            };
            if question(session.scenario(), &session.origin, &asked).is_some() {
                refused.set(None);
                tune(&dispatch, Tuning::Stretch(Some(stretch)));
            } else {
                refused.set(Some((asked.lever, stretch)));
            }
        })
    };
    let back = {
        let (dispatch, refused) = (props.dispatch.clone(), refused.clone());
        Callback::from(move |_: MouseEvent| {
            refused.set(None);
            tune(&dispatch, Tuning::Stretch(None));
        })
    };
    let boxes = [
        (words::FROM, shown.from * times),
        (words::TO, shown.to * times),
        (words::POINTS, f64::from(shown.points)),
    ];
    let allowed = match field.kind {
        Kind::Number { min, max, .. } => (min, max),
        Kind::Whole { min, max } => (f64::from(min), f64::from(max)),
        Kind::Switch | Kind::Choice(_) | Kind::Series { .. } | Kind::Words { .. } => (0.0, 0.0),
    };
    html! {
        <fieldset class="stretch" data-do="stretch">
            <legend>{ words::STRETCH.get(language) }</legend>
            { for boxes.into_iter().enumerate().map(|(at, (text, value))| {
                let typed = typed.clone();
                html! {
                    <label key={at}>
                        { text.get(language) }
                        <input class="number" type="number" step="any" inputmode="decimal" value={tidy(value)}
                            aria-invalid={wrong.is_some().then_some("true")}
                            aria-describedby={wrong.is_some().then_some("stretch-wrong")}
                            onchange={Callback::from(move |event| typed.emit((at, event)))} />
                    </label>
                }
            }) }
            if settings.stretch.is_some() || wrong.is_some() {
                <button type="button" class="button quiet small" onclick={back}>{ words::USUAL.get(language) }</button>
            }
            if wrong.is_some() {
                <p id="stretch-wrong" class="field-problem" role="alert">
                    { words::refused([allowed.0, allowed.1].map(|v| show(v, field.unit, language)), POINTS_OF_A_STRETCH, language) }
                </p>
            }
        </fieldset>
    }
}

/// At most four decimals, none that say nothing.
fn tidy(value: f64) -> String {
    ((value * 1e4).round() / 1e4).to_string()
}
