//! Rounds through all cases in turn, so that what disturbs the machine disturbs all of them alike.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

/// Something to time: does its work and says how many calls that was.
pub struct Case {
    pub name: String,
    pub work: Box<dyn Fn() -> u64>,
}

/// What the rounds of a case took, in nanoseconds a call.
pub struct Times {
    pub name: String,
    pub wall: Vec<f64>,
    /// Time on a processor, all threads together; empty where the system doesn't tell.
    pub busy: Vec<f64>,
}

/// Nanoseconds on a processor so far, over this program's threads (Linux only).
fn busy() -> Option<f64> {
    let mut sum = 0.0;
    for task in fs::read_dir("/proc/self/task").ok()? {
        let text = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        sum += text.split_whitespace().next()?.parse::<f64>().ok()?;
    }
    Some(sum)
}

/// Runs every case once for nothing, then in each round.
pub fn time(cases: &[Case], rounds: usize) -> Vec<Times> {
    let mut times: Vec<Times> = Vec::new();
    for case in cases {
        black_box((case.work)());
        times.push(Times {
            name: case.name.clone(),
            wall: Vec::new(),
            busy: Vec::new(),
        });
    }
    for _ in 0..rounds {
        for (case, times) in cases.iter().zip(&mut times) {
            let before = busy();
            #[allow(clippy::disallowed_methods, reason = "this is what a bench is for")]
            let start = Instant::now();
            #[allow(clippy::cast_precision_loss)]
            let calls = black_box((case.work)()) as f64;
            #[allow(clippy::cast_precision_loss)]
            let wall = start.elapsed().as_nanos() as f64;
            times.wall.push(wall / calls);
            if let (Some(before), Some(after)) = (before, busy()) {
                times.busy.push((after - before) / calls);
            }
        }
    }
    times
}

/// The middle one.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

fn smallest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

fn largest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

impl Times {
    /// Processor time where it is known: other programs on the machine don't count in it.
    pub fn best_known(&self) -> &[f64] {
        if self.busy.is_empty() {
            &self.wall
        } else {
            &self.busy
        }
    }
}

/// A line a case.
pub fn print(times: &[Times]) {
    println!(
        "{:<44} {:>8} {:>8} {:>8} {:>12} {:>12}",
        "ns per call, on the processor", "median", "min", "max", "wall median", "Mcalls/s"
    );
    for case in times {
        let known = case.best_known();
        println!(
            "{:<44} {:>8.1} {:>8.1} {:>8.1} {:>12.1} {:>12.1}",
            case.name,
            median(known),
            smallest(known),
            largest(known),
            median(&case.wall),
            1000.0 / median(known),
        );
    }
}

/// Median over the rounds of one case's time against another's in the same round.
pub fn ratio(times: &[Times], of: &str, against: &str) -> f64 {
    let find = |name: &str| times.iter().find(|t| t.name == name).map(Times::best_known);
    let (Some(of), Some(against)) = (find(of), find(against)) else {
        return f64::NAN;
    };
    let ratios: Vec<f64> = of.iter().zip(against).map(|(a, b)| a / b).collect();
    median(&ratios)
}
