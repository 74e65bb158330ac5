import { describe, expect, it } from "vitest";
import { readDate } from "./dates.ts";
import { readImpact, readStage, readTier, readYesNo } from "./vocabulary.ts";

describe("vocabulary", () => {
  it.each([
    ["Yes", "yes"],
    [" YES.", "yes"],
    ["TRUE", "yes"],
    ["Ja", "yes"],
    ["Yes - All decisions are automated", "yes"],
    ["Yes – source code is public", "yes"],
    ["No", "no"],
    ["No - Some decisions require direct human oversight.", "no"],
    ["nein", "no"],
    ["", "unknown"],
    ["\u00a0", "unknown"],
    ["N/A", "unknown"],
    ["Not Applicable", "unknown"],
    ["N/A - nobody interacts with it", "unknown"],
    ["No, use case is too new to fully assess impacts", "unknown"],
    ["Yes, but only in some regions", "unread"],
    ["Other – a fail-safe has been implemented", "unread"],
    ["No testing of the model", "unread"],
    ["Yesterday", "unread"],
    ["Not yet", "unread"],
  ] as const)("[REG-108] yes or no: %j is %s", (text, reading) => {
    expect(readYesNo(text)).toBe(reading);
  });

  it.each([
    ["Neither", "neither"],
    ["None of the above", "neither"],
    ["Both", "both"],
    ["Rights-Impacting\n", "rights"],
    ["Safety-impacting", "safety"],
    ["safety impacting", "safety"],
    ["Rights- and Safety-Impacting", "both"],
    ["Too new to assess", "unknown"],
    ["", "unknown"],
    ["Case-by-case assessment", "unread"],
    ["No", "unread"],
    ["Possibly rights-impacting", "unread"],
  ] as const)("[REG-108] rights and safety: %j is %s", (text, reading) => {
    expect(readImpact(text)).toBe(reading);
  });

  it.each([
    ["Operation and Maintenance", "operation"],
    ["Operations & Maintenance", "operation"],
    ["In production", "operation"],
    ["in Betrieb", "operation"],
    ["Implementation and Assessment", "implementation"],
    ["Pilot", "implementation"],
    ["Acquisition and/or Development", "development"],
    ["Initiated", "planned"],
    ["Pre-initiation", "planned"],
    ["Retired", "retired"],
    ["N/A", "unknown"],
    ["Administrative Action Complete", "unread"],
  ] as const)("[REG-108] stage: %j is %s", (text, reading) => {
    expect(readStage(text)).toBe(reading);
  });

  it.each([
    ["tier_3_high", "tier_3_high"],
    ["Tier 4 (critical)", "tier_4_critical"],
    ["Limited risk", "tier_2_medium"],
    ["minimal", "tier_1_low"],
    ["5", "unread"],
  ] as const)("[REG-108] tier: %j is %s", (text, reading) => {
    expect(readTier(text)).toBe(reading);
  });

  it.each(["!", "yes ", "1", "(", "-"])("[REG-108] 100,000 characters of %j are unread, at once", (part) => {
    const text = part.repeat(100_000 / part.length);
    expect([readYesNo(text), readImpact(text), readStage(text), readTier(text)]).toEqual(Array(4).fill("unread"));
    expect(readDate(text, "month_first")).toEqual({ outcome: "unread", cause: "not_a_date" });
  });
});
