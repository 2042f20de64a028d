//! Questions about connected numbers.

use crate::domain::id::{NumberId, ProjectId};
use crate::domain::listing::Listing;
use crate::domain::number::{ConnectedNumber, NumberChange, NumberDraft};
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "numbers/list", input = Json, output = Lean)]
pub async fn numbers(project: ProjectId, page: u32) -> Result<Listing<ConnectedNumber>, Problem> {
    super::answer::with_status(crate::office::office()?.numbers(project, page).await)
}

#[server(endpoint = "numbers/connect", input = Json, output = Lean)]
pub async fn connect_number(
    project: ProjectId,
    draft: NumberDraft,
) -> Result<ConnectedNumber, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .connect_number(project, draft)
            .await,
    )
}

#[server(endpoint = "numbers/change", input = Json, output = Lean)]
pub async fn change_number(
    project: ProjectId,
    id: NumberId,
    change: NumberChange,
) -> Result<ConnectedNumber, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .change_number(project, id, change)
            .await,
    )
}

#[server(endpoint = "numbers/disconnect", input = Json, output = Lean)]
pub async fn disconnect_number(project: ProjectId, id: NumberId) -> Result<(), Problem> {
    super::answer::with_status(
        crate::office::office()?
            .disconnect_number(project, id)
            .await,
    )
}
