// A rule without a test is a wish, and a test that names no rule proves nothing anybody asked for: SPEC files and test
// names are held together, as a function from sources to gaps.
import type { SourceFile } from "./source-files.ts";

export type SpecGap = { id: string; where: string; why: string };

const DEFINITION = /^- \*\*([A-Z]{2,4}-\d+)\*\*/gm;
const NAMED = /\[([A-Z]{2,4}-\d+)\]/g;

export function findSpecGaps(specs: readonly SourceFile[], tests: readonly SourceFile[]): SpecGap[] {
  const rules = new Map<string, string>();
  for (const spec of specs) {
    for (const [, id = ""] of spec.text.matchAll(DEFINITION)) {
      // Two rooms may each carry their part of one rule.
      rules.set(id, spec.path);
    }
  }
  const gaps: SpecGap[] = [];
  const named = new Map<string, string>();
  for (const test of tests) {
    for (const [, id = ""] of test.text.matchAll(NAMED)) named.set(id, test.path);
  }
  for (const [id, where] of rules) {
    if (!named.has(id)) gaps.push({ id, where, why: "no test names this rule" });
  }
  for (const [id, where] of named) {
    if (!rules.has(id)) gaps.push({ id, where, why: "no SPEC has this rule" });
  }
  return gaps;
}
