import { describe, expect, it } from "vitest";
import { isReviewDue, nextReviewAfter, planApproval } from "./review-schedule.ts";
import { ModelStatus } from "./schema.ts";

const at = (text: string) => new Date(`${text}T12:00:00.000Z`);

describe("review schedule", () => {
  it.each([
    ["tier_1_low", "2026-01-01"],
    ["tier_2_medium", "2025-06-30"],
    ["tier_3_high", "2025-04-01"],
    ["tier_4_critical", "2025-01-31"],
  ] as const)("[REG-7] %s is next reviewed on %s", (tier, day) => {
    expect(nextReviewAfter(at("2025-01-01"), tier)).toEqual(at(day));
    expect(planApproval(tier, at("2025-01-01"))).toEqual({
      status: "approved",
      lastReviewAt: at("2025-01-01"),
      nextReviewAt: at(day),
    });
  });

  it.each([
    ["unset", null, true],
    ["past", at("2025-01-01"), true],
    ["this instant", at("2025-02-01"), true],
    ["a millisecond ahead", new Date(at("2025-02-01").getTime() + 1), false],
  ])("[REG-7] a next review that is %s", (_name, nextReviewAt, isDue) => {
    expect(isReviewDue({ status: "active", nextReviewAt }, at("2025-02-01"))).toBe(isDue);
  });

  it("[REG-7] only operational models are due", () => {
    const due = ModelStatus.options.filter((status) => isReviewDue({ status, nextReviewAt: null }, at("2025-02-01")));
    expect(due).toEqual(["approved", "active"]);
  });
});
