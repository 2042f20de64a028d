//! Orders from a catalogue. Numbers come as numbers or as strings.

use super::{array, line};
use crate::whatsapp::content::text;
use app::domain::content::{Item, Order};
use serde_json::Value;

pub(super) fn order(node: &Value) -> Order {
    let items = &node["product_items"];
    Order {
        items: array(items).map(item).collect(),
        total: total(items),
        note: line(&node["text"]),
    }
}

fn item(item: &Value) -> Item {
    let currency = line(&item["currency"]).unwrap_or_default();
    Item {
        product: line(&item["product_retailer_id"]).unwrap_or_default(),
        quantity: line(&item["quantity"]).unwrap_or_default(),
        price: match number(&item["item_price"]) {
            Some(price) => format!("{price:.2} {currency}").trim().to_owned(),
            None => line(&item["item_price"]).unwrap_or_default(),
        },
    }
}

/// The sum of all items, not only of those that are shown.
fn total(items: &Value) -> Option<String> {
    let items = items.as_array().filter(|items| !items.is_empty())?;
    let currency = line(&items[0]["currency"])?;
    let mut sum = 0.0;
    for item in items {
        if line(&item["currency"])? != currency {
            return None;
        }
        sum += number(&item["item_price"])? * number(&item["quantity"])?;
    }
    // Beyond this a sum of floats is no sum of money.
    (sum < 1e12).then(|| format!("{sum:.2} {currency}"))
}

fn number(value: &Value) -> Option<f64> {
    let number: f64 = text(value).trim().parse().ok()?;
    (number.is_finite() && (0.0..1e12).contains(&number)).then_some(number)
}
