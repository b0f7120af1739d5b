//! Brings the canvases to the moment.

use super::shown::{self, Shown};
use super::stage::Look;
use super::{Floor, GAP};
use fairfloor::view::floor::hall::pose;
use fairfloor::view::floor::layout::FloorPlan;
use fairfloor::view::floor::reel::Reel;
use fairfloor::view::lives::names;
use web_sys::HtmlCanvasElement;

/// A hall is no taller than this, in pixels, where its desks can be smaller.
const MOST: f64 = 620.0;
/// From this width on two halls stand side by side.
const BESIDE: f64 = 720.0;

impl Floor {
    /// Sets the canvases up: their plan, their size, the page's colours.
    pub(super) fn set(&mut self) {
        let sides = self.sides();
        let ready = self.projector.as_ref().is_ok_and(|p| p.year(0).is_some());
        if !self.unset || self.width < 1.0 || !ready {
            return;
        }
        self.unset = false;
        for side in 0..sides {
            let width = self.hall_width();
            let year = self.projector.as_ref().ok().and_then(|p| p.year(side));
            let teams = year.map_or_else(Vec::new, |year| year.hall.teams());
            let hall = &mut self.halls[side];
            if let Some(canvas) = hall.canvas.cast::<HtmlCanvasElement>() {
                hall.stage.set(&canvas, FloorPlan::new(&teams, width, MOST));
            } else {
                self.unset = true;
            }
        }
    }

    /// The width of one hall.
    pub(super) fn hall_width(&self) -> f64 {
        if self.sides() > 1 && self.width >= BESIDE {
            ((self.width - GAP) / 2.0).floor()
        } else {
            self.width
        }
    }

    /// Brings what is known of the halls to the moment's day. Words on the page stand on it too, so it
    /// comes before they are written; the painting, after.
    pub(super) fn bring(&mut self) {
        let (Some(clock), Ok(projector)) = (self.clock, &self.projector) else {
            return;
        };
        let day = clock.warmup + self.player.now.day;
        for side in 0..self.sides() {
            let Some(year) = projector.year(side) else {
                continue;
            };
            let hall = &mut self.halls[side];
            if hall.day == Some(day) {
                continue;
            }
            hall.day = Some(day);
            hall.reel = projector.day(side, day).map(Reel::new);
            hall.standings = year.hall.standings(day);
            hall.names = hall
                .standings
                .iter()
                .map(|standing| {
                    let life = standing.life.map(|at| &year.hall.journal.lives[at]);
                    life.map_or_else(String::new, |life| names::short(life, self.drawn.0))
                })
                .collect();
        }
    }

    /// Brings the halls to the moment and paints what has changed.
    pub(super) fn paint(&mut self) {
        self.bring();
        let Ok(projector) = &self.projector else {
            return;
        };
        let shown = Shown::at(self.player.now);
        for side in 0..self.sides() {
            let Some(year) = projector.year(side) else {
                continue;
            };
            let followed = self.chosen.followed.and_then(|who| shown::find(year, who));
            let hall = &mut self.halls[side];
            let reel = hall.reel.as_ref();
            let looks: Vec<Look> = hall
                .standings
                .iter()
                .enumerate()
                .map(|(seat, standing)| Look {
                    pose: pose(reel, standing, seat, shown.second),
                    standing: *standing,
                    followed: followed.is_some() && standing.life == followed,
                })
                .collect();
            let waiting = shown.waiting(reel, projector.patience(side));
            hall.stage.paint(&looks, &hall.names, waiting);
        }
    }
}
