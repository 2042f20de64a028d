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
    /// What is so, and what to do about it.
    pub text: String,
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

impl Subject {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Access => "Access",
            Self::Origin => "Origin",
            Self::Scheme => "Scheme",
            Self::Sandbox => "Sandbox",
        }
    }
}

/// `embed_base` is where embeds are served from, as in `https://inbox.example.com`.
/// The error says what is wrong with the page's address.
pub fn examine(
    embed: &Embed,
    embed_base: &str,
    page: &HostPage,
    now: Timestamp,
) -> Result<Vec<Finding>, String> {
    let origin = address::origin_of(&page.address)?;
    Ok(vec![
        access(embed, now),
        origin::allowed(embed, &origin),
        scheme::scheme(&origin, embed_base),
        sandbox::sandbox(page.sandbox.as_deref()),
    ])
}

fn access(embed: &Embed, now: Timestamp) -> Finding {
    let (verdict, text) = match embed.standing(now) {
        Standing::Active if embed.expires_at.is_some() => {
            (Verdict::Good, "The token is good, until the embed expires.")
        }
        Standing::Active => (Verdict::Good, "The token is good and does not expire."),
        Standing::Expired => (
            Verdict::Blocked,
            "The embed has expired: the frame says so instead of showing the inbox. Give it a later expiry.",
        ),
        Standing::Revoked => (
            Verdict::Blocked,
            "The embed is revoked, for good. Create a new one.",
        ),
    };
    finding(Subject::Access, verdict, text)
}

fn finding(subject: Subject, verdict: Verdict, text: impl Into<String>) -> Finding {
    Finding {
        verdict,
        subject,
        text: text.into(),
    }
}
