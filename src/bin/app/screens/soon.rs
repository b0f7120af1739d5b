//! A screen whose study is not there yet says so.

use super::{Props, frame, headline};
use fairfloor::view::words::shell;
use yew::prelude::*;

#[component]
pub fn Soon(props: &Props) -> Html {
    let session = &props.session;
    let language = session.language;
    let title = session.screen.title().get(language);
    frame(props, headline(props, title, shell::NOT_YET.get(language)))
}
