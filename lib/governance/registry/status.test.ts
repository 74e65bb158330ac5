import { describe, expect, it } from "vitest";
import { ModelStatus, Tier } from "./schema.ts";
import { type Authority, allowedTransitions, assessTransition, isChangeable, isOperational } from "./status.ts";

type Case = readonly [string, ModelStatus, ModelStatus, Tier, readonly Authority[], "allowed" | "refused"];
const low: Tier = "tier_1_low";
const high: Tier = "tier_3_high";
const critical: Tier = "tier_4_critical";

const CASES: readonly Case[] = [
  ["submission starts the review", "proposed", "under_review", low, ["submission"], "allowed"],
  ["an owner cannot approve", "under_review", "approved", low, ["owner", "chair"], "refused"],
  ["an approval approves", "under_review", "approved", high, ["approval"], "allowed"],
  ["a rejection returns to proposed", "under_review", "proposed", high, ["rejection"], "allowed"],
  ["a withdrawal returns to proposed", "under_review", "proposed", high, ["withdrawal"], "allowed"],
  ["the owner activates tier 3", "approved", "active", high, ["owner"], "allowed"],
  ["the owner cannot activate tier 4", "approved", "active", critical, ["owner"], "refused"],
  ["the board activates tier 4", "approved", "active", critical, ["board_decision"], "allowed"],
  ["the owner deprecates", "active", "deprecated", low, ["owner"], "allowed"],
  ["the owner cannot suspend", "active", "suspended", low, ["owner"], "refused"],
  ["the chair suspends by a decision on record", "approved", "suspended", low, ["chair_decision"], "allowed"],
  ["being the chair alone does not suspend", "active", "suspended", low, ["chair"], "refused"],
  ["an automatic response suspends", "active", "suspended", critical, ["automatic_response"], "allowed"],
  ["the owner alone cannot decommission", "deprecated", "decommissioned", low, ["owner"], "refused"],
  ["owner and chair decommission tier 1", "deprecated", "decommissioned", low, ["owner", "chair"], "allowed"],
  ["owner and chair cannot decommission tier 3", "deprecated", "decommissioned", high, ["owner", "chair"], "refused"],
  ["the board decommissions tier 3", "deprecated", "decommissioned", high, ["board_decision"], "allowed"],
  ["active cannot be decommissioned at once", "active", "decommissioned", low, ["board_decision"], "refused"],
  ["decommissioned is final", "decommissioned", "proposed", low, ["board_decision"], "refused"],
];

describe("status", () => {
  it.each(CASES)("[REG-1] %s", (_name, status, to, tier, held, outcome) => {
    expect(assessTransition({ status, suspendedFrom: null, tier }, to, held).outcome).toBe(outcome);
  });

  it.each([
    ["chair, back where it came from", low, "active", ["chair"], "allowed"],
    ["chair, elsewhere", low, "approved", ["chair"], "refused"],
    ["chair in tier 4", critical, "active", ["chair"], "refused"],
    ["board in tier 4", critical, "active", ["board_decision"], "allowed"],
    ["owner and chair to decommissioned", low, "decommissioned", ["owner", "chair"], "allowed"],
    ["to deprecated", low, "deprecated", ["board_decision"], "refused"],
  ] as const)("[REG-1] leaving suspension: %s", (_name, tier, to, held, outcome) => {
    expect(assessTransition({ status: "suspended", suspendedFrom: "active", tier }, to, held).outcome).toBe(outcome);
  });

  it("[REG-1] a refused transition names the allowed ones, and who may", () => {
    const subject = { status: "active", suspendedFrom: null, tier: low } as const;
    expect(assessTransition(subject, "approved", ["chair"]).reasons).toEqual([
      {
        code: "registry.transition_not_possible",
        facts: { from: "active", to: "approved", tier: low, allowed: ["deprecated", "suspended"] },
      },
    ]);
    expect(assessTransition(subject, "deprecated", []).reasons[0]?.facts.by).toEqual(["owner", "board_decision"]);
    expect(allowedTransitions({ status: "deprecated", suspendedFrom: null, tier: low })).toEqual([
      { to: "decommissioned", by: ["owner and chair", "board_decision"] },
    ]);
  });

  it("[REG-1] no transition is possible without any authority", () => {
    for (const status of ModelStatus.options) {
      for (const to of ModelStatus.options) {
        for (const tier of Tier.options) {
          expect(assessTransition({ status, suspendedFrom: "active", tier }, to, []).outcome).toBe("refused");
        }
      }
    }
  });

  it("[REG-1] operational and changeable statuses", () => {
    expect(ModelStatus.options.filter(isOperational)).toEqual(["approved", "active"]);
    expect(ModelStatus.options.filter((status) => !isChangeable(status))).toEqual(["suspended", "decommissioned"]);
  });
});
