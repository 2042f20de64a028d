//! Files that viewers upload, and who gets them by their ids.

use super::super::difference::{Outcome, same};
use super::super::play::Play;
use super::super::world::{File, Thing};
use app::domain::id::{ConversationId, MediaId};

/// Into any conversation at all, seen or not.
pub async fn upload(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let talk = play.chance.below(play.world.talks.len());
    let sees = play.world.visible(viewer).contains(&talk);
    let text = format!("List of {}", play.world.known.word(Thing::Talk(talk)));
    let id = MediaId::new();
    play.doing = format!("embed {viewer} uploads {text:?} into conversation {talk}");
    let Some(answer) = play
        .upload(viewer, id, play.world.talks[talk].id, &text)
        .await?
    else {
        play.world.known.forget(&text);
        return Ok(());
    };
    if !sees {
        play.world.known.forget(&text);
        let unknown = play
            .upload(viewer, MediaId::new(), ConversationId::new(), &text)
            .await?;
        let Some(unknown) = unknown else {
            return Ok(());
        };
        same("the status", answer.status, 404)?;
        return same("foreign beside unknown", answer.plain(), unknown.plain());
    }
    same("the status", answer.status, 200)?;
    play.world.known.id(id.uuid(), Thing::Talk(talk));
    play.world.files.push(File { id, talk, text });
    Ok(())
}

pub async fn fetch(play: &mut Play<'_>) -> Outcome {
    if play.world.files.is_empty() {
        return upload(play).await;
    }
    let viewer = play.viewer();
    let nth = play.chance.below(play.world.files.len());
    let (id, talk) = (play.world.files[nth].id, play.world.files[nth].talk);
    let sees = play.world.visible(viewer).contains(&talk);
    play.doing = format!("embed {viewer} asks for file {nth}, of conversation {talk}");
    let Some(answer) = play.page(viewer, &[("media", id.to_string())]).await? else {
        return Ok(());
    };
    if sees {
        same("the status", answer.status, 200)?;
        return same(
            "the file",
            &answer.body[..],
            play.world.files[nth].text.as_bytes(),
        );
    }
    let unknown = [("media", MediaId::new().to_string())];
    let Some(unknown) = play.page(viewer, &unknown).await? else {
        return Ok(());
    };
    same("the status", answer.status, 404)?;
    same("foreign beside unknown", answer.plain(), unknown.plain())
}
