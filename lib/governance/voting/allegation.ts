// Answers "may this be alleged, answered or ruled on, and who may know of it?" (BRD-5, BRD-170, BRD-173, BRD-174).
import { type Actor, hasRole } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import type { Reason, Verdict } from "../kernel/verdict.ts";
import type { AllegationKind, RulingOutcome } from "./allegation-view.ts";
import type { ProposalPhase } from "./proposal-state.ts";
import type { Place } from "./roll.ts";
import type { RulingRight } from "./ruling-right.ts";

/** What the conflict is with: reference of a model or of an open proposal, or a vendor's name. */
export type AllegedMatter = { readonly kind: AllegationKind; readonly target: string };

export type AllegationState = {
  readonly userId: string;
  readonly allegedBy: string;
  readonly answer: string | null;
  readonly ruling: RulingOutcome | null;
};

export type AllegationCode =
  | "voting.may_allege"
  | "voting.allegation_of_oneself"
  | "voting.allegation_seat_over"
  | "voting.allegation_known"
  | "voting.allegation_pending"
  | "voting.allegation_vote_over"
  | "voting.allegation_not_voting";

type AllegationVerdict = Verdict<"allowed" | "refused", AllegationCode>;

export function assessAllegation(facts: {
  readonly actorUserId: string;
  readonly allegedUserId: string;
  readonly isSeated: boolean;
  /** A conflict with the same model or vendor is on record, or the member stands aside from the proposal. */
  readonly isKnown: boolean;
  /** Reference of an allegation of the same that waits for its ruling. */
  readonly pending: string | null;
  /** For an allegation on one proposal. */
  readonly vote: { readonly state: ProposalPhase; readonly place: Place } | null;
}): AllegationVerdict {
  const { vote, pending } = facts;
  const refused = (code: AllegationCode, more: Reason["facts"] = {}) =>
    ({ outcome: "refused", reasons: [{ code, facts: more }] }) as const;
  if (facts.actorUserId === facts.allegedUserId) return refused("voting.allegation_of_oneself");
  if (!facts.isSeated) return refused("voting.allegation_seat_over");
  if (vote !== null && vote.state !== "open") return refused("voting.allegation_vote_over", { state: vote.state });
  if (facts.isKnown || vote?.place === "recused") return refused("voting.allegation_known");
  if (vote !== null && vote.place === "none") return refused("voting.allegation_not_voting");
  if (pending !== null) return refused("voting.allegation_pending", { allegation: pending });
  return { outcome: "allowed", reasons: [{ code: "voting.may_allege", facts: {} }] };
}

export type AnswerCode =
  | "voting.may_answer"
  | "voting.answer_not_yours"
  | "voting.already_answered"
  | "voting.already_ruled";

/** By the person alone, once, before the ruling. */
export function assessAnswer(
  allegation: AllegationState,
  actorUserId: string,
): Verdict<"allowed" | "refused", AnswerCode> {
  const refused = (code: AnswerCode) => ({ outcome: "refused", reasons: [{ code, facts: {} }] }) as const;
  if (allegation.userId !== actorUserId) return refused("voting.answer_not_yours");
  if (allegation.ruling !== null) return refused("voting.already_ruled");
  if (allegation.answer !== null) return refused("voting.already_answered");
  return { outcome: "allowed", reasons: [{ code: "voting.may_answer", facts: {} }] };
}

export type RulingCode = "voting.may_rule" | "voting.already_ruled" | "voting.ruling_not_yours" | "voting.nobody_rules";

/** Once, by the one person whose right it is now. */
export function assessRuling(
  allegation: AllegationState,
  right: RulingRight,
  actorUserId: string,
): Verdict<"allowed" | "refused", RulingCode> {
  const refused = (code: RulingCode, facts: Reason["facts"] = {}) =>
    ({ outcome: "refused", reasons: [{ code, facts }] }) as const;
  const isRuler = right.ruler?.userId === actorUserId;
  if (!isRuler && allegation.ruling === null && right.ruler === null) return refused("voting.nobody_rules");
  if (!isRuler) return refused("voting.ruling_not_yours", { ruler: right.ruler?.name ?? null });
  if (allegation.ruling !== null) return refused("voting.already_ruled");
  return { outcome: "allowed", reasons: [{ code: "voting.may_rule", facts: {} }] };
}

/** Board, advisor and auditor (BRD-174). */
const SEES_ALLEGATIONS: readonly Role[] = ["chair", "board_member", "advisor", "auditor"];

export function seesEveryAllegation(actor: Actor): boolean {
  return actor.kind === "system" || SEES_ALLEGATIONS.some((role) => hasRole(actor, role));
}

/** Those, whom it is about, and who alleged it. */
export function canSeeAllegation(allegation: Pick<AllegationState, "userId" | "allegedBy">, actor: Actor): boolean {
  if (seesEveryAllegation(actor)) return true;
  if (actor.kind !== "person") return false;
  return actor.userId === allegation.userId || actor.userId === allegation.allegedBy;
}
