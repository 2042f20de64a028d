//! The template that a draft fills, as WhatsApp listed it last.

use super::super::Room;
use crate::error::Result;
use crate::store::{Tx, template};
use crate::whatsapp::template::Stored;
use app::domain::conversation::Conversation;
use app::domain::refusal;
use app::domain::template::TemplateDraft;
use app::problem::Problem;

pub(super) async fn filled(
    tx: &mut Tx,
    room: &Room,
    found: &Conversation,
    draft: &TemplateDraft,
) -> Result<Stored> {
    let account = template::account(&mut *tx, found.number.id).await?;
    let (project, account) = (room.viewer.project(), &account.business_account_id);
    let stored = template::find(tx, project, account, &draft.name, &draft.language).await?;
    let Some(stored) = stored else {
        return Err(Problem::Invalid(refusal::TEMPLATE.to_owned()).into());
    };
    if let Some((field, text)) = draft.problems(&stored.template).into_iter().next() {
        return Err(Problem::Invalid(format!("{field}: {text}")).into());
    }
    Ok(stored)
}
