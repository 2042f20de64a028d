//! What reads signals is forgotten by them when it leaves the page. Leptos takes a reader off a signal's list only when
//! it reads again, so the signals of a desk, which outlive every thread, would keep all bubbles that were ever drawn,
//! and walk along them with each change.

#[cfg(not(feature = "ssr"))]
pub use browser::Reader;

#[cfg(feature = "ssr")]
pub use server::Reader;

#[cfg(not(feature = "ssr"))]
mod browser {
    use leptos::prelude::{Owner, on_cleanup};
    use leptos::reactive::graph::{AnySubscriber, Observer, Subscriber};
    use std::sync::{Arc, Mutex, PoisonError};

    /// What goes with the part of the page in which it was made.
    pub struct Reader(Arc<Mutex<State>>);

    enum State {
        New,
        /// It is held until it is forgotten: in a list, Leptos drops it before the list's own clean-up.
        Reading(AnySubscriber, Arc<dyn Subscriber + Send + Sync>),
        /// What is held now would never be let go.
        Gone,
    }

    impl Reader {
        pub fn new() -> Self {
            if Owner::current().is_none() {
                return Self(Arc::new(Mutex::new(State::Gone)));
            }
            let state = Arc::new(Mutex::new(State::New));
            let left = Arc::clone(&state);
            on_cleanup(move || leave(&left));
            Self(state)
        }

        /// Said by the one who reads, whenever it does.
        pub fn reads(&self) {
            let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if matches!(*state, State::New)
                && let Some(name) = Observer::get()
                && let Some(reader) = name.1.upgrade()
            {
                *state = State::Reading(name, reader);
            }
        }
    }

    fn leave(state: &Mutex<State>) {
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *state, State::Gone);
        drop(state);
        if let State::Reading(name, reader) = before {
            reader.clear_sources(&name);
        }
    }
}

/// On a server nothing is read twice.
#[cfg(feature = "ssr")]
mod server {
    pub struct Reader;

    impl Reader {
        pub const fn new() -> Self {
            Self
        }

        pub const fn reads(&self) {}
    }
}
