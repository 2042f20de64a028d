//! JSON as serde's data. It is lenient where nothing depends on it: control characters in strings, and the exact
//! shape of numbers.

use super::Unreadable;
use super::unescape::unescaped;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use std::borrow::Cow;
use std::fmt::Display;

type Outcome<T> = Result<T, Unreadable>;

/// So deep may what nobody expects be nested.
const DEEPEST: u8 = 100;

pub struct Reader<'de> {
    text: &'de str,
    at: usize,
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
    fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        bytes.get(self.at).copied().unwrap_or(0)
    }

    fn take(&mut self, wanted: u8) -> bool {
        let here = self.peek() == wanted;
        self.at += usize::from(here);
        here
    }

    fn expect(&mut self, wanted: u8) -> Outcome<()> {
        self.take(wanted).then_some(()).ok_or(Unreadable)
    }

    fn word(&mut self, word: &str) -> bool {
        self.peek();
        let here = self.text[self.at..].starts_with(word);
        if here {
            self.at += word.len();
        }
        here
    }

    fn string(&mut self) -> Outcome<Cow<'de, str>> {
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

    fn number(&mut self) -> Outcome<&'de str> {
        self.peek();
        let rest = &self.text[self.at..];
        let inside = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().take_while(inside).count();
        self.at += length;
        rest.get(..length)
            .filter(|number| !number.is_empty())
            .ok_or(Unreadable)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Outcome<T>) -> Outcome<T> {
        if self.depth == DEEPEST {
            return Err(Unreadable);
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }
}

/// The browser has a reader of fractions already; Rust's brings a table of ten kilobytes.
fn fraction(number: &str) -> Outcome<f64> {
    #[cfg(target_family = "wasm")]
    {
        let value = js_sys::Number::parse_float(number);
        Some(value)
            .filter(|value| value.is_finite())
            .ok_or(Unreadable)
    }
    #[cfg(not(target_family = "wasm"))]
    {
        number.parse().map_err(|_| Unreadable)
    }
}

/// The same function for every kind of number: visitors look for themselves whether it fits.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
            let number = self.number()?;
            if let Ok(value) = number.parse::<u64>() {
                return visitor.visit_u64(value);
            }
            number.parse::<i64>().map_err(|_| Unreadable).and_then(|value| visitor.visit_i64(value))
        }
    )*};
}

macro_rules! fractions {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
            let number = self.number()?;
            visitor.visit_f64(fraction(number)?)
        }
    )*};
}

macro_rules! strings {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
            let string = self.string()?;
            visitor.visit_str(&string)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unreadable;

    numbers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    fractions!(deserialize_f32 deserialize_f64);
    strings!(deserialize_str deserialize_string deserialize_char deserialize_identifier);

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        match self.peek() {
            b'"' => self.deserialize_str(visitor),
            b'{' => self.deserialize_map(visitor),
            b'[' => self.deserialize_seq(visitor),
            b't' | b'f' => self.deserialize_bool(visitor),
            b'n' => self.deserialize_unit(visitor),
            _ => self.deserialize_number(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        let value = self.word("true");
        if !value && !self.word("false") {
            return Err(Unreadable);
        }
        visitor.visit_bool(value)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        if !self.word("null") {
            return Err(Unreadable);
        }
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        match self.word("null") {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.expect(b'[')?;
        self.deeper(|reader| {
            let value = visitor.visit_seq(Items::of(reader))?;
            reader.expect(b']')?;
            Ok(value)
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.expect(b'{')?;
        self.deeper(|reader| {
            let value = visitor.visit_map(Items::of(reader))?;
            reader.expect(b'}')?;
            Ok(value)
        })
    }

    /// Never in the shape of a list: that would double the code of each struct.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        self.deserialize_map(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Outcome<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Outcome<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        if !self.take(b'{') {
            return visitor.visit_enum(Variant {
                reader: self,
                full: false,
            });
        }
        self.deeper(|reader| {
            let value = visitor.visit_enum(Variant {
                reader: &mut *reader,
                full: true,
            })?;
            reader.expect(b'}')?;
            Ok(value)
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { bytes byte_buf unit_struct tuple_struct }
}

impl<'de> Reader<'de> {
    fn deserialize_number<V: Visitor<'de>>(&mut self, visitor: V) -> Outcome<V::Value> {
        let from = self.at;
        let whole = !self.number()?.contains(['.', 'e', 'E']);
        self.at = from;
        match whole {
            true => self.deserialize_u64(visitor),
            false => self.deserialize_f64(visitor),
        }
    }

    /// What nobody asked for: strings as wholes, of all else only how deep it goes.
    fn skip(&mut self) -> Outcome<()> {
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

/// The items of a list, or the pairs of an object.
struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    first: bool,
}

impl<'a, 'de> Items<'a, 'de> {
    const fn of(reader: &'a mut Reader<'de>) -> Self {
        Self {
            reader,
            first: true,
        }
    }

    /// Whether one more follows.
    fn next(&mut self) -> Outcome<bool> {
        if matches!(self.reader.peek(), b']' | b'}') {
            return Ok(false);
        }
        if !std::mem::take(&mut self.first) {
            self.reader.expect(b',')?;
        }
        Ok(true)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Outcome<Option<T::Value>> {
        match self.next()? {
            true => seed.deserialize(&mut *self.reader).map(Some),
            false => Ok(None),
        }
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Outcome<Option<K::Value>> {
        match self.next()? {
            true => seed.deserialize(&mut *self.reader).map(Some),
            false => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Outcome<V::Value> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// A word, or an object of one pair.
struct Variant<'a, 'de> {
    reader: &'a mut Reader<'de>,
    full: bool,
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Unreadable;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Outcome<(V::Value, Self)> {
        let name = seed.deserialize(&mut *self.reader)?;
        if self.full {
            self.reader.expect(b':')?;
        }
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Unreadable;

    fn unit_variant(self) -> Outcome<()> {
        match self.full {
            true => self.reader.skip(),
            false => Ok(()),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Outcome<T::Value> {
        match self.full {
            true => seed.deserialize(self.reader),
            false => Err(Unreadable),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Outcome<V::Value> {
        match self.full {
            true => self.reader.deserialize_seq(visitor),
            false => Err(Unreadable),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        match self.full {
            true => self.reader.deserialize_map(visitor),
            false => Err(Unreadable),
        }
    }
}

/// Whatever serde would say: its words would be in the bundle and nobody would read them.
impl Error for Unreadable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}
