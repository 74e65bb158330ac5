// Reads what a proposed change of a policy changes, beside the version it is based on (POL-103), and what a decision has put on
// record in the policy room.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { findGrantOf } from "../policy/grant-store.ts";
import { findPolicy, findPolicyContent, findVersionOf } from "../policy/policy-store.ts";
import { comparePolicies, sayEffect, sayRule, sayScope } from "../policy/policy-words.ts";
import type { KindReading } from "./kinds/kind.ts";
import type { ProposalView } from "./proposal-view.ts";

/** null for other proposals. */
export async function loadPolicyChange(tx: UnitOfWork, { effect }: KindReading): Promise<ProposalView["policyChange"]> {
  if (effect.type !== "change_policy") return null;
  const { change, policy: reference, baseVersion, content } = effect.change;
  const policy = reference === null ? null : await findPolicy(tx, reference);
  const base = policy === null || baseVersion === null ? null : await findPolicyContent(tx, policy.id, baseVersion);
  return {
    ...{ change, baseVersion, content, policy: policy?.reference ?? null },
    isBaseCurrent: change === "create" || (policy !== null && !policy.isRetired && policy.version === baseVersion),
    rows: [...comparePolicies(base, content)],
    said:
      content === null
        ? null
        : { scope: sayScope(content), effect: sayEffect(content), rules: content.rules.map(sayRule) },
  };
}

/** The entry of the register, or the version of a policy, that the proposal has led to. */
export async function loadBecame(
  tx: UnitOfWork,
  { effect }: KindReading,
  proposalReference: string,
): Promise<ProposalView["became"]> {
  if (effect.type === "enter_grant") {
    const grant = await findGrantOf(tx, proposalReference);
    return grant === null ? null : { type: "grant", reference: grant.reference, name: grant.matter, version: null };
  }
  if (effect.type !== "change_policy") return null;
  const made = await findVersionOf(tx, proposalReference);
  return made === null ? null : { type: "policy", ...made };
}
