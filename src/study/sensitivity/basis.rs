//! Functions of one input with mean 0, variance 1 and no correlation among each other: what a surface is
//! put together from.

/// How an input is distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Every value between 0 and 1 equally likely.
    Even,
    /// So many options, each equally likely; option i stands for all of [i/n, (i+1)/n).
    Options(u32),
}

impl Spread {
    /// How many functions there are up to a degree: one a degree, or one less than options.
    #[must_use]
    pub fn functions(self, degree: u32) -> u32 {
        match self {
            Spread::Even => degree,
            Spread::Options(n) => degree.min(n.saturating_sub(1)),
        }
    }

    /// Function number `which`, from 1, at a point between 0 and 1.
    #[must_use]
    pub fn function(self, which: u32, at: f64) -> f64 {
        match self {
            Spread::Even => legendre(which, 2.0 * at - 1.0) * f64::from(2 * which + 1).sqrt(),
            Spread::Options(n) => contrast(which, self.option(at), n),
        }
    }

    /// The option that a point between 0 and 1 stands for; 0 where there are none.
    #[must_use]
    pub fn option(self, at: f64) -> u32 {
        match self {
            Spread::Even => 0,
            Spread::Options(n) => {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let option = (at * f64::from(n)) as u32;
                option.min(n.saturating_sub(1))
            }
        }
    }
}

/// Legendre's polynomial of this degree, by its recurrence.
fn legendre(degree: u32, x: f64) -> f64 {
    let (mut before, mut now) = (1.0, x);
    if degree == 0 {
        return before;
    }
    for n in 1..degree {
        let n = f64::from(n);
        let next = ((2.0 * n + 1.0) * x * now - n * before) / (n + 1.0);
        (before, now) = (now, next);
    }
    now
}

/// Helmert's contrast: option `which` against all options before it, scaled to variance 1.
fn contrast(which: u32, option: u32, n: u32) -> f64 {
    let w = f64::from(which);
    let scale = (f64::from(n) / (w * (w + 1.0))).sqrt();
    match option.cmp(&which) {
        std::cmp::Ordering::Less => -scale,
        std::cmp::Ordering::Equal => w * scale,
        std::cmp::Ordering::Greater => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_have_mean_0_variance_1_and_no_correlation() {
        let spreads = [
            Spread::Even,
            Spread::Options(2),
            Spread::Options(3),
            Spread::Options(5),
        ];
        for spread in spreads {
            let n = 30_000;
            let mean = |f: &dyn Fn(f64) -> f64| {
                (0..n)
                    .map(|i| f((f64::from(i) + 0.5) / f64::from(n)))
                    .sum::<f64>()
                    / f64::from(n)
            };
            let last = spread.functions(6);
            for a in 1..=last {
                assert!(
                    mean(&|x| spread.function(a, x)).abs() < 1e-6,
                    "{spread:?} {a}"
                );
                for b in 1..=a {
                    let product = mean(&|x| spread.function(a, x) * spread.function(b, x));
                    let expected = f64::from(u8::from(a == b));
                    assert!(
                        (product - expected).abs() < 1e-5,
                        "{spread:?} {a} {b}: {product}"
                    );
                }
            }
        }
        assert_eq!(Spread::Options(3).functions(6), 2);
    }
}
