//! Which texts are a few emoji and nothing else. One emoji may be many code points.

/// So many still stand large.
const FEW: usize = 4;

const VARIATION: char = '\u{fe0f}';
const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

type Rest<'a> = std::iter::Peekable<std::str::Chars<'a>>;

pub fn is_few_emoji(text: &str) -> bool {
    let mut rest = text.chars().peekable();
    for _ in 0..FEW {
        if !emoji(&mut rest) {
            return false;
        }
        if rest.peek().is_none() {
            return true;
        }
    }
    false
}

/// Goes on behind what comes next; answers whether that is an emoji.
fn emoji(rest: &mut Rest) -> bool {
    let Some(first) = rest.next() else {
        return false;
    };
    match first {
        // Two letters that name a country.
        '\u{1f1e6}'..='\u{1f1ff}' => after(rest, '\u{1f1e6}', '\u{1f1ff}'),
        '0'..='9' | '#' | '*' => {
            after(rest, VARIATION, VARIATION);
            after(rest, KEYCAP, KEYCAP)
        }
        _ => pictures(first, rest),
    }
}

/// Families, professions, flags of movements: pictures that are drawn as one.
fn pictures(first: char, rest: &mut Rest) -> bool {
    let mut next = Some(first);
    while let Some(picture) = next {
        let varied = after(rest, VARIATION, VARIATION);
        if !(is_picture(picture) || varied && may_be_picture(picture)) {
            return false;
        }
        // Its skin tone, and its tags, as of Scotland's flag.
        after(rest, '\u{1f3fb}', '\u{1f3ff}');
        while after(rest, '\u{e0020}', '\u{e007f}') {}
        if !after(rest, JOINER, JOINER) {
            return true;
        }
        next = rest.next();
    }
    false
}

/// Goes on behind the next character, if it is one of these.
fn after(rest: &mut Rest, first: char, last: char) -> bool {
    rest.next_if(|next| (first..=last).contains(next)).is_some()
}

const fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23f3}' | '\u{25fd}' | '\u{25fe}')
}

/// Signs that are pictures only where a variation says so: ©️, ↔️, ▶️.
const fn may_be_picture(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{2000}'..='\u{25ff}' | '\u{2900}'..='\u{297f}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_of_many_code_points_is_one() {
        for emoji in [
            "👍",
            "👍🏽",
            "❤️",
            "👨‍👩‍👧‍👦",
            "👩🏽‍🚒",
            "🏳️‍🌈",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "🇩🇪",
            "7️⃣",
            "#⃣",
            "©️",
            "▶️",
            "⌚",
            "🙂‍↔️",
        ] {
            assert!(is_few_emoji(emoji), "{emoji}");
            assert!(is_few_emoji(&emoji.repeat(4)), "four of {emoji}");
            assert!(!is_few_emoji(&emoji.repeat(5)), "five of {emoji}");
            assert!(!is_few_emoji(&format!("{emoji}!")), "{emoji} and a word");
        }
        assert!(is_few_emoji("❤️🎉"));
    }

    #[test]
    fn what_has_words_or_is_none_is_not_large() {
        for text in [
            "",
            "ok 👍",
            "12",
            "7",
            "©",
            "🇩",
            "\u{200d}",
            "👍\u{200d}",
            "\u{fe0f}",
            "…",
            "a️",
        ] {
            assert!(!is_few_emoji(text), "{text:?}");
        }
    }
}
