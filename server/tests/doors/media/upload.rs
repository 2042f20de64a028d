//! Files that are to be sent: what WhatsApp would not take is refused here, in words, and leaves nothing.

use super::{Scene, Upload, answer, picture};
use crate::support::base::Base;
use crate::support::on_both;
use crate::support::patience::{eventually, soon};
use crate::support::phone::{ANA, Street};
use app::domain::file::{limit, types};
use app::domain::id::{ConversationId, MediaId, MessageId, ProjectId};
use app::domain::message::Kind;
use app::domain::time::{DAY, Timestamp};
use bytes::Bytes;
use futures::{StreamExt, stream};
use image::ImageFormat;
use sandbox::{Fault, FaultKind};
use serde_json::json;
use server::access::token::Token;
use server::access::viewer::Scope;
use server::media::Chunks;
use server::media::take::{Pace, Taken, take};
use server::store::media::{Kept, loose};
use server::store::{media, sql};
use server::work::housekeeping::remove_loose;
use server::work::send_file::{Sendable, for_sending};
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

on_both!(
    a_file_is_taken_once_however_often_it_comes,
    an_upload_is_for_a_conversation_that_one_sees,
    one_byte_more_than_whatsapp_takes_is_refused,
    what_whatsapp_does_not_take_as_this_kind_is_refused,
    an_upload_that_breaks_off_leaves_nothing,
    what_is_never_sent_goes_after_a_day,
    a_file_is_claimed_by_one_message_and_uploaded_once,
    a_project_does_not_fill_the_disk,
    many_embeds_of_a_project_have_one_share_of_the_disk,
    an_upload_that_is_too_slow_is_given_up,
    what_a_crash_has_left_goes_after_a_day,
    a_file_that_was_given_up_gets_no_row,
);

async fn a_file_is_taken_once_however_often_it_comes(base: Base) {
    let scene = Scene::new(base).await;
    let upload = scene.pdf();
    let (first, again) = tokio::join!(answer(scene.put(&upload)), answer(scene.put(&upload)));
    assert_eq!(first, again);
    let (status, file) = answer(scene.put(&upload)).await;
    assert_eq!(status, 200, "{file}");
    assert_eq!(file["id"], json!(upload.id));
    assert_eq!(file["name"], "Price list.pdf");
    assert_eq!(file["mime_type"], "application/pdf");
    assert_eq!(file["bytes"], 8);
    assert_eq!(file["state"], "stored");
    eventually("one file lies there", async || {
        (scene.street.house.files() == 1).then_some(())
    })
    .await;
    let other = scene.street.greeted_by("16505550002").await;
    let taken = Upload {
        talk: other,
        ..upload
    };
    assert_eq!(answer(scene.put(&taken)).await.0, 409);
}

async fn an_upload_is_for_a_conversation_that_one_sees(base: Base) {
    let scene = Scene::new(base).await;
    let company = &scene.street.house.company;
    let uma = company.user("Uma").await;
    let stranger = scene.street.house.stranger().await;
    let upload = scene.pdf();
    let nowhere = Upload {
        talk: ConversationId::new(),
        ..upload.clone()
    };
    let unknown = answer(scene.put(&nowhere)).await;
    assert_eq!(unknown.0, 404);
    for token in [
        company.embed(Scope::Project, Some(uma)).await,
        stranger.company.embed(Scope::Project, None).await,
    ] {
        assert_eq!(answer(upload.to(&scene.street, &token)).await, unknown);
    }
    let request = upload.to(&scene.street, &Token::random());
    assert_eq!(answer(request).await.0, 401);
    assert_eq!(scene.street.house.files(), 0);
    // Another's id is no way in.
    assert_eq!(answer(scene.put(&upload)).await.0, 200);
    let token = stranger.company.embed(Scope::Project, None).await;
    let number = stranger.company.number("30003", None).await;
    let contact = stranger.company.contact("Bo", "16505550003").await;
    let theirs = stranger.company.conversation(number, contact).await;
    let upload = Upload {
        talk: theirs,
        ..upload
    };
    assert_eq!(answer(upload.to(&scene.street, &token)).await.0, 409);
}

async fn one_byte_more_than_whatsapp_takes_is_refused(base: Base) {
    let scene = Scene::new(base).await;
    let webp = |flags: u8| [b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0".as_slice(), &[flags]].concat();
    let ogg = b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead".to_vec();
    for (kind, word, head, most) in [
        (Kind::Image, "image", b"\xff\xd8\xff".to_vec(), 5 << 20),
        (Kind::Voice, "voice", ogg, 16 << 20),
        (Kind::Sticker, "sticker", webp(2), 500 << 10),
        (Kind::Sticker, "sticker", webp(0), 100 << 10),
    ] {
        let mut bytes = head;
        bytes.resize(most, 0);
        let mut upload = Upload {
            kind: word,
            name: "a",
            mime_type: types(kind)[0],
            bytes,
            ..scene.pdf()
        };
        let (status, file) = answer(scene.put(&upload)).await;
        assert_eq!(status, 200, "{word}: {file}");
        upload.id = MediaId::new();
        upload.bytes.push(0);
        let (status, problem) = answer(scene.put(&upload)).await;
        assert_eq!(status, 413, "{word}: {problem}");
        assert!(
            problem["error"].as_str().unwrap().starts_with("file: "),
            "{problem}"
        );
        if most > 1 << 20 {
            continue;
        }
        // Nor when it does not say how much comes.
        let bytes = Bytes::from(upload.bytes.clone());
        let unsaid = stream::once(async { Ok::<_, io::Error>(bytes) });
        let request = scene.put(&upload).body(reqwest::Body::wrap_stream(unsaid));
        assert_eq!(answer(request).await.0, 413, "{word}");
    }
    // That a document is too large is known before it comes.
    let head = format!(
        "PUT /embed/{}/media/{}?conversation={}&kind=document HTTP/1.1\r\nhost: a\r\n\
         content-type: application/pdf\r\ncontent-length: {}\r\n\r\n",
        scene.token().reveal(),
        MediaId::new(),
        scene.talk,
        limit(Kind::Document) + 1
    );
    let address = scene.street.house.state.config.listen;
    let mut socket = TcpStream::connect(address).await.unwrap();
    socket.write_all(head.as_bytes()).await.unwrap();
    let mut line = [0; 12];
    soon("an answer", socket.read_exact(&mut line))
        .await
        .unwrap();
    assert_eq!(&line, b"HTTP/1.1 413");
    eventually("none of the refused is left", async || {
        (scene.street.house.files() == 4).then_some(())
    })
    .await;
}

async fn what_whatsapp_does_not_take_as_this_kind_is_refused(base: Base) {
    let scene = Scene::new(base).await;
    let png = picture(4, 3, ImageFormat::Png);
    for (kind, bytes, mime_type, name, status) in [
        ("image", b"<html>".to_vec(), "image/jpeg", "a.jpg", 415),
        ("image", b"<svg/>".to_vec(), "image/svg+xml", "a.svg", 415),
        ("document", png.clone(), "application/pdf", "a.pdf", 415),
        ("document", b"<html>".to_vec(), "text/html", "a.html", 415),
        (
            "document",
            b"\xff\xfe\0".to_vec(),
            "text/plain",
            "a.txt",
            415,
        ),
        ("voice", b"ID3 la la".to_vec(), "audio/ogg", "a.ogg", 415),
        ("document", Vec::new(), "application/pdf", "a.pdf", 422),
        ("hologram", png.clone(), "image/png", "a.png", 422),
        (
            "document",
            "Straße".as_bytes().to_vec(),
            "text/plain",
            "a.txt",
            200,
        ),
        ("image", png, "image/jpeg", "a.jpg", 200),
    ] {
        let upload = Upload {
            id: MediaId::new(),
            kind,
            bytes,
            mime_type,
            name,
            ..scene.pdf()
        };
        let (answered, told) = answer(scene.put(&upload)).await;
        assert_eq!(answered, status, "{kind} {mime_type} {name}: {told}");
    }
    eventually("none of the refused is left", async || {
        (scene.street.house.files() == 2).then_some(())
    })
    .await;
}

async fn an_upload_that_breaks_off_leaves_nothing(base: Base) {
    let scene = Scene::new(base).await;
    let begun = stream::once(async { Ok::<_, io::Error>(Bytes::from(vec![b'%'; 200_000])) });
    let never = begun.chain(stream::pending());
    let request = scene
        .put(&scene.pdf())
        .body(reqwest::Body::wrap_stream(never))
        .send();
    assert!(
        tokio::time::timeout(Duration::from_millis(300), request)
            .await
            .is_err()
    );
    eventually("nothing is left", async || {
        (scene.street.house.files() == 0).then_some(())
    })
    .await;
    assert_eq!(
        scene.street.house.count("select count(*) from media").await,
        0
    );
}

async fn what_is_never_sent_goes_after_a_day(base: Base) {
    let scene = Scene::new(base).await;
    let upload = scene.pdf();
    assert_eq!(answer(scene.put(&upload)).await.0, 200);
    let db = scene.street.house.db();
    let now = Timestamp::now();
    let day = now.plus(-DAY);
    assert_eq!(media::remove_unsent(db, day, now).await.unwrap(), 0);
    sql("update media set created_at = $1")
        .bind(day.plus(-1))
        .run(db)
        .await
        .unwrap();
    assert_eq!(media::remove_unsent(db, day, now).await.unwrap(), 1);
    assert_eq!(scene.file(upload.id).await.status(), 404);
    // Its row is gone, and the file goes with the next round, even if this one dies here.
    remove_loose(&scene.street.house.state, now).await.unwrap();
    assert_eq!(scene.street.house.files(), 0);
    assert_eq!(scene.loose().await, 0);
}

async fn a_file_is_claimed_by_one_message_and_uploaded_once(base: Base) {
    let scene = Scene::new(base).await;
    let house = &scene.street.house;
    let upload = scene.pdf();
    assert_eq!(answer(scene.put(&upload)).await.0, 200);
    let (project, talk) = (house.company.project, scene.talk);
    let number = sql("select number_id from conversations where id = $1").bind(talk);
    let (number,): (uuid::Uuid,) = number.one(house.db()).await.unwrap();
    let message = house
        .company
        .hears(number.into(), talk, "With a file")
        .await;
    let claim = async |talk: ConversationId, message: MessageId| {
        let mut tx = house.db().begin().await.unwrap();
        let file = media::claim_for_message(&mut tx, project, talk, upload.id, message)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        file
    };
    assert_eq!(claim(ConversationId::new(), message).await, None);
    assert_eq!(claim(talk, message).await.unwrap().id, upload.id);
    assert_eq!(claim(talk, message).await, None);

    let state = &house.state;
    let faults = scene.street.sandbox.faults();
    faults.add(Fault::new(FaultKind::Upload).code(131_016).times(1));
    let tried = for_sending(state, upload.id, project).await.unwrap();
    assert!(
        matches!(tried, Sendable::TryAgain(ref failure) if failure.code == 131_016),
        "{tried:?}"
    );
    faults.add(Fault::new(FaultKind::Upload).code(131_053).times(1));
    let tried = for_sending(state, upload.id, project).await.unwrap();
    assert!(
        matches!(tried, Sendable::Refused(ref failure) if failure.code == 131_053),
        "{tried:?}"
    );
    let Sendable::Ready(id) = for_sending(state, upload.id, project).await.unwrap() else {
        panic!("it is not ready");
    };
    let url = format!("{}/sandbox/media/{id}", scene.street.sandbox.url());
    let there = house.http.get(url).send().await.unwrap();
    assert_eq!(there.headers()["content-type"], "application/pdf");
    assert_eq!(there.bytes().await.unwrap(), upload.bytes);
    let again = for_sending(state, upload.id, project).await.unwrap();
    assert_eq!(again, Sendable::Ready(id.clone()));
    media::forget_at_whatsapp(house.db(), upload.id)
        .await
        .unwrap();
    let anew = for_sending(state, upload.id, project).await.unwrap();
    assert!(matches!(anew, Sendable::Ready(new) if new != id));
    let gone = for_sending(state, MediaId::new(), project).await.unwrap();
    assert!(matches!(gone, Sendable::Refused(_)));
}

async fn a_project_does_not_fill_the_disk(base: Base) {
    let scene = Scene::new(base).await;
    let upload = scene.pdf();
    assert_eq!(answer(scene.put(&upload)).await.0, 200);
    let full = sql("update media set byte_size = $1").bind((1_i64 << 30) - 4);
    full.run(scene.street.house.db()).await.unwrap();
    let more = Upload {
        id: MediaId::new(),
        ..upload
    };
    let (status, problem) = answer(scene.put(&more)).await;
    assert_eq!(status, 429);
    assert!(problem["error"].as_str().unwrap().contains("not sent"));
}

/// Each of them says nothing of how much will come, and so may bring 100 MB.
async fn many_embeds_of_a_project_have_one_share_of_the_disk(base: Base) {
    let scene = Scene::new(base).await;
    let house = &scene.street.house;
    let mut tokens = Vec::new();
    for _ in 0..4 {
        tokens.push(house.company.embed(Scope::Project, None).await);
    }
    let endless = |token: &Token| {
        let begun = stream::once(async { Ok::<_, io::Error>(Bytes::from_static(b"%PDF-1.4")) });
        let body = reqwest::Body::wrap_stream(begun.chain(stream::pending()));
        let upload = Upload {
            id: MediaId::new(),
            ..scene.pdf()
        };
        let request = upload.to(&scene.street, token).body(body);
        tokio::spawn(async move { answer(request).await })
    };
    let under_way: Vec<_> = (0..10).map(|nth| endless(&tokens[nth % 4])).collect();
    eventually("ten are under way", async || {
        (scene.loose().await == 10).then_some(())
    })
    .await;
    let (status, problem) = endless(&tokens[0]).await.unwrap();
    assert_eq!(status, 429, "{problem}");
    assert!(problem["error"].as_str().unwrap().contains("not sent"));
    // A small one still finds room, and another project has a share of its own.
    assert_eq!(answer(scene.put(&scene.pdf())).await.0, 200);
    let project = ProjectId::new();
    assert_eq!(house.state.media.uploads.bytes(project), 0);
    let ours = house.company.project;
    assert_eq!(house.state.media.uploads.bytes(ours), 1000 << 20);
    under_way.iter().for_each(tokio::task::JoinHandle::abort);
    eventually("their places are free again", async || {
        (house.state.media.uploads.bytes(ours) == 0).then_some(())
    })
    .await;
    eventually("and nothing of them is left", async || {
        (scene.loose().await == 0 && house.files() == 1).then_some(())
    })
    .await;
}

async fn an_upload_that_is_too_slow_is_given_up(base: Base) {
    let sender = Pace {
        patience: Duration::from_millis(400),
        slowest: 10_000,
        longest: Duration::from_secs(20),
    };
    let street = Street::new_with(base, |config| config.patience.sender = sender).await;
    let talk = street.greeted_by(ANA).await;
    let scene = Scene { street, talk };
    let drops = |size: usize, pause: u64, count: usize| {
        let drops = stream::iter(0..count).then(move |nth| async move {
            tokio::time::sleep(Duration::from_millis(pause)).await;
            let head: &[u8] = if nth == 0 { b"%PDF-1.4" } else { b"" };
            Ok::<_, io::Error>(Bytes::from([head, &vec![b' '; size]].concat()))
        });
        let upload = Upload {
            id: MediaId::new(),
            ..scene.pdf()
        };
        let body = reqwest::Body::wrap_stream(drops);
        answer(scene.put(&upload).body(body))
    };
    // Never silent for long, and yet it would take a place for ever.
    let (status, problem) = drops(10, 50, 1000).await;
    let error = "file: it came too slowly and was given up";
    assert_eq!((status, &problem["error"]), (408, &json!(error)));
    // What goes on at a fair pace may take longer than the patience.
    let (status, file) = drops(5_000, 100, 10).await;
    assert_eq!(status, 200, "{file}");
    eventually("only that one is left", async || {
        (scene.loose().await == 0 && scene.street.house.files() == 1).then_some(())
    })
    .await;
}

async fn what_a_crash_has_left_goes_after_a_day(base: Base) {
    let scene = Scene::new(base).await;
    let state = &scene.street.house.state;
    let kept = scene.pdf();
    assert_eq!(answer(scene.put(&kept)).await.0, 200);
    // The file is in its place, and the process ends before it has a row: nobody drops anything.
    let taken = take(&state.media, pieces(), 100).await.unwrap();
    std::mem::forget(taken);
    let under_way = take(&state.media, pieces(), 100).await.unwrap();
    assert_eq!(scene.street.house.files(), 3);
    let now = Timestamp::now();
    remove_loose(state, now).await.unwrap();
    assert_eq!(scene.street.house.files(), 3, "all of them are new");
    sql("update loose_files set since = $1 where key <> $2")
        .bind(now.plus(-DAY - 1))
        .bind(under_way.key())
        .run(&state.db)
        .await
        .unwrap();
    remove_loose(state, now).await.unwrap();
    assert_eq!(scene.street.house.files(), 2);
    assert_eq!(scene.loose().await, 1);
    assert_eq!(scene.file(kept.id).await.status(), 200);
}

/// Should one ever take so long that it is being deleted already, no row points at nothing.
async fn a_file_that_was_given_up_gets_no_row(base: Base) {
    let scene = Scene::new(base).await;
    let (state, project) = (
        &scene.street.house.state,
        scene.street.house.company.project,
    );
    let add = async |taken: &Taken| {
        let kept = Kept {
            key: taken.key().to_owned(),
            mime_type: "application/pdf".to_owned(),
            bytes: taken.bytes,
            ..Kept::default()
        };
        let upload = media::Upload {
            id: MediaId::new(),
            project,
            conversation: Some(scene.talk),
            kind: Kind::Document,
            name: None,
            kept: &kept,
        };
        let mut tx = state.db.begin().await.unwrap();
        let added = media::add_upload(&mut tx, upload, Timestamp::now()).await;
        if added.is_ok() {
            tx.commit().await.unwrap();
        } else {
            tx.rollback().await.unwrap();
        }
        added
    };
    let late = take(&state.media, pieces(), 100).await.unwrap();
    remove_loose(state, Timestamp::now().plus(2 * DAY))
        .await
        .unwrap();
    assert_eq!(scene.street.house.files(), 0);
    assert!(add(&late).await.is_err());
    // Whoever has committed and is gone before hearing of it loses nothing: the row says whose the file is.
    let unheard = take(&state.media, pieces(), 100).await.unwrap();
    assert!(add(&unheard).await.unwrap());
    assert!(!loose::condemn(&state.db, unheard.key()).await.unwrap());
    drop(unheard);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(scene.street.house.files(), 1);
}

fn pieces() -> Chunks {
    stream::once(async { Ok(Bytes::from_static(b"%PDF-1.4")) }).boxed()
}

impl Scene {
    /// Files that no message and no upload has.
    async fn loose(&self) -> i64 {
        let house = &self.street.house;
        house.count("select count(*) from loose_files").await
    }

    fn pdf(&self) -> Upload {
        Upload {
            id: MediaId::new(),
            talk: self.talk,
            kind: "document",
            name: "Price list.pdf",
            mime_type: "application/pdf",
            bytes: b"%PDF-1.4".to_vec(),
        }
    }
}
