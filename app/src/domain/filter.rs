//! The list's filters, as the page's address says them. Nothing in an address can fail the page.

use super::conversation::Status;
use super::id::UserId;
use super::viewer::{Capability, Place};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    pub status: StatusFilter,
    /// What was typed, as it was typed.
    pub search: String,
    /// Our id of the number or Meta's; absent means all.
    pub number: Option<String>,
    pub unread: bool,
    pub handoff: bool,
    /// Only the team's own inbox asks by it; what an embed asks is refused.
    #[serde(default)]
    pub assignee: AssigneeFilter,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssigneeFilter {
    #[default]
    Anybody,
    /// Whoever looks.
    Me,
    Nobody,
    Person(UserId),
}

impl AssigneeFilter {
    /// As an address says it.
    pub fn word(self) -> Option<String> {
        match self {
            Self::Anybody => None,
            Self::Me => Some("me".to_owned()),
            Self::Nobody => Some("unassigned".to_owned()),
            Self::Person(id) => Some(id.to_string()),
        }
    }

    pub fn from_word(word: &str) -> Self {
        match word {
            "me" => Self::Me,
            "unassigned" => Self::Nobody,
            _ => word.parse().map_or(Self::Anybody, Self::Person),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusFilter {
    #[default]
    Active,
    Ended,
    All,
}

impl StatusFilter {
    pub const ALL: [Self; 3] = [Self::Active, Self::Ended, Self::All];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Ended => "ended",
            Self::All => "all",
        }
    }

    pub const fn label(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Ended => "Ended",
            Self::All => "All",
        }
    }

    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|status| status.word() == word)
            .unwrap_or_default()
    }

    /// The statuses that pass.
    pub const fn statuses(self) -> &'static [Status] {
        match self {
            Self::Active => &[Status::Active],
            Self::Ended => &[Status::Ended],
            Self::All => &[Status::Active, Status::Ended],
        }
    }
}

/// Longest search, in characters; the rest is cut off.
pub const SEARCH_LIMIT: usize = 200;

impl Filter {
    /// Reads the query parameters; what is missing or unknown falls back to its default.
    pub fn from_query(get: impl Fn(&str) -> Option<String>) -> Self {
        let number = get("whatsapp_config_id").or_else(|| get("phone_number_id"));
        Self {
            status: StatusFilter::from_word(&get("status").unwrap_or_default()),
            search: get("search")
                .unwrap_or_default()
                .chars()
                .take(SEARCH_LIMIT)
                .collect(),
            number: number.filter(|number| !number.is_empty() && number != "all"),
            unread: flag(get("unread")),
            handoff: flag(get("handoff")),
            assignee: AssigneeFilter::from_word(&get("assignee").unwrap_or_default()),
        }
    }

    /// Without what is not asked for there: in an address it counts as left out.
    pub fn at(self, place: Place) -> Self {
        let assignee = if place.allows(Capability::Assignments) {
            self.assignee
        } else {
            AssigneeFilter::Anybody
        };
        Self { assignee, ..self }
    }

    /// The parameters that differ from the default, for the page's address.
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        let mut query = Vec::new();
        if self.status != StatusFilter::default() {
            query.push(("status", self.status.word().to_owned()));
        }
        if !self.search.is_empty() {
            query.push(("search", self.search.clone()));
        }
        if let Some(number) = &self.number {
            query.push(("whatsapp_config_id", number.clone()));
        }
        let flags = [("unread", self.unread), ("handoff", self.handoff)];
        query.extend(self.assignee.word().map(|word| ("assignee", word)));
        query.extend(
            flags
                .into_iter()
                .filter(|(_, on)| *on)
                .map(|(name, _)| (name, "1".to_owned())),
        );
        query
    }

    /// Whether it hides anything that the default list shows.
    pub fn narrows(&self) -> bool {
        !self.search.trim().is_empty()
            || self.number.is_some()
            || self.unread
            || self.handoff
            || self.assignee != AssigneeFilter::Anybody
            || self.status == StatusFilter::Ended
    }
}

fn flag(value: Option<String>) -> bool {
    matches!(value.as_deref(), Some("1" | "true"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(pairs: &[(&str, &str)]) -> Filter {
        Filter::from_query(|name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn an_empty_address_shows_active_conversations() {
        assert_eq!(read(&[]), Filter::default());
    }

    #[test]
    fn unknown_values_fall_back() {
        let odd = [
            ("status", "archived"),
            ("unread", "yes"),
            ("handoff", "0"),
            ("whatsapp_config_id", "all"),
        ];
        assert_eq!(read(&odd), Filter::default());
    }

    #[test]
    fn an_embed_does_not_filter_by_assignee() {
        let asked = read(&[("assignee", "me"), ("unread", "1")]);
        assert_eq!(asked.assignee, AssigneeFilter::Me);
        assert_eq!(asked.clone().at(Place::Team), asked);
        let unread = read(&[("unread", "1")]);
        assert_eq!(asked.at(Place::of_path("/embed/x")), unread);
    }

    #[test]
    fn both_names_of_the_number_are_understood() {
        assert_eq!(
            read(&[("phone_number_id", "106540352242922")])
                .number
                .as_deref(),
            Some("106540352242922")
        );
        assert_eq!(
            read(&[("whatsapp_config_id", "x")]).number.as_deref(),
            Some("x")
        );
    }

    proptest! {
        #[test]
        fn what_is_written_into_an_address_is_read_back(
            status in 0..3usize, search in ".{0,40}", number in proptest::option::of("[0-9]{5,15}"),
            unread: bool, handoff: bool,
            assignee in proptest::sample::select(vec![AssigneeFilter::Anybody, AssigneeFilter::Me, AssigneeFilter::Nobody, AssigneeFilter::Person(UserId::new())]),
        ) {
            let filter = Filter { status: StatusFilter::ALL[status], search, number, unread, handoff, assignee };
            let query = filter.to_query();
            let back = Filter::from_query(|name| {
                query.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
            });
            prop_assert_eq!(back, filter);
        }
    }
}
