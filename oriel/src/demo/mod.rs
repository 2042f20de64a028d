//! `oriel demo`: everything in one process. A server, a WhatsApp that is not Meta, a phone, and a host page
//! of another origin with the inbox in an iframe. What they show is made up and made anew each time.

mod assistant;
mod chance;
mod content;
mod files;
mod folder;
mod mate;
mod meta;
mod person;
mod places;
mod replies;
mod report;
mod seed;
mod stage;
mod story;
mod talk;

use anyhow::{Context, Result};
use app::domain::id::CustomerId;
use app::domain::time::Timestamp;
use clap::Args;
use files::Files;
use folder::Folder;
use mate::{Mate, NOTES};
use places::{Places, url};
use report::Report;
use sandbox::Sandbox;
use sandbox::host::{Host, HostSettings};
use seed::Teller;
use server::config::Config;
use server::serve::Server;
use server::setup::setup;
use server::state::Shared;
use stage::{
    APP, Customers, Embeds, Number, Program, Stage, hand_out, logins, numbers, team, workflow,
};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

#[derive(Args)]
pub struct Demo {
    /// Where the inbox listens; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:3000")]
    listen: SocketAddr,

    /// Where the sandbox listens, with its simulated phone.
    #[arg(long, default_value = "127.0.0.1:3001")]
    phone: SocketAddr,

    /// Where the host page listens.
    #[arg(long, default_value = "127.0.0.1:3002")]
    host: SocketAddr,

    /// Where the bot listens that answers new customers of one number.
    #[arg(long, default_value = "127.0.0.1:0")]
    bot: SocketAddr,

    /// Where else webhooks may go on this machine, as in 127.0.0.1:8080.
    #[arg(long, value_delimiter = ',')]
    webhook_allow: Vec<String>,

    /// Leave the bot and its number out.
    #[arg(long)]
    no_bot: bool,

    /// Keep the database in this folder; without it, it goes when the demo ends.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,

    /// How many conversations to make up.
    #[arg(long, default_value_t = 200)]
    conversations: usize,

    /// Print one line of JSON with all addresses, tokens and keys.
    #[arg(long)]
    json: bool,

    /// Print the other embeds and keys too.
    #[arg(long)]
    verbose: bool,

    /// What to log, as in info or server=debug.
    #[arg(long, env = "ORIEL_LOG", default_value = "warn")]
    log: String,
}

/// Open sockets may keep a server from ending; people who pressed Ctrl-C do not wait for them.
const FAREWELL: Duration = Duration::from_secs(1);

pub async fn run(demo: Demo) -> Result<()> {
    crate::log::start(&demo.log)?;
    let began = Instant::now();
    let places = Places::find(
        demo.listen,
        demo.phone,
        demo.host,
        (!demo.no_bot).then_some(demo.bot),
    )?;
    let folder = Folder::make(demo.keep.clone())?;
    let numbers = numbers();

    let sandbox = sandbox::start(sandbox_settings(places, &numbers)).await?;
    let server = Server::start(config(places, &folder, &sandbox, &demo)?).await?;
    let state = server.state.clone();
    let serving = tokio::spawn(server.run(crate::ended()));

    let stage = set_the_stage(&state, places, &numbers).await?;
    let conversations = tell(&state, &sandbox, &stage, &numbers, demo.conversations).await?;
    replies::keep(&state.db, stage.made.project_id).await?;
    let phone_url = format!(
        "{}/phone?number={}&customer={}",
        url(places.phone),
        numbers[0].phone_number_id,
        person::mara().phone
    );
    let assistant = assistant::start(places, &stage.made).await?;
    let _host = open_host_page(places, &stage.embeds, &phone_url).await?;

    let took = began.elapsed();
    let report = Report {
        places,
        stage,
        numbers,
        conversations,
        took,
        phone_url,
        assistant,
    };
    if demo.json {
        println!("{}", report.json());
    } else {
        report.print(demo.verbose);
    }
    crate::ended().await;
    match tokio::time::timeout(FAREWELL, serving).await {
        Ok(served) => served?,
        Err(_) => Ok(()),
    }
}

fn sandbox_settings(places: Places, numbers: &[Number; 2]) -> sandbox::Settings {
    sandbox::Settings {
        listen: places.phone,
        numbers: numbers
            .iter()
            .chain(places.bot.map(|_| assistant::number()).as_ref())
            .map(Number::for_sandbox)
            .collect(),
        app_secret: APP.secret.into(),
        webhook_url: format!("http://{}/webhooks/whatsapp", places.inbox),
    }
}

/// To the server the sandbox is Meta, at another address.
fn config(places: Places, folder: &Folder, sandbox: &Sandbox, demo: &Demo) -> Result<Config> {
    Ok(Config {
        listen: places.inbox,
        public_url: Some(url(places.inbox)),
        database_url: folder.database()?,
        media_dir: folder.path().join("media"),
        graph_url: format!("{}/v24.0", sandbox.url()),
        // The exceptions from "public addresses only".
        webhook_allow: places
            .bot
            .iter()
            .map(SocketAddr::to_string)
            .chain(demo.webhook_allow.iter().cloned())
            .collect(),
        log: demo.log.clone(),
        ..Config::default()
    })
}

async fn set_the_stage(state: &Shared, places: Places, numbers: &[Number; 2]) -> Result<Stage> {
    let made = setup(&state.db, "Acorn Bikes", "olga@acornbikes.example").await?;
    let workflow = workflow(&state.db, made.project_id).await?;
    let logins = logins();
    let team = team(&state.db, made.project_id, &logins).await?;
    let program = Program::new(&format!("http://{}", places.inbox), &made)?;
    let customers = Customers {
        workshop: program.customer("Acorn Workshop", "workshop-1").await?,
        couriers: program.customer("Northwind Couriers", "crm-4711").await?,
    };
    let homes = [
        program.connect(&numbers[0], &APP, None).await?,
        program
            .connect(&numbers[1], &APP, Some(customers.workshop))
            .await?,
    ];
    let embeds = embeds(&program, numbers, customers, &[url(places.host)]).await?;
    Ok(Stage {
        made,
        homes,
        customers,
        team,
        logins,
        workflow,
        embeds,
    })
}

async fn embeds(
    program: &Program,
    numbers: &[Number; 2],
    customers: Customers,
    origins: &[String],
) -> Result<Embeds> {
    let number = |nth: usize| {
        (
            "phone_number",
            Some(numbers[nth].phone_number_id.to_owned()),
        )
    };
    let customer = |id: CustomerId| ("customer", Some(id.to_string()));
    Ok(Embeds {
        project: program
            .embed("Host page", ("project", None), origins)
            .await?,
        sales: program.embed("Sales", number(0), origins).await?,
        support: program.embed("Support", number(1), origins).await?,
        workshop: program
            .embed("Acorn Workshop", customer(customers.workshop), origins)
            .await?,
        couriers: program
            .embed("Northwind Couriers", customer(customers.couriers), origins)
            .await?,
    })
}

async fn tell(
    state: &Shared,
    sandbox: &Sandbox,
    stage: &Stage,
    numbers: &[Number; 2],
    count: usize,
) -> Result<usize> {
    let now = Timestamp::now().seconds() as u64;
    let stories = story::stories(count, now, &Files::new(sandbox));
    let Stage {
        made,
        homes,
        customers,
        workflow,
        ..
    } = stage;
    let teller = Teller {
        db: &state.db,
        sandbox,
        project: made.project_id,
        numbers,
        homes: *homes,
        customers: *customers,
        workflow: *workflow,
    };
    teller
        .tell(&stories)
        .await
        .context("the made-up conversations could not be told")?;
    let newest = hand_out(state, made, stage.team).await?;
    let server = state.config.public_url();
    let ana = Mate::sign_in(&server, made.project_id, &stage.logins[0]).await?;
    for (conversation, text) in newest.into_iter().zip(NOTES) {
        ana.note(conversation, text).await?;
    }
    Ok(stories.earlier.len() + stories.newest.len())
}

async fn open_host_page(places: Places, embeds: &Embeds, phone_url: &str) -> Result<Host> {
    let settings = HostSettings {
        listen: places.host,
        embed_url: embeds.project.url.clone(),
        phone_url: phone_url.to_owned(),
        title: "Acorn Bikes".into(),
    };
    sandbox::host::start(settings)
        .await
        .context("the host page cannot listen")
}
