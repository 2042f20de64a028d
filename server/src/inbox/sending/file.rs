//! The file that a draft carries: uploaded before, for this conversation or for one that was to begin, and not sent yet.

use super::super::Room;
use crate::access::permit::Starting;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::media::{self, Stored};
use crate::whatsapp::template::Stored as Template;
use app::domain::draft::{Body, Draft};
use app::domain::file::{FileState, file_problem};
use app::domain::id::MediaId;
use app::domain::interactive::HeaderDraft;
use app::domain::message::Kind;
use app::domain::refusal;
use app::domain::template::TemplateHeader;
use app::problem::Problem;

pub(super) async fn of(
    tx: &mut Tx,
    room: &Room,
    draft: &Draft,
    template: Option<&Template>,
) -> Result<Option<Stored>> {
    let Some((kind, id)) = named(&draft.body, template) else {
        return Ok(None);
    };
    let found = media::find(&mut *tx, room.viewer.project(), id).await?;
    let here = |file: &Stored| match file.conversation() {
        Some(conversation) => conversation == draft.conversation,
        None => room.viewer.permit::<Starting>().is_ok(),
    };
    let free =
        |file: &Stored| here(file) && file.is_unsent() && file.file().state == FileState::Stored;
    let stored = found.filter(free).ok_or_else(missing)?;
    let file = stored.file();
    if stored.kind != kind.word() {
        let text = format!("file: it was uploaded as {}", stored.kind);
        return Err(Problem::Invalid(text).into());
    }
    if let Some(problem) = file_problem(kind, &file.mime_type, file.bytes.unwrap_or_default()) {
        return Err(Problem::Invalid(problem).into());
    }
    Ok(Some(stored))
}

fn named(body: &Body, template: Option<&Template>) -> Option<(Kind, MediaId)> {
    match body {
        Body::File(file) => Some((file.kind, file.media)),
        Body::Interactive(interactive) => match interactive.header {
            Some(HeaderDraft::File(kind, id)) => Some((kind, id)),
            _ => None,
        },
        Body::Template(draft) => match template?.template.header {
            Some(TemplateHeader::File(kind)) => Some((kind, draft.file?)),
            _ => None,
        },
        _ => None,
    }
}

/// Of another conversation, sent already, or never uploaded: all look the same.
pub(super) fn missing() -> Error {
    Problem::Missing(refusal::FILE.to_owned()).into()
}
