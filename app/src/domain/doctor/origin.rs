//! Whether the page is on the embed's list, and if not, what it was taken for.

use super::address::name_and_port;
use super::{Finding, Subject, Verdict, finding};
use crate::domain::embed::Embed;
use crate::domain::origin::{AllowedOrigin, AllowedOrigins};

pub fn allowed(embed: &Embed, origin: &str) -> Finding {
    let blocked = |text: String| finding(Subject::Origin, Verdict::Blocked, text);
    match AllowedOrigins::parse(&embed.allowed_origins) {
        Ok(AllowedOrigins::Any) => finding(
            Subject::Origin,
            Verdict::Good,
            "Any page may hold this embed. Name the origins that should, and no other can.",
        ),
        Ok(origins) if origins.allows(origin) => finding(
            Subject::Origin,
            Verdict::Good,
            format!(
                "{origin} is allowed. If that page is itself in a frame, every page around it must be allowed too."
            ),
        ),
        _ if AllowedOrigin::parse(origin).is_none() => blocked(format!(
            "{origin} cannot be put on the list. {}",
            unlistable(origin)
        )),
        Ok(origins) => blocked(format!(
            "{origin} is not among the allowed pages. {}",
            advice(&origins, origin)
        )),
        Err(_) => blocked("The list of allowed pages cannot be read. Write it anew.".to_owned()),
    }
}

fn unlistable(origin: &str) -> &'static str {
    if origin.contains('[') {
        "Browsers do not match such numeric addresses: open the page under a name, as in http://localhost."
    } else if origin.is_ascii() {
        "Open the page under a plain host name."
    } else {
        "Write its name as browsers do, with xn--: the address bar's copy has it so."
    }
}

/// Near misses that people wonder about.
fn advice(origins: &AllowedOrigins, origin: &str) -> String {
    let (scheme, host) = origin.split_once("://").unwrap_or_default();
    let (name, port) = name_and_port(host);
    let other = if scheme == "http" { "https" } else { "http" };
    if origins.allows(&format!("{other}://{host}")) {
        format!("The list has it with {other}, and the scheme counts: add it as it stands here.")
    } else if port.is_some() && origins.allows(&format!("{scheme}://{name}")) {
        "The list has it without the port, and the port counts: add it as it stands here."
            .to_owned()
    } else if origins.allows(&format!("{scheme}://any.{host}")) {
        format!(
            "The list has its subdomains, but *.{name} does not cover {name} itself: add it as it stands here."
        )
    } else {
        "Add it as it stands here.".to_owned()
    }
}
