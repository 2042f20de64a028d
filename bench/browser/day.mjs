// Leaves a page open while messages come, then opens one conversation after the other. Prints what that left behind.
import { launch, said, size } from "./chromium.mjs";

const [address, expected] = [process.argv[2], Number(process.argv[3])];
const SWITCHES = 500;
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const session = await page.context().newCDPSession(page);

// What the line says, counted outside of the page.
const heard = new Set();
page.on("websocket", (socket) =>
  socket.on("framereceived", ({ payload }) => {
    for (const [, id] of String(payload).matchAll(/"message":\{"message":\{"id":"([^"]+)"/g)) heard.add(id);
  }),
);
await page.goto(address);
await page.locator("body[data-hydrated]").waitFor();
await page.waitForTimeout(2_000);
console.log(`  at its start: ${said(await size(page, session))}`);

const begun = Date.now();
let most = 0;
while (heard.size < expected && Date.now() - begun < 400_000) {
  await page.waitForTimeout(1_000);
  most = Math.max(most, await page.evaluate(() => document.querySelectorAll("*").length));
}
await page.waitForTimeout(1_000);
console.log(`  after ${heard.size} messages in ${((Date.now() - begun) / 1000).toFixed(0)} s: ${said(await size(page, session))}, at most ${most} elements`);

const rows = await page.locator(".row").count();
const took = [];
for (let nth = 0; nth < SWITCHES; nth += 1) {
  const row = page.locator(".row").nth((nth + 1) % Math.min(rows, 25));
  const id = await row.getAttribute("data-id");
  const before = performance.now();
  await row.locator(".row-link").click({ position: { x: 40, y: 20 } });
  await page.waitForFunction(
    (id) => document.querySelector(`.row[data-id="${id}"] [aria-current]`) && document.querySelector(".thread .bubble"),
    id,
  );
  took.push(performance.now() - before);
  if (nth === 99) console.log(`  after 100 conversations: ${said(await size(page, session))}`);
}
took.sort((a, b) => a - b);
await page.waitForTimeout(1_000);
const middle = took[took.length / 2].toFixed(0);
console.log(`  after ${SWITCHES} conversations, ${middle} ms each: ${said(await size(page, session))}`);
await browser.close();
