import { describe, expect, test } from "vitest";
import { findBarrels, findImpurities, findOversized } from "./house-rules.ts";
import { readSourceFiles } from "./source-files.ts";

const files = readSourceFiles(/\.tsx?$/);
const lines = (count: number) => "export const x = 1;\n".repeat(count);
const told = (problems: { path: string; why: string }[]) => problems.map(({ path, why }) => `${path}: ${why}`);

describe("in the whole project", () => {
  test("no file outgrows its kind", () => {
    expect(told(findOversized(files))).toEqual([]);
  });

  test("the kernel and every room's core decide from their arguments alone", () => {
    expect(files.filter((file) => file.path.startsWith("lib/governance/")).length).toBeGreaterThan(50);
    expect(told(findImpurities(files))).toEqual([]);
  });

  test("files are named after their idea", () => {
    expect(told(findBarrels(files))).toEqual([]);
  });
});

describe("a planted offence is named", () => {
  test.each([
    ["a core file", "lib/governance/voting/x.ts", 300],
    ["a page", "app/(console)/x/page.tsx", 80],
    ["a component", "components/governance/x.tsx", 150],
    ["an operation", "lib/governance/voting/operations/x.ts", 90],
  ])("%s of one line too many", (_name, path, limit) => {
    expect(findOversized([{ path, text: lines(limit) }])).toEqual([]);
    expect(findOversized([{ path, text: lines(limit + 1) }]).map((problem) => problem.path)).toEqual([path]);
  });

  test("a route file has 25 lines for each of its verbs", () => {
    const path = "app/api/x/route.ts";
    const one = `export async function GET() {\n${"  work();\n".repeat(23)}}\n`;
    expect(findOversized([{ path, text: one + one.replace("GET", "POST") }])).toEqual([]);
    expect(findOversized([{ path, text: one.replace("}", "  more();\n}") }])).toHaveLength(1);
  });

  test.each([
    ["the clock", "const now = Date.now();"],
    ["the clock by a new date", "const now = new Date();"],
    ["chance", "const roll = Math.random();"],
    ["a random id", 'import { randomUUID } from "node:crypto";'],
    ["the console", "console.log(verdict);"],
    ["the surroundings", "const url = process.env.DATABASE_URL;"],
    ["the network", 'await fetch("https://example.org");'],
    ["a timer", "setTimeout(act, 1);"],
  ])("a core that uses %s", (_name, text) => {
    const path = "lib/governance/voting/x.ts";
    expect(findImpurities([{ path, text: `// opening line\n${text}` }]).map((problem) => problem.path)).toEqual([
      `${path}:2`,
    ]);
    expect(findImpurities([{ path: "lib/governance/voting/store.ts", text }])).toEqual([]);
  });

  test.each([
    ["a given instant", "const at = new Date(instant);"],
    ["a comment about the clock", "// never Date.now() here"],
    ["a sentence about the console", 'const text = "see console.log or process.env";'],
  ])("but not %s", (_name, text) => {
    expect(findImpurities([{ path: "lib/governance/voting/x.ts", text }])).toEqual([]);
  });

  test.each(["lib/format/utils.ts", "components/ui/index.ts", "lib/governance/voting/types.ts"])("%s", (path) => {
    expect(findBarrels([{ path, text: "" }])).toHaveLength(1);
  });
});
