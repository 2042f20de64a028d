// A CRM of another origin shows the inbox in an iframe, beside a customer's phone.
import { expect, test } from "../support/demo.ts";
import { frame } from "../support/hosts.ts";

test("the host page shows the customer's phone with what was said", async ({ phone }) => {
  await expect(phone.getByText("Mara Lindqvist").first()).toBeVisible();
  await expect(phone.getByText("And could I collect it on Friday at 10:00?")).toBeVisible();
  await expect(phone.getByText("It is free of charge.")).toBeVisible();
});

test("the host page frames the inbox, which is of another origin", async ({ host, demo }) => {
  const frame = host.getByTestId("host-inbox");
  await expect(frame).toHaveAttribute("src", demo.embeds.project.url);
  const shown = host.frames().find((frame) => frame.url() === demo.embeds.project.url);
  expect(shown, "the iframe was not refused").toBeDefined();
  expect(new URL(demo.host_url).origin).not.toBe(new URL(demo.server_url).origin);
});

test("a page that no embed allows may not frame the inbox", async ({ page, noise, demo, hosts }) => {
  const { url } = demo.embeds.project;
  const answered = page.waitForResponse(url);
  await page.goto(hosts.put("crm.example.org", frame(url)));
  expect((await answered).status()).toBe(200);
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContain("chrome-error://chromewebdata/");
  await noise.must(/frame-ancestors/);
});
