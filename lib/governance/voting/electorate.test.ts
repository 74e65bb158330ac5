import { describe, expect, test } from "vitest";
import { freezeBoardElectorate, hasVotingRight } from "./electorate.ts";
import { assessRecusal, planRecusals } from "./recusal.ts";

const at = new Date("2026-03-01T12:00:00Z");
const seat = (userId: string, role = "risk_officer") => ({
  userId,
  role,
  roleVotes: role !== "external_advisor",
  isActive: true,
  termStartAt: new Date("2025-01-01T00:00:00Z"),
  termEndAt: new Date("2027-01-01T00:00:00Z"),
});

describe("a board's electorate", () => {
  test.each([
    ["in office", {}, true],
    ["a seat without a vote", { roleVotes: false }, false],
    ["not active", { isActive: false }, false],
    ["term begins at this instant", { termStartAt: at }, true],
    ["term not begun", { termStartAt: new Date(at.getTime() + 1) }, false],
    ["term ends at this instant", { termEndAt: at }, false],
    ["term ends a millisecond later", { termEndAt: new Date(at.getTime() + 1) }, true],
  ])("[BRD-2] voting right: %s", (_name, change, expected) => {
    expect(hasVotingRight({ ...seat("a"), ...change }, at)).toBe(expected);
  });

  test("[VOT-3] holds every voting seat once, one vote each, with the chair known", () => {
    const seats = [seat("c", "chair"), seat("a"), seat("a", "data_steward"), seat("x", "external_advisor")];
    expect(freezeBoardElectorate({ seats, recusals: [], openedAt: at })).toEqual({
      electors: [
        { userId: "c", weight: 1, isChair: true },
        { userId: "a", weight: 1, isChair: false },
      ],
      recused: [],
    });
  });

  test("[VOT-3] two chairs at once are a broken record", () => {
    const seats = [seat("c", "chair"), seat("d", "chair")];
    expect(() => freezeBoardElectorate({ seats, recusals: [], openedAt: at })).toThrow(/chair/u);
  });

  test("[BRD-5] recused members leave the electorate and stay on record with the strongest ground", () => {
    const recusals = planRecusals(
      {
        modelReferences: ["MDL-00000001"],
        vendors: ["Acme  Corp"],
        ownerUserIds: ["a"],
        decidedByUserId: null,
        aboutUserIds: [],
      },
      [
        { userId: "a", models: ["MDL-00000001"], vendors: [], reason: "built it" },
        { userId: "b", models: [], vendors: ["ACME corp"], reason: "shares" },
        { userId: "c", models: ["MDL-00000002"], vendors: ["Other"], reason: "elsewhere" },
      ],
    );
    const seats = [seat("a"), seat("b"), seat("c")];
    const frozen = freezeBoardElectorate({ seats, recusals, openedAt: at });
    expect(frozen.electors.map((elector) => elector.userId)).toEqual(["c"]);
    expect(frozen.recused.map((member) => [member.userId, member.recusal.basis])).toEqual([
      ["a", "ownership"],
      ["b", "declared_conflict"],
    ]);
  });

  test("[VOT-11] the chair does not vote on ratifying the chair's own decision", () => {
    const subject = { modelReferences: [], vendors: [], ownerUserIds: [], decidedByUserId: "c", aboutUserIds: [] };
    const frozen = freezeBoardElectorate({
      seats: [seat("c", "chair"), seat("a")],
      recusals: planRecusals(subject, []),
      openedAt: at,
    });
    expect(frozen.recused.map((member) => [member.userId, member.recusal.basis])).toEqual([["c", "own_decision"]]);
  });
});

describe("recusal during the vote", () => {
  test.each([
    ["a member, of their own", "a", "elector", "a", false, "open", "voting.recusal_accepted"],
    ["a member, of another", "c", "elector", "a", false, "open", "voting.recusal_not_yours"],
    ["the chair, ruling on another", "a", "elector", "c", true, "open", "voting.recusal_accepted"],
    ["after close", "a", "elector", "a", false, "rejected", "voting.not_open"],
    ["before opening", "a", "elector", "a", false, "draft", "voting.not_open"],
    ["a stranger", "z", "none", "z", false, "open", "voting.not_an_elector"],
    ["twice", "a", "recused", "a", false, "open", "voting.already_recused"],
  ] as const)("[BRD-5] %s", (_name, userId, place, actorId, isChair, state, code) => {
    const verdict = assessRecusal({ userId, place, state, actor: { userId: actorId, isChair } });
    expect(verdict.reasons[0]?.code).toBe(code);
  });
});
