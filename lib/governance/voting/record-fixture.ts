// Test data only: a proposal's record as a draft and as an open vote of 72 hours.
import { standardRule } from "./decision-rule.ts";
import type { ProposalRecord } from "./proposal-state.ts";
import { deadlineOf } from "./proposal-state.ts";

export const OPENED = new Date("2026-03-02T09:00:00Z");
export const DEADLINE = deadlineOf(OPENED, 72);
export const DIGEST = "9f2c".repeat(16);

export function draftRecord(change: Partial<ProposalRecord> = {}): ProposalRecord {
  return {
    proposerUserId: "proposer",
    openedAt: null,
    deadlineAt: null,
    rule: null,
    subjectDigest: null,
    closedAt: null,
    withdrawnAt: null,
    deferredAt: null,
    cancelledAt: null,
    advisedDecision: null,
    execution: null,
    hasConditions: false,
    ...change,
  };
}

export function openRecord(change: Partial<ProposalRecord> = {}): ProposalRecord {
  return draftRecord({
    openedAt: OPENED,
    deadlineAt: DEADLINE,
    rule: standardRule("model_approval"),
    subjectDigest: DIGEST,
    ...change,
  });
}
