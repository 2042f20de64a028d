//! In which language a page is, and where its texts are.

use crate::support::base::Base;
use crate::support::desk::{Desk, PASSWORD};
use crate::support::house::House;
use crate::support::on_both;
use reqwest::Method;
use serde_json::json;
use server::access::viewer::Scope;

on_both!(
    an_embeds_page_is_in_its_language_unless_the_address_asks_for_another,
    the_texts_of_a_page_are_small_and_for_ever,
    the_team_reads_what_each_of_them_chose_or_what_their_browser_prefers,
    the_dashboard_is_in_the_chosen_language_and_its_door_in_the_browsers,
    the_inboxs_texts_hold_none_of_the_dashboards,
    a_refusal_is_in_the_browsers_language,
);

async fn html(request: reqwest::RequestBuilder) -> String {
    let page = request.send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once("<html").unwrap();
    rest.split_once('>').unwrap().0.to_owned()
}

async fn an_embeds_page_is_in_its_language_unless_the_address_asks_for_another(base: Base) {
    let house = House::open(base).await;
    let token = house.company.embed(Scope::Project, None).await;
    let path = format!("/embed/{}", token.reveal());
    let plain = html(house.get(&path).header("accept-language", "es")).await;
    assert!(plain.contains(r#"lang="en""#), "{plain}");
    let arabic = html(house.get(&format!("{path}?language=ar&mode=dark"))).await;
    assert!(
        arabic.contains(r#"lang="ar""#) && arabic.contains(r#"dir="rtl""#),
        "{arabic}"
    );
    let unknown = html(house.get(&format!("{path}?language=tlh"))).await;
    assert!(unknown.contains(r#"lang="en""#), "{unknown}");
}

async fn the_texts_of_a_page_are_small_and_for_ever(base: Base) {
    let house = House::open(base).await;
    let token = house.company.embed(Scope::Project, None).await;
    let page = house.get(&format!("/embed/{}?language=pt", token.reveal()));
    let page = page.send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once(r#"href="/pkg/texts/"#).unwrap();
    let path = format!("/pkg/texts/{}", rest.split_once('"').unwrap().0);
    let plain = house.get(&path).send().await.unwrap();
    assert_eq!(plain.headers()["content-type"], "application/json");
    assert_eq!(
        plain.headers()["cache-control"],
        "public, max-age=31536000, immutable"
    );
    assert_eq!(plain.headers()["access-control-allow-origin"], "*");
    let plain = plain.text().await.unwrap();
    assert!(plain.contains("Caixa de entrada") && !plain.contains("Inbox"));
    let small = house.get(&path).header("accept-encoding", "gzip, br");
    let small = small.send().await.unwrap();
    assert_eq!(small.headers()["content-encoding"], "br");
    assert!(small.bytes().await.unwrap().len() * 2 < plain.len());
    assert_eq!(
        house.status_of("/pkg/texts/pt-0000000000000000.json").await,
        404
    );
}

async fn the_team_reads_what_each_of_them_chose_or_what_their_browser_prefers(base: Base) {
    let house = House::open(base).await;
    let desk = Desk::new(&house);
    let email = desk.owner("Olga").await;
    desk.sign_in(&email, PASSWORD).await;
    let inbox = format!("/inbox/{}", house.company.project);
    let page = || {
        desk.request(Method::GET, &inbox)
            .header("accept-language", "pt-BR, en;q=0.5")
    };
    let preferred = html(page()).await;
    assert!(preferred.contains(r#"lang="pt""#), "{preferred}");
    desk.told("account/language", json!({"language": "es"}))
        .await;
    let chosen = html(page()).await;
    assert!(chosen.contains(r#"lang="es""#), "{chosen}");
    assert_eq!(desk.told("account", json!({})).await["language"], "es");
    desk.told("account/language", json!({"language": null}))
        .await;
    let again = html(page()).await;
    assert!(again.contains(r#"lang="pt""#), "{again}");
}

async fn the_dashboard_is_in_the_chosen_language_and_its_door_in_the_browsers(base: Base) {
    let house = House::open(base).await;
    let desk = Desk::new(&house);
    let email = desk.owner("Olga").await;
    let page = |path: &str| {
        desk.request(Method::GET, path)
            .header("accept-language", "ar, en;q=0.5")
    };
    let door = page("/sign-in").send().await.unwrap().text().await.unwrap();
    assert!(door.contains(r#"lang="ar" dir="rtl""#), "{door}");
    assert!(door.contains("كلمة المرور") && !door.contains("Password"));
    let refused = desk
        .request(Method::POST, "/sign-in")
        .header("origin", &house.url)
        .header("accept-language", "ar")
        .header("content-type", "application/x-www-form-urlencoded")
        .body("email=nobody%40example.com&password=guessed");
    let refused = refused.send().await.unwrap();
    assert_eq!(refused.status(), 401);
    let refused = refused.text().await.unwrap();
    assert!(refused.contains("أو كلمة المرور غير صحيحة"), "{refused}");

    desk.sign_in(&email, PASSWORD).await;
    let path = format!("/projects/{}/members", house.company.project);
    assert!(html(page(&path)).await.contains(r#"lang="ar""#));
    desk.told("account/language", json!({"language": "es"}))
        .await;
    let chosen = page(&path).send().await.unwrap().text().await.unwrap();
    assert!(chosen.contains(r#"lang="es""#), "{chosen}");
    assert!(chosen.contains("Miembros") && chosen.contains("Propietario"));
    assert!(chosen.contains("/pkg/texts/dashboard-es-"));
}

async fn the_inboxs_texts_hold_none_of_the_dashboards(base: Base) {
    let house = House::open(base).await;
    let token = house.company.embed(Scope::Project, None).await;
    let texts = async |path: String| {
        let page = house.get(&path).send().await.unwrap().text().await.unwrap();
        let (_, rest) = page.split_once(r#"href="/pkg/texts/"#).unwrap();
        let path = format!("/pkg/texts/{}", rest.split_once('"').unwrap().0);
        house.get(&path).send().await.unwrap().text().await.unwrap()
    };
    // Without anybody the door leads to the first run.
    Desk::new(&house).owner("Olga").await;
    let inbox = texts(format!("/embed/{}", token.reveal())).await;
    let dashboard = texts("/sign-in".to_owned()).await;
    for own in ["Saved replies", "Try again"] {
        assert!(inbox.contains(own) && dashboard.contains(own), "{own}");
    }
    for other in ["Rotate the token", "API keys", "Set Oriel up"] {
        assert!(
            !inbox.contains(other) && dashboard.contains(other),
            "{other}"
        );
    }
}

async fn a_refusal_is_in_the_browsers_language(base: Base) {
    let house = House::open(base).await;
    let refused = house.get("/embed/nothing").header("accept-language", "ar");
    let refused = refused.send().await.unwrap();
    assert_eq!(refused.status(), 401);
    let page = refused.text().await.unwrap();
    assert!(
        page.contains(r#"<html lang="ar" dir="rtl">"#) && page.contains("غير صالح"),
        "{page}"
    );
}
