//! The html around the pages.

use crate::app::App;
use crate::domain::embed::Mode;
use leptos::prelude::*;
use leptos_meta::MetaTags;
use std::sync::Arc;

/// What the server knows of a page before it is rendered.
#[derive(Clone)]
pub struct Frame {
    /// The bundle's tags.
    pub head: Arc<str>,
    pub nonce: Arc<str>,
    pub mode: Mode,
    pub mode_is_forced: bool,
}
pub fn shell(frame: Frame) -> impl IntoView { let _ = frame; view! { <App/> <MetaTags/> } }
