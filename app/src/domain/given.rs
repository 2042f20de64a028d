//! Fields of a change that can be emptied: absent means "as it is", null means "empty".
//! Plain serde reads both as absent.

use serde::{Deserialize, Deserializer};

pub fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use crate::domain::customer::CustomerChange;
    use crate::domain::embed::EmbedChange;
    use crate::domain::number::NumberChange;

    fn there_and_back<T: serde::Serialize + serde::de::DeserializeOwned>(change: &T) -> T {
        serde_json::from_str(&serde_json::to_string(change).unwrap()).unwrap()
    }

    #[test]
    fn what_is_emptied_is_not_taken_for_unchanged() {
        let emptied = EmbedChange {
            name: Some(None),
            assigned_user_id: Some(None),
            expires_at: Some(None),
            ..Default::default()
        };
        assert_eq!(there_and_back(&emptied), emptied);
        let unchanged = EmbedChange::default();
        assert_eq!(there_and_back(&unchanged), unchanged);
        let named = EmbedChange {
            name: Some(Some("Portal".to_owned())),
            ..Default::default()
        };
        assert_eq!(there_and_back(&named), named);
        let number = NumberChange {
            customer_id: Some(None),
            ..Default::default()
        };
        assert!(there_and_back(&number) == number);
        let customer = CustomerChange {
            external_customer_id: Some(None),
            ..Default::default()
        };
        assert_eq!(there_and_back(&customer), customer);
    }
}
