// A customer writes, an agent answers, and both see what became of it.
import { expect, test } from "../support/demo.ts";
import { alive, answer, bubble, composer, line, open, row, rows } from "../support/inbox.ts";
import { heard, newCustomer, says } from "../support/customer.ts";
import { talk } from "../support/talk.ts";

test("a message typed on the phone shows in the list and in the open thread without a reload", async ({ inbox, phone }, info) => {
  await alive(inbox);
  await open(inbox, "Mara Lindqvist");
  await expect(line(inbox)).toHaveAttribute("data-line", "live");
  await phone.getByTestId("phone-composer").fill("Is it raining at your place?");
  const begun = Date.now();
  await phone.getByTestId("phone-send").click();
  await bubble(inbox, "Is it raining at your place?").waitFor();
  await expect(rows(inbox).first()).toContainText("Is it raining at your place?");
  // A figure, not a verdict: on a slow day it is larger.
  info.annotations.push({ type: "phone to screen", description: `${Date.now() - begun} ms` });
});

test("the answer reaches the phone, and its tick goes on to read", async ({ inbox, phone }) => {
  await alive(inbox);
  await open(inbox, "Mara Lindqvist");
  await answer(inbox, "Only a little, come along.");
  const ours = bubble(inbox, "Only a little, come along.");
  await expect(ours).toBeVisible();
  await expect(phone.getByTestId("phone-message").filter({ hasText: "Only a little" })).toBeVisible();
  await expect(ours).toHaveAttribute("data-delivery", "read");
  await expect(ours.getByRole("img", { name: "Read" })).toBeVisible();
  await expect(rows(inbox).first()).toContainText("Only a little");
});

test("opening a conversation reads it, for the team and on the customer's phone", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Reader");
  await alive(inbox);
  await says(request, demo, customer, "Anybody there?");
  await expect(row(inbox, customer.name).locator(".pill")).toContainText("1");
  await open(inbox, customer.name);
  await expect(row(inbox, customer.name).locator(".pill")).toHaveCount(0);
  const chat = `${demo.sandbox_url}/sandbox/chats/${demo.numbers[0].phone_number_id}/${customer.phone}`;
  await expect.poll(async () => (await (await request.get(chat)).json()).messages[0].status).toBe("read");
});

test("several answers arrive in the order in which they were written", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Ordered");
  await alive(inbox);
  await says(request, demo, customer, "Tell me everything");
  await open(inbox, customer.name);
  const texts = ["first", "second", "third", "fourth", "fifth"];
  for (const text of texts) await answer(inbox, text);
  await expect.poll(() => heard(request, demo, customer)).toEqual(texts);
});

test("a double Enter and a slow answer send a message once", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Once");
  await alive(inbox);
  await says(request, demo, customer, "Hello?");
  await open(inbox, customer.name);
  const box = inbox.getByRole("textbox", { name: "Message" });
  await box.fill("Just once");
  await Promise.all([box.press("Enter"), box.press("Enter")]);
  await expect(bubble(inbox, "Just once")).toHaveAttribute("data-delivery", "read");
  expect(await heard(request, demo, customer)).toEqual(["Just once"]);
});

test("Shift and Enter begin a new line", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Lines");
  await alive(inbox);
  await says(request, demo, customer, "Two lines please");
  await open(inbox, customer.name);
  const box = inbox.getByRole("textbox", { name: "Message" });
  await box.fill("one");
  await box.press("Shift+Enter");
  await box.pressSequentially("two");
  await box.press("Enter");
  await expect.poll(() => heard(request, demo, customer)).toEqual(["one\ntwo"]);
});

test("a message that WhatsApp refuses says why, and can be sent again", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Refused");
  await alive(inbox);
  await says(request, demo, customer, "Hi");
  await open(inbox, customer.name);
  const fault = { kind: "error", code: 131026, times: 1 };
  await request.post(`${demo.sandbox_url}/sandbox/faults`, { data: fault });
  await answer(inbox, "Does this arrive?");
  const ours = bubble(inbox, "Does this arrive?");
  await expect(ours.first()).toHaveAttribute("data-delivery", "failed");
  await expect(inbox.getByRole("alert").filter({ hasText: "could not deliver" })).toBeVisible();
  await request.delete(`${demo.sandbox_url}/sandbox/faults`);
  await inbox.getByRole("button", { name: "Send again" }).click();
  await expect(ours.last()).toHaveAttribute("data-delivery", "read");
});

test("what failed is not offered to be sent again once only templates may go", async ({ page, demo, request, noise }) => {
  noise.expect(/WebSocket|Failed to/);
  await page.clock.install();
  await talk(page, request, demo, "Too late");
  await request.post(`${demo.sandbox_url}/sandbox/faults`, { data: { kind: "error", code: 131026, times: 1 } });
  await answer(page, "Does this arrive?");
  const trouble = page.locator(".trouble");
  await expect(trouble.getByRole("button")).toHaveText(["Send again", "Edit"]);
  await request.delete(`${demo.sandbox_url}/sandbox/faults`);
  await page.clock.fastForward("25:00:00");
  await expect(page.getByRole("button", { name: "Choose a template" })).toBeVisible();
  await expect(trouble).toContainText("could not deliver");
  await expect(trouble.getByRole("button")).toHaveCount(0);
});

test("what failed is not offered to be sent again in a conversation that has ended", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Ended");
  await request.post(`${demo.sandbox_url}/sandbox/faults`, { data: { kind: "error", code: 131026, times: 1 } });
  await answer(page, "Does this arrive?");
  const trouble = page.locator(".trouble");
  await expect(trouble.getByRole("button")).toHaveText(["Send again", "Edit"]);
  await request.delete(`${demo.sandbox_url}/sandbox/faults`);
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(trouble.getByRole("button")).toHaveCount(0);
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(trouble.getByRole("button")).toHaveCount(2);
});

test("a text that the server refuses is still there when one comes back to it", async ({ page, demo, request, noise }) => {
  noise.expect(/409/);
  const customer = await newCustomer(request, demo, "Returned");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await says(request, demo, customer, "Can we close this?");
  await open(page, customer.name);
  // The answer waits until the conversation was ended by somebody else and another one is open.
  let go = () => {};
  const gone = new Promise<void>((done) => (go = done));
  await page.route("**/messages/send", async (route) => {
    await gone;
    await route.continue();
  });
  const id = await page.locator(".thread").getAttribute("data-conversation");
  await answer(page, "One last thing");
  await request.post(`${demo.embeds.project.url}/api/conversations/status`, { data: { id, status: "ended" } });
  await open(page, "Mara Lindqvist");
  go();
  await page.getByText("All", { exact: true }).click();
  await open(page, customer.name);
  await expect(bubble(page, "One last thing")).toHaveAttribute("data-delivery", "failed");
  await expect(page.getByRole("alert").filter({ hasText: "This conversation has ended." })).toBeVisible();
});

test("a customer who writes again on the day the conversation ended: each message stands once, in its place", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Again");
  await says(request, demo, customer, "first chapter");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await answer(page, "we are done");
  await expect(bubble(page, "we are done")).toHaveAttribute("data-delivery", "read");
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByRole("button", { name: "Reopen" }).first()).toBeVisible();
  await says(request, demo, customer, "second chapter");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await expect(page.locator(".day")).toHaveCount(2);
  const said = ["first chapter", "we are done", "second chapter"];
  for (const nth of [1, 2, 3]) {
    await answer(page, `answer ${nth}`);
    await expect(bubble(page, `answer ${nth}`)).toHaveAttribute("data-delivery", "read");
    await says(request, demo, customer, `question ${nth}`);
    await expect(bubble(page, `question ${nth}`)).toBeVisible();
    said.push(`answer ${nth}`, `question ${nth}`);
  }
  await expect(page.locator(".bubble .bubble-text")).toHaveText(said);
  await expect(page.locator(".day")).toHaveCount(2);
});

test("an ended conversation leads to the one in which its customer goes on, live and after a reload", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Onwards");
  await says(request, demo, customer, "first chapter");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await page.getByRole("button", { name: "End", exact: true }).click();
  const reopen = page.getByRole("button", { name: "Reopen" });
  await expect(reopen, "once is enough").toHaveCount(1);
  const id = await page.locator(".thread").getAttribute("data-conversation");
  await says(request, demo, customer, "second chapter");
  const newer = page.getByText("There is a newer conversation with this customer.");
  await expect(newer).toBeVisible();
  await expect(reopen, "beside the newer one it stays ended").toHaveCount(0);
  await page.reload();
  await alive(page);
  await expect(page.locator(".thread")).toHaveAttribute("data-conversation", id ?? "");
  await expect(newer).toBeVisible();
  await expect(reopen).toHaveCount(0);
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(bubble(page, "second chapter")).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(reopen).toHaveCount(1);
});

test("what the server refuses is said in the page's language", async ({ page, demo, request, noise }) => {
  noise.expect(/409/);
  const customer = await newCustomer(request, demo, "Hispana");
  await says(request, demo, customer, "Hola");
  await page.goto(`${demo.embeds.project.url}?language=es`);
  await alive(page);
  await open(page, customer.name);
  const id = await page.locator(".thread").getAttribute("data-conversation");
  // Somebody else ends it, and this page does not hear of it before it has sent.
  await page.route("**/messages/send", async (route) => {
    await request.post(`${demo.embeds.project.url}/api/conversations/status`, { data: { id, status: "ended" } });
    await route.continue();
  });
  const field = page.locator(".composer textarea");
  await field.fill("Una cosa más");
  await field.press("Enter");
  await expect(bubble(page, "Una cosa más")).toHaveAttribute("data-delivery", "failed");
  await expect(page.getByRole("alert").filter({ hasText: "Esta conversación terminó." })).toBeVisible();
});

test("what is refused offers only what can be done: after a reload a panel of buttons gives its words back", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Dead end");
  await says(request, demo, customer, "Which one?");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await request.post(`${demo.sandbox_url}/sandbox/faults`, { data: { kind: "error", code: 131026, times: 1 } });
  await page.getByRole("button", { name: "More to send" }).click();
  await page.locator(".more-choice").getByText("Buttons", { exact: true }).click();
  await page.locator("[name='body']").fill("Pick one");
  await page.locator("[name='action.buttons.0']").fill("Blue");
  await page.locator("dialog.sheet").getByRole("button", { name: "Send", exact: true }).click();
  await expect(bubble(page, "Pick one")).toHaveAttribute("data-delivery", "failed");
  await expect(page.getByRole("button", { name: "Send again" })).toBeVisible();
  await request.delete(`${demo.sandbox_url}/sandbox/faults`);
  await page.reload();
  await alive(page);
  await open(page, customer.name);
  await expect(bubble(page, "Pick one")).toHaveAttribute("data-delivery", "failed");
  await expect(page.getByRole("button", { name: "Send again" })).toHaveCount(0);
  await page.locator(".trouble").getByRole("button", { name: "Edit" }).click();
  await expect(composer(page)).toHaveValue("Pick one");
});

test("a line says what came since one looked, and the way to the end counts what comes while one reads above", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Newsy");
  for (let nth = 0; nth < 30; nth += 1) await says(request, demo, customer, `old ${nth}`);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await expect(row(page, customer.name).locator(".pill")).toHaveCount(0);
  await open(page, "Mara Lindqvist");
  for (let nth = 0; nth < 3; nth += 1) await says(request, demo, customer, `news ${nth}`);
  await expect(row(page, customer.name).locator(".pill")).toContainText("3");
  await open(page, customer.name);
  const line = page.locator(".news");
  await expect(line).toHaveText("3 new messages");
  expect(await line.evaluate((it) => it.nextElementSibling?.textContent)).toContain("news 0");
  await answer(page, "Seen");
  await expect(line, "it stays as long as one is here").toHaveCount(1);
  const end = page.locator(".to-end");
  await expect(end).toHaveCount(0);
  await page.locator(".thread").evaluate((it) => it.scrollTo(0, -500));
  await expect(end).toHaveAccessibleName("To the newest message");
  await says(request, demo, customer, "one more");
  await expect(end).toHaveAccessibleName("1 new message");
  await says(request, demo, customer, "and another");
  await expect(end.locator(".pill")).toHaveText("2");
  await end.click();
  await expect(bubble(page, "and another")).toBeInViewport();
  await expect(end).toHaveCount(0);
  await open(page, "Mara Lindqvist");
  await open(page, customer.name);
  await expect(line, "all was seen").toHaveCount(0);
});
