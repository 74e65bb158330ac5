// Answers "what is a kind of board decision about, and what does it do when it passes?" (VOT tables, REG-1, REG-7, BRD-8).
// A kind is one file in `kinds/` and one line in DECISION_KINDS; the compiler asks for every kind. What it does is data
// (`KindEffect`), which `effect-store.ts` carries out.
import type { z } from "zod";
import type { BoardDecisionKind } from "../board/decision-right.ts";
import type { ModelStatus, Tier } from "../registry/schema.ts";
import { decommission } from "./kinds/decommission.ts";
import { modelApproval } from "./kinds/model-approval.ts";
import type { EffectView } from "./proposal-view.ts";
import type { ProposalKind } from "./schema.ts";

/** What a passed proposal changes. */
export type KindEffect =
  | { readonly type: "approve_package" }
  | { readonly type: "change_status"; readonly to: ModelStatus };

/** The model a proposal is about, as far as words and effects need it. */
export type SubjectModel = {
  readonly reference: string;
  readonly name: string;
  readonly version: string;
  readonly tier: Tier;
  readonly status: ModelStatus;
  readonly suspendedFrom: ModelStatus | null;
};

/** A payload read by its kind. `conditions`: how many are attached. */
export type KindReading = {
  /** Reference of the model. */
  readonly model: string;
  readonly effect: KindEffect;
  readonly grounds: string | null;
  readonly ask: (model: SubjectModel) => string;
  readonly describeEffect: (model: SubjectModel, conditions: number) => EffectView;
};

export type DecisionKind = {
  /** What a person may send; null for kinds that come by another way or later. */
  readonly input: z.ZodType | null;
  /** Reads a payload as it is kept. */
  readonly read: (payload: unknown) => KindReading;
};

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
  charter_amendment: later,
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
