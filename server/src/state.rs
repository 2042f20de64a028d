//! What every door and worker shares.

use crate::access::pace::Paces;
use crate::access::seal::SecretKey;
use crate::config::Config;
use crate::doors::bundle::Bundle;
use crate::egress::Egress;
use crate::live::Live;
use crate::media::Media;
use crate::office::first_run::FirstRun;
use crate::store::Db;
use crate::whatsapp::graph::Graph;
use crate::work::apps::Apps;
use crate::work::catalogue::Catalogue;
use crate::work::intake::Intake;
use crate::work::receipts::Receipts;
use crate::work::send_message::{AT_ONCE, UPLOADS_AT_ONCE};
use anyhow::Result;
use std::sync::Arc;
use tokio::sync::{Notify, Semaphore};

pub type Shared = Arc<State>;

pub struct State {
    pub config: Config,
    pub db: Db,
    pub key: SecretKey,
    pub graph: Graph,
    pub media: Media,
    /// The way to addresses that tenants name.
    pub egress: Egress,
    pub live: Live,
    pub intake: Intake,
    pub receipts: Receipts,
    pub apps: Apps,
    pub catalogue: Catalogue,
    /// Places for requests to WhatsApp.
    pub sends: Arc<Semaphore>,
    /// Places for uploads to WhatsApp.
    pub uploads: Semaphore,
    /// Something new waits in the outbox.
    pub outbox: Notify,
    pub bundle: Bundle,
    pub paces: Paces,
    pub first_run: FirstRun,
}

impl State {
    /// Opens the database and starts the workers.
    pub async fn start(config: Config) -> Result<Shared> {
        // Pages are rendered on this runtime. A second server in the same process finds it set already.
        let _ = any_spawner::Executor::init_tokio();
        let key = crate::secret_key::load(&config)?;
        let db = Db::open(&config.database_url).await?;
        db.migrate().await?;
        crate::store::webhook::seal_headers(&db, &key).await?;
        let graph = Graph::new(&config.graph_url, config.patience.answer)?;
        let state = Arc::new(Self {
            live: Live::new(db.clone()),
            intake: Intake::start(db.clone()),
            receipts: Receipts::start(db.clone(), graph.clone(), key.clone()),
            apps: Apps::default(),
            catalogue: Catalogue::default(),
            sends: Arc::new(Semaphore::new(AT_ONCE)),
            uploads: Semaphore::new(UPLOADS_AT_ONCE),
            outbox: Notify::new(),
            media: Media::open(&config, db.clone())?,
            bundle: Bundle::load(),
            paces: Paces::new(config.api_rate_limit),
            first_run: FirstRun::default(),
            egress: Egress::new(&config.webhook_allow)?,
            config,
            db,
            key,
            graph,
        });
        crate::work::start(&state);
        Ok(state)
    }
}
