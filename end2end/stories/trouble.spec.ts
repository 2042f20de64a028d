// WhatsApp refuses a number's access token: who sees it, and how an owner puts it right.
import { expect, test } from "../support/demo.ts";
import { newCustomer, says } from "../support/customer.ts";
import { alive, answer, bubble, line, open } from "../support/inbox.ts";
import { page as pageOf } from "../support/member.ts";
import { eavesdrop, enter } from "../support/team.ts";

const TOLD = "Messages from this number are on hold. The connection to WhatsApp has expired.";

// Nobody else's messages shall meet the fault.
test.describe.configure({ mode: "serial", timeout: 60_000 });
test.use({ conversations: 42 });

test("a refused token shows in embeds, in the team's inbox and on Numbers until it is replaced", async ({
  office,
  elsewhere,
  demo,
  request,
}) => {
  const customer = await newCustomer(request, demo, "Waiting");
  await says(request, demo, customer, "Are you there?");
  const heard = eavesdrop(elsewhere);
  await elsewhere.goto(demo.embeds.project.url);
  await alive(elsewhere);
  await open(elsewhere, customer.name);
  await enter(office, demo);
  await open(office, customer.name);
  for (const page of [elsewhere, office]) await expect(line(page)).toHaveAttribute("data-line", "live");
  const banner = elsewhere.getByRole("alert").filter({ hasText: TOLD });
  const ours = office.locator(".banner").filter({ hasText: TOLD });

  await request.post(`${demo.sandbox_url}/sandbox/faults`, { data: { kind: "error", code: 190 } });
  await answer(elsewhere, "We are");
  await expect(banner).toHaveText(`${TOLD} An admin must reconnect the number.`);
  await expect(elsewhere.locator(".thread-head").getByRole("link")).toHaveCount(0);
  await expect(bubble(elsewhere, "We are")).toHaveAttribute("data-delivery", /queued|sending/);
  await expect(ours).toBeVisible();
  // What WhatsApp said itself is not for embeds.
  expect(heard.join("\n")).not.toMatch(/Error validating|OAuthException|Session has expired/);

  await office.getByRole("link", { name: "Open Numbers" }).click();
  await alive(office);
  await expect(office).toHaveURL(pageOf(demo, "numbers"));
  const sales = office.getByRole("row").filter({ hasText: demo.numbers[0].name });
  await expect(sales).toContainText("Token refused");
  await expect(sales).toContainText("Generate a new one");
  await expect(office.getByRole("row").filter({ hasText: demo.numbers[1].name })).toContainText("Connected");

  await request.delete(`${demo.sandbox_url}/sandbox/faults`);
  await sales.getByRole("button", { name: "Edit" }).click();
  const form = office.getByRole("dialog", { name: "Edit the number" });
  await form.getByLabel("Access token").fill(demo.numbers[0].access_token);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(sales).toContainText("Connected");
  await expect(banner).toHaveCount(0);
  await expect(bubble(elsewhere, "We are")).toHaveAttribute("data-delivery", /delivered|read/);
});
