//! In which language a page is. The address decides, then who made the embed or whose account it is, then the browser.

use crate::access::pass::Pass;
use app::texts::Language;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::{HeaderMap, Uri};

/// What an address asks for with `language=…`; of several the last that we speak.
pub fn asked(uri: &Uri) -> Option<Language> {
    let query = uri.query().unwrap_or_default().as_bytes();
    let named = url::form_urlencoded::parse(query).filter(|(name, _)| name == "language");
    named
        .filter_map(|(_, word)| Language::from_word(&word))
        .last()
}

/// The language of an inbox's page.
pub fn of(pass: &Pass, uri: &Uri, headers: &HeaderMap) -> Language {
    let chosen = asked(uri).or(pass.language);
    chosen.unwrap_or_else(|| preferred(headers))
}

/// What the browser prefers, for pages that belong to nobody yet.
pub fn preferred(headers: &HeaderMap) -> Language {
    let accepted = headers.get(ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    accepted.and_then(Language::preferred).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_language_that_we_speak_or_none() {
        let asked = |uri: &'static str| asked(&Uri::from_static(uri));
        assert_eq!(asked("/embed/x?mode=dark&language=ar"), Some(Language::Ar));
        assert_eq!(asked("/embed/x?language=pt-BR"), Some(Language::Pt));
        assert_eq!(asked("/embed/x?language=tlh&%ff=1"), None);
        assert_eq!(asked("/embed/x"), None);
    }
}
