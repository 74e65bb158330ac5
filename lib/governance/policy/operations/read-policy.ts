import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { loadToday } from "../grant-store.ts";
import { findPolicyContent, loadPolicyItem, loadPolicyVersions, requirePolicy } from "../policy-store.ts";
import { comparePolicies, sayEffect, sayRule, sayScope } from "../policy-words.ts";
import { PolicyView, ReadPolicyInput } from "../view.ts";

export const readPolicy = defineOperation({
  name: "policy.read_policy",
  summary: "One policy: statement, rules in words, every version with the decision that made it",
  permission: "policy.read",
  effect: "read",
  input: ReadPolicyInput,
  output: PolicyView,
  async run({ input, now, tx }) {
    const policy = await requirePolicy(tx, input.reference);
    const today = await loadToday(tx, await now());
    const shown = input.version ?? policy.version;
    const content = await findPolicyContent(tx, policy.id, shown);
    if (content === null) {
      throw refuse("kernel.not_found", { subject: "version of a policy", reference: `${policy.reference} ${shown}` });
    }
    const versions = await loadPolicyVersions(tx, policy.id);
    const isRetirement = versions.some((version) => version.version === shown && version.change === "retire");
    const before = await findPolicyContent(tx, policy.id, shown - 1);
    return {
      ...(await loadPolicyItem(tx, policy, today)),
      ...{ content, shown, versions },
      scopeWords: sayScope(content),
      effectWords: sayEffect(content),
      ruleWords: content.rules.map(sayRule),
      difference: before === null ? null : [...comparePolicies(before, isRetirement ? null : content)],
      exceptions: await tx.db.standingGrant.count({
        where: { policyId: policy.id, revokedAt: null, untilOn: { gte: new Date(today) } },
      }),
    };
  },
});
