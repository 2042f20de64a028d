//! How long an embed is good for: presets, or a moment that one picks.

use crate::domain::refusal::office as refusal;
use crate::domain::time::{DAY, HOUR, Timestamp};
use crate::texts::texts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    Never,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    /// At the moment that the field beside it names.
    Picked,
    /// As it was before.
    Kept,
}

impl Expiry {
    /// For a new embed.
    pub const FRESH: [Self; 7] = [
        Self::Never,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Picked,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Picked => "picked",
            Self::Kept => "kept",
        }
    }

    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Never => texts.expiry_never(),
            Self::Hour => texts.expiry_hour(),
            Self::Day => texts.expiry_day(),
            Self::Week => texts.expiry_week(),
            Self::Month => texts.expiry_month(),
            Self::Quarter => texts.expiry_quarter(),
            Self::Picked => texts.expiry_picked(),
            Self::Kept => texts.expiry_kept(),
        }
    }

    /// The moment that it means now. `picked` is the field's; the error begins with the field's name.
    pub fn moment(
        self,
        now: Timestamp,
        picked: Option<Timestamp>,
    ) -> Result<Option<Timestamp>, String> {
        let span = match self {
            Self::Never | Self::Kept => return Ok(None),
            Self::Hour => HOUR,
            Self::Day => DAY,
            Self::Week => 7 * DAY,
            Self::Month => 30 * DAY,
            Self::Quarter => 90 * DAY,
            Self::Picked => {
                return match picked {
                    Some(at) if at <= now => Err(format!("expires_at: {}", refusal::PAST)),
                    Some(at) => Ok(Some(at)),
                    None => Err("expires_at: pick a day and a time".to_owned()),
                };
            }
        };
        Ok(Some(now.plus(span)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_736_935_200_000);

    #[test]
    fn presets_count_from_now() {
        assert_eq!(Expiry::Never.moment(NOW, Some(NOW)), Ok(None));
        assert_eq!(Expiry::Hour.moment(NOW, None), Ok(Some(NOW.plus(HOUR))));
        assert_eq!(
            Expiry::Quarter.moment(NOW, None),
            Ok(Some(NOW.plus(90 * DAY)))
        );
    }

    #[test]
    fn a_picked_moment_lies_ahead() {
        let later = NOW.plus(1);
        assert_eq!(Expiry::Picked.moment(NOW, Some(later)), Ok(Some(later)));
        assert!(Expiry::Picked.moment(NOW, Some(NOW)).is_err());
        assert!(Expiry::Picked.moment(NOW, None).is_err());
    }
}
