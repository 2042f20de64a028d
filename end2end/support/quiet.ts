// A page is quiet when no frame of it writes to the console, throws, or breaks its Content-Security-Policy.
import { type BrowserContext, type ConsoleMessage, expect } from "@playwright/test";

const LOUD = new Set(["error", "warning", "assert"]);
const VIOLATION = "oriel-policy-violation";

export class Noise {
  readonly heard: string[] = [];
  #expected: RegExp[] = [];

  /// For stories in which something does go wrong, such as a server that is away.
  expect(...patterns: RegExp[]) {
    this.#expected.push(...patterns);
  }

  /// Waits for a complaint that has to come, and strikes it out: another one would be one too many.
  async must(pattern: RegExp) {
    await expect.poll(() => this.heard, { message: `a complaint like ${pattern}` }).toContainEqual(expect.stringMatching(pattern));
    const at = this.heard.findIndex((line) => pattern.test(line));
    this.heard.splice(at, 1);
  }

  unexpected(): string[] {
    return this.heard.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
  }
}

/// Listens to every page and frame of the context from its first script on.
export async function listen(context: BrowserContext, noise = new Noise()): Promise<Noise> {
  // In every frame: the event stays in its own document. What it says goes out through the console.
  await context.addInitScript((mark) => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(mark, event.effectiveDirective, event.blockedURI, `${event.sourceFile}:${event.lineNumber}`);
    });
  }, VIOLATION);
  context.on("console", (message) => {
    if (LOUD.has(message.type())) noise.heard.push(line(message));
  });
  context.on("weberror", (error) => noise.heard.push(`thrown: ${error.error().stack ?? error.error()}`));
  return noise;
}

function line(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${message.type()}: ${message.text()} (${url}:${lineNumber})`;
}
