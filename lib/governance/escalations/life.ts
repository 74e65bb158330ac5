// Answers "what may be done with this item now, and by whom?" (ESC-8, ESC-9): open, acknowledged, resolved. The chair, the
// board and admins act on every item; the owner of its model, the lead of its venture and its assignee on that one.
import { type Actor, hasRole } from "../kernel/actor.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { EscalationStatus, Severity } from "./schema.ts";
import { SEVERITIES } from "./severity-scale.ts";

export const EscalationActs = ["acknowledge", "assign", "resolve", "review", "undo_acknowledge"] as const;
export type EscalationAct = (typeof EscalationActs)[number];

export type LifeFacts = {
  readonly status: EscalationStatus;
  readonly severity: Severity;
  readonly assigneeUserId: string | null;
  readonly ownerUserId: string | null;
  readonly leadUserId: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly hasReview: boolean;
};

/** How long an acknowledgement can be taken back by whoever gave it. */
const UNDO_WITHIN_MS = 5 * 60_000;

export type LifeVerdict = Verdict<
  "allowed" | "not_yours" | "not_now",
  | "escalations.act_allowed"
  | "escalations.not_yours"
  | "escalations.already_acknowledged"
  | "escalations.not_acknowledged"
  | "escalations.already_resolved"
  | "escalations.review_required"
  | "escalations.review_recorded"
  | "escalations.review_not_needed"
  | "escalations.undo_too_late"
>;

export function isTheirs(facts: LifeFacts, actor: Actor): boolean {
  if (actor.kind !== "person") return actor.kind === "system";
  if (hasRole(actor, "chair") || hasRole(actor, "board_member") || hasRole(actor, "admin")) return true;
  return [facts.assigneeUserId, facts.ownerUserId, facts.leadUserId].includes(actor.userId);
}

export function assessAct(facts: LifeFacts, act: EscalationAct, actor: Actor, at: Date): LifeVerdict {
  if (!isTheirs(facts, actor))
    return { outcome: "not_yours", reasons: [{ code: "escalations.not_yours", facts: { act } }] };
  const obstacle = findObstacle(facts, act, actor, at);
  const reason = { code: obstacle ?? ("escalations.act_allowed" as const), facts: { act, status: facts.status } };
  return { outcome: obstacle === null ? "allowed" : "not_now", reasons: [reason] };
}

function findObstacle(facts: LifeFacts, act: EscalationAct, actor: Actor, at: Date) {
  if (facts.status === "resolved") return "escalations.already_resolved" as const;
  switch (act) {
    case "acknowledge":
      return facts.status === "open" ? null : ("escalations.already_acknowledged" as const);
    case "assign":
      return null;
    case "resolve":
      return SEVERITIES[facts.severity].needsReview && !facts.hasReview
        ? ("escalations.review_required" as const)
        : null;
    case "review":
      if (facts.hasReview) return "escalations.review_recorded" as const;
      return SEVERITIES[facts.severity].needsReview ? null : ("escalations.review_not_needed" as const);
    case "undo_acknowledge":
      return findUndoObstacle(facts, actor, at);
  }
}

function findUndoObstacle({ acknowledgedAt, acknowledgedBy }: LifeFacts, actor: Actor, at: Date) {
  if (acknowledgedAt === null) return "escalations.not_acknowledged" as const;
  const isOwn = actor.kind === "person" && actor.userId === acknowledgedBy;
  const isInTime = at.getTime() - acknowledgedAt.getTime() < UNDO_WITHIN_MS;
  return isOwn && isInTime ? null : ("escalations.undo_too_late" as const);
}

/** A deadline is half open: at the instant itself it is late. */
export function isOverdue({ status, respondBy }: { status: EscalationStatus; respondBy: Date }, at: Date): boolean {
  return status !== "resolved" && respondBy <= at;
}

export function actsOf(facts: LifeFacts, actor: Actor, at: Date): EscalationAct[] {
  return EscalationActs.filter((act) => assessAct(facts, act, actor, at).outcome === "allowed");
}
