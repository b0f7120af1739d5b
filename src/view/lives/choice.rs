//! Whom the gallery shows: a rule a place, printed beside it, so that nobody is picked by hand.

use crate::measure::journal::{Event, Journal, Life};
use crate::scenario::field::{Language, Text};

/// A place in the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The leaver in the middle.
    MedianLeaver,
    /// The first to leave.
    EarliestLeaver,
    /// The best who left.
    BestLeaver,
    /// Somebody much like the best leaver, who stayed.
    LikeBestLeaver,
    /// The best without an award.
    NeverAwarded,
    /// The first who was hired.
    Newcomer,
    /// Who got most awards.
    MostAwarded,
    /// Whose requests were refused most.
    MostRefused,
    /// Who stayed although leaving was likeliest.
    NearlyLeft,
}

/// Somebody in the gallery.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chosen {
    /// By which rule.
    pub place: Place,
    /// Number of the life in the journal.
    pub life: usize,
}

/// Appraisals that a mean score must rest on where people are ranked by it.
const ENOUGH: u32 = 3;

impl Place {
    /// In the order of the gallery.
    pub const ALL: [Place; 9] = [
        Place::MedianLeaver,
        Place::EarliestLeaver,
        Place::BestLeaver,
        Place::LikeBestLeaver,
        Place::NeverAwarded,
        Place::Newcomer,
        Place::MostAwarded,
        Place::MostRefused,
        Place::NearlyLeft,
    ];

    /// An id for files and tests.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Place::MedianLeaver => "median_leaver",
            Place::EarliestLeaver => "earliest_leaver",
            Place::BestLeaver => "best_leaver",
            Place::LikeBestLeaver => "like_best_leaver",
            Place::NeverAwarded => "never_awarded",
            Place::Newcomer => "newcomer",
            Place::MostAwarded => "most_awarded",
            Place::MostRefused => "most_refused",
            Place::NearlyLeft => "nearly_left",
        }
    }

    /// What the place is called.
    #[must_use]
    pub fn title(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Place::MedianLeaver => ("居中的离职者", "The leaver in the middle"),
            Place::EarliestLeaver => ("最早离开的人", "The first to leave"),
            Place::BestLeaver => ("走掉的业务尖子", "The best who left"),
            Place::LikeBestLeaver => ("条件相近却留下的人", "Much like them, and stayed"),
            Place::NeverAwarded => ("整年没得过奖的人", "Never awarded"),
            Place::Newcomer => ("新人", "A newcomer"),
            Place::MostAwarded => ("获奖最多的人", "Most awarded"),
            Place::MostRefused => ("请假被拒最多的人", "Most often refused"),
            Place::NearlyLeft => ("最可能走却留下的人", "Likeliest to leave, and stayed"),
        };
        Text { zh, en }.get(language)
    }

    /// The rule of choice.
    #[must_use]
    pub fn rule(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Place::MedianLeaver => (
                "一年内主动离职的人按最后一天排序，取正中间的一位。",
                "Of those who quit within the year, in order of their last day, the one in the middle.",
            ),
            Place::EarliestLeaver => (
                "一年内主动离职的人中最后一天最早的一位。",
                "Of those who quit within the year, the one with the earliest last day.",
            ),
            Place::BestLeaver => (
                "一年内主动离职、至少考核过三次的人中，平均考核得分最高的一位。",
                "Of those who quit within the year after at least three appraisals, the one with the highest mean score.",
            ),
            Place::LikeBestLeaver => (
                "全年在岗、照护责任相同的人中，本来的快慢与解决能力同上一位最接近的一位。",
                "Of those who stayed the whole year with the same care duties, the one nearest in natural speed and ability.",
            ),
            Place::NeverAwarded => (
                "全年在岗、一次奖也没得过的人中，平均考核得分最高的一位。",
                "Of those who stayed the whole year without an award, the one with the highest mean score.",
            ),
            Place::Newcomer => (
                "一年内第一个入职的人。",
                "The first who was hired within the year.",
            ),
            Place::MostAwarded => (
                "一年内获奖次数最多的一位；并列时取平均考核得分高者。",
                "The one with most awards within the year; of equals, the one with the higher mean score.",
            ),
            Place::MostRefused => (
                "一年内请假被拒次数最多的一位。",
                "The one whose requests for leave were refused most often within the year.",
            ),
            Place::NearlyLeft => (
                "全年在岗的人中，各月决定离开的可能性累计最高的一位。",
                "Of those who stayed the whole year, the one whose chances of deciding to leave came to most over the months.",
            ),
        };
        Text { zh, en }.get(language)
    }
}

/// The gallery. Nobody has two places: whoever has one is passed over for those below. A place for which
/// there is nobody is left out.
#[must_use]
pub fn gallery(journal: &Journal) -> Vec<Chosen> {
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut model = None;
    for place in Place::ALL {
        let taken = |at: usize| chosen.iter().any(|c| c.life == at);
        let free: Vec<(usize, &Life)> = journal
            .lives
            .iter()
            .enumerate()
            .filter(|(at, life)| life.in_year(&journal.calendar) && !taken(*at))
            .collect();
        let found = choose(place, journal, &free, model);
        if let Some(life) = found {
            if place == Place::BestLeaver {
                model = Some(life);
            }
            chosen.push(Chosen { place, life });
        }
    }
    chosen
}

fn choose(
    place: Place,
    journal: &Journal,
    free: &[(usize, &Life)],
    model: Option<usize>,
) -> Option<usize> {
    let calendar = &journal.calendar;
    let score = |life: &Life| life.mean_score(calendar).unwrap_or(0.0);
    let awards = |life: &Life| life.count(calendar, Event::is_award);
    let whole_year =
        |life: &Life| life.end.is_none() && life.hired.is_none_or(|day| !calendar.is_measured(day));
    let best = |of: &mut dyn Iterator<Item = (f64, usize)>| {
        of.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .map(|(_, at)| at)
    };
    let quits = || {
        let mut quits: Vec<(u32, usize)> = free
            .iter()
            .filter_map(|(at, life)| Some((life.quit_on(calendar)?, *at)))
            .collect();
        crate::order::by(&mut quits, Ord::cmp);
        quits
    };
    match place {
        Place::MedianLeaver => {
            let quits = quits();
            quits.get(quits.len() / 2).map(|(_, at)| *at)
        }
        Place::EarliestLeaver => quits().first().map(|(_, at)| *at),
        Place::BestLeaver => {
            let judged = |life: &Life| {
                life.count(calendar, |e| matches!(e, Event::Appraisal(_))) >= ENOUGH
                    && life.quit_on(calendar).is_some()
            };
            best(
                &mut free
                    .iter()
                    .filter(|(_, life)| judged(life))
                    .map(|(at, life)| (score(life), *at)),
            )
        }
        Place::LikeBestLeaver => {
            let model = &journal.lives[model?].who;
            let alike = |life: &Life| whole_year(life) && life.who.care_duty == model.care_duty;
            // Speed and ability in units of how far people differ in each.
            let [speeds, cares] = spreads(journal);
            best(
                &mut free
                    .iter()
                    .filter(|(_, life)| alike(life))
                    .map(|(at, life)| {
                        let speed = (life.who.speed - model.speed) / speeds;
                        let care = (life.who.care - model.care) / cares;
                        (-(speed * speed + care * care), *at)
                    }),
            )
        }
        Place::NeverAwarded => best(
            &mut free
                .iter()
                .filter(|(_, life)| whole_year(life) && awards(life) == 0)
                .map(|(at, life)| (score(life), *at)),
        ),
        Place::Newcomer => free
            .iter()
            .filter_map(|(at, life)| Some((life.hired?, *at)))
            .filter(|(day, _)| calendar.is_measured(*day))
            .min()
            .map(|(_, at)| at),
        Place::MostAwarded => best(
            &mut free
                .iter()
                .filter(|(_, life)| awards(life) > 0)
                .map(|(at, life)| (f64::from(awards(life)) + score(life) / 2.0, *at)),
        ),
        Place::MostRefused => {
            let refused = |life: &Life| life.count(calendar, Event::is_refusal);
            best(
                &mut free
                    .iter()
                    .filter(|(_, life)| refused(life) > 0)
                    .map(|(at, life)| (f64::from(refused(life)), *at)),
            )
        }
        Place::NearlyLeft => best(
            &mut free
                .iter()
                .filter(|(_, life)| whole_year(life))
                .map(|(at, life)| (1.0 - super::cause::stays(life), *at)),
        ),
    }
}

/// Standard deviations of natural speed and ability over all lives.
fn spreads(journal: &Journal) -> [f64; 2] {
    let of = |value: fn(&Life) -> f64| {
        let values: Vec<f64> = journal.lives.iter().map(value).collect();
        crate::measure::summary::variance(&values)
            .map_or(0.0, f64::sqrt)
            .max(1e-9)
    };
    [of(|life| life.who.speed), of(|life| life.who.care)]
}
