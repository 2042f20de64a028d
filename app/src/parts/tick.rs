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
        <span class="tick" data-delivery=delivery.word() role="img" aria-label=spoken(delivery) title=spoken(delivery)>
            {glyph}
        </span>
    }
}

const fn spoken(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Queued => "Waiting to be sent",
        Delivery::Sending => "Sending",
        Delivery::Accepted | Delivery::Sent => "Sent",
        Delivery::Delivered => "Delivered",
        Delivery::Read => "Read",
        Delivery::Played => "Played",
        Delivery::Failed => "Failed",
        Delivery::Unconfirmed => "Unconfirmed",
    }
}
