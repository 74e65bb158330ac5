import { describe, expect, test } from "vitest";
import type { ProposalItem } from "@/lib/governance/voting/view";
import { isNarrowed, isNotAbove, readFilter } from "./list-filter";

const ID = "0198c2a4-7b1e-7cc3-9d55-0a1b2c3d4e5f";
const BY_DEADLINE = `2026-11-27T17:00:00.000Z_${ID}`;
const BY_AGE = `_${ID}`;

describe("what the address says", () => {
  test("what makes sense there is read, without blanks around it", () => {
    expect(
      readFilter({ group: "open", kind: "decommission", outcome: "rejected", model: " MDL-7K3M9Q2A ", q: " triage " }),
    ).toEqual({
      group: "open",
      kind: "decommission",
      outcome: "rejected",
      model: "MDL-7K3M9Q2A",
      q: "triage",
      cursor: undefined,
    });
  });

  test.each([
    ["an unknown group", { group: "closed" }],
    ["an unknown kind", { kind: "coup" }],
    ["an unknown outcome", { outcome: "maybe" }],
    ["blanks", { q: "   ", model: " " }],
    ["the same name twice", { q: ["a", "b"], group: ["open", "decided"] }],
    ["a name of every object", { group: "constructor", kind: "toString" }],
    ["a name that is not of the list", { sort: "oldest" }],
  ])("what makes no sense is left out: %s", (_, search) => {
    expect(Object.values(readFilter(search)).every((value) => value === undefined)).toBe(true);
  });

  test("text is cut where the server would refuse it", () => {
    const { q, model } = readFilter({ q: "a".repeat(1_000), model: "b".repeat(1_000) });
    expect([q?.length, model?.length]).toEqual([200, 40]);
  });

  test.each([
    ["open", BY_DEADLINE, true],
    ["needs_my_vote", BY_DEADLINE, true],
    ["open", BY_AGE, false],
    ["decided", BY_AGE, true],
    ["decided", BY_DEADLINE, false],
    [undefined, BY_AGE, true],
    [undefined, BY_DEADLINE, false],
    ["decided", "'; DROP TABLE proposals; --", false],
    ["open", `tomorrow_${ID}`, false],
  ])("group %s with the cursor %s: taken is %s", (group, cursor, isTaken) => {
    expect(readFilter({ group, cursor }).cursor).toBe(isTaken ? cursor : undefined);
  });
});

test.each([
  ["nothing", {}, false],
  ["the group and a page of it", { group: "decided", cursor: BY_AGE }, false],
  ["a kind", { kind: "decommission" }, true],
  ["an outcome", { outcome: "approved" }, true],
  ["a model", { model: "MDL-7K3M9Q2A" }, true],
  ["words", { q: "triage" }, true],
])("the list is narrowed by %s: %s %s", (_, search, expected) => {
  expect(isNarrowed(readFilter(search))).toBe(expected);
});

test.each([
  ["open", true, { needsMyVote: true }, false],
  ["open", false, { needsMyVote: true }, true],
  ["open", true, { needsMyVote: false }, true],
  ["needs_my_vote", true, { needsMyVote: true }, true],
  ["decided", false, { isAwaitingChair: true }, false],
  ["decided", false, { isAwaitingChair: false }, true],
  ["awaiting_chair", false, { isAwaitingChair: true }, true],
] as const)("in the group %s of somebody who votes (%s), %o stands there: %s", (group, canVote, item, expected) => {
  const whole = { needsMyVote: false, isAwaitingChair: false, ...item } as ProposalItem;
  expect(isNotAbove(group, canVote)(whole)).toBe(expected);
});
