//! Files of messages: uploaded once, and sent where they were uploaded.

use super::*;

on_both!(
    files_are_sent_once_and_only_where_they_were_uploaded,
    an_uploaded_file_reaches_the_phone_in_every_place_it_can_stand,
);

async fn files_are_sent_once_and_only_where_they_were_uploaded(base: Base) {
    let street = Street::new(base).await;
    let (ana, bo) = (street.greeted_by(ANA).await, street.greeted_by(BO).await);
    let missing = (
        404,
        json!({"missing": "file: there is no such file to send"}),
    );
    let file = |kind, media| {
        Body::File(FileDraft {
            kind,
            media,
            caption: String::new(),
        })
    };
    let unknown = street
        .send_body(ana, MessageId::new(), &file(Kind::Image, MediaId::new()))
        .await;
    assert_eq!(unknown, missing);
    let media = street.has_uploaded(ana, Kind::Image, "image/png").await;
    let image = file(Kind::Image, media);
    assert_eq!(
        street.send_body(bo, MessageId::new(), &image).await,
        missing
    );
    assert_eq!(
        street
            .send_body(ana, MessageId::new(), &file(Kind::Video, media))
            .await
            .0,
        422
    );
    let id = MessageId::new();
    assert_eq!(street.send_body(ana, id, &image).await.0, 200);
    assert_eq!(street.send_body(ana, id, &image).await.0, 200);
    assert_eq!(
        street.send_body(ana, MessageId::new(), &image).await,
        missing
    );
    // Two at once: one of them has it.
    let media = street
        .has_uploaded(ana, Kind::Document, "application/pdf")
        .await;
    let paper = file(Kind::Document, media);
    let (one, other) = tokio::join!(
        street.send_body(ana, MessageId::new(), &paper),
        street.send_body(ana, MessageId::new(), &paper),
    );
    let mut both = [one.0, other.0];
    both.sort_unstable();
    assert_eq!(both, [200, 404]);
    let header = |media| {
        let mut all = question(buttons(&["Yes"]));
        all.header = Some(HeaderDraft::File(Kind::Document, media));
        Body::Interactive(Box::new(all))
    };
    assert_eq!(
        street
            .send_body(ana, MessageId::new(), &header(media))
            .await,
        missing
    );
    let media = street
        .has_uploaded(ana, Kind::Document, "application/pdf")
        .await;
    assert_eq!(
        street
            .send_body(ana, MessageId::new(), &header(media))
            .await
            .0,
        200
    );
}

async fn an_uploaded_file_reaches_the_phone_in_every_place_it_can_stand(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let mut question = question(buttons(&["Yes"]));
    question.header = Some(HeaderDraft::File(
        Kind::Document,
        street.uploads(talk, Kind::Document).await,
    ));
    let invoice = TemplateDraft {
        name: "invoice_ready".to_owned(),
        language: "en_US".to_owned(),
        values: ["first_name", "order"]
            .map(|name| (format!("body.{name}"), "Mara".to_owned()))
            .to_vec(),
        file: Some(street.uploads(talk, Kind::Document).await),
        place: None,
    };
    let file = FileDraft {
        kind: Kind::Document,
        media: street.uploads(talk, Kind::Document).await,
        caption: "As promised".to_owned(),
    };
    for (body, place) in [
        (Body::File(file), "/document"),
        (
            Body::Interactive(Box::new(question)),
            "/interactive/header/document",
        ),
        (
            Body::Template(Box::new(invoice)),
            "/template/components/0/parameters/0/document",
        ),
    ] {
        let id = MessageId::new();
        let (status, answer) = street.send_body(talk, id, &body).await;
        assert_eq!(status, 200, "{place}: {answer}");
        let sent = street.taken_as(id).await;
        let node = sent.pointer(place).unwrap();
        assert_eq!(node["filename"], "notes.txt", "{sent}");
        let url = format!(
            "{}/sandbox/media/{}",
            street.sandbox.url(),
            node["id"].as_str().unwrap()
        );
        let there = street.house.http.get(url).send().await.unwrap();
        assert_eq!(there.text().await.unwrap(), "Tyres at 4 bar");
        street.reaches(talk, id, "read").await;
    }
}
