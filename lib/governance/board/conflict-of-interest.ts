// Answers "who may declare or withdraw a conflict of interest, and is it already on record?" (BRD-2, BRD-5, BRD-106, BRD-173).
// A conflict belongs to the person: it outlives the seat and is proposed as a recusal by voting.
import { type Actor, hasRole } from "../kernel/actor.ts";
import { normalizeName } from "../kernel/text.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { ConflictBasis, ConflictKind } from "./schema.ts";

export type ConflictTarget = {
  readonly kind: ConflictKind;
  /** Reference of the model, or the vendor's name as it was typed. */
  readonly target: string;
};

export type ConflictVerdict = Verdict<
  "allowed" | "refused",
  "board.own_conflict" | "board.admin_declares" | "board.conflict_of_another"
>;

/** On oneself, or by an admin; what others allege is ruled on. */
export function assessConflictAct(actor: Actor, userId: string): ConflictVerdict {
  if (actor.kind === "person" && actor.userId === userId) {
    return { outcome: "allowed", reasons: [{ code: "board.own_conflict", facts: {} }] };
  }
  if (actor.kind === "system" || hasRole(actor, "admin")) {
    return { outcome: "allowed", reasons: [{ code: "board.admin_declares", facts: {} }] };
  }
  return { outcome: "refused", reasons: [{ code: "board.conflict_of_another", facts: {} }] };
}

export type WithdrawalVerdict =
  | ConflictVerdict
  | Verdict<"allowed" | "refused", "board.chair_lifts" | "board.conflict_by_ruling">;

/** What a ruling put on record is lifted by the chair and never by the person; the chair's own by an admin. */
export function assessConflictWithdrawal(
  actor: Actor,
  conflict: { readonly userId: string; readonly basis: ConflictBasis; readonly isOfChair: boolean },
): WithdrawalVerdict {
  if (conflict.basis === "declared") return assessConflictAct(actor, conflict.userId);
  const isOwn = actor.kind === "person" && actor.userId === conflict.userId;
  const mayLift = conflict.isOfChair ? hasRole(actor, "admin") : hasRole(actor, "chair");
  if (mayLift && !isOwn) return { outcome: "allowed", reasons: [{ code: "board.chair_lifts", facts: {} }] };
  return { outcome: "refused", reasons: [{ code: "board.conflict_by_ruling", facts: {} }] };
}

/** Vendors are compared the way people do; model references exactly. */
export function isSameTarget(a: ConflictTarget, b: ConflictTarget): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind === "vendor" ? normalizeName(a.target) === normalizeName(b.target) : a.target === b.target;
}
