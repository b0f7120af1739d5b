//! Where everybody is painted: teams as islands, islands side by side, as large as the room allows.

/// Sides of a desk that are tried, in pixels, the largest first.
const SIDES: [f64; 11] = [
    84.0, 76.0, 68.0, 60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0,
];
/// A desk is so much taller than wide: room for the name.
const TALL: f64 = 1.12;
/// From this side on there is room for names.
pub const NAMED: f64 = 60.0;
/// Height of the strip in which callers wait.
pub const STRIP: f64 = 34.0;

/// A team's island: left, top, width, height.
pub type Island = [f64; 4];

/// A hall's plan, in pixels from its own corner.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct FloorPlan {
    /// Width.
    pub width: f64,
    /// Height, the waiting strip included.
    pub height: f64,
    /// Side of a desk.
    pub side: f64,
    /// By post: left and top.
    pub places: Vec<[f64; 2]>,
    /// Team by team.
    pub islands: Vec<Island>,
}

impl FloorPlan {
    /// Islands for teams of these sizes in a room of this width; desks shrink until all are within
    /// `most` pixels of height, if they can.
    #[must_use]
    pub fn new(teams: &[usize], width: f64, most: f64) -> Self {
        let mut sides = SIDES.into_iter();
        let mut plan = Self::with(teams, width, SIDES[0]);
        for side in sides.by_ref() {
            plan = Self::with(teams, width, side);
            if plan.height <= most && plan.islands.iter().all(|i| i[0] + i[2] <= width) {
                break;
            }
        }
        plan
    }

    fn with(teams: &[usize], width: f64, side: f64) -> Self {
        let (pad, gap, tall) = (
            (side * 0.12).round(),
            (side * 0.26).round(),
            (side * TALL).round(),
        );
        let mut plan = Self {
            width,
            side,
            ..Self::default()
        };
        let (mut x, mut y, mut line) = (0.0, STRIP, 0.0_f64);
        for &size in teams {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let fits = (((width - 2.0 * pad) / side) as usize).max(1);
            // Two rows face each other where the width allows.
            let columns = size.div_ceil(2).clamp(1, fits);
            let rows = size.div_ceil(columns).max(1);
            let (w, h) = (
                number(columns) * side + 2.0 * pad,
                number(rows) * tall + 2.0 * pad,
            );
            if x > 0.0 && x + w > width {
                (x, y, line) = (0.0, y + line + gap, 0.0);
            }
            for at in 0..size {
                plan.places.push([
                    x + pad + number(at % columns) * side,
                    y + pad + number(at / columns) * tall,
                ]);
            }
            plan.islands.push([x, y, w, h]);
            (x, line) = (x + w + gap, line.max(h));
        }
        plan.height = y + line;
        // Lines that are not full stand in the middle of the room, all alike.
        let used = plan
            .islands
            .iter()
            .fold(0.0_f64, |most, i| most.max(i[0] + i[2]));
        let shift = ((width - used) / 2.0).max(0.0).floor();
        plan.islands
            .iter_mut()
            .for_each(|island| island[0] += shift);
        plan.places.iter_mut().for_each(|place| place[0] += shift);
        plan
    }

    /// Height of a desk with its name.
    #[must_use]
    pub fn tall(&self) -> f64 {
        (self.side * TALL).round()
    }

    /// The post at a place.
    #[must_use]
    pub fn seat_at(&self, x: f64, y: f64) -> Option<usize> {
        let inside = |p: &[f64; 2]| {
            (p[0]..p[0] + self.side).contains(&x) && (p[1]..p[1] + self.tall()).contains(&y)
        };
        self.places.iter().position(inside)
    }
}

#[allow(clippy::cast_precision_loss)]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_place_of_their_own_within_the_room() {
        for (teams, width) in [
            (vec![9; 5], 1_000.0),
            (vec![15; 15], 1_000.0),
            (vec![12; 4], 320.0 - 48.0),
            (vec![1], 320.0),
            (vec![], 300.0),
        ] {
            let plan = FloorPlan::new(&teams, width, 620.0);
            assert_eq!(plan.places.len(), teams.iter().sum::<usize>());
            for (seat, place) in plan.places.iter().enumerate() {
                assert!(
                    place[0] >= 0.0 && place[0] + plan.side <= width,
                    "{teams:?}"
                );
                let (x, y) = (place[0] + plan.side / 2.0, place[1] + plan.tall() / 2.0);
                assert_eq!(plan.seat_at(x, y), Some(seat), "none lies over another");
            }
        }
    }

    #[test]
    fn a_hall_of_225_fits_a_desk_screen() {
        let plan = FloorPlan::new(&[15; 15], 1_000.0, 620.0);
        assert!(
            plan.height <= 620.0 && plan.side >= 28.0,
            "{} {}",
            plan.height,
            plan.side
        );
    }
}
