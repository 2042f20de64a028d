// An owner makes an embed, puts it into a page, renews it and takes it back: by mouse alone, and by keyboard alone.
import type { Page } from "@playwright/test";
import { expect, test } from "../support/demo.ts";
import { type Hands, Keyboard, Mouse } from "../support/hands.ts";
import type { Hosts } from "../support/hosts.ts";
import { alive, rows } from "../support/inbox.ts";
import { shown } from "../support/platform.ts";

const HANDS: [string, (page: Page) => Hands][] = [
  ["a mouse", (page) => new Mouse(page)],
  ["a keyboard", (page) => new Keyboard(page)],
];

const CRM = "crm.example.com";

/// Copies the code for the page, and answers what the clipboard holds.
async function copied(page: Page, hands: Hands): Promise<string> {
  await hands.press("Copy");
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^<iframe src="http.+\/embed\/.{43}" .*><\/iframe>$/);
  return text;
}

/// Opens the product's page with this code in it.
async function pasted(page: Page, hosts: Hosts, code: string) {
  await page.goto(hosts.put(CRM, code));
  await alive(page.frameLocator("iframe"));
}

/// The frame in the product's page says that it is over.
async function ended(page: Page) {
  await page.bringToFront();
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "This access was revoked" })).toBeVisible();
}

for (const [tool, handsOn] of HANDS) {
  test(`with ${tool}, an owner makes, embeds, renews and revokes an embed`, async ({ page, context, demo, program, hosts, request }) => {
    test.setTimeout(90_000);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: demo.server_url });
    const name = `Ana with ${tool}`;
    const hands = handsOn(page);
    const product = await context.newPage();
    const ids = () => rows(product.frameLocator("iframe")).evaluateAll((all) => all.map((row) => row.getAttribute("data-id")));
    // What the frame has to show, found out without an embed that has an assignee.
    const ofSupport = await shown(request, demo.embeds.support.url);
    const hers: string[] = [];
    for (const id of ofSupport) if ((await program.holder(id)) === demo.team.ana) hers.push(id);
    expect(hers.length).toBeGreaterThan(1);
    expect(hers.length).toBeLessThan(ofSupport.length);

    await test.step("signs in", async () => {
      await page.bringToFront();
      await page.goto(demo.server_url);
      await hands.write("E-mail", demo.email);
      await hands.write("Password", demo.password);
      await hands.press("Sign in");
      await alive(page);
      await hands.press("Inbox embeds");
      await expect(page.getByRole("heading", { level: 1, name: "Inbox embeds" })).toBeVisible();
    });

    await test.step("makes an embed of one number for one person", async () => {
      await hands.press("New embed");
      await expect(page.getByRole("heading", { name: "Preview" })).toBeVisible();
      await hands.write("Name", name);
      await hands.choose("One number");
      await hands.pick("Number", "Acorn Bikes Support");
      await hands.pick("Assignee", "Ana Ruiz");
      await hands.write("Allowed pages", hosts.origin(CRM));
      await hands.press("Create embed");
      await expect(page.getByRole("heading", { name: "The embed is ready" })).toBeFocused();
    });

    await test.step("puts it into a page, which shows Ana's conversations of that number and no others", async () => {
      await pasted(product, hosts, await copied(page, hands));
      expect(await ids()).toEqual(hers);
      await page.bringToFront();
      await hands.press("Done");
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      await expect(page.getByLabel("Code for your page"), "the secret is shown once").toHaveCount(0);
    });

    await test.step("asks which pages it works in", async () => {
      const origin = page.getByRole("listitem").filter({ hasText: "Origin:" });
      await hands.write("Address of the page", "http://crm.example.org/tickets");
      await expect(origin).toContainText("Blocked");
      await hands.write("Address of the page", `${hosts.origin(CRM)}/tickets`);
      await expect(origin).toContainText("Good");
    });

    await test.step("rotates the token: the old frame ends, the new code works", async () => {
      await hands.press("Rotate token…");
      await hands.pick("The old token stays good", "Not at all");
      await hands.press("Rotate");
      await expect(page.getByRole("heading", { name: "The new token" })).toBeFocused();
      await ended(product);
      await page.bringToFront();
      await pasted(product, hosts, await copied(page, hands));
      expect(await ids()).toEqual(hers);
    });

    await test.step("revokes the embed: the frame ends", async () => {
      await page.bringToFront();
      await hands.press("Done");
      await hands.press("Revoke…");
      await hands.press("Revoke");
      await expect(page.getByText("This embed is revoked, for good.")).toBeVisible();
      await ended(product);
    });

    await test.step("reads who did what, and signs out", async () => {
      await page.bringToFront();
      await hands.press("Activity");
      const deeds = page.getByRole("listitem").filter({ hasText: name });
      await expect(deeds).toContainText([/^Olga revoked the embed/, /^Olga rotated the token of/, /^Olga created the embed/]);
      await hands.press("Sign out");
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
      await page.goto(`${demo.server_url}/projects/${demo.project_id}/activity`);
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    });
  });
}
