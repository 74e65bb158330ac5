import { defineOperation } from "../../../db/operation.ts";
import { loadToday } from "../grant-store.ts";
import { loadPolicyPage } from "../policy-store.ts";
import { ListPoliciesInput, PolicyList } from "../view.ts";

export const listPolicies = defineOperation({
  name: "policy.list_policies",
  summary: "Governance policies in their latest version, by name",
  permission: "policy.read",
  effect: "read",
  input: ListPoliciesInput,
  output: PolicyList,
  async run({ input, now, tx }) {
    const found = await loadPolicyPage(tx, input, await loadToday(tx, await now()));
    const page = found.slice(0, input.limit);
    const hasMore = found.length > page.length;
    return { items: page.map(({ item }) => item), nextCursor: hasMore ? (page.at(-1)?.cursor ?? null) : null };
  },
});
