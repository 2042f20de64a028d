//! Orders from a catalogue. Numbers come as numbers or as strings.

use super::{array, line};
use crate::whatsapp::content::text;
use app::domain::content::{Item, Money, Order};
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
    let currency = currency(item).unwrap_or_default();
    // Beside `3 × pen` stands what the three cost, so that the lines add up to the total.
    let (price, quantity) = (&item["item_price"], &item["quantity"]);
    let price = match (number(price), number(quantity)) {
        (Some(each), Some(pieces)) if each * pieces < MOST => amount(each * pieces, &currency),
        (Some(_), Some(_)) => String::new(),
        (Some(each), None) => amount(each, &currency),
        (None, _) => line(price).unwrap_or_default(),
    };
    Item {
        product: line(&item["product_retailer_id"]).unwrap_or_default(),
        quantity: line(&item["quantity"]).unwrap_or_default(),
        price: (price, currency),
    }
}

/// No price is that high, and no float holds the digits of what is.
const MOST: f64 = 1e12;

/// The sum of all items, not only of those that are shown.
fn total(items: &Value) -> Option<Money> {
    let items = items.as_array().filter(|items| !items.is_empty())?;
    let all = currency(&items[0])?;
    let mut sum = 0.0;
    for item in items {
        if currency(item)? != all {
            return None;
        }
        sum += number(&item["item_price"])? * number(&item["quantity"])?;
    }
    // Beyond this a sum of floats is no sum of money.
    (sum < MOST).then(|| (amount(sum, &all), all))
}

/// A code of ISO 4217; of what is none, nothing is shown.
fn currency(item: &Value) -> Option<String> {
    let code = line(&item["currency"])?.to_ascii_uppercase();
    (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}

/// With as many digits after the point as the currency has.
fn amount(price: f64, currency: &str) -> String {
    let digits = match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    };
    format!("{price:.digits$}")
}

fn number(value: &Value) -> Option<f64> {
    let number: f64 = text(value).trim().parse().ok()?;
    (number.is_finite() && (0.0..MOST).contains(&number)).then_some(number)
}
