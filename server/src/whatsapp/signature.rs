//! `X-Hub-Signature-256`: an HMAC over the bytes as they came.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// Compares in constant time. Anything but `sha256=` and 64 hex digits is wrong.
pub fn is_valid(app_secret: &str, body: &[u8], header: &str) -> bool {
    let Some(signature) = header
        .strip_prefix("sha256=")
        .and_then(|digits| hex::decode(digits).ok())
    else {
        return false;
    };
    match Hmac::<Sha256>::new_from_slice(app_secret.as_bytes()) {
        Ok(mac) => mac.chain_update(body).verify_slice(&signature).is_ok(),
        Err(_) => false,
    }
}

/// Names an app by its secret without telling the secret.
pub fn fingerprint(app_secret: &str) -> Vec<u8> {
    let digest = Sha256::new()
        .chain_update(b"oriel app ")
        .chain_update(app_secret.as_bytes())
        .finalize();
    digest[..16].to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BODY: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;
    const SIGNATURE: &str =
        "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";

    #[test]
    fn a_known_vector_holds() {
        assert!(is_valid("test_app_secret", BODY, SIGNATURE));
        assert!(!is_valid("otro_secreto", BODY, SIGNATURE));
    }

    #[test]
    fn malformed_headers_are_wrong() {
        for header in [
            "",
            "sha256=",
            "sha1=dec6",
            "dec6a680",
            "sha256=zz",
            "sha256=dec6",
        ] {
            assert!(!is_valid("test_app_secret", BODY, header), "{header}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_byte_is_noticed(place in 0..BODY.len(), change in 1..=255u8) {
            let mut body = BODY.to_vec();
            body[place] ^= change;
            prop_assert!(!is_valid("test_app_secret", &body, SIGNATURE));
        }

        #[test]
        fn no_header_breaks_it(header in ".*") {
            is_valid("test_app_secret", BODY, &header);
        }
    }
}
