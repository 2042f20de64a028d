// What is made in a form: what WhatsApp is asked to bring, what the customer's phone shows, and what comes back from it.
import type { Page } from "@playwright/test";
import { sent, type Sent } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { bubble, bubbles } from "../support/inbox.ts";
import { messages, phone, taps } from "../support/phone.ts";
import { picture } from "../support/picture.ts";
import { begin, field, fill, pick, putInHeader, send, sheet } from "../support/sheet.ts";
import { talk } from "../support/talk.ts";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

/// The one message that was sent; more would be one too many.
async function only(bodies: () => Promise<Sent[]>): Promise<Sent> {
  await expect.poll(async () => (await bodies()).length).toBe(1);
  return (await bodies())[0];
}

/// The first picture of a phone's last bubble is there in full.
async function isDrawn(beside: Page) {
  const wide = () => messages(beside).last().locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(wide).toBeGreaterThan(0);
}

test("a form goes out with its button, and what the customer fills in comes back", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Form");
  await begin(page, "Form");
  await field(page, "action.flow_id").selectOption({ label: "Book a test ride" });
  await fill(page, { body: "Would you like to try it?", "action.label": "Book a ride", footer: "It takes a minute" });
  await send(page);
  const { interactive } = await only(() => sent(request, demo, customer));
  expect(interactive.type).toBe("flow");
  const { flow_id, flow_cta, flow_message_version } = interactive.action.parameters;
  expect([flow_id, flow_cta, flow_message_version]).toEqual(["771200340012", "Book a ride", "3"]);
  await expect(bubble(page, "Would you like to try it?")).toContainText("Book a ride");

  const beside = await phone(page, demo, customer);
  await expect(messages(beside).last()).toContainText("Would you like to try it?");
  await expect(messages(beside).last()).toContainText("It takes a minute");
  await taps(beside).filter({ hasText: "Book a ride" }).click();
  await expect(bubbles(page).last()).toHaveAttribute("data-direction", "inbound");
  await expect(bubbles(page).last()).toHaveAttribute("data-kind", "interactive");
});

for (const [kind, label, name, mimeType, buffer] of [
  ["image", "Image", "wren.png", "image/png", picture(300, 150)],
  ["document", "Document", "wren.pdf", "application/pdf", PDF],
] as const) {
  test(`buttons below a ${kind}: the phone shows both, and a button that is pressed there arrives`, async ({ page, demo, request }) => {
    const customer = await talk(page, request, demo, label);
    await begin(page, "Buttons");
    await field(page, "header.kind").selectOption(kind);
    await putInHeader(page, { name, mimeType, buffer });
    await fill(page, { body: "Shall we hold it for you?", "action.buttons.0": "Yes, please" });
    await send(page);
    const { interactive } = await only(() => sent(request, demo, customer));
    expect(interactive.type).toBe("button");
    expect(interactive.header.type).toBe(kind);
    expect(interactive.header[kind].id).toMatch(/./);
    const beside = await phone(page, demo, customer);
    await expect(messages(beside).last()).toContainText("Shall we hold it for you?");
    if (kind === "image") await isDrawn(beside);
    else await expect(messages(beside).last().locator("a.paper")).toContainText(name);
    await taps(beside).filter({ hasText: "Yes, please" }).click();
    const answer = bubbles(page).last();
    await expect(answer).toHaveAttribute("data-direction", "inbound");
    await expect(answer).toContainText("Yes, please");
  });
}

test("a template takes a document and variables, and the phone shows it filled in", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Invoice");
  await pick(page, "invoice ready");
  await putInHeader(page, { name: "invoice 1042.pdf", mimeType: "application/pdf", buffer: PDF });
  await fill(page, { "body.first_name": "Mara", "body.order": "order AB-1042" });
  await expect(page.locator(".seen")).toContainText("Hi Mara, here is the invoice for order AB-1042.");
  await send(page);
  const { template } = await only(() => sent(request, demo, customer));
  expect([template.name, template.language.code]).toEqual(["invoice_ready", "en_US"]);
  const [header, body] = template.components;
  expect(header.parameters[0].document.filename).toBe("invoice 1042.pdf");
  expect(body.parameters).toEqual([
    { type: "text", parameter_name: "first_name", text: "Mara" },
    { type: "text", parameter_name: "order", text: "order AB-1042" },
  ]);
  const beside = await phone(page, demo, customer);
  const last = messages(beside).last();
  await expect(last).toContainText("Hi Mara, here is the invoice for order AB-1042.");
  await expect(last.locator("a.paper")).toContainText("invoice 1042.pdf");
  await expect(last.getByRole("link", { name: "Call us" })).toHaveAttribute("href", "tel:+15550783881");
});

test("a template takes a picture, and its quick reply comes back", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Spring");
  await pick(page, "spring check");
  await putInHeader(page, { name: "spring.png", mimeType: "image/png", buffer: picture(300, 150) });
  await send(page);
  const { template } = await only(() => sent(request, demo, customer));
  expect(template.components[0].parameters[0].type).toBe("image");
  const beside = await phone(page, demo, customer);
  await isDrawn(beside);
  await taps(beside).filter({ hasText: "Book a check" }).click();
  await expect(bubbles(page).last()).toHaveAttribute("data-direction", "inbound");
  await expect(bubbles(page).last()).toContainText("Book a check");
});

test("a template takes a place", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Pick up");
  await pick(page, "pick up");
  await fill(page, { "place.name": "Acorn Bikes", "place.latitude": "51.4545", "place.longitude": "-2.5879", "body.1": "until six" });
  await send(page);
  const { template } = await only(() => sent(request, demo, customer));
  expect(template.components[0].parameters[0].location.name).toBe("Acorn Bikes");
  const last = messages(await phone(page, demo, customer)).last();
  await expect(last).toContainText("Acorn Bikes");
  await expect(last).toContainText("51.4545, -2.5879");
  await expect(last).toContainText("You find us here, until six.");
});

test("a template has variables in its header and a code to copy", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Sale");
  await pick(page, "summer sale");
  await expect(sheet(page).getByLabel("Code to copy")).toHaveAttribute("name", "button.0");
  await expect(page.locator(".seen-tap").first()).toHaveText("Copy offer code");
  await fill(page, { "header.1": "20%", "body.1": "Sunday", "body.2": "Mara", "button.0": "SUMMER20" });
  await expect(page.locator(".seen-tap").first()).toHaveText("Copy offer code · SUMMER20");
  await send(page);
  const { template } = await only(() => sent(request, demo, customer));
  const button = template.components.find((component: Sent) => component.type === "button");
  expect(button.parameters).toEqual([{ type: "coupon_code", coupon_code: "SUMMER20" }]);
  const last = messages(await phone(page, demo, customer)).last();
  await expect(last).toContainText("20% off, only for you");
  await expect(last).toContainText("Hi Mara, until Sunday all helmets cost less.");
  await expect(last).toContainText("Copy offer code");
});

test("whoever is asked for their phone number shares it with one press", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Number");
  await begin(page, "Ask for phone number");
  await fill(page, { body: "At which number can we call you?" });
  await send(page);
  const { interactive } = await only(() => sent(request, demo, customer));
  expect(interactive).toEqual({
    type: "contact_request",
    body: { text: "At which number can we call you?" },
    action: { name: "request_contact_info" },
  });
  const beside = await phone(page, demo, customer);
  await expect(messages(beside).last()).toContainText("At which number can we call you?");
  await taps(beside).click();
  await beside.getByRole("button", { name: "Send contact" }).click();
  const card = bubbles(page).last();
  await expect(card).toHaveAttribute("data-kind", "contacts");
  await expect(card).toContainText(customer.name);
  await expect(card.getByRole("link")).toHaveAttribute("href", `tel:+${customer.phone}`);
});

test("whoever is asked where they are shares it with one press", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Where");
  await begin(page, "Ask for location");
  await fill(page, { body: "Where are you?" });
  await send(page);
  const { interactive } = await only(() => sent(request, demo, customer));
  expect(interactive).toEqual({
    type: "location_request_message",
    body: { text: "Where are you?" },
    action: { name: "send_location" },
  });
  const beside = await phone(page, demo, customer);
  await taps(beside).click();
  await beside.getByRole("button", { name: "Send location" }).last().click();
  const place = bubbles(page).last();
  await expect(place).toHaveAttribute("data-kind", "location");
  await expect(place).toContainText("Acorn Bikes workshop");
  await expect(place.getByRole("link")).toHaveAttribute("href", /mlat=51\.45450&mlon=-2\.58790/);
});

test("a place and a contact card reach the phone with all that stands in them", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Card");
  await begin(page, "Location");
  await fill(page, { name: "Our shop", address: "12 Mill Lane", latitude: "57,7", longitude: "11.9" });
  await send(page);
  const { location } = await only(() => sent(request, demo, customer));
  expect([Number(location.latitude), Number(location.longitude)]).toEqual([57.7, 11.9]);
  expect([location.name, location.address]).toEqual(["Our shop", "12 Mill Lane"]);
  const beside = await phone(page, demo, customer);
  await expect(messages(beside).last()).toContainText("Our shop");
  await expect(messages(beside).last()).toContainText("12 Mill Lane");
  await expect(messages(beside).last()).toContainText("57.7000, 11.9000");

  await begin(page, "Contact card");
  await fill(page, { "cards.0.name": "Ana Costa", company: "Acorn Bikes", "phones.0": "+351 912 345 678" });
  await send(page);
  await expect.poll(async () => (await sent(request, demo, customer)).length).toBe(2);
  const [card] = (await sent(request, demo, customer))[1].contacts;
  expect([card.name.formatted_name, card.org.company, card.phones[0].phone]).toEqual(["Ana Costa", "Acorn Bikes", "+351 912 345 678"]);
  for (const words of ["Ana Costa", "Acorn Bikes", "+351 912 345 678"]) await expect(messages(beside).last()).toContainText(words);
});

test("a link button leads to its address, from below a picture too", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Linked");
  await begin(page, "Link button");
  await field(page, "header.kind").selectOption("image");
  await putInHeader(page, { name: "sale.png", mimeType: "image/png", buffer: picture(300, 150) });
  await fill(page, { body: "All of it on one page", "action.label": "Open the page", "action.url": "https://acorn.example/sale?a=1" });
  await send(page);
  const { interactive } = await only(() => sent(request, demo, customer));
  expect(interactive.action.parameters).toEqual({ display_text: "Open the page", url: "https://acorn.example/sale?a=1" });
  const beside = await phone(page, demo, customer);
  await isDrawn(beside);
  await expect(messages(beside).last().getByRole("link", { name: "Open the page" })).toHaveAttribute("href", "https://acorn.example/sale?a=1");
});
