//! Which keys lead where.

use crate::texts::texts;

/// The arrow to what comes next: to the right, or to the left where lines begin at the right.
pub fn onwards() -> &'static str {
    match texts().language.is_right_to_left() {
        true => "ArrowLeft",
        false => "ArrowRight",
    }
}
