//! Links in what strangers write: found by parsing, and only of kinds that can do no harm when they are followed.

/// Longest address that is made a link.
const LONGEST: usize = 2_048;

/// Endings by which a bare name is taken for a website. Others need `https://`, so that no file name becomes one.
const ENDINGS: &str = " com org net edu gov io co dev app shop store me info eu uk de fr es it nl at ch be pt br in us ca au mx ar \
    id za ng ke ie pl se no dk fi jp sg ae il tr ";

/// Whether an address leads to the web, and nowhere else.
pub fn is_web(url: &str) -> bool {
    let rest = after(url, "https://").or_else(|| after(url, "http://"));
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) && is_sound(url)
}

/// Where a word leads, if it is a link as a whole.
pub fn target(word: &str) -> Option<String> {
    if !word.contains(['.', ':']) || !is_sound(word) {
        return None;
    }
    if is_web(word) {
        return Some(word.to_owned());
    }
    if let Some(address) = after(word, "mailto:") {
        return is_address(address).then(|| format!("mailto:{address}"));
    }
    if let Some(number) = after(word, "tel:") {
        return is_number(number).then(|| format!("tel:{number}"));
    }
    if is_address(word) {
        return Some(format!("mailto:{word}"));
    }
    is_site(word).then(|| format!("https://{word}"))
}

/// A link inside a word, without the brackets and marks around it: its place and where it leads.
pub fn inside(word: &str) -> Option<(usize, usize, String)> {
    let opened =
        word.trim_start_matches(['(', '[', '{', '<', '"', '\'', '*', '_', '~', '\u{201c}']);
    let start = word.len() - opened.len();
    let mut rest = opened.trim_end_matches([
        '.', ',', ';', ':', '!', '?', '"', '\'', '*', '_', '~', '>', ']', '}', '\u{201d}',
        '\u{2026}',
    ]);
    // A closing bracket belongs to the link only when the link opened one.
    while rest.ends_with(')') && !rest.contains('(') {
        rest = rest[..rest.len() - 1].trim_end_matches(['.', ',', '!', '?', '*', '_', '~']);
    }
    let target = target(rest)?;
    Some((start, start + rest.len(), target))
}

fn after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(start.len())?;
    head.eq_ignore_ascii_case(start).then_some(rest)
}

fn is_sound(word: &str) -> bool {
    let strange = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`') || turns(c)
    };
    word.len() <= LONGEST && !word.contains(strange)
}

/// Characters that turn the direction of what follows, or that nobody sees.
const fn turns(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=15).contains(&digits)
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b"+-.()".contains(&byte))
}

fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".+-_".contains(&byte);
    !name.is_empty() && name.bytes().all(plain) && is_host(host)
}

fn is_host(host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let last = labels.next().unwrap_or_default();
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    last.len() >= 2
        && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        && host.contains('.')
        && labels.all(label)
}

fn is_site(word: &str) -> bool {
    let host = word.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let known = after(host, "www.").is_some()
        || ENDINGS
            .split_ascii_whitespace()
            .any(|known| known.eq_ignore_ascii_case(ending));
    known && is_host(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn links_are_found_without_what_stands_around_them() {
        for (word, shown, to) in [
            (
                "https://a.example/x_y_z.",
                "https://a.example/x_y_z",
                "https://a.example/x_y_z",
            ),
            ("(HTTP://a.example)", "HTTP://a.example", "HTTP://a.example"),
            (
                "https://a.example/(x)",
                "https://a.example/(x)",
                "https://a.example/(x)",
            ),
            (
                "*acorn.com/bikes?a=1*",
                "acorn.com/bikes?a=1",
                "https://acorn.com/bikes?a=1",
            ),
            (
                "ana@acorn.example,",
                "ana@acorn.example",
                "mailto:ana@acorn.example",
            ),
            ("tel:+1-650-555", "tel:+1-650-555", "tel:+1-650-555"),
            ("www.acorn.bike", "www.acorn.bike", "https://www.acorn.bike"),
        ] {
            let (start, end, target) = inside(word).unwrap();
            assert_eq!((&word[start..end], target.as_str()), (shown, to));
        }
    }

    #[test]
    fn what_could_do_harm_or_is_no_link_is_text() {
        for word in [
            "javascript:alert(1)",
            "JaVaScRiPt://acorn.com/%0aalert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "https://",
            "https://\"onclick=x",
            "http://a\u{202e}b.com",
            "offer.pdf",
            "e.g.",
            "3.50",
            "a..com",
            "//acorn.com",
            "mailto:a@b.com?subject=x",
            "tel:1",
        ] {
            assert_eq!(inside(word).map(|found| found.2), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn targets_are_of_four_kinds(word in "\\PC{0,40}") {
            if let Some((start, end, target)) = inside(&word) {
                prop_assert!(word.get(start..end).is_some());
                let kinds = ["http://", "https://", "mailto:", "tel:"];
                prop_assert!(kinds.iter().any(|kind| after(&target, kind).is_some()));
            }
        }
    }
}
