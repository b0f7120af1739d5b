//! How much people differ: one-way random effects by the method of moments.

/// One person's calls: how many, and of a figure the sum and the sum of squares.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    /// How many.
    pub count: f64,
    /// Sum.
    pub sum: f64,
    /// Sum of squares.
    pub squares: f64,
}

impl Moments {
    /// Takes one more.
    pub fn add(&mut self, value: f64) {
        self.count += 1.0;
        self.sum += value;
        self.squares += value * value;
    }

    /// Adds `other`, `sign` times: 1 joins, −1 takes away.
    pub fn join(&mut self, other: &Self, sign: f64) {
        self.count += sign * other.count;
        self.sum += sign * other.sum;
        self.squares += sign * other.squares;
    }

    /// Mean; None of nothing.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0.0).then(|| self.sum / self.count)
    }

    /// Standard deviation (n − 1); None of fewer than two.
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        let within = self.scatter()?;
        (self.count > 1.5).then(|| (within / (self.count - 1.0)).max(0.0).sqrt())
    }

    /// Sum of squares about the mean.
    fn scatter(&self) -> Option<f64> {
        Some(self.squares - self.sum * self.mean()?)
    }
}

/// Standard deviation between people beyond what the chance of their calls makes of equal people.
///
/// With k people, nᵢ calls each and N in all, the mean squares between (MSB) and within (MSW) people
/// have expectations σ² + n₀τ² and σ², where n₀ = (N − Σnᵢ²/N) / (k − 1). So τ² = (MSB − MSW) / n₀, and
/// 0 where that is negative. People without calls don't count. None below two people or without a
/// person who has two calls.
#[must_use]
pub fn between(people: &[Moments]) -> Option<f64> {
    let there = people.iter().filter(|person| person.count > 0.0);
    let (mut k, mut within, mut all, mut squared) = (0.0, 0.0, Moments::default(), 0.0);
    let mut between = 0.0;
    for person in there {
        k += 1.0;
        within += person.scatter()?;
        squared += person.count * person.count;
        between += person.sum * person.mean()?;
        all.join(person, 1.0);
    }
    if k < 2.0 || all.count <= k {
        return None;
    }
    between -= all.sum * all.mean()?;
    let noise = within / (all.count - k);
    let weight = (all.count - squared / all.count) / (k - 1.0);
    Some(((between / (k - 1.0) - noise) / weight).max(0.0).sqrt())
}

/// The same with its standard error: each person is left out in turn (the jackknife), since it is the
/// people who were drawn by chance.
#[must_use]
pub fn between_with_error(people: &[Moments]) -> Option<(f64, Option<f64>)> {
    let there: Vec<Moments> = people.iter().copied().filter(|p| p.count > 0.0).collect();
    let value = between(&there)?;
    let without = (0..there.len()).map(|left_out| {
        let mut rest = there.clone();
        rest.swap_remove(left_out);
        between(&rest)
    });
    Some((value, super::jackknife::error(without)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(values: &[f64]) -> Moments {
        let mut moments = Moments::default();
        for value in values {
            moments.add(*value);
        }
        moments
    }

    /// Two people, 1 3 and 5 7: MSB = 16, MSW = 2, n₀ = 2, so τ² = 7.
    #[test]
    fn the_hand_computed_example() {
        let found = between(&[person(&[1.0, 3.0]), person(&[5.0, 7.0]), person(&[])]);
        assert!(found.is_some_and(|f| (f - 7.0_f64.sqrt()).abs() < 1e-12));
    }

    #[test]
    fn equal_people_do_not_differ_and_one_tells_nothing() {
        let equal = [person(&[1.0, 3.0]), person(&[1.0, 3.0])];
        assert_eq!(between(&equal), Some(0.0));
        assert_eq!(between(&equal[..1]), None);
        assert_eq!(between(&[person(&[1.0]), person(&[2.0])]), None);
    }
}
