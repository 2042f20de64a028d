//! What is wrong with a field of a form.

use crate::domain::flaw::Flaw;
use crate::texts::texts;

impl Flaw {
    pub fn words(&self) -> String {
        let texts = texts();
        match self {
            Self::Empty => texts.flaw_empty().to_owned(),
            Self::Long(length, most) => texts.flaw_long(*length as u64, *most as u64),
            Self::Nul => texts.flaw_nul().to_owned(),
            Self::SameButton => texts.flaw_same_button().to_owned(),
            Self::NoLink => texts.flaw_link().to_owned(),
            Self::Blank => texts.flaw_blank().to_owned(),
            Self::Count(most, ..) => texts.flaw_rows(*most as u64),
            Self::Other(_) => texts.flaw_other().to_owned(),
        }
    }
}
