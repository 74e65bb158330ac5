import { defineOperation } from "../../../db/operation.ts";
import { loadProposalPage } from "../list-store.ts";
import { ListProposalsInput } from "../request.ts";
import { ProposalList } from "../view.ts";

export const listProposals = defineOperation({
  name: "voting.list_proposals",
  summary: "Proposals, newest first; those open to voting by deadline",
  permission: "voting.read",
  effect: "read",
  input: ListProposalsInput,
  output: ProposalList,
  async run({ input, actor, now, tx }) {
    const found = await loadProposalPage(tx, input, { actor, at: await now() });
    const page = found.slice(0, input.limit);
    const hasMore = found.length > page.length;
    return { items: page.map(({ item }) => item), nextCursor: hasMore ? (page.at(-1)?.cursor ?? null) : null };
  },
});
