//! Who reaches the volume target: months reached and months appraised, by groups of people.

use super::ledger::PersonYear;
use serde::{Deserialize, Serialize};

/// A group of people. Skill is true speed, in thirds of those who served in the year; service is counted
/// at the year's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Group {
    SlowThird,
    MiddleThird,
    FastThird,
    FirstYear,
    SecondAndThirdYear,
    LongerService,
    Women,
    Men,
    CareDuty,
    NoCareDuty,
    Younger,
    Older,
    PartTime,
    FullTime,
}

impl Group {
    /// In the order of [`Reach::groups`]: skill, service, gender, care duty, age, hours.
    pub const ALL: [Group; 14] = [
        Group::SlowThird,
        Group::MiddleThird,
        Group::FastThird,
        Group::FirstYear,
        Group::SecondAndThirdYear,
        Group::LongerService,
        Group::Women,
        Group::Men,
        Group::CareDuty,
        Group::NoCareDuty,
        Group::Younger,
        Group::Older,
        Group::PartTime,
        Group::FullTime,
    ];

    /// Its id in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Group::SlowThird => "skill.slow_third",
            Group::MiddleThird => "skill.middle_third",
            Group::FastThird => "skill.fast_third",
            Group::FirstYear => "service.first_year",
            Group::SecondAndThirdYear => "service.second_and_third_year",
            Group::LongerService => "service.longer",
            Group::Women => "gender.women",
            Group::Men => "gender.men",
            Group::CareDuty => "care.duty",
            Group::NoCareDuty => "care.no_duty",
            Group::Younger => "age.younger",
            Group::Older => "age.older",
            Group::PartTime => "hours.part_time",
            Group::FullTime => "hours.full_time",
        }
    }
}

/// Agent-months of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Months {
    /// With an appraisal.
    pub appraised: u64,
    /// Of those, with the volume target reached.
    pub reached: u64,
}

/// The groups' agent-months of one or many years. Whole numbers, so that the order of adding is free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// In the order of [`Group::ALL`].
    pub groups: [Months; 14],
}

impl Reach {
    /// Of one year's people; `days` are the working days of the year.
    #[must_use]
    pub fn of(people: &[PersonYear], days: u32) -> Self {
        let mut by_speed: Vec<usize> = (0..people.len()).collect();
        crate::order::by(&mut by_speed, |a, b| {
            let speed = |i: usize| people[i].who.speed;
            speed(*a).total_cmp(&speed(*b)).then(a.cmp(b))
        });
        let mut found = Self::default();
        for (rank, index) in by_speed.into_iter().enumerate() {
            let person = &people[index];
            let years = person.end.tenure_days / f64::from(days.max(1));
            let groups = [
                [Group::SlowThird, Group::MiddleThird, Group::FastThird]
                    [(rank * 3 / people.len()).min(2)],
                if years < 1.0 {
                    Group::FirstYear
                } else if years < 3.0 {
                    Group::SecondAndThirdYear
                } else {
                    Group::LongerService
                },
                pick(person.who.woman, Group::Women, Group::Men),
                pick(person.who.care_duty, Group::CareDuty, Group::NoCareDuty),
                pick(person.who.young, Group::Younger, Group::Older),
                pick(person.who.part_time, Group::PartTime, Group::FullTime),
            ];
            for group in groups {
                let months = &mut found.groups[group as usize];
                months.appraised += u64::from(person.appraised);
                months.reached += u64::from(person.reached_target);
            }
        }
        found
    }

    /// Adds another year's.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.groups.iter_mut().zip(&other.groups) {
            sum.appraised += more.appraised;
            sum.reached += more.reached;
        }
    }

    /// Share of a group's agent-months in which the target was missed; None without any.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn missed(&self, group: Group) -> Option<f64> {
        let months = self.groups[group as usize];
        (months.appraised > 0).then(|| 1.0 - months.reached as f64 / months.appraised as f64)
    }
}

fn pick(is: bool, yes: Group, no: Group) -> Group {
    if is { yes } else { no }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::ledger::{End, Who};

    #[test]
    fn everybody_is_counted_once_in_each_grouping() {
        let person = |speed: f64, woman: bool, tenure_days: f64, reached_target: u32| PersonYear {
            who: Who {
                woman,
                speed,
                ..Who::default()
            },
            appraised: 12,
            reached_target,
            end: End {
                tenure_days,
                ..End::default()
            },
            ..PersonYear::default()
        };
        let people = [
            person(0.3, true, 800.0, 12),
            person(-0.2, false, 100.0, 0),
            person(0.0, true, 300.0, 6),
        ];
        let reach = Reach::of(&people, 250);
        for (group, expected) in [
            (Group::SlowThird, Some(1.0)),
            (Group::MiddleThird, Some(0.5)),
            (Group::FastThird, Some(0.0)),
            (Group::FirstYear, Some(1.0)),
            (Group::SecondAndThirdYear, Some(0.5)),
            (Group::LongerService, Some(0.0)),
            (Group::Women, Some(0.25)),
            (Group::Men, Some(1.0)),
            (Group::CareDuty, None),
            (Group::Older, Some(0.5)),
        ] {
            assert_eq!(reach.missed(group), expected, "{}", group.id());
        }
        let mut twice = reach;
        twice.add(&reach);
        assert_eq!(twice.missed(Group::Women), Some(0.25));
        for (place, group) in Group::ALL.into_iter().enumerate() {
            assert_eq!(group as usize, place);
        }
        assert_eq!(Reach::of(&[], 250), Reach::default());
    }
}
