//! What the frame's `sandbox` attribute takes away.

use super::{Finding, Flag, Seen, Subject, Verdict, finding};

/// Flags without which something is missing.
const WISHED: [(&str, Flag); 3] = [
    ("allow-forms", Flag::Forms),
    ("allow-popups", Flag::Popups),
    ("allow-downloads", Flag::Downloads),
];

pub fn sandbox(sandbox: Option<&str>) -> Finding {
    let of = |verdict, seen| finding(Subject::Sandbox, verdict, seen);
    let Some(sandbox) = sandbox else {
        return of(Verdict::Good, Seen::NoSandbox);
    };
    let flags: Vec<String> = sandbox
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    let has = |flag: &str| flags.iter().any(|had| had == flag);
    if !has("allow-scripts") {
        return of(Verdict::Limited, Seen::NoScripts);
    }
    // Without it the theme is forgotten, and calls count as foreign.
    if !has("allow-same-origin") {
        return of(Verdict::Limited, Seen::NoOrigin);
    }
    let missing = WISHED.iter().filter(|(flag, _)| !has(flag));
    let missing: Vec<Flag> = missing.map(|(_, flag)| *flag).collect();
    if missing.is_empty() {
        return of(Verdict::Good, Seen::SandboxFits);
    }
    of(Verdict::Limited, Seen::Missing(missing))
}
