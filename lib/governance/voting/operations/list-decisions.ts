import { defineOperation } from "../../../db/operation.ts";
import { loadDecisions, toDecisionView } from "../reading-store.ts";
import { ListDecisionsInput } from "../request.ts";
import { DecisionList } from "../view.ts";

export const listDecisions = defineOperation({
  name: "voting.list_decisions",
  summary: "Decisions, newest first",
  permission: "voting.read",
  effect: "read",
  input: ListDecisionsInput,
  output: DecisionList,
  async run({ input, tx }) {
    const { kind, outcome, standing, model, q, limit, cursor } = input;
    const where = {
      ...(kind === undefined ? {} : { kind }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(standing === undefined ? {} : { standing }),
      ...(model === undefined ? {} : { model: { reference: model } }),
      ...(q === undefined || q === "" ? {} : { title: { contains: q, mode: "insensitive" as const } }),
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
    };
    const found = await loadDecisions(tx, where, limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(toDecisionView),
      nextCursor: found.length > limit && last !== undefined ? last.id : null,
    };
  },
});
