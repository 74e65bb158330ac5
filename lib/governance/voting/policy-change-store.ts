// Reads what a proposed change of a policy changes, beside the version it is based on (POL-103).
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { findPolicy, findPolicyContent } from "../policy/policy-store.ts";
import { comparePolicies } from "../policy/policy-words.ts";
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
  };
}
