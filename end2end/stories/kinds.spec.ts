// Everything that WhatsApp carries is drawn as what it is, and nothing of it is executed.
import { newCustomer } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { alive, bubble, bubbles, open, row } from "../support/inbox.ts";
import { Meta } from "../support/meta.ts";

const HOSTILE = `<img src=x onerror="document.title='hacked'"> javascript:alert(1) https://a.example/"onmouseover="x`;

test("each kind is drawn as what it is", async ({ inbox, demo, request }) => {
  const ana = await newCustomer(request, demo, "Ada");
  const meta = new Meta(request, demo, ana);
  await alive(inbox);
  await meta.says("text", { body: "*bold* and _slanted_, see https://acorn.example/a_b_c" });
  await open(inbox, ana.name);

  const text = bubble(inbox, "bold and slanted");
  await expect(text.locator(".bold")).toHaveText("bold");
  const link = text.getByRole("link");
  await expect(link).toHaveAttribute("href", "https://acorn.example/a_b_c");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");

  await meta.says("location", { latitude: 51.5, longitude: -2.5, name: "Harbour" });
  await expect(bubble(inbox, "Harbour").getByRole("link")).toHaveAttribute("href", /^https:\/\/www\.openstreetmap\.org\/\?mlat=51\.50000&mlon=-2\.50000/);
  await meta.says("contacts", [{ name: { formatted_name: "Bo Li" }, phones: [{ phone: "+1 650 555 1234" }], urls: [{ url: "javascript:alert(1)" }] }]);
  const card = bubble(inbox, "Bo Li");
  await expect(card.getByRole("link")).toHaveCount(1);
  await expect(card.getByRole("link")).toHaveAttribute("href", "tel:+16505551234");
  const item = { product_retailer_id: "wren", quantity: 2, item_price: "10.5", currency: "GBP" };
  await meta.says("order", { catalog_id: "1", product_items: [item], text: "Wrapped, *please*" });
  await expect(bubble(inbox, "2 × wren").locator(".total")).toContainText("£21.00");
  await expect(bubble(inbox, "2 × wren").locator(".bubble-text")).toHaveText("Wrapped, please");
  const response_json = JSON.stringify({ flow_token: "t", size: "M" });
  await meta.says("interactive", { type: "nfm_reply", nfm_reply: { body: "Sent", response_json } });
  await expect(bubble(inbox, "Size")).toContainText("M");
  await meta.says("unsupported", { type: "poll_creation" }, { errors: [{ code: 131051, title: "x" }] });
  await expect(bubble(inbox, "A poll, which WhatsApp does not pass on")).toBeVisible();
  await meta.says("system", { type: "user_changed_number", wa_id: ana.phone, body: "x" });
  await expect(inbox.locator(".chapter").filter({ hasText: "changed their number" })).toBeVisible();
});

test("one line of a message has no marks, and our own buttons are no reply", async ({ page, demo, request }) => {
  const mark = await newCustomer(request, demo, "Mark");
  const meta = new Meta(request, demo, mark);
  const first = await meta.says("text", { body: "Is the *Wren* _still_ there?" });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await expect(row(page, mark.name)).toContainText("Is the Wren still there?");
  await open(page, mark.name);
  await meta.says("text", { body: "I mean this" }, { context: { from: mark.phone, id: first } });
  await expect(page.locator(".quote-text")).toHaveText("Is the Wren still there?");
  await meta.echoes("interactive", { type: "button", body: { text: "It *is*. Which day?" }, action: { buttons: [{ type: "reply", reply: { id: "1", title: "Monday" } }] } });
  await expect(row(page, mark.name).locator(".row-text")).toHaveText("It is. Which day?");
});

test("hostile texts are texts", async ({ inbox, page, demo, request }) => {
  const eve = await newCustomer(request, demo, "Eve");
  const meta = new Meta(request, demo, eve);
  await alive(inbox);
  await meta.says("text", { body: HOSTILE });
  await open(inbox, eve.name);
  await expect(bubble(inbox, "onerror")).toContainText(HOSTILE);
  await expect(bubbles(inbox).locator("img, script")).toHaveCount(0);
  await expect(bubbles(inbox).locator("a:not([href^='http'])")).toHaveCount(0);
  expect(await page.title()).not.toBe("hacked");
});

test("reactions, edits and deletions show on their message", async ({ inbox, demo, request }) => {
  const kim = await newCustomer(request, demo, "Kim");
  const meta = new Meta(request, demo, kim);
  await alive(inbox);
  const first = await meta.says("text", { body: "Helo" });
  await open(inbox, kim.name);
  const badge = bubbles(inbox).first().locator(".badge");
  await meta.says("reaction", { message_id: first, emoji: "🎉" });
  await expect(badge).toContainText("🎉");
  await meta.says("reaction", { message_id: first });
  await expect(badge).toHaveCount(0);
  await meta.says("edit", { original_message_id: first, message: { type: "text", text: { body: "Hello" } } });
  await expect(bubble(inbox, "Hello")).toContainText("edited");
  await expect(bubbles(inbox)).toHaveCount(1);
  await meta.says("revoke", { original_message_id: first });
  await expect(bubbles(inbox).first()).toContainText("This message was deleted");
  await expect(bubbles(inbox)).toHaveCount(1);
});

test("a quote leads to its message, also to one that is not loaded", async ({ inbox, demo, request }) => {
  const lee = await newCustomer(request, demo, "Lee");
  const meta = new Meta(request, demo, lee);
  await alive(inbox);
  const first = await meta.says("text", { body: "The very first" });
  for (let nth = 0; nth < 80; nth += 1) await meta.says("text", { body: `Number ${nth}` });
  await meta.says("text", { body: "As I said" }, { context: { id: first } });
  await open(inbox, lee.name);
  // A change of what is not loaded is no news: nobody hears it read out.
  const said = inbox.locator("p[aria-live=polite]");
  await meta.says("text", { body: "What do you say?" });
  await expect(said).toContainText("What do you say?");
  await meta.says("edit", { original_message_id: first, message: { type: "text", text: { body: "The very first" } } });
  await inbox.locator("body").evaluate(() => new Promise((after) => setTimeout(after, 800)));
  await expect(said).toContainText("What do you say?");
  const quote = bubble(inbox, "As I said").getByRole("button", { name: /The very first/ });
  await quote.click();
  const goal = bubbles(inbox).filter({ hasText: "The very first" }).first();
  await expect(goal).toBeInViewport();
  await expect(goal).toHaveAttribute("data-flash", "");
});

test("a message is answered and reacted to by its menu", async ({ inbox, demo, request }) => {
  const max = await newCustomer(request, demo, "Max");
  const meta = new Meta(request, demo, max);
  await alive(inbox);
  await meta.says("text", { body: "Is it open?" });
  await open(inbox, max.name);
  const more = bubble(inbox, "Is it open?").getByRole("button", { name: "What to do with this message" });
  await more.focus();
  await more.press("Enter");
  await expect(inbox.getByRole("menuitemcheckbox", { name: "React with 👍" })).toBeFocused();
  await inbox.getByRole("menuitem", { name: "Reply" }).press("Escape");
  await expect(inbox.getByRole("menu")).toHaveCount(0);
});

test("a document is called what its file is called: no path, and nothing that turns its ending round", async ({ inbox, demo, request }) => {
  const ray = await newCustomer(request, demo, "Ray");
  const meta = new Meta(request, demo, ray);
  await alive(inbox);
  await meta.says("document", { id: "1", mime_type: "application/pdf", filename: "../../x\u202Egpj.exe\n", caption: "Have a look" });
  await open(inbox, ray.name);
  await expect(bubbles(inbox).first().locator(".file-name")).toHaveText("xgpj.exe");
  await expect(bubbles(inbox).first().locator(".bubble-text")).toHaveText("Have a look");
  await expect(inbox.locator(".row-link[aria-current] .row-text")).toHaveText("Document · xgpj.exe · Have a look");
});
