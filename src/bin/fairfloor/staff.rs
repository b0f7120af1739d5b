//! `staff`: how many people each half-hour needs on the phones, and how many it has.

use crate::args::{Format, Overrides, StaffOptions};
use crate::failure::Failure;
use crate::table::table;
use crate::{input, pool, print, results};
use fairfloor::rng::Luck;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::{Language, Text, Unit};
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::write::number;
use fairfloor::study::staff::roster::OnPhones;
use fairfloor::study::staff::trial::{Tally, Trial};
use fairfloor::study::staff::{Question, StaffPlan, StaffRow, Staffing, TARGETS, Unfit, WEEKDAYS};
use fairfloor::view::number::{bare, counted, show};
use rayon::prelude::*;
use serde_json::{Value as Json, json};
use std::time::Instant;

/// Whole years for what the roster gives; more would hardly move a mean over their days.
const MOST_YEARS: u32 = 8;

/// Answers for every half-hour of a day.
pub fn staff(
    typed: &str,
    overrides: &Overrides,
    options: &StaffOptions,
    language: Language,
) -> Result<(), Failure> {
    let named = input::checked(typed, overrides, language)?;
    let plan = Plan::of(&named.scenario);
    let question = Question {
        target_share: options.target_share,
        weekday: options.weekday.map(|weekday| weekday as usize),
    };
    let unfit = |why: Unfit| Failure::BadInput(words(&why, language));
    let staffing = Staffing::new(&plan, question).map_err(unfit)?;
    let (seed, replications) = (options.seed, options.replications);
    let luck = |replication| Luck { seed, replication };
    let threads = pool::threads(options.threads)?;
    #[allow(
        clippy::disallowed_methods,
        reason = "how long it took is for people, not for results"
    )]
    let start = Instant::now();
    let simulate = |trial: &Trial| {
        let tallies = (0..replications).into_par_iter();
        let tallies = tallies.map(|replication| trial.replication(luck(replication)));
        // Whole numbers are added, so the order of threads changes nothing.
        tallies.reduce(Tally::default, |mut sum, more| {
            sum.add(&more);
            sum
        })
    };
    let found = threads
        .install(|| staffing.search(simulate))
        .map_err(unfit)?;
    let years = replications.min(MOST_YEARS);
    let present = threads.install(|| {
        let years = (0..years).into_par_iter();
        let years = years.map(|r| OnPhones::in_a_year(&plan, question.weekday, luck(r)));
        years.reduce(OnPhones::default, |mut sum, more| {
            sum.add(&more);
            sum
        })
    });
    let answer = staffing.plan(&found, &present);
    let wall_seconds = start.elapsed().as_secs_f64();
    print::result(&match options.format {
        Format::Json => {
            let json = json!({
                "schema_version": SCHEMA_VERSION,
                "scenario": named.name,
                "seed": seed,
                "replications": replications,
                "weekday": question.weekday.map(|weekday| WEEKDAYS[weekday]),
                "target_share": number(question.target_share),
                "target_wait_seconds": number(answer.target_wait_seconds),
                "mean_service_seconds": number(answer.mean_service_seconds),
                "present_service_seconds": optional(answer.present_service_seconds),
                "mean_patience_seconds": number(answer.mean_patience_seconds),
                "days_simulated": answer.days,
                "trials": answer.trials,
                "wall_seconds": wall_seconds,
                "half_hours": answer.half_hours.iter().map(row_json).collect::<Vec<_>>(),
            });
            format!("{json:#}\n")
        }
        Format::Csv => csv(&answer),
        Format::Table => text(&named.name, &answer, seed, wall_seconds, language),
    })
}

fn optional(value: Option<f64>) -> Json {
    value.map_or(Json::Null, number)
}

fn clock(half_hour: usize) -> String {
    #[allow(clippy::cast_precision_loss)]
    let hour = half_hour as f64 / 2.0;
    bare(hour, Unit::HourOfDay)
}

fn row_json(row: &StaffRow) -> Json {
    json!({
        "starts_at": clock(row.half_hour),
        "calls": number(row.calls),
        "offered_load_erlangs": number(row.offered_load),
        "required_erlang_a": row.erlang,
        "required_simulated": row.simulated,
        "service_level": optional(row.service_level),
        "occupancy": optional(row.occupancy),
        "on_phones_nominal": number(row.nominal),
        "on_phones": number(row.present),
        "short": number(row.short()),
    })
}

fn csv(answer: &StaffPlan) -> String {
    let head = [
        "starts_at",
        "calls",
        "offered_load_erlangs",
        "required_erlang_a",
        "required_simulated",
        "service_level",
        "occupancy",
        "on_phones_nominal",
        "on_phones",
        "short",
    ];
    let optional = |value: Option<f64>| value.map_or(String::new(), |v| v.to_string());
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(answer.half_hours.iter().map(|row| {
        vec![
            clock(row.half_hour),
            row.calls.to_string(),
            row.offered_load.to_string(),
            row.erlang.map_or(String::new(), |n| n.to_string()),
            row.simulated.to_string(),
            optional(row.service_level),
            optional(row.occupancy),
            row.nominal.to_string(),
            row.present.to_string(),
            row.short().to_string(),
        ]
    }));
    results::csv(&rows)
}

fn text(
    name: &str,
    answer: &StaffPlan,
    seed: u64,
    wall_seconds: f64,
    language: Language,
) -> String {
    let head = match language {
        Language::Zh => [
            "时段",
            "来电",
            "话务强度",
            "Erlang-A",
            "模拟",
            "服务水平",
            "占用率",
            "排班",
            "实际在线",
            "缺口",
        ],
        Language::En => [
            "From",
            "Calls",
            "Erlangs",
            "Erlang-A",
            "Simulated",
            "In time",
            "Occupancy",
            "Rostered",
            "Present",
            "Short",
        ],
    };
    let share =
        |value: Option<f64>| value.map_or("—".to_owned(), |v| show(v, Unit::Share, language));
    let people = |value: f64| bare(value, Unit::People);
    let mut rows: Vec<Vec<String>> = answer
        .half_hours
        .iter()
        .map(|row| {
            vec![
                clock(row.half_hour),
                bare(row.calls, Unit::Calls),
                people(row.offered_load),
                row.erlang.map_or("—".to_owned(), |n| n.to_string()),
                row.simulated.to_string(),
                share(row.service_level),
                share(row.occupancy),
                people(row.nominal),
                people(row.present),
                if row.short() > 0.0 {
                    people(row.short())
                } else {
                    String::new()
                },
            ]
        })
        .collect();
    rows.push(total(answer, language));
    let table = table(&head, &rows);
    let day = match answer.question.weekday {
        Some(weekday) => DAYS[weekday],
        None => MEAN_DAY,
    };
    let (day, days) = (day.get(language), answer.days);
    let target = show(answer.question.target_share, Unit::Share, language);
    let seconds = |value| show(value, Unit::Seconds, language);
    let limit = seconds(answer.target_wait_seconds);
    let (service, patience) = (
        seconds(answer.mean_service_seconds),
        seconds(answer.mean_patience_seconds),
    );
    let slower = answer.present_service_seconds.map_or(String::new(), |s| {
        let here = seconds(s);
        match language {
            Language::Zh => format!("（模拟年中实为 {here}）"),
            Language::En => format!(" ({here} in the simulated years)"),
        }
    });
    match language {
        Language::Zh => format!(
            "{name}\n{day}，{limit}内接起 {target}；每通平均 {service}{slower}，平均耐心 {patience}；{days} 天，运气编号 {seed}，{wall_seconds:.1} 秒\n\n{table}\n各列均为在线人数，不含休息、培训和缺勤。模拟：普通人员、一条队列，各时段同时达标所需的最少人数。\n排班：满编、全员到岗时的在线人数；实际在线：扣除空缺、受训、病假、休假、迟到后的模拟年均值。\n"
        ),
        Language::En => format!(
            "{name}\n{day}, {target} within {limit}; a call takes {service}{slower}, callers wait {patience} on average; {}, seed {seed}, {wall_seconds:.1} s\n\n{table}\nPeople on the phones, without breaks, training and absence. Simulated: ordinary people, one queue, the fewest with\nwhom every half-hour reaches the target. Rostered: all posts held, everybody there. Present: less vacancies,\ntraining, illness, leave and lateness, mean of the simulated years.\n",
            counted(days, "day", "days")
        ),
    }
}

/// Hours on the phones over the day.
fn total(answer: &StaffPlan, language: Language) -> Vec<String> {
    let hours = |of: fn(&StaffRow) -> f64| {
        let sum: f64 = answer.half_hours.iter().map(of).sum();
        bare(sum / 2.0, Unit::Hours)
    };
    let label = Text {
        zh: "人时",
        en: "Hours",
    };
    let calls: f64 = answer.half_hours.iter().map(|row| row.calls).sum();
    vec![
        label.get(language).to_owned(),
        bare(calls, Unit::Calls),
        hours(|row| row.offered_load),
        hours(|row| row.erlang.map_or(0.0, f64::from)),
        hours(|row| f64::from(row.simulated)),
        String::new(),
        String::new(),
        hours(|row| row.nominal),
        hours(|row| row.present),
        hours(|row| row.short().max(0.0)),
    ]
}

const MEAN_DAY: Text = Text {
    zh: "平均工作日",
    en: "Mean working day",
};
const DAYS: [Text; 7] = [
    Text {
        zh: "周一",
        en: "Monday",
    },
    Text {
        zh: "周二",
        en: "Tuesday",
    },
    Text {
        zh: "周三",
        en: "Wednesday",
    },
    Text {
        zh: "周四",
        en: "Thursday",
    },
    Text {
        zh: "周五",
        en: "Friday",
    },
    Text {
        zh: "周六",
        en: "Saturday",
    },
    Text {
        zh: "周日",
        en: "Sunday",
    },
];

fn words(why: &Unfit, language: Language) -> Vec<String> {
    let text = match why {
        Unfit::Scenario(problems) => return input::lines(problems, language),
        Unfit::Target => {
            let (low, high) = TARGETS;
            return vec![match language {
                Language::Zh => format!("--target-share 须在 {low} 与 {high} 之间"),
                Language::En => format!("--target-share must be between {low} and {high}"),
            }];
        }
        Unfit::Closed => Text {
            zh: "--weekday：这一天不开线",
            en: "--weekday: the phones are closed on that day",
        },
        Unfit::TooMany => Text {
            zh: "所需人数超过 8192，无法模拟。请减少来电（demand.calls_per_day）或降低 --target-share。",
            en: "More than 8192 people would be needed, which can't be simulated. Lower demand.calls_per_day or --target-share.",
        },
    };
    vec![text.get(language).to_owned()]
}
