//! What themes are called.

use crate::domain::embed::Mode;
use crate::texts::texts;

impl Mode {
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::System => texts.theme_system(),
            Self::Light => texts.theme_light(),
            Self::Dark => texts.theme_dark(),
        }
    }
}
