//! Files at the door: who gets them, in which pieces, and that nothing in them can act.

use super::{Scene, header, picture};
use crate::support::base::Base;
use crate::support::on_both;
use app::domain::id::MediaId;
use image::ImageFormat;
use server::access::token::Token;
use server::access::viewer::Scope;

on_both!(
    only_who_sees_the_conversation_gets_its_files,
    a_file_comes_whole_or_in_pieces,
    a_lying_file_is_a_download_that_can_do_nothing,
    a_harmless_type_is_shown_in_the_page,
    a_name_that_deceives_is_made_harmless,
);

async fn only_who_sees_the_conversation_gets_its_files(base: Base) {
    let scene = Scene::new(base).await;
    let id = scene
        .stored("audio", b"ID3 la la la", "audio/mpeg", "a.mp3")
        .await;
    let company = &scene.street.house.company;
    let elsewhere = company.number("20002", None).await;
    let uma = company.user("Uma").await;
    let stranger = scene.street.house.stranger().await;
    let unknown = scene.file(MediaId::new()).await;
    assert_eq!(unknown.status(), 404);
    let unknown = unknown.text().await.unwrap();
    for (token, status) in [
        (company.embed(Scope::Project, None).await, 200),
        (company.embed(Scope::Number(elsewhere), None).await, 404),
        (company.embed(Scope::Project, Some(uma)).await, 404),
        (stranger.company.embed(Scope::Project, None).await, 404),
        (Token::random(), 401),
    ] {
        let path = format!("/embed/{}?media={id}", token.reveal());
        let answer = scene.street.house.get(&path).send().await.unwrap();
        assert_eq!(answer.status(), status);
        let text = answer.text().await.unwrap();
        assert_eq!(status == 404, text == unknown, "{text}");
    }
    scene.street.house.revoke(scene.token()).await;
    assert_eq!(scene.file(id).await.status(), 401);
}

async fn a_file_comes_whole_or_in_pieces(base: Base) {
    let scene = Scene::new(base).await;
    let bytes: Vec<u8> = b"ID3"
        .iter()
        .copied()
        .chain((0..=255).cycle().take(300_000))
        .collect();
    let id = scene.stored("audio", &bytes, "audio/mpeg", "a.mp3").await;
    let ask = async |range: &str| {
        let request = scene.get(&format!("?media={id}")).header("range", range);
        request.send().await.unwrap()
    };
    let whole = scene.file(id).await;
    let length = bytes.len().to_string();
    assert_eq!(header(&whole, "content-length"), length);
    assert_eq!(header(&whole, "accept-ranges"), "bytes");
    let tag = header(&whole, "etag").to_owned();
    assert_eq!(whole.bytes().await.unwrap(), bytes);
    for (range, piece) in [
        ("bytes=0-9", 0..10),
        ("bytes=200000-", 200_000..bytes.len()),
        ("bytes=-5", bytes.len() - 5..bytes.len()),
    ] {
        let answer = ask(range).await;
        assert_eq!(answer.status(), 206, "{range}");
        let told = format!("bytes {}-{}/{length}", piece.start, piece.end - 1);
        assert_eq!(header(&answer, "content-range"), told);
        assert_eq!(answer.bytes().await.unwrap(), bytes[piece]);
    }
    let beyond = ask("bytes=400000-").await;
    assert_eq!(beyond.status(), 416);
    assert_eq!(
        header(&beyond, "content-range"),
        format!("bytes */{length}")
    );
    let other = scene
        .get(&format!("?media={id}"))
        .header("range", "bytes=0-9");
    let other = other
        .header("if-range", "\"another\"")
        .send()
        .await
        .unwrap();
    assert_eq!(other.status(), 200);
    let same = scene
        .get(&format!("?media={id}"))
        .header("range", "bytes=0-9");
    assert_eq!(
        same.header("if-range", tag).send().await.unwrap().status(),
        206
    );
    let url = format!(
        "{}/embed/{}?media={id}",
        scene.street.house.url,
        scene.token().reveal()
    );
    let head = scene.street.house.http.head(url).send().await.unwrap();
    assert_eq!(
        (head.status().as_u16(), header(&head, "content-length")),
        (200, &*length)
    );
}

async fn a_lying_file_is_a_download_that_can_do_nothing(base: Base) {
    let scene = Scene::new(base).await;
    let page = b"<!doctype html><script>alert(1)</script>".repeat(50);
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for (kind, bytes, told, name) in [
        ("image", page.as_slice(), "image/jpeg", "a.jpg"),
        ("image", svg, "image/svg+xml", "a.svg"),
        ("document", page.as_slice(), "text/html", "a.html"),
        ("document", page.as_slice(), "text/plain", "a.txt"),
        ("document", b"%PDF-1.4 and more", "application/pdf", "a.pdf"),
        ("document", b"PK\x03\x04 and more", "image/png", "a.png"),
        ("audio", page.as_slice(), "audio/ogg; codecs=opus", "a.ogg"),
    ] {
        let id = scene.stored(kind, bytes, told, name).await;
        let request = scene.get(&format!("?media={id}"));
        let answer = request
            .header("accept-encoding", "br, gzip")
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{told}");
        let served = header(&answer, "content-type");
        assert!(
            ["application/octet-stream", "application/pdf"].contains(&served),
            "{served}"
        );
        assert!(header(&answer, "content-disposition").starts_with("attachment; "));
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            (
                "content-security-policy",
                "sandbox; default-src 'none'; frame-ancestors 'none'",
            ),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("cache-control", "private, no-store"),
            ("referrer-policy", "no-referrer"),
            ("content-encoding", ""),
        ] {
            assert_eq!(header(&answer, name), value, "{name} of {told}");
        }
        assert_eq!(answer.bytes().await.unwrap(), bytes);
    }
}

async fn a_harmless_type_is_shown_in_the_page(base: Base) {
    let scene = Scene::new(base).await;
    let png = picture(4, 3, ImageFormat::Png);
    // What the bytes are counts, not what was told.
    let id = scene.stored("image", &png, "text/html", "a.html").await;
    let answer = scene.file(id).await;
    assert_eq!(header(&answer, "content-type"), "image/png");
    assert!(header(&answer, "content-disposition").starts_with("inline; "));
    let answer = scene
        .get(&format!("?media={id}&download=1"))
        .send()
        .await
        .unwrap();
    assert!(header(&answer, "content-disposition").starts_with("attachment; "));
}

async fn a_name_that_deceives_is_made_harmless(base: Base) {
    let scene = Scene::new(base).await;
    let name = "../Größe\u{202e}fdp.exe\r\nSet-Cookie: a=b\";x=\"";
    let id = scene
        .stored("document", b"%PDF-1.4", "application/pdf", name)
        .await;
    let answer = scene.file(id).await;
    assert_eq!(header(&answer, "set-cookie"), "");
    assert_eq!(
        header(&answer, "content-disposition"),
        "attachment; filename=\"Gr__efdp.exeSet-Cookie: a=b_;x=_\"; \
         filename*=UTF-8''Gr%C3%B6%C3%9Fefdp.exeSet-Cookie%3A%20a%3Db%22%3Bx%3D%22"
    );
}
