// Both ends at once: what is sent from the inbox, as the customer's phone shows it, and what the customer answers.
import type { Page } from "@playwright/test";
import { sent } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { bubble, bubbles, composer } from "../support/inbox.ts";
import { phone } from "../support/phone.ts";
import { talk } from "../support/talk.ts";

async function act(page: Page, text: string, name: string) {
  await bubble(page, text).hover();
  await bubble(page, text).getByRole("button", { name: "What to do with this message" }).click();
  await page.getByRole(name.startsWith("React") ? "menuitemcheckbox" : "menuitem", { name }).click();
}

// The first bytes by which each is known; nobody plays them.
const box = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}mp42`), Buffer.alloc(64)]);
const FILES = {
  video: { name: "ride.mp4", mimeType: "video/mp4", buffer: box("isom") },
  audio: { name: "bell.mp3", mimeType: "audio/mpeg", buffer: Buffer.concat([Buffer.from("ID3\x03\0\0\0\0\0\0"), Buffer.alloc(64)]) },
  sticker: {
    name: "wheel.webp",
    mimeType: "image/webp",
    buffer: Buffer.from("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA", "base64"),
  },
};

for (const [kind, file] of Object.entries(FILES)) {
  test(`a ${kind} goes out as what it is, and the phone shows it`, async ({ page, demo, request, noise }) => {
    // What has no more than its first bytes cannot be played.
    noise.expect(/media|decode|ERR_/i);
    const customer = await talk(page, request, demo, kind);
    await page.getByTestId("attach").setInputFiles([file]);
    await expect(page.getByTestId("attachment")).toHaveCount(1);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type)).toEqual([kind]);
    await expect(bubbles(page).last()).toHaveAttribute("data-kind", kind);
    const beside = await phone(page, demo, customer);
    const shown = { video: "video", audio: "audio", sticker: "img.sticker" }[kind] as string;
    await expect(beside.locator(shown)).toHaveCount(1);
  });
}

test("a message is answered with a quote, and the phone shows what it answers", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Quoted");
  await act(page, "Hello there", "Reply");
  await composer(page).fill("Hello to you");
  await composer(page).press("Enter");
  const answer = bubble(page, "Hello to you");
  await expect(answer.getByRole("button", { name: /Hello there/ })).toBeVisible();
  await expect.poll(async () => (await sent(request, demo, customer))[0]?.context?.message_id).toMatch(/^wamid/);
  const beside = await phone(page, demo, customer);
  await expect(beside.getByTestId("phone-message").last()).toContainText("Hello there");
});

test("a reaction shows at once, reaches the phone, and is taken away again", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Reacted");
  await act(page, "Hello there", "React with 👍");
  const badge = bubble(page, "Hello there").locator(".badge");
  await expect(badge).toContainText("👍");
  const beside = await phone(page, demo, customer);
  await expect(beside.getByTestId("phone-message").first()).toContainText("👍");
  await act(page, "Hello there", "React with 👍");
  await expect(badge).toHaveCount(0);
  const emoji = async () => (await sent(request, demo, customer)).map((body) => body.reaction?.emoji);
  await expect.poll(emoji).toEqual(["👍", ""]);
});

test("a list is opened on the phone, and what is chosen there arrives as such", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Chooser");
  await page.getByRole("button", { name: "More to send" }).click();
  await page.locator(".more-choice").getByText("List", { exact: true }).click();
  for (const [name, value] of Object.entries({
    body: "Which room?",
    "action.button": "See rooms",
    "action.sections.0.rows.0.title": "Single",
    "action.sections.0.rows.0.description": "One bed",
  })) {
    await page.locator(`[name='${name}']`).fill(value);
  }
  await page.locator("dialog.sheet").getByRole("button", { name: "Send", exact: true }).click();
  await expect(bubble(page, "Which room?")).toBeVisible();
  const beside = await phone(page, demo, customer);
  await beside.getByTestId("phone-tap").click();
  await beside.getByTestId("phone-list-row").click();
  const choice = bubble(page, "Single").last();
  await expect(choice).toHaveAttribute("data-direction", "inbound");
  await expect(choice).toHaveAttribute("data-kind", "interactive");
  await expect(choice).toContainText("One bed");
});
