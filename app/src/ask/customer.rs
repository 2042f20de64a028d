//! Questions about customers.

use crate::domain::customer::{Customer, CustomerChange, CustomerDraft};
use crate::domain::id::{CustomerId, ProjectId};
use crate::domain::listing::Listing;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "customers/list", input = Json, output = Lean)]
pub async fn customers(
    project: ProjectId,
    search: String,
    page: u32,
) -> Result<Listing<Customer>, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .customers(project, search, page)
            .await,
    )
}

#[server(endpoint = "customers/create", input = Json, output = Lean)]
pub async fn create_customer(
    project: ProjectId,
    draft: CustomerDraft,
) -> Result<Customer, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .create_customer(project, draft)
            .await,
    )
}

#[server(endpoint = "customers/change", input = Json, output = Lean)]
pub async fn change_customer(
    project: ProjectId,
    id: CustomerId,
    change: CustomerChange,
) -> Result<Customer, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .change_customer(project, id, change)
            .await,
    )
}

#[server(endpoint = "customers/delete", input = Json, output = Lean)]
pub async fn delete_customer(project: ProjectId, id: CustomerId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.delete_customer(project, id).await)
}
