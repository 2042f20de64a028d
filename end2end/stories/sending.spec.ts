// What becomes of messages between Send and the server: nothing is lost, nothing goes out twice, and nothing else happens.
import type { Page } from "@playwright/test";
import { heard, newCustomer, says, sent } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { alive, answer, bubble, bubbles, composer, open } from "../support/inbox.ts";
import { talk } from "../support/talk.ts";

const LOUD = /ERR_FAILED|Failed to load resource/;
const waiting = (page: Page) => page.locator(".bubble[data-delivery='queued']");

test("a double click on Send sends, and records nothing", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Quick");
  await composer(page).fill("One word");
  await page.getByRole("button", { name: "Send", exact: true }).dblclick();
  await expect(bubble(page, "One word")).toHaveAttribute("data-delivery", "read");
  await expect(page.getByRole("button", { name: "Record a voice message" })).toBeVisible();
  await expect(page.locator(".voice, .voice-refused")).toHaveCount(0);
  await expect(composer(page), "one goes on writing").toBeFocused();
  expect(await heard(request, demo, customer)).toEqual(["One word"]);
});

test("what waits outlives the page, and goes out once and in its order", async ({ page, demo, request, noise }) => {
  noise.expect(LOUD);
  const customer = await talk(page, request, demo, "Keeper");
  await page.route("**/api/messages/send", (route) => route.abort());
  const texts = ["first", "second", "third"];
  for (const text of texts) await answer(page, text);
  await expect(waiting(page)).toHaveCount(3);
  await open(page, "Mara Lindqvist");
  await page.reload();
  await alive(page);
  await open(page, customer.name);
  await expect(waiting(page)).toHaveCount(3);
  await page.reload();
  await alive(page);
  await expect(waiting(page), "in the conversation that is open from the start").toHaveCount(3);
  await page.unroute("**/api/messages/send");
  for (const text of texts) await expect(bubble(page, text)).toHaveAttribute("data-delivery", "read", { timeout: 30_000 });
  expect(await heard(request, demo, customer)).toEqual(texts);
  await page.reload();
  await alive(page);
  await expect(bubbles(page)).toHaveCount(4);
  await page.waitForTimeout(1_500);
  expect(await heard(request, demo, customer), "nothing is tried again").toEqual(texts);
});

test("what the server took before the page was lost is not sent again", async ({ page, demo, request, noise }) => {
  noise.expect(LOUD);
  const customer = await talk(page, request, demo, "Torn");
  await page.route("**/api/messages/send", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await answer(page, "Did it arrive?");
  await expect.poll(() => heard(request, demo, customer)).toEqual(["Did it arrive?"]);
  await page.unroute("**/api/messages/send");
  await page.reload();
  await alive(page);
  await expect(bubble(page, "Did it arrive?")).toHaveCount(1);
  await expect(bubble(page, "Did it arrive?")).toHaveAttribute("data-delivery", "read");
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("unsent")))).toEqual([]);
  expect(await heard(request, demo, customer)).toEqual(["Did it arrive?"]);
});

test("a file that had not arrived when the page was left says so", async ({ page, demo, request, noise }) => {
  noise.expect(LOUD);
  await talk(page, request, demo, "Half");
  await page.route(/\/media\//, (route) => route.abort());
  const file = { name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
  await page.getByTestId("attach").setInputFiles([file]);
  await expect(page.getByText("as long as this page is open")).toBeVisible();
  await composer(page).fill("As promised");
  await composer(page).press("Enter");
  await expect(waiting(page)).toHaveCount(1);
  await page.reload();
  await alive(page);
  const lost = bubble(page, "offer.pdf");
  await expect(lost).toHaveAttribute("data-delivery", "failed");
  await expect(page.getByText("The page was left before this file had arrived. Attach it again.")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(lost).toHaveCount(0);
  await page.reload();
  await alive(page);
  await expect(bubbles(page)).toHaveCount(1);
});

test("a page that may keep nothing in its tab sends all the same", async ({ page, demo, request }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  const customer = await newCustomer(request, demo, "Forgetful");
  await says(request, demo, customer, "Hello");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await answer(page, "Hello to you");
  await expect(bubble(page, "Hello to you")).toHaveAttribute("data-delivery", "read");
});

test("a file that cannot be read for sending it again says so", async ({ page, demo, request, noise }) => {
  noise.expect(/404|Failed to load resource/);
  const customer = await talk(page, request, demo, "Unread");
  await request.post(`${demo.sandbox_url}/sandbox/faults`, { data: { kind: "error", code: 131026, times: 1 } });
  await page.getByTestId("attach").setInputFiles([{ name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") }]);
  await expect(page.getByTestId("attachment")).not.toContainText("Uploading");
  await composer(page).press("Enter");
  await expect(bubbles(page).last()).toHaveAttribute("data-delivery", "failed");
  await request.delete(`${demo.sandbox_url}/sandbox/faults`);
  await page.route(/\?media=/, (route) => route.fulfill({ status: 404, body: "" }));
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("The file could not be read again, so the message was not sent.")).toBeVisible();
  await page.unroute(/\?media=/);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type)).toContain("document");
  await expect(bubbles(page).last()).toHaveAttribute("data-delivery", /delivered|read/);
});
