// How threads look with every kind of message that WhatsApp brings; see looks.spec.ts.
import { expect, test } from "../support/demo.ts";
import { alive, open } from "../support/inbox.ts";
import { comparable, DARK, LIGHT, look, wide } from "../support/looks.ts";
import { changes, FAMILIES, tell } from "../support/payloads.ts";

// The pages' policy would keep out the style sheet that hides what the clock changes (support/still.css).
test.use({ conversations: 42, viewport: { width: 1280, height: 800 }, bypassCSP: true });
test.describe.configure({ timeout: 300_000, mode: "serial" });

/// So high that all of the longest thread is seen.
const HIGH = 1500;

const threads = [
  ...Object.entries(FAMILIES).map(([name, family]) => ({ name, told: async (...asked: Parameters<typeof changes>) => (await tell(...asked, family), family.customer) })),
  { name: "changes", told: changes },
];

for (const { name, told } of threads) {
  test(name, async ({ page, demo, request }) => {
    await page.goto(demo.embeds.project.url);
    await comparable(page);
    const customer = await told(request, demo);
    for (const [language, widths, themes] of [
      ["en", [1280], LIGHT],
      ["en", [360], DARK],
      ["ar", [1280], LIGHT],
    ] as const) {
      await wide(page);
      await page.goto(`${demo.embeds.project.url}?language=${language}`);
      await alive(page);
      await open(page, customer.name);
      await expect(page.locator(".file-absent[data-state='waiting']")).toHaveCount(0);
      await page.setViewportSize({ width: widths[0], height: HIGH });
      for (const image of await page.locator(".bubble img").all()) {
        await image.scrollIntoViewIfNeeded();
        await expect.poll(() => image.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
      }
      await page.locator(".thread").evaluate((it) => (it.scrollTop = 0));
      await look(page, `${language === "en" ? "" : `${language}-`}payloads-${name}`, [...widths], themes, HIGH);
    }
  });
}
