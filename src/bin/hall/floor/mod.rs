//! The hall, played back: its component, what happens to it, and the clock that drives it.

mod doing;
mod keys;
mod legend;
mod lists;
mod painting;
mod person;
mod shown;
mod stage;
mod transport;

use crate::app::Scene;
use crate::browser::Theme;
use crate::projector::{Call, Projector};
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::plan::Plan;
use fairfloor::view::floor::beside;
use fairfloor::view::floor::clock::{Clock, Moment};
use fairfloor::view::floor::hall::Standing;
use fairfloor::view::floor::reel::Reel;
use gloo::events::EventListener;
use gloo::utils::window;
use stage::Stage;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// How much faster than life; the last shows four days a second, each at its busy hour.
const SPEEDS: [f64; 5] = [1.0, 10.0, 60.0, 300.0, 1_000.0];
const LAPSE: usize = SPEEDS.len();
const GAP: f64 = 24.0;
/// The moment at which the view opens: in the middle of a morning.
const MORNING: f64 = 10.5 * 3_600.0;

/// What can happen in the view.
pub enum Do {
    Called(Call),
    Frame(f64),
    Play(bool),
    Speed(usize),
    /// To a moment.
    To(Moment),
    /// To a day, with somebody to follow.
    Jump(u32, Option<(u32, u32)>),
    Busiest,
    Days(i32),
    Seconds(f64),
    Person(i32),
    Follow(Option<(u32, u32)>),
    /// A press on a hall's canvas, in its own pixels.
    Press(usize, f64, f64),
    Beside(Option<usize>),
    Luck,
    Key(KeyboardEvent),
    Retry,
    Width(f64),
    Repaint,
}

/// One hall as it is drawn now.
#[derive(Default)]
struct Now {
    reel: Option<Reel>,
    standings: Vec<Standing>,
    names: Vec<String>,
    /// The working day of the simulation that these are of.
    day: Option<u32>,
    stage: Stage,
    canvas: NodeRef,
}

/// What the recording is made from.
#[derive(PartialEq, Clone)]
struct Source {
    scenarios: Vec<Scenario>,
    seed: u64,
    replication: u32,
}

/// A room whose width is watched, and by what.
type Observed = (Element, ResizeObserver, Closure<dyn FnMut()>);

/// The clock's state.
struct Player {
    now: Moment,
    playing: bool,
    speed: usize,
    last: f64,
    said: f64,
    request: Option<i32>,
    frame: Closure<dyn FnMut(f64)>,
    /// The system asks for less motion.
    still: bool,
}

/// What was chosen.
#[derive(Default)]
struct Chosen {
    beside: Option<usize>,
    followed: Option<(u32, u32)>,
    /// Other luck than the typical.
    luck: Option<u32>,
    /// The typical replication, and of how many.
    typical: Option<(u32, usize)>,
}

pub struct Floor {
    projector: Result<Projector, String>,
    source: Option<Source>,
    clock: Option<Clock>,
    player: Player,
    chosen: Chosen,
    halls: [Now; 2],
    width: f64,
    room: NodeRef,
    /// The same for all that jump, so that lists are drawn once.
    jump: Callback<Do>,
    /// Canvases must be set up before they are painted.
    unset: bool,
    drawn: (Language, Theme),
    observer: Option<Observed>,
    _scheme: Vec<EventListener>,
}

fn matches(query: &str) -> bool {
    let list = window().match_media(query).ok().flatten();
    list.is_some_and(|list| list.matches())
}

impl Component for Floor {
    type Message = Do;
    type Properties = Scene;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let frame = Closure::new(move |time: f64| link.send_message(Do::Frame(time)));
        let schemes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
        let schemes = schemes.into_iter().filter_map(|query| {
            let list = window().match_media(query).ok().flatten()?;
            let link = ctx.link().clone();
            Some(EventListener::new(&list, "change", move |_| {
                link.send_message(Do::Repaint);
            }))
        });
        let mut floor = Self {
            projector: Projector::start(&ctx.link().callback(Do::Called)),
            source: None,
            clock: None,
            player: Player {
                now: Moment {
                    day: 0,
                    second: MORNING,
                },
                playing: false,
                speed: 2,
                last: 0.0,
                said: 0.0,
                request: None,
                frame,
                still: matches("(prefers-reduced-motion: reduce)"),
            },
            chosen: Chosen::default(),
            halls: Default::default(),
            width: 0.0,
            room: NodeRef::default(),
            jump: ctx.link().callback(|what| what),
            unset: true,
            drawn: (ctx.props().session.language, ctx.props().theme),
            observer: None,
            _scheme: schemes.collect(),
        };
        floor.record(ctx.props());
        floor
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Scene) -> bool {
        let now = (ctx.props().session.language, ctx.props().theme);
        if now != self.drawn {
            self.drawn = now;
            self.unset = true;
            self.halls.iter_mut().for_each(|hall| hall.day = None);
        }
        self.record(ctx.props());
        self.bring();
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Do) -> bool {
        self.happen(ctx, msg)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.draw(ctx)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.observe(ctx);
        self.set();
        self.paint();
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.pause();
        if let Some((_, observer, _)) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Floor {
    /// Watches the width of the room, which is another element while nothing is recorded.
    fn observe(&mut self, ctx: &Context<Self>) {
        let Some(room) = self.room.cast::<Element>() else {
            return;
        };
        if let Some((watched, observer, _)) = &self.observer {
            if *watched == room {
                return;
            }
            observer.disconnect();
        }
        let (link, watched) = (ctx.link().clone(), room.clone());
        let changed = Closure::<dyn FnMut()>::new(move || {
            link.send_message(Do::Width(f64::from(watched.client_width())));
        });
        // It tells the width at once, in a message, so that what was drawn for another is drawn anew.
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&room);
            self.observer = Some((room, observer, changed));
        }
    }

    /// Has the halls recorded that are to be seen, when they are others than before.
    fn record(&mut self, props: &Scene) {
        if self.chosen.typical.is_none() {
            // Without an engine there is nothing to be in the middle of.
            let alone = props.given.failed.then_some((0, 1));
            self.chosen.typical = props.given.typical.or(alone);
        }
        let Some((typical, _)) = self.chosen.typical else {
            return;
        };
        let session = &props.session;
        let mut scenarios = vec![session.scenario().clone()];
        if let Some(at) = self.chosen.beside {
            scenarios.extend(
                beside::offered(session)
                    .into_iter()
                    .nth(at)
                    .map(|b| b.scenario),
            );
        }
        let source = Source {
            scenarios,
            seed: session.seed,
            replication: self.chosen.luck.unwrap_or(typical),
        };
        if self.source.as_ref() == Some(&source) {
            return;
        }
        let plans: Result<Vec<Plan>, _> = source.scenarios.iter().map(Plan::new).collect();
        let (Ok(plans), Ok(projector)) = (plans, &mut self.projector) else {
            return;
        };
        let clock = Clock::of(&plans[0]);
        self.player.now = clock.within(self.player.now);
        self.clock = Some(clock);
        if self
            .source
            .as_ref()
            .is_none_or(|old| old.scenarios.len() != source.scenarios.len())
        {
            self.unset = true;
        }
        projector.show(plans, source.seed, source.replication);
        self.source = Some(source);
        self.want();
    }

    fn sides(&self) -> usize {
        self.source
            .as_ref()
            .map_or(1, |source| source.scenarios.len())
    }

    /// Asks for the film that is needed next.
    fn want(&mut self) {
        let (Some(clock), Ok(projector)) = (&self.clock, &mut self.projector) else {
            return;
        };
        let ahead = match (self.player.playing, self.player.speed) {
            (true, LAPSE) => 5,
            (true, _) => 1,
            (false, _) => 0,
        };
        projector.want(clock.week(self.player.now.day), ahead);
    }
}
