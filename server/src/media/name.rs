//! File names as people gave them, made harmless: no path, no control, nothing that turns the reading order round.

/// Longest name that is kept, in characters.
const LONGEST: usize = 200;

/// `None` when nothing of it is left.
pub fn clean(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last.chars().filter(|c| is_shown(*c)).collect();
    let shown = shown.trim().trim_start_matches('.').trim();
    if shown.is_empty() {
        return None;
    }
    Some(shortened(shown))
}

fn is_shown(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = matches!(
        c,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    );
    !c.is_control() && !turns && !breaks
}

/// The ending says what a file is, so it stays.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= LONGEST {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ending.is_empty() || ending.len() > 10 {
        return name.chars().take(LONGEST).collect();
    }
    let stem: String = name.chars().take(LONGEST - 1 - ending.len()).collect();
    format!("{stem}.{ending}")
}

/// The ending of a name, in lower case.
pub fn ending(name: &str) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(ending.to_ascii_lowercase())
}

/// A download's name for browsers: in ASCII for the old ones, and as it is.
/// <https://www.rfc-editor.org/rfc/rfc6266> and <https://www.rfc-editor.org/rfc/rfc8187>
pub fn disposition(how: &str, name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| match c {
            '"' | '\\' | '%' => '_',
            c if c.is_ascii_graphic() || c == ' ' => c,
            _ => '_',
        })
        .collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_lose_what_deceives() {
        for (given, kept) in [
            ("Invoice 7.pdf", Some("Invoice 7.pdf")),
            ("../../etc/passwd", Some("passwd")),
            ("C:\\Users\\a.txt", Some("a.txt")),
            ("photo\u{202e}gpj.exe", Some("photogpj.exe")),
            ("a\r\nSet-Cookie: x", Some("aSet-Cookie: x")),
            ("...", None),
            ("  \u{200f} ", None),
            ("Größe 字.pdf", Some("Größe 字.pdf")),
        ] {
            assert_eq!(clean(given).as_deref(), kept, "{given:?}");
        }
        let long = clean(&format!("{}.docx", "ä".repeat(400))).unwrap();
        assert_eq!(long.chars().count(), LONGEST);
        assert!(long.ends_with("ä.docx"));
    }

    proptest! {
        #[test]
        fn a_disposition_is_always_a_header_and_reads_back(name in any::<String>()) {
            let Some(name) = clean(&name) else { return Ok(()) };
            let line = disposition("attachment", &name);
            prop_assert!(axum::http::HeaderValue::from_str(&line).is_ok());
            let encoded = line.split_once("UTF-8''").unwrap().1.replace('+', "%2B");
            let read = url::form_urlencoded::parse(format!("n={}", encoded.replace('&', "%26")).as_bytes()).next().unwrap().1.into_owned();
            prop_assert_eq!(read, name);
        }
    }
}
