import { describe, expect, test } from "vitest";
import { applyRecusal, freezeBoardElectorate, freezeMemberElectorate, hasVotingRight } from "./electorate.ts";
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

describe("a trust-weighted electorate", () => {
  test("[ORG-4] weighs members 5, 3, 1 and 0.5 votes in half-votes; quarantined and inactive ones are not entitled", () => {
    const members = (["core", "trusted", "standard", "sandbox", "quarantine"] as const).map((trustLevel) => ({
      userId: trustLevel,
      trustLevel,
      isActive: true,
    }));
    const gone = { userId: "gone", trustLevel: "core" as const, isActive: false };
    const { electors } = freezeMemberElectorate({ members: [...members, gone], recusals: [] });
    expect(electors.map((elector) => [elector.userId, elector.weight])).toEqual([
      ["core", 10],
      ["trusted", 6],
      ["standard", 2],
      ["sandbox", 1],
    ]);
  });
});

describe("recusal during the vote", () => {
  const electorate = freezeBoardElectorate({ seats: [seat("c", "chair"), seat("a")], recusals: [], openedAt: at });
  const recused = applyRecusal(electorate, { userId: "a", basis: "own_request", reason: "cousin" });

  test("[BRD-5] moves the member out of the electorate, once", () => {
    expect(recused.electors.map((elector) => elector.userId)).toEqual(["c"]);
    expect(recused.recused.map((member) => member.userId)).toEqual(["a"]);
    expect(applyRecusal(recused, { userId: "a", basis: "own_request", reason: "again" })).toBe(recused);
  });

  test.each([
    ["a member, of their own", "a", "a", false, "open", "voting.recusal_accepted"],
    ["a member, of another", "c", "a", false, "open", "voting.recusal_not_yours"],
    ["the chair, ruling on another", "a", "c", true, "open", "voting.recusal_accepted"],
    ["after close", "a", "a", false, "rejected", "voting.not_open"],
    ["before opening", "a", "a", false, "draft", "voting.not_open"],
    ["a stranger", "z", "z", false, "open", "voting.not_an_elector"],
  ] as const)("[BRD-5] %s", (_name, userId, actorId, isChair, state, code) => {
    const verdict = assessRecusal({ electorate, userId, state, actor: { userId: actorId, isChair } });
    expect(verdict.reasons[0]?.code).toBe(code);
  });

  test("[BRD-5] twice is refused", () => {
    const verdict = assessRecusal({
      electorate: recused,
      userId: "a",
      state: "open",
      actor: { userId: "a", isChair: false },
    });
    expect(verdict).toEqual({ outcome: "refused", reasons: [{ code: "voting.already_recused", facts: {} }] });
  });
});
