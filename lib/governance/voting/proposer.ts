// Answers "may this person propose that?" (VOT table of trust-weighted proposals, ORG-4, VOT-111): by trust where trust
// weighs, by role where the board decides.
import type { PersonActor } from "../kernel/actor.ts";
import { type Role, TrustLevel } from "../kernel/permission.ts";
import type { Verdict } from "../kernel/verdict.ts";
import { isTrustWeighted, MINIMUM_TRUST_TO_PROPOSE } from "./decision-rule.ts";
import type { ProposalKind } from "./schema.ts";

export type ProposerVerdict = Verdict<
  "allowed" | "refused",
  "voting.may_propose" | "voting.trust_too_low" | "voting.role_missing"
>;

/** Who may bring a matter before the board; plain members and whoever only watches may not. */
const PROPOSES_TO_BOARD: readonly Role[] = ["chair", "board_member", "admin", "model_owner"];

/** For a board decision anybody who is not quarantined. */
export function leastTrustFor(kind: ProposalKind): TrustLevel {
  return isTrustWeighted(kind) ? MINIMUM_TRUST_TO_PROPOSE[kind] : "sandbox";
}

export function assessProposer(
  kind: ProposalKind,
  { trustLevel, roles }: Pick<PersonActor, "trustLevel" | "roles">,
): ProposerVerdict {
  const required = leastTrustFor(kind);
  const rank = (level: TrustLevel) => TrustLevel.options.indexOf(level);
  const facts = { kind, trustLevel, required };
  if (rank(trustLevel) > rank(required))
    return { outcome: "refused", reasons: [{ code: "voting.trust_too_low", facts }] };
  if (!isTrustWeighted(kind) && !PROPOSES_TO_BOARD.some((role) => roles.includes(role))) {
    return {
      outcome: "refused",
      reasons: [{ code: "voting.role_missing", facts: { kind, roles: PROPOSES_TO_BOARD } }],
    };
  }
  return { outcome: "allowed", reasons: [{ code: "voting.may_propose", facts }] };
}
