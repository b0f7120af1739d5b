//! The hall's own frame: what it was given, as a session, and the screen that shows it.

use crate::browser::Theme;
use crate::floor::Floor;
use crate::given::want;
use crate::people::People;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::action::Action;
use fairfloor::view::given::{Given, Wanted};
use fairfloor::view::screen::Screen;
use fairfloor::view::session::Session;
use std::rc::Rc;
use yew::prelude::*;

/// What can be done on the hall's screens that is more than theirs.
pub enum Msg {
    /// Somebody chose something.
    Act(Action),
    /// Chart or table.
    Table,
}

/// What the page gave.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub given: Rc<Given>,
}

/// What the hall's screens get.
#[derive(Properties, PartialEq, Clone)]
pub struct Scene {
    /// The last session that could be run.
    pub session: Shared<Session>,
    pub given: Rc<Given>,
    /// False while the scenario on the page can't be run.
    pub sound: bool,
    pub theme: Theme,
    pub dispatch: Dispatch,
}

/// The hall.
pub struct Hall {
    session: Option<Shared<Session>>,
    sound: bool,
    dispatch: Dispatch,
}

impl Component for Hall {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let session = ctx.props().given.session();
        Self {
            sound: session.is_some(),
            session: session.map(Shared::new),
            dispatch: ctx.link().callback(|msg: Msg| msg),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        let session = ctx.props().given.session();
        self.sound = session.is_some();
        if session.is_some() {
            self.session = session.map(Shared::new);
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Act(Action::People(choice)) => {
                // The page keeps what is chosen, for the address; it is given back from there.
                let Some(session) = &self.session else {
                    return false;
                };
                let mut people = session.people.clone();
                if people.choose(choice) {
                    want(&Wanted::Who(people.to_link().unwrap_or_default()));
                }
            }
            Msg::Table => want(&Wanted::Table),
            Msg::Act(_) => {}
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let given = &ctx.props().given;
        let Some(session) = &self.session else {
            let language = given.language();
            return headline(
                given,
                fairfloor::view::words::floor::UNSOUND.get(language),
                "",
            );
        };
        let scene = Scene {
            session: session.clone(),
            given: Rc::clone(given),
            sound: self.sound,
            theme: Theme::of_id(&given.theme).unwrap_or(Theme::Auto),
            dispatch: self.dispatch.clone(),
        };
        if session.screen == Screen::People {
            html! { <People ..scene /> }
        } else {
            html! { <Floor ..scene /> }
        }
    }
}

/// The first sentence of a screen, under what is to be known of its state.
pub fn headline(given: &Given, sentence: &str, lead: &str) -> Html {
    html! {
        <div class="headline">
            <p class="state-note">{ &given.note }</p>
            <h1>{ sentence }</h1>
            <p class="lead">{ lead }</p>
        </div>
    }
}

/// That the recording broke, and a way to begin it anew.
pub fn failed(
    why: &str,
    texts: [Text; 2],
    again: Callback<MouseEvent>,
    language: Language,
) -> Html {
    html! {
        <>
            <p><strong>{ texts[0].get(language) }</strong></p>
            <p><code>{ why }</code></p>
            <button type="button" class="button" data-do="retry" onclick={again}>{ texts[1].get(language) }</button>
        </>
    }
}

/// Shows nothing.
#[component]
pub fn Nothing() -> Html {
    Html::default()
}
