//! Whether the process lives, and whether it can work.

use crate::state::Shared;
use axum::extract::State;
use axum::http::StatusCode;

/// `/healthz`: the process answers.
pub async fn alive() -> &'static str {
    "ok"
}

/// `/readyz`: the database takes a write.
pub async fn ready(State(state): State<Shared>) -> (StatusCode, &'static str) {
    let probe = async {
        let mut tx = state.db.begin().await?;
        crate::store::sql("update projects set event_seq = event_seq where event_seq < 0")
            .run(&mut tx)
            .await?;
        tx.commit().await
    };
    match probe.await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not take writes",
            )
        }
    }
}
