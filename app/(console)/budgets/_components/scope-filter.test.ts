import { expect, test } from "vitest";
import { pageOfScopes, readScopeFilter, type Scope, type ScopeFilter, usedUpWords } from "./scope-filter";

const scope = (name: string, level: Scope["level"], used: number, more: Partial<Scope> = {}): Scope => ({
  ...{ level, name, reference: level === "ecosystem" ? null : `REF-${name}`, isOwn: false, revision: 0 },
  immediate: { used, limit: 2 },
  nextBriefing: { used: 0, limit: 5 },
  weekly: { used: 0, limit: 20 },
  ...more,
});
const SCOPES = [
  scope("All", "ecosystem", 1),
  scope("Water", "portfolio", 0),
  scope("Tide", "venture", 2),
  scope("Brook", "venture", 0, { isOwn: true }),
  scope("Closed", "venture", 0, { weekly: { used: 0, limit: 0 } }),
];

test.each<[string, ScopeFilter, string[]]>([
  ["nothing asked", {}, ["All", "Water", "Tide", "Brook", "Closed"]],
  ["a level", { level: "venture" }, ["Tide", "Brook", "Closed"]],
  ["used up, and a limit of nothing is used up", { use: "up" }, ["Tide", "Closed"]],
  ["something used", { use: "used" }, ["All", "Tide"]],
  ["limits of its own", { use: "own" }, ["Brook"]],
  ["by reference, whatever its case", { q: "ref-tide" }, ["Tide"]],
  ["after one", { after: "REF-Tide" }, ["Brook", "Closed"]],
  ["after one that is gone: from the start", { after: "REF-Gone" }, ["All", "Water", "Tide", "Brook", "Closed"]],
])("[ESC-5] %s", (_name, filter, names) => {
  expect(pageOfScopes(SCOPES, filter, 10).shown.map(({ name }) => name)).toEqual(names);
});

test("[ESC-5] pages follow each other without gap or repetition", () => {
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = pageOfScopes(SCOPES, { after }, 2);
    seen.push(...page.shown.map(({ name }) => name));
    after = page.next;
  }
  expect(seen).toEqual(SCOPES.map(({ name }) => name));
});

test("[ESC-5] what makes no sense in the address is left out", () => {
  const nothing = { q: undefined, level: undefined, use: undefined, after: undefined };
  expect(readScopeFilter({ level: "galaxy", use: "never", q: " " })).toEqual(nothing);
});

test("[ESC-5] what is used up is named, and what is many is counted", () => {
  expect(usedUpWords(SCOPES.slice(0, 2))).toBe("No budget is used up.");
  expect(usedUpWords(SCOPES)).toBe("Tide and Closed have used up a budget.");
  const many = ["A", "B", "C", "D", "E"].map((name) => scope(name, "venture", 2));
  expect(usedUpWords(many)).toBe("A, B, C and 2 more have used up a budget.");
});
