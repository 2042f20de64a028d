//! Files that are to be sent: what WhatsApp would not take is refused here, in words, and leaves nothing.

use super::{Scene, Upload, answer, picture};
use crate::support::base::Base;
use crate::support::on_both;
use crate::support::patience::{eventually, soon};
use app::domain::file::{limit, types};
use app::domain::id::{ConversationId, MediaId, MessageId};
use app::domain::message::Kind;
use app::domain::time::{DAY, Timestamp};
use bytes::Bytes;
use futures::{StreamExt, stream};
use image::ImageFormat;
use sandbox::{Fault, FaultKind};
use serde_json::json;
use server::access::token::Token;
use server::access::viewer::Scope;
use server::store::{media, sql};
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
    let day = Timestamp::now().plus(-DAY);
    assert!(media::remove_unsent(db, day).await.unwrap().is_empty());
    sql("update media set created_at = $1")
        .bind(day.plus(-1))
        .run(db)
        .await
        .unwrap();
    assert_eq!(media::remove_unsent(db, day).await.unwrap().len(), 1);
    assert_eq!(scene.file(upload.id).await.status(), 404);
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

impl Scene {
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
