//! What customers send is fetched, whatever goes wrong on the way, or it is said why it is not.

use super::{Scene, picture};
use crate::support::base::Base;
use crate::support::on_both;
use crate::support::patience::eventually;
use crate::support::phone::{ANA, NUMBER};
use app::domain::time::{DAY, SECOND, Timestamp};
use image::ImageFormat;
use sandbox::{Fault, FaultKind};
use serde_json::json;
use server::store::sql;

on_both!(
    a_picture_comes_with_its_size_and_a_small_copy,
    an_address_that_is_too_old_is_asked_for_anew,
    trouble_on_the_way_is_tried_again,
    a_copy_that_is_wrong_is_not_kept,
    a_file_that_stays_wrong_is_given_up,
    what_whatsapp_refuses_for_good_is_not_tried_again,
    what_whatsapp_no_longer_has_has_expired,
    what_is_too_large_is_not_fetched,
    what_a_dead_process_held_is_fetched_by_the_next,
    a_message_that_comes_twice_has_one_file,
);

async fn a_picture_comes_with_its_size_and_a_small_copy(base: Base) {
    let scene = Scene::new(base).await;
    let jpeg = picture(900, 450, ImageFormat::Jpeg);
    let id = scene.sends("image", &jpeg, "image/jpeg", "a.jpg");
    let row = scene.settled(&id).await;
    assert_eq!((row.width, row.height), (Some(900), Some(450)));
    let answer = scene.file(row.id.into()).await;
    assert_eq!(answer.bytes().await.unwrap(), jpeg);
    assert!(row.thumbnail_key.is_some());
    let small = scene.get(&format!("?media={}&size=small", row.id));
    let small = small.send().await.unwrap().bytes().await.unwrap();
    let small = image::load_from_memory(&small).unwrap();
    assert_eq!((small.width(), small.height()), (640, 320));
    assert_eq!(scene.street.house.files(), 2);
    let from = json!({"from": {"conversation": scene.talk, "before": null}});
    let page = scene
        .street
        .house
        .told(scene.token(), "messages/files", from)
        .await;
    assert_eq!(page["rows"].as_array().unwrap().len(), 1);
    assert_eq!(page["rows"][0]["kind"], "image");
}

async fn an_address_that_is_too_old_is_asked_for_anew(base: Base) {
    let scene = Scene::new(base).await;
    let faults = scene.street.sandbox.faults();
    faults.add(Fault::new(FaultKind::Download).http_status(404).times(2));
    let row = scene
        .settled(&scene.sends("document", b"%PDF-1.4", "application/pdf", "a.pdf"))
        .await;
    assert_eq!((row.state.as_str(), row.attempts), ("stored", 1));
    assert_eq!(faults.counts()[0].fired, 2);
}

async fn trouble_on_the_way_is_tried_again(base: Base) {
    let scene = Scene::new(base).await;
    for fault in [
        Fault::new(FaultKind::Lookup).code(131_016),
        Fault::new(FaultKind::Download).http_status(503),
        Fault::new(FaultKind::CutDownload),
        Fault::new(FaultKind::Lookup).code(190),
    ] {
        let faults = scene.street.sandbox.faults();
        faults.clear();
        faults.add(fault.clone().times(1));
        let row = scene
            .settled(&scene.sends("audio", b"ID3 la la la", "audio/mpeg", "a.mp3"))
            .await;
        assert_eq!(
            (row.state.as_str(), row.attempts),
            ("stored", 2),
            "{fault:?}"
        );
    }
    assert_eq!(scene.street.house.files(), 4, "what broke off left nothing");
}

async fn a_copy_that_is_wrong_is_not_kept(base: Base) {
    let scene = Scene::new(base).await;
    scene
        .street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::WrongBytes).times(1));
    let row = scene
        .settled(&scene.sends("audio", b"ID3 la la la", "audio/mpeg", "a.mp3"))
        .await;
    assert_eq!((row.state.as_str(), row.attempts), ("stored", 2));
    assert_eq!(
        scene.file(row.id.into()).await.bytes().await.unwrap(),
        "ID3 la la la"
    );
}

async fn a_file_that_stays_wrong_is_given_up(base: Base) {
    let scene = Scene::new(base).await;
    scene
        .street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::WrongBytes));
    let id = scene.sends("audio", b"ID3 la la la", "audio/mpeg", "a.mp3");
    let row = eventually("it is given up", async || {
        sql("update media set due_at = 0 where state = 'waiting' and due_at < $1")
            .bind(Timestamp::now().plus(20 * SECOND))
            .run(scene.street.house.db())
            .await
            .unwrap();
        scene.row(&id).await.filter(|row| row.state != "waiting")
    })
    .await;
    assert_eq!(row.state, "failed");
    assert!(row.error.unwrap().contains("not what WhatsApp said"));
    let answer = scene.file(row.id.into()).await;
    assert_eq!(answer.status(), 404);
    eventually("nothing is left", async || {
        (scene.street.house.files() == 0).then_some(())
    })
    .await;
}

async fn what_whatsapp_refuses_for_good_is_not_tried_again(base: Base) {
    let scene = Scene::new(base).await;
    scene
        .street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Lookup).code(131_052));
    let row = scene
        .settled(&scene.sends("video", b"\0\0\0\x18ftypisom", "video/mp4", "a.mp4"))
        .await;
    assert_eq!((row.state.as_str(), row.attempts), ("failed", 1));
    assert!(row.error.unwrap().contains("131052"));
}

async fn what_whatsapp_no_longer_has_has_expired(base: Base) {
    let scene = Scene::new(base).await;
    scene
        .street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Lookup).code(100));
    let file = scene
        .street
        .sandbox
        .add_media(b"%PDF-1.4".to_vec(), "application/pdf", "a.pdf");
    let at = Timestamp::now().plus(-8 * DAY).seconds();
    let said = json!({"phone_number_id": NUMBER, "from": ANA, "timestamp": at, "type": "document",
        "document": {"id": file}});
    scene.street.sandbox.customer_sends(said).unwrap();
    let row = scene.settled(&file).await;
    assert_eq!(row.state, "expired");
    let answer = scene.file(row.id.into()).await;
    assert_eq!(answer.status(), 410);
    assert!(answer.text().await.unwrap().contains("any more"));
}

async fn what_is_too_large_is_not_fetched(base: Base) {
    let scene = Scene::new(base).await;
    scene
        .street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::SaidTooLarge));
    let row = scene
        .settled(&scene.sends("document", b"%PDF-1.4", "application/pdf", "a.pdf"))
        .await;
    assert_eq!(row.state, "failed");
    assert!(row.error.unwrap().contains("larger than 100 MB"));
}

async fn what_a_dead_process_held_is_fetched_by_the_next(base: Base) {
    let scene = Scene::new(base).await;
    let faults = scene.street.sandbox.faults();
    faults.add(Fault::new(FaultKind::Lookup).code(131_016).times(1));
    let id = scene.sends("audio", b"ID3 la", "audio/mpeg", "a.mp3");
    eventually("it was tried", async || {
        let row = scene.row(&id).await?;
        (row.attempts == 1 && row.error.is_some()).then_some(())
    })
    .await;
    // As it stands when the process dies with it in its hands, and a minute has passed.
    sql("update media set due_at = $1, error = null where whatsapp_media_id = $2")
        .bind(Timestamp::now().plus(-SECOND))
        .bind(id.as_str())
        .run(scene.street.house.db())
        .await
        .unwrap();
    assert_eq!(scene.settled(&id).await.state, "stored");
}

async fn a_message_that_comes_twice_has_one_file(base: Base) {
    let scene = Scene::new(base).await;
    scene
        .street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::DuplicateWebhooks));
    let id = scene.sends("audio", b"ID3 la la la", "audio/mpeg", "a.mp3");
    scene.settled(&id).await;
    scene.street.house.settle().await;
    assert_eq!(
        scene.street.house.count("select count(*) from media").await,
        1
    );
}
