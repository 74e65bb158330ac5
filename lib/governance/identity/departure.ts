// Answers "may this person leave the role or the organisation?" (ORG-5, ORG-111): somebody must remain who can run the
// installation, and somebody who can chair the board. The facts are counted under lock by the caller.
import type { Reason, Verdict } from "../kernel/verdict.ts";

export type DepartureFacts = {
  /** The person is an admin who can act (membership active, not quarantined). */
  readonly isAdmin: boolean;
  readonly otherAdmins: number;
  /** The person holds the chair, or is appointed to it next. */
  readonly isChair: boolean;
  /** Other active members who hold the chair or are appointed to it. */
  readonly otherChairs: number;
};

/** `admin`: the admin role is given up or put out of action; `membership`: everything ends. */
export type DepartureKind = "admin" | "membership";

export type DepartureVerdict = Verdict<
  "allowed" | "refused",
  "identity.last_admin" | "identity.only_chair" | "identity.others_remain"
>;

export function assessDeparture(kind: DepartureKind, facts: DepartureFacts): DepartureVerdict {
  const reasons: Reason<"identity.last_admin" | "identity.only_chair">[] = [];
  if (facts.isAdmin && facts.otherAdmins === 0) {
    reasons.push({ code: "identity.last_admin", facts: { otherAdmins: 0 } });
  }
  if (kind === "membership" && facts.isChair && facts.otherChairs === 0) {
    reasons.push({ code: "identity.only_chair", facts: { otherChairs: 0 } });
  }
  if (reasons.length > 0) return { outcome: "refused", reasons };
  const { otherAdmins, otherChairs } = facts;
  return { outcome: "allowed", reasons: [{ code: "identity.others_remain", facts: { otherAdmins, otherChairs } }] };
}
