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
    use fairfloor::scenario::import::{self, Export, Import, workbook};
    use fairfloor::study::fit::fit;
    use fairfloor::wire::Told;
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
        if workbook::is_one(bytes) {
            return workbook::read(bytes).map_or_else(Told::NoWorkbook, fitted);
        }
        decode(bytes).map_or(Told::NoText, |text| fitted(import::read(&text)))
    }

    fn fitted((import, export): (Import, Option<Export>)) -> Told {
        Told::Read {
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
