//! Why a file is not taken, in the page's language: by what is known of it beforehand, and by the server's answer.

use super::Attachment;
use crate::domain::file::{STILL_STICKER, file_problem, limit};
use crate::domain::message::Kind;
use crate::texts::texts;
use crate::words::file::size_text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub why: String,
    /// The same file may be taken later.
    pub may_pass: bool,
}

pub fn for_good(why: String) -> Refusal {
    Refusal {
        why,
        may_pass: false,
    }
}

pub fn again(why: &str) -> Refusal {
    Refusal {
        why: why.to_owned(),
        may_pass: true,
    }
}

/// Why WhatsApp would not take a file, in a sentence of its own.
pub fn refusal(kind: Kind, mime_type: &str, bytes: u64) -> Option<String> {
    let problem = file_problem(kind, mime_type, bytes)?;
    if bytes > limit(kind) {
        return Some(too_large(bytes, limit(kind)));
    }
    Some(match problem.strip_prefix("file: ") {
        Some("it is empty") => texts().upload_empty().to_owned(),
        _ => texts().upload_type().to_owned(),
    })
}

/// A byte too many is not told by tenths of megabytes.
fn too_large(bytes: u64, most: u64) -> String {
    let (size, limit) = (size_text(bytes), size_text(most));
    match size == limit {
        true => texts().upload_just_over(&limit),
        false => texts().upload_too_large(&size, &limit),
    }
}

/// What the server's answer to an upload means.
pub fn refused(file: &Attachment, status: u16) -> Refusal {
    let texts = texts();
    match status {
        // What the page knows beforehand was asked already: this one does not move.
        413 if file.kind == Kind::Sticker => for_good(too_large(file.bytes, STILL_STICKER)),
        413 => for_good(texts.upload_over_limit().to_owned()),
        415 => for_good(texts.upload_unfit().to_owned()),
        408 => again(texts.upload_slow()),
        429 => again(texts.upload_many()),
        _ => again(texts.upload_refused()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_whatsapp_would_refuse_is_said_before_the_upload() {
        let mb = 1 << 20;
        let said = |bytes| refusal(Kind::Image, "image/jpeg", bytes);
        assert_eq!(said(5 * mb), None);
        assert_eq!(
            said(6 * mb).as_deref(),
            Some("6.0 MB are too many: WhatsApp takes up to 5.0 MB.")
        );
        assert_eq!(
            refusal(Kind::Document, "text/plain", 0).as_deref(),
            Some("The file is empty.")
        );
        assert!(refusal(Kind::Document, "image/heic", 1).is_some_and(|why| why.contains("JPEG")));
    }

    #[test]
    fn two_sizes_that_differ_are_not_told_as_one() {
        let mb = 1 << 20;
        for over in [1, mb / 30] {
            assert_eq!(
                refusal(Kind::Image, "image/jpeg", 5 * mb + over).as_deref(),
                Some("The file is just over the limit: WhatsApp takes up to 5.0 MB.")
            );
        }
        let over = refusal(Kind::Sticker, "image/webp", (500 << 10) + 1);
        assert!(over.is_some_and(|why| why.starts_with("501 KB")));
    }
}
