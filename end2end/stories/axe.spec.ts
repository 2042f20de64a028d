// Everybody can use it: axe looks at every page and at what opens on it, in both themes.
import { check } from "../support/axe.ts";
import { newCustomer, says, sendsFile } from "../support/customer.ts";
import { doors, sections } from "../support/dashboard.ts";
import { expect, test } from "../support/demo.ts";
import { alive, bubble, composer, open, opened, rows } from "../support/inbox.ts";
import { page as pageOf } from "../support/member.ts";
import { enter, notes } from "../support/team.ts";
import { picture } from "../support/picture.ts";

test.describe.configure({ timeout: 180_000 });
// A trace that keeps the page before and after each step takes longer than axe does.
test.use({ trace: { mode: "retain-on-failure", snapshots: false, screenshots: false } });

/// Templates, and forms for what is more than text.
const SHEETS = 9;

test("the inbox: list, thread, details and what opens in them", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Listener");
  await opened(page, demo);
  await check(page, "list");
  await page.getByLabel("Display", { exact: true }).click();
  await check(page, "display menu");
  await page.getByRole("radio", { name: "Compact" }).check();
  await check(page, "list, compact");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await check(page, "keyboard shortcuts");
  await page.keyboard.press("Escape");

  await says(request, demo, customer, "A picture of it, see https://acorn.example");
  await sendsFile(request, demo, customer, { kind: "image", bytes: picture(300, 150), type: "image/png", name: "a.png" });
  await open(page, customer.name);
  await expect(page.locator(".bubble img")).toBeVisible();
  await check(page, "thread");
  await bubble(page, "A picture of it").hover();
  await bubble(page, "A picture of it").getByRole("button", { name: "What to do with this message" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await check(page, "a message's menu");
  await page.getByRole("menuitem", { name: "Reply" }).click();
  await check(page, "answering a message");
  await composer(page).press("Escape");
  await page.locator(".bubble img").click();
  await expect(page.locator("dialog.lightbox .lightbox-bar")).toBeVisible();
  await check(page, "lightbox");
  await page.keyboard.press("Escape");

  const panel = page.getByRole("complementary", { name: "Details" });
  for (const tab of await panel.getByRole("tab").all()) {
    await tab.click();
    await page.waitForTimeout(300);
    await check(page, `details, ${await tab.innerText()}`);
  }
  await panel.getByRole("tab").first().click();
  await panel.getByRole("button", { name: "Change the name" }).click();
  await expect(panel.getByRole("textbox", { name: "Name" })).toBeFocused();
  await check(page, "details, a name's form");
});

test("the composer and its sheets", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Sheets");
  await says(request, demo, customer, "Hello");
  await opened(page, demo);
  await open(page, customer.name);
  await page.getByTestId("attach").setInputFiles([{ name: "bike.png", mimeType: "image/png", buffer: picture(20, 20) }]);
  await expect(page.getByTestId("attachment")).toHaveCount(1);
  await composer(page).fill("As promised");
  await check(page, "composer with a file");
  await page.getByRole("button", { name: "Remove bike.png" }).click();
  await composer(page).fill("/");
  await page.waitForTimeout(500);
  await check(page, "composer, saved replies");
  await composer(page).fill("");
  await page.getByRole("button", { name: "Emoji" }).click();
  await page.waitForTimeout(500);
  await check(page, "composer, emoji");
  await page.keyboard.press("Escape");
  const more = page.getByRole("button", { name: "More to send" });
  await more.click();
  await expect(page.locator(".more-choice").first()).toBeVisible();
  await check(page, "composer, what else to send");
  const names = await page.locator(".more-choice").allInnerTexts();
  await page.keyboard.press("Escape");
  let seen = 0;
  for (const name of names.map((name) => name.trim())) {
    await more.click();
    await page.locator(".more-choice").getByText(name, { exact: true }).click();
    const sheet = page.locator("dialog[open]");
    if (!(await sheet.waitFor({ timeout: 3_000 }).then(() => true, () => false))) continue;
    await page.waitForTimeout(300);
    seen += 1;
    await check(page, `sheet, ${name}`);
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
  }
  expect(seen).toBe(SHEETS);
});

test("the inbox when there is little to see", async ({ page, demo, program, noise, request, context }) => {
  noise.expect(/Failed to load resource|ERR_FAILED|ERR_INTERNET|401|503|Failed to fetch|WebSocket|was preloaded/);
  await opened(page, demo, "?search=nobody+is+called+this");
  await check(page, "empty: nothing matches");
  await opened(page, demo, "?status=ended");
  await rows(page).first().locator("a").click();
  await expect(page.getByText("This conversation has ended.")).toBeVisible();
  await check(page, "ended conversation");
  await opened(page, demo, "?handoff=1");
  await rows(page).first().locator("a").click();
  await page.locator(".thread").waitFor();
  await check(page, "handed-off conversation");

  await opened(page, demo);
  await page.route("**/api/conversations/open", (route) => route.abort());
  await rows(page).nth(3).locator("a").click();
  await expect(page.getByText("could not be loaded")).toBeVisible();
  await check(page, "error: the conversation");
  await page.route("**/api/conversations/list", (route) => route.fulfill({ status: 503, body: "{}" }));
  await page.getByRole("searchbox").fill("a");
  await expect(page.locator(".list-problem")).toBeVisible();
  await check(page, "error: the list");
  await page.unrouteAll();

  const customer = await newCustomer(request, demo, "Away");
  await says(request, demo, customer, "Hello");
  await opened(page, demo);
  await open(page, customer.name);
  await context.setOffline(true);
  await composer(page).fill("In a tunnel");
  await composer(page).press("Enter");
  await expect(page.getByText("1 message will be sent")).toBeVisible();
  await page.waitForTimeout(1_000);
  await check(page, "offline");
  await context.setOffline(false);

  const embed = await program.newEmbed();
  await page.goto(embed.embed_url);
  await alive(page);
  await program.revoke(embed);
  await expect(page.getByRole("alertdialog", { name: "Access ended" })).toBeVisible();
  await check(page, "access ended");
  await page.goto(embed.embed_url);
  await check(page, "401");
  await page.goto(`${demo.server_url}/nothing-is-here`);
  await check(page, "404");
  await page.route(/\/pkg\/.*\.wasm$/, (route) => route.abort());
  await page.goto(demo.embeds.project.url);
  await expect(page.getByRole("heading", { name: "Something broke" })).toBeVisible();
  await check(page, "a page that could not be loaded");
});

test("the inbox in the width of a phone", async ({ page, demo }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await opened(page, demo);
  await check(page, "list, 360 px");
  await open(page, "Mara Lindqvist");
  await check(page, "thread, 360 px");
  await page.getByRole("button", { name: "Details" }).click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  await check(page, "details, 360 px");
});

test("the team's own inbox", async ({ office, demo }) => {
  await enter(office, demo);
  await check(office, "team: list");
  await office.locator(".account > summary").click();
  await check(office, "team: account menu");
  await office.keyboard.press("Escape");
  await open(office, "Mara Lindqvist");
  await expect(notes(office)).toBeVisible();
  await check(office, "team: thread, assignment and notes");
  await office.getByRole("button", { name: "New conversation" }).click();
  await expect(office.getByRole("dialog", { name: "New conversation" })).toBeVisible();
  await office.waitForTimeout(500);
  await check(office, "team: new conversation");
  await office.keyboard.press("Escape");
  await office.setViewportSize({ width: 360, height: 640 });
  await check(office, "team: thread, 360 px");
  await office.getByRole("button", { name: "Back to the list" }).click();
  await check(office, "team: list, 360 px");
});

test("the doors", async ({ page, demo, noise }) => {
  noise.expect(/404|invitations/);
  for (const { name, address } of doors(demo)) {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    await check(page, name);
  }
});

test("the dashboard", async ({ office, demo, program }) => {
  const webhook = await program.newWebhook(`http://127.0.0.1:${demo.program_port}/oriel`);
  for (const { name, address } of sections(demo, webhook)) {
    await office.goto(address);
    await alive(office);
    await expect(office.getByRole("heading", { level: 1 })).toBeVisible();
    await check(office, `dashboard, ${name}`);
  }
});

test("the dashboard's dialogs and forms", async ({ office, demo }) => {
  const dialogs: [string, string][] = [
    ["numbers", "Connect a number"],
    ["customers", "New customer"],
    ["saved-replies", "New reply"],
    ["webhooks", "New webhook"],
    ["members", "Invite"],
    ["api-keys", "New key"],
  ];
  for (const [section, button] of dialogs) {
    await office.goto(pageOf(demo, section));
    await alive(office);
    const main = office.getByRole("main");
    const opener = main.getByRole("button", { name: button }).or(main.getByRole("button", { name: /^(New|Create|Add|Connect|Invite)/ }));
    await opener.first().click();
    await expect(office.locator("dialog[open]")).toBeVisible();
    await check(office, `dialog, ${button}`);
    await office.locator("dialog[open] .button-primary, dialog[open] button[type=submit]").first().click();
    await office.waitForTimeout(300);
    if (await office.locator("dialog[open]").count()) await check(office, `dialog, ${button}, refused`);
  }
  await office.goto(pageOf(demo, `embeds/${demo.embeds.workshop.id}`));
  await alive(office);
  for (const button of ["Rotate", "Revoke"]) {
    await office.getByRole("button", { name: new RegExp(`^${button}`) }).first().click();
    await expect(office.locator("dialog[open]")).toBeVisible();
    await check(office, `dialog, ${button}`);
    await office.keyboard.press("Escape");
  }
  await office.goto(pageOf(demo, "embeds/new"));
  await alive(office);
  await office.getByLabel("Allowed pages").fill("https://crm.example.com\nexample.com/path");
  await check(office, "dashboard, a form with a mistake");
  await office.getByLabel("Allowed pages").fill("https://crm.example.com");
  await office.getByRole("button", { name: "Create embed" }).click();
  await expect(office.getByRole("heading", { name: "The embed is ready" })).toBeVisible();
  await check(office, "dashboard, a secret is shown once");
});
