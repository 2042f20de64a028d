//! The MAC with which Meta signs.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub fn hex_mac(secret: &str, bytes: &[u8]) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
    let mut mac = mac.expect("a key of any length");
    mac.update(bytes);
    hex::encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::hex_mac;

    #[test]
    fn a_known_body_has_its_known_mac() {
        let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
        let mac = "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";
        assert_eq!(hex_mac("test_app_secret", body), mac);
    }
}
