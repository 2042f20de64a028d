//! JSON as serde's data.

use super::Unreadable;
use super::access::{Items, Variant};
use super::reader::{Outcome, Reader};
use serde::de::{Deserializer, Visitor};

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
}
