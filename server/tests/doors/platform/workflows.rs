//! Workflows and their executions, as programs drive them.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::phone::{ANA, NUMBER, Street};
use app::domain::id::{ConversationId, MessageId};
use app::problem::Problem;
use reqwest::Method;
use serde_json::{Value, json};
use server::access::viewer::Scope;

on_both!(
    a_workflow_is_registered_changed_and_listed_by_cursor,
    an_execution_is_handed_off_resumed_and_ended,
    transitions_that_make_no_sense_are_refused,
    an_execution_finds_its_conversation_or_opens_it,
    a_workflow_starts_by_itself_on_new_conversations_only,
    people_take_over_and_give_back,
    ids_of_another_project_do_not_exist,
);

async fn workflow(house: &House, fields: Value) -> Value {
    let mut body = json!({"workflow": {"name": "Greeter"}});
    for (name, value) in fields.as_object().unwrap() {
        body["workflow"][name] = value.clone();
    }
    let (status, made) = house.platform("/workflows", &body).await;
    assert_eq!(status, 201, "{made}");
    made["data"].clone()
}

fn id(of: &Value) -> String {
    of["id"].as_str().unwrap().to_owned()
}

async fn started(house: &House, workflow: &Value, talk: ConversationId) -> Value {
    let path = format!("/workflows/{}/executions", id(workflow));
    let body =
        json!({"workflow_execution": {"whatsapp_conversation_id": talk, "variables": {"a": 1}}});
    let (status, made) = house.platform(&path, &body).await;
    assert_eq!(status, 202, "{made}");
    made["data"].clone()
}

async fn patch(house: &House, execution: &Value, fields: Value) -> (u16, Value) {
    let path = format!("/workflow_executions/{}", id(execution));
    let body = json!({"workflow_execution": fields});
    house.api(Method::PATCH, &path, Some(body)).await
}

async fn a_workflow_is_registered_changed_and_listed_by_cursor(base: Base) {
    let house = House::open(base).await;
    house.company.number("1", None).await;
    let mut made = Vec::new();
    for name in ["One", "Two", "Three"] {
        made.push(workflow(&house, json!({"name": name, "phone_number_id": "1"})).await);
    }
    assert_eq!(made[0]["phone_number_id"], "1");
    assert_eq!(made[0]["starts_by_itself"], false);
    let path = format!("/workflows/{}", id(&made[0]));
    let change =
        json!({"workflow": {"name": "First", "phone_number_id": null, "starts_by_itself": true}});
    let (status, changed) = house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(status, 200, "{changed}");
    assert_eq!(changed["data"]["name"], "First");
    assert_eq!(changed["data"]["phone_number_id"], Value::Null);
    assert_eq!(
        house.api(Method::GET, &path, None).await.1["data"],
        changed["data"]
    );

    let names = |page: &Value| -> Vec<String> {
        let rows = page["data"].as_array().unwrap().iter();
        rows.map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let (_, first) = house.api(Method::GET, "/workflows?limit=2", None).await;
    assert_eq!(names(&first), ["Three", "Two"]);
    let after = first["paging"]["cursors"]["after"].as_str().unwrap();
    assert_eq!(first["paging"]["next"], after);
    assert_eq!(first["paging"]["previous"], Value::Null);
    let (_, last) = house
        .api(
            Method::GET,
            &format!("/workflows?limit=2&after={after}"),
            None,
        )
        .await;
    assert_eq!(names(&last), ["First"]);
    assert_eq!(
        last["paging"]["cursors"]["after"],
        Value::Null,
        "the last page has no next"
    );
    let before = last["paging"]["previous"].as_str().unwrap();
    let (_, back) = house
        .api(
            Method::GET,
            &format!("/workflows?limit=2&before={before}"),
            None,
        )
        .await;
    assert_eq!(names(&back), ["Three", "Two"]);
    for (body, field) in [
        (json!({"workflow": {}}), "name"),
        (
            json!({"workflow": {"name": "x", "status": "odd"}}),
            "status",
        ),
        (
            json!({"workflow": {"name": "x", "phone_number_id": "77"}}),
            "phone_number_id",
        ),
        (json!({}), "workflow"),
    ] {
        let (status, refused) = house.platform("/workflows", &body).await;
        assert_eq!(status, 422);
        assert!(
            refused["error"].as_str().unwrap().starts_with(field),
            "{refused}"
        );
    }
    assert_eq!(
        house
            .api(Method::GET, "/workflows?after=nonsense", None)
            .await
            .0,
        422
    );
}

async fn an_execution_is_handed_off_resumed_and_ended(base: Base) {
    let house = House::open(base).await;
    let talk = house.company.talk("1", "16505550001").await;
    let token = house.company.embed(Scope::Project, None).await;
    let made = workflow(&house, json!({})).await;
    let execution = started(&house, &made, talk).await;
    assert_eq!(execution["status"], "running");
    assert_eq!(execution["workflow"]["name"], "Greeter");
    assert_eq!(
        house.list(&token, "active").await[0]["automation"],
        "running"
    );

    let handoff =
        json!({"status": "handoff", "reason": "Asked for a person", "variables": {"b": 2}});
    let (status, changed) = patch(&house, &execution, handoff).await;
    assert_eq!(status, 200, "{changed}");
    assert_eq!(
        changed["data"]["execution_context"]["vars"],
        json!({"a": 1, "b": 2})
    );
    assert_eq!(
        house.list(&token, "active").await[0]["automation"],
        "handoff"
    );

    assert_eq!(
        patch(&house, &execution, json!({"status": "waiting"}))
            .await
            .0,
        200
    );
    let resume = format!("/workflow_executions/{}/resume", id(&execution));
    let input = json!({"message": {"kind": "payload", "data": {"x": 1}}, "variables": {"c": 3}});
    let (status, resumed) = house.platform(&resume, &input).await;
    assert_eq!(
        (status, &resumed["data"]["status"]),
        (200, &json!("running")),
        "{resumed}"
    );
    assert_eq!(
        house.platform(&resume, &input).await.0,
        409,
        "it runs already"
    );
    assert_eq!(
        patch(&house, &execution, json!({"status": "ended"}))
            .await
            .0,
        200
    );
    assert_eq!(house.platform(&resume, &input).await.0, 422, "it has ended");
    assert_eq!(house.list(&token, "active").await[0]["automation"], "none");

    let events = format!("/workflow_executions/{}/events", id(&execution));
    let (_, all) = house.api(Method::GET, &events, None).await;
    let kinds: Vec<_> = all["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| &event["event_type"])
        .collect();
    let newest_first = [
        "execution_ended",
        "execution_continued",
        "user_input_received",
        "resumed",
        "handed_off",
        "execution_started",
    ];
    let mut sorted: Vec<_> = kinds.iter().map(|kind| kind.as_str().unwrap()).collect();
    let mut wanted = newest_first.to_vec();
    sorted.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(sorted, wanted);
    assert_eq!(kinds[0], "execution_ended");
    let (_, one) = house
        .api(
            Method::GET,
            &format!("{events}?event_type=handed_off"),
            None,
        )
        .await;
    assert_eq!(one["data"][0]["text"], "Asked for a person");
    let (_, found) = house
        .api(
            Method::GET,
            &format!("/workflow_executions/{}", id(&execution)),
            None,
        )
        .await;
    assert!(found["data"]["ended_at"].is_string());
    let list = format!("/workflows/{}/executions", id(&made));
    for (query, count) in [
        (format!("?whatsapp_conversation_id={talk}"), 1),
        ("?status=ended".to_owned(), 1),
        ("?status=running".to_owned(), 0),
        (
            format!("?whatsapp_conversation_id={}", ConversationId::new()),
            0,
        ),
    ] {
        let (_, page) = house
            .api(Method::GET, &format!("{list}{query}"), None)
            .await;
        assert_eq!(page["data"].as_array().unwrap().len(), count, "{query}");
    }
}

async fn transitions_that_make_no_sense_are_refused(base: Base) {
    let house = House::open(base).await;
    let talk = house.company.talk("1", "16505550001").await;
    let token = house.company.embed(Scope::Project, None).await;
    let made = workflow(&house, json!({})).await;
    let execution = started(&house, &made, talk).await;
    let path = format!("/workflows/{}/executions", id(&made));
    let body = json!({"workflow_execution": {"whatsapp_conversation_id": talk}});
    assert_eq!(house.platform(&path, &body).await.0, 409, "one is at work");
    for bad in [json!({}), json!({"status": "odd"}), json!({"status": 7})] {
        assert_eq!(patch(&house, &execution, bad).await.0, 422);
    }
    let own = format!("/workflow_executions/{}", id(&execution));
    for no_body in [json!({}), json!([]), json!({"workflow_execution": "ended"})] {
        let answer = house.api(Method::PATCH, &own, Some(no_body)).await;
        assert_eq!(answer.0, 400, "{}", answer.1);
    }
    let failed = json!({"status": "failed", "error": "The shop's system is down."});
    let (status, changed) = patch(&house, &execution, failed).await;
    assert_eq!(
        (status, &changed["data"]["error_details"]["message"]),
        (200, &json!("The shop's system is down."))
    );
    assert_eq!(
        house.list(&token, "active").await[0]["automation"],
        "failed"
    );
    let (status, refused) = patch(&house, &execution, json!({"status": "waiting"})).await;
    assert_eq!(status, 422);
    assert_eq!(
        refused["error"],
        "Invalid transition from failed to waiting"
    );
    let again = started(&house, &made, talk).await;
    assert_ne!(
        id(&again),
        id(&execution),
        "after one that is over, another may start"
    );
}

async fn an_execution_finds_its_conversation_or_opens_it(base: Base) {
    let house = House::open(base).await;
    let talk = house.company.talk("1", "16505550001").await;
    let path = format!(
        "/workflows/{}/executions",
        id(&workflow(&house, json!({})).await)
    );
    let by = |number: &str, whom: &str| json!({"workflow_execution": {"phone_number_id": number, "phone_number": whom}});
    let (_, known) = house.platform(&path, &by("1", "+1 (650) 555-0001")).await;
    assert_eq!(known["data"]["whatsapp_conversation_id"], json!(talk));
    let (status, fresh) = house.platform(&path, &by("1", "+16505550002")).await;
    assert_eq!(status, 202, "{fresh}");
    assert_ne!(fresh["data"]["whatsapp_conversation_id"], json!(talk));
    let (status, _) = house
        .platform(&path, &by("1", "US.13491208655302741918"))
        .await;
    assert_eq!(status, 202);
    for (body, field) in [
        (by("77", "+16505550003"), "phone_number_id"),
        (by("1", "nobody"), "phone_number"),
        (
            json!({"workflow_execution": {}}),
            "whatsapp_conversation_id",
        ),
        (
            json!({"workflow_execution": {"whatsapp_conversation_id": ConversationId::new()}}),
            "whatsapp_conversation_id",
        ),
        (
            json!({"workflow_execution": {"whatsapp_conversation_id": talk, "variables": "x"}}),
            "variables",
        ),
    ] {
        let (status, refused) = house.platform(&path, &body).await;
        assert_eq!(status, 422, "{refused}");
        assert!(
            refused["error"].as_str().unwrap().starts_with(field),
            "{refused}"
        );
    }
}

async fn a_workflow_starts_by_itself_on_new_conversations_only(base: Base) {
    let street = Street::new(base).await;
    let (house, token) = (&street.house, &street.token);
    let old = street.greeted_by("16505550009").await;
    let general = workflow(house, json!({"name": "General", "starts_by_itself": true})).await;
    let own = json!({"name": "Own", "starts_by_itself": true, "phone_number_id": NUMBER});
    workflow(house, own).await;
    street
        .sandbox
        .customer_says(NUMBER, "16505550009", "Still there?")
        .unwrap();
    let fresh = street.greeted_by(ANA).await;
    let rows = house.list(token, "active").await;
    let automation = |talk: ConversationId| {
        let row = rows.iter().find(|row| row["id"] == json!(talk));
        row.unwrap()["automation"].clone()
    };
    assert_eq!(automation(fresh), "running");
    assert_eq!(automation(old), "none", "it was there before");
    let executions = house
        .told(token, "executions/list", json!({"id": fresh}))
        .await;
    assert_eq!(executions[0]["name"], "Own", "a number's own comes first");
    let path = format!("/workflows/{}/executions", id(&general));
    assert_eq!(
        house.api(Method::GET, &path, None).await.1["data"],
        json!([])
    );
}

async fn people_take_over_and_give_back(base: Base) {
    let street = Street::new(base).await;
    let (house, token) = (&street.house, &street.token);
    let talk = street.greeted_by(ANA).await;
    for function in ["executions/hand_off", "executions/resume"] {
        let (status, problem) = house.refused(token, function, json!({"id": talk})).await;
        assert_eq!(status, 409);
        assert!(
            matches!(problem, Problem::Conflict(text) if text.starts_with("There is no automation"))
        );
    }
    let made = workflow(house, json!({})).await;
    let execution = started(house, &made, talk).await;
    let (status, problem) = street.refuses(talk, MessageId::new(), "May I?").await;
    assert_eq!(status, 409, "the automation is at work: {problem}");
    let row = house
        .told(token, "executions/hand_off", json!({"id": talk}))
        .await;
    assert_eq!(row["automation"], "handoff");
    assert_eq!(
        house
            .refused(token, "executions/hand_off", json!({"id": talk}))
            .await
            .0,
        409
    );
    street.says(talk, "A person speaks").await;
    let row = house
        .told(token, "executions/resume", json!({"id": talk}))
        .await;
    assert_eq!(row["automation"], "running");
    let (_, found) = house
        .api(
            Method::GET,
            &format!("/workflow_executions/{}", id(&execution)),
            None,
        )
        .await;
    assert_eq!(found["data"]["status"], "waiting");
    assert_eq!(
        street.refuses(talk, MessageId::new(), "May I?").await.0,
        409
    );
    let shown = house
        .told(token, "executions/list", json!({"id": talk}))
        .await;
    assert_eq!(shown[0]["steps"].as_array().unwrap().len(), 3, "{shown}");
}

async fn ids_of_another_project_do_not_exist(base: Base) {
    let house = House::open(base).await;
    let stranger = house.stranger().await;
    let talk = house.company.talk("1", "16505550001").await;
    let made = workflow(&house, json!({})).await;
    let execution = started(&house, &made, talk).await;
    let (workflow_path, execution_path) = (
        format!("/workflows/{}", id(&made)),
        format!("/workflow_executions/{}", id(&execution)),
    );
    let status = json!({"workflow_execution": {"status": "ended"}});
    for (method, path, body) in [
        (Method::GET, workflow_path.clone(), None),
        (
            Method::PATCH,
            workflow_path.clone(),
            Some(json!({"workflow": {"name": "Mine"}})),
        ),
        (Method::GET, format!("{workflow_path}/executions"), None),
        (Method::GET, execution_path.clone(), None),
        (Method::PATCH, execution_path.clone(), Some(status)),
        (
            Method::POST,
            format!("{execution_path}/resume"),
            Some(json!({})),
        ),
        (Method::GET, format!("{execution_path}/events"), None),
    ] {
        assert_eq!(stranger.api(method, &path, body).await.0, 404, "{path}");
    }
    let own = workflow(&stranger, json!({})).await;
    let body = json!({"workflow_execution": {"whatsapp_conversation_id": talk}});
    let (status, refused) = stranger
        .platform(&format!("/workflows/{}/executions", id(&own)), &body)
        .await;
    assert_eq!(status, 422);
    let text = "whatsapp_conversation_id: there is no such conversation";
    assert_eq!(refused["error"], text, "like one that nobody has");
    let (_, found) = house.api(Method::GET, &execution_path, None).await;
    assert_eq!(found["data"]["status"], "running", "nothing has changed");
}
