//! Where a parameter stands on the page: the manager's groups, not the file's.

use super::words::rail;
use crate::scenario::field::{Field, Language, Text};
use crate::scenario::{catalogue, find};

/// A group of the builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Calls, opening hours, posts, hiring.
    Demand,
    /// What is appraised and how high the bars are.
    Targets,
    /// What good work brings.
    Rewards,
    /// Relief, flexibility, training, ladders.
    Support,
    /// Who works there.
    People,
    /// What the model assumes.
    Assumptions,
}

impl Group {
    /// In the order of the page.
    pub const ALL: [Group; 6] = [
        Group::Demand,
        Group::Targets,
        Group::Rewards,
        Group::Support,
        Group::People,
        Group::Assumptions,
    ];

    /// Its heading.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Group::Demand => rail::GROUP_DEMAND,
            Group::Targets => rail::GROUP_TARGETS,
            Group::Rewards => rail::GROUP_REWARDS,
            Group::Support => rail::GROUP_SUPPORT,
            Group::People => rail::GROUP_PEOPLE,
            Group::Assumptions => rail::GROUP_ASSUMPTIONS,
        }
    }

    /// An id for elements and styles.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Group::Demand => "demand",
            Group::Targets => "targets",
            Group::Rewards => "rewards",
            Group::Support => "support",
            Group::People => "people",
            Group::Assumptions => "assumptions",
        }
    }

    /// The paths that are shown first, the most asked for.
    fn first(self) -> &'static [&'static str] {
        match self {
            Group::Demand => &[
                "demand.calls_per_day",
                "workforce.headcount",
                "workforce.shift_hours",
                "calendar.opens_hour",
                "calendar.closes_hour",
                "workforce.hiring.lead_time_days",
            ],
            Group::Targets => &[
                "appraisal.kpis.call_volume.target_per_day",
                "appraisal.kpis.call_volume.weight",
                "appraisal.kpis.talk_time.weight",
                "appraisal.kpis.inspection.weight",
                "appraisal.kpis.customer_rating.weight",
                "appraisal.kpis.inspection.samples_per_month",
                "appraisal.openness_share",
            ],
            Group::Rewards => &[
                "rewards.awards.strategy",
                "rewards.awards.coverage_share",
                "rewards.awards.visibility_share",
                "rewards.awards.leave_hours_each",
                "rewards.merit_leave_days_per_year",
                "rewards.cash.allowed",
                "rewards.cash.bonus_share_of_pay",
            ],
            Group::Support => &[
                "support.stress_relief.frequency_per_month",
                "support.stress_relief.intensity",
                "support.flexible_work.enabled",
                "support.leave.days_per_year",
                "support.rest_minutes_per_day",
                "development.ladder.enabled",
                "development.training.hours_per_month",
            ],
            Group::People => &[
                "workforce.mean_tenure_years",
                "workforce.women_share",
                "workforce.under_35_share",
                "workforce.degree_share",
                "workforce.care_duty.women_share",
                "workforce.care_duty.men_share",
            ],
            Group::Assumptions => &[
                "behaviour.enabled",
                "behaviour.hypotheses.award_reach",
                "behaviour.hypotheses.erg",
                "behaviour.hypotheses.load_speed",
                "behaviour.hypotheses.fairness_reference",
                "behaviour.hypotheses.bonus_quality",
            ],
        }
    }
}

/// A heading within the rest of a group, with its parameters.
pub struct Part {
    /// The heading.
    pub title: Text,
    /// The parameters under it.
    pub fields: Vec<&'static Field>,
}

/// The group that a parameter belongs to; None for the scenario's titles, which are no parameters.
#[must_use]
pub fn group_of(field: &Field) -> Option<Group> {
    match field.group() {
        "calendar" | "demand" => Some(Group::Demand),
        "appraisal" => Some(Group::Targets),
        "rewards" => Some(Group::Rewards),
        "support" | "development" => Some(Group::Support),
        "behaviour" => Some(Group::Assumptions),
        "workforce" => {
            let about_people = [
                "workforce.women_share",
                "workforce.degree_share",
                "workforce.under_35_share",
                "workforce.care_duty.",
                "workforce.mean_tenure_years",
                "workforce.part_time.",
            ];
            let people = about_people.iter().any(|p| field.path.starts_with(p));
            Some(if people { Group::People } else { Group::Demand })
        }
        _ => None,
    }
}

/// The parameters of a group that are shown first.
#[must_use]
pub fn first_fields(group: Group) -> Vec<&'static Field> {
    group
        .first()
        .iter()
        .filter_map(|path| crate::scenario::find(path))
        .collect()
}

/// The rest of a group, under headings, in the catalogue's order.
#[must_use]
pub fn more_fields(group: Group) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let rest = catalogue()
        .filter(|field| group_of(field) == Some(group) && !group.first().contains(&field.path));
    for field in rest {
        let title = part_of(field);
        match parts.iter_mut().find(|part| part.title == title) {
            Some(part) => part.fields.push(field),
            None => parts.push(Part {
                title,
                fields: vec![field],
            }),
        }
    }
    parts
}

/// What a parameter is called where it stands apart from its group: a name that several have, a load's or a
/// base's, with what it belongs to.
#[must_use]
pub fn name(field: &Field, language: Language) -> String {
    let label = field.label.get(language);
    let namesakes = catalogue().filter(|one| one.label.get(language) == label);
    if namesakes.count() < 2 {
        return label.to_owned();
    }
    let owner = owner(field).get(language);
    match language {
        Language::Zh => format!("{label}（{owner}）"),
        Language::En => format!("{label} ({owner})"),
    }
}

/// The kind of call, the heading, or the group that a parameter belongs to.
fn owner(field: &Field) -> Text {
    let kind = field
        .path
        .strip_prefix("demand.types.")
        .and_then(|rest| rest.split('.').next());
    if let Some(share) = kind.and_then(|kind| find(&format!("demand.types.{kind}.share"))) {
        return share.label;
    }
    match (part_of(field), group_of(field)) {
        (rail::PART_OTHER, Some(group)) => group.title(),
        (part, _) => part,
    }
}

fn part_of(field: &Field) -> Text {
    let mut steps = field.path.split('.');
    match (steps.next(), steps.next(), steps.next()) {
        (Some("demand"), Some("types"), _) => rail::PART_CALL_TYPES,
        (Some("demand"), Some("profile"), _) => rail::PART_PROFILE,
        (Some("behaviour"), Some("hypotheses"), _) => rail::PART_HYPOTHESES,
        (Some("behaviour"), Some("parameters"), Some(part)) => match part {
            "skill" => rail::PART_SKILL,
            "call" => rail::PART_CALL,
            "caller" => rail::PART_CALLER,
            "strain" => rail::PART_STRAIN,
            "home" => rail::PART_HOME,
            "effort" => rail::PART_EFFORT,
            "cutting" => rail::PART_CUTTING,
            "recognition" => rail::PART_RECOGNITION,
            "existence" => rail::PART_EXISTENCE,
            "relatedness" => rail::PART_RELATEDNESS,
            "growth" => rail::PART_GROWTH,
            "fairness" => rail::PART_FAIRNESS,
            "quit" => rail::PART_QUIT,
            _ => rail::PART_OTHER,
        },
        _ => rail::PART_OTHER,
    }
}

/// Parameters whose name, meaning or path contains what was typed, best first; with the nearest
/// names when there are none (then the flag is false).
#[must_use]
pub fn search(typed: &str) -> (bool, Vec<&'static Field>) {
    let wanted = typed.trim().to_ascii_lowercase();
    let rank = |field: &Field| {
        let label = [
            field.label.zh.to_ascii_lowercase(),
            field.label.en.to_ascii_lowercase(),
        ];
        if label.iter().any(|l| l.starts_with(&wanted)) {
            Some(0)
        } else if label.iter().any(|l| l.contains(&wanted)) {
            Some(1)
        } else if field.path.contains(&wanted) {
            Some(2)
        } else {
            let meaning = [field.meaning.zh, field.meaning.en];
            let found = meaning
                .iter()
                .any(|m| m.to_ascii_lowercase().contains(&wanted));
            found.then_some(3)
        }
    };
    let parameters = || catalogue().filter(|field| group_of(field).is_some());
    let mut hits: Vec<(u8, &'static Field)> =
        parameters().filter_map(|f| Some((rank(f)?, f))).collect();
    if !hits.is_empty() {
        crate::order::by(&mut hits, |a, b| a.0.cmp(&b.0));
        return (true, hits.into_iter().map(|(_, field)| field).collect());
    }
    let likeness = |field: &Field| {
        let en = strsim::jaro_winkler(&field.label.en.to_ascii_lowercase(), &wanted);
        let zh = strsim::jaro_winkler(field.label.zh, &wanted);
        let tail = field.path.rsplit('.').next().unwrap_or(field.path);
        en.max(zh).max(strsim::jaro_winkler(tail, &wanted))
    };
    let mut nearest: Vec<(f64, &'static Field)> = parameters().map(|f| (likeness(f), f)).collect();
    crate::order::by(&mut nearest, |a, b| b.0.total_cmp(&a.0));
    (false, nearest.into_iter().take(3).map(|(_, f)| f).collect())
}

/// How many parameters are the centre's own decisions or figures, come from studies, are the author's
/// assumptions.
#[must_use]
pub fn provenance() -> (usize, usize, usize) {
    use crate::scenario::field::Source;
    let mut counts = (0, 0, 0);
    for field in catalogue().filter(|field| group_of(field).is_some()) {
        match field.source {
            Source::Seed | Source::Study { .. } | Source::BankLog => counts.0 += 1,
            Source::Example | Source::Convention => counts.1 += 1,
            Source::Assumption { .. } => counts.2 += 1,
        }
    }
    counts
}

/// How many assumptions on behaviour there are, and how many of them are the author's, without a source.
#[must_use]
pub fn assumptions() -> (usize, usize) {
    use crate::scenario::field::Source;
    let on_behaviour = || catalogue().filter(|field| field.is_assumption());
    let own = on_behaviour().filter(|field| matches!(field.source, Source::Assumption { .. }));
    (on_behaviour().count(), own.count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_parameter_stands_in_exactly_one_place() {
        let mut seen = BTreeSet::new();
        for group in Group::ALL {
            let first = first_fields(group);
            assert_eq!(first.len(), group.first().len(), "{group:?} names no field");
            assert!((5..=7).contains(&first.len()), "{group:?}");
            let more = more_fields(group).into_iter().flat_map(|part| part.fields);
            for field in first.into_iter().chain(more) {
                assert!(seen.insert(field.path), "{} stands twice", field.path);
            }
        }
        let all: BTreeSet<&str> = catalogue()
            .filter(|f| group_of(f).is_some())
            .map(|f| f.path)
            .collect();
        assert_eq!(seen, all);
        assert_eq!(
            all.len() + 2,
            catalogue().count(),
            "only the titles are left out"
        );
    }

    #[test]
    fn a_name_that_several_have_says_whose_it_is() {
        let mut seen = BTreeSet::new();
        for field in catalogue() {
            for language in [Language::Zh, Language::En] {
                let name = name(field, language);
                assert!(seen.insert(name.clone()), "{}: {name}", field.path);
            }
        }
        let of = |path: &str| name(find(path).expect(path), Language::En);
        assert_eq!(
            of("demand.types.fee.talk_seconds"),
            "Mean talk time (Fees and deadlines)"
        );
        assert_eq!(of("behaviour.parameters.strain.load"), "Load (Strain)");
        assert_eq!(of("rewards.awards.coverage_share"), "Award coverage");
    }

    #[test]
    fn searching_finds_names_in_both_languages_and_offers_the_nearest() {
        for typed in ["覆盖面", "coverage"] {
            let (found, fields) = search(typed);
            assert!(found, "{typed}");
            assert!(
                fields
                    .iter()
                    .any(|f| f.path == "rewards.awards.coverage_share")
            );
        }
        let (found, fields) = search("covarege of awards");
        assert!(!found);
        assert_eq!(fields.len(), 3);
    }
}
