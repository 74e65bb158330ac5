// Answers "what is a kind of board decision about, and what does it do when it passes?" (VOT tables, REG-1, REG-7, BRD-8).
// A kind is one file in `kinds/` and one line in DECISION_KINDS; the compiler asks for every kind. What it does is data
// (`KindEffect`), which `effect-store.ts` carries out.
import type { BoardDecisionKind } from "../board/decision-right.ts";
import { charterAmendment } from "./kinds/charter-amendment.ts";
import { decommission } from "./kinds/decommission.ts";
import type { DecisionKind, KindReading } from "./kinds/kind.ts";
import { modelApproval } from "./kinds/model-approval.ts";
import type { ProposalKind } from "./schema.ts";

/** Kinds whose rule is in force but which nobody can propose yet. */
const later: DecisionKind = {
  input: null,
  read: () => {
    throw new Error("A proposal of a kind that cannot be proposed yet");
  },
};

export const DECISION_KINDS: Readonly<Record<BoardDecisionKind, DecisionKind>> = {
  model_approval: modelApproval,
  decommission,
  policy_change: later,
  charter_amendment: charterAmendment,
  risk_acceptance: later,
  exception_grant: later,
  emergency_action: later,
  incident_response: later,
};

export function isBoardDecision(kind: ProposalKind): kind is BoardDecisionKind {
  return kind in DECISION_KINDS;
}

/** A kept proposal's payload, read by its kind. */
export function readPayload(kind: ProposalKind, payload: unknown): KindReading {
  if (!isBoardDecision(kind)) throw new Error(`No board decision is called \`${kind}\``);
  return DECISION_KINDS[kind].read(payload);
}
