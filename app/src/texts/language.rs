//! The languages that Oriel speaks.

use super::plural::{self, Form};
use serde::{Deserialize, Serialize};

macro_rules! languages {
    ($($name:ident $word:literal $own:literal $right_to_left:literal $form:path)*) => {
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Language {
            #[default]
            $($name),*
        }

        impl Language {
            pub const ALL: &[Self] = &[$(Self::$name),*];
            /// As the API and addresses call them.
            pub const WORDS: &[&str] = &[$($word),*];

            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// As its speakers call it.
            pub const fn own_name(self) -> &'static str {
                match self { $(Self::$name => $own),* }
            }

            pub const fn is_right_to_left(self) -> bool {
                match self { $(Self::$name => $right_to_left),* }
            }

            /// Which form of a text goes with a number.
            pub fn form(self, count: u64) -> Form {
                match self { $(Self::$name => $form(count)),* }
            }
        }
    };
}

languages! {
    En "en" "English" false plural::english
    Es "es" "Español" false plural::spanish
    Pt "pt" "Português" false plural::portuguese
    Ar "ar" "العربية" true plural::arabic
}

impl Language {
    /// Also of regions: `pt-BR` is `pt`.
    pub fn from_word(word: &str) -> Option<Self> {
        let plain = word.split(['-', '_']).next().unwrap_or_default();
        let known = |language: &Self| language.word().eq_ignore_ascii_case(plain);
        Self::ALL.iter().copied().find(known)
    }

    /// The first that we speak of those that a browser prefers, as its `Accept-Language` lists them.
    pub fn preferred(accepted: &str) -> Option<Self> {
        let weight = |item: &str| {
            let quality = item
                .split(';')
                .find_map(|part| part.trim().strip_prefix("q="));
            quality.map_or(1.0, |quality| quality.parse::<f32>().unwrap_or(0.0))
        };
        let mut items: Vec<&str> = accepted
            .split(',')
            .filter(|item| weight(item) > 0.0)
            .collect();
        items.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
        items
            .into_iter()
            .find_map(|item| Self::from_word(item.split(';').next()?.trim()))
    }

    /// The value of `dir`.
    pub const fn direction(self) -> &'static str {
        if self.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_speak_their_language() {
        assert_eq!(Language::from_word("pt-BR"), Some(Language::Pt));
        assert_eq!(Language::from_word("AR"), Some(Language::Ar));
        assert_eq!(Language::from_word("tlh"), None);
        assert_eq!(Language::from_word(""), None);
    }

    #[test]
    fn a_browsers_preferences_are_read_by_their_weight() {
        let preferred = Language::preferred;
        assert_eq!(preferred("de, pt-BR;q=0.8, es;q=0.9"), Some(Language::Es));
        assert_eq!(preferred("ar"), Some(Language::Ar));
        assert_eq!(preferred("es;q=0, pt;q=0.1"), Some(Language::Pt));
        assert_eq!(preferred("de, *;q=0.1"), None);
        assert_eq!(preferred(";;q=,"), None);
    }
}
