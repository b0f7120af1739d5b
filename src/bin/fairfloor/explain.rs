//! `explain`: a life with dates and reasons, whom to look at, and the same person under another policy.

use crate::args::{Overrides, TwoFormats};
use crate::failure::Failure;
use crate::input::{self, Named};
use crate::why::{self, Asked};
use crate::{pool, print};
use clap::Args;
use fairfloor::measure::journal::{Journal, Life};
use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::plan::Plan;
use fairfloor::study;
use fairfloor::view::lives::twin::{Often, Twin, twin};
use fairfloor::view::lives::{self, Story, chances, names, told};
use rayon::prelude::*;
use serde_json::{Value as Json, json};

/// Whose life, and what to hold it against.
#[derive(Args)]
pub struct Options {
    /// Number of the replication, from 0
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..1 << 20))]
    replication: u32,
    /// A person: a post from 1 (its first holder in the year), or POST.N for its N-th holder
    /// [default: the gallery]
    #[arg(long, value_name = "POST[.N]")]
    person: Option<String>,
    /// The same people under the same luck in this scenario
    #[arg(long, value_name = "OTHER")]
    against: Option<String>,
    /// Why the other scenario differs in this metric: the difference by pathway
    #[arg(
        long,
        value_name = "METRIC",
        requires = "against",
        conflicts_with_all = ["person", "replication"]
    )]
    why: Option<String>,
    /// Other years of the same people, to see how often a life turns out so; with --why, years of each mix
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(0..=20_000))]
    replications: u32,
    /// Equal seeds give equal results
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads; 0 = all. Results don't depend on it
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1024))]
    threads: u32,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = TwoFormats::Table)]
    format: TwoFormats,
}

/// One scenario's people in the replication that is asked for.
struct Side {
    named: Named,
    journal: Journal,
}

/// Everything that is known of the people asked for.
struct Told<'a> {
    here: &'a Side,
    there: Option<&'a Side>,
    again: &'a [Outcome],
    language: Language,
}

/// Prints the gallery or a life.
pub fn explain(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let luck = Luck {
        seed: options.seed,
        replication: options.replication,
    };
    let named = input::checked(typed, overrides, language)?;
    let other = match &options.against {
        Some(other) => Some(input::checked(other, overrides, language)?),
        None => None,
    };
    let other = match (&options.why, other) {
        (Some(metric), Some(other)) => {
            let metric = input::metric(metric, language)?;
            let asked = Asked {
                replications: options.replications.max(1),
                seed: options.seed,
                threads: options.threads,
                json: options.format == TwoFormats::Json,
            };
            return print::result(&why::why(metric, [named, other], &asked, language)?);
        }
        (_, other) => other,
    };
    let plan = Plan::of(&named.scenario);
    let here = side(named, luck);
    let there = other.map(|named| side(named, luck));
    let at = match &options.person {
        Some(typed) => Some(
            lives::find(&here.journal, typed)
                .ok_or_else(|| nobody(typed, plan.scenario().workforce.headcount, language))?,
        ),
        None => None,
    };
    let again: Vec<Outcome> = pool::threads(options.threads)?.install(|| {
        (1..=options.replications)
            .into_par_iter()
            .map(|year| study::replication(&plan, luck.twin(year)))
            .collect()
    });
    let told = Told {
        here: &here,
        there: there.as_ref(),
        again: &again,
        language,
    };
    print::result(&match (options.format, at) {
        (TwoFormats::Table, Some(at)) => told.life(at),
        (TwoFormats::Table, None) => told.gallery(),
        (TwoFormats::Json, at) => {
            let people: Vec<Json> = match at {
                Some(at) => vec![told.json(at)],
                None => lives::gallery(&here.journal, language)
                    .iter()
                    .map(|card| {
                        let mut person = told.json(card.life);
                        person["place"] = json!({
                            "id": card.place.id(),
                            "title": card.title,
                            "rule": card.rule,
                        });
                        person
                    })
                    .collect(),
            };
            let json = json!({
                "schema_version": SCHEMA_VERSION,
                "seed": options.seed,
                "replication": options.replication,
                "scenario": here.named.name,
                "against": there.as_ref().map(|side| side.named.name.as_str()),
                "names": names::fictional(language),
                "people": people,
            });
            format!("{json:#}\n")
        }
    })
}

fn side(named: Named, luck: Luck) -> Side {
    let plan = Plan::of(&named.scenario);
    Side {
        named,
        journal: study::recording(&plan, luck).1,
    }
}

fn nobody(typed: &str, posts: u32, language: Language) -> Failure {
    Failure::input(match language {
        Language::Zh => {
            format!("没有“{typed}”这个人：岗位号从 1 到 {posts}，同一岗位的第 N 任写作“岗位号.N”。")
        }
        Language::En => format!(
            "There is nobody “{typed}”: posts go from 1 to {posts}, and a post's N-th holder is POST.N."
        ),
    })
}

impl Told<'_> {
    fn of(&self, at: usize) -> &Life {
        &self.here.journal.lives[at]
    }

    fn twin(&self, at: usize) -> Option<Twin> {
        let there = self.there?;
        let names = [self.here.named.name.as_str(), there.named.name.as_str()];
        let journals = [&self.here.journal, &there.journal];
        Some(twin(journals, self.of(at), names, self.language))
    }

    fn often(&self, at: usize) -> Option<Often> {
        let years = self.again.iter().map(|outcome| outcome.people.as_slice());
        (!self.again.is_empty()).then(|| Often::of(years, self.of(at)))
    }

    fn gallery(&self) -> String {
        let language = self.language;
        let mut lines = vec![names::fictional(language).to_owned()];
        for card in lives::gallery(&self.here.journal, language) {
            lines.push(String::new());
            lines.push(format!("{} — {} ({})", card.title, card.name, card.id));
            let story = self.story(card.life);
            let more = [card.rule.to_owned(), card.headline]
                .into_iter()
                .chain(story.cause)
                .chain(self.aside(card.life));
            lines.extend(more.map(|line| format!("  {line}")));
        }
        lines.join("\n") + "\n"
    }

    fn story(&self, at: usize) -> Story {
        let scenario = &self.here.named.scenario;
        lives::story(&self.here.journal, at, scenario, self.language)
    }

    /// What other years and the other policy made of a person.
    fn aside(&self, at: usize) -> Vec<String> {
        let often = self
            .often(at)
            .map(|often| often.sentence(self.of(at), self.language));
        often
            .into_iter()
            .chain(self.twin(at).map(|twin| twin.sentence))
            .collect()
    }

    fn life(&self, at: usize) -> String {
        let language = self.language;
        let story = self.story(at);
        let mut lines = vec![
            format!("{} ({})", story.name, story.id),
            names::fictional(language).to_owned(),
            story.headline,
        ];
        lines.extend(story.cause);
        lines.extend(self.aside(at));
        lines.push(String::new());
        let mut date = "";
        for line in &story.lines {
            if line.date != date {
                date = &line.date;
                lines.push(date.to_owned());
            }
            lines.push(format!("  {}", line.text));
        }
        let parts = chances::table(&self.here.journal.calendar, self.of(at), language);
        let twin = self.twin(at).map(|twin| twin.table);
        let mut out = lines.join("\n") + "\n";
        for one in [Some(parts), twin].into_iter().flatten() {
            if !one.rows.is_empty() {
                out.push('\n');
                out.push_str(&crate::told::shown(&one));
            }
        }
        out
    }

    fn json(&self, at: usize) -> Json {
        let (journal, life) = (&self.here.journal, self.of(at));
        let story = self.story(at);
        let entries: Vec<Json> = life
            .entries
            .iter()
            .map(|entry| {
                let date = journal.calendar.date(entry.day);
                json!({
                    "day": entry.day,
                    "month": date.month,
                    "week": date.week,
                    "weekday": date.weekday,
                    "kind": told::kind(&entry.event),
                    "event": entry.event,
                })
            })
            .collect();
        json!({
            "id": story.id,
            "name": story.name,
            "who": life.who,
            "hired": life.hired,
            "end": life.end.map(|(day, left)| json!({"day": day, "left": left})),
            "headline": story.headline,
            "cause": story.cause,
            "other_years": self.often(at).map(|often| json!({
                "years": often.years,
                "there": often.there,
                "quit": often.quit,
                "awarded": often.awarded,
            })),
            "twin": self.twin(at).map(|twin| json!({
                "id": self.there.zip(twin.life).map(|(side, at)| lives::id(&side.journal, at)),
                "sentence": twin.sentence,
                "rows": twin.table.rows,
            })),
            "story": story.lines.iter().map(|line| json!({
                "day": line.day,
                "date": line.date,
                "kind": line.kind,
                "text": line.text,
            })).collect::<Vec<Json>>(),
            "entries": entries,
        })
    }
}
