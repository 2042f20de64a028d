//! The browser's own notifications. Not every browser has them, and people may have refused them.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    Granted,
    /// The browser asks no more.
    Denied,
    Unasked,
    /// This browser has no notifications.
    Missing,
}

pub fn permission() -> Permission {
    // Asking for what is not there throws.
    if !Reflect::has(&window(), &"Notification".into()).unwrap_or(false) {
        return Permission::Missing;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Denied,
        _ => Permission::Unasked,
    }
}

/// Asks the person. Browsers allow it only while a click is being handled.
pub fn ask(then: impl FnOnce(Permission) + 'static) {
    let Ok(asked) = Notification::request_permission() else {
        return then(Permission::Missing);
    };
    spawn_local(async move {
        let _ = JsFuture::from(asked).await;
        then(permission());
    });
}

/// Whether somebody is at this page right now.
pub fn is_attended() -> bool {
    super::visibility::is_visible() && document().has_focus().unwrap_or(true)
}

/// One that is shown; it goes when this is dropped.
pub struct Shown(SendWrapper<(Notification, Closure<dyn FnMut()>)>);

/// `tag`: a later one of the same tag takes the place of this one.
pub fn show(
    title: &str,
    body: &str,
    tag: &str,
    mut click: impl FnMut() + 'static,
) -> Option<Shown> {
    let options = NotificationOptions::new();
    options.set_body(body);
    options.set_tag(tag);
    // Phones know notifications from service workers only, and throw.
    let shown = Notification::new_with_options(title, &options).ok()?;
    let clicked = Closure::<dyn FnMut()>::new(move || {
        let _ = window().focus();
        click();
    });
    shown.set_onclick(Some(clicked.as_ref().unchecked_ref()));
    Some(Shown(SendWrapper::new((shown, clicked))))
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.0.set_onclick(None);
        self.0.0.close();
    }
}
