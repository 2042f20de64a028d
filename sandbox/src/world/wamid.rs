//! Message ids that look like Meta's: opaque, long, with `=` at the end.

use base64::{Engine, engine::general_purpose::STANDARD};
use uuid::Uuid;

/// A new id for a message to or from this phone.
pub fn wamid(phone: &str) -> String {
    let random = Uuid::now_v7().simple().to_string().to_uppercase();
    // The end of a v7 id is the random part; the front is the time and would often repeat.
    let tail = &random[random.len() - 20..];
    let mut bytes = vec![0x1c, 0x18, phone.len() as u8];
    bytes.extend(phone.as_bytes());
    bytes.extend([0x15, 0x02, 0x00, 0x11, 0x18, 0x14]);
    bytes.extend(tail.as_bytes());
    bytes.push(0);
    format!("wamid.{}", STANDARD.encode(bytes))
}
