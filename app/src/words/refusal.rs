//! What the server refuses, in the language of the page. Refusals are sentences in English, for programs; those
//! that people meet on the dashboard are known by what they say. What is not known here stays as it is.

use crate::texts::texts;

/// `sentence` comes without the field that it is about.
pub fn refusal(sentence: &str) -> Option<String> {
    let t = texts();
    if let Some(origin) = foreign_origin(sentence) {
        return Some(t.wrong_origin(origin));
    }
    let (shape, numbers) = shape(sentence);
    let known = match (shape.as_str(), numbers.as_slice()) {
        ("it has more than # characters", [most]) => return Some(t.wrong_long(*most)),
        ("it has more than # entries", [most]) => return Some(t.wrong_origins(*most)),
        ("it needs at least # characters", [least]) => return Some(t.wrong_short(*least)),
        ("it must have # to # characters", [least, most]) => {
            return Some(t.wrong_key(*least, *most));
        }
        ("Too many attempts. Try again in # s.", [seconds]) => {
            return Some(t.wrong_too_many(*seconds));
        }
        ("one to # letters, digits, - or _", [most]) => return Some(t.wrong_shortcut(*most)),
        ("# characters are too many, WhatsApp takes #", [length, most]) => {
            return Some(t.wrong_text_long(*length, *most));
        }
        ("A project keeps at most # replies. Delete one first.", [most]) => {
            return Some(t.wrong_replies(*most));
        }
        ("its port must be # or #", _) => t.wrong_url_port(),
        (sentence, []) => plain(sentence)?,
        _ => return None,
    };
    Some(known.to_owned())
}

fn plain(sentence: &str) -> Option<&'static str> {
    let t = texts();
    Some(match sentence {
        "it is required" => t.wrong_required(),
        "it contains a NUL" | "it contains a NUL, which is no character" => t.wrong_nul(),
        "it is not an e-mail address" => t.wrong_email(),
        "this person is a member already" => t.wrong_member(),
        "The e-mail address or the password is wrong." => t.wrong_sign_in(),
        "it is not the one of this account" => t.wrong_password(),
        "it is not your present password" => t.wrong_old_password(),
        "it is not the one that the server printed when it started" => t.wrong_code(),
        "Oriel is set up already. Sign in instead." => t.wrong_set_up(),
        "A project keeps at least one owner. Make somebody else an owner first." => {
            t.wrong_last_owner()
        }
        "This invitation was taken, withdrawn, or is too old. Ask for a new one." => {
            t.wrong_invitation()
        }
        "it lies in the past" => t.wrong_past(),
        "pick a day and a time" => t.wrong_moment(),
        "choose a number" => t.wrong_number_choice(),
        "choose a customer" => t.wrong_customer_choice(),
        "it has characters that no id of Meta has" => t.wrong_meta_id(),
        "this number is connected already" => t.wrong_connected(),
        "another customer has it" => t.wrong_customer_id(),
        "another reply has it" => t.wrong_shortcut_taken(),
        "write something first" => t.wrong_text(),
        "pick at least one" | "choose at least one" => t.wrong_events(),
        "it must be an address such as https://example.com/webhook" => t.wrong_url(),
        "it must begin with https:// or http://" => t.wrong_url_scheme(),
        "it must not contain a user name or password" => t.wrong_url_login(),
        "it must be a public address" => t.wrong_url_public(),
        "This webhook is switched off." => t.wrong_webhook_off(),
        _ => return None,
    })
}

/// `"x" is not an origin such as …`
fn foreign_origin(sentence: &str) -> Option<&str> {
    let rest = sentence.strip_prefix('"')?;
    Some(rest.split_once("\" is not an origin such as ")?.0)
}

/// The sentence with `#` in place of its numbers, and those.
fn shape(sentence: &str) -> (String, Vec<u64>) {
    let mut shape = String::new();
    let mut numbers = Vec::new();
    let mut rest = sentence;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| !c.is_ascii_digit());
        let (digits, after) = from.split_at(end.unwrap_or(from.len()));
        shape.push_str(before);
        shape.push('#');
        numbers.push(digits.parse().unwrap_or_default());
        rest = after;
    }
    shape.push_str(rest);
    (shape, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::CustomerDraft;
    use crate::domain::member::{email_problem, password_problem, person_name_problem};
    use crate::domain::message::text_problem;
    use crate::domain::number::NumberDraft;
    use crate::domain::saved_reply::SavedReplyDraft;
    use crate::domain::{api_key, embed};

    fn told(problem: Option<String>) -> String {
        let problem = problem.unwrap();
        let (_, sentence) = problem.split_once(": ").unwrap();
        refusal(sentence).unwrap_or_else(|| panic!("{problem} has no text"))
    }

    #[test]
    fn what_the_domain_finds_wrong_has_words() {
        let long = "a".repeat(5_000);
        assert_eq!(told(api_key::name_problem("")), "It is required.");
        assert_eq!(
            told(api_key::name_problem(&long)),
            "It has more than 120 characters."
        );
        assert_eq!(
            told(embed::name_problem(Some(&long))),
            told(api_key::name_problem(&long))
        );
        assert!(told(embed::origins_problem(&["a b".to_owned()])).contains("“a b”"));
        let many = vec!["https://a.com".to_owned(); 51];
        assert!(told(embed::origins_problem(&many)).contains("50"));
        told(email_problem("nobody"));
        told(person_name_problem("a\0b"));
        told(password_problem("short"));
        told(password_problem(&long));
        told(text_problem(""));
        told(text_problem("a\0b"));
        assert!(told(text_problem(&long)).starts_with("5,000 "));
        told(SavedReplyDraft::default().problem());
        told(CustomerDraft::default().problem());
        told(NumberDraft::default().problem());
        let odd = NumberDraft {
            phone_number_id: "a/b".to_owned(),
            ..NumberDraft::default()
        };
        told(odd.problem());
    }

    #[test]
    fn what_nobody_knows_stays() {
        assert_eq!(refusal("it fell off a shelf"), None);
        assert_eq!(refusal("it has more than x characters"), None);
        assert_eq!(refusal("it is required, 2 times"), None);
    }
}
