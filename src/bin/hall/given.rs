//! How the hall hears of the page: an event with what it is given, in the element that it is given.

use crate::app::{Hall, Props};
use crate::told;
use fairfloor::view::given::{Given, Wanted};
use gloo::events::EventListener;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use yew::{AppHandle, Renderer};

thread_local! {
    /// The hall while it is shown.
    static SHOWN: RefCell<Option<AppHandle<Hall>>> = const { RefCell::new(None) };
}

/// Listens for as long as the page lives.
pub fn listen() {
    // Yew tells the events of its parts apart by numbers that each program counts for itself: the page's part
    // is number one, so this one must not be.
    let aside = document().create_element("div");
    if let Ok(aside) = aside {
        Renderer::<crate::app::Nothing>::with_root(aside).render();
    }
    EventListener::new(&window(), "fairfloor-given-hall", |event| {
        show(told::heard(event));
    })
    .forget();
}

fn show(given: Option<Given>) {
    SHOWN.with_borrow_mut(|shown| match (given, shown.as_mut()) {
        (None, _) => {
            if let Some(hall) = shown.take() {
                hall.destroy();
            }
        }
        (Some(given), Some(hall)) => hall.update(Props {
            given: Rc::new(given),
        }),
        (Some(given), None) => {
            let given = Rc::new(given);
            let root = document().get_element_by_id("hall");
            *shown = root
                .map(|root| Renderer::<Hall>::with_root_and_props(root, Props { given }).render());
        }
    });
}

/// Tells the page what is wanted of it.
pub fn want(wanted: &Wanted) {
    told::tell("fairfloor-wanted", Some(wanted));
}
