import { describe, expect, test } from "vitest";
import { assessDeparture, type DepartureFacts, type DepartureKind } from "./departure.ts";

const NOBODY_SPECIAL: DepartureFacts = { isAdmin: false, otherAdmins: 0, isChair: false, otherChairs: 0 };

const CASES: { name: string; kind: DepartureKind; facts: Partial<DepartureFacts>; codes: string[] }[] = [
  { name: "an ordinary member leaves", kind: "membership", facts: {}, codes: [] },
  { name: "one of two admins leaves", kind: "membership", facts: { isAdmin: true, otherAdmins: 1 }, codes: [] },
  { name: "the last admin leaves", kind: "membership", facts: { isAdmin: true }, codes: ["identity.last_admin"] },
  { name: "the last admin gives up the role", kind: "admin", facts: { isAdmin: true }, codes: ["identity.last_admin"] },
  { name: "the only chair leaves", kind: "membership", facts: { isChair: true }, codes: ["identity.only_chair"] },
  { name: "a chair with a successor leaves", kind: "membership", facts: { isChair: true, otherChairs: 1 }, codes: [] },
  {
    name: "the only chair gives up being admin",
    kind: "admin",
    facts: { isChair: true, isAdmin: true, otherAdmins: 1 },
    codes: [],
  },
  {
    name: "the last admin, who is the only chair, leaves",
    kind: "membership",
    facts: { isAdmin: true, isChair: true },
    codes: ["identity.last_admin", "identity.only_chair"],
  },
];

describe("who may leave", () => {
  test.each(CASES)("[ORG-5] $name", ({ kind, facts, codes }) => {
    const verdict = assessDeparture(kind, { ...NOBODY_SPECIAL, ...facts });
    expect(verdict.outcome).toBe(codes.length === 0 ? "allowed" : "refused");
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(
      codes.length === 0 ? ["identity.others_remain"] : codes,
    );
  });
});
