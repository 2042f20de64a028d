//! Why is my frame blank? Looks at an embed with the eyes of a browser that holds it in a page.

mod address;
mod origin;
mod sandbox;
mod scheme;
#[cfg(test)]
mod tests;

use super::embed::{Embed, Standing};
use super::time::Timestamp;

/// The page that is to hold the frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostPage {
    /// Its address, as in the address bar.
    pub address: String,
    /// The value of the frame's `sandbox` attribute, if it has one.
    pub sandbox: Option<String>,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub verdict: Verdict,
    pub subject: Subject,
    pub seen: Seen,
}

/// What is so. What to do about it is said with it, in `words/doctor.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    TokenGood,
    TokenUntil,
    Expired,
    Revoked,
    AnyPage,
    /// Each with the page's origin.
    Allowed(String),
    Unlistable(String, Unlistable),
    NotListed(String),
    /// And the scheme that is on the list.
    OtherScheme(String, &'static str),
    OtherPort(String),
    /// And its name: the list has its subdomains only.
    BareDomain(String, String),
    ListBroken,
    /// Oriel over http on this machine, in a page over https.
    LocalHttp,
    Mixed,
    Insecure,
    SchemesFit,
    NoSandbox,
    NoScripts,
    NoOrigin,
    Missing(Vec<Flag>),
    SandboxFits,
}

/// Why no list can name an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlistable {
    Numeric,
    NotAscii,
    Odd,
}

/// Flags of a sandbox without which something is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// A form that may not be sent has no button that sends, scripts or not.
    Forms,
    Popups,
    Downloads,
}

/// What is wrong with a page's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFlaw {
    NotWhole,
    NotOfTheWeb,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Good,
    /// It works, but not all of it.
    Limited,
    /// The frame stays empty.
    Blocked,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Access,
    Origin,
    Scheme,
    Sandbox,
}

/// `embed_base` is where embeds are served from, as in `https://inbox.example.com`.
/// The error says what is wrong with the page's address.
pub fn examine(
    embed: &Embed,
    embed_base: &str,
    page: &HostPage,
    now: Timestamp,
) -> Result<Vec<Finding>, AddressFlaw> {
    let origin = address::origin_of(&page.address)?;
    Ok(vec![
        access(embed, now),
        origin::allowed(embed, &origin),
        scheme::scheme(&origin, embed_base),
        sandbox::sandbox(page.sandbox.as_deref()),
    ])
}

fn access(embed: &Embed, now: Timestamp) -> Finding {
    let (verdict, seen) = match embed.standing(now) {
        Standing::Active if embed.expires_at.is_some() => (Verdict::Good, Seen::TokenUntil),
        Standing::Active => (Verdict::Good, Seen::TokenGood),
        // The frame says so instead of showing the inbox.
        Standing::Expired => (Verdict::Blocked, Seen::Expired),
        Standing::Revoked => (Verdict::Blocked, Seen::Revoked),
    };
    finding(Subject::Access, verdict, seen)
}

const fn finding(subject: Subject, verdict: Verdict, seen: Seen) -> Finding {
    Finding {
        verdict,
        subject,
        seen,
    }
}
