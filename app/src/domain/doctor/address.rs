//! The origin in a page's address, and whose machine it is on.

use super::AddressFlaw;

/// `https://crm.example.com/tickets?id=1` → `https://crm.example.com`
pub fn origin_of(address: &str) -> Result<String, AddressFlaw> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://").ok_or(AddressFlaw::NotWhole)?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return Err(AddressFlaw::NotOfTheWeb);
    }
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let host = authority
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let (name, port) = name_and_port(&host);
    let numeric = port.is_none_or(|port| port.parse::<u16>().is_ok());
    if name.is_empty() || !numeric || host.contains(|c: char| c.is_whitespace() || c == '*') {
        return Err(AddressFlaw::NotWhole);
    }
    let default = if scheme == "http" { "80" } else { "443" };
    match port.filter(|port| *port != default) {
        Some(port) => Ok(format!("{scheme}://{name}:{port}")),
        None => Ok(format!("{scheme}://{name}")),
    }
}

/// `[::1]:3000` has colons in its name.
pub fn name_and_port(host: &str) -> (&str, Option<&str>) {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (host, None),
    }
}

/// Whether browsers take it for this machine, and so for safe without https.
pub fn is_local(address: &str) -> bool {
    let host = address.split("://").nth(1).unwrap_or_default();
    let host = host.split('/').next().unwrap_or_default();
    let (name, _) = name_and_port(host);
    name == "localhost"
        || name.ends_with(".localhost")
        || name == "[::1]"
        || name.starts_with("127.")
}
