// What an open page does when its access ends, and when what it may see changes.
import type { Page, TestInfo, WebSocket } from "@playwright/test";
import { expect, test } from "../support/demo.ts";
import { newCustomer, says } from "../support/customer.ts";
import { alive, bubbles, line, open, row, rows } from "../support/inbox.ts";
import { shown } from "../support/platform.ts";

/// Opens the inbox and answers its line, once it is live.
async function opened(page: Page, url: string): Promise<WebSocket> {
  const dialled = page.waitForEvent("websocket");
  await page.goto(url);
  await alive(page);
  await expect(line(page)).toHaveAttribute("data-line", "live");
  return dialled;
}

/// Waits until the line is closed and the page says so, and notes how long that took.
async function ends(page: Page, socket: WebSocket, text: string, begun: number, info: TestInfo) {
  const since = (type: string) => info.annotations.push({ type, description: `${Date.now() - begun} ms` });
  const closed = socket.isClosed() ? undefined : socket.waitForEvent("close", { timeout: 10_000 });
  await Promise.all([closed?.then(() => since("to the end of the line")), curtain(page, text).then(() => since("to the curtain"))]);
  expect(socket.isClosed()).toBe(true);
}

async function curtain(page: Page, text: string) {
  const dialog = page.getByRole("alertdialog", { name: "Access ended" });
  await expect(dialog.getByRole("heading", { name: text })).toBeVisible({ timeout: 10_000 });
}

test("an embed that is revoked ends on the open page, and its address opens nothing more", async ({ page, program, noise }, info) => {
  const embed = await program.newEmbed();
  const socket = await opened(page, embed.embed_url);
  const begun = Date.now();
  await program.revoke(embed);
  await ends(page, socket, "This access was revoked", begun, info);

  const again = await page.goto(embed.embed_url);
  await noise.must(/401/);
  expect(again?.status()).toBe(401);
  await expect(page.getByRole("heading", { name: "This inbox link is not valid" })).toBeVisible();
  const ground = () => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground(), "the small page follows the theme").not.toBe(light);
});

test("an embed that expires ends on the open page at its moment", async ({ page, program, noise }, info) => {
  const moment = Date.now() + 6_000;
  const embed = await program.newEmbed({ expires_at: new Date(moment).toISOString() });
  const socket = await opened(page, embed.embed_url);
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await ends(page, socket, "This access has expired", moment, info);
  const again = await page.goto(embed.embed_url);
  await noise.must(/401/);
  expect(again?.status()).toBe(401);
});

test("a moment of expiry that is set later holds for pages that are open already", async ({ page, program }, info) => {
  const embed = await program.newEmbed();
  const socket = await opened(page, embed.embed_url);
  const moment = Date.now() + 2_500;
  await program.changeEmbed(embed, { expires_at: new Date(moment).toISOString() });
  await ends(page, socket, "This access has expired", moment, info);
});

test("a rotation without grace ends the old page, and the new address opens", async ({ page, program }, info) => {
  const embed = await program.newEmbed();
  const socket = await opened(page, embed.embed_url);
  const begun = Date.now();
  const fresh = await program.rotate(embed, 0);
  await ends(page, socket, "This access was revoked", begun, info);
  await opened(page, fresh.embed_url);
});

test("a rotation with grace leaves the old page alone until the grace is over", async ({ page, program }, info) => {
  const embed = await program.newEmbed();
  const socket = await opened(page, embed.embed_url);
  const moment = Date.now() + 3_000;
  const fresh = await program.rotate(embed, 3);
  const other = await page.context().newPage();
  await opened(other, fresh.embed_url);
  const over = socket.isClosed();
  if (Date.now() < moment) expect(over, "both addresses work for a while").toBe(false);
  await ends(page, socket, "This access has expired", moment, info);
  await expect(line(other)).toHaveAttribute("data-line", "live");
});

test("an assignment that ends takes the conversation off the screen, and a new one brings it on", async ({ page, program, demo, request }, info) => {
  const customer = await newCustomer(request, demo, "Handed");
  await says(request, demo, customer, "Who looks after me?");
  await expect.poll(() => shown(request, demo.embeds.project.url, customer.name)).toHaveLength(1);
  const [conversation] = await shown(request, demo.embeds.project.url, customer.name);
  const embed = await program.newEmbed({ assigned_user_id: demo.team.ana });
  await opened(page, embed.embed_url);
  await expect(row(page, customer.name)).toHaveCount(0);

  const assignment = await program.assign(conversation, demo.team.ana);
  await open(page, customer.name);
  await expect(bubbles(page)).toHaveCount(1);

  const begun = Date.now();
  await program.endAssignment(conversation, assignment);
  await expect(row(page, customer.name)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "This conversation is not here any more" })).toBeVisible();
  info.annotations.push({ type: "off the screen", description: `${Date.now() - begun} ms` });
  await expect(bubbles(page)).toHaveCount(0);
  await expect(page.getByText("Who looks after me?")).toHaveCount(0);

  const ofTom = await page.context().newPage();
  await opened(ofTom, (await program.newEmbed({ assigned_user_id: demo.team.tom })).embed_url);
  await program.assign(conversation, demo.team.tom);
  await says(request, demo, customer, "Is it Tom now?");
  await expect(row(ofTom, customer.name)).toContainText("Is it Tom now?");
  await expect(row(page, customer.name)).toHaveCount(0);
});

test("another assignee of the embed changes what the open page shows, without a reload", async ({ page, program, demo, request }, info) => {
  const embed = await program.newEmbed({ assigned_user_id: demo.team.ana });
  const ids = () => rows(page).evaluateAll((all) => all.map((row) => row.getAttribute("data-id")));
  await opened(page, embed.embed_url);
  const ofAna = await ids();
  expect(ofAna).toEqual(await shown(request, embed.embed_url));
  const before = await page.evaluate(() => performance.timeOrigin);

  const begun = Date.now();
  await program.changeEmbed(embed, { assigned_user_id: demo.team.tom });
  await expect.poll(ids).not.toEqual(ofAna);
  info.annotations.push({ type: "to Tom's list", description: `${Date.now() - begun} ms` });
  const ofTom = await shown(request, embed.embed_url);
  await expect.poll(ids).toEqual(ofTom);
  expect(ofTom.filter((id) => ofAna.includes(id))).toEqual([]);
  expect(await page.evaluate(() => performance.timeOrigin), "the page was not loaded anew").toBe(before);
});
