//! Whether Oriel said it: bare hex of an HMAC over the bytes as they came.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub fn is_valid(secret: &str, body: &[u8], header: &str) -> bool {
    let (Ok(signature), Ok(mac)) = (
        hex::decode(header),
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()),
    ) else {
        return false;
    };
    mac.chain_update(body).verify_slice(&signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_makes_the_signature() {
        // RFC 4231, test case 2.
        let (body, good) = (
            b"what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        );
        assert!(is_valid("Jefe", body, good));
        assert!(!is_valid("Jeff", body, good));
        assert!(!is_valid("Jefe", b"what do ya want", good));
        for bad in ["", "zz", &good[..62], &format!("sha256={good}")] {
            assert!(!is_valid("Jefe", body, bad), "{bad}");
        }
    }
}
