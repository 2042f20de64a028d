//! What was found out about a frame that stays blank, and what to do about it.

use crate::domain::doctor::{AddressFlaw, Flag, Seen, Subject, Unlistable, Verdict};
use crate::texts::texts;

impl Verdict {
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Good => texts.doctor_good(),
            Self::Limited => texts.doctor_limited(),
            Self::Blocked => texts.doctor_blocked(),
        }
    }
}

impl Subject {
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Access => texts.doctor_access(),
            Self::Origin => texts.doctor_origin(),
            Self::Scheme => texts.doctor_scheme(),
            Self::Sandbox => texts.doctor_sandbox_subject(),
        }
    }
}

impl AddressFlaw {
    pub fn words(self) -> &'static str {
        match self {
            Self::NotWhole => texts().doctor_whole_address(),
            Self::NotOfTheWeb => texts().doctor_web_only(),
        }
    }
}

impl Seen {
    pub fn words(&self) -> String {
        let t = texts();
        let plain = match self {
            Self::Allowed(origin) => return t.doctor_allowed(origin),
            Self::Unlistable(origin, why) => return why.words(origin),
            Self::NotListed(origin) => return t.doctor_not_listed(origin),
            Self::OtherScheme(origin, other) => return t.doctor_other_scheme(origin, other),
            Self::OtherPort(origin) => return t.doctor_other_port(origin),
            Self::BareDomain(origin, name) => return t.doctor_bare_domain(origin, name),
            Self::Missing(flags) => return missing(flags),
            Self::TokenGood => t.doctor_token_good(),
            Self::TokenUntil => t.doctor_token_until(),
            Self::Expired => t.doctor_expired(),
            Self::Revoked => t.doctor_revoked(),
            Self::AnyPage => t.doctor_any(),
            Self::ListBroken => t.doctor_list_broken(),
            Self::LocalHttp => t.doctor_local_http(),
            Self::Mixed => t.doctor_mixed(),
            Self::Insecure => t.doctor_insecure(),
            Self::SchemesFit => t.doctor_scheme_good(),
            Self::NoSandbox => t.doctor_no_sandbox(),
            Self::NoScripts => t.doctor_no_scripts(),
            Self::NoOrigin => t.doctor_no_origin(),
            Self::SandboxFits => t.doctor_sandbox_good(),
        };
        plain.to_owned()
    }
}

impl Unlistable {
    fn words(self, origin: &str) -> String {
        let t = texts();
        match self {
            Self::Numeric => t.doctor_unlistable_number(origin),
            Self::Odd => t.doctor_unlistable_host(origin),
            Self::NotAscii => t.doctor_unlistable_script(origin),
        }
    }
}

/// A sentence for each.
fn missing(flags: &[Flag]) -> String {
    let t = texts();
    let sentence = |flag: &Flag| match flag {
        Flag::Forms => t.doctor_no_forms(),
        Flag::Popups => t.doctor_no_popups(),
        Flag::Downloads => t.doctor_no_downloads(),
    };
    flags.iter().map(sentence).collect::<Vec<_>>().join(" ")
}
