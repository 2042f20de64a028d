//! The end of one thing among others: chosen in its row, asked about in a dialog, done, and said.

use super::dialog::Confirm;
use super::form::Form;
use super::toast::toast;
use crate::problem::Problem;
use leptos::prelude::*;

/// The thing that a person chose from a table, for the dialog about it; cheap to copy.
pub struct Chosen<T: Send + Sync + 'static> {
    pub thing: RwSignal<Option<T>>,
    pub open: RwSignal<bool>,
}

impl<T: Send + Sync + 'static> Clone for Chosen<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Chosen<T> {}

impl<T: Clone + Send + Sync + 'static> Chosen<T> {
    pub fn none() -> Self {
        Self {
            thing: RwSignal::new(None),
            open: RwSignal::new(false),
        }
    }

    pub fn choose(self, thing: T) {
        self.thing.set(Some(thing));
        self.open.set(true);
    }

    /// What a row's button does.
    pub fn chooser(self, thing: &T) -> Callback<()> {
        let thing = thing.clone();
        Callback::new(move |()| self.choose(thing.clone()))
    }
}

/// How an end is spoken of: `Delete`, `Deleting…`, `Deleted`, `Delete Acorn?`, and what it means.
#[derive(Clone, Copy)]
pub struct Words {
    pub act: &'static str,
    pub acting: &'static str,
    pub acted: &'static str,
    /// Of the thing's name.
    pub ask: fn(&str) -> String,
    pub meaning: &'static str,
}

#[component]
pub fn Ending<T, F>(
    chosen: Chosen<T>,
    words: Words,
    name: fn(&T) -> String,
    /// Asks the server to do it.
    end: impl Fn(T) -> F + Send + Sync + 'static,
    done: Callback<()>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<(), Problem>> + 'static,
{
    let form = Form::new();
    let toast = toast();
    let submit = Callback::new(move |()| {
        let Some(thing) = chosen.thing.get_untracked() else {
            return;
        };
        let finish = move |()| {
            chosen.open.set(false);
            toast.say(words.acted);
            done.run(());
        };
        form.send(None, || end(thing), finish);
    });
    let title = Signal::derive(move || {
        let name = chosen.thing.with(|thing| thing.as_ref().map(name));
        (words.ask)(&name.unwrap_or_default())
    });
    view! {
        <Confirm open=chosen.open title text=words.meaning form label=words.act sending=words.acting submit />
    }
}
