// What stories do at the inbox, in the words of those who use it.
import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import type { Demo } from "./process.ts";

type Place = FrameLocator | Page;

/// Rows of the list, from the top.
export const rows = (inbox: Place): Locator => inbox.locator(".row");

/// The row of a person.
export const row = (inbox: Place, name: string): Locator => rows(inbox).filter({ hasText: name });

/// Bubbles of the open thread, oldest first.
export const bubbles = (inbox: Place): Locator => inbox.locator(".bubble");

export const bubble = (inbox: Place, text: string): Locator => bubbles(inbox).filter({ hasText: text });

/// What a bubble says, which is this and no more. With its time (`line 6` at `04:12`) a number would look like a longer one.
export const saying = (inbox: Place, text: string): Locator => inbox.locator(".bubble-text", { hasText: new RegExp(`^${text}$`) });

export const composer = (inbox: Place): Locator => inbox.getByRole("textbox", { name: "Message" });

export const line = (inbox: Place): Locator => inbox.locator(".live-dot");

/// Opens a conversation, however far down the list it stands, and waits until it is there.
export async function open(inbox: Place, name: string) {
  const found = row(inbox, name).first();
  await expect(async () => {
    if ((await found.count()) === 0) await rows(inbox).last().scrollIntoViewIfNeeded({ timeout: 1_000 });
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
  // The link itself: what a row holds is drawn a frame after the row has come into sight, and nobody clicks before.
  await found.locator("a").click();
  await inbox.getByRole("heading", { level: 2, name }).waitFor();
}

export async function answer(inbox: Place, text: string) {
  await composer(inbox).fill(text);
  await composer(inbox).press("Enter");
}

/// The page answers: before, a click would only follow a link.
export async function alive(inbox: Place) {
  await inbox.locator("body[data-hydrated]").waitFor();
}

/// The embed of everything, as its address asks for it, with all of it there.
export async function opened(page: Page, demo: Demo, query = "") {
  await page.goto(`${demo.embeds.project.url}${query}`);
  await alive(page);
  await expect(line(page)).toHaveAttribute("data-line", "live");
}

/// The page is about to be left, asks, and stays.
export async function asks(page: Page) {
  const asked = page.waitForEvent("dialog");
  const closed = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closed;
}
