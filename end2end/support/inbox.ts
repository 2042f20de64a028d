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

export const composer = (inbox: Place): Locator => inbox.getByRole("textbox", { name: "Message" });

export const line = (inbox: Place): Locator => inbox.locator(".live-dot");

/// Opens a conversation and waits until it is there.
export async function open(inbox: Place, name: string) {
  await row(inbox, name).first().click();
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
