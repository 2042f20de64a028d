//! What the bot says. It speaks only while the conversation is its own.

use crate::oriel::{Execution, Oriel};
use anyhow::Result;
use serde_json::{Value, json};

/// What a customer wants, as far as the bot understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Person,
    Hours,
    Order,
    /// For showing what a failed execution looks like.
    Break,
    Goodbye,
    Unclear,
}

/// Words that customers may not meet by accident.
const BREAK: &str = "breakdown please";

fn wish(text: &str) -> Wish {
    let text = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&[BREAK]) {
        Wish::Break
    } else if says(&["person", "human", "agent", "somebody", "someone"]) {
        Wish::Person
    } else if says(&["open", "hours", "close"]) {
        Wish::Hours
    } else if says(&["order", "parcel", "delivery"]) {
        Wish::Order
    } else if says(&["bye", "thank"]) {
        Wish::Goodbye
    } else {
        Wish::Unclear
    }
}

const HOURS: &str = "We are open Monday to Friday from 9 to 18, and on Saturday from 10 to 16. 🚲";
const ORDER: &str = "Your order *AB-1207* left our workshop this morning and arrives tomorrow.";
const HANDOFF: &str = "Of course. I call somebody from the team; they answer right here.";
const GOODBYE: &str = "You are welcome! Have a good ride. 👋";
const UNCLEAR: &str =
    "I did not get that. Ask me about our *opening hours* or your *order*, or ask for a *person*.";

/// Answers one message that Oriel told of.
pub async fn answer(oriel: &Oriel, told: &Value) -> Result<()> {
    let conversation = told["conversation"]["id"].as_str().unwrap_or_default();
    let message = &told["message"];
    let Some(execution) = oriel.execution(conversation).await? else {
        return Ok(());
    };
    match execution.status.as_str() {
        "running" => begin(oriel, &execution, message).await,
        "waiting" => go_on(oriel, &execution, message).await,
        // A person has it, or it is over.
        _ => Ok(()),
    }
}

async fn begin(oriel: &Oriel, execution: &Execution, message: &Value) -> Result<()> {
    see(oriel, message).await;
    let wish = wish(&text_of(message));
    if wish != Wish::Unclear {
        return fulfil(oriel, execution, message, wish, true).await;
    }
    say(oriel, message, &greeting()).await?;
    wait(oriel, execution).await
}

async fn go_on(oriel: &Oriel, execution: &Execution, message: &Value) -> Result<()> {
    see(oriel, message).await;
    fulfil(oriel, execution, message, wish(&text_of(message)), false).await
}

/// `first`: the execution runs, and is to wait afterwards.
async fn fulfil(
    oriel: &Oriel,
    execution: &Execution,
    message: &Value,
    wish: Wish,
    first: bool,
) -> Result<()> {
    match wish {
        Wish::Person => {
            say(oriel, message, &text(HANDOFF)).await?;
            let handoff =
                json!({"status": "handoff", "reason": "The customer asked for a person."});
            return oriel.change(execution, &handoff).await;
        }
        Wish::Break => {
            let error = "The bot broke down on a magic word; this is what a failure looks like.";
            return oriel
                .change(execution, &json!({"status": "failed", "error": error}))
                .await;
        }
        Wish::Hours => say(oriel, message, &text(HOURS)).await?,
        Wish::Order => say(oriel, message, &text(ORDER)).await?,
        Wish::Goodbye => say(oriel, message, &text(GOODBYE)).await?,
        Wish::Unclear => say(oriel, message, &text(UNCLEAR)).await?,
    }
    if first {
        wait(oriel, execution).await
    } else {
        Ok(())
    }
}

async fn wait(oriel: &Oriel, execution: &Execution) -> Result<()> {
    let waiting = json!({"status": "waiting", "reason": "user_message", "current_step": "menu"});
    oriel.change(execution, &waiting).await
}

/// A receipt that is lost is no reason to be silent.
async fn see(oriel: &Oriel, message: &Value) {
    if let Err(error) = oriel.read(message).await {
        tracing::warn!(%error, "a message could not be marked as read");
    }
}

async fn say(oriel: &Oriel, message: &Value, what: &Value) -> Result<()> {
    let key = format!("answer to {}", message["id"].as_str().unwrap_or_default());
    oriel.send(message, &key, what).await
}

fn text(body: &str) -> Value {
    json!({"type": "text", "text": {"body": body}})
}

fn greeting() -> Value {
    let button =
        |id: &str, title: &str| json!({"type": "reply", "reply": {"id": id, "title": title}});
    json!({"type": "interactive", "interactive": {
        "type": "button",
        "body": {"text": "Hello, this is the assistant of Acorn Bikes. What can I do for you?"},
        "action": {"buttons": [
            button("hours", "Opening hours"), button("order", "My order"), button("person", "A person"),
        ]},
    }})
}

/// What somebody wrote, or pressed.
fn text_of(message: &Value) -> String {
    let said = [
        &message["text"]["body"],
        &message["interactive"]["button_reply"]["title"],
        &message["button"]["text"],
    ];
    let said = said.into_iter().find_map(Value::as_str);
    said.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_understood_as_far_as_promised() {
        for (text, wanted) in [
            ("When are you open?", Wish::Hours),
            ("Opening hours", Wish::Hours),
            ("Where is my ORDER", Wish::Order),
            ("I want to talk to a human", Wish::Person),
            ("A person", Wish::Person),
            ("Breakdown please", Wish::Break),
            ("Thanks!", Wish::Goodbye),
            ("Hello", Wish::Unclear),
            ("", Wish::Unclear),
        ] {
            assert_eq!(wish(text), wanted, "{text}");
        }
    }

    #[test]
    fn pressed_buttons_count_as_words() {
        let pressed =
            json!({"interactive": {"type": "button_reply", "button_reply": {"title": "My order"}}});
        assert_eq!(text_of(&pressed), "My order");
        assert_eq!(text_of(&json!({"type": "image"})), "");
    }
}
