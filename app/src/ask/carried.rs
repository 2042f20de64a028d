//! How the first answer travels inside the page. It is read from bytes, as the answers of server functions are:
//! read from text, the browser would download all that reads a message a second time. And only the server writes.

use serde::Serialize;
use serde::de::DeserializeOwned;

pub struct Carried;

impl<T: Serialize> codee::Encoder<T> for Carried {
    type Error = serde_json::Error;
    type Encoded = String;

    #[cfg(feature = "ssr")]
    fn encode(val: &T) -> Result<String, serde_json::Error> {
        serde_json::to_string(val)
    }

    #[cfg(not(feature = "ssr"))]
    fn encode(_: &T) -> Result<String, serde_json::Error> {
        Ok(String::new())
    }
}

impl<T: DeserializeOwned> codee::Decoder<T> for Carried {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, serde_json::Error> {
        serde_json::from_slice(text.as_bytes())
    }
}
