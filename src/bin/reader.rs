//! Reads a centre's export and fits it in the browser's background, so that no page freezes over a
//! large file; loaded with the first file, not before.

#[cfg(target_arch = "wasm32")]
#[path = "shared/listening.rs"]
mod listening;

#[cfg(target_arch = "wasm32")]
fn main() {
    reader::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The reader runs in a browser; the command is `fairfloor fit`.");
}

#[cfg(target_arch = "wasm32")]
mod reader {
    use super::listening::{listen, post};
    use fairfloor::scenario::import::centre::read::LONGEST_TEXT;
    use fairfloor::scenario::import::sheet::Sheet;
    use fairfloor::scenario::import::workbook::{self, Refused};
    use fairfloor::scenario::import::{self, Export, Import};
    use fairfloor::study::fit::fit;
    use fairfloor::wire::{Look, Sorted, Told, pack, unpack};
    use web_sys::{TextDecoder, TextDecoderOptions};

    /// Listens, then says that it does.
    pub fn start() {
        let ready = Told::Ready {
            version: fairfloor::VERSION.to_owned(),
        };
        listen(
            &ready,
            |why| Told::Failed { why },
            |bytes| post(&told(bytes)),
        );
    }

    fn told(bytes: &[u8]) -> Told {
        match unpack::<Look>(bytes) {
            Ok(Look::Demand(file)) => demand(file),
            Ok(Look::Any(file)) => match sorted(file).map(|sorted| sorted.map(|s| pack(&s))) {
                Ok(Some(Ok(packed))) => Told::Sorted(packed),
                Ok(Some(Err(why))) => Told::Failed {
                    why: why.to_string(),
                },
                Ok(None) => Told::NoText,
                Err(refused) => Told::NoWorkbook(refused),
            },
            Err(why) => Told::Failed {
                why: why.to_string(),
            },
        }
    }

    fn demand(file: &[u8]) -> Told {
        let read = |(import, _): (Import, Option<Export>)| Told::Read(Box::new(import));
        if workbook::is_one(file) {
            return workbook::read(file).map_or_else(Told::NoWorkbook, read);
        }
        decode(file).map_or(Told::NoText, |text| read(import::read(&text)))
    }

    /// None where it is no text.
    fn sorted(file: &[u8]) -> Result<Option<Sorted>, Refused> {
        // A table of calls may be longer than one by months; its headers are in what is kept of it.
        let is_of_calls = |text: &str| Sheet::open(text).is_ok();
        if workbook::is_one(file) {
            let sheets = workbook::sheets(file, LONGEST_TEXT)?;
            if sheets.iter().any(|(_, text)| is_of_calls(text)) {
                return Ok(Some(fitted(workbook::read(file)?)));
            }
            return Ok(Some(Sorted::Sheets(sheets)));
        }
        Ok(decode(file).map(|mut text| {
            if is_of_calls(&text) {
                return fitted(import::read(&text));
            }
            let mut end = text.len().min(LONGEST_TEXT + 1);
            while !text.is_char_boundary(end) {
                end += 1;
            }
            text.truncate(end);
            Sorted::Sheets(vec![(String::new(), text)])
        }))
    }

    fn fitted((import, export): (Import, Option<Export>)) -> Sorted {
        Sorted::Calls {
            import: Box::new(import),
            fit: export.map(|export| Box::new(fit(&export))),
        }
    }

    /// UTF-8 if it is, otherwise GB 18030 as Chinese spreadsheets write it; None for what is neither.
    fn decode(bytes: &[u8]) -> Option<String> {
        ["utf-8", "gb18030"].into_iter().find_map(|label| {
            let options = TextDecoderOptions::new();
            options.set_fatal(true);
            let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
            let text = decoder.decode_with_u8_array(bytes).ok()?;
            (!text.contains('\0')).then_some(text)
        })
    }
}
