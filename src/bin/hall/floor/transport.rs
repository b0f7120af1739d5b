//! What stands around the hall: play, speed, scrubbing, jumps, legend, lists.

use super::lists::Lists;
use super::shown::{Shown, jump};
use super::{Do, Floor, LAPSE, SPEEDS};
use super::{keys, legend};
use crate::app::{failed, headline};
use crate::parts::icons::icon;
use crate::projector::Year;
use crate::select::{self, chosen};
use crate::shared::Shared;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::floor::clock::{Clock, Moment};
use fairfloor::view::floor::events::{What, deserted, first};
use fairfloor::view::floor::hall::counts;
use fairfloor::view::floor::{beside, told};
use fairfloor::view::words::floor as words;
use std::rc::Rc;
use yew::prelude::*;

const PLAY: &str = "M6 4l10 6-10 6z";
const PAUSE: &str = "M7 4v12M13 4v12";

fn ranged(event: &InputEvent) -> Option<f64> {
    let input = select::input(event)?;
    Some(input.value_as_number())
}

impl Floor {
    /// The whole screen.
    pub fn draw(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let language = props.session.language;
        let projector = match &self.projector {
            Ok(projector) => projector,
            Err(why) => return self.failed(ctx, why, language),
        };
        let (Some(clock), Some(year)) = (self.clock, projector.year(0)) else {
            let unsound = !props.sound;
            let (title, lead) = if unsound {
                (words::UNSOUND, "")
            } else if self.source.is_none() {
                (words::RECORDING, words::WAITING.get(language))
            } else {
                (words::RECORDING, "")
            };
            return html! {
                <>
                    { headline(&props.given, title.get(language), lead) }
                    <div class="card floor-empty" ref={self.room.clone()} aria-hidden="true"></div>
                </>
            };
        };
        let offered = beside::offered(&props.session);
        let mut titles = vec![props.session.lineup.open().title(language)];
        if self.sides() > 1 {
            let at = self.chosen.beside.unwrap_or(0);
            titles.extend(offered.get(at).map(|one| one.label.clone()));
        }
        let typical = self.chosen.typical.filter(|_| self.chosen.luck.is_none());
        let number = self.source.as_ref().map_or(0, |source| source.replication);
        let lead = told::which(number, typical.map(|(_, of)| of), language);
        let sentence = told::year(&year.hall, &year.happenings, &clock, language);
        let second = Shown::at(self.player.now).second;
        let counted: Vec<_> = (0..self.sides())
            .map(|side| {
                let hall = &self.halls[side];
                counts(hall.reel.as_ref(), &hall.standings, second)
            })
            .collect();
        let waiting: Vec<Vec<bool>> = (0..self.sides())
            .map(|side| {
                let patience = projector.patience(side);
                Shown::at(self.player.now).waiting(self.halls[side].reel.as_ref(), patience)
            })
            .collect();
        let state = (0..self.sides())
            .map(|side| {
                let hall = projector.year(side).map(|year| &year.hall);
                let now = self.player.now;
                let waits = waiting[side].len();
                let said = told::state(hall, &clock, now, &counted[side], waits, language);
                if self.sides() > 1 {
                    format!("{} · {said}", titles.get(side).cloned().unwrap_or_default())
                } else {
                    said
                }
            })
            .collect::<Vec<_>>()
            .join(" ");
        html! {
            <>
                { headline(&props.given, &sentence, &lead) }
                <figure class="card floor" role="figure" aria-label={state.clone()}
                    data-day={self.player.now.day.to_string()} data-second={second.to_string()}
                    data-playing={self.player.playing.to_string()} data-film={self.halls[0].reel.is_some().to_string()}>
                    { self.bar(ctx, year, &clock, &offered, language) }
                    { Self::jumps(ctx, year, &clock, language) }
                    { self.rooms(ctx, &titles, &waiting, &state, language) }
                    { self.tracks(ctx, year, &clock, language) }
                    { legend::legend(&counted, language) }
                    { self.person(ctx, &titles, language) }
                    { legend::foot(self, &clock, language) }
                </figure>
                if !self.player.playing {
                    <p class="unseen" role="status">{ state }</p>
                }
                { for (0..self.sides()).filter_map(|side| Some(self.lists(side, projector.year(side)?, &clock, &titles, language))) }
            </>
        }
    }

    fn failed(&self, ctx: &Context<Self>, why: &str, language: Language) -> Html {
        html! {
            <div class="trouble" role="alert" ref={self.room.clone()}>
                { failed(why, [words::FAILED, words::RETRY], ctx.link().callback(|_| Do::Retry), language) }
            </div>
        }
    }

    fn bar(
        &self,
        ctx: &Context<Self>,
        year: &Year,
        clock: &Clock,
        offered: &[beside::Beside],
        language: Language,
    ) -> Html {
        let link = ctx.link();
        let said = |text: Text| text.get(language);
        let (playing, still) = (self.player.playing, self.player.still);
        let week = i32::try_from(clock.open_days).unwrap_or(5);
        let now = self.player.now;
        let step = |name: &'static str, text: Text, days: i32, shown: &'static str| {
            html! {
                <button type="button" class="button quiet" data-do={name} aria-label={said(text)} title={said(text)}
                    onclick={link.callback(move |_| Do::Days(days))}>{ shown }</button>
            }
        };
        let onchange =
            link.batch_callback(|event: Event| chosen(&event).map(|at| Do::Beside(Some(at))));
        let several = self.sides() > 1;
        let flip = if several { None } else { Some(0) };
        let seconds = self.player.speed <= 2;
        html! {
            <div class="floor-bar">
                <p class="floor-clock"><span>{ told::day(Some(&year.hall), clock, now.day, language) }</span>
                    <strong>{ told::time(now.second, seconds) }</strong></p>
                <div class="floor-steps">
                    { step("week-back", words::WEEK_BACK, -week, "«") }
                    { step("day-back", words::DAY_BACK, -1, "‹") }
                    if !still {
                        <button type="button" class="button floor-play" data-do="play"
                            onclick={link.callback(move |_| Do::Play(!playing))}>
                            { icon(if playing { PAUSE } else { PLAY }) }
                            { said(if playing { words::PAUSE } else { words::PLAY }) }
                        </button>
                    }
                    { step("day-on", words::DAY_ON, 1, "›") }
                    { step("week-on", words::WEEK_ON, week, "»") }
                </div>
                if still {
                    <p class="hint">{ said(words::STILLS) }</p>
                } else {
                    <div class="floor-speeds" role="group" aria-label={said(words::SPEED)}>
                        { for (0..=LAPSE).map(|at| {
                            let text = SPEEDS.get(at).map_or_else(|| said(words::LAPSE).to_owned(), |speed| format!("{speed}×"));
                            html! {
                                <button type="button" class="button small" data-speed={at.to_string()}
                                    aria-pressed={(at == self.player.speed).to_string()}
                                    onclick={link.callback(move |_| Do::Speed(at))}>{ text }</button>
                            }
                        }) }
                    </div>
                }
                <div class="floor-beside">
                    if !offered.is_empty() {
                        <button type="button" class="button" data-do="beside" aria-pressed={several.to_string()}
                            onclick={link.callback(move |_| Do::Beside(flip))}>{ said(words::BESIDE) }</button>
                    }
                    if several {
                        <select aria-label={said(words::BESIDE_WHAT)} {onchange}>
                            { for offered.iter().enumerate().map(|(at, one)| html! {
                                <option selected={self.chosen.beside == Some(at)}>{ &one.label }</option>
                            }) }
                        </select>
                    }
                    <button type="button" class="button quiet" data-do="luck"
                        onclick={link.callback(|_| Do::Luck)}>{ said(words::OTHER_LUCK) }</button>
                </div>
            </div>
        }
    }

    fn jumps(ctx: &Context<Self>, year: &Rc<Year>, clock: &Clock, language: Language) -> Html {
        let link = ctx.link();
        let wanted = [
            (What::Quit, words::FIRST_QUIT),
            (What::Award, words::FIRST_AWARD),
            (What::Promoted, words::FIRST_PROMOTED),
            (What::Hired, words::FIRST_HIRED),
        ];
        let found = wanted.into_iter().filter_map(|(what, text)| {
            let one = *first(&year.happenings, what)?;
            let week = clock.week(one.day) + 1;
            let text = match language {
                Language::Zh => format!("{} 第 {week} 周", text.zh),
                Language::En => format!("{}, week {week}", text.en),
            };
            let year = Rc::clone(year);
            Some(html! {
                <button type="button" class="button small" data-jump={format!("{what:?}")}
                    onclick={link.callback(move |_| jump(&year, &one))}>{ text }</button>
            })
        });
        let deserted = deserted(&year.weeks);
        html! {
            <>
                <div class="floor-jumps" role="group" aria-label={words::JUMP.get(language)}>
                    <span class="hint" aria-hidden="true">{ words::JUMP.get(language) }</span>
                    { for found }
                    <button type="button" class="button small" data-jump="busiest"
                        onclick={link.callback(|_| Do::Busiest)}>{ words::BUSIEST.get(language) }</button>
                </div>
                if let Some(week) = deserted {
                    <p class="floor-note"><strong>{ told::deserted(week, language) }</strong>{ " " }
                        <button type="button" class="button small" data-do="rewind"
                            onclick={link.callback(|_| Do::Days(-100_000))}>{ words::REWIND.get(language) }</button></p>
                }
            </>
        }
    }

    fn rooms(
        &self,
        ctx: &Context<Self>,
        titles: &[String],
        waiting: &[Vec<bool>],
        state: &str,
        language: Language,
    ) -> Html {
        let link = ctx.link();
        let sides = self.sides();
        let stale = self
            .projector
            .as_ref()
            .is_ok_and(|p| (0..sides).any(|side| p.is_stale(side)));
        let missing = (0..sides).any(|side| self.halls[side].reel.is_none());
        let loading = match (stale, missing) {
            (true, _) => Some(words::RECORDING),
            (false, true) => Some(words::LOADING_WEEK),
            (false, false) => None,
        };
        let width = self.hall_width();
        let height = |side: usize| self.halls[side].stage.plan().height + 2.0;
        let beside = sides > 1 && width < self.width;
        let onkeydown = link.batch_callback(|event: KeyboardEvent| {
            keys::is_ours(&event).then(|| {
                event.prevent_default();
                Do::Key(event)
            })
        });
        html! {
            <div class="floor-room" ref={self.room.clone()} tabindex="0" role="application" aria-label={state.to_owned()}
                aria-describedby="floor-keys" {onkeydown}>
                <div class={classes!("halls", beside.then_some("are-beside"))}>
                    { for (0..sides).map(|side| html! {
                        <div class="hall" key={side} data-hall={side.to_string()}>
                            if sides > 1 {
                                <h2>{ titles.get(side).cloned().unwrap_or_default() }</h2>
                            }
                            <p class="floor-queue">{ told::waiting(waiting[side].len(), language) }</p>
                            <canvas ref={self.halls[side].canvas.clone()} aria-hidden="true"
                                class={(self.halls[side].stage.plan().height <= 0.0).then_some("is-awaited")}
                                style={format!("width:{width}px;height:{:.0}px", height(side))}
                                onclick={link.callback(move |event: MouseEvent| {
                                    Do::Press(side, f64::from(event.offset_x()), f64::from(event.offset_y()))
                                })}></canvas>
                        </div>
                    }) }
                    if beside && self.halls[1].reel.is_some() {
                        { self.thread() }
                    }
                </div>
                if let Some(text) = loading {
                    <p class="floor-loading" role="status">{ text.get(language) }</p>
                }
            </div>
        }
    }

    /// The line between the same person in both halls.
    fn thread(&self) -> Html {
        let Some(who) = self.chosen.followed else {
            return Html::default();
        };
        let shift = self.width - self.hall_width();
        let ends = [0, 1].map(|side| {
            let plan = self.halls[side].stage.plan();
            let place = plan.places.get(who.0 as usize).copied().unwrap_or([0.0; 2]);
            let x = place[0] + if side == 0 { plan.side } else { shift };
            (x, place[1] + plan.side / 2.0, plan.height)
        });
        let height = f64::max(ends[0].2, ends[1].2);
        html! {
            <svg class="floor-thread" width={self.width.to_string()} height={height.to_string()} aria-hidden="true">
                <line x1={ends[0].0.to_string()} y1={ends[0].1.to_string()} x2={ends[1].0.to_string()} y2={ends[1].1.to_string()} />
            </svg>
        }
    }

    fn tracks(&self, ctx: &Context<Self>, year: &Year, clock: &Clock, language: Language) -> Html {
        let link = ctx.link();
        let (now, clock) = (self.player.now, *clock);
        let day = told::day(Some(&year.hall), &clock, now.day, language);
        let of_year = link.batch_callback(move |event: InputEvent| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let day = ranged(&event)?.max(0.0) as u32;
            Some(Do::To(Moment { day, ..now }))
        });
        let of_day = link.batch_callback(move |event: InputEvent| {
            let second = ranged(&event)?;
            Some(Do::To(Moment { second, ..now }))
        });
        let last = f64::from(clock.measured.max(2) - 1);
        let marks = year
            .happenings
            .iter()
            .filter(|h| matches!(h.what, What::Quit | What::Award));
        let mut shown = (What::Hired, u32::MAX);
        let marks = marks.filter(move |h| {
            let new = shown != (h.what, h.day);
            shown = (h.what, h.day);
            new
        });
        html! {
            <div class="floor-tracks">
                <label for="floor-year">{ words::OF_YEAR.get(language) }</label>
                <div class="floor-track">
                    <div class="floor-marks" aria-hidden="true">
                        { for marks.map(|h| html! {
                            <i class={if h.what == What::Quit { "quit" } else { "award" }}
                                style={format!("left:{:.2}%", f64::from(h.day) / last * 100.0)}></i>
                        }) }
                    </div>
                    <input id="floor-year" type="range" min="0" max={last.to_string()} step="1" value={now.day.to_string()}
                        aria-valuetext={day} oninput={of_year} />
                </div>
                <label for="floor-day">{ words::OF_DAY.get(language) }</label>
                <input id="floor-day" type="range" min={clock.opens.to_string()} max={clock.closes.to_string()} step="60"
                    value={format!("{:.0}", now.second)} aria-valuetext={told::time(now.second, false)} oninput={of_day} />
            </div>
        }
    }

    fn lists(
        &self,
        side: usize,
        year: &Rc<Year>,
        clock: &Clock,
        titles: &[String],
        language: Language,
    ) -> Html {
        let several = self.sides() > 1;
        let title = titles
            .get(side)
            .filter(|_| several)
            .cloned()
            .unwrap_or_default();
        html! {
            <Lists key={side} year={Shared(Rc::clone(year))} clock={*clock} {title} {language} jump={self.jump.clone()} />
        }
    }
}
