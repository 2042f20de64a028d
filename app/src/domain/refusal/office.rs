//! Sentences with which the server refuses what people do on the dashboard, without the field that they are about. Pages
//! know them again and say them in their own language (`words::refusal`).

pub const REQUIRED: &str = "it is required";
pub const NUL: &str = "it contains a NUL";
pub const NOT_AN_EMAIL: &str = "it is not an e-mail address";
pub const PAST: &str = "it lies in the past";
pub const NO_META_ID: &str = "it has characters that no id of Meta has";

pub const MEMBER_ALREADY: &str = "this person is a member already";
pub const LAST_OWNER: &str =
    "A project keeps at least one owner. Make somebody else an owner first.";
pub const INVITATION_GONE: &str =
    "This invitation was taken, withdrawn, or is too old. Ask for a new one.";

pub const WRONG_SIGN_IN: &str = "The e-mail address or the password is wrong.";
pub const WRONG_PASSWORD: &str = "it is not the one of this account";
pub const WRONG_OLD_PASSWORD: &str = "it is not your present password";

pub const WRONG_CODE: &str = "it is not the one that the server printed when it started";
pub const SET_UP_ALREADY: &str = "Oriel is set up already. Sign in instead.";

pub const NUMBER_CONNECTED: &str = "this number is connected already";
pub const EXTERNAL_ID_TAKEN: &str = "another customer has it";
pub const SHORTCUT_TAKEN: &str = "another reply has it";

pub const NO_EVENT: &str = "choose at least one";
pub const WEBHOOK_OFF: &str = "This webhook is switched off.";
pub const URL_SHAPE: &str = "it must be an address such as https://example.com/webhook";
pub const URL_SCHEME: &str = "it must begin with https:// or http://";
pub const URL_LOGIN: &str = "it must not contain a user name or password";
pub const URL_PORT: &str = "its port must be 80 or 443";
pub const URL_INSIDE: &str = "it must be a public address";

pub fn too_long(most: usize) -> String {
    format!("it has more than {most} characters")
}

pub fn not_so_long(least: usize, most: usize) -> String {
    format!("it must have {least} to {most} characters")
}

pub fn too_many_replies(most: impl std::fmt::Display) -> String {
    format!("A project keeps at most {most} replies. Delete one first.")
}

pub fn too_many_attempts(seconds: impl std::fmt::Display) -> String {
    format!("Too many attempts. Try again in {seconds} s.")
}
