//! How a send is answered, given the faults that are set.

use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::Problem;
use crate::fault::{Fault, FaultKind};
use crate::network::Network;

const ON_SENDS: [FaultKind; 6] = [
    FaultKind::Delay,
    FaultKind::CutReply,
    FaultKind::Drop,
    FaultKind::Status,
    FaultKind::Error,
    FaultKind::Failed,
];

pub enum Ending {
    Drop,
    Refuse(Response),
    Accept {
        cut_reply: bool,
        failure: Option<i64>,
    },
}

/// How a send ends, and how long its answer takes. A delayed send is accepted at once: its
/// statuses may come before its answer, and a caller that gave up has sent it nevertheless.
pub fn decide(network: &Network) -> (Ending, Duration) {
    let faults = network.faults.strike(&ON_SENDS);
    let delay = Duration::from_millis(faults.iter().map(|fault| fault.delay_ms).sum());
    let worst = faults
        .into_iter()
        .find(|fault| fault.kind != FaultKind::Delay);
    (
        worst.map_or(
            Ending::Accept {
                cut_reply: false,
                failure: None,
            },
            ending,
        ),
        delay,
    )
}

fn ending(fault: Fault) -> Ending {
    match fault.kind {
        FaultKind::Drop => Ending::Drop,
        FaultKind::Status => Ending::Refuse(bare(&fault)),
        FaultKind::Error => Ending::Refuse(enveloped(&fault)),
        FaultKind::Failed => {
            let failure = Some(fault.code.unwrap_or(131026));
            Ending::Accept {
                cut_reply: false,
                failure,
            }
        }
        kind => Ending::Accept {
            cut_reply: kind == FaultKind::CutReply,
            failure: None,
        },
    }
}

/// What a proxy in front of Meta would say.
fn bare(fault: &Fault) -> Response {
    let status = fault
        .http_status
        .and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
    (status, "Service temporarily unavailable").into_response()
}

fn enveloped(fault: &Fault) -> Response {
    let code = fault.code.unwrap_or(131000);
    Problem::new(code, "A fault of the sandbox")
        .with_status(fault.http_status)
        .into_response()
}
