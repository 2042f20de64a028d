//! How far an outbound message has come, as a glyph with a word for those who do not see it.

use crate::domain::delivery::Delivery;
use crate::ui::icon::{AlertIcon, ClockIcon, DoubtIcon, ReadIcon, TickIcon, TicksIcon};
use leptos::prelude::*;

#[component]
pub fn Tick(delivery: Delivery) -> impl IntoView {
    let glyph = match delivery {
        Delivery::Queued | Delivery::Sending => ClockIcon().into_any(),
        Delivery::Accepted | Delivery::Sent => TickIcon().into_any(),
        Delivery::Delivered => TicksIcon().into_any(),
        Delivery::Read | Delivery::Played => ReadIcon().into_any(),
        Delivery::Failed => AlertIcon().into_any(),
        Delivery::Unconfirmed => DoubtIcon().into_any(),
    };
    view! {
        <span class="tick" data-delivery=delivery.word() role="img" aria-label=delivery.label() title=delivery.label()>
            {glyph}
        </span>
    }
}
