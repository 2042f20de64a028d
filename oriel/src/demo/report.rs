//! What the demo prints when it is ready.

use super::assistant::Assistant;
use super::places::{Places, url};
use super::stage::{APP, Embeds, Number, Stage};
use serde_json::{Value, json};
use std::time::Duration;

pub struct Report {
    pub places: Places,
    pub stage: Stage,
    pub numbers: [Number; 2],
    pub conversations: usize,
    pub took: Duration,
    pub phone_url: String,
    /// Where somebody new meets the bot.
    pub assistant: Option<Assistant>,
}

impl Report {
    /// One line for programs.
    pub fn json(&self) -> Value {
        let inbox = url(self.places.inbox);
        let Stage {
            made,
            customers,
            team,
            logins,
            embeds,
            ..
        } = &self.stage;
        json!({
            "team_inbox_url": format!("{inbox}/inbox"),
            "team_logins": logins,
            "server_url": inbox,
            "sandbox_url": url(self.places.phone),
            "host_url": url(self.places.host),
            "phone_url": self.phone_url,
            "webhook_url": format!("{inbox}/webhooks/whatsapp"),
            "platform_url": format!("{inbox}/platform/v1"),
            "project_id": made.project_id,
            "owner_id": made.owner,
            "api_key": made.api_key,
            "email": made.email,
            "password": made.password,
            "app_secret": APP.secret,
            "verify_token": APP.verify_token,
            "numbers": self.numbers,
            "customers": customers,
            "team": team,
            "embeds": embeds,
            "assistant": self.assistant,
            "conversations": self.conversations,
            "pid": std::process::id(),
        })
    }

    pub fn print(&self, verbose: bool) {
        let Stage {
            made,
            logins,
            embeds,
            ..
        } = &self.stage;
        println!(
            "\n  Oriel's demo: {} made-up conversations, told in {:.1} s\n",
            self.conversations,
            self.took.as_secs_f32()
        );
        println!("  Open this       {}/", url(self.places.host));
        println!(
            "                  an inbox inside somebody else's page, beside a customer's phone\n"
        );
        println!("  Inbox alone     {}", embeds.project.url);
        println!("  Phone alone     {}", self.phone_url);
        if let Some(assistant) = &self.assistant {
            println!("  Phone of a bot  {}", assistant.phone_url);
        }
        println!();
        println!("  Team's inbox    {}/inbox", url(self.places.inbox));
        for login in logins {
            println!(
                "                  {}   password {}",
                login.email, login.password
            );
        }
        println!("  Dashboard       {}/", url(self.places.inbox));
        println!(
            "                  {}   password {}",
            made.email, made.password
        );
        println!("  API key         {}", made.api_key);
        if verbose {
            self.print_more();
        }
        println!("\n  Ctrl-C ends it.\n");
    }

    fn print_more(&self) {
        let Embeds {
            sales,
            support,
            workshop,
            couriers,
            ..
        } = &self.stage.embeds;
        println!();
        for embed in [sales, support, workshop, couriers] {
            println!("  {:<24} {}", embed.name, embed.url);
        }
        println!(
            "\n  Webhooks go to {}/webhooks/whatsapp",
            url(self.places.inbox)
        );
        println!(
            "  App secret {}   verify token {}",
            APP.secret, APP.verify_token
        );
    }
}
