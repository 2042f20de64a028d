//! What only the team's own inbox allows. Whatever needs a right takes a `Permit` for it,
//! and **a `Permit` comes from `Viewer::permit` alone**: a function that forgets to ask does not compile.

use super::viewer::Viewer;
use app::domain::filter::AssigneeFilter;
use app::domain::id::UserId;
use app::domain::viewer::Capability;
use app::problem::Problem;
use std::marker::PhantomData;

/// A right as a type, so that a permit for one thing is none for another.
pub trait Right {
    const CAPABILITY: Capability;
}

#[derive(Clone, Copy, Debug)]
pub struct Assigning;
#[derive(Clone, Copy, Debug)]
pub struct Noting;
#[derive(Clone, Copy, Debug)]
pub struct Starting;

impl Right for Assigning {
    const CAPABILITY: Capability = Capability::Assignments;
}

impl Right for Noting {
    const CAPABILITY: Capability = Capability::ContactNotes;
}

impl Right for Starting {
    const CAPABILITY: Capability = Capability::StartConversation;
}

/// That somebody may, and who it is.
#[derive(Clone, Copy, Debug)]
pub struct Permit<R> {
    user: UserId,
    owner: bool,
    right: PhantomData<R>,
}

impl<R> Permit<R> {
    pub const fn user(&self) -> UserId {
        self.user
    }

    pub const fn is_owner(&self) -> bool {
        self.owner
    }
}

impl Viewer {
    /// The one check of what a place allows.
    pub fn permit<R: Right>(&self) -> Result<Permit<R>, Problem> {
        let allowed = self.place().allows(R::CAPABILITY);
        let member = self.member().filter(|_| allowed);
        let member = member.ok_or(Problem::Forbidden)?;
        Ok(Permit {
            user: member.user,
            owner: member.owner,
            right: PhantomData,
        })
    }

    /// Only whoever may assign asks in whose hands conversations are.
    pub fn hands(&self, filter: AssigneeFilter) -> Result<Hands, Problem> {
        if filter == AssigneeFilter::Anybody {
            return Ok(Hands::Any);
        }
        let permit: Permit<Assigning> = self.permit()?;
        Ok(match filter {
            AssigneeFilter::Anybody => Hands::Any,
            AssigneeFilter::Nobody => Hands::Nobodys,
            AssigneeFilter::Me => Hands::Of(permit.user()),
            AssigneeFilter::Person(user) => Hands::Of(user),
        })
    }
}

/// In whose hands the conversations of a list are. Anything but `Any` comes from `Viewer::hands`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    Any,
    Nobodys,
    Of(UserId),
}
