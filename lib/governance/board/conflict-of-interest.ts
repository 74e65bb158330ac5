// Answers "who may declare a conflict of interest, and is it already on record?" (BRD-2, BRD-5, BRD-106).
// A declared conflict belongs to the person: it outlives the seat and is proposed as a recusal by voting.
import { type Actor, hasRole } from "../kernel/actor.ts";
import { normalizeName } from "../kernel/text.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { ConflictKind } from "./schema.ts";

export type ConflictTarget = {
  readonly kind: ConflictKind;
  /** Reference of the model, or the vendor's name as it was typed. */
  readonly target: string;
};

export type ConflictVerdict = Verdict<
  "allowed" | "refused",
  "board.own_conflict" | "board.admin_declares" | "board.conflict_of_another"
>;

/** On oneself, or by an admin; what others allege is for the chair to rule on. */
export function assessConflictAct(actor: Actor, userId: string): ConflictVerdict {
  if (actor.kind === "person" && actor.userId === userId) {
    return { outcome: "allowed", reasons: [{ code: "board.own_conflict", facts: {} }] };
  }
  if (actor.kind === "system" || hasRole(actor, "admin")) {
    return { outcome: "allowed", reasons: [{ code: "board.admin_declares", facts: {} }] };
  }
  return { outcome: "refused", reasons: [{ code: "board.conflict_of_another", facts: {} }] };
}

/** Vendors are compared the way people do; model references exactly. */
export function isSameTarget(a: ConflictTarget, b: ConflictTarget): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind === "vendor" ? normalizeName(a.target) === normalizeName(b.target) : a.target === b.target;
}
