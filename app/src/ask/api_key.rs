//! Questions about API keys.

use crate::domain::api_key::{ApiKey, CreatedKey};
use crate::domain::id::{ApiKeyId, ProjectId};
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "api_keys/list", input = Json, output = Lean)]
pub async fn api_keys(project: ProjectId) -> Result<Vec<ApiKey>, Problem> {
    super::answer::with_status(crate::office::office()?.api_keys(project).await)
}

/// The only answer that shows the key.
#[server(endpoint = "api_keys/create", input = Json, output = Lean)]
pub async fn create_api_key(project: ProjectId, name: String) -> Result<CreatedKey, Problem> {
    super::answer::with_status(crate::office::office()?.create_api_key(project, name).await)
}

#[server(endpoint = "api_keys/revoke", input = Json, output = Lean)]
pub async fn revoke_api_key(project: ProjectId, id: ApiKeyId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.revoke_api_key(project, id).await)
}
