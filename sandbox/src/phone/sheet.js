// A small form that slides up.

import { byId, element } from "/phone/element.js";
import { icon } from "/phone/icon.js";

export function sheet(title, fields, verb, done) {
  const dialog = byId("sheet");
  const submit = async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target));
    dialog.close();
    await done(values);
  };
  const form = element("form", { class: "sheet-form", onsubmit: submit }, fields,
    element("button", { type: "submit", class: "strong pill" }, verb));
  dialog.replaceChildren(head(title), element("div", { class: "sheet-body" }, form));
  dialog.showModal();
}

export function head(title) {
  const close = element("button", { type: "button", class: "round quiet", "aria-label": "Close", onclick: () => byId("sheet").close() }, icon("close"));
  return element("div", { class: "sheet-head" }, element("h2", { id: "sheet-title" }, title), close);
}

export function field(name, label, value = "", inputmode = "text", more = {}) {
  return element("label", { class: "field" }, element("span", {}, label), element("input", { name, value, inputmode, autocomplete: "off", dir: "auto", ...more }));
}
