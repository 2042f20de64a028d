//! Letters as a search compares them: without case, accents, vowel points and other ornaments, on both sides of the
//! wire and for both databases alike.

/// A letter of a text, folded, with the bytes of the text that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    pub folded: char,
    pub from: usize,
    pub to: usize,
}

/// What stands for everything between words.
const GAP: char = ' ';

impl Letter {
    pub const fn is_gap(self) -> bool {
        self.folded as u32 == GAP as u32
    }
}

/// A text as a search reads it.
pub fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    for (from, whole) in text.char_indices() {
        let to = from + whole.len_utf8();
        fold(whole, &mut |folded| {
            letters.push(Letter { folded, from, to })
        });
    }
    letters
}

/// Whether a word begins at this place.
pub fn begins(letters: &[Letter], nth: usize) -> bool {
    let here = letters[nth];
    let before = nth.checked_sub(1).map(|nth| letters[nth]);
    !here.is_gap()
        && (is_sign(here.folded)
            || before.is_none_or(|before| before.is_gap() || is_sign(before.folded)))
}

/// Scripts that leave no gaps between words, and pictures: each sign begins a word of its own.
pub fn is_sign(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2600..=0x27BF | 0x2B00..=0x2BFF
        | 0x3040..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0x1F000..=0x1FAFF
        | 0x20000..=0x3FFFF)
}

fn fold(whole: char, push: &mut dyn FnMut(char)) {
    if whole.is_ascii() {
        return push(if whole.is_ascii_alphanumeric() {
            whole.to_ascii_lowercase()
        } else {
            GAP
        });
    }
    decompose(whole, &mut |part| {
        for small in part.to_lowercase() {
            plain(small, push);
        }
    });
}

/// One letter without its ornaments.
fn plain(c: char, push: &mut dyn FnMut(char)) {
    let digit = |zero: u32| char::from_u32(u32::from('0') + c as u32 - zero).unwrap_or(GAP);
    match c {
        'ß' => "ss".chars().for_each(push),
        'æ' => "ae".chars().for_each(push),
        'œ' => "oe".chars().for_each(push),
        'þ' => "th".chars().for_each(push),
        'ø' => push('o'),
        'đ' | 'ð' => push('d'),
        'ł' => push('l'),
        'ħ' => push('h'),
        'ŧ' => push('t'),
        'ı' => push('i'),
        'ς' => push('σ'),
        'ٱ' => push('ا'),
        'ة' => push('ه'),
        'ى' | 'ی' => push('ي'),
        'ک' => push('ك'),
        '٠'..='٩' => push(digit(0x0660)),
        '۰'..='۹' => push(digit(0x06F0)),
        '०'..='९' => push(digit(0x0966)),
        _ if is_ornament(c) => {}
        _ if c.is_alphanumeric() || is_sign(c) || joins(c) => push(c),
        _ => push(GAP),
    }
}

/// Marks inside the words of Indian scripts that count as no letter.
fn joins(c: char) -> bool {
    let code = c as u32;
    (0x0900..0x0E00).contains(&code) && (matches!(code & 0x7F, 0x3C | 0x4D) || code == 0x0DCA)
}

/// Accents, vowel points, tones, joiners, directions, skin tones: a search does not know them.
fn is_ornament(c: char) -> bool {
    matches!(c as u32,
        0x00AD | 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2
        | 0x05C4..=0x05C5 | 0x05C7 | 0x0610..=0x061A | 0x061C | 0x0640 | 0x064B..=0x065F | 0x0670
        | 0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7..=0x06E8 | 0x06EA..=0x06ED | 0x08D3..=0x08FF
        | 0x0E47..=0x0E4E | 0x180B..=0x180F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F
        | 0x202A..=0x202E | 0x2060..=0x2069 | 0x20D0..=0x20FF | 0x3099..=0x309A | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F | 0xFEFF | 0x1F3FB..=0x1F3FF | 0xE0000..=0xE0FFF)
}

/// Unicode's compatibility decomposition: by a table on the server, by the browser's own in the browser,
/// which need not download one.
#[cfg(feature = "ssr")]
fn decompose(c: char, push: &mut dyn FnMut(char)) {
    unicode_normalization::char::decompose_compatible(c, push);
}

#[cfg(not(feature = "ssr"))]
fn decompose(c: char, push: &mut dyn FnMut(char)) {
    let whole = js_sys::JsString::from(String::from(c));
    String::from(whole.normalize("NFKD")).chars().for_each(push);
}
