//! What the frame's `sandbox` attribute takes away.

use super::{Finding, Subject, Verdict, finding};

/// Flags without which something is missing, and what that is. A form that may not be sent has no button that
/// sends, scripts or not.
const WISHED: [(&str, &str); 3] = [
    ("allow-forms", "the button that sends does nothing"),
    ("allow-popups", "links do not open"),
    ("allow-downloads", "files cannot be saved"),
];

pub fn sandbox(sandbox: Option<&str>) -> Finding {
    let of = |verdict, text: &str| finding(Subject::Sandbox, verdict, text);
    let Some(sandbox) = sandbox else {
        return of(Verdict::Good, "The frame has no sandbox attribute.");
    };
    let flags: Vec<String> = sandbox
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    let has = |flag: &str| flags.iter().any(|had| had == flag);
    if !has("allow-scripts") {
        return of(
            Verdict::Limited,
            "Without allow-scripts the inbox can be read, but nothing in it moves and nobody can answer. Add \
             allow-scripts.",
        );
    }
    if !has("allow-same-origin") {
        return of(
            Verdict::Limited,
            "Without allow-same-origin the frame has no origin of its own: the theme is forgotten, and the calls it \
             makes count as foreign, so they fail unless any origin is allowed. Add allow-same-origin.",
        );
    }
    let missing = WISHED.iter().filter(|(flag, _)| !has(flag));
    let (flags, losses): (Vec<&str>, Vec<&str>) = missing.copied().unzip();
    if flags.is_empty() {
        return of(
            Verdict::Good,
            "The sandbox has every flag that the inbox needs.",
        );
    }
    let (flags, losses) = (flags.join(" and "), losses.join(", and "));
    of(
        Verdict::Limited,
        &format!("Add {flags}: without, {losses}."),
    )
}
