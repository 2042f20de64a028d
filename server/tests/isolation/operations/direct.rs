//! What has no door yet is done in the store, and told as a door would tell it.

use super::super::difference::Outcome;
use super::super::play::Play;
use super::super::world::{News, World};
use app::domain::id::ProjectId;
use app::domain::time::Timestamp;
use server::store::event::{self, Event};
use server::store::{Tx, contact, execution};

pub async fn assign(play: &mut Play<'_>) -> Outcome {
    // Half of them have an earlier conversation, which may be in other hands.
    let all: Vec<usize> = (0..play.world.talks.len()).collect();
    let talk = play.one_with_earlier(&all).unwrap_or(0);
    let project = play.world.project_of(talk);
    let users = World::all(&play.world.users, |user| user.projects.contains(&project));
    let user = play.chance.pick(&users);
    play.doing = format!("conversation {talk} is given to user {user}");
    if play.world.talks[talk].assignee == Some(user) {
        return unassign(play).await;
    }
    play.hand(talk, Some(user)).await?;
    let former = play.world.talks[talk].assignee.replace(user);
    let lost = former.filter(|former| *former != user);
    play.world
        .news
        .extend(lost.map(|former| News::Unassigned(talk, former)));
    play.world.news.push(News::Talk(talk));
    Ok(())
}

pub async fn unassign(play: &mut Play<'_>) -> Outcome {
    let talk = play.chance.below(play.world.talks.len());
    play.doing = format!("conversation {talk} is in nobody's hands");
    play.hand(talk, None).await?;
    if let Some(former) = play.world.talks[talk].assignee.take() {
        play.world
            .news
            .extend([News::Unassigned(talk, former), News::Talk(talk)]);
    }
    Ok(())
}

pub async fn execution(play: &mut Play<'_>) -> Outcome {
    let talk = play.chance.below(play.world.talks.len());
    let status = play.chance.pick(&[
        "running", "waiting", "handoff", "handoff", "failed", "ended", "ended",
    ]);
    play.doing = format!("the automation of conversation {talk} is {status}");
    let (id, nth) = (play.world.talks[talk].id, play.world.project_of(talk));
    let project = &play.world.projects[nth];
    let mut tx = play.house.db().begin().await.unwrap();
    execution::start(
        &mut tx,
        project.id,
        project.workflow,
        id,
        status,
        Timestamp::now(),
    )
    .await
    .unwrap();
    play.tell(tx, nth, &[Event::Conversation(id)]).await;
    play.world.talks[talk].execution = Some(status);
    play.world.news.push(News::Talk(talk));
    Ok(())
}

/// A contact comes to a customer, or to none.
pub async fn give(play: &mut Play<'_>) -> Outcome {
    let contact = play.chance.below(play.world.contacts.len());
    let project = play.world.contacts[contact].project;
    let customers = World::all(&play.world.customers, |customer| {
        customer.project == project
    });
    let customer = (!play.chance.one_in(3)).then(|| play.chance.pick(&customers));
    play.doing = format!("contact {contact} is given to customer {customer:?}");
    let id = play.world.contacts[contact].id;
    let to = customer.map(|customer| play.world.customers[customer].id);
    let talks = World::all(&play.world.talks, |talk| talk.contact == contact);
    let events = talks
        .iter()
        .map(|talk| Event::Conversation(play.world.talks[*talk].id));
    let events: Vec<Event> = events.collect();
    let mut tx = play.house.db().begin().await.unwrap();
    contact::set_customer(&mut tx, id, to, Timestamp::now())
        .await
        .unwrap();
    play.tell(tx, project, &events).await;
    play.world.contacts[contact].customer = customer;
    play.world.news.extend(talks.into_iter().map(News::Talk));
    Ok(())
}

impl Play<'_> {
    /// Ends a transaction as the rooms do.
    async fn tell(&self, mut tx: Tx, project: usize, events: &[Event]) {
        let project: ProjectId = self.world.projects[project].id;
        event::append(&mut tx, project, events, Timestamp::now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.house.state.live.wake(project);
    }
}
