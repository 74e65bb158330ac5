import { describe, expect, test } from "vitest";
import { type BandedGroup, toModelPictures } from "./model-picture.ts";

const group = (tier: BandedGroup["tier"], status: BandedGroup["status"], band: number, count: number): BandedGroup => ({
  tier,
  status,
  band,
  count,
  due: 0,
});

describe("models by tier, status and band", () => {
  test("[DSH-8] nothing gives every tier with zeros, the most critical first", () => {
    const { models, modelsByTier, riskBands } = toModelPictures([]);
    expect(models).toBe(0);
    expect(riskBands).toEqual(
      ["tier_4_critical", "tier_3_high", "tier_2_medium", "tier_1_low"].map((tier) => ({ tier, counts: [0, 0, 0, 0] })),
    );
    expect(modelsByTier.map((row) => Object.values(row.byStatus))).toEqual(Array(4).fill([0, 0, 0, 0, 0, 0, 0]));
  });

  test("[DSH-8] decommissioned models are counted by status and left out of the bands", () => {
    const { models, modelsByTier, riskBands } = toModelPictures([
      group("tier_4_critical", "active", 3, 2),
      group("tier_4_critical", "active", 2, 5),
      group("tier_4_critical", "decommissioned", 3, 11),
      group("tier_1_low", "proposed", 0, 3),
    ]);
    expect(models).toBe(21);
    expect(riskBands[0]).toEqual({ tier: "tier_4_critical", counts: [0, 0, 5, 2] });
    expect(riskBands[3]).toEqual({ tier: "tier_1_low", counts: [3, 0, 0, 0] });
    expect(modelsByTier[0]?.byStatus).toMatchObject({ active: 7, decommissioned: 11, proposed: 0 });
  });
});
