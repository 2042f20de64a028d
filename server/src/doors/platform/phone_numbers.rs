//! `/whatsapp/phone_numbers`: connected numbers. Their secrets come in and never go out.

use super::answer::{Data, List, Listed, data, listed};
use super::body::{Body, Fields};
use super::openapi::{ErrorResponse, Invalid, Pages, Refused, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, Refusal};
use crate::access::actor::Actor;
use crate::office::numbers;
use crate::state::Shared;
use crate::store::customer;
use crate::store::number::{self, NumberFilter};
use app::domain::id::CustomerId;
use app::domain::number::{
    ACCESS_TOKEN_LIMIT, ConnectedNumber, DISPLAY_LIMIT, ID_LIMIT, NAME_LIMIT, NumberChange,
    NumberDraft, SECRET_LIMIT,
};
use app::domain::phone::digits;
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A connected number.
#[derive(Serialize, ToSchema)]
pub struct PhoneNumber {
    /// Meta's id, like `phone_number_id`
    pub id: String,
    /// Oriel's own id, which addresses call `whatsapp_config_id`
    pub internal_id: Uuid,
    pub phone_number_id: String,
    pub business_account_id: String,
    pub name: String,
    pub display_phone_number: String,
    /// Digits only
    pub display_phone_number_normalized: String,
    pub customer_id: Option<Uuid>,
    #[schema(value_type = PhoneNumberStatus)]
    pub status: &'static str,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub updated_at: String,
}

#[derive(ToSchema)]
#[schema(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(dead_code, reason = "it describes the words")]
pub enum PhoneNumberStatus {
    Connected,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct PhoneNumberCreateRequest {
    #[schema(inline)]
    whatsapp_phone_number: NewPhoneNumber,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct NewPhoneNumber {
    #[schema(min_length = 1, max_length = 100)]
    phone_number_id: String,
    #[schema(min_length = 1, max_length = 100)]
    business_account_id: String,
    #[schema(min_length = 1, max_length = 40)]
    display_phone_number: String,
    #[schema(max_length = 120)]
    name: Option<String>,
    customer_id: Option<Uuid>,
    #[schema(min_length = 1, max_length = 2000, write_only)]
    access_token: String,
    #[schema(min_length = 1, max_length = 500, write_only)]
    app_secret: String,
    #[schema(min_length = 1, max_length = 500, write_only)]
    verify_token: String,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct PhoneNumberUpdateRequest {
    #[schema(inline)]
    whatsapp_phone_number: ChangedPhoneNumber,
}

/// Secrets that are left out stay what they are.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct ChangedPhoneNumber {
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    customer_id: Option<Uuid>,
    #[schema(min_length = 1, max_length = 2000, write_only, nullable = false)]
    access_token: Option<String>,
    #[schema(min_length = 1, max_length = 500, write_only, nullable = false)]
    app_secret: Option<String>,
    #[schema(min_length = 1, max_length = 500, write_only, nullable = false)]
    verify_token: Option<String>,
}

/// List phone numbers
///
/// Newest first.
#[utoipa::path(
    get, path = "/whatsapp/phone_numbers", tag = "Phone Numbers", operation_id = "listPhoneNumbers",
    params(
        ("phone_number_id" = Option<String>, Query),
        ("business_account_id" = Option<String>, Query),
        ("customer_id" = Option<Uuid>, Query),
        ("name_contains" = Option<String>, Query),
        ("created_after" = Option<String>, Query, format = DateTime),
        ("created_before" = Option<String>, Query, format = DateTime),
        Pages,
    ),
    responses(
        (status = 200, description = "Success", body = List<PhoneNumber>),
        Invalid,
        Refused,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    query: Query,
) -> Result<Listed<PhoneNumber>, Refusal> {
    let filter = NumberFilter {
        phone_number_id: query.text("phone_number_id"),
        business_account_id: query.text("business_account_id"),
        customer: query.parsed("customer_id", "a UUID", |text| text.parse().ok())?,
        name_contains: query.text("name_contains"),
        created_after: query.moment("created_after")?,
        created_before: query.moment("created_before")?,
    };
    let rows = number::page(&state.db, actor.project(), &filter, query.paging()?).await?;
    Ok(listed(
        state.config.public_url(),
        query,
        rows.map(PhoneNumber::from),
    ))
}

/// Connect a phone number
#[utoipa::path(
    post, path = "/whatsapp/phone_numbers", tag = "Phone Numbers", operation_id = "createPhoneNumber",
    request_body = PhoneNumberCreateRequest,
    responses(
        (status = 201, description = "Phone number connected", body = Data<PhoneNumber>),
        (status = 409, description = "The number is connected already", body = ErrorResponse),
        Invalid,
        Refused,
    ),
)]
pub async fn create(
    State(state): State<Shared>,
    Caller(actor): Caller,
    body: Body,
) -> Result<(StatusCode, Json<Data<PhoneNumber>>), Refusal> {
    let fields = body.envelope("whatsapp_phone_number")?;
    let customer = fields.uuid("customer_id")?;
    connect(&state, &actor, &fields, customer).await
}

/// Connect a phone number of a customer
#[utoipa::path(
    post, path = "/customers/{customer_id}/whatsapp/phone_numbers", tag = "Phone Numbers",
    operation_id = "createCustomerPhoneNumber",
    params(("customer_id" = Uuid, Path)),
    request_body = PhoneNumberCreateRequest,
    responses(
        (status = 201, description = "Phone number connected", body = Data<PhoneNumber>),
        (status = 409, description = "The number is connected already", body = ErrorResponse),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn create_for_customer(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(customer): PathId<CustomerId>,
    body: Body,
) -> Result<(StatusCode, Json<Data<PhoneNumber>>), Refusal> {
    let found = customer::find(&state.db, actor.project(), customer).await?;
    found.ok_or(Problem::NotFound)?;
    let fields = body.envelope("whatsapp_phone_number")?;
    connect(&state, &actor, &fields, Some(customer)).await
}

async fn connect(
    state: &Shared,
    actor: &Actor,
    fields: &Fields,
    customer_id: Option<CustomerId>,
) -> Result<(StatusCode, Json<Data<PhoneNumber>>), Refusal> {
    let draft = NumberDraft {
        phone_number_id: fields.required("phone_number_id", ID_LIMIT)?,
        business_account_id: fields.required("business_account_id", ID_LIMIT)?,
        display_phone_number: fields.required("display_phone_number", DISPLAY_LIMIT)?,
        name: fields.limited("name", NAME_LIMIT)?,
        customer_id,
        access_token: fields.required("access_token", ACCESS_TOKEN_LIMIT)?,
        app_secret: fields.required("app_secret", SECRET_LIMIT)?,
        verify_token: fields.required("verify_token", SECRET_LIMIT)?,
    };
    let connected = numbers::connect(state, actor, draft).await?;
    Ok((StatusCode::CREATED, data(connected.into())))
}

/// Get a phone number
#[utoipa::path(
    get, path = "/whatsapp/phone_numbers/{phone_number_id}", tag = "Phone Numbers",
    operation_id = "getPhoneNumber",
    params(("phone_number_id" = String, Path)),
    responses((status = 200, description = "Success", body = Data<PhoneNumber>), RefusedOne),
)]
pub async fn get(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<String>,
) -> Result<Json<Data<PhoneNumber>>, Refusal> {
    Ok(data(find(&state, &actor, &id).await?.into()))
}

/// Update a phone number
#[utoipa::path(
    patch, path = "/whatsapp/phone_numbers/{phone_number_id}", tag = "Phone Numbers",
    operation_id = "updatePhoneNumber",
    params(("phone_number_id" = String, Path)),
    request_body = PhoneNumberUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<PhoneNumber>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn update(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<String>,
    body: Body,
) -> Result<Json<Data<PhoneNumber>>, Refusal> {
    let fields = body.envelope("whatsapp_phone_number")?;
    let text = |name, limit| fields.given_value(name, || fields.limited(name, limit));
    let change = NumberChange {
        name: text("name", NAME_LIMIT)?,
        customer_id: fields.given("customer_id", || fields.uuid("customer_id"))?,
        access_token: text("access_token", ACCESS_TOKEN_LIMIT)?,
        app_secret: text("app_secret", SECRET_LIMIT)?,
        verify_token: text("verify_token", SECRET_LIMIT)?,
    };
    let number = find(&state, &actor, &id).await?;
    Ok(data(
        numbers::change(&state, &actor, number.id, change)
            .await?
            .into(),
    ))
}

/// Disconnect a phone number
///
/// Its conversations stay. Embeds of the number's scope are revoked.
#[utoipa::path(
    delete, path = "/whatsapp/phone_numbers/{phone_number_id}", tag = "Phone Numbers",
    operation_id = "deletePhoneNumber",
    params(("phone_number_id" = String, Path)),
    responses((status = 204, description = "Phone number disconnected"), RefusedOne),
)]
pub async fn delete(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<String>,
) -> Result<StatusCode, Refusal> {
    let number = find(&state, &actor, &id).await?;
    numbers::disconnect(&state, &actor, number.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn find(state: &Shared, actor: &Actor, id: &str) -> Result<ConnectedNumber, Refusal> {
    let found = number::by_phone_number_id(&state.db, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

impl From<ConnectedNumber> for PhoneNumber {
    fn from(number: ConnectedNumber) -> Self {
        Self {
            id: number.phone_number_id.clone(),
            internal_id: number.id.uuid(),
            phone_number_id: number.phone_number_id,
            business_account_id: number.business_account_id,
            name: number.name,
            display_phone_number_normalized: digits(&number.display_phone_number),
            display_phone_number: number.display_phone_number,
            customer_id: number.customer_id.map(CustomerId::uuid),
            status: "CONNECTED",
            created_at: number.created_at.iso(),
            updated_at: number.updated_at.iso(),
        }
    }
}
