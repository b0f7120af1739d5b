//! Whom one follows: who it is, what the person does now, today's calls, and how the year has been so far.

use super::shown::{Shown, find};
use super::{Do, Floor};
use crate::projector::Year;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::view::floor::events::{What, times};
use fairfloor::view::floor::hall::{exhaustion, pose};
use fairfloor::view::floor::told;
use fairfloor::view::lives::names;
use fairfloor::view::words::floor as words;
use yew::prelude::*;

impl Floor {
    /// The panel beside the hall.
    pub fn person(&self, ctx: &Context<Self>, titles: &[String], language: Language) -> Html {
        let said = |text: Text| text.get(language);
        let (Some(who), Ok(projector)) = (self.chosen.followed, &self.projector) else {
            return html! { <p class="hint floor-follow">{ said(words::FOLLOW) }{ " " }{ names::fictional(language) }</p> };
        };
        let years: Vec<(usize, &Year)> = (0..self.sides())
            .filter_map(|side| Some((side, &**projector.year(side)?)))
            .collect();
        let known = years
            .iter()
            .find_map(|(_, year)| Some((*year, find(year, who)?)));
        let Some((year, at)) = known else {
            return Html::default();
        };
        let life = &year.hall.journal.lives[at];
        html! {
            <section class="floor-person" data-person={format!("{}.{}", who.0 + 1, who.1)}>
                <div class="floor-person-head">
                    <h2>{ names::name(life, language) }</h2>
                    <button type="button" class="button quiet small" data-do="unfollow"
                        onclick={ctx.link().callback(|_| Do::Follow(None))}>{ said(words::UNFOLLOW) }</button>
                </div>
                <p class="hint">{ names::fictional(language) }</p>
                <div class="floor-lives">
                    { for years.iter().map(|(side, year)| html! {
                        <div>
                            if titles.len() > 1 {
                                <h3>{ &titles[*side] }</h3>
                            }
                            { self.facts(*side, year, who, language) }
                        </div>
                    }) }
                </div>
            </section>
        }
    }

    fn facts(&self, side: usize, year: &Year, who: (u32, u32), language: Language) -> Html {
        let said = |text: Text| text.get(language);
        let hall = &self.halls[side];
        let day = hall.day.unwrap_or(0);
        let seat = who.0 as usize;
        let found = find(year, who);
        let here = found.filter(|at| {
            hall.standings
                .get(seat)
                .is_some_and(|s| s.life == Some(*at))
        });
        let Some(at) = here else {
            return html! { <p>{ said(words::NOT_THERE) }</p> };
        };
        let life = &year.hall.journal.lives[at];
        let second = Shown::at(self.player.now).second;
        let reel = hall.reel.as_ref();
        let now = pose(reel, &hall.standings[seat], seat, second);
        let begun = reel.map_or(0, |reel| reel.begun(seat, second));
        let tired =
            exhaustion(life, day).map_or("–".to_owned(), |share| told::percent(share, language));
        let rows = [
            (words::STATE, said(told::pose(now)).to_owned()),
            (words::TODAY, begun.to_string()),
            (words::TIRED, tired),
            (
                words::AWARDS,
                times(life, &year.hall, day, What::Award).to_string(),
            ),
        ];
        html! {
            <dl>
                { for rows.into_iter().map(|(name, value)| html! {
                    <div><dt>{ said(name) }</dt><dd>{ value }</dd></div>
                }) }
            </dl>
        }
    }
}
