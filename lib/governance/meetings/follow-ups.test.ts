import { describe, expect, test } from "vitest";
import { planFollowUps } from "./follow-ups.ts";

const decision = { title: "Claims triage 3.2", decidedAt: new Date("2026-11-20T12:00:00.000Z") };
const conditions = [
  { text: "Human review above 50 k", dueDays: 30 },
  { text: "Bias audit", dueDays: 56 },
];
const plan = (outcome: "approved" | "conditional" | "deferred" | "rejected" | "withdrawn") =>
  planFollowUps({ outcome, conditions, decisionReference: "DEC-00000001" }, decision);

describe("follow-ups of a decision", () => {
  test.each(["approved", "rejected", "withdrawn"] as const)("[MTG-103] %s needs none", (outcome) => {
    expect(plan(outcome)).toEqual([]);
  });

  test("[MTG-103] conditional gives one item per condition, due that many days after the decision", () => {
    expect(
      plan("conditional").map(({ title, dueAt, sourceKind, sourceIndex }) => ({
        title,
        dueAt,
        sourceKind,
        sourceIndex,
      })),
    ).toEqual([
      {
        title: "Human review above 50 k",
        dueAt: new Date("2026-12-20T12:00:00.000Z"),
        sourceKind: "condition",
        sourceIndex: 0,
      },
      { title: "Bias audit", dueAt: new Date("2027-01-15T12:00:00.000Z"), sourceKind: "condition", sourceIndex: 1 },
    ]);
  });

  test("[MTG-104] deferred gives one item to decide again, due after 30 days", () => {
    expect(plan("deferred")).toMatchObject([
      {
        title: "Bring back for decision: Claims triage 3.2",
        dueAt: new Date("2026-12-20T12:00:00.000Z"),
        sourceKind: "deferral",
        sourceIndex: 0,
      },
    ]);
  });

  test("[MTG-103] a long condition is shortened in the title and whole in the description", () => {
    const text = "ß".repeat(500);
    const [item] = planFollowUps(
      { outcome: "conditional", conditions: [{ text, dueDays: 1 }], decisionReference: "DEC-00000001" },
      decision,
    );
    expect([...(item?.title ?? "")].length).toBe(160);
    expect(item?.description).toContain(text);
  });
});
