//! Parts whose code a browser downloads when they are first opened. scripts/wasm-bindgen takes them out of the
//! bundle: a function that is marked with `wasm_split`, and what nothing else needs.

use super::bricks::{alert, group, live, nothing, press, words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

pub use leptos::wasm_split::SplitLoaderError as NotLoaded;

/// What such a function answers.
pub type Part = Result<AnyView, NotLoaded>;

type Coming = Pin<Box<dyn Future<Output = Part>>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Coming,
    Here,
    Failed,
}

#[derive(Clone, Copy)]
struct Later {
    owner: StoredValue<Option<Owner>>,
    part: StoredValue<Box<dyn Fn() -> Coming>, LocalStorage>,
    view: StoredValue<Option<AnyView>, LocalStorage>,
    state: RwSignal<State>,
}

/// Stands where the part will be. Nothing until then, and always nothing in what the server renders.
pub fn later<F: Future<Output = Part> + 'static>(part: impl Fn() -> F + 'static) -> AnyView {
    // What belongs to one thread cannot stand in what a server renders, where threads take turns.
    if cfg!(feature = "ssr") {
        return live(nothing);
    }
    coming(Box::new(move || Box::pin(part())))
}

fn coming(part: Box<dyn Fn() -> Coming>) -> AnyView {
    let later = Later {
        owner: StoredValue::new(Owner::current()),
        part: StoredValue::new_local(part),
        view: StoredValue::new_local(None),
        state: RwSignal::new(State::Coming),
    };
    Effect::new(move |_| later.ask());
    live(move || later.shown())
}

impl Later {
    fn ask(self) {
        let part = self.part.with_value(|part| part());
        // The part belongs to where it will stand, with all that is known there.
        let part = match self.owner.get_value() {
            Some(owner) => owner.with(|| Box::pin(ScopedFuture::new_untracked(part))),
            None => return,
        };
        spawn_local(async move {
            let state = match part.await {
                Ok(view) => {
                    self.view.try_set_value(Some(view));
                    State::Here
                }
                Err(_) => State::Failed,
            };
            self.state.try_set(state);
        });
    }

    fn shown(self) -> AnyView {
        match self.state.get() {
            State::Coming => nothing(),
            State::Here => {
                let view = self.view.try_update_value(Option::take).flatten();
                view.unwrap_or_else(nothing)
            }
            State::Failed => {
                let again = press("button", "", words("Try again"), move || {
                    self.state.set(State::Coming);
                    self.ask();
                });
                let why = alert("This could not be loaded. Is there a connection?".to_owned());
                group("not-loaded", vec![why, again])
            }
        }
    }
}

/// Does what a part is needed for as soon as it is here.
pub fn soon(
    act: impl Future<Output = Result<(), NotLoaded>> + 'static,
    failed: impl FnOnce() + 'static,
) {
    spawn_local(async move {
        if act.await.is_err() {
            failed();
        }
    });
}
