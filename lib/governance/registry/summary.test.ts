import { describe, expect, it } from "vitest";
import { RegistrySummary } from "./schema.ts";
import { toRegistrySummary } from "./summary.ts";

describe("registry summary", () => {
  it("[REG-11] total, by status, by tier and due, with zeros where there is none", () => {
    const summary = toRegistrySummary([
      { status: "active", tier: "tier_2_medium", count: 5, due: 2 },
      { status: "active", tier: "tier_4_critical", count: 1, due: 1 },
      { status: "proposed", tier: "tier_2_medium", count: 3, due: 0 },
    ]);
    expect(summary).toMatchObject({ total: 9, dueForReview: 3 });
    expect(summary.byStatus).toMatchObject({ active: 6, proposed: 3, suspended: 0 });
    expect(summary.byTier).toMatchObject({ tier_1_low: 0, tier_2_medium: 8, tier_4_critical: 1 });
    expect(RegistrySummary.parse(summary)).toEqual(summary);
  });
});
