//! What viewers do with a conversation as a whole.

use super::super::difference::{Outcome, same, says};
use super::super::play::Play;
use super::super::world::News;
use super::unseen;
use serde_json::json;

pub async fn read(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    play.doing = format!("embed {viewer} has seen conversation {talk}");
    let question = json!({"id": play.world.talks[talk].id});
    if play
        .told(viewer, "conversations/read", &question)
        .await?
        .is_some()
        && std::mem::take(&mut play.world.talks[talk].unread) > 0
    {
        play.world.news.push(News::Talk(talk));
    }
    Ok(())
}

/// A person takes over from an automation, or gives back to it; where there is nothing to take or give, it is 409.
pub async fn turn(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    let takes = play.chance.one_in(2);
    let (function, before, after) = if takes {
        (
            "executions/hand_off",
            &["running", "waiting"][..],
            "handoff",
        )
    } else {
        ("executions/resume", &["handoff"][..], "waiting")
    };
    play.doing = format!("embed {viewer} asks {function} of conversation {talk}");
    let question = json!({"id": play.world.talks[talk].id});
    let Some(answer) = play.ask(viewer, function, &question).await? else {
        return Ok(());
    };
    let execution = play.world.talks[talk].execution;
    if !execution.is_some_and(|status| before.contains(&status)) {
        return same("the status", answer.status, 409);
    }
    same("the status", answer.status, 200)?;
    play.world.talks[talk].execution = Some(after);
    play.world.news.push(News::Talk(talk));
    says("the conversation", &answer.json(), &play.world.row(talk))
}

/// One that is ended cannot be reopened beside another of the same number and contact that is active.
pub async fn status(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    let active = play.chance.one_in(3);
    let word = if active { "active" } else { "ended" };
    play.doing = format!("embed {viewer} makes conversation {talk} {word}");
    let question = json!({"id": play.world.talks[talk].id, "status": word});
    let Some(answer) = play.ask(viewer, "conversations/status", &question).await? else {
        return Ok(());
    };
    let here = &play.world.talks[talk];
    let rival =
        play.world.talks.iter().any(|there| {
            there.active && (there.number, there.contact) == (here.number, here.contact)
        });
    if active && !here.active && rival {
        return same("the status", answer.status, 409);
    }
    same("the status", answer.status, 200)?;
    if here.active != active {
        play.world.talks[talk].active = active;
        play.world.news.push(News::Talk(talk));
    }
    says("the conversation", &answer.json(), &play.world.row(talk))
}
