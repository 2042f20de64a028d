// How the dashboard looks where lines begin at the right; see looks.spec.ts.
import { expect, test } from "../support/demo.ts";
import { alive } from "../support/inbox.ts";
import { comparable, ENDS, look, wide } from "../support/looks.ts";
import { page as pageOf } from "../support/member.ts";

// The pages' policy would keep out the style sheet that hides what the clock changes (support/still.css).
test.use({ conversations: 45, viewport: { width: 1280, height: 800 }, bypassCSP: true, locale: "ar-EG" });
test.describe.configure({ timeout: 300_000, mode: "serial" });

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await comparable(page);
});

test("the dashboard in Arabic", async ({ office, demo, program }) => {
  const webhook = await program.newWebhook("https://crm.acornbikes.example/hooks/whatsapp");
  const pages: [string, string][] = [
    ["embeds", pageOf(demo, "embeds")],
    ["new-embed", pageOf(demo, "embeds/new")],
    ["numbers", pageOf(demo, "numbers")],
    ["webhooks", pageOf(demo, "webhooks")],
    ["deliveries", pageOf(demo, `webhooks/${webhook}`)],
    ["members", pageOf(demo, "members")],
    ["activity", pageOf(demo, "activity")],
    ["account", `${demo.server_url}/account`],
  ];
  for (const [name, address] of pages) {
    await wide(office);
    await office.goto(address);
    await alive(office);
    await expect(office.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(office.getByRole("heading", { level: 1 })).toBeVisible();
    if (name === "new-embed") await expect(office.locator(".preview .row").first()).toBeVisible();
    await look(office, `ar-dashboard-${name}`, ENDS);
  }
});

test("signing in, in Arabic", async ({ page, demo }) => {
  await wide(page);
  await page.goto(`${demo.server_url}/sign-in`);
  await page.waitForLoadState("networkidle");
  await look(page, "ar-door-sign", ENDS);
});
