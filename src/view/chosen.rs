//! What is chosen on the screens of the studies as a link carries it, so that it opens the same question.
//! Only what departs from the usual is written, under short names.

use super::chase::Chase;
use super::lab::{self, CLAIMS, WIDTHS};
use super::lineup::{Letter, Reference};
use super::target::{self, CERTAINTY, REQUIREMENTS, SECONDS, Stretch, Tuning};
use super::unbeaten::{BUDGETS, Wish};
use crate::scenario::check::Problem;
use crate::scenario::find;
use crate::scenario::json::shortened;
use crate::scenario::presets;
use crate::scenario::read::MOST_PROBLEMS;
use crate::study::fairness::group::Grouping;
use serde_json::{Map, Value as Json, json};

/// The settings of the sweep and of awards, fairness and what could be wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chosen {
    /// Of the sweep.
    pub sweep: target::Settings,
    /// Of the other three.
    pub lab: lab::Settings,
}

const WIDTH_IDS: [&str; WIDTHS.len()] = ["narrow", "plausible", "wide"];

impl Chosen {
    /// As the link carries it; None where nothing departs from the usual.
    #[must_use]
    pub fn to_json(&self) -> Option<Json> {
        let usual = Self::default();
        let (sweep, lab) = (&self.sweep, &self.lab);
        let mut content = Map::new();
        let mut put = |name: &str, differs: bool, value: Json| {
            if differs {
                content.insert(name.to_owned(), value);
            }
        };
        put("l", sweep.lever != usual.sweep.lever, json!(sweep.lever));
        if let Some(Stretch { from, to, points }) = sweep.stretch {
            put("r", true, json!([from, to, points]));
        }
        if let Some((path, _)) = sweep.second.and_then(|at| SECONDS.get(at)) {
            put("c", true, json!(path));
        }
        let limits = REQUIREMENTS.iter().zip(sweep.limits);
        let limits = limits.filter_map(|(of, limit)| Some((of.metric.to_owned(), json!(limit?))));
        let limits: Map<String, Json> = limits.collect();
        put(
            "m",
            sweep.limits != usual.sweep.limits,
            Json::Object(limits),
        );
        put(
            "p",
            sweep.certainty != usual.sweep.certainty,
            json!(sweep.certainty),
        );
        put(
            "k",
            lab.claim != usual.lab.claim,
            json!(CLAIMS[lab.claim].0),
        );
        put("o", lab.reversed, json!(true));
        put(
            "w",
            lab.width != usual.lab.width,
            json!(WIDTH_IDS[lab.width]),
        );
        put("b", !lab.locked, json!(false));
        if let Some(grouping) = lab.grouping.and_then(|at| Grouping::ALL.get(at)) {
            put("g", true, json!(grouping.id()));
        }
        if let Some(metric) = lab.why.and_then(|at| CLAIMS.get(at)) {
            put("y", true, json!(metric.0));
        }
        if let Some(Chase {
            metric,
            behind,
            ahead,
        }) = lab.chase
        {
            let (behind, ahead) = (reference(behind), reference(ahead));
            put("u", true, json!([CLAIMS[metric].0, behind, ahead]));
        }
        if let Some(Wish { budget, without }) = lab.unbeaten {
            put("x", true, json!([BUDGETS[budget].0, without]));
        }
        (!content.is_empty()).then_some(Json::Object(content))
    }

    /// Reads it back; what this version doesn't know or doesn't accept is listed.
    #[must_use]
    pub fn of_json(json: &Json) -> (Self, Vec<Problem>) {
        let mut chosen = Self::default();
        let mut wrong = Vec::new();
        let Some(content) = json.as_object() else {
            return (chosen, vec![unknown("q")]);
        };
        // The lever first: its stretch is held against it.
        let mut names: Vec<&String> = content.keys().collect();
        crate::order::by(&mut names, |a, b| {
            (*a != "l").cmp(&(*b != "l")).then(a.cmp(b))
        });
        for name in names {
            if wrong.len() < MOST_PROBLEMS && chosen.take(name, &content[name]).is_none() {
                wrong.push(unknown(&format!("q.{name}={}", content[name])));
            }
        }
        (chosen, wrong)
    }

    /// Takes one choice; None where it can't be made.
    fn take(&mut self, name: &str, value: &Json) -> Option<()> {
        let claimed = |value: &Json| {
            let id = value.as_str()?;
            CLAIMS.iter().position(|(metric, _)| *metric == id)
        };
        let among = |mut ids: &mut dyn Iterator<Item = &'static str>| {
            let id = value.as_str()?;
            (&mut ids).position(|known| known == id)
        };
        let (sweep, lab) = (&mut self.sweep, &mut self.lab);
        match name {
            "l" => {
                sweep.tune(Tuning::Lever(find(value.as_str()?)?));
            }
            "r" => {
                let [from, to, points] = value.as_array()?.as_slice() else {
                    return None;
                };
                let stretch = Stretch {
                    from: from.as_f64()?,
                    to: to.as_f64()?,
                    points: u32::try_from(points.as_u64()?).ok()?,
                };
                sweep.tune(Tuning::Stretch(Some(stretch)));
                sweep.stretch?;
            }
            "c" => sweep.second = Some(among(&mut SECONDS.iter().map(|(path, _)| *path))?),
            "m" => {
                sweep.limits = [None; REQUIREMENTS.len()];
                for (metric, limit) in value.as_object()? {
                    let at = REQUIREMENTS.iter().position(|of| of.metric == metric)?;
                    let (low, high, _) = REQUIREMENTS[at].range;
                    let limit = limit.as_f64().filter(|v| (low..=high).contains(v))?;
                    sweep.limits[at] = Some(limit);
                }
            }
            "p" => {
                let certainty = value.as_f64();
                sweep.certainty = certainty.filter(|v| (CERTAINTY.0..=CERTAINTY.1).contains(v))?;
            }
            "k" => lab.claim = claimed(value)?,
            "y" => lab.why = Some(claimed(value)?),
            "u" => {
                let [metric, behind, ahead] = value.as_array()?.as_slice() else {
                    return None;
                };
                lab.chase = Some(Chase {
                    metric: claimed(metric)?,
                    behind: referred(behind)?,
                    ahead: referred(ahead)?,
                });
            }
            "x" => {
                let [budget, without] = value.as_array()?.as_slice() else {
                    return None;
                };
                let id = budget.as_str()?;
                let wish = Wish {
                    budget: BUDGETS.iter().position(|(budget, _, _)| *budget == id)?,
                    without: u16::try_from(without.as_u64()?).ok()?,
                };
                lab.unbeaten = Some(wish).filter(|wish| wish.is_possible());
                lab.unbeaten?;
            }
            "o" => lab.reversed = value.as_bool()?,
            "w" => lab.width = among(&mut WIDTH_IDS.into_iter())?,
            "b" => lab.locked = value.as_bool()?,
            "g" => {
                lab.grouping = Some(among(&mut Grouping::ALL.iter().map(|g| g.id()))?);
            }
            _ => return None,
        }
        Some(())
    }
}

/// A scenario as a link names it: by its place among the letters, or a preset by its id.
fn reference(of: Reference) -> Json {
    match of {
        Reference::Variant(letter) => json!(letter.index()),
        Reference::Preset(preset) => json!(preset.id),
    }
}

fn referred(value: &Json) -> Option<Reference> {
    if let Some(id) = value.as_str() {
        return presets::find(id).map(Reference::Preset);
    }
    let letter = Letter::of_index(usize::try_from(value.as_u64()?).ok()?);
    letter.map(Reference::Variant)
}

fn unknown(path: &str) -> Problem {
    Problem::Unknown {
        path: shortened(path),
        nearest: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets::PRESETS;
    use crate::view::target::levers;
    use proptest::prelude::*;

    fn limit(at: usize) -> impl Strategy<Value = Option<f64>> {
        let (low, high, _) = REQUIREMENTS[at].range;
        proptest::option::of(low..=high)
    }

    fn referred_to() -> impl Strategy<Value = Reference> {
        (0..6 + PRESETS.len()).prop_map(|at| match Letter::of_index(at) {
            Some(letter) => Reference::Variant(letter),
            None => Reference::Preset(&PRESETS[at - 6]),
        })
    }

    prop_compose! {
        fn chosen()(
            lever in 0..1000_usize,
            stretch in proptest::option::of((0.0..1.0_f64, 0.0..1.0_f64, 3..=41_u32)),
            second in proptest::option::of(0..SECONDS.len()),
            limits in (limit(0), limit(1), limit(2), limit(3), limit(4)),
            certainty in CERTAINTY.0..=CERTAINTY.1,
            lab in (0..CLAIMS.len(), any::<bool>(), 0..WIDTHS.len(), any::<bool>()),
            grouping in proptest::option::of(0..Grouping::ALL.len()),
            why in proptest::option::of(0..CLAIMS.len()),
            chase in proptest::option::of((0..CLAIMS.len(), referred_to(), referred_to())),
            unbeaten in proptest::option::of((0..BUDGETS.len(), 0..2047_u16)),
        ) -> Chosen {
            let origin = PRESETS[0].scenario();
            let fields = levers(&origin, &origin);
            let mut sweep = target::Settings::default();
            let field = fields[lever % fields.len()];
            sweep.tune(Tuning::Lever(field));
            let usual = target::usual(field, &origin).expect("it is offered");
            let within = |share: f64| usual.from + share * (usual.to - usual.from);
            sweep.tune(Tuning::Stretch(stretch.map(|(a, b, points)| Stretch {
                from: within(a.min(b)),
                to: within(a.max(b)),
                points,
            })));
            sweep.second = second;
            sweep.limits = limits.into();
            sweep.certainty = certainty;
            let chase = chase.map(|(metric, behind, ahead)| Chase { metric, behind, ahead });
            let unbeaten = unbeaten.map(|(budget, without)| Wish { budget, without });
            let (claim, reversed, width, locked) = lab;
            Chosen { sweep, lab: lab::Settings { claim, reversed, width, locked, grouping, why, chase, unbeaten } }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

        #[test]
        fn what_is_chosen_comes_back_from_a_link(chosen in chosen()) {
            let json = chosen.to_json();
            let text = json.as_ref().map(Json::to_string);
            let back = text.map_or_else(|| (Chosen::default(), vec![]), |text| {
                Chosen::of_json(&serde_json::from_str(&text).expect("JSON"))
            });
            prop_assert_eq!(back, (chosen, vec![]));
        }
    }

    #[test]
    fn the_usual_is_not_written_and_strange_parts_are_named() {
        assert_eq!(Chosen::default().to_json(), None);
        let strange = json!({"l": "no.such", "p": 3, "c": "x", "future": 1, "g": "care", "u": ["x", 0, 1], "x": ["any", 2047]});
        let (chosen, wrong) = Chosen::of_json(&strange);
        let paths: Vec<String> = wrong
            .into_iter()
            .map(|problem| match problem {
                Problem::Unknown { path, .. } => path,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(
            paths,
            [
                "q.l=\"no.such\"",
                "q.c=\"x\"",
                "q.future=1",
                "q.p=3",
                "q.u=[\"x\",0,1]",
                "q.x=[\"any\",2047]"
            ]
        );
        assert_eq!(chosen.lab.grouping, Some(1));
        assert_eq!(Chosen::of_json(&json!(1)).1.len(), 1);
    }
}
