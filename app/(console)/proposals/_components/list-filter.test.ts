import { describe, expect, test } from "vitest";
import type { ProposalItem } from "@/lib/governance/voting/view";
import { isNarrowed, isNotAbove, readFilter, toParts, toQuery } from "./list-filter";

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

  test("[VOT-192] proposer, closing soon and inquorate, and only what can be meant by them", () => {
    const read = (search: Record<string, string>) => {
      const { proposer, closingSoon, inquorate } = readFilter(search);
      return { proposer, closingSoon, inquorate };
    };
    const all = { proposer: ID.toUpperCase(), closingSoon: "true", inquorate: "true" };
    expect(read(all)).toEqual({ proposer: ID, closingSoon: true, inquorate: true });
    expect(read({ proposer: "me", closingSoon: "yes", inquorate: "false" })).toEqual({});
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
  ["a proposer", { proposer: ID }, true],
  ["what closes soon", { closingSoon: "true" }, true],
  ["what has no quorum", { inquorate: "true" }, true],
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

test("[VOT-192] open votes that close within a day stand before the others, each proposal in one place", () => {
  const parts = toParts(readFilter({ kind: "decommission" }), true);
  expect(parts.map(({ title, filter }) => [title, filter.group, filter.closingSoon])).toEqual([
    ["Needs my vote", "needs_my_vote", undefined],
    ["Closing within 24 hours", "open", true],
    ["Open", "open", false],
    ["Awaiting the chair", "awaiting_chair", undefined],
    ["Drafts", "draft", undefined],
    ["Decided", "decided", undefined],
  ]);
  expect(parts.every(({ filter }) => filter.kind === "decommission")).toBe(true);
  expect(toParts(readFilter({ closingSoon: "true" }), false).map(({ title }) => title)).not.toContain("Needs my vote");
  expect(toParts(readFilter({ closingSoon: "true" }), false).filter(({ group }) => group === "open")).toHaveLength(1);
  const others = parts[2]?.filter ?? {};
  expect(toQuery(others)).toEqual({ ...others, closingSoon: undefined });
});
