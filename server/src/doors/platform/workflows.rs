//! `/workflows`: automations outside Oriel, registered by name.

use super::answer::{Data, data};
use super::body::{Body, Fields, invalid};
use super::cursor::{Slice, cut, sliced};
use super::openapi::{Cursor, Invalid, Refused, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, Refusal};
use crate::access::actor::Actor;
use crate::office::workflows;
use crate::state::Shared;
use crate::store::workflow::{self as store, Settings};
use crate::store::{Db, number};
use app::domain::id::{NumberId, WorkflowId};
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Serialize, ToSchema)]
pub struct Workflow {
    pub id: Uuid,
    pub name: String,
    #[schema(value_type = WorkflowStatus)]
    pub status: String,
    /// The number it belongs to; null for every number
    pub phone_number_id: Option<String>,
    /// On each new conversation that a contact opens
    pub starts_by_itself: bool,
    #[schema(value_type = InboundMessageReadMode)]
    pub inbound_message_read_mode: String,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub updated_at: String,
}

#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "it describes the words")]
pub enum WorkflowStatus {
    Active,
    Inactive,
}

/// Whether the contact is shown that their messages were read while the workflow is at work
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "it describes the words")]
pub enum InboundMessageReadMode {
    Disabled,
    ReadOnly,
    ReadWithTyping,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct WorkflowCreateRequest {
    #[schema(inline)]
    workflow: NewWorkflow,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct NewWorkflow {
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    #[schema(nullable = false)]
    status: Option<WorkflowStatus>,
    phone_number_id: Option<String>,
    #[schema(nullable = false)]
    starts_by_itself: Option<bool>,
    #[schema(nullable = false)]
    inbound_message_read_mode: Option<InboundMessageReadMode>,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct WorkflowUpdateRequest {
    #[schema(inline)]
    workflow: ChangedWorkflow,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct ChangedWorkflow {
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    #[schema(nullable = false)]
    status: Option<WorkflowStatus>,
    phone_number_id: Option<String>,
    #[schema(nullable = false)]
    starts_by_itself: Option<bool>,
    #[schema(nullable = false)]
    inbound_message_read_mode: Option<InboundMessageReadMode>,
}

const NAME_LIMIT: usize = 120;

/// List workflows
///
/// Newest first.
#[utoipa::path(
    get, path = "/workflows", tag = "Workflows", operation_id = "listWorkflows",
    params(
        ("status" = Option<WorkflowStatus>, Query),
        Cursor,
    ),
    responses(
        (status = 200, description = "Success", body = Slice<Workflow>),
        Invalid,
        Refused,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    query: Query,
) -> Result<Json<Slice<Workflow>>, Refusal> {
    let status = query.parsed("status", "active or inactive", status_word)?;
    let page = store::page(&state.db, actor.project(), status, cut(&query)?).await?;
    Ok(sliced(page.map(Workflow::from)))
}

/// Create a workflow
#[utoipa::path(
    post, path = "/workflows", tag = "Workflows", operation_id = "createWorkflow",
    request_body = WorkflowCreateRequest,
    responses(
        (status = 201, description = "Workflow created", body = Data<Workflow>),
        Invalid,
        Refused,
    ),
)]
pub async fn create(
    State(state): State<Shared>,
    Caller(actor): Caller,
    body: Body,
) -> Result<(StatusCode, Json<Data<Workflow>>), Refusal> {
    let fields = body.envelope("workflow")?;
    let mut settings = Settings {
        number: None,
        name: fields.required("name", NAME_LIMIT)?,
        status: "active".to_owned(),
        starts_by_itself: false,
        inbound_message_read_mode: "disabled".to_owned(),
    };
    Wanted::read(&state.db, &actor, &fields)
        .await?
        .put(&mut settings);
    let made = workflows::create(&state, &actor, settings).await?;
    Ok((StatusCode::CREATED, data(made.into())))
}

/// Get a workflow
#[utoipa::path(
    get, path = "/workflows/{workflow_id}", tag = "Workflows", operation_id = "getWorkflow",
    params(("workflow_id" = Uuid, Path)),
    responses((status = 200, description = "Success", body = Data<Workflow>), RefusedOne),
)]
pub async fn get(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<WorkflowId>,
) -> Result<Json<Data<Workflow>>, Refusal> {
    let found = store::find(&state.db, actor.project(), id).await?;
    Ok(data(found.ok_or(Problem::NotFound)?.into()))
}

/// Update a workflow
#[utoipa::path(
    patch, path = "/workflows/{workflow_id}", tag = "Workflows", operation_id = "updateWorkflow",
    params(("workflow_id" = Uuid, Path)),
    request_body = WorkflowUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<Workflow>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn update(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<WorkflowId>,
    body: Body,
) -> Result<Json<Data<Workflow>>, Refusal> {
    let fields = body.envelope("workflow")?;
    let wanted = Wanted::read(&state.db, &actor, &fields).await?;
    let name = fields.given_value("name", || fields.limited("name", NAME_LIMIT))?;
    let changed = workflows::change(&state, &actor, id, |settings| {
        if let Some(name) = name {
            settings.name = name;
        }
        wanted.put(settings);
    });
    Ok(data(changed.await?.into()))
}

/// What a body gives, beside the name.
struct Wanted {
    status: Option<&'static str>,
    number: Option<Option<NumberId>>,
    starts_by_itself: Option<bool>,
    read_mode: Option<&'static str>,
}

impl Wanted {
    async fn read(db: &Db, actor: &Actor, fields: &Fields) -> Result<Self, Refusal> {
        let number = match fields.given("phone_number_id", || fields.text("phone_number_id"))? {
            None => None,
            Some(None) => Some(None),
            Some(Some(text)) => {
                let found = number::by_phone_number_id(db, actor.project(), &text).await?;
                let found =
                    found.ok_or_else(|| invalid("phone_number_id: there is no such number"))?;
                Some(Some(found.id))
            }
        };
        Ok(Self {
            number,
            status: fields.given_value("status", || {
                fields.parsed("status", "active or inactive", status_word)
            })?,
            starts_by_itself: fields
                .given_value("starts_by_itself", || fields.flag("starts_by_itself"))?,
            read_mode: fields.given_value("inbound_message_read_mode", || {
                let words = "disabled, read_only or read_with_typing";
                fields.parsed("inbound_message_read_mode", words, read_mode)
            })?,
        })
    }

    fn put(self, settings: &mut Settings) {
        if let Some(status) = self.status {
            status.clone_into(&mut settings.status);
        }
        if let Some(number) = self.number {
            settings.number = number;
        }
        if let Some(starts) = self.starts_by_itself {
            settings.starts_by_itself = starts;
        }
        if let Some(mode) = self.read_mode {
            mode.clone_into(&mut settings.inbound_message_read_mode);
        }
    }
}

fn status_word(text: &str) -> Option<&'static str> {
    ["active", "inactive"]
        .into_iter()
        .find(|word| *word == text)
}

fn read_mode(text: &str) -> Option<&'static str> {
    let modes = ["disabled", "read_only", "read_with_typing"];
    modes.into_iter().find(|word| *word == text)
}

impl From<store::Workflow> for Workflow {
    fn from(row: store::Workflow) -> Self {
        Self {
            id: row.id().uuid(),
            created_at: row.created_at().iso(),
            updated_at: row.updated_at().iso(),
            phone_number_id: row.phone_number_id.map(number::meta_id),
            name: row.name,
            status: row.status,
            starts_by_itself: row.starts_by_itself,
            inbound_message_read_mode: row.inbound_message_read_mode,
        }
    }
}
