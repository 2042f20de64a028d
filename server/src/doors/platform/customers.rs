//! `/customers`: whom a `customer` scope points at.

use super::answer::{Data, List, Listed, data, listed};
use super::body::{Body, Fields};
use super::openapi::{Invalid, Pages, Refused, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, Refusal};
use crate::office::customers;
use crate::state::Shared;
use crate::store::customer::{self, CustomerFilter};
use app::domain::customer::{
    self as domain, CustomerChange, CustomerDraft, EXTERNAL_ID_LIMIT, NAME_LIMIT,
};
use app::domain::id::CustomerId;
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Serialize, ToSchema)]
pub struct Customer {
    pub id: Uuid,
    pub name: String,
    /// What the company calls this customer in its own system; unique in the project.
    pub external_customer_id: Option<String>,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub updated_at: String,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct CustomerCreateRequest {
    #[schema(inline)]
    customer: NewCustomer,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct NewCustomer {
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    #[schema(max_length = 200)]
    external_customer_id: Option<String>,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct CustomerUpdateRequest {
    #[schema(inline)]
    customer: ChangedCustomer,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct ChangedCustomer {
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    #[schema(max_length = 200)]
    external_customer_id: Option<String>,
}

/// List customers
///
/// Newest first.
#[utoipa::path(
    get, path = "/customers", tag = "Customers", operation_id = "listCustomers",
    params(
        ("name_contains" = Option<String>, Query),
        ("external_customer_id" = Option<String>, Query),
        ("created_after" = Option<String>, Query, format = DateTime),
        ("created_before" = Option<String>, Query, format = DateTime),
        Pages,
    ),
    responses(
        (status = 200, description = "Success", body = List<Customer>),
        Invalid,
        Refused,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    query: Query,
) -> Result<Listed<Customer>, Refusal> {
    let filter = CustomerFilter {
        name_contains: query.text("name_contains"),
        external_customer_id: query.text("external_customer_id"),
        either: None,
        created_after: query.moment("created_after")?,
        created_before: query.moment("created_before")?,
    };
    let rows = customer::page(&state.db, actor.project(), &filter, query.paging()?).await?;
    Ok(listed(
        state.config.public_url(),
        query,
        rows.map(Customer::from),
    ))
}

/// Create a customer
#[utoipa::path(
    post, path = "/customers", tag = "Customers", operation_id = "createCustomer",
    request_body = CustomerCreateRequest,
    responses(
        (status = 201, description = "Customer created", body = Data<Customer>),
        Invalid,
        Refused,
    ),
)]
pub async fn create(
    State(state): State<Shared>,
    Caller(actor): Caller,
    body: Body,
) -> Result<(StatusCode, Json<Data<Customer>>), Refusal> {
    let fields = body.envelope("customer")?;
    let draft = CustomerDraft {
        name: fields.required("name", NAME_LIMIT)?,
        external_customer_id: external_id(&fields)?,
    };
    let customer = customers::create(&state, &actor, draft).await?;
    Ok((StatusCode::CREATED, data(customer.into())))
}

/// Get a customer
#[utoipa::path(
    get, path = "/customers/{customer_id}", tag = "Customers", operation_id = "getCustomer",
    params(("customer_id" = Uuid, Path)),
    responses((status = 200, description = "Success", body = Data<Customer>), RefusedOne),
)]
pub async fn get(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<CustomerId>,
) -> Result<Json<Data<Customer>>, Refusal> {
    let found = customer::find(&state.db, actor.project(), id).await?;
    Ok(data(found.ok_or(Problem::NotFound)?.into()))
}

/// Update a customer
#[utoipa::path(
    patch, path = "/customers/{customer_id}", tag = "Customers", operation_id = "updateCustomer",
    params(("customer_id" = Uuid, Path)),
    request_body = CustomerUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<Customer>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn update(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<CustomerId>,
    body: Body,
) -> Result<Json<Data<Customer>>, Refusal> {
    let fields = body.envelope("customer")?;
    let change = CustomerChange {
        name: fields.given_value("name", || fields.limited("name", NAME_LIMIT))?,
        external_customer_id: fields.given("external_customer_id", || external_id(&fields))?,
    };
    Ok(data(
        customers::change(&state, &actor, id, change).await?.into(),
    ))
}

/// Delete a customer
///
/// Numbers and contacts stay, without a customer. Embeds of the customer's scope are revoked.
#[utoipa::path(
    delete, path = "/customers/{customer_id}", tag = "Customers", operation_id = "deleteCustomer",
    params(("customer_id" = Uuid, Path)),
    responses((status = 204, description = "Customer deleted"), RefusedOne),
)]
pub async fn delete(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<CustomerId>,
) -> Result<StatusCode, Refusal> {
    customers::delete(&state, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn external_id(fields: &Fields) -> Result<Option<String>, Refusal> {
    fields.limited("external_customer_id", EXTERNAL_ID_LIMIT)
}

impl From<domain::Customer> for Customer {
    fn from(customer: domain::Customer) -> Self {
        Self {
            id: customer.id.uuid(),
            name: customer.name,
            external_customer_id: customer.external_customer_id,
            created_at: customer.created_at.iso(),
            updated_at: customer.updated_at.iso(),
        }
    }
}
