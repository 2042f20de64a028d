// Chromium for the scripts beside this one.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../end2end/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

export const launch = () =>
  chromium.launch({
    executablePath: process.env.ORIEL_CHROMIUM || found,
    args: ["--no-sandbox", "--enable-precise-memory-info"],
  });

/// Elements of the page, its JavaScript heap after a collection, and the memory of its module, in MB.
export async function size(page, session) {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { result } = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const { result: bytes } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return Math.max(0, ...this.map((memory) => memory.buffer.byteLength)); }",
    returnByValue: true,
  });
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  return { elements, heap: usedSize / 2 ** 20, module: bytes.value / 2 ** 20 };
}

export const said = ({ elements, heap, module }) =>
  `${elements} elements, ${heap.toFixed(1)} MB of JS heap, ${module.toFixed(1)} MB of the module's memory`;
