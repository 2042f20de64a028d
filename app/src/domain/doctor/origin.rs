//! Whether the page is on the embed's list, and if not, what it was taken for.

use super::address::name_and_port;
use super::{Finding, Seen, Subject, Unlistable, Verdict, finding};
use crate::domain::embed::Embed;
use crate::domain::origin::{AllowedOrigin, AllowedOrigins};

pub fn allowed(embed: &Embed, origin: &str) -> Finding {
    let good = |seen| finding(Subject::Origin, Verdict::Good, seen);
    let blocked = |seen| finding(Subject::Origin, Verdict::Blocked, seen);
    match AllowedOrigins::parse(&embed.allowed_origins) {
        Ok(AllowedOrigins::Any) => good(Seen::AnyPage),
        Ok(origins) if origins.allows(origin) => good(Seen::Allowed(origin.to_owned())),
        _ if AllowedOrigin::parse(origin).is_none() => {
            blocked(Seen::Unlistable(origin.to_owned(), unlistable(origin)))
        }
        Ok(origins) => blocked(miss(&origins, origin)),
        Err(_) => blocked(Seen::ListBroken),
    }
}

fn unlistable(origin: &str) -> Unlistable {
    if origin.contains('[') {
        Unlistable::Numeric
    } else if origin.is_ascii() {
        Unlistable::Odd
    } else {
        Unlistable::NotAscii
    }
}

/// Near misses that people wonder about.
fn miss(origins: &AllowedOrigins, origin: &str) -> Seen {
    let (scheme, host) = origin.split_once("://").unwrap_or_default();
    let (name, port) = name_and_port(host);
    let other = if scheme == "http" { "https" } else { "http" };
    let origin = origin.to_owned();
    if origins.allows(&format!("{other}://{host}")) {
        Seen::OtherScheme(origin, other)
    } else if port.is_some() && origins.allows(&format!("{scheme}://{name}")) {
        Seen::OtherPort(origin)
    } else if origins.allows(&format!("{scheme}://any.{host}")) {
        Seen::BareDomain(origin, name.to_owned())
    } else {
        Seen::NotListed(origin)
    }
}
