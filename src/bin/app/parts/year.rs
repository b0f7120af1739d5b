//! The year's figure, made again only when what it shows is another.

use super::plot::FigureCard;
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::view::snapshot::Snapshot;
use fairfloor::view::year;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub snapshot: Shared<Snapshot>,
    pub language: Language,
    pub table: bool,
    pub seed: u64,
    pub dispatch: Dispatch,
}

#[component]
pub fn Year(props: &Props) -> Html {
    let figure = use_memo(
        (props.snapshot.clone(), props.seed, props.language),
        |(snapshot, seed, language)| Shared::new(year::figure(&snapshot.0, *seed, *language)),
    );
    html! {
        <FigureCard figure={(*figure).clone()} language={props.language} table={props.table}
            dispatch={props.dispatch.clone()} />
    }
}
