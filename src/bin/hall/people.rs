//! Lives to read: the gallery, one life as a dated story, and its twin under another scenario.

use crate::app::{Msg, Scene, failed, headline};
use crate::document;
use crate::parts::plot::{FigureCard, grid};
use crate::projector::{Call, Came, Projector, Year};
use crate::select::{self, chosen};
use crate::shared::{Dispatch, Shared};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::plan::Plan;
use fairfloor::view::action::Action;
use fairfloor::view::figure::{Figure, Grid};
use fairfloor::view::lives::chosen::{Choice, REPLICATIONS, offered, twin};
use fairfloor::view::lives::stage::{Stage, is_turn, often, stage};
use fairfloor::view::lives::twin::Twin;
use fairfloor::view::lives::{Card, Story, names};
use fairfloor::view::session::Session;
use fairfloor::view::words::{floor, lab, people as words};
use std::rc::Rc;
use yew::prelude::*;

/// What can happen to the recordings.
pub enum Do {
    Called(Call),
    Retry,
}

/// The screen: has recorded what it reads.
pub struct People {
    projector: Result<Projector, String>,
    /// What was on the page stays until the new recordings are there.
    years: [Option<Shared<Year>>; 2],
}

impl Component for People {
    type Message = Do;
    type Properties = Scene;

    fn create(ctx: &Context<Self>) -> Self {
        let mut people = Self {
            projector: Projector::start(&ctx.link().callback(Do::Called)),
            years: [None, None],
        };
        people.record(ctx.props());
        people
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Scene) -> bool {
        self.record(ctx.props());
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Do) -> bool {
        match msg {
            Do::Called(call) => {
                let Ok(projector) = &mut self.projector else {
                    return false;
                };
                match projector.hear(call, 0) {
                    Came::Nothing => return false,
                    Came::Failed(why) => {
                        self.projector = Err(why);
                        return true;
                    }
                    Came::Free | Came::Year(_) | Came::Film => {}
                }
            }
            Do::Retry => {
                self.projector = Projector::start(&ctx.link().callback(Do::Called));
                self.record(ctx.props());
            }
        }
        self.take();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let scene = ctx.props();
        match &self.projector {
            Ok(_) => html! { <Lives scene={scene.clone()} years={self.years.clone()} /> },
            Err(why) => html! {
                <div class="trouble" role="alert">
                    { failed(why, [floor::FAILED, floor::RETRY], ctx.link().callback(|_| Do::Retry), scene.session.language) }
                </div>
            },
        }
    }
}

impl People {
    /// Has the open scenario and the twin's recorded.
    fn record(&mut self, scene: &Scene) {
        let session = &scene.session;
        let twin = twin(session).map(|twin| session.under(twin));
        let scenarios = std::iter::once(session.scenario().clone()).chain(twin);
        let plans: Result<Vec<Plan>, _> = scenarios.map(|one| Plan::new(&one)).collect();
        if let (Ok(plans), Ok(projector)) = (plans, &mut self.projector) {
            projector.show(plans, session.seed, session.people.replication);
        }
        self.take();
    }

    fn take(&mut self) {
        let Ok(projector) = &mut self.projector else {
            return;
        };
        projector.want_years();
        if projector.is_stale(0) {
            return;
        }
        for (side, kept) in self.years.iter_mut().enumerate() {
            let year = projector.year(side).filter(|_| !projector.is_stale(side));
            let same = match (year, &kept) {
                (Some(year), Some(kept)) => Rc::ptr_eq(year, &kept.0),
                (year, kept) => year.is_none() && kept.is_none(),
            };
            if !same {
                *kept = year.map(|year| Shared(Rc::clone(year)));
            }
        }
    }
}

#[derive(Properties, PartialEq)]
struct LivesProps {
    scene: Scene,
    years: [Option<Shared<Year>>; 2],
}

fn choose(dispatch: &Dispatch, choice: Choice) {
    dispatch.emit(Msg::Act(Action::People(choice)));
}

/// Opens somebody's life and goes there.
fn read(dispatch: &Dispatch, id: &str) -> Callback<MouseEvent> {
    let (dispatch, id) = (dispatch.clone(), id.to_owned());
    Callback::from(move |_| {
        choose(&dispatch, Choice::Person(id.clone()));
        document::focus_soon("#life");
    })
}

#[component]
fn Lives(props: &LivesProps) -> Html {
    let scene = &props.scene;
    let session = &scene.session;
    let language = session.language;
    let made = use_memo(
        (props.years.clone(), session.clone()),
        |([here, there], session)| {
            let there = there.as_ref().map(|year| &year.hall.journal);
            let made = stage(&here.as_ref()?.hall.journal, there, session)?;
            let chance = Shared::new(Figure::clone(&made.chance));
            let story = Shared::new(made.story.clone());
            Some((made, chance, story))
        },
    );
    let (Some((stage, chance, story)), Some(year)) = (&*made, &props.years[0]) else {
        return headline(&scene.given, words::WAIT.get(language), "");
    };
    let lived = &year.hall.journal.lives[stage.life];
    let years = scene.given.years.as_ref();
    let told = years.and_then(|(years, _)| often(years, lived, language));
    html! {
        <>
            { headline(&scene.given, &stage.sentence, names::fictional(language)) }
            <Which now={session.people.replication} {language} dispatch={scene.dispatch.clone()} />
            { gallery(&stage.cards, stage.life, language, &scene.dispatch) }
            { life(scene, stage, told.as_deref()) }
            <FigureCard figure={chance.clone()} {language} table={scene.given.table} dispatch={scene.dispatch.clone()} />
            { beside(session, stage.twin.as_ref(), &scene.dispatch) }
            <Days story={story.clone()} {language} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct WhichProps {
    now: u32,
    language: Language,
    dispatch: Dispatch,
}

/// Which replication, and other luck in one click. A component of its own, so that what is being typed
/// isn't written over while results come in.
#[component]
fn Which(props: &WhichProps) -> Html {
    let WhichProps {
        now,
        language,
        dispatch,
    } = props;
    let (now, language) = (*now, *language);
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input = select::input(&event);
            let Some(input) = input else { return };
            if let Ok(number) = input.value().trim().parse::<u32>() {
                choose(&dispatch, Choice::Replication(number));
            }
            // What was there before stays, and what is too large is cut.
            input.set_value(&now.to_string());
        })
    };
    let another = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| choose(&dispatch, Choice::Replication((now + 1) % REPLICATIONS))
    };
    html! {
        <div class="study-controls which-year">
            <div class="choice">
                <label for="replication">{ words::REPLICATION.get(language) }</label>
                <input id="replication" type="number" class="number" min="0" max={(REPLICATIONS - 1).to_string()}
                    value={now.to_string()} {onchange} />
            </div>
            <button type="button" class="button" data-do="another" onclick={another}>{ words::ANOTHER.get(language) }</button>
        </div>
    }
}

fn gallery(cards: &[Card], open: usize, language: Language, dispatch: &Dispatch) -> Html {
    html! {
        <ul class="gallery" aria-label={words::GALLERY.get(language)}>
            { for cards.iter().map(|card| html! {
                <li key={card.place.id()}>
                    <button type="button" class="person" data-place={card.place.id()}
                        aria-current={(card.life == open).then_some("true")} onclick={read(dispatch, &card.id)}>
                        <span class="tag">{ card.title }</span>
                        <strong>{ &card.name }</strong>
                        <span>{ &card.headline }</span>
                        <span class="rule">{ card.rule }</span>
                    </button>
                </li>
            }) }
        </ul>
    }
}

/// Who it is, why it went so, how common that is.
fn life(scene: &Scene, stage: &Stage, often: Option<&str>) -> Html {
    let session = &scene.session;
    let language = session.language;
    let dispatch = &scene.dispatch;
    let story = &stage.story;
    let at = stage.everybody.iter().position(|(id, _)| *id == story.id);
    let step = |by: usize, text: &'static str| {
        let all = stage.everybody.len();
        let (id, _) = &stage.everybody[(at.unwrap_or(0) + by) % all];
        let (dispatch, id) = (dispatch.clone(), id.clone());
        let onclick = move |_: MouseEvent| choose(&dispatch, Choice::Person(id.clone()));
        html! { <button type="button" class="button" {onclick}>{ text }</button> }
    };
    let onchange = {
        let (dispatch, all) = (dispatch.clone(), stage.everybody.clone());
        Callback::from(move |event: Event| {
            if let Some((id, _)) = chosen(&event).and_then(|at| all.get(at)) {
                choose(&dispatch, Choice::Person(id.clone()));
            }
        })
    };
    let replication = session.people.replication.to_string();
    let partial = matches!(scene.given.years, Some((_, false)));
    html! {
        <section class="card life" aria-labelledby="life">
            <header>
                <div>
                    <h2 id="life" tabindex="-1">{ &story.name }</h2>
                    <p>{ &story.headline }</p>
                    <p class="hint">{ words::FICTION.get(language).replace('#', &replication) }</p>
                </div>
                <div class="study-controls">
                    <div class="choice">
                        <label for="person">{ words::PERSON.get(language) }</label>
                        <select id="person" {onchange}>
                            { for stage.everybody.iter().enumerate().map(|(k, (id, name))| html! {
                                <option key={id.clone()} value={id.clone()} selected={Some(k) == at}>
                                    { format!("{name} · {id}") }
                                </option>
                            }) }
                        </select>
                    </div>
                    { step(stage.everybody.len() - 1, words::PREVIOUS.get(language)) }
                    { step(1, words::NEXT.get(language)) }
                </div>
            </header>
            <h3>{ words::WHY.get(language) }</h3>
            <div class="cause">{ for story.cause.iter().map(|sentence| html! { <p>{ sentence }</p> }) }</div>
            <h3>{ words::OFTEN.get(language) }</h3>
            <p class="often">{ often.unwrap_or(words::OFTEN_WAIT.get(language)) }</p>
            if partial && often.is_some() {
                <p class="hint">{ lab::PARTIAL.get(language) }</p>
            }
        </section>
    }
}

/// The twin: under which scenario, in a sentence, side by side.
fn beside(session: &Session, found: Option<&Twin>, dispatch: &Dispatch) -> Html {
    let language = session.language;
    let all = offered(session);
    let now = twin(session);
    let onchange = {
        let (dispatch, all) = (dispatch.clone(), all.clone());
        Callback::from(move |event: Event| {
            if let Some(reference) = chosen(&event).and_then(|at| all.get(at)) {
                choose(&dispatch, Choice::Twin(*reference));
            }
        })
    };
    html! {
        <section class="card twin" aria-labelledby="twin-title">
            <h2 id="twin-title">{ words::TWIN.get(language) }</h2>
            if all.is_empty() {
                <p class="hint">{ words::NO_TWIN.get(language) }</p>
            } else {
                <div class="study-controls">
                    <div class="choice">
                        <label for="twin">{ words::TWIN_UNDER.get(language) }</label>
                        <select id="twin" {onchange}>
                            { for all.iter().map(|reference| {
                                let title = session.title_of(*reference);
                                html! { <option key={title.clone()} selected={Some(*reference) == now}>{ title }</option> }
                            }) }
                        </select>
                    </div>
                </div>
                if let Some(found) = found {
                    <p class="twin-says">{ &found.sentence }</p>
                    if !found.table.rows.is_empty() {
                        { grid(&Grid { head: found.table.head.clone(), rows: found.table.rows.clone() }, &found.table.title) }
                    }
                    <p class="hint">{ words::TWIN_NOTE.get(language) }</p>
                } else {
                    <p class="hint">{ words::TWIN_WAIT.get(language) }</p>
                }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct DaysProps {
    story: Shared<Story>,
    language: Language,
}

/// What happened, day by day, or the turning points alone.
#[component]
fn Days(props: &DaysProps) -> Html {
    let language = props.language;
    // A year has hundreds of lines; the turning points are what one comes for.
    let turns = use_state(|| true);
    let flip = {
        let turns = turns.clone();
        Callback::from(move |_: Event| turns.set(!*turns))
    };
    let lines = props.story.lines.iter();
    let lines: Vec<_> = lines.filter(|line| !*turns || is_turn(line)).collect();
    html! {
        <section class="card" aria-labelledby="days-title">
            <header class="days-head">
                <h2 id="days-title">{ words::STORY.get(language) }</h2>
                <label class="check">
                    <input type="checkbox" checked={*turns} onchange={flip} data-do="turns" />
                    { words::TURNS.get(language) }
                </label>
            </header>
            if lines.is_empty() {
                <p class="hint">{ words::NO_TURNS.get(language) }</p>
            }
            <ol class="days">
                { for lines.into_iter().enumerate().map(|(at, line)| html! {
                    <li key={at} data-kind={line.kind} class={is_turn(line).then_some("is-turn")}>
                        <span class="day">{ &line.date }</span>
                        <span>{ &line.text }</span>
                    </li>
                }) }
            </ol>
        </section>
    }
}
