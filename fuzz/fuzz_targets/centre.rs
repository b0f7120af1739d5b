//! A centre's monthly files: people, results by agent, awards, separated by a zero byte.
#![no_main]

use fairfloor::scenario::import::centre::table::Table;
use fairfloor::scenario::import::centre::scale::{Scale, Scales};
use fairfloor::scenario::import::centre::{File, read::read, record};
use fairfloor::study::own::traits;
use fairfloor::view::own::reading;
use fairfloor_fuzz::LANGUAGES;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut parts = text.split('\0');
    let files = [File::People, File::Kpi, File::Awards];
    let [people, kpi, awards] = files.map(|file| {
        let text = parts.next().unwrap_or("");
        if let Ok(table) = Table::of(text) {
            // As the page does it, where a hand may have given columns another meaning.
            let _ = table.file();
            let mut columns = table.columns(file);
            let mut hand = Scales::default();
            let _ = table.read(file, &columns, &hand);
            let by = usize::from(columns.len() > 1);
            columns.rotate_left(by);
            for column in file.columns() {
                let all = Scale::of(*column);
                let one = all.get(text.len() % all.len().max(1));
                hand.set(*column, one.copied());
            }
            let _ = table.read(file, &columns, &hand);
        }
        let read = read(text, file);
        for language in LANGUAGES {
            if let Some(refusal) = &read.refusal {
                assert!(!reading::refusal(refusal, language).is_empty());
            }
            let _ = reading::problems(&read, language);
            for note in &read.notes {
                assert!(!reading::note(note, language).is_empty());
            }
        }
        read
    });
    if let Some((record, _, notes)) = record(&people, &kpi, &awards) {
        for note in &notes {
            let _ = reading::note(note, LANGUAGES[0]);
        }
        let known = traits::of(&record);
        assert!(
            known.iter().flatten().all(|value| value.is_finite()),
            "{known:?}"
        );
        let _ = traits::course(&record);
    }
});
