// Answers "may this person's trust level be set to that by a vote?" (ORG-4, ORG-5, ORG-141): asked when it is proposed, when
// the vote opens, and again under lock when it is carried out.
import type { TrustLevel } from "../kernel/permission.ts";
import type { Verdict } from "../kernel/verdict.ts";

export type TrustChange = { readonly from: TrustLevel; readonly to: TrustLevel };

export type TrustedPerson = {
  readonly trustLevel: TrustLevel;
  readonly hasEnded: boolean;
  /** Nobody else could run the organisation. */
  readonly isLastAdmin: boolean;
};

export type TrustChangeCode =
  | "identity.membership_ended"
  | "identity.in_quarantine"
  | "identity.trust_moved_on"
  | "identity.trust_unchanged"
  | "identity.last_admin";

export type TrustChangeVerdict = Verdict<"possible" | "refused", TrustChangeCode | "identity.trust_may_change">;

export function assessTrustChange({ from, to }: TrustChange, person: TrustedPerson): TrustChangeVerdict {
  const { trustLevel: current, hasEnded, isLastAdmin } = person;
  const facts = { from, to, current };
  const refused = (code: TrustChangeCode): TrustChangeVerdict => ({ outcome: "refused", reasons: [{ code, facts }] });
  if (hasEnded) return refused("identity.membership_ended");
  if (current === "quarantine") return refused("identity.in_quarantine");
  if (current !== from) return refused("identity.trust_moved_on");
  if (to === from) return refused("identity.trust_unchanged");
  if (to === "quarantine" && isLastAdmin) return refused("identity.last_admin");
  return { outcome: "possible", reasons: [{ code: "identity.trust_may_change", facts }] };
}

/** What is kept: quarantine remembers the level that a release gives back (ORG-111). */
export function applyTrustChange({ from, to }: TrustChange): {
  readonly trustLevel: TrustLevel;
  readonly trustBeforeQuarantine: TrustLevel | null;
} {
  return { trustLevel: to, trustBeforeQuarantine: to === "quarantine" ? from : null };
}
