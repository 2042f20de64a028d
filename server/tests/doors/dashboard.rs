//! The dashboard's door: signing in, who may do what, and what other sites' pages may not.

use crate::support::base::Base;
use crate::support::desk::{Desk, PASSWORD};
use crate::support::house::House;
use crate::support::on_both;
use app::domain::id::ProjectId;
use serde_json::{Value, json};

on_both!(
    the_first_person_sets_up_with_the_code_of_the_terminal,
    signing_in_needs_the_right_password_and_slows_down_guessing,
    what_another_sites_page_sends_is_refused,
    a_session_ends_on_request,
    a_new_password_ends_all_other_sessions,
    a_cookie_that_was_there_before_is_worth_nothing_afterwards,
    what_is_emptied_in_a_form_is_emptied,
    whoever_may_not_invite_any_more_has_invited_nobody,
    an_owner_does_everything_and_a_member_nothing,
    other_projects_do_not_exist,
    an_embeds_token_opens_no_office,
    a_project_keeps_an_owner_and_a_leaver_keeps_nothing,
);

async fn the_first_person_sets_up_with_the_code_of_the_terminal(base: Base) {
    let house = House::empty(base).await;
    let desk = Desk::new(&house);
    assert_eq!(desk.get("/").await, (303, "/setup".to_owned()));
    assert_eq!(desk.get("/sign-in").await, (303, "/setup".to_owned()));
    let code = house.state.first_run.code().to_owned();
    let fields = |code: &str, password: &str| {
        [
            ("code", code),
            ("project", "Acorn"),
            ("name", "Olga"),
            ("email", "Olga@Example.com"),
            ("password", password),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let (status, page) = desk.post_form("/setup", &fields("guess", PASSWORD)).await;
    assert_eq!(status, 422);
    assert!(
        page.contains("Acorn") && page.contains("Olga@Example.com"),
        "what was typed stays"
    );
    assert!(!page.contains(PASSWORD), "but no password");
    assert_eq!(
        desk.post_form("/setup", &fields(&code, "short")).await.0,
        422
    );
    assert_eq!(
        desk.post_form("/setup", &fields(&code, PASSWORD)).await.0,
        303
    );
    let account = desk.told("account", json!({})).await;
    assert_eq!(
        (&account["email"], &account["projects"][0]["role"]),
        (&json!("olga@example.com"), &json!("owner"))
    );
    let late = Desk::new(&house);
    assert_eq!(late.get("/setup").await, (303, "/sign-in".to_owned()));
    assert_eq!(
        late.post_form("/setup", &fields(&code, PASSWORD)).await.0,
        409
    );
    assert_eq!(house.count("select count(*) from projects").await, 1);
}

async fn signing_in_needs_the_right_password_and_slows_down_guessing(base: Base) {
    let house = House::open(base).await;
    let olga = Desk::new(&house);
    let email = olga.owner("Olga").await;
    assert_eq!(
        olga.get("/account").await,
        (303, "/sign-in?next=%2Faccount".to_owned())
    );
    let (status, wrong) = olga.sign_in(&email, "not the password at all").await;
    assert_eq!(status, 401);
    let (_, unknown) = olga.sign_in("nobody@example.com", PASSWORD).await;
    for page in [&wrong, &unknown] {
        assert!(
            page.contains("The e-mail address or the password is wrong."),
            "one text for both"
        );
    }
    assert!(wrong.contains(&email) && !wrong.contains("not the password at all"));
    assert_eq!(
        olga.sign_in(&format!(" {} ", email.to_uppercase()), PASSWORD)
            .await
            .0,
        303
    );
    assert_eq!(olga.get("/account").await.0, 200);
    let cookie = olga.cookie().unwrap();
    let hashes: Vec<(Vec<u8>, Value)> = sessions(&house).await;
    assert!(
        !format!("{hashes:?}").contains(&cookie),
        "only its hash is kept"
    );
    let thief = Desk::new(&house);
    let mut answers = Vec::new();
    for _ in 0..6 {
        answers.push(
            thief
                .sign_in("victim@example.com", "a wrong password")
                .await
                .0,
        );
    }
    assert_eq!(answers, [401, 401, 401, 401, 401, 429]);
    assert_eq!(
        Desk::new(&house).sign_in(&email, PASSWORD).await.0,
        303,
        "others go on"
    );
}

async fn sessions(house: &House) -> Vec<(Vec<u8>, Value)> {
    let rows: Vec<(Vec<u8>, sqlx::types::Json<Value>)> =
        server::store::sql("select hash, data from sessions")
            .all(house.db())
            .await
            .unwrap();
    rows.into_iter()
        .map(|(hash, data)| (hash, data.0))
        .collect()
}

async fn what_another_sites_page_sends_is_refused(base: Base) {
    let house = House::open(base).await;
    let olga = Desk::new(&house);
    let email = olga.owner("Olga").await;
    olga.sign_in(&email, PASSWORD).await;
    for (header, value, status) in [
        ("sec-fetch-site", "cross-site", 403),
        ("sec-fetch-site", "same-site", 403),
        ("sec-fetch-site", "same-origin", 200),
        ("origin", "https://evil.example", 403),
        ("origin", "null", 403),
        ("origin", house.url.as_str(), 200),
        ("accept", "*/*", 403),
    ] {
        let headers = [(header, value)];
        let api = olga
            .post_with("/dashboard/api/account", &json!({}), &headers)
            .await;
        assert_eq!(api, status, "{header}: {value}");
        if status == 403 {
            let out = olga.post_with("/sign-out", &json!({}), &headers).await;
            assert_eq!(out, 403, "{header}: {value}");
        }
    }
    // Nothing changes by GET, and no form of another site reaches a function.
    assert_eq!(olga.get("/dashboard/api/account").await.0, 405);
    assert_eq!(olga.get("/sign-out").await.0, 405);
    assert_eq!(olga.post_form("/dashboard/api/account", &[]).await.0, 422);
}

async fn a_session_ends_on_request(base: Base) {
    let house = House::open(base).await;
    let (home, work) = (Desk::new(&house), Desk::new(&house));
    let email = home.owner("Olga").await;
    home.sign_in(&email, PASSWORD).await;
    work.sign_in(&email, PASSWORD).await;
    let all = home.told("sessions/list", json!({})).await;
    let all = all.as_array().unwrap();
    let own = all.iter().filter(|session| session["current"] == true);
    assert_eq!((all.len(), own.count()), (2, 1));
    let other = all
        .iter()
        .find(|session| session["current"] == false)
        .unwrap();
    let end = json!({"id": other["id"]});
    let stranger = Desk::new(&house);
    let address = stranger.owner("Mia").await;
    stranger.sign_in(&address, PASSWORD).await;
    assert_eq!(stranger.ask("sessions/end", end.clone()).await.0, 404);
    home.told("sessions/end", end).await;
    assert_eq!(work.ask("account", json!({})).await.0, 401);
    let before = home.cookie();
    assert_eq!(home.post_form("/sign-out", &[]).await.0, 303);
    home.keep(before);
    assert_eq!(
        home.ask("account", json!({})).await.0,
        401,
        "the old cookie is worth nothing"
    );
}

async fn a_cookie_that_was_there_before_is_worth_nothing_afterwards(base: Base) {
    let house = House::open(base).await;
    let (olga, thief) = (Desk::new(&house), Desk::new(&house));
    let email = olga.owner("Olga").await;
    let planted = "AAAAAAAAAAAAAAAAAAAAAA".to_owned();
    olga.keep(Some(planted.clone()));
    assert_eq!(olga.sign_in(&email, PASSWORD).await.0, 303);
    assert_ne!(olga.cookie(), Some(planted.clone()));
    thief.keep(Some(planted));
    assert_eq!(thief.ask("account", json!({})).await.0, 401);
    // Nor does a session that has ended come to life again by the next sign-in in the same browser.
    let first = olga.cookie();
    assert_eq!(olga.post_form("/sign-out", &[]).await.0, 303);
    olga.keep(first.clone());
    assert_eq!(olga.sign_in(&email, PASSWORD).await.0, 303);
    assert_ne!(olga.cookie(), first);
    thief.keep(first);
    assert_eq!(thief.ask("account", json!({})).await.0, 401);
    assert_eq!(olga.ask("account", json!({})).await.0, 200);
}

async fn what_is_emptied_in_a_form_is_emptied(base: Base) {
    let house = House::open(base).await;
    let project = house.company.project;
    let customer = house.company.customer("North").await;
    let number = house.company.number("42", Some(customer)).await;
    let olga = Desk::new(&house);
    let email = olga.owner("Olga").await;
    olga.sign_in(&email, PASSWORD).await;
    let body = json!({"inbox_embed": {
        "name": "Portal", "scope_type": "project", "assigned_user_id": house.company.owner,
        "expires_at": "2099-01-01T00:00:00Z",
    }});
    let (_, made) = house.platform("/inbox_embeds", &body).await;
    let id = &made["data"]["id"];
    let change = |fields: Value| json!({"project": project, "id": id, "change": fields});
    let named = olga
        .told("embeds/change", change(json!({"default_mode": "dark"})))
        .await;
    assert_eq!(named["name"], "Portal", "what is not said stays");
    let nothing = json!({"name": null, "assigned_user_id": null, "expires_at": null});
    let emptied = olga.told("embeds/change", change(nothing)).await;
    for field in ["name", "assigned_user_id", "expires_at"] {
        assert_eq!(emptied[field], Value::Null, "{field}");
    }
    let taken = json!({"project": project, "id": number, "change": {
        "name": null, "customer_id": null, "access_token": null, "app_secret": null, "verify_token": null,
    }});
    assert_eq!(
        olga.told("numbers/change", taken).await["customer_id"],
        Value::Null
    );
}

async fn whoever_may_not_invite_any_more_has_invited_nobody(base: Base) {
    let house = House::open(base).await;
    let project = house.company.project;
    let (olga, mia) = (Desk::new(&house), Desk::new(&house));
    let email = olga.owner("Olga").await;
    let second = mia.owner("Mia").await;
    olga.sign_in(&email, PASSWORD).await;
    mia.sign_in(&second, PASSWORD).await;
    let invite = json!({"project": project, "email": "back@example.com", "role": "owner"});
    let link = mia.told("invitations/create", invite).await;
    let token = link.as_str().unwrap().split_once('#').unwrap().1.to_owned();
    let user = mia.told("account", json!({})).await["user_id"].clone();
    olga.told("members/remove", json!({"project": project, "user": user}))
        .await;
    let join = json!({"token": token, "name": "Back", "password": PASSWORD});
    assert_eq!(mia.ask("invitations/join", join).await.0, 404);
    assert_eq!(
        mia.ask("embeds/choices", json!({"project": project}))
            .await
            .0,
        404
    );
}

async fn a_new_password_ends_all_other_sessions(base: Base) {
    let house = House::open(base).await;
    let (home, work) = (Desk::new(&house), Desk::new(&house));
    let email = home.owner("Olga").await;
    home.sign_in(&email, PASSWORD).await;
    work.sign_in(&email, PASSWORD).await;
    let change = |old: &str, new: &str| json!({"old": old, "new": new});
    let new = "another long password";
    assert_eq!(
        home.ask("account/password", change("wrong", new)).await.0,
        422
    );
    assert_eq!(
        home.ask("account/password", change(PASSWORD, "short"))
            .await
            .0,
        422
    );
    home.told("account/password", change(PASSWORD, new)).await;
    assert_eq!(work.ask("account", json!({})).await.0, 401);
    assert_eq!(home.ask("account", json!({})).await.0, 200);
    assert_eq!(work.sign_in(&email, PASSWORD).await.0, 401);
}

/// Every function of the office that a project has, with arguments that an owner may use.
fn questions(project: ProjectId) -> Vec<(&'static str, Value)> {
    vec![
        (
            "embeds/list",
            json!({"project": project, "revoked": true, "page": 1}),
        ),
        ("embeds/choices", json!({"project": project})),
        (
            "embeds/preview",
            json!({"project": project, "scope_type": "project", "scope_id": null, "assignee": null}),
        ),
        ("numbers/list", json!({"project": project, "page": 1})),
        (
            "customers/list",
            json!({"project": project, "search": "", "page": 1}),
        ),
        (
            "customers/create",
            json!({"project": project, "draft": {"name": "North", "external_customer_id": null}}),
        ),
        ("members/list", json!({"project": project})),
        ("invitations/list", json!({"project": project})),
        (
            "invitations/create",
            json!({"project": project, "email": "new@example.com", "role": "member"}),
        ),
        ("api_keys/list", json!({"project": project})),
        (
            "api_keys/create",
            json!({"project": project, "name": "Another"}),
        ),
        ("activity/list", json!({"project": project, "page": 1})),
        ("saved_replies/list", json!({"project": project})),
        (
            "saved_replies/keep",
            json!({"project": project, "id": null, "draft": {"shortcut": "hi", "text": "Hello"}}),
        ),
        (
            "embeds/create",
            json!({"project": project, "draft": {
                "name": "Portal", "scope_type": "project", "scope_id": null, "assigned_user_id": null,
                "allowed_origins": [], "default_mode": "system", "language": "en", "keyboard_shortcuts": true,
                "expires_at": null,
            }}),
        ),
    ]
}

async fn an_owner_does_everything_and_a_member_nothing(base: Base) {
    let house = House::open(base).await;
    let project = house.company.project;
    let (olga, mia, nobody) = (Desk::new(&house), Desk::new(&house), Desk::new(&house));
    let email = olga.owner("Olga").await;
    olga.sign_in(&email, PASSWORD).await;
    let link = olga.told(
        "invitations/create",
        json!({"project": project, "email": "Mia@Example.com", "role": "member"}),
    );
    let link = link.await.as_str().unwrap().to_owned();
    let (page, token) = link.split_once('#').unwrap();
    assert_eq!(page, format!("{}/join", house.url));
    let welcome = mia
        .told("invitations/welcome", json!({"token": token}))
        .await;
    assert_eq!(
        (&welcome["email"], &welcome["known"]),
        (&json!("mia@example.com"), &json!(false))
    );
    let join = |password: &str| json!({"token": token, "name": "Mia", "password": password});
    assert_eq!(mia.ask("invitations/join", join("short")).await.0, 422);
    mia.told("invitations/join", join(PASSWORD)).await;
    assert_eq!(
        mia.told("account", json!({})).await["projects"][0]["role"],
        "member"
    );
    assert_eq!(
        nobody.ask("invitations/join", join(PASSWORD)).await.0,
        404,
        "an invitation is taken once"
    );
    for (function, arguments) in questions(project) {
        assert_eq!(
            nobody.ask(function, arguments.clone()).await.0,
            401,
            "{function}"
        );
        assert_eq!(
            mia.ask(function, arguments.clone()).await.0,
            403,
            "{function}"
        );
        assert_eq!(olga.ask(function, arguments).await.0, 200, "{function}");
    }
}

async fn other_projects_do_not_exist(base: Base) {
    let house = House::open(base).await;
    let stranger = house.stranger().await;
    let olga = Desk::new(&house);
    let email = olga.owner("Olga").await;
    olga.sign_in(&email, PASSWORD).await;
    for project in [stranger.company.project, ProjectId::new()] {
        for (function, arguments) in questions(project) {
            let answer = olga.ask(function, arguments).await;
            assert_eq!(answer, (404, json!("not_found")), "{function}");
        }
    }
    // Nor do another project's things by way of one's own.
    let (_, theirs) = stranger
        .platform(
            "/inbox_embeds",
            &json!({"inbox_embed": {"scope_type": "project"}}),
        )
        .await;
    for function in ["embeds/find", "embeds/revoke"] {
        let arguments = json!({"project": house.company.project, "id": theirs["data"]["id"]});
        assert_eq!(olga.ask(function, arguments).await.0, 404, "{function}");
    }
}

async fn an_embeds_token_opens_no_office(base: Base) {
    let house = House::open(base).await;
    let token = house
        .company
        .embed(server::access::viewer::Scope::Project, None)
        .await;
    for (function, arguments) in questions(house.company.project) {
        let (status, problem) = house.refused(&token, function, arguments).await;
        assert_eq!(status, 403, "{function}");
        assert_eq!(problem.to_string(), "not available in the embedded inbox");
    }
    let olga = Desk::new(&house);
    let email = olga.owner("Olga").await;
    olga.sign_in(&email, PASSWORD).await;
    let list = json!({"filter": crate::support::house::filter("active"), "after": null});
    assert_eq!(
        olga.ask("conversations/list", list).await.0,
        401,
        "and the office opens no inbox"
    );
}

async fn a_project_keeps_an_owner_and_a_leaver_keeps_nothing(base: Base) {
    let house = House::open(base).await;
    let project = house.company.project;
    let olga = Desk::new(&house);
    let email = olga.owner("Olga").await;
    olga.sign_in(&email, PASSWORD).await;
    let me = olga.told("account", json!({})).await["user_id"].clone();
    let demote = json!({"project": project, "user": me, "role": "member"});
    let leave = json!({"project": project, "user": me});
    assert_eq!(olga.ask("members/role", demote.clone()).await.0, 409);
    assert_eq!(olga.ask("members/remove", leave).await.0, 409);
    let uma = house.company.user("Uma").await;
    olga.told(
        "members/role",
        json!({"project": project, "user": uma, "role": "owner"}),
    )
    .await;
    house.company.number("42", None).await;
    let hello = crate::support::post::text("16505550001", "wamid.1", "Hello");
    house
        .tell(&crate::support::post::said(
            "42",
            "16505550001",
            vec![hello],
        ))
        .await;
    let (conversation,): (uuid::Uuid,) = server::store::sql("select id from conversations")
        .one(house.db())
        .await
        .unwrap();
    house.assign(conversation.into(), uma).await;
    olga.told("members/remove", json!({"project": project, "user": uma}))
        .await;
    assert_eq!(
        house
            .count("select count(*) from assignments where active")
            .await,
        0
    );
    assert_eq!(
        house
            .count("select count(*) from conversations where assignee_id is not null")
            .await,
        0
    );
    assert_eq!(
        olga.ask("members/role", demote).await.0,
        409,
        "she is the last owner again"
    );
}
