//! Secrets at rest: WhatsApp's credentials are sealed with a key that is not in the database.

use crate::error::{Error, Result};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::TryRng;
use sha2::{Digest, Sha256};
use std::fmt;

#[derive(Clone)]
pub struct SecretKey(XChaCha20Poly1305);

const NONCE: usize = 24;

impl SecretKey {
    /// Any text with enough randomness; it is stretched to a key by hashing.
    pub fn from_text(text: &str) -> Self {
        let key: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        Self(XChaCha20Poly1305::new(&key.into()))
    }

    pub fn seal(&self, secret: &str) -> Result<Vec<u8>> {
        let mut nonce = [0u8; NONCE];
        rand::rngs::SysRng
            .try_fill_bytes(&mut nonce)
            .map_err(|error| Error::broken(error.to_string()))?;
        let sealed = self.0.encrypt(&XNonce::from(nonce), secret.as_bytes());
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed.map_err(|_| Error::broken("a secret could not be sealed"))?);
        Ok(bytes)
    }

    pub fn open(&self, sealed: &[u8]) -> Result<String> {
        let wrong = || {
            Error::broken(
                "a secret cannot be opened: ORIEL_SECRET_KEY is not the one it was sealed with",
            )
        };
        let (nonce, rest) = sealed.split_first_chunk::<NONCE>().ok_or_else(wrong)?;
        let bytes = self
            .0
            .decrypt(&XNonce::from(*nonce), rest)
            .map_err(|_| wrong())?;
        String::from_utf8(bytes).map_err(|_| wrong())
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_only() {
        let key = SecretKey::from_text("one");
        let sealed = key.seal("EAAG-token").unwrap();
        assert!(!sealed.windows(4).any(|bytes| bytes == b"EAAG"));
        assert_eq!(key.open(&sealed).unwrap(), "EAAG-token");
        assert!(SecretKey::from_text("two").open(&sealed).is_err());
        assert!(key.open(&sealed[..10]).is_err());
    }
}
