//! A conversation's row with its contact and number, as lists read it.

use crate::access::viewer::Standing;
use crate::store::number::meta_id;
use app::domain::contact::Contact;
use app::domain::conversation::{Automation, Conversation, Preview, Status};
use app::domain::delivery::Delivery;
use app::domain::id::UserId;
use app::domain::message::{Direction, Kind};
use app::domain::number::Number;
use app::domain::phone::PhoneNumber;
use app::domain::time::Timestamp;
use app::domain::trouble::Trouble;
use app::domain::viewer::{Capability, Place};
use sqlx::FromRow;
use uuid::Uuid;

pub(super) const COLUMNS: &str =
    "select c.id, c.project_id, c.status, c.number_customer_id, c.contact_customer_id,
    c.assignee_id, c.execution_status, c.unread_count, c.last_activity_at, c.last_inbound_at,
    c.preview_direction, c.preview_kind, c.preview_text, c.preview_delivery,
    k.id as contact_id, k.display_name, k.profile_name, k.username, k.phone, k.user_id, k.is_group,
    n.id as number_id, n.phone_number_id, n.name as number_name, n.display_phone_number, n.trouble";

pub(super) const JOINS: &str =
    " join contacts k on k.id = c.contact_id join numbers n on n.id = c.number_id";

#[derive(FromRow)]
pub(super) struct ListRow {
    id: Uuid,
    project_id: Uuid,
    status: String,
    number_customer_id: Option<Uuid>,
    contact_customer_id: Option<Uuid>,
    assignee_id: Option<Uuid>,
    execution_status: Option<String>,
    unread_count: i64,
    last_activity_at: i64,
    last_inbound_at: Option<i64>,
    preview_direction: Option<String>,
    preview_kind: Option<String>,
    preview_text: Option<String>,
    preview_delivery: Option<String>,
    contact_id: Uuid,
    display_name: Option<String>,
    profile_name: Option<String>,
    username: Option<String>,
    phone: Option<String>,
    user_id: Option<String>,
    is_group: bool,
    number_id: Uuid,
    phone_number_id: String,
    number_name: String,
    display_phone_number: String,
    trouble: Option<String>,
}

impl ListRow {
    pub(super) fn standing(&self) -> Standing {
        Standing {
            project: self.project_id.into(),
            number: self.number_id.into(),
            number_customer: self.number_customer_id.map(Into::into),
            contact_customer: self.contact_customer_id.map(Into::into),
            assignee: self.assignee_id.map(Into::into),
        }
    }

    fn preview(&self) -> Option<Preview> {
        let (direction, kind) = (
            self.preview_direction.as_deref()?,
            self.preview_kind.as_deref()?,
        );
        Some(Preview {
            direction: if direction == "outbound" {
                Direction::Outbound
            } else {
                Direction::Inbound
            },
            kind: Kind::from_word(kind),
            text: self.preview_text.clone().unwrap_or_default(),
            delivery: self
                .preview_delivery
                .as_deref()
                .and_then(Delivery::from_word),
        })
    }
}

impl ListRow {
    /// **Whose a conversation is, the team alone is told.**
    pub(super) fn told_at(self, place: Place) -> Conversation {
        let row = self;
        let assignee = row.assignee_id.map(UserId::from);
        Conversation {
            id: row.id.into(),
            status: if row.status == "active" {
                Status::Active
            } else {
                Status::Ended
            },
            last_activity_at: Timestamp(row.last_activity_at),
            last_inbound_at: row.last_inbound_at.map(Timestamp),
            unread: row.unread_count.clamp(0, i64::from(u32::MAX)) as u32,
            preview: row.preview(),
            automation: Automation::from_execution(row.execution_status.as_deref()),
            assignee: assignee.filter(|_| place.allows(Capability::Assignments)),
            trouble: row.trouble.as_deref().and_then(Trouble::from_word),
            contact: Contact {
                id: row.contact_id.into(),
                display_name: row.display_name,
                profile_name: row.profile_name,
                username: row.username,
                phone: row.phone.as_deref().and_then(PhoneNumber::parse),
                user_id: row.user_id,
                group: row.is_group,
            },
            number: Number {
                id: row.number_id.into(),
                phone_number_id: meta_id(row.phone_number_id),
                name: row.number_name,
                display_phone_number: row.display_phone_number,
            },
        }
    }
}
