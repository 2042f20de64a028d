// How a thread looks in its states, and what stands over it; see looks.spec.ts.
import type { Page } from "@playwright/test";
import { expect, test } from "../support/demo.ts";
import { alive, bubble, open } from "../support/inbox.ts";
import { comparable, DARK, ENDS, LIGHT, look, wide } from "../support/looks.ts";
import { nadia } from "../support/nadia.ts";

// The pages' policy would keep out the style sheet that hides what the clock changes (support/still.css).
test.use({ conversations: 47, viewport: { width: 1280, height: 800 }, bypassCSP: true });
test.describe.configure({ timeout: 120_000, mode: "serial" });

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await comparable(page);
});

/// The wide one light, the narrow one dark.
async function ends(page: Page, name: string) {
  await look(page, name, [1280], LIGHT);
  await look(page, name, [360], DARK);
  await wide(page);
}

test("what stands over a thread", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, name);
  await bubble(page, "It is lovely").hover();
  await bubble(page, "It is lovely").getByRole("button", { name: "What to do with this message" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await ends(page, "menu");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Emoji", exact: true }).click();
  await expect(page.locator(".emoji-one").first()).toBeVisible();
  await ends(page, "emoji");
  await page.keyboard.press("Escape");
  await page.locator(".picture").click();
  await expect(page.getByRole("dialog", { name: "Picture" })).toBeVisible();
  await look(page, "lightbox", ENDS, LIGHT);
});

for (const [state, name] of [
  ["running", "Zoe Fletcher"],
  ["handoff", "Hannah Barnes"],
] as const) {
  test(`an automation, ${state}`, async ({ page, demo }) => {
    await page.goto(demo.embeds.project.url);
    await alive(page);
    await open(page, name);
    await expect(page.locator(".banner")).toBeVisible();
    await ends(page, `automation-${state}`);
  });
}

test("one that has ended", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, name);
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByText("This conversation has ended.")).toBeVisible();
  await expect(page.locator(".over-note")).toHaveCount(0, { timeout: 20_000 });
  await ends(page, "ended");
});
