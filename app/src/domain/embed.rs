//! Embeds: access links for an iframe.

use serde::{Deserialize, Serialize};

/// The theme: as the system says, light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    #[default]
    System,
    Light,
    Dark,
}

impl Mode {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "Follow system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }
}

/// What kind of thing an embed's scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeType {
    Project,
    PhoneNumber,
    Customer,
}

impl ScopeType {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::PhoneNumber => "phone_number",
            Self::Customer => "customer",
        }
    }

    /// Also takes `whatsapp_config`, the older name of `phone_number`.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "project" => Some(Self::Project),
            "phone_number" | "whatsapp_config" => Some(Self::PhoneNumber),
            "customer" => Some(Self::Customer),
            _ => None,
        }
    }
}

pub const NAME_LIMIT: usize = 120;
pub const ORIGINS_LIMIT: usize = 50;
/// Languages that the inbox speaks.
pub const LANGUAGES: [&str; 2] = ["en", "es"];
