//! Files that this browser cannot draw: they stand as documents, which one can at least have.

use super::Desk;
use crate::browser::undrawn::on_undrawn;
use crate::domain::file::File;
use crate::domain::id::MediaId;
use crate::domain::message::Kind;
use crate::ui::live::memo;
use leptos::prelude::*;

impl Desk {
    pub(super) fn notice_undrawn(self) {
        on_undrawn(move |address| {
            if let Some(id) = named(&address)
                && !untrack(|| self.is_undrawn(id))
            {
                self.undrawn.update(|all| all.push_str(&id.to_string()));
            }
        });
    }

    pub fn is_undrawn(self, id: MediaId) -> bool {
        self.undrawn.with(|all| all.contains(&id.to_string()))
    }

    /// The same, told only when it changes: a sound that plays is not drawn anew because of a picture.
    pub fn undrawn(self, id: MediaId) -> Memo<bool> {
        memo(move || self.is_undrawn(id))
    }

    /// As what it stands on this page.
    pub fn drawn_as(self, kind: Kind, file: &File) -> Kind {
        match self.is_undrawn(file.id) {
            true => Kind::Document,
            false => file.drawn_as(kind),
        }
    }

    /// Without a network nothing can be drawn: what failed meanwhile is tried once more.
    pub(super) fn draw_again(self) {
        if self.undrawn.with_untracked(|all| !all.is_empty()) {
            self.undrawn.set(String::new());
        }
    }
}

/// `?media=…&size=small`
fn named(address: &str) -> Option<MediaId> {
    let rest = address.strip_prefix("?media=")?;
    rest.split('&').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::file::FileState;

    #[test]
    fn a_file_is_known_by_the_addresses_that_are_made_for_it() {
        let file = File {
            id: MediaId::new(),
            state: FileState::Stored,
            mime_type: "image/png".to_owned(),
            name: None,
            bytes: None,
            width: None,
            height: None,
            thumbnail: true,
        };
        assert_eq!(named(&file.address()), Some(file.id));
        assert_eq!(named(&file.thumbnail_address()), Some(file.id));
        assert_eq!(named("blob:https://a.example/1"), None);
        assert_eq!(named("?media=x"), None);
    }
}
