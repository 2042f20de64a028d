//! Who is asking, and how far they see. **A `Viewer` can only be made in `access`, from a verified credential.**

use super::actor::Actor;
use app::domain::id::{CustomerId, EmbedId, NumberId, ProjectId, UserId};
use app::domain::time::Timestamp;
use app::domain::viewer::Place;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    project: ProjectId,
    scope: Scope,
    assignee: Option<UserId>,
    by: By,
    expires_at: Option<Timestamp>,
}

/// Who it is that looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Embed(EmbedId),
    /// Nobody yet: what an embed would show.
    Preview,
    Member(Member),
}

/// Somebody of the team, in the team's own inbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    pub user: UserId,
    pub owner: bool,
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

/// Where a number stands: all that decides who sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberStanding {
    pub project: ProjectId,
    pub number: NumberId,
    pub customer: Option<CustomerId>,
    /// Its conversations with contacts of other customers, each place once: whoever sees one sees the number with it.
    pub beside: Vec<Standing>,
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
            by: By::Embed(embed),
            expires_at,
        }
    }

    /// Members see all of their project; their session ends at a moment.
    pub(super) const fn of_member(
        user: UserId,
        owner: bool,
        project: ProjectId,
        until: Timestamp,
    ) -> Self {
        Self {
            project,
            scope: Scope::Project,
            assignee: None,
            by: By::Member(Member { user, owner }),
            expires_at: Some(until),
        }
    }

    /// What an embed of this scope would show, for whoever is about to make it.
    pub fn of_preview(actor: &Actor, scope: Scope, assignee: Option<UserId>) -> Self {
        Self {
            project: actor.project(),
            scope,
            assignee,
            by: By::Preview,
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
        match self.by {
            By::Embed(_) | By::Preview => Place::Embed,
            By::Member(_) => Place::Team,
        }
    }

    pub const fn embed(&self) -> Option<EmbedId> {
        match self.by {
            By::Embed(embed) => Some(embed),
            By::Preview | By::Member(_) => None,
        }
    }

    pub const fn member(&self) -> Option<Member> {
        match self.by {
            By::Member(member) => Some(member),
            By::Embed(_) | By::Preview => None,
        }
    }

    pub fn user(&self) -> Option<UserId> {
        self.member().map(|member| member.user)
    }

    /// Under whose id what they send is kept.
    pub fn sender_id(&self) -> Option<Uuid> {
        match self.by {
            By::Embed(embed) => Some(embed.uuid()),
            By::Member(member) => Some(member.user.uuid()),
            By::Preview => None,
        }
    }

    pub const fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }

    /// Whether both see and may do the same.
    pub fn sees_as(&self, other: &Self) -> bool {
        let all = |viewer: &Self| (viewer.project, viewer.scope, viewer.assignee, viewer.by);
        all(self) == all(other)
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

    /// The same for numbers, as `store::number::visible` writes it in SQL.
    pub fn admits_number(&self, standing: &NumberStanding) -> bool {
        self.project == standing.project
            && match self.scope {
                Scope::Project => true,
                Scope::Number(number) => standing.number == number,
                Scope::Customer(customer) => {
                    standing.customer == Some(customer)
                        || standing.beside.iter().any(|beside| self.admits(beside))
                }
            }
    }
}
