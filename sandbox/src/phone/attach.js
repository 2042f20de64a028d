// The attach menu: files, a place, a contact.

import { upload } from "/phone/ask.js";
import { byId, element } from "/phone/element.js";
import { field, sheet } from "/phone/sheet.js";
import { icon } from "/phone/icon.js";

const FILES = {
  image: ["Photo", "image/jpeg,image/png"],
  video: ["Video", "video/mp4,video/3gpp"],
  audio: ["Audio", "audio/*"],
  voice: ["Voice message", "audio/ogg,audio/*"],
  document: ["Document", ""],
};

export function attach({ say, own }) {
  const button = byId("attach");
  const menu = byId("attach-menu");
  const file = byId("file");
  let kind = "document";

  const pick = (name) => () => {
    kind = name;
    file.accept = FILES[name][1];
    file.click();
  };
  const items = Object.entries(FILES).map(([name, [label]]) => item(name, label, pick(name)));
  menu.append(...items, item("location", "Location", () => place(say)), item("contact", "Contact", () => contact(say)));
  button.append(icon("plus"));
  button.addEventListener("click", () => toggle(menu.hidden));
  // A business that asks for a location or a contact brings its own context.
  button.addEventListener("wanted", ({ detail: { what, context } }) => (what === "location" ? place(say, context) : contact(say, context, own())));
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    if (chosen) await sendFile(say, kind, chosen);
  });
  addEventListener("pointerdown", (event) => !menu.hidden && !event.target.closest("#attach, #attach-menu") && toggle(false));
  menu.addEventListener("keydown", walk);

  function item(sign, label, action) {
    const act = () => (toggle(false), action());
    return element("button", { type: "button", role: "menuitem", "data-testid": `phone-attach-${sign}`, onclick: act }, icon(sign), label);
  }

  function toggle(open) {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) menu.firstElementChild.focus();
  }

  function walk(event) {
    const all = [...menu.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
    if (event.key === "Escape") toggle(false), button.focus();
    if (step || event.key === "Escape") event.preventDefault();
  }
}

async function sendFile(say, kind, file) {
  const type = kind === "voice" ? "audio" : kind;
  const caption = byId("text").value.trim();
  const { id } = await upload(file).catch((error) => ({ id: error.message }));
  const said = await say({ type, [type]: {
    id,
    ...(kind === "voice" ? { voice: true } : {}),
    ...(kind === "document" ? { filename: file.name } : {}),
    ...(caption && type !== "audio" ? { caption } : {}),
  } });
  if (said && caption && type !== "audio") {
    byId("text").value = "";
    byId("text").dispatchEvent(new Event("input"));
  }
}

function place(say, context) {
  const fields = [field("name", "Name", "Acorn Bikes workshop"), field("address", "Address", "12 Mill Lane"),
    field("latitude", "Latitude", "51.4545", "decimal"), field("longitude", "Longitude", "-2.5879", "decimal")];
  sheet("Send a location", fields, "Send location", ({ name, address, latitude, longitude }) => {
    const at = { latitude: Number(latitude) || 0, longitude: Number(longitude) || 0 };
    return say({ type: "location", location: { ...at, ...(name && { name }), ...(address && { address }) }, context });
  });
}

// `own`: whose phone this is, when they are asked for their own number.
function contact(say, context, own) {
  const [name, number] = own ? [own.name, `+${own.phone}`] : ["Jonas Ek", "+46 70 123 45 67"];
  const fields = [field("name", "Name", name), field("phone", "Phone", number, "tel")];
  sheet("Send a contact", fields, "Send contact", ({ name, phone }) => {
    const digits = phone.replace(/\D/g, "");
    const origin = context ? { origin: "contact_request" } : {};
    const [first_name, ...others] = name.split(" ");
    const names = { formatted_name: name, first_name, ...(others.length && { last_name: others.join(" ") }) };
    return say({ type: "contacts", contacts: [{ name: names, phones: [{ phone, wa_id: digits, type: "CELL" }], ...origin }], context });
  });
}
