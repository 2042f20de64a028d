//! JSON as a text: where it stands, and what stands there. It is lenient where nothing depends on it: control characters
//! in strings, and the exact shape of numbers.

use super::Unreadable;
use super::unescape::unescaped;
use std::borrow::Cow;

pub type Outcome<T> = Result<T, Unreadable>;

/// So deep may what nobody expects be nested.
const DEEPEST: u8 = 100;

pub struct Reader<'de> {
    text: &'de str,
    /// The place of the next byte.
    pub at: usize,
    depth: u8,
}

impl<'de> Reader<'de> {
    pub const fn new(text: &'de str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    pub fn is_at_end(&mut self) -> bool {
        self.peek() == 0
    }

    /// The next byte that means something; 0 at the end.
    pub fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        bytes.get(self.at).copied().unwrap_or(0)
    }

    pub fn take(&mut self, wanted: u8) -> bool {
        let here = self.peek() == wanted;
        self.at += usize::from(here);
        here
    }

    pub fn expect(&mut self, wanted: u8) -> Outcome<()> {
        self.take(wanted).then_some(()).ok_or(Unreadable)
    }

    pub fn word(&mut self, word: &str) -> bool {
        self.peek();
        let here = self.text[self.at..].starts_with(word);
        if here {
            self.at += word.len();
        }
        here
    }

    pub fn string(&mut self) -> Outcome<Cow<'de, str>> {
        self.expect(b'"')?;
        let (from, bytes) = (self.at, self.text.as_bytes());
        let mut escaped = false;
        loop {
            match bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(_) => self.at += 1,
                None => return Err(Unreadable),
            }
        }
        let written = self.text.get(from..self.at).ok_or(Unreadable)?;
        self.at += 1;
        match escaped {
            true => unescaped(written).map(Cow::Owned).ok_or(Unreadable),
            false => Ok(Cow::Borrowed(written)),
        }
    }

    pub fn number(&mut self) -> Outcome<&'de str> {
        self.peek();
        let rest = &self.text[self.at..];
        let inside = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().take_while(inside).count();
        self.at += length;
        rest.get(..length)
            .filter(|number| !number.is_empty())
            .ok_or(Unreadable)
    }

    pub fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Outcome<T>) -> Outcome<T> {
        if self.depth == DEEPEST {
            return Err(Unreadable);
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    /// What nobody asked for: strings as wholes, of all else only how deep it goes.
    pub fn skip(&mut self) -> Outcome<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    self.at += 1;
                    depth += 1;
                }
                b'}' | b']' if depth > 0 => {
                    self.at += 1;
                    depth -= 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                b't' | b'f' | b'n' => {
                    if !(self.word("true") || self.word("false") || self.word("null")) {
                        return Err(Unreadable);
                    }
                }
                _ => {
                    self.number()?;
                }
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }
}
