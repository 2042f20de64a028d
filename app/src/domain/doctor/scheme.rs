//! Whether http and https go together here.

use super::address::is_local;
use super::{Finding, Subject, Verdict, finding};

pub fn scheme(origin: &str, embed_base: &str) -> Finding {
    let of = |verdict, text: &str| finding(Subject::Scheme, verdict, text);
    let secure = origin.starts_with("https://");
    if secure && embed_base.starts_with("http://") {
        return if is_local(embed_base) {
            of(
                Verdict::Limited,
                "The page is https and Oriel is served over http on this machine: Safari refuses such a frame, other \
                 browsers show it.",
            )
        } else {
            of(
                Verdict::Blocked,
                "The page is https and Oriel is served over http: browsers refuse such a frame. Serve Oriel over https.",
            )
        };
    }
    if !secure && !is_local(origin) {
        return of(
            Verdict::Limited,
            "The page is http: browsers keep the clipboard and the microphone from every frame in it. Serve the page \
             over https.",
        );
    }
    of(Verdict::Good, "The page's scheme and Oriel's go together.")
}
