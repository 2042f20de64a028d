// How what we send looks on both ends: in our thread, and on the customer's phone; see looks.spec.ts.
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { type Customer, sent } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { bubbles, composer } from "../support/inbox.ts";
import { comparable, DARK, LIGHT, look, wide } from "../support/looks.ts";
import { phone } from "../support/phone.ts";
import { photo } from "../support/picture.ts";
import { send } from "../support/platform.ts";
import type { Demo } from "../support/process.ts";
import { talk } from "../support/talk.ts";

// The pages' policy would keep out the style sheet that hides what the clock changes (support/still.css).
test.use({ conversations: 46, viewport: { width: 1280, height: 800 }, bypassCSP: true });
test.describe.configure({ timeout: 120_000 });

/// So high that all of it is seen.
const HIGH = 1250;

const ofDemo = (name: string) => readFileSync(new URL(`../../oriel/src/demo/${name}`, import.meta.url));

const FILES = [
  { name: "bike.jpg", mimeType: "image/jpeg", buffer: photo("bike"), caption: "This is the one. *Two* are left." },
  { name: "metres.mp4", mimeType: "video/mp4", buffer: ofDemo("metres.mp4") },
  { name: "Invoice 1042.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n"), caption: "And the invoice" },
  { name: "wheel.webp", mimeType: "image/webp", buffer: ofDemo("sticker.webp") },
];

const button = (id: string, title: string) => ({ type: "reply", reply: { id, title } });

const FORMS = [
  { type: "text", text: { body: "Hello *Gus*, we have _two_ of them:\n- red\n- blue\nSee https://acorn.example" } },
  {
    type: "interactive",
    interactive: {
      type: "button",
      header: { type: "text", text: "Your repair" },
      body: { text: "It is ready. When would you like to come?" },
      footer: { text: "Open until 18:00" },
      action: { buttons: [button("today", "Today"), button("tomorrow", "Tomorrow"), button("person", "Talk to a person")] },
    },
  },
  {
    type: "interactive",
    interactive: {
      type: "list",
      body: { text: "Which service do you want?" },
      action: { button: "See services", sections: [{ title: "Workshop", rows: [{ id: "small", title: "Small service", description: "Brakes and gears" }] }] },
    },
  },
  {
    type: "interactive",
    interactive: { type: "cta_url", body: { text: "Follow your order here." }, action: { name: "cta_url", parameters: { display_text: "Track order", url: "https://acorn.example/o/1042" } } },
  },
  { type: "interactive", interactive: { type: "location_request_message", body: { text: "Where shall we pick it up?" }, action: { name: "send_location" } } },
  { type: "location", location: { latitude: 55.6761, longitude: 12.5683, name: "Acorn Bikes", address: "Havnegade 4, Copenhagen" } },
  { type: "contacts", contacts: [{ name: { formatted_name: "Tom Becker", first_name: "Tom" }, phones: [{ phone: "+45 20 12 34 56", wa_id: "4520123456", type: "WORK" }] }] },
];

async function both(page: Page, demo: Demo, customer: Customer, name: string) {
  await expect(bubbles(page).last()).toHaveAttribute("data-delivery", /read|delivered/);
  await wide(page);
  await look(page, `sent-${name}`, [1280], LIGHT, HIGH);
  await look(page, `sent-${name}`, [360], DARK, HIGH);
  const beside = await phone(page, demo, customer);
  await look(beside, `phone-${name}`, [420], ["light", "dark"], 900);
}

test("files", async ({ page, demo, request }) => {
  await page.goto(demo.embeds.project.url);
  await comparable(page);
  const customer = await talk(page, request, demo, { phone: "46709000301", name: "Gus Files" });
  for (const [nth, { caption, ...file }] of FILES.entries()) {
    await page.getByTestId("attach").setInputFiles([file]);
    await expect(page.getByTestId("attachment")).toHaveCount(1);
    if (caption) await composer(page).fill(caption);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(async () => (await sent(request, demo, customer)).length).toBe(nth + 1);
  }
  await both(page, demo, customer, "files");
});

test("forms", async ({ page, demo, request }) => {
  await page.goto(demo.embeds.project.url);
  await comparable(page);
  const customer = await talk(page, request, demo, { phone: "46709000302", name: "Gerda Forms" });
  for (const [nth, form] of FORMS.entries()) {
    await send(request, demo, customer, form);
    await expect.poll(async () => (await sent(request, demo, customer)).length).toBe(nth + 1);
  }
  await expect(bubbles(page)).toHaveCount(FORMS.length + 1);
  await both(page, demo, customer, "forms");
});
