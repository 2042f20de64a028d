// A program is told what happens.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { expect, test } from "../support/demo.ts";
import { alive } from "../support/inbox.ts";
import { page as pageOf } from "../support/member.ts";

/// A program that keeps what it is told.
async function program(port: number) {
  const told: { body: string; signature: string | undefined }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece) => (body += piece));
    request.on("end", () => {
      told.push({ body, signature: request.headers["x-webhook-signature"] as string | undefined });
      response.end("ok");
    });
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return { told, url: `http://127.0.0.1:${port}/oriel`, close: () => server.close() };
}

test("a webhook is made, told, paused and deleted", async ({ office, demo }) => {
  const ours = await program(demo.program_port);
  await office.goto(pageOf(demo, "webhooks"));
  await alive(office);
  await office.getByRole("button", { name: "New webhook" }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("Address").fill(ours.url);
  await dialog.getByLabel("Events of").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Pick at least one");
  await dialog.getByRole("checkbox", { name: /Received/ }).check();
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await expect(office.getByRole("heading", { name: "The webhook is ready" })).toBeFocused();
  const secret = await office.getByLabel("Secret key").inputValue();
  await office.getByRole("button", { name: "Done" }).click();

  const row = office.getByRole("row").filter({ hasText: ours.url });
  await expect(row).toContainText("Active");
  await row.getByRole("button", { name: /^Test/ }).click();
  await expect.poll(() => ours.told.length).toBe(1);
  const [first] = ours.told;
  const hash = createHmac("sha256", secret).update(first.body).digest("hex");
  expect(first.signature).toContain(hash);

  await row.getByRole("link", { name: ours.url }).click();
  await expect(office.getByRole("heading", { name: "Deliveries" })).toBeVisible();
  const delivery = office.locator(".delivery").first();
  await expect(delivery).toContainText("Delivered");
  await delivery.locator("summary").click();
  await expect(delivery.locator("pre")).toBeVisible();
  await delivery.getByRole("button", { name: /^Replay/ }).click();
  await expect.poll(() => ours.told.length).toBe(2);
  expect(ours.told[1].body, "the same once more").toBe(first.body);

  await office.getByRole("link", { name: "Failed" }).click();
  await expect(office.getByText("Nothing here")).toBeVisible();
  await office.getByRole("link", { name: "Webhooks" }).first().click();
  await row.getByRole("button", { name: /^Pause/ }).click();
  await expect(row).toContainText("Paused");
  await row.getByRole("button", { name: /^Delete/ }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(row).toHaveCount(0);
  ours.close();
});
