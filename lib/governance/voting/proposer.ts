// Answers "may this person propose that?" (VOT table of trust-weighted proposals, ORG-4). Who may propose a board
// decision is a permission; here only trust is judged.
import { TrustLevel } from "../kernel/permission.ts";
import type { Verdict } from "../kernel/verdict.ts";
import { isTrustWeighted, MINIMUM_TRUST_TO_PROPOSE } from "./decision-rule.ts";
import type { ProposalKind } from "./schema.ts";

export type ProposerVerdict = Verdict<"allowed" | "refused", "voting.may_propose" | "voting.trust_too_low">;

export function assessProposer(kind: ProposalKind, trustLevel: TrustLevel): ProposerVerdict {
  const required: TrustLevel = isTrustWeighted(kind) ? MINIMUM_TRUST_TO_PROPOSE[kind] : "sandbox";
  const rank = (level: TrustLevel) => TrustLevel.options.indexOf(level);
  const facts = { kind, trustLevel, required };
  if (rank(trustLevel) > rank(required))
    return { outcome: "refused", reasons: [{ code: "voting.trust_too_low", facts }] };
  return { outcome: "allowed", reasons: [{ code: "voting.may_propose", facts }] };
}
