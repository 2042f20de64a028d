//! How large a file is.

use crate::domain::file::{KB, MB};
use crate::texts::texts;

/// `12 KB`, `3.4 MB`
pub fn size_text(bytes: u64) -> String {
    let texts = texts();
    if bytes >= MB {
        // In whole numbers: writing floats would cost a browser 10 kB of code.
        texts.size_mb(&texts.tenths((bytes * 10 + MB / 2) / MB))
    } else {
        texts.size_kb(bytes.div_ceil(KB))
    }
}
