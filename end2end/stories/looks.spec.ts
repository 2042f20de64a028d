// How it looks, in each state, theme and width: drawn now and compared with the pictures in looks/.
import type { APIRequestContext, Page } from "@playwright/test";
import { type Customer, newCustomer, says, sendsFile } from "../support/customer.ts";
import { type Demo, expect, test } from "../support/demo.ts";
import { alive, answer, bubble, composer, line, open, row } from "../support/inbox.ts";
import { comparable, look } from "../support/looks.ts";
import { page as pageOf } from "../support/member.ts";
import { picture } from "../support/picture.ts";

// A demo of their own, in which nobody else has written.
test.use({ conversations: 41, viewport: { width: 1280, height: 800 } });
test.describe.configure({ timeout: 240_000, mode: "serial" });

const ALL = [360, 768, 1280];
const ENDS = [360, 1280];

let talk: Customer | undefined;

/// One conversation in which all is said within a moment, so that no day and no pause divides it.
async function talked(page: Page, demo: Demo, request: APIRequestContext): Promise<Customer> {
  if (talk) return talk;
  talk = { ...(await newCustomer(request, demo, "Nadia Osei")), name: "Nadia Osei" };
  await request.post(`${demo.sandbox_url}/sandbox/customers`, { data: talk });
  await says(request, demo, talk, "Hi! I bought the Wren from you in May.");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, talk.name);
  await answer(page, "Hello Nadia, good to hear from you. Is everything all right with it?");
  await expect(bubble(page, "Is everything all right")).toHaveAttribute("data-delivery", "read");
  await says(request, demo, talk, "It is lovely. Only the rear brake squeals when it rains.");
  await sendsFile(request, demo, talk, { kind: "image", bytes: picture(400, 260), type: "image/png", name: "brake.png" });
  await expect(page.locator(".bubble img")).toBeVisible();
  await says(request, demo, talk, "Could somebody look at it this week?");
  await answer(page, "Of course. Bring it on *Thursday*, we open at nine:\nhttps://acorn.example/visit");
  await expect(bubble(page, "Bring it on")).toHaveAttribute("data-delivery", "read");
  await says(request, demo, talk, "🎉");
  await expect(bubble(page, "🎉")).toBeVisible();
  return talk;
}

async function shown(page: Page, demo: Demo, query = "") {
  await page.goto(`${demo.embeds.project.url}${query}`);
  await alive(page);
  await expect(line(page)).toHaveAttribute("data-line", "live");
}

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await comparable(page);
});

test("list and thread", async ({ page, demo, request }) => {
  const nadia = await talked(page, demo, request);
  await shown(page, demo);
  await look(page, "list", ALL);
  await open(page, nadia.name);
  await expect(page.locator(".bubble img")).toBeVisible();
  await look(page, "thread", ALL);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => (document.documentElement.dataset.density = "compact"));
  await look(page, "compact", [1280], ["light"]);
});

test("what opens over the inbox", async ({ page, demo, request }) => {
  const nadia = await talked(page, demo, request);
  await shown(page, demo);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await look(page, "keys", ENDS);
  await page.keyboard.press("Escape");
  await open(page, nadia.name);
  await page.setViewportSize({ width: 768, height: 800 });
  await page.getByRole("button", { name: "Details" }).click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  await look(page, "details", [360, 768]);
  await page.getByRole("button", { name: "Close details" }).click();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "More to send" }).click();
  await page.locator(".more-choice").getByText("Buttons", { exact: true }).click();
  await expect(page.locator("dialog.sheet")).toBeVisible();
  await page.locator("[name='body']").fill("When does it suit you?");
  await page.locator("[name='action.buttons.0']").fill("Thursday morning");
  await look(page, "buttons", ENDS);
});

test("when there is little to see, or something is wrong", async ({ page, demo, request, context, noise, program }) => {
  noise.expect(/ERR_|Failed to|401|503|WebSocket/);
  const nadia = await talked(page, demo, request);
  await shown(page, demo, "?search=nobody+is+called+this");
  await look(page, "empty", ENDS);

  await shown(page, demo);
  await page.route("**/api/conversations/open", (route) => route.abort());
  await row(page, nadia.name).locator("a").click();
  await expect(page.getByText("could not be loaded")).toBeVisible();
  await look(page, "error", ENDS);
  await page.unrouteAll();

  await shown(page, demo);
  await open(page, nadia.name);
  await context.setOffline(true);
  await composer(page).fill("See you on Thursday!");
  await composer(page).press("Enter");
  await expect(page.getByText("1 message will be sent")).toBeVisible();
  await page.waitForTimeout(1_000);
  await look(page, "offline", ENDS);
  await context.setOffline(false);
  await expect(bubble(page, "See you on Thursday!")).toHaveAttribute("data-delivery", "read", { timeout: 30_000 });

  const embed = await program.newEmbed();
  await page.setViewportSize({ width: 1280, height: 800 });
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

test("the dashboard", async ({ office, demo }) => {
  for (const section of ["embeds", "numbers"]) {
    await office.goto(pageOf(demo, section));
    await alive(office);
    await expect(office.getByRole("heading", { level: 1 })).toBeVisible();
    await look(office, `dashboard-${section}`, ENDS);
  }
});
