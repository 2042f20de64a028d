// The dashboard's door: whom it leads where, what it says to a wrong password, and to too many of them.
import { expect, test } from "../support/demo.ts";
import { page as pageOf, signIn } from "../support/member.ts";

test("who is not signed in is led to the door, and from there to where they wanted", async ({ page, demo }) => {
  await page.goto(pageOf(demo, "activity"));
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail").fill(demo.email);
  await page.getByLabel("Password").fill(demo.password);
  await page.getByLabel("Password").press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
});

test("an address that leads nowhere has a way out, in and outside of the dashboard", async ({ office, demo, noise }) => {
  for (const path of ["/no/such/page", `/inbox/${demo.owner_id}`]) {
    const answer = await office.goto(`${demo.server_url}${path}`);
    expect(answer?.status(), path).toBe(404);
    await noise.must(/404/);
    await office.getByRole("link", { name: "Go to the start page" }).click();
    await expect(office.getByRole("heading", { level: 1, name: "Inbox embeds" })).toBeVisible();
  }
});

test("a wrong password keeps the e-mail address and says what is wrong", async ({ page, demo, noise }) => {
  // Not the owner's: theirs is needed by other stories, and a minute has five tries.
  const email = "tom@acornbikes.example";
  await signIn(page, demo, { email, password: "not the password at all" });
  await expect(page.getByRole("alert")).toHaveText("The e-mail address or the password is wrong.");
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expect(page.getByLabel("Password")).toHaveValue("");
  await noise.must(/401/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the door opens all the same, and the pages can be read", async ({ page, demo }) => {
    await signIn(page, demo, demo);
    await expect(page.getByRole("heading", { level: 1, name: "Inbox embeds" })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Host page" })).toBeVisible();
    await expect(page.getByText("This page needs scripts to save what you change.")).toBeVisible();
  });
});

test("after five tries somebody has to wait, whether the account exists or not", async ({ page, demo, noise }) => {
  const nobody = { email: "nobody@acornbikes.example", password: "open sesame, please" };
  for (let nth = 0; nth < 5; nth += 1) {
    await signIn(page, demo, nobody);
    await expect(page.getByRole("alert")).toHaveText("The e-mail address or the password is wrong.");
    await noise.must(/401/);
  }
  await signIn(page, demo, nobody);
  await expect(page.getByRole("alert")).toHaveText(/^Too many attempts\. Try again in \d+ s\.$/);
  await expect(page.getByLabel("E-mail")).toHaveValue(nobody.email);
  await noise.must(/429/);
});
