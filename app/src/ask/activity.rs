//! Questions about a project's activity log.

use crate::domain::activity::Activity;
use crate::domain::id::ProjectId;
use crate::domain::listing::Listing;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "activity/list", input = Json, output = Lean)]
pub async fn activities(project: ProjectId, page: u32) -> Result<Listing<Activity>, Problem> {
    super::answer::with_status(crate::office::office()?.activity(project, page).await)
}
