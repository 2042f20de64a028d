//! What an edit makes of a message. WhatsApp tells the new node; what it leaves out stays as it was.

use super::content::content;
use app::domain::message::Kind;
use serde_json::{Value, json};

/// The new body and node, unless the edit makes no sense for this message.
pub fn edited(kind: Kind, original: &Value, edit: &Value) -> Option<(String, Value)> {
    let new = &edit["edit"]["message"];
    let word = new["type"].as_str()?;
    let fields = new[word].as_object()?;
    let mut node = original[word].as_object().cloned().unwrap_or_default();
    // A caption that is not told any more was taken away.
    node.remove("caption");
    node.extend(fields.clone());
    let mut payload = json!({"type": word});
    for beside in ["context", "referral"] {
        if !original[beside].is_null() {
            payload[beside] = original[beside].clone();
        }
    }
    payload[word] = Value::Object(node);
    let read = content(&payload);
    let empty = kind == Kind::Text && read.body.is_empty();
    (read.kind == kind && !empty).then_some((read.body, payload))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_changes_what_it_tells_and_nothing_else() {
        let photo = json!({"type": "image", "image": {"id": "1", "sha256": "x", "caption": "At sea"}, "context": {"forwarded": true}});
        let edit = |message: Value| json!({"edit": {"message": message}});
        let (body, payload) = edited(
            Kind::Image,
            &photo,
            &edit(json!({"type": "image", "image": {"caption": "At the lake"}})),
        )
        .unwrap();
        assert_eq!(
            (body.as_str(), &payload["image"]["sha256"]),
            ("At the lake", &json!("x"))
        );
        assert_eq!(payload["context"], json!({"forwarded": true}));
        let bare = edit(json!({"type": "image", "image": {}}));
        assert_eq!(edited(Kind::Image, &photo, &bare).unwrap().0, "");
    }

    #[test]
    fn an_edit_that_makes_no_sense_changes_nothing() {
        for message in [
            json!("x"),
            json!({"type": "text", "text": {"body": ""}}),
            json!({"type": "text", "text": "x"}),
            json!({"type": "image", "image": {"caption": "x"}}),
            json!(null),
        ] {
            assert_eq!(
                edited(
                    Kind::Text,
                    &json!(null),
                    &json!({"edit": {"message": message}})
                ),
                None
            );
        }
    }
}
