//! What the server refuses, in the language of the page. Refusals are sentences in English, for programs; those
//! that people meet on the dashboard are known by what they say. What is not known here stays as it is.

use crate::domain::refusal::office as said;
use crate::texts::texts;

/// `sentence` comes without the field that it is about.
pub fn refusal(sentence: &str) -> Option<String> {
    let t = texts();
    if let Some(origin) = foreign_origin(sentence) {
        return Some(t.wrong_origin(origin));
    }
    if let Some(known) = plain(sentence) {
        return Some(known.to_owned());
    }
    let (shape, numbers) = shape(sentence);
    Some(match (shape.as_str(), numbers.as_slice()) {
        ("it has more than # characters", [most]) => t.wrong_long(*most),
        ("it has more than # entries", [most]) => t.wrong_origins(*most),
        ("it needs at least # characters", [least]) => t.wrong_short(*least),
        ("it must have # to # characters", [least, most]) => t.wrong_key(*least, *most),
        ("Too many attempts. Try again in # s.", [seconds]) => t.wrong_too_many(*seconds),
        ("one to # letters, digits, - or _", [most]) => t.wrong_shortcut(*most),
        ("# characters are too many, WhatsApp takes #", [length, most]) => {
            t.wrong_text_long(*length, *most)
        }
        ("A project keeps at most # replies. Delete one first.", [most]) => t.wrong_replies(*most),
        _ => return None,
    })
}

fn plain(sentence: &str) -> Option<&'static str> {
    let t = texts();
    Some(match sentence {
        said::REQUIRED => t.wrong_required(),
        said::NUL | "it contains a NUL, which is no character" => t.wrong_nul(),
        said::NOT_AN_EMAIL => t.wrong_email(),
        said::MEMBER_ALREADY => t.wrong_member(),
        said::WRONG_SIGN_IN => t.wrong_sign_in(),
        said::WRONG_PASSWORD => t.wrong_password(),
        said::WRONG_OLD_PASSWORD => t.wrong_old_password(),
        said::WRONG_CODE => t.wrong_code(),
        said::SET_UP_ALREADY => t.wrong_set_up(),
        said::LAST_OWNER => t.wrong_last_owner(),
        said::INVITATION_GONE => t.wrong_invitation(),
        said::PAST => t.wrong_past(),
        "pick a day and a time" => t.wrong_moment(),
        "choose a number" => t.wrong_number_choice(),
        "choose a customer" => t.wrong_customer_choice(),
        said::NO_META_ID => t.wrong_meta_id(),
        said::NUMBER_CONNECTED => t.wrong_connected(),
        said::EXTERNAL_ID_TAKEN => t.wrong_customer_id(),
        said::SHORTCUT_TAKEN => t.wrong_shortcut_taken(),
        "write something first" => t.wrong_text(),
        said::NO_EVENT => t.wrong_events(),
        said::URL_SHAPE => t.wrong_url(),
        said::URL_SCHEME => t.wrong_url_scheme(),
        said::URL_LOGIN => t.wrong_url_login(),
        said::URL_PORT => t.wrong_url_port(),
        said::URL_INSIDE => t.wrong_url_public(),
        said::WEBHOOK_OFF => t.wrong_webhook_off(),
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
    fn what_the_office_counts_has_words() {
        for sentence in [
            said::too_long(7),
            said::not_so_long(8, 500),
            said::too_many_replies(7),
            said::too_many_attempts(7),
        ] {
            assert!(refusal(&sentence).is_some(), "{sentence}");
        }
        assert!(refusal(said::URL_PORT).is_some());
    }

    #[test]
    fn what_nobody_knows_stays() {
        assert_eq!(refusal("it fell off a shelf"), None);
        assert_eq!(refusal("it has more than x characters"), None);
        assert_eq!(refusal("it is required, 2 times"), None);
    }
}
