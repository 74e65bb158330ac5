// Answers "where does a risk acceptance or an exception stand, and can these terms be granted?" (POL-101, VOT-170 to VOT-174).
// Its last day is a day of the organisation's calendar and still in force; afterwards it has expired, whoever noticed.
import { addCalendarDays, daysBetween, sayDay } from "../kernel/calendar-day.ts";
import type { FieldError } from "../kernel/refusal.ts";
import type { GrantTerms } from "./grant-terms.ts";
import { ENDING_WITHIN_DAYS, type GrantKind, type GrantState, LONGEST_GRANT_DAYS } from "./schema.ts";

type Standing = { readonly until: string; readonly isRevoked: boolean };

export function deriveGrantState({ until, isRevoked }: Standing, today: string): GrantState {
  if (isRevoked) return "revoked";
  return today > until ? "expired" : "in_force";
}

export function isEndingSoon(standing: Standing, today: string): boolean {
  if (deriveGrantState(standing, today) !== "in_force") return false;
  return daysBetween(today, standing.until) <= ENDING_WITHIN_DAYS;
}

/** On its last day it comes back to the board; one that the chair ended does not. */
export function isDueForRenewal(standing: Standing, today: string): boolean {
  return !standing.isRevoked && today >= standing.until;
}

export type RenewedGrant = {
  readonly reference: string;
  readonly kind: GrantKind;
  readonly model: string | null;
  readonly isRevoked: boolean;
  /** The grant that went on from it already. */
  readonly renewedBy: string | null;
};

export type GrantFacts = {
  readonly today: string;
  /** null for a matter that is no model. */
  readonly isModelGone: boolean;
  /** undefined: none is named; null: there is none by that reference. */
  readonly policy: { readonly isRetired: boolean } | null | undefined;
  readonly renewed: RenewedGrant | null | undefined;
};

/** Why these terms cannot be granted, field by field of the payload; `voteEndsOn` is the day on which voting could end. */
export function findTermProblems(grant: GrantTerms, facts: GrantFacts, voteEndsOn: string): FieldError[] {
  const { until } = grant.terms;
  const problems: FieldError[] = [];
  const add = (path: string, code: string, message: string) => problems.push({ path, code, message });
  const latest = addCalendarDays(facts.today, LONGEST_GRANT_DAYS);
  if (until <= voteEndsOn) {
    add("until", "too_early", `Voting could last until ${sayDay(voteEndsOn)}; choose a later day`);
  } else if (until > latest) {
    add("until", "too_late", `At most ${LONGEST_GRANT_DAYS} days ahead: until ${sayDay(latest)} at the latest`);
  }
  if (facts.isModelGone) add("model", "model_gone", "This model is decommissioned; there is nothing left to decide on");
  if (facts.policy === null) add("policy", "not_there", "There is no policy by this reference");
  else if (facts.policy?.isRetired) add("policy", "retired", "This policy is retired; no exception from it is needed");
  const renewal = facts.renewed === undefined ? null : findRenewalProblem(grant, facts.renewed);
  if (renewal !== null) add("renews", renewal.code, renewal.message);
  return problems;
}

function findRenewalProblem(
  { kind, terms }: GrantTerms,
  renewed: RenewedGrant | null,
): { code: string; message: string } | null {
  if (renewed === null) return { code: "not_there", message: "There is none by this reference to renew" };
  const { reference } = renewed;
  if (renewed.isRevoked)
    return { code: "revoked", message: `\`${reference}\` was ended by the chair; propose a new one` };
  if (renewed.renewedBy !== null) {
    return { code: "renewed", message: `\`${reference}\` was renewed already, by \`${renewed.renewedBy}\`` };
  }
  if (renewed.kind !== kind || renewed.model !== (terms.model ?? null)) {
    return { code: "other_matter", message: `\`${reference}\` is about another matter` };
  }
  return null;
}

export type GrantObstacle =
  | "policy.grant_day_passed"
  | "policy.model_decommissioned"
  | "policy.retired"
  | "policy.renewed_already";

/** Why a passed decision can no longer be carried out. What the chair ended meanwhile the board may grant again. */
export function findGrantObstacle(grant: GrantTerms, facts: GrantFacts): GrantObstacle | null {
  if (grant.terms.until < facts.today) return "policy.grant_day_passed";
  if (facts.isModelGone) return "policy.model_decommissioned";
  if (facts.policy === null || facts.policy?.isRetired) return "policy.retired";
  return facts.renewed != null && facts.renewed.renewedBy !== null ? "policy.renewed_already" : null;
}

/** Two weeks at least, so that the board has time to decide. */
const SHORTEST_RENEWAL_DAYS = 14;

/** The same terms for as long as before, from today on. */
export function planRenewal(
  grant: GrantTerms,
  earlier: { readonly reference: string; readonly grantedOn: string },
  today: string,
): GrantTerms {
  const length = Math.max(SHORTEST_RENEWAL_DAYS, daysBetween(earlier.grantedOn, grant.terms.until));
  const until = addCalendarDays(today, Math.min(LONGEST_GRANT_DAYS, length));
  const renews = earlier.reference;
  return grant.kind === "risk_acceptance"
    ? { kind: grant.kind, terms: { ...grant.terms, until, renews } }
    : { kind: grant.kind, terms: { ...grant.terms, until, renews } };
}
