//! `/whatsapp/phone_numbers`: connecting a number. Its secrets come in and never go out.

use super::body::{Body, invalid};
use super::{Caller, Refusal};
use crate::access::token;
use crate::state::Shared;
use crate::store::customer;
use crate::store::number::{self, Connect, Connected};
use crate::whatsapp::signature;
use app::domain::id::{CustomerId, NumberId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

pub async fn create(
    State(state): State<Shared>,
    Caller(program): Caller,
    body: Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let fields = body.envelope("whatsapp_phone_number")?;
    let app_secret = fields.required("app_secret", 500)?;
    let customer = fields.parsed("customer_id", "a UUID", |text| {
        text.parse::<CustomerId>().ok()
    })?;
    if let Some(customer) = customer {
        let name = customer::name(&state.db, program.project(), customer).await?;
        name.ok_or_else(|| invalid("customer_id: no customer of this project has this id"))?;
    }
    let display_phone_number = fields.required("display_phone_number", 40)?;
    let connect = Connect {
        id: NumberId::new(),
        project: program.project(),
        customer,
        phone_number_id: fields.required("phone_number_id", 100)?,
        business_account_id: fields.required("business_account_id", 100)?,
        name: fields
            .limited("name", 120)?
            .unwrap_or_else(|| display_phone_number.clone()),
        display_phone_number,
        access_token: state.key.seal(&fields.required("access_token", 2_000)?)?,
        app_secret: state.key.seal(&app_secret)?,
        app_fingerprint: signature::fingerprint(&app_secret),
        verify_token_hash: token::hash(&fields.required("verify_token", 500)?).to_vec(),
    };
    let connected = number::connect(&state.db, connect, Timestamp::now()).await?;
    let taken =
        || Problem::Conflict("phone_number_id: this number is connected already".to_owned());
    let connected = connected.ok_or_else(taken)?;
    state.apps.read(&state.db, &state.key).await?;
    Ok((
        StatusCode::CREATED,
        Json(json!({"data": shown(&connected)})),
    ))
}

fn shown(number: &Connected) -> Value {
    json!({
        "id": number.phone_number_id,
        "internal_id": number.id,
        "phone_number_id": number.phone_number_id,
        "business_account_id": number.business_account_id,
        "name": number.name,
        "display_phone_number": number.display_phone_number,
        "customer_id": number.customer_id,
        "created_at": Timestamp(number.created_at).iso(),
        "updated_at": Timestamp(number.updated_at).iso(),
    })
}
