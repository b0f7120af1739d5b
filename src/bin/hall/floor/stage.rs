//! A hall on its canvas: only what has changed since the last picture is painted again.

use fairfloor::view::floor::figure::{Ink, MARKS, Part, RING, parts};
use fairfloor::view::floor::hall::{self, Pose, Standing};
use fairfloor::view::floor::layout::{FloorPlan, NAMED, STRIP};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

/// Distance of callers in the strip, in pixels.
const CALLER: f64 = 13.0;

/// A desk as it is to be seen; equal looks are equal pictures.
#[derive(Clone, Copy, PartialEq)]
pub struct Look {
    pub pose: Pose,
    pub standing: Standing,
    pub followed: bool,
}

/// A canvas and what is on it.
#[derive(Default)]
pub struct Stage {
    context: Option<CanvasRenderingContext2d>,
    paths: Vec<(&'static str, Path2d)>,
    colours: Vec<String>,
    font: String,
    scale: f64,
    plan: FloorPlan,
    painted: Vec<Option<Look>>,
    /// Callers in the strip: whether each waits too long.
    waiting: Vec<bool>,
}

impl Stage {
    /// Takes the canvas over: its size, the page's colours as they are now; everything is painted anew.
    pub fn set(&mut self, canvas: &HtmlCanvasElement, plan: FloorPlan) {
        let context = canvas.get_context("2d").ok().flatten();
        self.context = context.and_then(|c| c.dyn_into().ok());
        self.scale = window().device_pixel_ratio().max(1.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let pixels = |length: f64| (length * self.scale).round() as u32;
        canvas.set_width(pixels(plan.width));
        canvas.set_height(pixels(plan.height + 2.0));
        let style = window().get_computed_style(canvas).ok().flatten();
        let value = |name: &str| {
            let style = style.as_ref();
            let found = style.and_then(|style| style.get_property_value(name).ok());
            found.unwrap_or_default().trim().to_owned()
        };
        self.colours = Ink::TOKENS.iter().map(|token| value(token)).collect();
        self.font = format!("12px {}", value("font-family"));
        self.painted = vec![None; plan.places.len()];
        self.waiting.clear();
        self.plan = plan;
        self.ground();
    }

    /// What is planned.
    pub fn plan(&self) -> &FloorPlan {
        &self.plan
    }

    /// Paints what has changed; how many desks that were.
    pub fn paint(&mut self, looks: &[Look], names: &[String], waiting: Vec<bool>) -> usize {
        let Some(context) = self.context.clone() else {
            return 0;
        };
        let mut count = 0;
        for (seat, look) in looks.iter().enumerate().take(self.painted.len()) {
            if self.painted[seat] != Some(*look) {
                self.painted[seat] = Some(*look);
                self.desk(&context, seat, look, names.get(seat));
                count += 1;
            }
        }
        if waiting != self.waiting {
            self.strip(&context, &waiting);
            self.waiting = waiting;
        }
        count
    }

    fn colour(&self, ink: Ink) -> &str {
        self.colours.get(ink as usize).map_or("", String::as_str)
    }

    /// Puts the corner and the size of what is painted next.
    fn place(&self, context: &CanvasRenderingContext2d, x: f64, y: f64, unit: f64) {
        let s = self.scale;
        // Refused only for what is no number.
        let _ = context.set_transform(unit * s, 0.0, 0.0, unit * s, x * s, y * s);
    }

    fn ground(&self) {
        let Some(context) = &self.context else { return };
        self.place(context, 0.0, 0.0, 1.0);
        for [x, y, w, h] in &self.plan.islands {
            context.set_fill_style_str(self.colour(Ink::Surface));
            context.begin_path();
            let _ = context.round_rect_with_f64(*x, *y, *w, *h, 10.0);
            context.fill();
        }
        context.set_line_width(1.0);
        context.set_stroke_style_str(self.colour(Ink::Axis));
        context.set_global_alpha(0.4);
        context.begin_path();
        context.move_to(0.0, STRIP - 10.5);
        context.line_to(self.plan.width, STRIP - 10.5);
        context.stroke();
        context.set_global_alpha(1.0);
    }

    fn desk(
        &mut self,
        context: &CanvasRenderingContext2d,
        seat: usize,
        look: &Look,
        name: Option<&String>,
    ) {
        let ([x, y], side, tall) = (self.plan.places[seat], self.plan.side, self.plan.tall());
        self.place(context, x, y, 1.0);
        context.set_fill_style_str(self.colour(Ink::Surface));
        context.fill_rect(0.0, 0.0, side, tall);
        if look.followed {
            context.set_fill_style_str(self.colour(Ink::Page));
            context.set_stroke_style_str(self.colour(Ink::Focus));
            context.set_line_width(2.5);
            context.begin_path();
            let _ = context.round_rect_with_f64(2.0, 2.0, side - 4.0, tall - 4.0, 8.0);
            context.fill();
            context.stroke();
        }
        if let Some(name) = name.filter(|_| side >= NAMED) {
            context.set_font(&self.font);
            context.set_text_align("center");
            context.set_fill_style_str(self.colour(Ink::Secondary));
            let _ = context.fill_text_with_max_width(name, side / 2.0, tall - 5.0, side - 4.0);
        }
        self.place(context, x, y, side / 100.0);
        context.set_line_cap("round");
        context.set_line_join("round");
        if look.pose.is_seated() || look.pose == Pose::Break {
            self.ring(context, look.standing.tired);
        }
        context.set_line_width(4.5);
        for part in parts(look.pose) {
            self.part(context, part);
        }
        let marks = [look.standing.award, look.standing.new];
        for (part, _) in MARKS.iter().zip(marks).filter(|(_, shown)| *shown) {
            self.part(context, part);
        }
    }

    fn ring(&self, context: &CanvasRenderingContext2d, tired: u8) {
        use std::f64::consts::{FRAC_PI_2, TAU};
        let [x, y, r] = RING;
        let share = f64::from(tired) / f64::from(hall::RING);
        let arc = |ink, width, alpha, to: f64| {
            context.set_stroke_style_str(self.colour(ink));
            context.set_line_width(width);
            context.set_global_alpha(alpha);
            context.begin_path();
            let _ = context.arc(x, y, r, -FRAC_PI_2, to - FRAC_PI_2);
            context.stroke();
        };
        arc(Ink::Axis, 2.0, 0.35, TAU);
        if tired > 0 {
            arc(Ink::Warm, 6.0, 1.0, TAU * share.min(1.0));
        }
        context.set_global_alpha(1.0);
    }

    fn part(&mut self, context: &CanvasRenderingContext2d, part: &'static Part) {
        let same = |known: &(&'static str, Path2d)| std::ptr::eq(known.0, part.path);
        let known = self.paths.iter().position(same);
        let at = known.unwrap_or_else(|| {
            if let Ok(path) = Path2d::new_with_path_string(part.path) {
                self.paths.push((part.path, path));
            }
            self.paths.len().saturating_sub(1)
        });
        let Some((_, path)) = self.paths.get(at) else {
            return;
        };
        if part.fill {
            context.set_fill_style_str(self.colour(part.ink));
            context.fill_with_path_2d(path);
        } else {
            context.set_stroke_style_str(self.colour(part.ink));
            context.stroke_with_path(path);
        }
    }

    /// Callers in the order of coming: a disc, a diamond once the wait is too long.
    fn strip(&self, context: &CanvasRenderingContext2d, waiting: &[bool]) {
        self.place(context, 0.0, 0.0, 1.0);
        context.clear_rect(0.0, 0.0, self.plan.width, STRIP - 11.0);
        let mut x = CALLER / 2.0;
        for long in waiting {
            if x + CALLER > self.plan.width {
                break;
            }
            context.begin_path();
            if *long {
                context.set_fill_style_str(self.colour(Ink::Warm));
                context.move_to(x, 4.0);
                for (dx, dy) in [(6.0, 6.5), (0.0, 13.0), (-6.0, 6.5)] {
                    context.line_to(x + dx, 4.0 + dy);
                }
            } else {
                context.set_fill_style_str(self.colour(Ink::Call));
                let _ = context.arc(x, 10.5, 4.0, 0.0, std::f64::consts::TAU);
            }
            context.fill();
            x += CALLER;
        }
    }
}
