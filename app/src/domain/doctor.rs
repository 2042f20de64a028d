//! Why is my frame blank? Looks at an embed with the eyes of a browser that holds it in a page.

use super::embed::{Embed, Standing};
use super::origin::AllowedOrigins;
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
    let origin = origin_of(&page.address)?;
    Ok(vec![
        access(embed, now),
        allowed(embed, &origin),
        scheme(&origin, embed_base),
        sandbox(page.sandbox.as_deref()),
    ])
}

/// `https://crm.example.com/tickets?id=1` → `https://crm.example.com`
fn origin_of(address: &str) -> Result<String, String> {
    let address = address.trim();
    let wrong =
        || "Give the page's whole address, as in https://crm.example.com/tickets".to_owned();
    let (scheme, rest) = address.split_once("://").ok_or_else(wrong)?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return Err(
            "Only pages on the web, http or https, have an origin that can be allowed.".to_owned(),
        );
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(wrong());
    }
    let default = if scheme == "http" { ":80" } else { ":443" };
    let host = host.strip_suffix(default).unwrap_or(&host);
    Ok(format!("{scheme}://{host}"))
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

fn allowed(embed: &Embed, origin: &str) -> Finding {
    let origins = AllowedOrigins::parse(&embed.allowed_origins);
    match origins {
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
        _ => finding(
            Subject::Origin,
            Verdict::Blocked,
            format!(
                "{origin} is not among the allowed origins. Add it as it stands here{}.",
                hint(origin)
            ),
        ),
    }
}

/// Near misses that people wonder about.
fn hint(origin: &str) -> &'static str {
    if origin.starts_with("http://127.") || origin.starts_with("http://[") {
        "; browsers do not match addresses of numbers, so open the page as http://localhost"
    } else {
        "; *.example.com covers its subdomains, but not example.com itself"
    }
}

fn scheme(origin: &str, embed_base: &str) -> Finding {
    let plain_inbox = embed_base.starts_with("http://") && !is_local(embed_base);
    if origin.starts_with("https://") && plain_inbox {
        return finding(
            Subject::Scheme,
            Verdict::Blocked,
            "The page is https and Oriel is served over http: browsers refuse such a frame. Serve Oriel over https.",
        );
    }
    finding(
        Subject::Scheme,
        Verdict::Good,
        "The page's scheme and Oriel's go together.",
    )
}

fn is_local(address: &str) -> bool {
    let host = address.trim_start_matches("http://");
    ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|local| host == *local || host.starts_with(&format!("{local}:")))
}

/// Flags without which something is missing, and what that is.
const WISHED: [(&str, &str); 3] = [
    ("allow-forms", "searching without scripts"),
    ("allow-popups", "opening links"),
    ("allow-downloads", "saving files"),
];

fn sandbox(sandbox: Option<&str>) -> Finding {
    let Some(sandbox) = sandbox else {
        return finding(
            Subject::Sandbox,
            Verdict::Good,
            "The frame has no sandbox attribute.",
        );
    };
    let flags: Vec<String> = sandbox
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    let has = |flag: &str| flags.iter().any(|had| had == flag);
    if !has("allow-scripts") {
        return finding(
            Subject::Sandbox,
            Verdict::Blocked,
            "Without allow-scripts the inbox can be read, but nothing in it moves. Add allow-scripts.",
        );
    }
    if !has("allow-same-origin") {
        return finding(
            Subject::Sandbox,
            Verdict::Limited,
            "Without allow-same-origin the frame has no origin of its own: the theme is forgotten, and the calls it \
             makes count as foreign, so they fail unless any origin is allowed. Add allow-same-origin.",
        );
    }
    let missing: Vec<&str> = WISHED
        .iter()
        .filter(|(flag, _)| !has(flag))
        .map(|(flag, _)| *flag)
        .collect();
    if missing.is_empty() {
        return finding(
            Subject::Sandbox,
            Verdict::Good,
            "The sandbox has every flag that the inbox needs.",
        );
    }
    let lost: Vec<&str> = WISHED
        .iter()
        .filter(|(flag, _)| !has(flag))
        .map(|(_, lost)| *lost)
        .collect();
    finding(
        Subject::Sandbox,
        Verdict::Limited,
        format!(
            "Add {}: without, there is no {}.",
            missing.join(" and "),
            lost.join(" and no ")
        ),
    )
}

fn finding(subject: Subject, verdict: Verdict, text: impl Into<String>) -> Finding {
    Finding {
        verdict,
        subject,
        text: text.into(),
    }
}
