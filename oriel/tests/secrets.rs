//! No secret is ever written down: not in a log, not in a figure, not in the database, not in an answer
//! that is not the one that shows it.

use crate::support::{Installation, SECRET};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use server::store::{Db, sql};
use std::path::Path;

const PASSWORD: &str = "a wrong password that somebody types";
const NEW_PASSWORD: &str = "a new password, long enough";
const ACCESS_TOKEN: &str = "EAAG-an-access-token-of-meta";
const VERIFY_TOKEN: &str = "a-verify-token-of-the-webhook";

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_written_down_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let oriel = Installation::in_folder(folder.path());
    let secrets = live_through(&oriel, folder.path()).await;
    let mut searched = 0;
    for file in std::fs::read_dir(folder.path()).expect("a folder") {
        let path = file.expect("a file").path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        if path.display().to_string().contains("oriel.db") {
            searched += bytes.len();
        }
        search(&path.display().to_string(), &bytes, &secrets);
    }
    assert!(searched > 100_000, "the database was searched");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_written_down_on_postgres() {
    let Ok(cluster) = std::env::var("ORIEL_TEST_POSTGRES_URL") else {
        assert!(
            std::env::var("CI").is_err(),
            "ORIEL_TEST_POSTGRES_URL is not set"
        );
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let name = format!("secrets_{}", uuid::Uuid::new_v4().simple());
    let main = Db::open(&cluster).await.expect("a database");
    run(&main, format!("create database {name}")).await;
    let (before, query) = cluster.split_once('?').unwrap_or((&cluster, ""));
    let (base, _) = before.rsplit_once('/').expect("an address");
    let oriel = Installation::with_database(folder.path(), format!("{base}/{name}?{query}"));
    let secrets = live_through(&oriel, folder.path()).await;
    let db = Db::open(oriel.database_url()).await.expect("the database");
    let tables: Vec<(String,)> = sql("select cast(table_name as text) from information_schema.tables where table_schema = 'public'")
        .all(&db)
        .await
        .expect("tables");
    assert!(tables.len() > 15, "the question is right");
    for (table,) in tables {
        let mut query = sql("select cast(t as text) from ");
        query.push(&format!("\"{table}\" t"));
        let rows: Vec<(String,)> = query.all(&db).await.expect("rows");
        search(&table, format!("{rows:?}").as_bytes(), &secrets);
    }
    db.close().await;
    run(&main, format!("drop database {name} with (force)")).await;
}

async fn run(db: &Db, statement: String) {
    let mut query = server::store::sql("");
    query.push(&statement);
    query.run(db).await.expect("a statement");
}

/// Does everything in which a secret plays a part, rightly and wrongly; answers the secrets.
/// What the process said meanwhile is searched here.
async fn live_through(oriel: &Installation, folder: &Path) -> Vec<String> {
    let made = oriel.set_up();
    let log = folder.join("oriel.log");
    let process = oriel.serve_talkative(&log).await;
    let mut visit = Visit {
        oriel,
        key: text(&made["api_key"]),
        secrets: Vec::new(),
    };
    for secret in [made["api_key"].clone(), made["password"].clone()] {
        visit.secrets.push(text(&secret));
    }
    visit
        .secrets
        .extend([PASSWORD, NEW_PASSWORD, ACCESS_TOKEN, VERIFY_TOKEN, SECRET].map(str::to_owned));
    visit.programs().await;
    visit
        .people(
            &text(&made["email"]),
            &text(&made["password"]),
            &text(&made["project_id"]),
        )
        .await;
    let metrics = visit.get("/metrics").await;
    let figures = metrics.text().await.expect("figures");
    assert!(
        figures.contains("/embed/{token}"),
        "requests are counted by their route: {figures}"
    );
    search("metrics", figures.as_bytes(), &visit.secrets);
    drop(process);
    let said = std::fs::read(&log).expect("a log");
    assert!(
        String::from_utf8_lossy(&said).contains("/embed/{token}/api/{*function}"),
        "the log was searched"
    );
    search("log", &said, &visit.secrets);
    visit.secrets
}

struct Visit<'a> {
    oriel: &'a Installation,
    key: String,
    secrets: Vec<String>,
}

impl Visit<'_> {
    async fn programs(&mut self) {
        let number = json!({"whatsapp_phone_number": {
            "phone_number_id": "42", "business_account_id": "1", "display_phone_number": "+1 555 078 3881",
            "access_token": ACCESS_TOKEN, "app_secret": SECRET, "verify_token": VERIFY_TOKEN,
        }});
        self.quiet(self.call("/whatsapp/phone_numbers", &number).await)
            .await;
        self.quiet(self.call("/whatsapp/phone_numbers", &number).await)
            .await;
        let verify = format!(
            "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=7&hub.verify_token={VERIFY_TOKEN}"
        );
        self.quiet(self.get(&verify).await).await;
        let embed = json!({"inbox_embed": {"name": "Portal", "scope_type": "project"}});
        let made: Value = self
            .call("/inbox_embeds", &embed)
            .await
            .json()
            .await
            .expect("an embed");
        let (id, first) = (text(&made["data"]["id"]), text(&made["data"]["token"]));
        self.secrets.push(first.clone());
        self.use_token(&first).await;
        let rotated = self
            .call(
                &format!("/inbox_embeds/{id}/rotate"),
                &json!({"grace_seconds": 60}),
            )
            .await;
        let rotated: Value = rotated.json().await.expect("an embed");
        let second = text(&rotated["data"]["token"]);
        self.secrets.push(second.clone());
        self.use_token(&first).await;
        self.use_token(&second).await;
        // Shown where it does not belong.
        // Its links repeat the question, whatever was asked; the log does not.
        drop(
            self.get(&format!("/platform/v1/inbox_embeds?scope_id={second}"))
                .await,
        );
        self.quiet(
            self.get(&format!("/platform/v1/inbox_embeds/{second}"))
                .await,
        )
        .await;
        self.quiet(
            self.call(
                "/inbox_embeds",
                &json!({"inbox_embed": {"scope_type": second}}),
            )
            .await,
        )
        .await;
        let request = self.request(Method::DELETE, &format!("/platform/v1/inbox_embeds/{id}"));
        let gone = request
            .header("x-api-key", &self.key)
            .send()
            .await
            .expect("an answer");
        self.quiet(gone).await;
        self.use_token(&second).await;
        let unknown = "an-unknown-token-that-nobody-ever-made-0000";
        self.secrets.push(unknown.to_owned());
        self.use_token(unknown).await;
    }

    async fn use_token(&self, token: &str) {
        for path in [
            "",
            "?mode=dark&status=all&search=x",
            "/",
            "/none",
            "/live",
            "/api/none",
        ] {
            self.quiet(self.get(&format!("/embed/{token}{path}")).await)
                .await;
        }
        for (function, body) in [
            ("access", "{}"),
            ("opening", "{broken"),
            ("none", "{}"),
            ("messages/send", "{\"draft\":1}"),
        ] {
            let request = self.request(Method::POST, &format!("/embed/{token}/api/{function}"));
            let request = request
                .header("content-type", "application/json")
                .body(body);
            self.quiet(request.send().await.expect("an answer")).await;
        }
        let foreign = self.request(Method::OPTIONS, &format!("/embed/{token}/api/access"));
        self.quiet(
            foreign
                .header("origin", "https://evil.example")
                .send()
                .await
                .expect("an answer"),
        )
        .await;
    }

    async fn people(&mut self, email: &str, password: &str, project: &str) {
        for wrong in [PASSWORD, password] {
            let body = format!(
                "email={}&password={}",
                email.replace('@', "%40"),
                wrong.replace(' ', "+")
            );
            let request = self
                .request(Method::POST, "/sign-in")
                .header("origin", self.oriel.url(""));
            let request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body);
            let answer = request.send().await.expect("an answer");
            if wrong == password {
                let cookie = answer.headers()["set-cookie"].to_str().expect("a cookie");
                let value = cookie.split(['=', ';']).nth(1).expect("a value");
                self.secrets.push(value.to_owned());
            }
            self.quiet(answer).await;
        }
        let cookie = self.secrets.last().expect("a cookie").clone();
        let settings = ["embeds", "api-keys", "members", "numbers", "activity"]
            .map(|page| format!("/projects/{project}/{page}"));
        let inbox = ["/inbox".to_owned(), format!("/inbox/{project}")];
        for page in settings.iter().chain(&inbox) {
            let request = self.request(Method::GET, page);
            let answer = request
                .header("cookie", format!("oriel={cookie}"))
                .send()
                .await;
            self.quiet(answer.expect("an answer")).await;
        }
        let invite = json!({"project": project, "email": "mia@example.com", "role": "member"});
        let link: String = self
            .ask(&cookie, "invitations/create", &invite)
            .await
            .json()
            .await
            .expect("a link");
        let token = link.rsplit('#').next().expect("a token").to_owned();
        self.secrets.push(token.clone());
        self.quiet(
            self.ask(&cookie, "invitations/welcome", &json!({"token": token}))
                .await,
        )
        .await;
        let join = json!({"token": token, "name": "Mia", "password": NEW_PASSWORD});
        self.quiet(self.ask("", "invitations/join", &join).await)
            .await;
        self.quiet(self.ask("", "invitations/join", &join).await)
            .await;
        let key = json!({"project": project, "name": "Second"});
        let made: Value = self
            .ask(&cookie, "api_keys/create", &key)
            .await
            .json()
            .await
            .expect("a key");
        self.secrets.push(text(&made["text"]));
        self.quiet(
            self.ask(&cookie, "api_keys/list", &json!({"project": project}))
                .await,
        )
        .await;
    }

    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.oriel.http.request(method, self.oriel.url(path))
    }

    async fn get(&self, path: &str) -> Response {
        let request = self
            .request(Method::GET, path)
            .header("x-api-key", &self.key);
        request.send().await.expect("an answer")
    }

    async fn call(&self, path: &str, body: &Value) -> Response {
        let request = self.request(Method::POST, &format!("/platform/v1{path}"));
        request
            .header("x-api-key", &self.key)
            .json(body)
            .send()
            .await
            .expect("an answer")
    }

    async fn ask(&self, cookie: &str, function: &str, arguments: &Value) -> Response {
        let request = self.request(Method::POST, &format!("/dashboard/api/{function}"));
        let request = request
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("oriel={cookie}"));
        request.json(arguments).send().await.expect("an answer")
    }

    /// An answer that shows no secret. A cookie is told to its own browser, by its header alone.
    async fn quiet(&self, answer: Response) {
        let place = format!("{} {}", answer.status(), answer.url().path().len());
        let mut headers = answer.headers().clone();
        headers.remove("set-cookie");
        search(&place, format!("{headers:?}").as_bytes(), &self.secrets);
        let body = answer.bytes().await.expect("a body");
        search(&place, &body, &self.secrets);
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// As it is, in hexadecimal, in base64's other alphabet, or percent-encoded.
fn search(place: &str, bytes: &[u8], secrets: &[String]) {
    for (nth, secret) in secrets.iter().enumerate() {
        for spelling in [
            secret.clone(),
            hex::encode(secret),
            secret.replace('-', "%2D"),
            secret.replace(' ', "+"),
        ] {
            let found = bytes
                .windows(spelling.len())
                .any(|window| window == spelling.as_bytes());
            assert!(!found, "secret {nth} stands in {place}");
        }
    }
}
