//! What the view does when something happens, and its clock.

use super::{Do, Floor, LAPSE, MORNING, SPEEDS};
use crate::projector::{Call, Came, Projector};
use fairfloor::view::floor::clock::Moment;
use fairfloor::view::floor::reel::busiest;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A day of the fastest speed, in milliseconds.
const LAPSE_MS: f64 = 250.0;
/// Clock and counts are written so often while it plays; the canvas on every frame.
const SAY_MS: f64 = 120.0;

impl Floor {
    /// Handles one message; true when words on the page may have changed.
    pub(super) fn happen(&mut self, ctx: &Context<Self>, msg: Do) -> bool {
        match msg {
            Do::Called(call) => {
                if !self.called(call) {
                    return false;
                }
            }
            Do::Frame(time) => return self.frame(time),
            Do::Play(play) => self.play(play),
            Do::Speed(speed) => self.player.speed = speed.min(LAPSE),
            Do::To(moment) => self.go(moment),
            Do::Jump(day, who) => {
                if who.is_some() {
                    self.chosen.followed = who;
                }
                self.go(Moment {
                    day,
                    second: MORNING,
                });
            }
            Do::Busiest => self.go_to_busiest(),
            Do::Days(days) => self.move_days(days),
            Do::Seconds(seconds) => {
                if let Some(clock) = self.clock {
                    self.go(clock.after(self.player.now, seconds));
                }
            }
            Do::Person(step) => self.next_person(step),
            Do::Follow(who) => self.chosen.followed = who,
            Do::Press(side, x, y) => {
                let seat = self.halls[side].stage.plan().seat_at(x, y);
                let found = seat.and_then(|seat| self.who(side, seat));
                self.chosen.followed = found.filter(|who| self.chosen.followed != Some(*who));
            }
            Do::Beside(at) => {
                self.chosen.beside = at;
                self.record(ctx.props());
            }
            Do::Luck => {
                let now = self.source.as_ref().map_or(0, |source| source.replication);
                self.chosen.luck = Some((now + 1) % 1_000);
                self.record(ctx.props());
            }
            Do::Retry => {
                self.projector = Projector::start(&ctx.link().callback(Do::Called));
                self.source = None;
                self.record(ctx.props());
            }
            // A room that isn't laid out has none: taken out of the page and put back, it is as wide as before.
            Do::Width(width) if width < 1.0 => return false,
            Do::Width(width) => {
                let same = (width - self.width).abs() < 0.5;
                self.width = width;
                self.unset |= !same;
                return !same;
            }
            Do::Repaint => self.unset = true,
            Do::Key(event) => {
                if let Some(what) = self.key(&event) {
                    return self.happen(ctx, what);
                }
            }
        }
        self.want();
        self.bring();
        true
    }

    /// False where nothing came of it.
    fn called(&mut self, call: Call) -> bool {
        let week = self.week();
        let Ok(projector) = &mut self.projector else {
            return false;
        };
        match projector.hear(call, week) {
            Came::Nothing => return false,
            Came::Free => {}
            Came::Year(side) => {
                let seats = self.halls[side].standings.len();
                self.halls[side].day = None;
                let year = projector.year(side);
                self.unset |= year.is_some_and(|year| year.hall.seats() != seats);
            }
            Came::Film => self.halls.iter_mut().for_each(|hall| {
                if hall.reel.is_none() {
                    hall.day = None;
                }
            }),
            Came::Failed(why) => {
                self.pause();
                self.projector = Err(why);
            }
        }
        true
    }

    fn play(&mut self, play: bool) {
        if play && !self.player.still {
            if self
                .clock
                .is_some_and(|clock| clock.is_over(self.player.now))
            {
                self.player.now.day = 0;
            }
            self.player.playing = true;
            self.player.last = 0.0;
            self.request();
        } else if play {
            self.move_days(1);
        } else {
            self.pause();
        }
    }

    /// The week that is looked at.
    fn week(&self) -> u32 {
        self.clock
            .map_or(0, |clock| clock.week(self.player.now.day))
    }

    /// To the moment of this week at which most is going on.
    fn go_to_busiest(&mut self) {
        let projector = self.projector.as_ref().ok();
        let film = projector.and_then(|projector| projector.week(0, self.week()));
        let found = film.and_then(|(film, _)| busiest(film));
        if let (Some((day, second)), Some(clock)) = (found, self.clock) {
            self.go(Moment {
                day: day.saturating_sub(clock.warmup),
                second: f64::from(second),
            });
        }
    }

    fn go(&mut self, moment: Moment) {
        if let Some(clock) = self.clock {
            self.player.now = clock.within(moment);
        }
    }

    fn move_days(&mut self, days: i32) {
        if let Some(clock) = self.clock {
            self.go(clock.days_after(self.player.now, days));
        }
    }

    /// Asks for the next frame; nothing asks while nothing plays.
    fn request(&mut self) {
        if self.player.request.is_none() {
            let frame = self.player.frame.as_ref().unchecked_ref();
            self.player.request = window().request_animation_frame(frame).ok();
        }
    }

    /// Stops the clock.
    pub(super) fn pause(&mut self) {
        self.player.playing = false;
        if let Some(request) = self.player.request.take() {
            let _ = window().cancel_animation_frame(request);
        }
    }

    /// A frame: on by the time that passed, unless the film isn't there yet; true when words follow.
    fn frame(&mut self, time: f64) -> bool {
        self.player.request = None;
        let Some(clock) = self.clock.filter(|_| self.player.playing) else {
            return false;
        };
        let passed = if self.player.last > 0.0 {
            (time - self.player.last).clamp(0.0, 250.0)
        } else {
            0.0
        };
        let there = (0..self.sides()).all(|side| self.halls[side].reel.is_some());
        let mut stepped = false;
        if self.player.speed == LAPSE {
            if time - self.player.last >= LAPSE_MS && there {
                self.player.last = time;
                self.player.now.second = MORNING;
                self.player.now = clock.days_after(self.player.now, 1);
                stepped = true;
            }
        } else {
            self.player.last = time;
            if there {
                let seconds = passed / 1_000.0 * SPEEDS[self.player.speed];
                self.player.now = clock.after(self.player.now, seconds);
            }
        }
        let last_day = self.player.speed == LAPSE && self.player.now.day + 1 >= clock.measured;
        if clock.is_over(self.player.now) || last_day {
            self.pause();
            return true;
        }
        self.request();
        self.paint();
        let say = stepped || time - self.player.said >= SAY_MS;
        if say {
            self.player.said = time;
            self.want();
        }
        say
    }
}
