//! How the centre hears of the page, and where it is shown. What was taken in stays, and a fit goes on, while
//! somebody is on another screen: the part lives in an element of its own that is put into the page and taken
//! out of it.

use crate::app::{Centre, Props};
use crate::told;
use fairfloor::view::given::{Given, Wanted};
use gloo::events::EventListener;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::{AppHandle, Html, Renderer, component};

thread_local! {
    /// The centre with its element, once it was shown.
    static SHOWN: RefCell<Option<(Element, AppHandle<Centre>)>> = const { RefCell::new(None) };
}

/// Shows nothing.
#[component]
fn Nothing() -> Html {
    Html::default()
}

/// Listens for as long as the page lives.
pub fn listen() {
    // Yew tells the events of its parts apart by numbers that each program counts for itself: the page's part
    // is number one, so this one must not be.
    if let Ok(aside) = document().create_element("div") {
        Renderer::<Nothing>::with_root(aside).render();
    }
    EventListener::new(&window(), "fairfloor-given-centre", |event| {
        if let Some(given) = told::heard::<Given>(event) {
            show(Rc::new(given));
        }
    })
    .forget();
}

fn show(given: Rc<Given>) {
    let Some(place) = document().get_element_by_id("centre") else {
        return;
    };
    SHOWN.with_borrow_mut(|shown| {
        if let Some((element, centre)) = shown {
            if element.parent_element().as_ref() != Some(&place) {
                let _ = place.append_child(element);
            }
            centre.update(Props { given });
        } else if let Ok(element) = document().create_element("div") {
            element.set_class_name("centre");
            let _ = place.append_child(&element);
            let root = element.clone();
            let centre = Renderer::<Centre>::with_root_and_props(root, Props { given }).render();
            *shown = Some((element, centre));
        }
    });
}

/// True while it is in the page.
pub fn is_shown() -> bool {
    document().get_element_by_id("centre").is_some()
}

/// Tells the page what is wanted of it.
pub fn want(wanted: &Wanted) {
    told::tell("fairfloor-wanted", Some(wanted));
}
