import { expect, test } from "vitest";
import type { MemberView } from "@/lib/governance/board/schema";
import { isFollowed, place, spanOf, toFirstNamed, toLanes, toQuarterSpan } from "./timeline-lanes";

const seat = (reference: string, from: string, to: string, change: Partial<MemberView> = {}): MemberView => ({
  reference,
  userId: "tess",
  name: "Tess",
  role: "technical_lead",
  department: "",
  expertise: [],
  termStartAt: `${from}T00:00:00.000Z`,
  termEndAt: `${to}T00:00:00.000Z`,
  termStartOn: from,
  termEndOn: to,
  endedAt: null,
  endReason: null,
  state: "in_office",
  votes: true,
  renews: null,
  renewal: null,
  ...change,
});
const told = (lanes: ReturnType<typeof toLanes>) =>
  lanes.map((lane) => `${lane.name}: ${lane.segments.map((each) => `${each.reference} ${each.kind}`).join(", ")}`);

test("a renewed member has one lane, who came before stands above, successors below", () => {
  const current = [
    seat("A1", "2025-01-01", "2027-01-01", { role: "chair", userId: "ada", name: "Ada" }),
    seat("T2", "2025-06-01", "2027-06-01"),
    seat("T3", "2027-06-01", "2029-06-01", { state: "scheduled", renews: "T2" }),
    seat("U1", "2029-06-01", "2031-06-01", { state: "scheduled", userId: "una", name: "Una" }),
  ];
  const former = [
    seat("B1", "2022-01-01", "2024-01-01", { userId: "bo", name: "Bo", state: "term_over" }),
    seat("C1", "2023-01-01", "2026-01-01", {
      userId: "cy",
      name: "Cy",
      state: "ended",
      endedAt: "2025-06-01T00:00:00.000Z",
    }),
    seat("D1", "2026-01-01", "2028-01-01", {
      userId: "di",
      name: "Di",
      state: "ended",
      endedAt: "2026-01-01T00:00:00.000Z",
    }),
  ];
  expect(told(toLanes(current, former))).toEqual([
    "Ada: A1 held",
    "Cy: C1 past",
    "Tess: T2 held, T3 coming",
    "Una: U1 coming",
  ]);
});

test("a lane is followed once nobody holds it, or somebody else is appointed to its role", () => {
  const held = seat("T1", "2025-06-01", "2027-06-01");
  const renewal = seat("T2", "2027-06-01", "2029-06-01", { state: "scheduled", renews: "T1" });
  const una = seat("U1", "2027-06-01", "2031-06-01", { state: "scheduled", userId: "una", name: "Una" });
  const followed = (seats: readonly MemberView[]) => {
    const lanes = toLanes(seats, []);
    return lanes.map((lane) => `${lane.name}: ${isFollowed(lane, lanes)}`);
  };
  expect(followed([held, renewal])).toEqual(["Tess: false"]);
  expect(followed([held, una])).toEqual(["Tess: true", "Una: true"]);
});

test("the span covers whole years, and a quarter has its stretch in it", () => {
  const span = spanOf(toLanes([seat("T1", "2025-03-01", "2027-03-01")], []), Date.UTC(2026, 0, 1));
  expect(span).toEqual({ from: Date.UTC(2025, 0, 1), to: Date.UTC(2028, 0, 1) });
  expect(toQuarterSpan("Q4 2027")).toEqual({ from: Date.UTC(2027, 9, 1), to: Date.UTC(2028, 0, 1) });
  expect(place(toQuarterSpan("Q4 2027").to, span)).toBe(100);
});

test("the first of the plan who could go on is named", () => {
  const candidate = (name: string, outcome: "suitable" | "to_settle" | "unavailable" | "appointed") => ({
    userId: name,
    name,
    department: "",
    note: "",
    outcome,
    reasons: [],
  });
  const role = { isRequired: true, revision: 1, plannedAt: null, plannedByName: null, holders: [] };
  const named = toFirstNamed([
    { ...role, role: "chair", candidates: [candidate("Lee", "unavailable"), candidate("Mira", "to_settle")] },
    { ...role, role: "data_steward", candidates: [candidate("Una", "appointed")] },
    { ...role, role: "legal_counsel", candidates: [] },
  ]);
  expect([...named]).toEqual([["chair", "Mira"]]);
});
