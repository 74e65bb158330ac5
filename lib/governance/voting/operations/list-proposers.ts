import { defineOperation } from "../../../db/operation.ts";
import { loadProposers } from "../list-filter-store.ts";
import { NoInput } from "../request.ts";
import { ProposerList } from "../view.ts";

export const listProposers = defineOperation({
  name: "voting.list_proposers",
  summary: "Who proposed something, for narrowing the list of proposals",
  permission: "voting.read",
  effect: "read",
  input: NoInput,
  output: ProposerList,
  run: async ({ actor, tx }) => ({ items: await loadProposers(tx, actor) }),
});
