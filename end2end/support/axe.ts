// What axe, the checker of WCAG's rules, finds on a page as it is now, in both themes.
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";

/// The rules of WCAG 2.2 at levels A and AA, and axe's own advice.
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const THEMES = ["light", "dark"] as const;

interface Line {
  page: string;
  theme: string;
  language: string;
  rules: number;
  violations: number;
}

/// Stories run in several processes, which have one parent: what they found is put together in a file, a line each.
const kept = (parent: number) => `${tmpdir()}/oriel-axe-${parent}.jsonl`;

/// Looks at a page in both themes. What is wrong is said with the place, and fails the story at its end.
export async function check(page: Page, name: string) {
  for (const theme of THEMES) {
    // Small pages have no theme of their own: they follow the system.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.evaluate(turn, theme);
    const { language, rules, found } = await analyze(page);
    expect.soft(found, `${name}, ${theme}, ${language}`).toEqual([]);
    const line: Line = { page: name, theme, language, rules, violations: found.length };
    appendFileSync(kept(process.ppid), `${JSON.stringify(line)}\n`);
  }
}

/// In place, and without waiting until the colours have gone over: they would be measured on their way.
async function turn(theme: string) {
  document.documentElement.dataset.theme = theme;
  // What turns for ever has no end to go to.
  const ends = (animation: Animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime as number);
  // A colour that is inherited sets out when the one above it has arrived.
  // Some colours begin anew for as long as something is tried again.
  for (let still = 0, frames = 0; still < 2 && frames < 60; frames += 1) {
    const going = document.getAnimations().filter(ends);
    for (const animation of going) animation.finish();
    still = going.length === 0 ? still + 1 : 0;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}

/// Brought in once for each page that is loaded. Handing it over by the library costs a second each time: it sends the
/// whole of axe twice, and opens a page of its own to put the answers together.
async function analyze(page: Page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations, incomplete, passes } = await axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations", "incomplete"] });
    // Words in the very colour of what they stand on: axe takes them for words that are hidden on purpose.
    const unseen = incomplete.flatMap((result) => {
      const nodes = result.nodes.filter((node) => node.any.some((check) => check.data?.messageKey === "equalRatio"));
      return nodes.length > 0 ? [{ ...result, nodes }] : [];
    });
    const found = [...violations, ...unseen].map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 4).map((node) => `${node.target.join(" ")}: ${node.any[0]?.message ?? node.failureSummary ?? ""}`),
    }));
    return { language: document.documentElement.lang, rules: passes.length, found };
  }, RULES);
}

/// How many pages were looked at, and what was found. After all stories, in the parent.
export default function summary() {
  const file = kept(process.pid);
  if (!existsSync(file)) return;
  const lines: Line[] = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  rmSync(file);
  const sum = (of: Line[]) => of.reduce((sum, line) => sum + line.violations, 0);
  const by = (key: (line: Line) => string) => [...new Set(lines.map(key))].sort().map((value) => [value, lines.filter((line) => key(line) === value)] as const);
  const languages = by((line) => line.language);
  const states = by((line) => `${line.language} ${line.page}`);
  for (const [state, own] of states) {
    const cell = (theme: string) => `${sum(own.filter((line) => line.theme === theme))}`.padStart(5);
    console.log(`  ${state.padEnd(48)} ${THEMES.map(cell).join("  ")}`);
  }
  const each = languages.map(([language, own]) => `${language} ${new Set(own.map((line) => line.page)).size}`).join(", ");
  console.log(
    `axe: ${states.length} pages and states, ${THEMES.length} themes, ${languages.length} languages (${each}), ${lines.length} checks, ${sum(lines)} violations`,
  );
}
