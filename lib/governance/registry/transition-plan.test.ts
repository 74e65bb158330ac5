import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelStatus, Tier } from "./schema.ts";
import { allowedTransitions, assessTransition } from "./status.ts";
import { listTransitions, planTransition, type StandingRequest } from "./transition-plan.ts";

const subject = (status: ModelStatus, tier: Tier = "tier_1_low", suspendedFrom: ModelStatus | null = null) => ({
  status,
  tier,
  suspendedFrom,
});
const asked = (as: "owner" | "chair", to: ModelStatus = "decommissioned"): StandingRequest => ({ to, as });

describe("who makes a change of status", () => {
  it.each([
    ["the owner activates", subject("approved"), "active", ["owner"], null, "carried"],
    ["the chair does not activate", subject("approved"), "active", ["chair"], null, "others_decide"],
    [
      "tier 4 is activated by the board",
      subject("approved", "tier_4_critical"),
      "active",
      ["owner"],
      null,
      "board_decides",
    ],
    ["the owner does not suspend", subject("active"), "suspended", ["owner"], null, "others_decide"],
    ["the chair suspends by a decision on record", subject("active"), "suspended", ["chair"], null, "chair_decides"],
    ["the owner asks to retire", subject("deprecated"), "decommissioned", ["owner"], null, "requested"],
    ["the chair asks to retire", subject("deprecated"), "decommissioned", ["chair"], null, "requested"],
    [
      "asking twice is asking once",
      subject("deprecated"),
      "decommissioned",
      ["owner"],
      asked("owner"),
      "already_requested",
    ],
    ["the chair joins the owner", subject("deprecated"), "decommissioned", ["chair"], asked("owner"), "carried"],
    ["the owner joins the chair", subject("deprecated"), "decommissioned", ["owner"], asked("chair"), "carried"],
    [
      "a request for something else does not help",
      subject("deprecated"),
      "decommissioned",
      ["chair"],
      asked("owner", "active"),
      "requested",
    ],
    ["nobody special cannot ask", subject("deprecated"), "decommissioned", [], asked("owner"), "others_decide"],
    [
      "tier 3 is retired by the board",
      subject("deprecated", "tier_3_high"),
      "decommissioned",
      ["owner", "chair"],
      null,
      "board_decides",
    ],
    ["nothing leaves the end", subject("decommissioned"), "active", ["owner", "chair"], null, "impossible"],
    ["a submission is no act of status", subject("proposed"), "under_review", ["owner"], null, "others_decide"],
  ] as const)("[REG-115] %s", (_name, from, to, own, request, outcome) => {
    expect(planTransition(from, to, own, request).outcome).toBe(outcome);
  });

  it("[REG-1] it never carries what the rules refuse to owner, chair and what was asked", () => {
    const half = fc.constantFrom("owner" as const, "chair" as const);
    const status = fc.constantFrom(...ModelStatus.options);
    fc.assert(
      fc.property(
        fc.record({ status, tier: fc.constantFrom(...Tier.options), suspendedFrom: fc.option(status) }),
        status,
        fc.subarray(["owner", "chair"] as const),
        fc.option(fc.record({ to: status, as: half })),
        (from, to, own, request) => {
          const plan = planTransition(from, to, own, request);
          const held = request?.to === to ? [...own, request.as] : own;
          const isAllowed = assessTransition(from, to, held).outcome === "allowed";
          expect(plan.outcome === "carried").toBe(isAllowed);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it("[REG-1] the list offers every change but those of a submission", () => {
  expect(listTransitions(subject("proposed"), ["owner"], null)).toEqual([]);
  for (const status of ModelStatus.options) {
    const offered = listTransitions(subject(status, "tier_4_critical", "active"), ["owner", "chair"], null);
    const possible = allowedTransitions(subject(status, "tier_4_critical", "active")).map(({ to }) => to);
    expect(possible).toEqual(expect.arrayContaining(offered.map(({ to }) => to)));
  }
  expect(listTransitions(subject("active"), ["chair"], null)).toEqual([
    { to: "deprecated", by: ["owner", "board_decision"], for: "others" },
    { to: "suspended", by: ["chair_decision", "board_decision", "automatic_response"], for: "decision" },
  ]);
});
