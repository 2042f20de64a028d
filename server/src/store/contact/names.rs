//! What a contact is called, and by what it can be reached.

use super::sought::folded;
use super::{IdentityKind, Person};
use crate::error::Result;
use crate::store::db::Tx;
use crate::store::sql::Sql;
use app::domain::id::ContactId;
use app::domain::phone::digits;
use sqlx::FromRow;

#[derive(FromRow, Clone, Debug, PartialEq, Eq)]
pub(super) struct Names {
    pub display_name: Option<String>,
    pub profile_name: Option<String>,
    pub username: Option<String>,
    pub phone: Option<String>,
    pub user_id: Option<String>,
    /// As `searched` made it when it was written.
    pub search_text: String,
}

/// Of contact `k`.
pub(super) const COLUMNS: &str =
    "k.display_name, k.profile_name, k.username, k.phone, k.user_id, k.search_text";

impl Names {
    pub async fn of(tx: &mut Tx, contact: ContactId) -> Result<Self> {
        let mut query = Sql::default();
        query
            .push(&format!("select {COLUMNS} from contacts k where k.id = "))
            .value(contact);
        query.one(tx).await
    }

    /// Completed by what a payload says.
    pub fn with(&self, person: &Person) -> Self {
        let last = |kind| {
            let of_kind = person
                .identities
                .iter()
                .rev()
                .find(|identity| identity.kind == kind);
            of_kind.map(|identity| identity.value.clone())
        };
        let mut fresh = Self {
            profile_name: person
                .profile_name
                .clone()
                .or_else(|| self.profile_name.clone()),
            username: person.username.clone().or_else(|| self.username.clone()),
            phone: last(IdentityKind::Phone).or_else(|| self.phone.clone()),
            user_id: last(IdentityKind::UserId).or_else(|| self.user_id.clone()),
            ..self.clone()
        };
        fresh.search_text = fresh.searched();
        fresh
    }

    /// What the list's search looks through: folded names, and the phone's digits.
    pub fn searched(&self) -> String {
        let names = [&self.display_name, &self.profile_name, &self.username];
        let mut text: Vec<String> = names
            .into_iter()
            .flatten()
            .map(|name| folded(name))
            .collect();
        text.extend(self.phone.as_deref().map(digits));
        text.join("\n")
    }
}
