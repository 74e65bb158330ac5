import { describe, expect, test } from "vitest";
import { readSourceFiles } from "./source-files.ts";
import { findSpecGaps } from "./spec-coverage.ts";

const told = (gaps: { id: string; where: string; why: string }[]) =>
  gaps.map(({ id, where, why }) => `${id} (${where}): ${why}`);

test("every rule has a test, and every rule a test names is written down", () => {
  const specs = readSourceFiles(/\/SPEC\.md$/, ["lib"]);
  const named = /\.(test|spec)\.tsx?$/;
  const tests = [...readSourceFiles(named), ...readSourceFiles(named, ["."])].filter(
    (file) => !file.path.startsWith("lib/testing/spec-coverage"),
  );
  expect(specs.length).toBeGreaterThan(5);
  expect(told(findSpecGaps(specs, tests))).toEqual([]);
});

describe("a planted gap is named", () => {
  const spec = { path: "SPEC.md", text: "Words.\n\n- **VOT-7** A tie fails.\n- **VOT-101** Chosen here.\n" };
  const named = (...ids: string[]) => [
    { path: "x.test.ts", text: ids.map((id) => `test("[${id}] holds")`).join("\n") },
  ];

  test.each([
    ["a rule without a test", named("VOT-7"), ["VOT-101 (SPEC.md): no test names this rule"]],
    ["a test without a rule", named("VOT-7", "VOT-101", "VOT-8"), ["VOT-8 (x.test.ts): no SPEC has this rule"]],
    ["an id without brackets", [{ path: "x.test.ts", text: 'test("VOT-7 VOT-101")' }], ["VOT-7", "VOT-101"]],
    ["nothing", named("VOT-7", "VOT-101"), []],
  ])("%s", (_name, tests, expected) => {
    const found = told(findSpecGaps([spec], tests));
    expect(found).toHaveLength(expected.length);
    for (const [index, words] of expected.entries()) expect(found[index]).toContain(words);
  });
});
