// Answers "who has to stand aside, and on what ground?" (BRD-5, BRD-3, VOT-11), from declared conflicts and ownership.
import { normalizeName } from "../kernel/text.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { Recusal } from "./electorate.ts";
import type { Place } from "./roll.ts";
import type { ProposalStatus, RecusalBasis } from "./schema.ts";

export type DeclaredConflict = {
  readonly userId: string;
  /** References of models. */
  readonly models: readonly string[];
  readonly vendors: readonly string[];
  readonly reason: string;
};

/** What is decided on, as far as conflicts of interest go. */
export type SubjectFacts = {
  readonly modelReferences: readonly string[];
  readonly vendors: readonly string[];
  readonly ownerUserIds: readonly string[];
  /** Set when the vote ratifies a decision that this person took alone (VOT-11). */
  readonly decidedByUserId: string | null;
  /** Whom it is about. */
  readonly aboutUserIds: readonly string[];
};

/** One recusal a person, in their words where there are any, the strongest ground first: own decision, being the subject, ownership, declared conflict. */
export function planRecusals(subject: SubjectFacts, conflicts: readonly DeclaredConflict[]): readonly Recusal[] {
  const planned = new Map<string, Recusal>();
  const propose = (userId: string, basis: RecusalBasis, reason: string) => {
    if (!planned.has(userId)) planned.set(userId, { userId, basis, reason });
  };
  if (subject.decidedByUserId !== null) {
    propose(subject.decidedByUserId, "own_decision", "");
  }
  for (const userId of subject.aboutUserIds) propose(userId, "subject", "");
  for (const userId of subject.ownerUserIds) propose(userId, "ownership", "");
  for (const conflict of conflicts) {
    if (isTouched(subject, conflict)) propose(conflict.userId, "declared_conflict", conflict.reason);
  }
  return [...planned.values()];
}

/** Whether a conflict with these models and vendors is one with this subject (VOT-116). */
export function isTouched(
  subject: Pick<SubjectFacts, "modelReferences" | "vendors">,
  conflict: Pick<DeclaredConflict, "models" | "vendors">,
): boolean {
  const vendors = new Set(subject.vendors.map(normalizeName));
  return (
    conflict.models.some((model) => subject.modelReferences.includes(model)) ||
    conflict.vendors.some((vendor) => vendors.has(normalizeName(vendor)))
  );
}

export type RecusalCode =
  | "voting.recusal_accepted"
  | "voting.already_recused"
  | "voting.not_an_elector"
  | "voting.not_open"
  | "voting.recusal_not_yours";

/** A member may recuse at any time before close; for another only the chair rules, with a reason (BRD-5). */
export function assessRecusal(facts: {
  userId: string;
  /** Of that person on the roll. */
  place: Place;
  state: ProposalStatus;
  actor: { readonly userId: string; readonly isChair: boolean };
}): Verdict<"accepted" | "refused", RecusalCode> {
  const { userId, place, state, actor } = facts;
  if (actor.userId !== userId && !actor.isChair) return refused("voting.recusal_not_yours", {});
  if (place === "recused") return refused("voting.already_recused", {});
  if (place === "none") return refused("voting.not_an_elector", {});
  if (state !== "open") return refused("voting.not_open", { state });
  return { outcome: "accepted", reasons: [{ code: "voting.recusal_accepted", facts: {} }] };
}

function refused(code: RecusalCode, facts: Record<string, string>) {
  return { outcome: "refused", reasons: [{ code, facts }] } as const;
}
