// Whose phone this is: search, switch, or make a new customer.

import { post } from "/phone/ask.js";
import { summary } from "/phone/content.js";
import { avatar, byId, element } from "/phone/element.js";
import { icon } from "/phone/icon.js";
import { field, head, sheet } from "/phone/sheet.js";

export function people({ phone, choose, problem }) {
  const dialog = byId("sheet");
  const list = element("div", { class: "people", role: "list" });
  const search = element("input", { type: "search", placeholder: "Search customers", "aria-label": "Search customers", autocomplete: "off", oninput: () => draw() });
  const add = element("button", { type: "button", class: "person new", "data-testid": "phone-new-customer", onclick: create }, icon("person"), element("strong", {}, "New customer"));

  function open() {
    search.value = "";
    draw();
    const box = element("label", { class: "search" }, icon("search"), search);
    dialog.replaceChildren(head("Whose phone?"), element("div", { class: "sheet-body" }, box, add, list));
    dialog.showModal();
    search.focus();
  }

  function draw() {
    const words = search.value.trim().toLowerCase();
    const fits = (one) => `${one.name} ${one.username ?? ""} ${one.phone}`.toLowerCase().includes(words);
    const found = phone.customers.filter(fits).sort((a, b) => last(b) - last(a));
    list.replaceChildren(...found.map(row));
    if (found.length === 0) list.append(element("p", { class: "none" }, "Nobody has that name or number."));
  }

  function row(one) {
    const chat = one.chats?.find((chat) => chat.phone_number_id === phone.number);
    const unread = (one.chats ?? []).reduce((sum, chat) => sum + chat.unread, 0);
    const chosen = one.phone === phone.customer;
    const pick = () => (dialog.close(), choose(one.phone));
    const attributes = { type: "button", class: "person", "aria-current": chosen ? "true" : null, "data-phone": one.phone, "data-testid": "phone-person", onclick: pick };
    const words = chat?.last ? summary(chat.last) : `+${one.phone}`;
    return element("div", { role: "listitem" }, element("button", attributes, avatar(one.name),
      element("span", { class: "person-words" }, element("strong", { dir: "auto" }, one.name), element("small", { dir: "auto" }, words)),
      unread ? element("span", { class: "unread", "aria-label": `${unread} unread` }, unread) : null));
  }

  function create() {
    const hidden = element("label", { class: "check" }, element("input", { type: "checkbox", name: "hidden" }), "Does not share the phone number");
    const fields = [field("name", "Name", "", "text", { required: true }), field("phone", "Phone, with country code", "", "tel", { required: true, pattern: "[+0-9 ()\\-]{7,22}" }), field("username", "Username (optional)"), hidden];
    sheet("New customer", fields, "Create", async ({ name, phone: number, username, hidden }) => {
      try {
        const told = { name, phone: number, shares_phone: hidden !== "on", ...(username && { username }) };
        await choose((await post("/customers", told)).phone);
      } catch (error) {
        problem(error);
      }
    });
  }

  const last = (one) => Math.max(0, ...(one.chats ?? []).map((chat) => chat.last?.timestamp ?? 0));

  return {
    open,
    refresh: () => dialog.open && dialog.contains(search) && draw(),
  };
}
