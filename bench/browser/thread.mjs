// Opens the long thread of a page in Chromium and scrolls to its first message. Prints what that took.
import { launch, said, size } from "./chromium.mjs";

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(process.argv[2]);
await page.locator("body[data-hydrated]").waitFor();

const begin = Date.now();
await page.locator(".row").first().click();
await page.locator(".bubble").first().waitFor();
const opened = Date.now() - begin;

const session = await page.context().newCDPSession(page);
const before = await size(page, session);

// Up and up, until there is nothing above any more.
const climb = Date.now();
let most = 0;
for (;;) {
  const { more, nodes } = await page.evaluate(async () => {
    const thread = document.querySelector(".thread");
    thread.scrollTo(0, -thread.scrollHeight);
    await new Promise((done) => setTimeout(done, 25));
    const height = thread.scrollHeight;
    await new Promise((done) => setTimeout(done, 25));
    const atTop = thread.scrollHeight - thread.clientHeight + thread.scrollTop < 40;
    const more = document.querySelector(".thread-more") !== null || !atTop || thread.scrollHeight !== height;
    return { more, nodes: document.querySelectorAll("*").length };
  });
  most = Math.max(most, nodes);
  if (!more || Date.now() - climb > 180_000) break;
}
const climbed = Date.now() - climb;
const after = await size(page, session);
console.log(`  opened in ${opened} ms: ${said(before)}`);
console.log(`  scrolled to its start in ${(climbed / 1000).toFixed(1)} s: at most ${most} elements, then ${said(after)}`);
await browser.close();
