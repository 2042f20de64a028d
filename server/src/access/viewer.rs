//! Who is asking, and how far they see. **A `Viewer` can only be made in `access`, from a verified credential.**

use super::actor::Actor;
use app::domain::id::{CustomerId, EmbedId, NumberId, ProjectId, UserId};
use app::domain::time::Timestamp;
use app::domain::viewer::Place;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    project: ProjectId,
    scope: Scope,
    assignee: Option<UserId>,
    place: Place,
    embed: Option<EmbedId>,
    expires_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Project,
    Number(NumberId),
    /// The customer's numbers, and contacts that belong to the customer.
    Customer(CustomerId),
}

/// Where a conversation stands: all that decides who sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub project: ProjectId,
    pub number: NumberId,
    pub number_customer: Option<CustomerId>,
    pub contact_customer: Option<CustomerId>,
    pub assignee: Option<UserId>,
}

impl Viewer {
    pub(super) fn of_embed(
        embed: EmbedId,
        project: ProjectId,
        scope: Scope,
        assignee: Option<UserId>,
        expires_at: Option<Timestamp>,
    ) -> Self {
        Self {
            project,
            scope,
            assignee,
            place: Place::Embed,
            embed: Some(embed),
            expires_at,
        }
    }

    /// What an embed of this scope would show, for whoever is about to make it.
    pub fn of_preview(actor: &Actor, scope: Scope, assignee: Option<UserId>) -> Self {
        Self {
            project: actor.project(),
            scope,
            assignee,
            place: Place::Embed,
            embed: None,
            expires_at: None,
        }
    }

    pub const fn project(&self) -> ProjectId {
        self.project
    }

    pub const fn scope(&self) -> Scope {
        self.scope
    }

    pub const fn assignee(&self) -> Option<UserId> {
        self.assignee
    }

    pub const fn place(&self) -> Place {
        self.place
    }

    pub const fn embed(&self) -> Option<EmbedId> {
        self.embed
    }

    pub const fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }

    /// Whether both see the same conversations.
    pub fn sees_as(&self, other: &Self) -> bool {
        (self.project, self.scope, self.assignee) == (other.project, other.scope, other.assignee)
    }

    /// The same rule that `store::scope` writes as SQL, for conversations already in memory.
    pub fn admits(&self, standing: &Standing) -> bool {
        self.project == standing.project
            && match self.scope {
                Scope::Project => true,
                Scope::Number(number) => standing.number == number,
                Scope::Customer(customer) => {
                    let customers = [standing.number_customer, standing.contact_customer];
                    customers.contains(&Some(customer))
                }
            }
            && self
                .assignee
                .is_none_or(|user| standing.assignee == Some(user))
    }
}
