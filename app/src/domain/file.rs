//! Files of messages: what WhatsApp takes, and how far a file has come.

use super::id::MediaId;
use super::message::Kind;
use serde::{Deserialize, Serialize};

/// A file as a thread shows it. Its size in pixels is known before it is loaded, so that nothing jumps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub id: MediaId,
    pub state: FileState,
    /// What its bytes are, once they are here; until then what WhatsApp says.
    pub mime_type: String,
    pub name: Option<String>,
    pub bytes: Option<u64>,
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// There is a small picture of it.
    pub thumbnail: bool,
}

impl File {
    /// Relative to the page, so that no credential stands in it.
    pub fn address(&self) -> String {
        format!("?media={}", self.id)
    }

    pub fn thumbnail_address(&self) -> String {
        format!("?media={}&size=small", self.id)
    }

    /// As what it is drawn. What its bytes do not bear out is a document, whatever it was sent as.
    pub fn drawn_as(&self, kind: Kind) -> Kind {
        let begins = |with: &str| self.mime_type.starts_with(with);
        let fits = match kind {
            Kind::Image | Kind::Sticker => begins("image/"),
            Kind::Video => begins("video/"),
            // Sound alone may lie in a container for films.
            Kind::Audio | Kind::Voice => begins("audio/") || begins("video/"),
            _ => true,
        };
        match fits && (kind == Kind::Document || INLINE.contains(&self.mime_type.as_str())) {
            true => kind,
            false => Kind::Document,
        }
    }
}

/// Types that a browser may show in our page. Whatever else comes is downloaded.
pub const INLINE: [&str; 12] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "video/mp4",
    "video/3gpp",
    "audio/mpeg",
    "audio/aac",
    "audio/amr",
    "audio/ogg",
    "audio/mp4",
    "audio/3gpp",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// It is being fetched from WhatsApp.
    Waiting,
    Stored,
    /// WhatsApp keeps files for seven days; it was not fetched in time.
    Expired,
    /// WhatsApp could not give it, or it is larger than what is taken.
    Failed,
}

impl FileState {
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Stored, Self::Expired, Self::Failed];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Stored => "stored",
            Self::Expired => "expired",
            Self::Failed => "failed",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

pub const KB: u64 = 1 << 10;
pub const MB: u64 = 1 << 20;

/// Most bytes that WhatsApp takes of a kind of file.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media>
pub const fn limit(kind: Kind) -> u64 {
    match kind {
        Kind::Image => 5 * MB,
        Kind::Video | Kind::Audio | Kind::Voice => 16 * MB,
        // 100 KB when it stands still; the server looks whether it moves.
        Kind::Sticker => 500 * KB,
        _ => 100 * MB,
    }
}

/// Most bytes of a sticker that stands still.
pub const STILL_STICKER: u64 = 100 * KB;

/// The types that WhatsApp takes as a kind of file.
pub const fn types(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Image => &["image/jpeg", "image/png"],
        Kind::Video => &["video/mp4", "video/3gpp"],
        Kind::Audio => &[
            "audio/aac",
            "audio/amr",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
        ],
        Kind::Voice => &["audio/ogg"],
        Kind::Sticker => &["image/webp"],
        _ => &[
            "application/pdf",
            "text/plain",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ],
    }
}

/// What a file of this type goes out as.
pub fn kind_of(mime_type: &str) -> Option<Kind> {
    let bare = mime_type.split(';').next().unwrap_or_default().trim();
    [
        Kind::Image,
        Kind::Video,
        Kind::Audio,
        Kind::Sticker,
        Kind::Document,
    ]
    .into_iter()
    .find(|kind| types(*kind).contains(&bare))
}

/// `4.5 MB`, as programs are told; people read `words::file`.
pub fn size_text(bytes: u64) -> String {
    if bytes >= MB {
        // In whole numbers: writing floats would cost a browser 10 kB of code.
        let tenths = (bytes * 10 + MB / 2) / MB;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    } else {
        format!("{} KB", bytes.div_ceil(KB))
    }
}

/// Why WhatsApp would not take a file as this kind, if it would not.
pub fn file_problem(kind: Kind, mime_type: &str, bytes: u64) -> Option<String> {
    let bare = mime_type.split(';').next().unwrap_or_default().trim();
    if bytes == 0 {
        Some("file: it is empty".to_owned())
    } else if !types(kind).contains(&bare) {
        Some(format!(
            "file: WhatsApp does not take {bare} as {}",
            kind.word()
        ))
    } else if bytes > limit(kind) {
        let (size, most) = (size_text(bytes), size_text(limit(kind)));
        let (size, most) = match size == most {
            true => (format!("{bytes} bytes"), limit(kind).to_string()),
            false => (size, most),
        };
        let kind = kind.word();
        Some(format!(
            "file: {size} are too many, WhatsApp takes {most} of a {kind}"
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_limit_is_the_last_byte_that_passes() {
        for kind in [
            Kind::Image,
            Kind::Video,
            Kind::Audio,
            Kind::Document,
            Kind::Sticker,
        ] {
            let mime = types(kind)[0];
            assert_eq!(file_problem(kind, mime, limit(kind)), None);
            assert!(file_problem(kind, mime, limit(kind) + 1).is_some());
            assert!(file_problem(kind, mime, 0).is_some());
            assert!(file_problem(kind, "application/x-msdownload", 1).is_some());
            assert_eq!(kind_of(mime), Some(kind));
        }
        assert_eq!(kind_of("audio/ogg; codecs=opus"), Some(Kind::Audio));
        assert_eq!(kind_of("text/html"), None);
    }

    #[test]
    fn a_file_is_drawn_as_what_its_bytes_are() {
        let drawn = |kind: Kind, mime_type: &str| {
            let file = File {
                id: MediaId::new(),
                state: FileState::Stored,
                mime_type: mime_type.to_owned(),
                name: None,
                bytes: Some(9),
                width: None,
                height: None,
                thumbnail: false,
            };
            file.drawn_as(kind)
        };
        for (kind, mime_type) in [
            (Kind::Image, "image/jpeg"),
            (Kind::Sticker, "image/webp"),
            (Kind::Video, "video/3gpp"),
            (Kind::Voice, "audio/ogg"),
            (Kind::Audio, "video/3gpp"),
            (Kind::Document, "image/jpeg"),
            (Kind::Document, "application/octet-stream"),
        ] {
            assert_eq!(drawn(kind, mime_type), kind, "{mime_type}");
        }
        for (kind, mime_type) in [
            (Kind::Image, "application/octet-stream"),
            (Kind::Image, "image/heic"),
            (Kind::Image, "image/svg+xml"),
            (Kind::Image, "video/mp4"),
            (Kind::Sticker, "application/pdf"),
            (Kind::Video, "video/quicktime"),
            (Kind::Voice, "image/png"),
            (Kind::Audio, "audio/wav"),
        ] {
            assert_eq!(drawn(kind, mime_type), Kind::Document, "{mime_type}");
        }
    }
}
