//! Random tokens: shown once, kept as a hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRng;
use sha2::{Digest, Sha256};
use std::fmt;

/// 32 random bytes in base64url. Its `Debug` shows nothing, so that no log can.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub fn random() -> Self {
        let mut bytes = [0u8; 32];
        #[allow(
            clippy::expect_used,
            reason = "without randomness nothing here is safe to go on with"
        )]
        rand::rngs::SysRng
            .try_fill_bytes(&mut bytes)
            .expect("the system gives random bytes");
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// One that somebody shows.
    pub fn of(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The secret itself, for the one answer that shows it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Enough to recognise it by, far too little to guess it from.
    pub fn prefix(&self) -> String {
        self.0.chars().take(6).collect()
    }

    pub fn hash(&self) -> [u8; 32] {
        hash(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A plain hash is right for secrets of 256 random bits: there is nothing to guess.
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_43_characters_and_never_the_same() {
        let (one, two) = (Token::random(), Token::random());
        assert_eq!(one.reveal().len(), 43);
        assert_ne!(one, two);
        assert_eq!(format!("{one:?}"), "Token(…)");
    }
}
