// Somebody is invited, joins, and looks after their own sessions.
import { expect, test } from "../support/demo.ts";
import { alive } from "../support/inbox.ts";
import { invite, join, newPerson, page as pageOf, signIn } from "../support/member.ts";

test("an invited person joins with a password, and is told that settings are for owners", async ({ office, elsewhere, demo, noise }) => {
  const sam = newPerson("Sam");
  const link = await invite(office, demo, sam);
  await expect(office.getByRole("row").filter({ hasText: sam.email })).toContainText("Withdraw");
  expect(new URL(link).pathname, "the token stands where no server log sees it").toBe("/join");

  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { name: "Join Acorn Bikes" })).toBeVisible();
  await expect(elsewhere.getByText(sam.email)).toBeVisible();
  await elsewhere.getByLabel("Your name").fill(sam.name);
  await elsewhere.getByLabel("Password").fill("fourteen signs");
  await elsewhere.getByRole("button", { name: "Join" }).click();
  await expect(elsewhere.getByRole("alert")).toContainText("15 characters");
  await expect(elsewhere.getByLabel("Password")).toBeFocused();
  await join(elsewhere, link, sam);

  for (const section of ["embeds", "embeds/new", "numbers", "customers", "saved-replies", "webhooks", "members", "api-keys", "activity"]) {
    await elsewhere.goto(pageOf(demo, section));
    await expect(elsewhere.getByRole("heading", { name: "Only owners can see this" }), section).toBeVisible();
    await noise.must(new RegExp(`403 \\(Forbidden\\).*/${section}:`));
  }

  await office.goto(pageOf(demo, "members"));
  await expect(office.getByRole("row").filter({ hasText: sam.email })).toContainText(sam.name);
  await office.goto(pageOf(demo, "activity"));
  await expect(office.getByRole("listitem").filter({ hasText: sam.name })).toContainText([/joined as/]);
  await expect(office.getByRole("listitem").filter({ hasText: sam.email }).first()).toContainText("invited");
  await office.goto(link);
  await expect(office.getByRole("heading", { name: "This invitation is not valid" })).toBeVisible();
  await noise.must(/404 \(Not Found\).*invitations\/welcome/);
});

test("an invitation that is withdrawn opens nothing", async ({ office, elsewhere, demo, noise }) => {
  const kim = newPerson("Kim");
  const link = await invite(office, demo, kim);
  await office.getByRole("button", { name: `Withdraw the invitation of ${kim.email}` }).click();
  await expect(office.getByRole("row").filter({ hasText: kim.email })).toHaveCount(0);
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { name: "This invitation is not valid" })).toBeVisible();
  await noise.must(/404 \(Not Found\).*invitations\/welcome/);
});

test("whoever is signed in twice sees both sessions, and ends the other one", async ({ page, browser, elsewhere, demo, session }) => {
  const owner = await browser.newContext();
  await owner.addCookies(session);
  const lee = newPerson("Lee");
  await join(elsewhere, await invite(await owner.newPage(), demo, lee), lee);
  await owner.close();

  await signIn(page, demo, lee);
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
  await page.goto(`${demo.server_url}/account`);
  await alive(page);
  const sessions = page.getByRole("table").getByRole("row").filter({ hasText: "Chrome on Linux" });
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: "This device" })).toHaveCount(1);
  await page.getByRole("button", { name: "End the session of" }).click();
  await expect(sessions).toHaveCount(1);

  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
});
