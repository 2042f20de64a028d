//! The values of a form, by the paths of their fields: `action.sections.0.rows.2.title`.
//! Rows are the numbers in the paths; taking one away moves those behind it.

use crate::desk::Values;

pub fn value<'a>(values: &'a Values, path: &str) -> &'a str {
    let found = values.iter().find(|(known, _)| known == path);
    found.map_or("", |(_, value)| value)
}

pub fn put(values: &mut Values, path: &str, text: String) {
    match values.iter_mut().find(|(known, _)| known == path) {
        Some((_, value)) => *value = text,
        None => values.push((path.to_owned(), text)),
    }
}

/// How many rows stand under `prefix.N`; at least as many as asked for.
pub fn rows(values: &Values, prefix: &str, least: usize) -> usize {
    let numbers = values.iter().filter_map(|(path, _)| number(path, prefix));
    numbers.map(|nth| nth + 1).max().unwrap_or(0).max(least)
}

/// The number after the prefix in a path of one of its rows.
fn number(path: &str, prefix: &str) -> Option<usize> {
    let rest = path.strip_prefix(prefix)?.strip_prefix('.')?;
    rest.split('.').next()?.parse().ok()
}

fn renumber(path: &str, prefix: &str, nth: usize) -> String {
    let rest = path.get(prefix.len() + 1..).unwrap_or_default();
    let tail = rest
        .split_once('.')
        .map_or(String::new(), |(_, tail)| format!(".{tail}"));
    format!("{prefix}.{nth}{tail}")
}

pub fn remove(values: &mut Values, prefix: &str, nth: usize) {
    values.retain(|(path, _)| number(path, prefix) != Some(nth));
    for (path, _) in values {
        if let Some(own) = number(path, prefix).filter(|own| *own > nth) {
            *path = renumber(path, prefix, own - 1);
        }
    }
}

/// The row and the one above it change places.
pub fn raise(values: &mut Values, prefix: &str, nth: usize) {
    for (path, _) in values {
        match number(path, prefix) {
            Some(own) if own == nth => *path = renumber(path, prefix, nth - 1),
            Some(own) if own + 1 == nth => *path = renumber(path, prefix, nth),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Values {
        let mut values = Values::new();
        for (nth, title) in ["a", "b", "c"].iter().enumerate() {
            put(
                &mut values,
                &format!("rows.{nth}.title"),
                (*title).to_owned(),
            );
            put(
                &mut values,
                &format!("rows.{nth}.note"),
                format!("{title}!"),
            );
        }
        put(&mut values, "body", "Choose".to_owned());
        values
    }

    fn read(values: &Values) -> String {
        let count = rows(values, "rows", 0);
        let row = |nth: usize| {
            let part = |part: &str| value(values, &format!("rows.{nth}.{part}")).to_owned();
            part("title") + &part("note")
        };
        (0..count).map(row).collect::<Vec<_>>().join(" ") + " " + value(values, "body")
    }

    #[test]
    fn rows_move_with_all_that_is_in_them() {
        let mut values = list();
        assert_eq!(read(&values), "aa! bb! cc! Choose");
        raise(&mut values, "rows", 2);
        assert_eq!(read(&values), "aa! cc! bb! Choose");
        remove(&mut values, "rows", 0);
        assert_eq!(read(&values), "cc! bb! Choose");
        remove(&mut values, "rows", 1);
        assert_eq!(read(&values), "cc! Choose");
        assert_eq!(
            rows(&values, "rows", 2),
            2,
            "at least those that a form begins with"
        );
    }

    #[test]
    fn sections_move_with_their_rows() {
        let mut values = Values::new();
        put(&mut values, "s.0.rows.0.title", "first".to_owned());
        put(&mut values, "s.1.rows.0.title", "second".to_owned());
        put(&mut values, "s.10.rows.0.title", "eleventh".to_owned());
        remove(&mut values, "s", 0);
        assert_eq!(value(&values, "s.0.rows.0.title"), "second");
        assert_eq!(value(&values, "s.9.rows.0.title"), "eleventh");
    }
}
