//! The folder of results: every file is written beside its name and renamed when it is whole.

use crate::failure::Failure;
use crate::print::reason;
use crate::store::whole;
use fairfloor::scenario::field::Language;
use std::fs;
use std::io;
use std::path::Path;

/// Makes the folder and sees that it can be written to, before hours of work are spent.
pub fn prepare(folder: &Path, language: Language) -> Result<(), Failure> {
    let probe = folder.join(".fairfloor-probe");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&probe, b""))
        .and_then(|()| fs::remove_file(&probe))
        .map_err(|error| match unwritable(folder, &error, language) {
            // Before any work whatever stands in the way is a matter of what was asked.
            Failure::Failed(why) => Failure::input(why),
            other => other,
        })
}

/// Writes the files, name and content; each is there whole or not at all.
pub fn write(
    folder: &Path,
    files: &[(impl AsRef<str>, Vec<u8>)],
    language: Language,
) -> Result<(), Failure> {
    for (name, content) in files {
        whole(folder, name.as_ref(), content)
            .map_err(|error| unwritable(folder, &error, language))?;
    }
    Ok(())
}

/// Removes a folder of ours, if it is there.
pub fn clear(folder: &Path, language: Language) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(unwritable(folder, &error, language))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Sees that nothing stands where a file is asked for, before any work is done: it would be somebody's.
pub fn spare(path: &Path, language: Language) -> Result<(), Failure> {
    // A link that leads nowhere is there, too.
    if fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    let place = path.display();
    Err(Failure::input(match language {
        Language::Zh => format!("{place}：已经存在，不会覆盖。请换一个名字，或把它移走。"),
        Language::En => format!(
            "{place}: is there already and is left as it is. Give another name, or move it away."
        ),
    }))
}

/// Writes one file where it is asked for.
pub fn write_one(path: &Path, content: &str, language: Language) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let Some(name) = path.file_name() else {
        let error = io::Error::from(io::ErrorKind::IsADirectory);
        return Err(unwritable(path, &error, language));
    };
    let part = folder.join(format!(".{}.part", name.to_string_lossy()));
    fs::write(&part, content)
        .and_then(|()| fs::rename(&part, path))
        .map_err(|error| {
            let _ = fs::remove_file(&part);
            unwritable(path, &error, language)
        })
}

/// Spreadsheets take a CSV for UTF-8 only when it begins with the mark.
pub fn with_mark(csv: &str) -> String {
    format!("\u{feff}{csv}")
}

/// What can't be written to, in words. A name or a permission is for whoever asks to mend; a disk that is full
/// or fails, which may show after hours, is no fault of what was asked.
pub fn unwritable(place: &Path, error: &io::Error, language: Language) -> Failure {
    use io::ErrorKind as Kind;
    let refused = matches!(
        error.kind(),
        Kind::NotFound
            | Kind::PermissionDenied
            | Kind::AlreadyExists
            | Kind::NotADirectory
            | Kind::IsADirectory
            | Kind::InvalidFilename
            | Kind::InvalidInput
    );
    let place = place.display();
    let error = reason(error, language);
    match (refused, language) {
        (true, Language::Zh) => Failure::input(format!(
            "{place}：无法写入（{error}）。请换一个可写的文件夹，或检查权限。"
        )),
        (true, Language::En) => Failure::input(format!(
            "{place}: can't be written to ({error}). Name another folder, or check its permissions."
        )),
        (false, Language::Zh) => Failure::Failed(format!(
            "{place}：写入失败（{error}）。请腾出空间或检查磁盘后再来；--out 里没有做完的研究用 --resume 继续。"
        )),
        (false, Language::En) => Failure::Failed(format!(
            "{place}: writing failed ({error}). Make room or check the disk and ask again; an unfinished study in --out goes on with --resume."
        )),
    }
}
