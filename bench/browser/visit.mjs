// Visits an inbox for the first time, again and again: when 30 rows are on screen, when it is alive, and when a click
// has opened a thread; then how often the idle page asks for anything.
import { launch } from "./chromium.mjs";

const [list, open] = process.argv.slice(2);
const RUNS = 5;
const LINE = { offline: false, latency: 40, downloadThroughput: (9e6 / 8), uploadThroughput: (9e6 / 8) };
const browser = await launch();

// Frame by frame from the very beginning.
const watch = () => {
  const seen = {};
  const look = () => {
    if (!seen.rows && document.querySelectorAll(".row").length >= 30) seen.rows = performance.now();
    if (!seen.alive && document.body?.dataset.hydrated !== undefined) seen.alive = performance.now();
    if (!seen.alive) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.seen = seen;
};

async function visit(address, slow) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  if (slow) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await session.send("Network.emulateNetworkConditions", LINE);
  }
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => window.seen.alive, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => ({
    ...window.seen,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  }));
  return { context, page, rows: Math.max(seen.rows, seen.paint), alive: seen.alive, bytes };
}

// From the click to the frame in which the thread stands.
const click = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const row = document.querySelectorAll(".row-link")[0];
        const begun = performance.now();
        row.click();
        const look = () =>
          document.querySelectorAll(".thread .bubble").length >= 50
            ? done(performance.now() - begun)
            : requestAnimationFrame(look);
        requestAnimationFrame(look);
      }),
  );

const middle = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];
for (const [name, slow, goals] of [
  ["plain", false, "goals 150, 300 and 60"],
  ["CPU 4x slower, 9 Mbit/s, 40 ms", true, "goals 450, 1,200 and 250"],
]) {
  const [rows, alive, clicks, bytes] = [[], [], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    const one = await visit(list, slow);
    rows.push(one.rows);
    alive.push(one.alive);
    bytes.push(one.bytes);
    await one.page.waitForTimeout(500);
    clicks.push(await click(one.page));
    await one.context.close();
  }
  const [a, b, c] = [rows, alive, clicks].map((figures) => `${middle(figures).toFixed(0)} ms`);
  console.log(`  ${name}: 30 rows on screen ${a}, alive ${b}, a click to 50 messages ${c}   (${goals} ms)`);
  console.log(`    ${middle(bytes)} bytes over the wire`);
}

const { context, page } = await visit(open, false);
await page.waitForTimeout(3_000);
const asked = [];
page.on("request", (request) => asked.push(request.url()));
await page.waitForTimeout(60_000);
console.log(`  an idle page asks ${asked.length} times a minute beside its socket   (goal: 0)`);
await context.close();
await browser.close();
