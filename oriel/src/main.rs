//! Oriel's command.

mod backup;
mod demo;
mod log;

use anyhow::Result;
use clap::{Parser, Subcommand};
use server::config::Config;
use server::serve::Server;
use server::setup::setup;
use server::store::Db;
use std::path::PathBuf;
use std::process::ExitCode;

/// The embeddable WhatsApp inbox.
#[derive(Parser)]
#[command(name = "oriel", version, about, args_conflicts_with_subcommands = true)]
struct Oriel {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    config: Config,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the inbox (this is the default).
    Serve {
        #[command(flatten)]
        config: Config,
    },
    /// Show Oriel with made-up conversations, a simulated phone and a host page; needs nothing else.
    Demo(demo::Demo),
    /// Make a project and its owner, and print their credentials once.
    Setup {
        #[command(flatten)]
        config: Config,
        /// The project's name.
        #[arg(long)]
        project: String,
        /// The owner's e-mail address.
        #[arg(long)]
        email: String,
        /// Print JSON instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Write a copy of the SQLite database, while the server runs.
    Backup {
        #[command(flatten)]
        config: Config,
        /// The file to write; it must not exist yet.
        to: PathBuf,
    },
    /// Bring the database's schema up to date; `serve` does so too.
    Migrate {
        #[command(flatten)]
        config: Config,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Oriel::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // In words, whatever RUST_BACKTRACE says: most often an address is taken or a setting is wrong.
            eprintln!("oriel: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(oriel: Oriel) -> Result<()> {
    match oriel.command.unwrap_or(Command::Serve {
        config: oriel.config,
    }) {
        Command::Serve { config } => serve(config).await,
        Command::Demo(demo) => demo::run(demo).await,
        Command::Setup {
            config,
            project,
            email,
            json,
        } => set_up(&config, &project, &email, json).await,
        Command::Backup { config, to } => backup::run(&config, &to).await,
        Command::Migrate { config } => {
            log::start(&config.log)?;
            open(&config).await.map(|_| ())
        }
    }
}

async fn serve(config: Config) -> Result<()> {
    log::start(&config.log)?;
    let server = Server::start(config).await?;
    let state = &server.state;
    if !server::store::user::any(&state.db).await? {
        // On the terminal, not in the log: whoever reads this code may make the first project.
        eprintln!(
            "\nNobody can sign in yet. Open {}/setup and give this code:\n\n    {}\n",
            state.config.public_url(),
            state.first_run.code()
        );
    }
    server.run(ended()).await
}

async fn set_up(config: &Config, project: &str, email: &str, json: bool) -> Result<()> {
    let made = setup(&open(config).await?, project, email).await?;
    if json {
        println!("{}", serde_json::to_string(&made)?);
    } else {
        println!(
            "Project   {}\nAPI key   {}\nE-mail    {}\nPassword  {}",
            made.project_id, made.api_key, made.email, made.password
        );
        println!("\nThe key and the password are shown this once.");
    }
    Ok(())
}

async fn open(config: &Config) -> Result<Db> {
    let db = Db::open(&config.database_url).await?;
    db.migrate().await?;
    Ok(db)
}

/// Ctrl-C, or the signal by which service managers end a process.
pub async fn ended() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = interrupt => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}
