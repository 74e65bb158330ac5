// Answers "can this kind be proposed with this payload, by this person, on this model?" (VOT-2, VOT-111, VOT-115, REG-1):
// reads what was sent by its kind and refuses with the field at fault.
import { type Actor, hasRole } from "../kernel/actor.ts";
import { refuse as refuseInKernel } from "../kernel/refusal.ts";
import { refuse as refuseInRegistry } from "../registry/refusals.ts";
import { assessTransition } from "../registry/status.ts";
import { DECISION_KINDS, isBoardDecision } from "./decision-kind.ts";
import type { KindEffect, KindReading, SubjectModel } from "./kinds/kind.ts";
import { assessProposer } from "./proposer.ts";
import { refuse, refuseFor } from "./refusals.ts";
import type { ProposalKind } from "./schema.ts";

/** The payload as its kind keeps it. */
export function requireProposable(
  kind: ProposalKind,
  payload: Readonly<Record<string, unknown>>,
  actor: Actor,
): object {
  if (actor.kind === "person") {
    const verdict = assessProposer(kind, actor.trustLevel);
    if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], kind);
  }
  const schema = isBoardDecision(kind) ? DECISION_KINDS[kind].input : null;
  if (kind === "charter_amendment") throw refuse("voting.amendment_from_draft", {});
  if (schema === null) throw refuse("voting.kind_not_available", { kind });
  if (kind === "model_approval" && !("to" in payload)) {
    throw refuse("voting.approval_by_submission", { model: typeof payload.model === "string" ? payload.model : "" });
  }
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data as object;
  const errors = parsed.error.issues.map((issue) => {
    const path = ["payload", ...issue.path.map(String)].join(".");
    return { path, code: issue.code, message: issue.message };
  });
  const fields = errors.map((error) => error.path);
  throw refuseInKernel("kernel.invalid_input", { fields }, errors);
}

/** Proposed in the open, here, are only acts on models. */
export function requireModel(reading: KindReading): string {
  if (reading.model === null) throw new Error("A proposal without a model is made by its own operation");
  return reading.model;
}

/** The model can go there by a decision of the board; an owner proposes on own models only (ORG: `model_owner`). */
export function requireTransition(
  model: SubjectModel & { readonly ownerUserId: string | null },
  effect: KindEffect,
  actor: Actor,
): void {
  const isOwner = actor.kind === "person" && actor.userId === model.ownerUserId;
  const speaksForBoard = (["chair", "board_member", "admin"] as const).some((role) => hasRole(actor, role));
  if (!isOwner && !speaksForBoard) {
    throw refuseInRegistry("registry.not_own_model", { model: model.reference, act: "propose this" });
  }
  if (effect.type !== "change_status") return;
  const verdict = assessTransition(model, effect.to, ["board_decision"]);
  if (verdict.outcome === "allowed") return;
  const allowed = verdict.reasons[0]?.facts.allowed;
  throw refuseInRegistry("registry.transition_refused", {
    model: model.reference,
    from: model.status,
    to: effect.to,
    allowed: Array.isArray(allowed) ? allowed : [],
  });
}
