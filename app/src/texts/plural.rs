//! CLDR's plural rules for whole numbers, of the languages that we speak.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Form {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

pub const fn english(count: u64) -> Form {
    match count {
        1 => Form::One,
        _ => Form::Other,
    }
}

pub const fn spanish(count: u64) -> Form {
    match count {
        1 => Form::One,
        _ => of_millions(count),
    }
}

pub const fn portuguese(count: u64) -> Form {
    match count {
        0 | 1 => Form::One,
        _ => of_millions(count),
    }
}

/// As in "un millón de mensajes".
const fn of_millions(count: u64) -> Form {
    if count != 0 && count.is_multiple_of(1_000_000) {
        Form::Many
    } else {
        Form::Other
    }
}

pub const fn arabic(count: u64) -> Form {
    match (count, count % 100) {
        (0, _) => Form::Zero,
        (1, _) => Form::One,
        (2, _) => Form::Two,
        (_, 3..=10) => Form::Few,
        (_, 11..=99) => Form::Many,
        _ => Form::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use icu_locale_core::Locale;
    use icu_plurals::{PluralCategory, PluralRules};

    #[test]
    fn our_rules_are_those_of_cldr() {
        let large = [
            99_999, 100_002, 999_999, 1_000_000, 1_000_001, 3_000_000, 70_000_011,
        ];
        for language in Language::ALL {
            let locale: Locale = language.word().parse().unwrap();
            let theirs = PluralRules::try_new(locale.into(), Default::default()).unwrap();
            for count in (0..=10_000).chain(large) {
                let theirs = match theirs.category_for(count) {
                    PluralCategory::Zero => "zero",
                    PluralCategory::One => "one",
                    PluralCategory::Two => "two",
                    PluralCategory::Few => "few",
                    PluralCategory::Many => "many",
                    PluralCategory::Other => "other",
                };
                assert_eq!(language.form(count).word(), theirs, "{language:?} {count}");
            }
        }
    }
}
