//! Where in the dashboard a page stands, read off its address.

use crate::domain::id::ProjectId;
use crate::texts::texts;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use uuid::Uuid;

/// The sections of a project, in the order of the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Embeds,
    Numbers,
    Customers,
    SavedReplies,
    Webhooks,
    Members,
    ApiKeys,
    Activity,
}

impl Section {
    pub const ALL: [Self; 8] = [
        Self::Embeds,
        Self::Numbers,
        Self::Customers,
        Self::SavedReplies,
        Self::Webhooks,
        Self::Members,
        Self::ApiKeys,
        Self::Activity,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Embeds => "embeds",
            Self::Numbers => "numbers",
            Self::Customers => "customers",
            Self::SavedReplies => "saved-replies",
            Self::Webhooks => "webhooks",
            Self::Members => "members",
            Self::ApiKeys => "api-keys",
            Self::Activity => "activity",
        }
    }

    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Embeds => texts.section_embeds(),
            Self::Numbers => texts.section_numbers(),
            Self::Customers => texts.section_customers(),
            Self::SavedReplies => texts.saved(),
            Self::Webhooks => texts.section_webhooks(),
            Self::Members => texts.section_members(),
            Self::ApiKeys => texts.section_api_keys(),
            Self::Activity => texts.section_activity(),
        }
    }

    pub fn address(self, project: ProjectId) -> String {
        format!("/projects/{project}/{}", self.word())
    }
}

/// The project and the section that an address names.
pub fn place_of(path: &str) -> (Option<ProjectId>, Option<Section>) {
    let mut steps = path.split('/').skip(1);
    if steps.next() != Some("projects") {
        return (None, None);
    }
    let project = steps.next().and_then(|id| id.parse().ok());
    let word = steps.next().unwrap_or_default();
    let section = Section::ALL
        .into_iter()
        .find(|section| section.word() == word);
    (project, section)
}

/// The project of this page. An address without a good one names no project that exists.
pub fn project() -> ProjectId {
    let named = use_params_map().with_untracked(|params| params.get("project"));
    named
        .and_then(|id| id.parse().ok())
        .unwrap_or(ProjectId::from(Uuid::nil()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_project_and_section() {
        let id = "0194a3c0-0000-7000-8000-000000000001";
        let (project, section) = place_of(&format!("/projects/{id}/api-keys"));
        assert_eq!(project.map(|id| id.to_string()).as_deref(), Some(id));
        assert_eq!(section, Some(Section::ApiKeys));
        let (_, section) = place_of(&format!("/projects/{id}/embeds/new"));
        assert_eq!(section, Some(Section::Embeds));
        assert_eq!(place_of("/account"), (None, None));
        assert_eq!(
            place_of("/projects/x/embeds"),
            (None, Some(Section::Embeds))
        );
    }
}
