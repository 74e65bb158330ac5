import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { deriveOutcome, isAwaitingChair, needsReason } from "./outcome.ts";
import { deriveProposalState, type ProposalRecord } from "./proposal-state.ts";
import { DEADLINE, draftRecord, OPENED, openRecord } from "./record-fixture.ts";
import type { DecisionOutcome, ProposalStatus } from "./schema.ts";
import { tallyOf } from "./tally-fixture.ts";

const PASSING = tallyOf({ yes: 5, no: 2, chair: "yes" });
const FAILING = tallyOf({ yes: 3, no: 4, chair: "yes" });
const SILENT = tallyOf({ yes: 1, waiting: 6, chair: "waiting" });
const before = new Date(DEADLINE.getTime() - 1);
const advisory = { ...standardRule("model_approval"), effect: "advisory" as const };

describe("the state, from record, clock and tally", () => {
  test.each<[string, ProposalRecord, Date, typeof PASSING | null, ProposalStatus]>([
    ["a draft", draftRecord(), OPENED, null, "draft"],
    ["open until the last millisecond", openRecord(), before, PASSING, "open"],
    ["over at the deadline without any job", openRecord(), DEADLINE, PASSING, "passed"],
    ["closed early", openRecord({ closedAt: OPENED }), before, FAILING, "rejected"],
    ["without quorum", openRecord({ closedAt: DEADLINE }), DEADLINE, SILENT, "no_quorum"],
    ["withdrawn as a draft", draftRecord({ withdrawnAt: OPENED }), DEADLINE, null, "withdrawn"],
    ["withdrawn while open", openRecord({ withdrawnAt: before }), DEADLINE, PASSING, "withdrawn"],
    ["deferred", openRecord({ deferredAt: before }), DEADLINE, PASSING, "deferred"],
    ["cancelled", openRecord({ cancelledAt: before }), DEADLINE, PASSING, "cancelled"],
    ["executed", openRecord({ closedAt: DEADLINE, execution: "succeeded" }), DEADLINE, PASSING, "executed"],
    [
      "failed to execute",
      openRecord({ closedAt: DEADLINE, execution: "failed" }),
      DEADLINE,
      PASSING,
      "execution_failed",
    ],
    [
      "a trust-weighted proposal without quorum",
      openRecord({ rule: standardRule("configuration") }),
      DEADLINE,
      tallyOf({ yes: 1, waiting: 9 }),
      "rejected",
    ],
  ])("[VOT-1] %s", (_name, record, now, tally, status) => {
    expect(deriveProposalState(record, now, tally).outcome).toBe(status);
  });

  test("[VOT-1] a vote that is over without a tally is a broken record, not a result", () => {
    expect(() => deriveProposalState(openRecord(), DEADLINE, null)).toThrow(/tally/u);
  });

  test("[VOT-107] after the chair's decision on advice the status says that decision", () => {
    const record = openRecord({ rule: advisory, closedAt: DEADLINE, advisedDecision: "rejected" });
    expect(deriveProposalState(record, DEADLINE, PASSING).outcome).toBe("rejected");
  });
});

describe("the outcome of a decision", () => {
  const closed = (change: Partial<ProposalRecord> = {}) => openRecord({ closedAt: DEADLINE, ...change });
  test.each<[string, ProposalRecord, typeof PASSING, DecisionOutcome | null, boolean, boolean]>([
    ["passed", closed(), PASSING, "approved", false, true],
    ["passed with conditions", closed({ hasConditions: true }), PASSING, "conditional", true, true],
    [
      "executed with conditions",
      closed({ hasConditions: true, execution: "succeeded" }),
      PASSING,
      "conditional",
      true,
      true,
    ],
    ["rejected", closed({ hasConditions: true }), FAILING, "rejected", false, false],
    ["no quorum", closed(), SILENT, "deferred", true, false],
    ["deferred by the chair", openRecord({ deferredAt: OPENED }), PASSING, "deferred", true, false],
    ["withdrawn", openRecord({ withdrawnAt: OPENED }), PASSING, "withdrawn", false, false],
    ["cancelled", openRecord({ cancelledAt: OPENED }), PASSING, "withdrawn", false, false],
    ["still open", openRecord(), PASSING, null, false, false],
  ])("[VOT-10] %s", (_name, record, tally, outcome, needsFollowUp, mayProceed) => {
    const now = record.closedAt === null ? before : DEADLINE;
    expect(deriveOutcome(record, now, tally)).toMatchObject({ outcome, needsFollowUp, mayProceed });
  });

  test.each<[string, Partial<ProposalRecord>, typeof PASSING, DecisionOutcome | null, string]>([
    ["advice in favour waits for the chair", {}, PASSING, null, "voting.awaits_chair"],
    ["no quorum waits for the chair too", {}, SILENT, null, "voting.awaits_chair"],
    ["the chair follows", { advisedDecision: "approved" }, PASSING, "approved", "voting.decided_by_chair"],
    ["the chair goes against", { advisedDecision: "rejected" }, PASSING, "rejected", "voting.decided_by_chair"],
    [
      "with conditions",
      { advisedDecision: "approved", hasConditions: true },
      FAILING,
      "conditional",
      "voting.decided_by_chair",
    ],
  ])("[REG-6] tier 2: %s", (_name, change, tally, outcome, code) => {
    const derived = deriveOutcome(closed({ rule: advisory, ...change }), DEADLINE, tally);
    expect([derived.outcome, derived.reasons[0]?.code]).toEqual([outcome, code]);
  });

  test.each([
    ["recused", "approved"],
    ["none", "approved"],
  ] as const)("[VOT-106] with the chair %s the board's vote decides instead of advising", (chair, outcome) => {
    const tally = tallyOf({ yes: 5, no: 1, recused: 1, chair });
    const record = closed({ rule: advisory });
    expect(isAwaitingChair(record, "passed", tally)).toBe(false);
    expect(deriveOutcome(record, DEADLINE, tally)).toMatchObject({ outcome, mayProceed: true });
  });

  test.each([
    ["passed", "approved", false],
    ["passed", "rejected", true],
    ["rejected", "rejected", false],
    ["rejected", "approved", true],
    ["no_quorum", "approved", true],
    ["no_quorum", "rejected", true],
  ] as const)("[VOT-108] advice %s, decision %s: reason needed is %s", (advice, decision, needed) => {
    expect(needsReason(advice, decision)).toBe(needed);
  });
});
