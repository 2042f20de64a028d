//! The built binary, as an operator starts it, and Meta, as it posts.

use hmac::{Hmac, KeyInit, Mac};
use reqwest::Client;
use serde_json::{Value, json};
use sha2::Sha256;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub const SECRET: &str = "test_app_secret";
pub const NUMBER: &str = "106540352242922";

/// An installation: a folder with a database, and an address.
pub struct Installation {
    folder: PathBuf,
    database_url: String,
    address: SocketAddr,
    pub http: Client,
}

/// A process that serves. It is killed when it is dropped.
pub struct Process(Child);

impl Installation {
    pub fn in_folder(folder: &Path) -> Self {
        let database_url = format!("sqlite://{}", folder.join("oriel.db").display());
        Self::with_database(folder, database_url)
    }

    pub fn with_database(folder: &Path, database_url: String) -> Self {
        Self {
            folder: folder.to_owned(),
            database_url,
            address: free_address(),
            http: client(),
        }
    }

    pub fn database_url(&self) -> &str {
        &self.database_url
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// `oriel setup --json`.
    pub fn set_up(&self) -> Value {
        let setup = [
            "setup",
            "--project",
            "Acorn Bikes",
            "--email",
            "olga@example.com",
            "--json",
        ];
        let output = self.oriel().args(setup).output().expect("the binary runs");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).expect("setup prints JSON")
    }

    /// `oriel serve`, as soon as it is ready.
    pub async fn serve(&self) -> Process {
        self.started(self.oriel().arg("serve")).await
    }

    /// The same, with a WhatsApp at this address.
    pub async fn serve_towards(&self, graph_url: &str) -> Process {
        let mut oriel = self.oriel();
        oriel.arg("serve").env("ORIEL_GRAPH_URL", graph_url);
        self.started(&mut oriel).await
    }

    /// The same, with everything that it can log in `file`.
    pub async fn serve_talkative(&self, file: &Path) -> Process {
        let log = std::fs::File::create(file).expect("a file for the log");
        let second = log.try_clone().expect("the same file");
        let mut oriel = self.oriel();
        oriel
            .arg("serve")
            .env("ORIEL_LOG", "trace")
            .stdout(log)
            .stderr(second);
        self.started(&mut oriel).await
    }

    async fn started(&self, oriel: &mut Command) -> Process {
        let mut process = Process(oriel.spawn().expect("the binary runs"));
        let patience = Instant::now() + Duration::from_secs(20);
        while self.http.get(self.url("/readyz")).send().await.is_err() {
            assert!(
                process.0.try_wait().expect("a child").is_none(),
                "the server ended by itself"
            );
            assert!(Instant::now() < patience, "the server does not answer");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        process
    }

    fn oriel(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oriel"));
        command
            .current_dir(&self.folder)
            .env("ORIEL_DATABASE_URL", self.database_url())
            .env("ORIEL_LISTEN", self.address.to_string())
            .env("ORIEL_GRAPH_URL", "http://127.0.0.1:9/v24.0")
            .env("ORIEL_SECRET_KEY", "a key that only stories use")
            .env("ORIEL_LOG", "error")
            .env_remove("ORIEL_PUBLIC_URL")
            .stdin(Stdio::null());
        command
    }

    pub async fn connect_number(&self, api_key: &str) {
        let number = json!({"whatsapp_phone_number": {
            "phone_number_id": NUMBER, "business_account_id": "102290129340398", "access_token": "a-token",
            "display_phone_number": "+1 555 078 3881", "app_secret": SECRET, "verify_token": "a verify token",
        }});
        let url = self.url("/platform/v1/whatsapp/phone_numbers");
        let answer = self
            .http
            .post(url)
            .header("x-api-key", api_key)
            .json(&number)
            .send()
            .await;
        assert_eq!(answer.expect("an answer").status(), 201);
    }

    /// Posts a signed webhook; true when it was acknowledged.
    pub async fn post(&self, body: &str) -> bool {
        let url = self.url("/webhooks/whatsapp");
        let request = self
            .http
            .post(url)
            .header("x-hub-signature-256", signature(body))
            .body(body.to_owned());
        request
            .send()
            .await
            .is_ok_and(|answer| answer.status() == 200)
    }
}

impl Process {
    /// Memory that the process holds, and the most that it has held since it was asked to forget, in kB.
    pub fn memory(&self) -> (u64, u64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()));
        let status = status.expect("a process has a status");
        let field = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            let value = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
            value.expect("memory in kB")
        };
        (field("VmRSS:"), field("VmHWM:"))
    }

    pub fn forget_peak(&self) {
        let file = format!("/proc/{}/clear_refs", self.0.id());
        std::fs::write(file, "5").expect("the peak can be reset");
    }

    /// `kill -9`: nothing is finished, nothing is said.
    pub fn kill_nine(&mut self) {
        self.0.kill().expect("the process can be killed");
        self.0.wait().expect("the process has ended");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn signature(body: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("a key of any length");
    format!(
        "sha256={}",
        hex::encode(mac.chain_update(body).finalize().into_bytes())
    )
}

/// The port is free for now; nobody else asks for it in the next moment.
fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
}

/// Speaks plain HTTP to this machine only, and wants a TLS provider all the same.
fn client() -> Client {
    // Somebody else may have installed one already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder()
        .tls_certs_only(std::iter::empty())
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy();
    client
        .timeout(Duration::from_secs(15))
        .build()
        .expect("a client")
}
