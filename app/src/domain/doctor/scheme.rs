//! Whether http and https go together here.

use super::address::is_local;
use super::{Finding, Seen, Subject, Verdict, finding};

pub fn scheme(origin: &str, embed_base: &str) -> Finding {
    let of = |verdict, seen| finding(Subject::Scheme, verdict, seen);
    let secure = origin.starts_with("https://");
    if secure && embed_base.starts_with("http://") {
        return if is_local(embed_base) {
            // Safari refuses such a frame, other browsers show it.
            of(Verdict::Limited, Seen::LocalHttp)
        } else {
            of(Verdict::Blocked, Seen::Mixed)
        };
    }
    if !secure && !is_local(origin) {
        // Browsers keep the clipboard and the microphone from every frame in such a page.
        return of(Verdict::Limited, Seen::Insecure);
    }
    of(Verdict::Good, Seen::SchemesFit)
}
