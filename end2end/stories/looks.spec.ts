// How the inbox looks, in each state, theme, width and direction: drawn now and compared with the pictures in looks/.
import type { Page } from "@playwright/test";
import { type Demo, expect, test } from "../support/demo.ts";
import { alive, bubble, composer, line, open, row } from "../support/inbox.ts";
import { ALL, comparable, DARK, ENDS, LIGHT, look, wide } from "../support/looks.ts";
import { nadia } from "../support/nadia.ts";
import { photo } from "../support/picture.ts";

// A demo of their own, in which nobody else has written.
// The pages' policy would keep out the style sheet that hides what the clock changes (support/still.css).
test.use({ conversations: 41, viewport: { width: 1280, height: 800 }, bypassCSP: true });
test.describe.configure({ timeout: 300_000, mode: "serial" });

async function shown(page: Page, demo: Demo, query = "") {
  await wide(page);
  await page.goto(`${demo.embeds.project.url}${query}`);
  await alive(page);
  await expect(line(page)).toHaveAttribute("data-line", "live");
}

const details = (page: Page, name = "Details") => page.getByRole("complementary", { name });

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await comparable(page);
});

test("list and thread", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await shown(page, demo);
  await look(page, "list", ALL);
  await open(page, name);
  await expect(page.locator(".bubble img")).toBeVisible();
  await look(page, "thread", ALL);
  await wide(page);
  await page.evaluate(() => (document.documentElement.dataset.density = "compact"));
  await look(page, "compact", [1280], LIGHT);
});

test("where lines begin at the right", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await shown(page, demo, "?language=ar");
  await look(page, "ar-list", ALL, LIGHT);
  await open(page, name);
  await expect(page.locator(".bubble img")).toBeVisible();
  await look(page, "ar-thread", ALL, LIGHT);
  await look(page, "ar-thread", ENDS, DARK);
  await page.setViewportSize({ width: 768, height: 800 });
  await page.locator(".details-button").click();
  await expect(page.locator(".pane-details")).toBeVisible();
  await look(page, "ar-details", [360, 768], LIGHT);
  await page.locator(".details-close").click();
  await wide(page);
  await page.locator(".composer-tools .icon-button").first().click();
  await page.locator(".more-choice").first().click();
  await expect(page.locator("dialog.sheet .shelf-one").first()).toBeVisible();
  await look(page, "ar-templates", ENDS, LIGHT);
});

test("the details beside a thread", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await shown(page, demo);
  await open(page, name);
  await page.setViewportSize({ width: 768, height: 800 });
  await page.getByRole("button", { name: "Details" }).click();
  await expect(details(page)).toBeVisible();
  await look(page, "details", [360, 768]);
  await wide(page);
  for (const tab of ["Files", "Automation"]) {
    await details(page).getByRole("tab", { name: tab }).click();
    await expect(details(page).locator("[aria-busy='true']")).toHaveCount(0);
    await look(page, `details-${tab.toLowerCase()}`, [1280]);
  }
});

test("the composer", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await shown(page, demo);
  await open(page, name);
  await page.getByTestId("attach").setInputFiles([{ name: "visit.jpg", mimeType: "image/jpeg", buffer: photo("bike") }]);
  await expect(page.getByTestId("attachment")).toContainText("Photo ·");
  await composer(page).fill("This is where you find us. Ring twice, the bell is quiet.");
  await look(page, "composer", ALL);
  await wide(page);
  await page.getByRole("button", { name: "Remove visit.jpg" }).click();
  await composer(page).fill("/");
  await expect(page.locator(".saved-one").first()).toBeVisible();
  await look(page, "saved-replies", ENDS);
  await wide(page);
  await composer(page).fill("");
  await page.getByRole("button", { name: "More to send" }).click();
  await expect(page.locator(".more-choice").first()).toBeVisible();
  await look(page, "more", ENDS);
  await wide(page);
  await sheet(page, "Buttons");
  await page.locator("[name='body']").fill("When does it suit you?");
  await page.locator("[name='action.buttons.0']").fill("Thursday morning");
  await look(page, "buttons", ENDS);
  await page.keyboard.press("Escape");
  await wide(page);
  await page.getByRole("button", { name: "More to send" }).click();
  await sheet(page, "Template");
  await expect(page.locator(".shelf-one").first()).toBeVisible();
  await look(page, "templates", ENDS);
});

async function sheet(page: Page, name: string) {
  const more = page.locator(".more-choice");
  if (!(await more.first().isVisible())) await page.getByRole("button", { name: "More to send" }).click();
  await more.getByText(name, { exact: true }).click();
  await expect(page.locator("dialog.sheet")).toBeVisible();
}

test("searching", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await shown(page, demo, "?search=brake");
  await expect(page.locator(".hit").first()).toBeVisible();
  await look(page, "results", ALL);
  await wide(page);
  await page.locator(".hit").filter({ hasText: "squeals" }).click();
  await expect(page.locator(".finder-count")).toHaveText("1 of 1");
  await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
  await page.waitForTimeout(1_600);
  await look(page, "finder", ENDS);
});

test("the keys, over the inbox", async ({ page, demo }) => {
  await shown(page, demo);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await look(page, "keys", ENDS);
});

test("when there is little to see, or something is wrong", async ({ page, demo, request, context, noise, program }) => {
  noise.expect(/ERR_|Failed to|401|503|WebSocket/);
  const { name } = await nadia(page, demo, request);
  await shown(page, demo, "?search=nobody+is+called+this");
  await look(page, "empty", ENDS);

  const nobody = await program.newEmbed({ assigned_user_id: demo.owner_id });
  await wide(page);
  await page.goto(nobody.embed_url);
  await alive(page);
  await look(page, "empty-never", ENDS);

  await shown(page, demo);
  await page.route("**/api/conversations/open", (route) => route.abort());
  await row(page, name).locator("a").click();
  await expect(page.getByText("could not be loaded")).toBeVisible();
  await look(page, "error", ENDS);
  await page.route("**/api/conversations/list", (route) => route.fulfill({ status: 503, body: "{}" }));
  await wide(page);
  await page.getByRole("radio", { name: "Ended" }).check({ force: true });
  await expect(page.locator(".list-problem")).toBeVisible();
  await look(page, "error-list", [1280], LIGHT);
  await page.unrouteAll();

  await shown(page, demo);
  await open(page, name);
  await context.setOffline(true);
  await composer(page).fill("See you on Thursday!");
  await composer(page).press("Enter");
  await expect(page.getByText("1 message will be sent")).toBeVisible();
  await page.waitForTimeout(1_000);
  await look(page, "offline", ENDS);
  await context.setOffline(false);
  await expect(bubble(page, "See you on Thursday!")).toHaveAttribute("data-delivery", "read", { timeout: 30_000 });

  const embed = await program.newEmbed();
  await wide(page);
  await page.goto(embed.embed_url);
  await alive(page);
  await program.revoke(embed);
  await expect(page.getByRole("alertdialog", { name: "Access ended" })).toBeVisible();
  await look(page, "curtain", ENDS);
  await page.goto(embed.embed_url);
  await look(page, "401", ENDS);
  await page.route(/\/pkg\/.*\.wasm$/, (route) => route.abort());
  await page.goto(demo.embeds.project.url);
  await expect(page.getByRole("heading", { name: "Something broke" })).toBeVisible();
  await look(page, "broken", ENDS);
});

test("what WhatsApp refuses", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  const faults = `${demo.sandbox_url}/sandbox/faults`;
  await shown(page, demo);
  await open(page, name);
  await request.post(faults, { data: { kind: "error", code: 131026, times: 1 } });
  await composer(page).fill("We have the part here now.");
  await composer(page).press("Enter");
  await expect(bubble(page, "We have the part")).toHaveAttribute("data-delivery", "failed");
  await request.post(faults, { data: { kind: "error", code: 190 } });
  await composer(page).fill("It takes an hour.");
  await composer(page).press("Enter");
  await expect(page.locator(".banner")).toContainText("Messages from this number are on hold.");
  await expect(bubble(page, "It takes an hour")).toHaveAttribute("data-delivery", /queued|sending/);
  await look(page, "refused", ALL);
  await request.delete(faults);
});
