//! What a file is: its first bytes say it, not its name and not who sent it.

use super::name::ending;
use app::domain::file::{INLINE, types};
use app::domain::message::Kind;

pub const UNKNOWN: &str = "application/octet-stream";
const ZIP: &str = "application/zip";
/// The container of Office's files before 2007.
const COMPOUND: &str = "application/x-ole-storage";

/// What the beginning of a file says that it is.
pub fn sniffed(head: &[u8]) -> Option<&'static str> {
    let starts = |with: &[u8]| head.starts_with(with);
    let found = if starts(b"\xff\xd8\xff") {
        "image/jpeg"
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        "image/png"
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        "image/gif"
    } else if starts(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        "image/webp"
    } else if starts(b"RIFF") && head.get(8..12) == Some(b"WAVE") {
        "audio/wav"
    } else if head.get(4..8) == Some(b"ftyp") {
        return film(head.get(8..12)?);
    } else if starts(b"OggS") {
        ogg(head)
    } else if starts(b"#!AMR") {
        "audio/amr"
    } else if starts(b"ID3") || is_mp3(head) {
        "audio/mpeg"
    } else if starts(b"ADIF") || is_adts(head) {
        "audio/aac"
    } else if starts(b"%PDF-") {
        "application/pdf"
    } else if starts(b"PK\x03\x04") {
        ZIP
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        COMPOUND
    } else if starts(b"\x1a\x45\xdf\xa3") {
        "video/webm"
    } else {
        return None;
    };
    Some(found)
}

/// The brand of an ISO base media file. Pictures come in such files too; those are not shown.
fn film(brand: &[u8]) -> Option<&'static str> {
    match brand {
        b"M4A " | b"M4B " | b"M4P " => Some("audio/mp4"),
        b"qt  " => Some("video/quicktime"),
        b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1" | b"heim" | b"heis" => Some("image/heic"),
        b"avif" | b"avis" => Some("image/avif"),
        _ if brand.starts_with(b"3gp") || brand.starts_with(b"3g2") => Some("video/3gpp"),
        _ => Some("video/mp4"),
    }
}

fn ogg(head: &[u8]) -> &'static str {
    // The first page has a header of 27 bytes and a table of one entry; then the codec says its name.
    let codec = head.get(28..).unwrap_or_default();
    let audio = [&b"OpusHead"[..], b"\x01vorbis", b"Speex   ", b"\x7fFLAC"];
    if audio.into_iter().any(|name| codec.starts_with(name)) {
        "audio/ogg"
    } else {
        "application/ogg"
    }
}

/// Voice messages are Opus.
pub fn is_opus(head: &[u8]) -> bool {
    head.starts_with(b"OggS") && head.get(28..36) == Some(b"OpusHead")
}

fn is_mp3(head: &[u8]) -> bool {
    matches!(head, [0xff, second, third, ..]
        if second & 0xe0 == 0xe0 && second & 0x06 == 0x02 && third & 0xf0 != 0xf0)
}

fn is_adts(head: &[u8]) -> bool {
    matches!(head, [0xff, second, ..] if second & 0xf6 == 0xf0)
}

/// A sticker or picture that moves says so in its extended header.
pub fn is_animated_webp(head: &[u8]) -> bool {
    head.get(12..16) == Some(b"VP8X") && head.get(20).is_some_and(|flags| flags & 0x02 != 0)
}

/// The type of a file that came from WhatsApp. What was told counts only where the bytes cannot say it,
/// and never makes a file one that is shown.
pub fn inbound(head: &[u8], told: Option<&str>) -> String {
    let told = told.map(bare);
    let sniffed = sniffed(head);
    if let (Some(container), Some(told)) = (sniffed, told)
        && let Some(inner) = within(container, told)
    {
        return inner.to_owned();
    }
    match (sniffed, told) {
        (Some(sniffed), _) => sniffed.to_owned(),
        (None, Some(told)) if is_type(told) && !INLINE.contains(&told) => told.to_owned(),
        _ => UNKNOWN.to_owned(),
    }
}

/// The type as which a file goes out, if its bytes are what WhatsApp takes as this kind.
pub fn outbound(
    kind: Kind,
    head: &[u8],
    is_text: bool,
    told: &str,
    name: Option<&str>,
) -> Result<&'static str, String> {
    let told = bare(told);
    let ending = name.and_then(ending);
    let by_ending = ending.as_deref().and_then(office);
    let sniffed = sniffed(head);
    let found = match sniffed {
        Some(container) => [Some(told), by_ending]
            .into_iter()
            .flatten()
            .find_map(|told| within(container, told))
            .unwrap_or(container),
        None if is_text && (told == "text/plain" || ending.as_deref() == Some("txt")) => {
            "text/plain"
        }
        None => UNKNOWN,
    };
    let taken = types(kind).iter().find(|taken| **taken == found).copied();
    let taken = taken.ok_or_else(|| unfit(kind, found))?;
    // Meta's page on media: audio/ogg is taken with the Opus codec only.
    if taken == "audio/ogg" && !is_opus(head) {
        return Err("file: WhatsApp takes OGG files with Opus sound only".to_owned());
    }
    Ok(taken)
}

fn unfit(kind: Kind, found: &str) -> String {
    let what = if found == UNKNOWN {
        "a file of this type"
    } else {
        found
    };
    format!(
        "file: WhatsApp does not take {what} as {}",
        kind.label().to_lowercase()
    )
}

/// What may be inside a container that does not say it by itself.
fn within(container: &'static str, told: &str) -> Option<&'static str> {
    let may = match container {
        ZIP => told.starts_with("application/vnd.openxmlformats-officedocument."),
        COMPOUND => matches!(
            told,
            "application/msword" | "application/vnd.ms-excel" | "application/vnd.ms-powerpoint"
        ),
        "video/mp4" => told == "audio/mp4" || told == "audio/x-m4a" || told == "audio/m4a",
        _ => false,
    };
    if container == "video/mp4" {
        return may.then_some("audio/mp4");
    }
    let office = types(Kind::Document).iter();
    office.copied().find(|office| may && *office == told)
}

fn office(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => return None,
    })
}

/// How a file without a name ends.
pub fn usual_ending(mime_type: &str) -> &'static str {
    match mime_type {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "image/gif" => ".gif",
        "video/mp4" => ".mp4",
        "video/3gpp" => ".3gp",
        "audio/mpeg" => ".mp3",
        "audio/aac" => ".aac",
        "audio/amr" => ".amr",
        "audio/ogg" => ".ogg",
        "audio/mp4" => ".m4a",
        "application/pdf" => ".pdf",
        _ => "",
    }
}

fn bare(mime_type: &str) -> &str {
    mime_type.split(';').next().unwrap_or_default().trim()
}

fn is_type(told: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"/.+-_".contains(&byte);
    told.len() <= 100 && told.contains('/') && told.bytes().all(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPUS: &[u8] =
        b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01\x01";

    #[test]
    fn bytes_say_what_a_file_is() {
        for (head, found) in [
            (&b"\xff\xd8\xff\xe0"[..], Some("image/jpeg")),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some("image/webp")),
            (b"\0\0\0\x18ftypmp42", Some("video/mp4")),
            (b"\0\0\0\x18ftyp3gp4", Some("video/3gpp")),
            (b"\0\0\0\x18ftypM4A ", Some("audio/mp4")),
            (b"\0\0\0\x18ftypheic", Some("image/heic")),
            (b"\xff\xfb\x90\x00", Some("audio/mpeg")),
            (b"\xff\xf1\x50\x80", Some("audio/aac")),
            (OPUS, Some("audio/ogg")),
            (b"%PDF-1.4", Some("application/pdf")),
            (b"<html>", None),
            (b"<svg xmlns='http://www.w3.org/2000/svg'>", None),
            (b"", None),
            (b"\xff", None),
            (b"OggS", Some("application/ogg")),
        ] {
            assert_eq!(sniffed(head), found, "{head:?}");
        }
    }

    #[test]
    fn a_lie_never_makes_a_file_one_that_is_shown() {
        assert_eq!(inbound(b"<html>", Some("image/jpeg")), UNKNOWN);
        assert_eq!(inbound(b"<svg>", Some("image/svg+xml")), "image/svg+xml");
        assert_eq!(inbound(b"\xff\xd8\xff", Some("text/html")), "image/jpeg");
        assert_eq!(inbound(b"<html>", Some("audio/ogg; codecs=opus")), UNKNOWN);
        assert_eq!(inbound(b"hi", Some("text/plain")), "text/plain");
        assert_eq!(inbound(b"hi", Some("a\r\nb/c")), UNKNOWN);
        let docx = types(Kind::Document)[3];
        assert_eq!(inbound(b"PK\x03\x04", Some(docx)), docx);
        assert_eq!(inbound(b"PK\x03\x04", Some("image/png")), ZIP);
    }

    #[test]
    fn what_goes_out_is_what_whatsapp_takes() {
        let out = |kind, head: &[u8], told: &str, name: &str| {
            outbound(
                kind,
                head,
                std::str::from_utf8(head).is_ok(),
                told,
                Some(name),
            )
        };
        let jpeg = b"\xff\xd8\xff";
        assert_eq!(out(Kind::Image, jpeg, "image/png", "a"), Ok("image/jpeg"));
        assert!(out(Kind::Image, b"<html>", "image/jpeg", "a.jpg").is_err());
        assert!(out(Kind::Image, b"GIF89a", "image/gif", "a.gif").is_err());
        assert!(out(Kind::Document, jpeg, "application/pdf", "a.pdf").is_err());
        assert_eq!(
            out(Kind::Document, b"hi", "text/plain", "a"),
            Ok("text/plain")
        );
        assert!(out(Kind::Document, b"hi", "text/html", "a.html").is_err());
        assert!(out(Kind::Document, b"\xff\xfe", "text/plain", "a.txt").is_err());
        let zip = b"PK\x03\x04";
        assert!(out(Kind::Document, zip, "application/zip", "a.zip").is_err());
        assert_eq!(
            out(Kind::Document, zip, "", "a.xlsx"),
            Ok(types(Kind::Document)[5])
        );
        assert_eq!(out(Kind::Voice, OPUS, "audio/ogg", "v"), Ok("audio/ogg"));
        let film = b"\0\0\0\x18ftypisom";
        assert_eq!(out(Kind::Audio, film, "audio/mp4", "v"), Ok("audio/mp4"));
        assert_eq!(out(Kind::Video, film, "video/mp4", "v"), Ok("video/mp4"));
        assert!(out(Kind::Voice, film, "audio/mp4", "v").is_err());
        assert!(out(Kind::Video, b"\x1a\x45\xdf\xa3", "video/mp4", "v").is_err());
    }
}
