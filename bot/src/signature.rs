//! Whether Oriel said it, and lately: bare hex of an HMAC over the moment, a dot and the bytes as they came.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// In seconds. What is older may be a copy that somebody sends again.
const OLDEST: u64 = 300;

/// `moment` and `signature` are the headers `X-Webhook-Timestamp` and `X-Webhook-Timestamp-Signature`.
pub fn is_valid(secret: &str, now: i64, moment: &str, body: &[u8], signature: &str) -> bool {
    let (Ok(at), Ok(signature), Ok(mac)) = (
        moment.parse::<i64>(),
        hex::decode(signature),
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()),
    ) else {
        return false;
    };
    let signed = mac.chain_update(moment).chain_update(b".");
    signed.chain_update(body).verify_slice(&signature).is_ok() && now.abs_diff(at) < OLDEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_makes_the_signature_and_not_for_long() {
        // printf '1767225600.{"a":1}' | openssl dgst -sha256 -hmac 'a key'
        let good = "b252b4630267b515a67321ada33f46022ce7765022877b77722d1ec391b56130";
        let (at, body) = ("1767225600", br#"{"a":1}"#);
        let now = 1_767_225_600;
        assert!(is_valid("a key", now, at, body, good));
        assert!(is_valid("a key", now + 299, at, body, good));
        assert!(is_valid("a key", now - 299, at, body, good));
        assert!(!is_valid("a key", now + 300, at, body, good), "an old copy");
        assert!(!is_valid("a key", now, "1767225601", body, good));
        assert!(!is_valid("another", now, at, body, good));
        assert!(!is_valid("a key", now, at, b"{}", good));
        for bad in ["", "zz", &good[..62], &format!("sha256={good}")] {
            assert!(!is_valid("a key", now, at, body, bad), "{bad}");
        }
        for no_moment in ["", "now", "1767225600.0"] {
            assert!(!is_valid("a key", now, no_moment, body, good));
        }
    }
}
