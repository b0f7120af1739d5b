//! From an export that was read to a scenario, or to the reasons why not.

use fairfloor::scenario::Scenario;
use fairfloor::scenario::import::Import;
use fairfloor::view::incoming;
use fairfloor::view::session::Session;
use fairfloor::view::words::{Said, notice};

/// The scenario with the file's demand and what was done, or why nothing was done.
pub fn take(import: &Import, session: &Session) -> Result<(Scenario, Vec<Said>), Vec<Said>> {
    let zh = incoming::rows(import, fairfloor::scenario::field::Language::Zh);
    let en = incoming::rows(import, fairfloor::scenario::field::Language::En);
    let rows = zh.into_iter().zip(en).map(|(zh, en)| Said { zh, en });
    let Some(demand) = &import.demand else {
        let mut lines: Vec<Said> = import
            .refusal
            .iter()
            .map(|refusal| Said::in_both(|language| incoming::refusal(refusal, language)))
            .collect();
        if lines.is_empty() {
            lines.push(notice::FILE_EMPTY.into());
        }
        lines.extend(rows);
        return Err(lines);
    };
    let mut scenario = session.scenario().clone();
    let done = demand.apply(&mut scenario);
    let notes = done.iter().chain(&import.notes);
    let mut lines: Vec<Said> = notes
        .map(|note| Said::in_both(|language| incoming::note(note, language)))
        .collect();
    lines.extend(rows);
    Ok((scenario, lines))
}
