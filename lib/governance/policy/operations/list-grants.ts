import { defineOperation } from "../../../db/operation.ts";
import { loadToday } from "../grant-store.ts";
import { loadGrantPage } from "../grant-view-store.ts";
import { GrantList, ListGrantsInput } from "../view.ts";

export const listGrants = defineOperation({
  name: "policy.list_grants",
  summary: "Risk acceptances and exceptions; those in force by their last day, others newest first",
  permission: "policy.read",
  effect: "read",
  input: ListGrantsInput,
  output: GrantList,
  async run({ input, now, tx }) {
    const found = await loadGrantPage(tx, input, await loadToday(tx, await now()));
    const page = found.slice(0, input.limit);
    const hasMore = found.length > page.length;
    return { items: page.map(({ item }) => item), nextCursor: hasMore ? (page.at(-1)?.cursor ?? null) : null };
  },
});
