//! What comes from outside, links, drafts, files, and the notices that say what became of it.

use super::App;
use crate::address::{self, Address};
use crate::background::Message;
use crate::browser;
use crate::parts::import;
use crate::parts::notices::Offer;
use crate::storage;
use fairfloor::scenario::link::LinkError;
use fairfloor::scenario::links::{self, Decoded};
use fairfloor::scenario::presets;
use fairfloor::view::action::Action;
use fairfloor::view::chosen::Chosen;
use fairfloor::view::drafts::Drafts;
use fairfloor::view::history::Change;
use fairfloor::view::lineup::Lineup;
use fairfloor::view::lives::chosen::Choice;
use fairfloor::view::words::{Said, notice};
use fairfloor::wire::{Look, Told};

/// Drafts of so many visits are offered.
const OFFERED: usize = 2;

impl App {
    pub(super) fn moved(&mut self) -> bool {
        let asked = address::read();
        self.go_to(&asked);
        match (address::visit(), asked.link) {
            // Within a visit, going back changes the screen and nothing else.
            (Some(visit), _) if visit == self.visit.number => {}
            (known, Some(link)) => {
                self.visit.turn_to(known);
                self.take_link(link);
                self.run();
            }
            (known @ Some(_), None) => {
                self.visit.turn_to(known);
                self.session_mut()
                    .apply(Action::Choose(&presets::PRESETS[0]));
                self.run();
            }
            (None, None) => {}
        }
        self.visit.mark(&self.session);
        self.ask();
        true
    }

    /// Opens the screen that an address names, and the life on it.
    pub(super) fn go_to(&mut self, asked: &Address) {
        if let Some(screen) = asked.screen {
            self.session_mut().apply(Action::Open(screen));
        }
        if let Some(people) = &asked.people {
            let all = Choice::Everything(people.clone());
            self.session_mut().apply(Action::People(all));
        }
    }

    /// Opens a link, or says why it can't be opened and leaves everything as it was.
    pub(super) fn take_link(&mut self, link: Result<Decoded, LinkError>) {
        let link = link.map(|(several, mut problems, asked)| {
            let (chosen, wrong) = asked.as_ref().map(Chosen::of_json).unwrap_or_default();
            problems.extend(wrong);
            (several, problems, chosen)
        });
        match link {
            Ok((several, problems, chosen)) if problems.is_empty() => {
                self.session_mut().choose(chosen);
                if let Some(lineup) = Lineup::of_link(&several) {
                    self.session_mut().apply(Action::TakeAll {
                        lineup: Box::new(lineup),
                        seed: several.seed,
                        change: Change::Link,
                    });
                }
            }
            Ok((_, problems, _)) => {
                let mut lines = vec![notice::LINK_REFUSED.into()];
                lines.extend(problems.iter().map(crate::parts::problems::said));
                self.voice.complain(lines);
            }
            Err(why) => self.voice.complain(vec![
                notice::LINK_REFUSED.into(),
                crate::parts::problems::link_said(&why),
                notice::LINK_REMEDY.into(),
            ]),
        }
    }

    /// Offers what the last visits were left at, the newest on top.
    pub(super) fn offer_drafts(&mut self, drafts: &Drafts) {
        let here = address::linked(&self.session);
        let others = drafts.links().filter(|link| *link != here);
        // A draft of an older version may no longer be readable: then there is nothing to offer.
        let readable = others.filter_map(|link| {
            let (several, problems, _) = links::decode_with(link).ok()?;
            let lineup = Lineup::of_link(&several).filter(|_| problems.is_empty())?;
            Some((link.to_owned(), lineup))
        });
        let offered: Vec<(String, Lineup)> = readable.take(OFFERED).collect();
        for (link, lineup) in offered.into_iter().rev() {
            let text = Said::in_both(|language| {
                let titles = lineup.all().iter().map(|one| one.title(language));
                let titles = titles.collect::<Vec<String>>().join(" · ");
                [notice::RESTORE_OFFER.get(language), &titles].concat()
            });
            self.voice
                .notify(vec![text], false, Some(Offer::Draft(link)));
        }
    }

    /// Puts a notice away; a draft that was declined is not offered again.
    pub(super) fn dismiss(&mut self, id: u32) {
        if let Some(Offer::Draft(link)) = self.voice.close(id) {
            storage::change_drafts(|drafts| drafts.forget(&link));
        }
    }

    pub(super) fn take_offer(&mut self, id: u32) -> bool {
        match self.voice.close(id) {
            Some(Offer::Draft(draft)) => {
                self.take_link(links::decode_with(&draft));
                self.commit();
            }
            Some(Offer::BringBack) => {
                self.act(Action::Undo);
            }
            // What was chosen stands in the address and in the draft, so nothing is lost.
            Some(Offer::Update) => browser::tell("fairfloor-take"),
            None => {}
        }
        true
    }

    /// Gives a file to the reader in the background.
    pub(super) fn take_file(&mut self, bytes: Result<Vec<u8>, Said>) -> bool {
        let bytes = bytes.map_err(|said| vec![said]);
        match bytes.and_then(|bytes| self.reader.look(&Look::Demand(&bytes))) {
            Ok(()) => self.voice.say(notice::FILE_READING.into()),
            Err(lines) => self.voice.complain(lines),
        }
        true
    }

    /// What the reader says of a file: its demand.
    pub(super) fn told(&mut self, message: Message) -> bool {
        let taken = match self.reader.hear(message) {
            Some(Ok(Told::Read(found))) => import::take(&found, &self.session),
            // Nobody here asks for anything else.
            None | Some(Ok(_)) => return false,
            Some(Err(lines)) => Err(lines),
        };
        self.voice.unsay(&notice::FILE_READING.into());
        match taken {
            Ok((scenario, lines)) => {
                self.voice.notify(lines, false, None);
                let preset = self.session.preset();
                self.act(Action::Take {
                    preset,
                    scenario: Box::new(scenario),
                    change: Change::Demand,
                })
            }
            Err(lines) => {
                self.voice.complain(lines);
                true
            }
        }
    }
}
