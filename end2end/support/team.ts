// The team's own inbox, and colleagues who work in it.
import { expect, type Browser, type Cookie, type Locator, type Page } from "@playwright/test";
import type { Demo } from "./process.ts";
import { alive } from "./inbox.ts";
import { invite, join, newPerson, type Person } from "./member.ts";

export const address = (demo: Demo, query = "") => `${demo.server_url}/inbox/${demo.project_id}${query}`;

/// Opens the team's inbox and waits until all of it is there.
export async function enter(page: Page, demo: Demo, query = "") {
  await page.goto(address(demo, query));
  await alive(page);
  await expect(page.getByRole("button", { name: "New conversation" })).toBeVisible();
}

/// Somebody new of the team, signed in on this page.
export async function colleague(browser: Browser, owner: Cookie[], page: Page, demo: Demo, name: string): Promise<Person> {
  const office = await browser.newContext();
  await office.addCookies(owner);
  const person = newPerson(name);
  await join(page, await invite(await office.newPage(), demo, person), person);
  await office.close();
  return person;
}

/// Above the thread: in whose hands it is.
export const holder = (page: Page): Locator => page.locator(".thread-header").getByRole("combobox", { name: "Assigned to" });

export const filter = (page: Page): Locator => page.getByRole("combobox", { name: "Assignee" });

export const notes = (page: Page): Locator => page.getByRole("region", { name: "Notes" });

/// The name of whoever holds the open conversation, as the select says it.
export const held = (page: Page): Promise<string> => holder(page).evaluate((list: HTMLSelectElement) => list.selectedOptions[0].text);

/// Everything that a page hears of the server, whichever way.
export function eavesdrop(page: Page): string[] {
  const heard: string[] = [];
  page.on("response", async (response) => {
    heard.push(await response.text().catch(() => ""));
  });
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => heard.push(payload.toString()));
  });
  return heard;
}
