//! What WhatsApp tells of itself, or does not pass on. Such a message's text is a code, so that each page says it in
//! its own language.

use super::message::Kind;

const MARK: &str = "notice:";

/// A code as a message's text; `about` is what it is about.
pub fn notice(code: &str, about: &str) -> String {
    match about {
        "" => format!("{MARK}{code}"),
        about => format!("{MARK}{code}:{about}"),
    }
}

/// The code of a message's text and what it is about, if the text is one.
pub fn read(kind: Kind, text: &str) -> Option<(&str, &str)> {
    let code = text.strip_prefix(MARK)?;
    let told = matches!(kind, Kind::System | Kind::Unsupported);
    told.then(|| code.split_once(':').unwrap_or((code, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_read_as_it_was_written_and_only_where_one_can_stand() {
        let changed = notice("number_changed", "16505551234");
        assert_eq!(
            read(Kind::System, &changed),
            Some(("number_changed", "16505551234"))
        );
        assert_eq!(
            read(Kind::Unsupported, &notice("poll", "")),
            Some(("poll", ""))
        );
        assert_eq!(read(Kind::Text, &changed), None);
        assert_eq!(read(Kind::System, "Changed."), None);
    }
}
