// What becomes of messages between Send and the server.
import { heard } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { bubble, composer } from "../support/inbox.ts";
import { talk } from "../support/talk.ts";

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
