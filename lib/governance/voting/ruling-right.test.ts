import { describe, expect, test } from "vitest";
import type { BoardRole } from "../board/schema.ts";
import { deriveRulingRight, type RulingFacts, type RulingSeat } from "./ruling-right.ts";

const seat = (role: BoardRole, more: Partial<RulingSeat> = {}): RulingSeat => ({
  userId: role,
  name: `The ${role}`,
  role,
  termStartAt: new Date("2026-01-01T00:00:00Z"),
  canAct: true,
  ...more,
});

const BOARD = [
  seat("data_steward"),
  seat("ethics_representative"),
  seat("risk_officer"),
  seat("technical_lead"),
  seat("chair"),
  seat("legal_counsel"),
];

function decide(more: Partial<Omit<RulingFacts, "conflictedUserIds">> & { conflicted?: string[] } = {}) {
  const { conflicted = [], ...facts } = more;
  const given = { seats: BOARD, allegedUserId: "legal_counsel", allegedBy: "data_steward", ...facts };
  return deriveRulingRight({ ...given, conflictedUserIds: new Set(conflicted) });
}

const without = (...roles: string[]) => BOARD.filter((each) => !roles.includes(each.role));
const quarantined = (role: string) => BOARD.map((each) => (each.role === role ? { ...each, canAct: false } : each));

describe("who rules on what is alleged", () => {
  test.each<[string, Parameters<typeof decide>[0], string, string | null]>([
    ["the chair", {}, "chair", "chair"],
    ["what an admin alleges", { allegedBy: "an admin" }, "chair", "chair"],
    ["alleged of the chair", { allegedUserId: "chair" }, "deputy", "technical_lead"],
    ["alleged by the chair", { allegedBy: "chair" }, "deputy", "technical_lead"],
    ["a matter in which the chair is conflicted", { conflicted: ["chair"] }, "deputy", "technical_lead"],
    ["a chair in quarantine", { seats: quarantined("chair") }, "deputy", "technical_lead"],
    ["no chair", { seats: without("chair") }, "deputy", "technical_lead"],
    [
      "of the chair, by the technical lead",
      { allegedUserId: "chair", allegedBy: "technical_lead" },
      "deputy",
      "risk_officer",
    ],
    ["chair and technical lead conflicted", { conflicted: ["chair", "technical_lead"] }, "deputy", "risk_officer"],
    [
      "three conflicted",
      { conflicted: ["chair", "technical_lead", "risk_officer"] },
      "deputy",
      "ethics_representative",
    ],
    [
      "chair conflicted, no technical lead",
      { conflicted: ["chair"], seats: without("technical_lead") },
      "deputy",
      "risk_officer",
    ],
    [
      "all four conflicted: no other seat",
      { conflicted: ["chair", "technical_lead", "risk_officer", "ethics_representative"] },
      "nobody",
      null,
    ],
    ["an empty board", { seats: [] }, "nobody", null],
  ])("[BRD-173] %s", (_name, facts, outcome, ruler) => {
    const right = decide(facts);
    expect([right.outcome, right.ruler?.userId ?? null]).toEqual([outcome, ruler]);
  });

  test("[BRD-173] of several in one role the one longest in the seat, whatever the order they come in", () => {
    const newer = seat("technical_lead", { userId: "newer", termStartAt: new Date("2026-05-01T00:00:00Z") });
    const older = seat("technical_lead", { userId: "older", termStartAt: new Date("2025-05-01T00:00:00Z") });
    for (const seats of [
      [newer, older],
      [older, newer],
    ])
      expect(decide({ seats }).ruler?.userId).toBe("older");
    expect(decide({ seats: [newer, older], conflicted: ["older"] }).ruler?.userId).toBe("newer");
  });

  test("[BRD-173] says who rules, then why those before in the order do not", () => {
    const right = decide({ allegedUserId: "chair", allegedBy: "technical_lead", conflicted: ["risk_officer"] });
    expect(right.reasons.map(({ code, facts }) => [code, facts.role])).toEqual([
      ["voting.deputy_rules", "ethics_representative"],
      ["voting.ruler_is_alleged", "chair"],
      ["voting.ruler_alleged_it", "technical_lead"],
      ["voting.ruler_conflicted", "risk_officer"],
    ]);
  });
});
