// How the team's own inbox and the dashboard look; see looks.spec.ts.
import type { Page } from "@playwright/test";
import { expect, test } from "../support/demo.ts";
import { alive, open } from "../support/inbox.ts";
import { ALL, comparable, DARK, ENDS, LIGHT, look, wide } from "../support/looks.ts";
import { page as pageOf, signIn } from "../support/member.ts";
import { nadia } from "../support/nadia.ts";
import { enter, holder, notes } from "../support/team.ts";

// The pages' policy would keep out the style sheet that hides what the clock changes (support/still.css).
test.use({ conversations: 43, viewport: { width: 1280, height: 800 }, bypassCSP: true });
test.describe.configure({ timeout: 300_000, mode: "serial" });

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await comparable(page);
});

test("the team's own inbox", async ({ office, demo, request }) => {
  const { name } = await nadia(office, demo, request);
  await enter(office, demo);
  await look(office, "team-list", ENDS);
  await wide(office);
  await open(office, name);
  await holder(office).selectOption({ label: "Ana Ruiz" });
  await expect(notes(office)).toBeVisible();
  await notes(office).getByRole("textbox").fill("Bought the Wren in May, still under guarantee.");
  await notes(office).getByRole("button", { name: "Add note" }).click();
  await expect(notes(office).locator(".note-text")).toHaveText("Bought the Wren in May, still under guarantee.");
  await look(office, "team-thread", ALL);
  await wide(office);
  await office.locator(".account > summary").click();
  await look(office, "team-account", ENDS.slice(1));
  await office.keyboard.press("Escape");
  for (const width of ENDS) {
    await wide(office);
    await enter(office, demo);
    // In the width of a phone the button stands above the list.
    await office.setViewportSize({ width, height: 640 });
    await office.getByRole("button", { name: "New conversation" }).click();
    await expect(office.getByRole("dialog", { name: "New conversation" }).locator(".shelf-one").first()).toBeVisible();
    await look(office, "team-start", [width]);
  }
});

/// Of some pages the two that differ most tell enough.
async function glance(page: Page, name: string) {
  await look(page, name, [1280], LIGHT);
  await look(page, name, [360], DARK);
}

test("the dashboard", async ({ office, demo }) => {
  const embed = demo.embeds.workshop.id;
  const go = async (section: string) => {
    await wide(office);
    await office.goto(pageOf(demo, section));
    await alive(office);
    await expect(office.getByRole("heading", { level: 1 })).toBeVisible();
  };
  for (const section of ["embeds", "numbers"]) {
    await go(section);
    await look(office, `dashboard-${section}`, ALL);
  }
  await go("embeds/new");
  await expect(office.locator(".preview .row").first()).toBeVisible();
  await look(office, "dashboard-new-embed", ALL);
  await go(`embeds/${embed}`);
  await glance(office, "dashboard-embed");
  for (const section of ["customers", "saved-replies", "webhooks", "members", "api-keys", "activity"]) {
    await go(section);
    await glance(office, `dashboard-${section}`);
  }
  await wide(office);
  await office.goto(`${demo.server_url}/account`);
  await alive(office);
  await glance(office, "dashboard-account");
});

test("the dashboard's doors", async ({ page, demo, noise }) => {
  noise.expect(/404|401/);
  for (const [name, door] of [
    ["sign", "sign-in"],
    ["nothing", "nothing-is-here"],
  ]) {
    await wide(page);
    await page.goto(`${demo.server_url}/${door}`);
    await page.waitForLoadState("networkidle");
    await look(page, `door-${name}`, ENDS);
  }
  await wide(page);
  await signIn(page, demo, { email: demo.email, password: "something else" });
  await expect(page.getByRole("alert")).toBeVisible();
  await look(page, "door-failed", ENDS);
});
