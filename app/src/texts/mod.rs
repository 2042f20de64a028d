//! What people read, in their language. Translators write it in `texts/`, the build makes a function of each text
//! (`build/`). The server holds all languages; a browser downloads the one of its page before the page comes alive.

#[cfg(not(feature = "ssr"))]
pub mod arrival;
pub mod language;
mod number;
mod pattern;
mod plural;

pub use language::Language;
use pattern::Value;

/// The texts of one language.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    pub language: Language,
    table: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Texts {
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn of(language: Language) -> Self {
        Self {
            language,
            table: table(language),
        }
    }

    /// A text as its language keeps it.
    fn at(self, nth: usize) -> &'static str {
        self.table.get(nth).copied().unwrap_or_default()
    }

    fn fill(self, nth: usize, values: &[Value]) -> String {
        pattern::filled(self, self.at(nth), values)
    }
}

/// The texts of the page: on the server those of the request, in the browser those that came with it.
#[cfg(not(target_arch = "wasm32"))]
pub fn texts() -> Texts {
    leptos::prelude::use_context::<Texts>().unwrap_or(Texts::of(Language::En))
}

#[cfg(target_arch = "wasm32")]
pub fn texts() -> Texts {
    arrival::arrived()
}

/// What the browser of a page downloads: the signature, then the texts. The dashboard's page has the inbox's too.
#[cfg(feature = "ssr")]
pub fn download(language: Language, dashboard: bool) -> String {
    let table = Texts::of(language).table;
    let table = if dashboard { table } else { &table[..INBOX] };
    let all: Vec<&str> = std::iter::once(SIGNATURE)
        .chain(table.iter().copied())
        .collect();
    serde_json::to_string(&all).unwrap_or_default()
}
