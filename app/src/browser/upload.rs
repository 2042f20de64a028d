//! Sends bytes to the server and tells how far it is: `fetch` cannot say that.

use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest, XmlHttpRequestResponseType};

/// A request that is under way.
#[derive(Clone)]
pub struct Upload(SendWrapper<XmlHttpRequest>);

/// What came back.
pub enum Answer {
    /// The body of the answer.
    Taken(String),
    /// It was not taken; the answer's status says why.
    Refused(u16),
    /// The server was not reached, or cannot take it right now.
    Offline,
    /// A person gave it up.
    Cancelled,
}

impl Upload {
    pub fn begin(
        address: &str,
        mime_type: &str,
        blob: &Blob,
        progress: impl Fn(u8) + 'static,
        done: impl Fn(Answer) + 'static,
    ) -> Option<Self> {
        let request = XmlHttpRequest::new().ok()?;
        request.open_with_async("PUT", address, true).ok()?;
        request.set_request_header("Content-Type", mime_type).ok()?;
        let told = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            if event.total() > 0.0 {
                progress((event.loaded() / event.total() * 100.0) as u8);
            }
        });
        request
            .upload()
            .ok()?
            .set_onprogress(Some(told.into_js_value().unchecked_ref()));
        let asked = request.clone();
        let ended = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            let cancelled = event.type_() == "abort";
            done(if cancelled {
                Answer::Cancelled
            } else {
                read(&asked)
            });
        });
        let ended = ended.into_js_value();
        request.set_onload(Some(ended.unchecked_ref()));
        request.set_onerror(Some(ended.unchecked_ref()));
        request.set_onabort(Some(ended.unchecked_ref()));
        request.send_with_opt_blob(Some(blob)).ok()?;
        Some(Self(SendWrapper::new(request)))
    }

    pub fn cancel(&self) {
        let _ = self.0.abort();
    }
}

fn read(request: &XmlHttpRequest) -> Answer {
    let text = request.response_text().ok().flatten().unwrap_or_default();
    match request.status().unwrap_or_default() {
        200..=299 => Answer::Taken(text),
        0 | 500..=599 => Answer::Offline,
        status => Answer::Refused(status),
    }
}

/// The bytes behind an address of this page, for sending them once more.
pub fn fetch(address: &str, done: impl Fn(Option<Blob>) + 'static) {
    let Ok(request) = XmlHttpRequest::new() else {
        return done(None);
    };
    let _ = request.open_with_async("GET", address, true);
    request.set_response_type(XmlHttpRequestResponseType::Blob);
    let asked = request.clone();
    let ended = Closure::<dyn Fn(web_sys::Event)>::new(move |_: web_sys::Event| {
        let found = asked.status().is_ok_and(|status| status == 200);
        let bytes = asked.response().ok().filter(|_| found);
        done(bytes.and_then(|bytes| bytes.dyn_into().ok()));
    });
    request.set_onloadend(Some(ended.into_js_value().unchecked_ref()));
    let _ = request.send();
}
