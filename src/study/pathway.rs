//! Which fields of the catalogue belong together: the pathways by which a difference comes about.

/// A set of fields that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pathway {
    /// Calls, posts, hours, rests: how much work there is for each.
    Workload,
    /// Sessions of stress relief.
    Relief,
    /// Targets, weights and samples of the appraisal.
    Targets,
    /// Openness and voice of the appraisal.
    Openness,
    /// Awards.
    Recognition,
    /// Pay, bonus, leave by merit.
    Pay,
    /// Leave, flexible hours, pressure to come ill.
    Leave,
    /// Support by team leaders, and teams.
    Leaders,
    /// Training, ladder, rotation.
    Growth,
    /// Hiring, and who works there.
    Hiring,
    /// What is assumed about people.
    Assumptions,
}

/// Which fields belong to which pathway; the first beginning that fits decides.
const BEGINNINGS: &[(&str, Pathway)] = &[
    ("support.stress_relief", Pathway::Relief),
    ("support.rest_minutes_per_day", Pathway::Workload),
    ("support.supervisor_share", Pathway::Leaders),
    ("support", Pathway::Leave),
    ("workforce.headcount", Pathway::Workload),
    ("workforce.shift_hours", Pathway::Workload),
    ("workforce.lunch_minutes", Pathway::Workload),
    ("workforce.second_line", Pathway::Workload),
    ("workforce.team_size", Pathway::Leaders),
    ("workforce.monthly_pay_yuan", Pathway::Pay),
    ("workforce.pay_to_market", Pathway::Pay),
    ("workforce", Pathway::Hiring),
    ("calendar", Pathway::Workload),
    ("demand", Pathway::Workload),
    ("appraisal.openness_share", Pathway::Openness),
    ("appraisal.voice_share", Pathway::Openness),
    ("appraisal", Pathway::Targets),
    ("rewards.awards", Pathway::Recognition),
    ("rewards", Pathway::Pay),
    ("development", Pathway::Growth),
    ("behaviour", Pathway::Assumptions),
];

impl Pathway {
    /// The pathway of a field; None for what a scenario is called.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        BEGINNINGS.iter().find_map(|(begins, pathway)| {
            let rest = path.strip_prefix(begins)?;
            (rest.is_empty() || rest.starts_with('.')).then_some(*pathway)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::catalogue;

    #[test]
    fn every_field_but_the_titles_has_a_pathway() {
        for field in catalogue() {
            let titles = ["schema_version", "name", "description"];
            assert_eq!(
                Pathway::of(field.path).is_none(),
                titles.contains(&field.path),
                "{}",
                field.path
            );
        }
    }
}
