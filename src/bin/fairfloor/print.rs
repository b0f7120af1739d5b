//! Results onto standard output, everything else onto standard error.

use crate::failure::Failure;
use fairfloor::scenario::field::Language;
use std::io::{self, ErrorKind, Write};

/// Writes a whole result at once.
pub fn result(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::PipeClosed),
        Err(error) => Err(Failure::Failed(format!("standard output: {error}"))),
    }
}

/// Says something beside the result.
pub fn aside(line: &str) {
    // Nobody to tell when standard error itself is closed.
    let _ = writeln!(io::stderr(), "{line}");
}

/// Why the system refused, in the user's language where it is one of the usual reasons.
pub fn reason(error: &io::Error, language: Language) -> String {
    let zh = match error.kind() {
        ErrorKind::NotFound => "没有这个文件或文件夹",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::StorageFull => "磁盘已满",
        ErrorKind::QuotaExceeded => "超出磁盘配额",
        ErrorKind::FileTooLarge => "文件超出允许的大小",
        ErrorKind::InvalidFilename => "名字太长，或系统不允许",
        ErrorKind::IsADirectory => "这是文件夹，不是文件",
        ErrorKind::NotADirectory => "路径中有一段不是文件夹",
        ErrorKind::ReadOnlyFilesystem => "只读的文件系统",
        ErrorKind::AlreadyExists => "同名的文件已经存在",
        _ => return error.to_string(),
    };
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => error.to_string(),
    }
}
