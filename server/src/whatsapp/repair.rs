//! Makes text of what a webhook carried. JSON may spell half a character (a lone surrogate) or a NUL;
//! PostgreSQL takes neither, and one such character must not cost the thousand messages around it.

/// The body as text that parses: bytes that are no UTF-8, lone surrogates and NULs become U+FFFD.
pub fn repaired(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    if !text.contains("\\u") {
        return text.into_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(place) = rest.find('\\') {
        let (before, escape) = rest.split_at(place);
        out.push_str(before);
        let (written, length) = one_escape(escape);
        out.push_str(written);
        rest = &escape[length..];
    }
    out.push_str(rest);
    out
}

const REPLACEMENT: &str = "\\ufffd";

/// What stands for the escape at the front, and how much of the text it was.
fn one_escape(text: &str) -> (&str, usize) {
    match code_unit(text) {
        None => {
            let length = 1 + text[1..].chars().next().map_or(0, char::len_utf8);
            (&text[..length], length)
        }
        Some(0) => (REPLACEMENT, 6),
        Some(0xD800..=0xDBFF) => match code_unit(&text[6..]) {
            Some(0xDC00..=0xDFFF) => (&text[..12], 12),
            _ => (REPLACEMENT, 6),
        },
        Some(0xDC00..=0xDFFF) => (REPLACEMENT, 6),
        Some(_) => (&text[..6], 6),
    }
}

/// The code unit of a `\uXXXX` at the front.
fn code_unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(json: &str) -> String {
        serde_json::from_str(&repaired(json.as_bytes())).unwrap()
    }

    #[test]
    fn nuls_and_lone_surrogates_become_replacement_characters() {
        assert_eq!(read(r#""nul\u0000byte""#), "nul\u{fffd}byte");
        assert_eq!(read(r#""a\ud83db""#), "a\u{fffd}b");
        assert_eq!(read(r#""a\ude00""#), "a\u{fffd}");
        assert_eq!(read(r#""\ud83d\ud83d\ude00""#), "\u{fffd}😀");
    }

    #[test]
    fn everything_else_stays() {
        assert_eq!(
            read(r#""\ud83d\ude00 \u00e9 \\ud83d \" \n""#),
            "😀 é \\ud83d \" \n"
        );
        assert_eq!(repaired(b"\xff"), "\u{fffd}");
        assert_eq!(repaired(b"\\"), "\\");
        assert_eq!(repaired("\\é".as_bytes()), "\\é");
    }

    proptest! {
        #[test]
        fn sound_json_keeps_its_meaning(text in "[^\0]*") {
            let json = serde_json::to_string(&text).unwrap();
            let escaped: String = json.chars().map(|c| {
                if c.is_ascii() { return c.to_string() }
                let mut units = [0; 2];
                c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
            }).collect();
            prop_assert_eq!(read(&escaped), text);
        }

        #[test]
        fn no_bytes_break_it(bytes: Vec<u8>) {
            repaired(&bytes);
        }

        #[test]
        fn any_mix_of_escapes_parses(units in proptest::collection::vec(0u32..0x10000, 0..20)) {
            let json: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
            let text = read(&format!("\"{json}\""));
            prop_assert!(!text.contains('\0'));
        }
    }
}
