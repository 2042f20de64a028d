//! Texts with variables: `{0}` is the first variable, and `{?0}one:…{|}other:…` are forms by the first variable's number.
//! The build writes them so; a brace cannot stand in a text itself.

use super::Texts;

pub enum Value<'a> {
    /// What somebody wrote.
    Text(&'a str),
    /// Ours.
    Words(&'a str),
    Number(u64),
}

pub fn filled(texts: Texts, pattern: &str, values: &[Value]) -> String {
    let mut pieces = chosen(texts, pattern, values).split('{');
    let mut made = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (nth, words) = piece.split_once('}').unwrap_or(("", piece));
        match value(values, nth) {
            Some(Value::Text(text)) => push_isolated(&mut made, text, texts),
            Some(Value::Words(words)) => made.push_str(words),
            Some(Value::Number(number)) => made.push_str(&texts.number(*number)),
            None => {}
        }
        made.push_str(words);
    }
    made
}

fn value<'a>(values: &'a [Value<'a>], nth: &str) -> Option<&'a Value<'a>> {
    values.get(nth.parse::<usize>().ok()?)
}

/// The form that fits the number: the number itself, its kind, or the last.
fn chosen<'a>(texts: Texts, pattern: &'a str, values: &[Value]) -> &'a str {
    let Some((nth, forms)) = pattern
        .strip_prefix("{?")
        .and_then(|rest| rest.split_once('}'))
    else {
        return pattern;
    };
    let count = match value(values, nth) {
        Some(Value::Number(number)) => *number,
        _ => 0,
    };
    let forms = || forms.split("{|}").filter_map(|form| form.split_once(':'));
    let exact = count.to_string();
    let word = texts.language.form(count).word();
    let fits = |wanted: &str| forms().find(|(key, _)| *key == wanted);
    let found = fits(&exact)
        .or_else(|| fits(word))
        .or_else(|| forms().last());
    found.map_or("", |(_, form)| form)
}

/// What somebody wrote must not turn the text around it.
fn push_isolated(made: &mut String, text: &str, texts: Texts) {
    if texts.language.is_right_to_left() || text.chars().any(is_right_to_left) {
        made.push('\u{2068}');
        made.push_str(text);
        made.push('\u{2069}');
    } else {
        made.push_str(text);
    }
}

/// Scripts that run to the left, and marks that make others do so.
const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    const EN: Texts = Texts::of(Language::En);
    const AR: Texts = Texts::of(Language::Ar);

    #[test]
    fn variables_take_their_places() {
        let filled = |pattern| filled(EN, pattern, &[Value::Text("Ana"), Value::Number(1_234)]);
        assert_eq!(filled("{1} from {0}, {0}!"), "1,234 from Ana, Ana!");
        assert_eq!(filled("plain"), "plain");
    }

    #[test]
    fn a_number_finds_its_form() {
        let pattern = "{?0}0:none{|}one:one row{|}other:{0} rows";
        let filled = |count| filled(EN, pattern, &[Value::Number(count)]);
        assert_eq!([0, 1, 2].map(filled), ["none", "one row", "2 rows"]);
    }

    #[test]
    fn arabic_has_six_forms() {
        let pattern = "{?0}zero:z{|}one:o{|}two:t{|}few:f{|}many:m{|}other:x";
        let filled = |count| filled(AR, pattern, &[Value::Number(count)]);
        assert_eq!(
            [0, 1, 2, 3, 11, 100].map(filled),
            ["z", "o", "t", "f", "m", "x"]
        );
    }

    #[test]
    fn names_do_not_turn_the_text_around_them() {
        let with = |name| filled(EN, "to {0}:", &[Value::Text(name)]);
        assert_eq!(with("Ana"), "to Ana:");
        assert_eq!(with("ליאת"), "to \u{2068}ליאת\u{2069}:");
    }
}
