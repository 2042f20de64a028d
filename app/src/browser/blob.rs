//! Bytes in the browser's memory, and what a person picked, pasted or dropped.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, DataTransfer, Url};

/// An address of it that only this page can use; given back with `forget`.
pub fn address(blob: &Blob) -> String {
    Url::create_object_url_with_blob(blob).unwrap_or_default()
}

pub fn forget(address: &str) {
    let _ = Url::revoke_object_url(address);
}

pub fn of_bytes(bytes: &[u8], mime_type: &str) -> Option<Blob> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type(mime_type);
    Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()
}

/// The files that were pasted or dropped.
pub fn files_of(transfer: Option<DataTransfer>) -> Vec<web_sys::File> {
    transfer
        .and_then(|transfer| transfer.files())
        .map(|files| {
            (0..files.length())
                .filter_map(|nth| files.get(nth))
                .collect()
        })
        .unwrap_or_default()
}
