// Answers "what would change about this member, and may it?" A longer term must not run into a successor's (BRD-105).
import { dateAt } from "./calendar-date.ts";
import { assessOverlap, type NamedSeat, refused, type SeatingVerdict } from "./seating.ts";
import { findRenewal } from "./tenure.ts";
import { assessTerm, type TermRequest, toTerm } from "./term.ts";

type Member = NamedSeat & { readonly department: string; readonly expertise: readonly string[] };
type Wish = {
  readonly department?: string | undefined;
  readonly expertise?: readonly string[] | undefined;
  readonly termEndOn?: string | undefined;
};
type Change = { department?: string; expertise?: readonly string[]; termEndAt?: Date };

export type MemberUpdatePlan = {
  /** Names of the fields that differ; empty when nothing would change. */
  readonly fields: readonly string[];
  readonly change: Change;
  /** About the new end of the term; null when the term stays. */
  readonly verdict: SeatingVerdict | null;
};

export function planMemberUpdate(
  member: Member,
  wish: Wish,
  facts: { readonly others: readonly NamedSeat[]; readonly timeZone: string; readonly at: Date },
): MemberUpdatePlan {
  const change: Change = {};
  if (wish.department !== undefined && wish.department !== member.department) change.department = wish.department;
  if (wish.expertise !== undefined && wish.expertise.join("\n") !== member.expertise.join("\n")) {
    change.expertise = wish.expertise;
  }
  const isSameEnd = wish.termEndOn === undefined || wish.termEndOn === dateAt(member.termEndAt, facts.timeZone);
  if (isSameEnd) return { fields: Object.keys(change), change, verdict: null };
  // The renewal begins where this term ends (BRD-142).
  const renewal = findRenewal(facts.others, member);
  if (renewal !== null) {
    const until = renewal.termEndAt.toISOString();
    const verdict = refused("board.already_renewed", { seat: member.reference, renewal: renewal.reference, until });
    return { fields: [...Object.keys(change), "termEndAt"], change, verdict };
  }
  const startOn = dateAt(member.termStartAt, facts.timeZone);
  const request: TermRequest = { role: member.role, startOn, endOn: wish.termEndOn ?? null, timeZone: facts.timeZone };
  change.termEndAt = toTerm(request, facts.at).endAt;
  const term = { startAt: member.termStartAt, endAt: change.termEndAt };
  const verdict = assessTerm(request, facts.at);
  const overlap = verdict.outcome === "refused" ? null : assessOverlap({ ...member, term }, facts.others);
  return { fields: Object.keys(change), change, verdict: overlap ?? verdict };
}
