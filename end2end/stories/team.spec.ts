// The team's own inbox: whose a conversation is, notes, beginning one, notifications.
import { expect, test } from "../support/demo.ts";
import { heard, newCustomer, says, sent } from "../support/customer.ts";
import { alive, bubble, bubbles, line, open, row, rows } from "../support/inbox.ts";
import { signIn } from "../support/member.ts";
import { colleague, eavesdrop, enter, filter, held, holder, notes } from "../support/team.ts";

test("whoever signs in works in the inbox, finds the settings, and signs out", async ({ page, demo }) => {
  await page.goto(`${demo.server_url}/inbox`);
  await signIn(page, demo, demo);
  await enter(page, demo);
  await expect(page).toHaveTitle(/Inbox · Acorn Bikes$/);
  await expect(rows(page)).toHaveCount(30);
  const account = page.locator(".account > summary");
  await account.click();
  await expect(page.getByRole("link", { name: "Your account" })).toBeVisible();
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Your account" })).toBeHidden();
  await expect(account).toBeFocused();
  await account.click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Inbox embeds" })).toBeVisible();
  await page.locator(".office-side").getByRole("link", { name: "Inbox", exact: true }).click();
  await alive(page);
  const beside = await page.context().newPage();
  await enter(beside, demo);
  await expect(line(beside)).toHaveAttribute("data-line", "live");
  await account.click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(beside.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await expect(beside.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", /^\/sign-in\?next=%2Finbox%2F/);
  await page.goto(`${demo.server_url}/inbox/${demo.project_id}?assignee=me`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a conversation that is given to somebody shows in their hands at once, and leaves them as it is taken", async ({
  office,
  elsewhere,
  browser,
  session,
  demo,
  request,
}) => {
  const kim = await colleague(browser, session, elsewhere, demo, "Kim");
  const customer = await newCustomer(request, demo, "Handed");
  await says(request, demo, customer, "Who looks after me?");
  await enter(elsewhere, demo, "?assignee=me");
  await expect(filter(elsewhere)).toHaveValue("me");
  await expect(elsewhere.getByRole("heading", { name: "Nothing matches" })).toBeVisible();

  await enter(office, demo, "?assignee=unassigned");
  await open(office, customer.name);
  expect(await held(office)).toBe("Unassigned");
  await holder(office).selectOption({ label: kim.name });
  await expect(row(office, customer.name)).toHaveCount(0);
  await expect(row(elsewhere, customer.name)).toBeVisible();

  await filter(office).selectOption({ label: kim.name });
  await expect(rows(office)).toHaveCount(1);
  await expect(row(office, customer.name).getByRole("img", { name: `Assigned to ${kim.name}` })).toBeVisible();
  expect(new URL(office.url()).searchParams.get("assignee")).toMatch(/^[0-9a-f-]{36}$/);

  await open(elsewhere, customer.name);
  expect(await held(elsewhere)).toBe(`${kim.name} (you)`);
  const panel = elsewhere.getByRole("region", { name: "Assignment" });
  await panel.getByRole("button", { name: "Unassign" }).click();
  await expect(row(elsewhere, customer.name)).toHaveCount(0);
  await expect(row(office, customer.name)).toHaveCount(0);
  await expect.poll(() => held(office)).toBe("Unassigned");
  await panel.getByRole("button", { name: "Assign to me" }).click();
  await expect(row(elsewhere, customer.name)).toBeVisible();
  await expect.poll(() => held(office)).toBe(kim.name);
  await panel.getByText("2 assignments so far").click();
  await expect(panel.getByRole("listitem").first()).toContainText(`Assigned by ${kim.name}`);
  await expect(panel.getByRole("listitem").last()).not.toContainText("Since");
});

test("an assignment that the server does not take is put back, with words", async ({ office, demo, request, noise }) => {
  noise.expect(/Failed to load resource|ERR_FAILED/);
  const customer = await newCustomer(request, demo, "Refused");
  await says(request, demo, customer, "Hello");
  await enter(office, demo);
  await open(office, customer.name);
  await office.route("**/api/team/assign", (route) => route.abort());
  await holder(office).selectOption({ label: "Tom Becker" });
  await expect(office.getByRole("alert").filter({ hasText: "The server could not be reached." })).toBeVisible();
  expect(await held(office)).toBe("Unassigned");
  await expect(row(office, customer.name).getByRole("img", { name: /Assigned/ })).toHaveCount(0);
});

test("an address says whose conversations are shown, and which one is open", async ({ office, demo, program, request }) => {
  const customer = await newCustomer(request, demo, "Linked");
  await says(request, demo, customer, "Hello");
  await enter(office, demo);
  await open(office, customer.name);
  const id = new URL(office.url()).searchParams.get("conversation_id") as string;
  await program.assign(id, demo.team.tom);
  await expect.poll(() => held(office)).toBe("Tom Becker");
  await enter(office, demo, `?assignee=${demo.team.tom}&conversation_id=${id}`);
  await expect(office.getByRole("heading", { level: 2, name: customer.name })).toBeVisible();
  await expect(filter(office)).toHaveValue(demo.team.tom);
  await expect(row(office, customer.name)).toBeVisible();
  await expect(rows(office).filter({ hasNot: office.getByRole("img", { name: "Assigned to Tom Becker" }) })).toHaveCount(0);
  await enter(office, demo, `?assignee=${demo.owner_id}`);
  await expect(filter(office)).toHaveValue("me");
  await enter(office, demo, "?assignee=whoever");
  await expect(filter(office)).toHaveValue("");
});

test("notes are written, changed and deleted, the team sees them, and an embed hears nothing", async ({
  office,
  elsewhere,
  browser,
  session,
  demo,
  request,
}) => {
  await colleague(browser, session, elsewhere, demo, "Lou");
  const customer = await newCustomer(request, demo, "Noted");
  await says(request, demo, customer, "Hello");
  const embed = await (await browser.newContext()).newPage();
  const said = eavesdrop(embed);
  await embed.goto(demo.embeds.project.url);
  await alive(embed);
  await open(embed, customer.name);
  await enter(elsewhere, demo);
  await open(elsewhere, customer.name);
  await enter(office, demo);
  await open(office, customer.name);

  const field = notes(office).getByRole("textbox", { name: "New note" });
  await field.fill("Pays in walnuts only");
  await open(office, "Mara Lindqvist");
  await expect(field).toHaveValue("");
  await open(office, customer.name);
  await expect(field).toHaveValue("Pays in walnuts only");
  await notes(office).getByRole("button", { name: "Add note" }).click();
  await expect(field).toHaveValue("");
  await expect(notes(office).getByRole("listitem")).toContainText(["Pays in walnuts only"]);
  await expect(notes(elsewhere).getByRole("listitem")).toContainText(["Pays in walnuts only"]);
  await expect(notes(elsewhere).getByRole("button", { name: "Edit note" })).toHaveCount(0);
  await expect(notes(elsewhere).getByRole("button", { name: "Delete note" })).toHaveCount(0);

  await notes(office).getByRole("button", { name: "Edit note" }).click();
  const edited = notes(office).getByRole("textbox", { name: "Note", exact: true });
  await expect(edited).toBeFocused();
  await edited.fill("Pays in hazelnuts now");
  await edited.press("ControlOrMeta+Enter");
  await expect(notes(elsewhere).getByRole("listitem")).toContainText(["Pays in hazelnuts now"]);
  await expect(notes(elsewhere).getByRole("listitem")).toContainText([/edited/]);

  await notes(office).getByRole("button", { name: "Delete note" }).click();
  await notes(office).getByRole("button", { name: "Keep" }).click();
  await notes(office).getByRole("button", { name: "Delete note" }).click();
  await notes(office).getByRole("button", { name: "Delete", exact: true }).click();
  await expect(notes(office).getByRole("listitem")).toHaveCount(0);
  await expect(notes(elsewhere).getByRole("listitem")).toHaveCount(0);

  await says(request, demo, customer, "Are you still there?");
  await expect(bubble(embed, "Are you still there?")).toBeVisible();
  expect(said.join("\n")).toContain("Are you still there?");
  expect(said.join("\n")).not.toMatch(/walnuts|hazelnuts/);
  expect(await embed.content()).not.toMatch(/walnuts|hazelnuts/);
  await embed.context().close();
});

test("a note that the server does not take stays in its field", async ({ office, demo, noise }) => {
  noise.expect(/Failed to load resource|ERR_FAILED/);
  await enter(office, demo);
  await open(office, "Mara Lindqvist");
  await office.route("**/api/team/keep_note", (route) => route.abort());
  const field = notes(office).getByRole("textbox", { name: "New note" });
  await field.fill("Not lost");
  await field.press("ControlOrMeta+Enter");
  await expect(notes(office).getByText("The server could not be reached.")).toBeVisible();
  await expect(field).toHaveValue("Not lost");
  await office.unroute("**/api/team/keep_note");
  await notes(office).getByRole("button", { name: "Add note" }).click();
  await expect(notes(office).getByRole("listitem").filter({ hasText: "Not lost" })).toHaveCount(1);
});

test("a conversation is begun with a template, and the phone shows it", async ({ office, demo, request }) => {
  const customer = await newCustomer(request, demo, "Begun");
  await enter(office, demo);
  await office.getByRole("button", { name: "New conversation" }).click();
  const sheet = office.getByRole("dialog", { name: "New conversation" });
  const to = sheet.getByRole("textbox", { name: "To" });
  await expect(to).toBeFocused();
  await to.fill("070 123");
  await expect(sheet.getByText("Begin with the country code")).toBeVisible();
  await to.fill("+46 call me");
  await expect(sheet.getByText("Only digits, spaces and a plus")).toBeVisible();
  await to.fill("+46");
  await expect(to).not.toHaveAttribute("aria-invalid", "true");

  // One with something to fill in.
  await sheet.getByRole("searchbox", { name: "Search templates" }).fill("{{");
  const templates = sheet.locator(".shelf-one");
  await templates.first().click();
  await sheet.getByRole("button", { name: "Start conversation" }).click();
  await expect(sheet.getByText("This phone number is too short.")).toBeVisible();
  await expect(sheet.getByText("Write something").first()).toBeVisible();
  await expect(to).toBeFocused();
  await to.fill(`+${customer.phone}`);
  await sheet.locator(".sheet-form .ask input.input").first().fill("Walnut");
  await expect(sheet.locator(".seen")).toContainText("Walnut");
  await office.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await office.getByRole("button", { name: "New conversation" }).click();
  await expect(to).toHaveValue(`+${customer.phone}`);
  await templates.first().click();
  for (const input of await sheet.locator(".sheet-form .ask input.input").all()) {
    if ((await input.inputValue()) === "") await input.fill("12");
  }
  await sheet.getByRole("button", { name: "Start conversation" }).click();
  await expect(sheet).toBeHidden();
  await expect(bubbles(office).last()).toContainText("Walnut");

  await expect(office.getByText("Free replies are not open yet")).toBeVisible();
  await expect(office.getByText("The customer wrote more than 24 hours ago")).toHaveCount(0);

  const beside = await office.context().newPage();
  await beside.goto(`${demo.sandbox_url}/phone?number=${demo.numbers[0].phone_number_id}&customer=${customer.phone}`);
  await expect(beside.getByTestId("phone-message").last()).toContainText("Walnut");
  await beside.close();
  await office.getByRole("button", { name: "New conversation" }).click();
  await expect(to, "what was sent is not there again").toHaveValue("");
});

test("a conversation begins with a template and the file in its header", async ({ office, demo, request }) => {
  const customer = await newCustomer(request, demo, "Invoiced");
  await enter(office, demo);
  await office.getByRole("button", { name: "New conversation" }).click();
  const sheet = office.getByRole("dialog", { name: "New conversation" });
  await sheet.getByRole("textbox", { name: "To" }).fill(`+${customer.phone}`);
  await sheet.locator(".shelf-one").filter({ hasText: "invoice ready" }).click();
  for (const input of await sheet.locator(".sheet-form .ask input.input:not([type=file])").all()) await input.fill("Juniper");
  await sheet.getByRole("button", { name: "Start conversation" }).click();
  await expect(sheet.getByText("Choose a file").first()).toBeVisible();
  const buffer = Buffer.from("%PDF-1.4\n%%EOF\n");
  await sheet.locator("input[name='header.file']").setInputFiles({ name: "Invoice.pdf", mimeType: "application/pdf", buffer });
  await expect(sheet.locator(".seen")).toContainText("Invoice.pdf");
  await sheet.getByRole("button", { name: "Start conversation" }).click();
  await expect(sheet).toBeHidden();
  await expect(bubbles(office).last()).toContainText("Juniper");
  await expect(bubbles(office).last().locator("a[href^='?media=']")).toContainText("Invoice.pdf");
  await expect(bubbles(office).last()).toHaveAttribute("data-delivery", "read");
  const [body] = await sent(request, demo, customer);
  expect(body.template.components[0].parameters[0].document.filename).toBe("Invoice.pdf");
});

const STUB = (permission: string) => `
  window.told = [];
  window.Notification = class {
    static get permission() { return sessionStorage.getItem("answered") ?? "${permission}"; }
    static requestPermission() {
      if (Notification.permission === "default") sessionStorage.setItem("answered", "granted");
      return Promise.resolve(Notification.permission);
    }
    constructor(title, options) { this.title = title; this.body = options.body; this.tag = options.tag; window.told.push(this); }
    close() { this.closed = true; }
  };`;

const told = (page: import("@playwright/test").Page) =>
  page.evaluate(() => (window as any).told.map(({ title, body }: any) => `${title}: ${body}`) as string[]);

test("new messages of other conversations are told by the browser, once a person wants it", async ({ office, demo, request }) => {
  await office.addInitScript(STUB("default"));
  const customer = await newCustomer(request, demo, "Caller");
  await enter(office, demo);
  const bell = office.getByRole("button", { name: "Notifications" });
  await expect(bell).toHaveAttribute("aria-pressed", "false");
  await says(request, demo, customer, "Too early");
  await expect(row(office, customer.name)).toBeVisible();
  await bell.click();
  await expect(bell).toHaveAttribute("aria-pressed", "true");
  await says(request, demo, customer, "Is anybody there?");
  await expect.poll(() => told(office)).toEqual([`${customer.name}: Is anybody there?`]);
  await expect(office).toHaveTitle(/^\(\d+\) Inbox · /);
  await office.evaluate(() => (window as any).told[0].onclick());
  await expect(office.getByRole("heading", { level: 2, name: customer.name })).toBeVisible();
  await says(request, demo, customer, "I see you");
  await expect(bubble(office, "I see you")).toBeVisible();
  expect(await told(office)).toHaveLength(1);
  await office.reload();
  await alive(office);
  await expect(bell).toHaveAttribute("aria-pressed", "true");
  await bell.click();
  await expect(bell).toHaveAttribute("aria-pressed", "false");
});

test("a browser that refuses notifications is named as the reason", async ({ office, demo }) => {
  await office.addInitScript(STUB("denied"));
  await enter(office, demo);
  await office.getByRole("button", { name: "Notifications" }).click();
  await expect(office.getByRole("alert").filter({ hasText: "Your browser blocks notifications" })).toBeVisible();
  await expect(office.getByRole("button", { name: "Notifications" })).toHaveAttribute("aria-pressed", "false");
});

test("an embed has none of it", async ({ page, demo }) => {
  const parts: string[] = [];
  page.on("request", (request) => parts.push(request.url()));
  await page.goto(`${demo.embeds.project.url}?assignee=me`);
  await alive(page);
  await expect(rows(page)).toHaveCount(30);
  await open(page, "Mara Lindqvist");
  await expect(page.getByRole("complementary", { name: "Details" }).getByText("Phone", { exact: true })).toBeVisible();
  for (const name of ["New conversation", "Notifications", "Sign out"]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }
  await expect(filter(page)).toHaveCount(0);
  await expect(holder(page)).toHaveCount(0);
  await expect(notes(page)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Assignment" })).toHaveCount(0);
  expect(parts.filter((url) => /split_(team|start)|\/api\/team\//.test(url))).toEqual([]);
});
