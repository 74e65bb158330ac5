import { defineOperation } from "../../../db/operation.ts";
import { ListDecisionsInput } from "../request.ts";
import { DecisionList } from "../view.ts";

export const listDecisions = defineOperation({
  name: "voting.list_decisions",
  summary: "Decisions, newest first",
  permission: "voting.read",
  effect: "read",
  input: ListDecisionsInput,
  output: DecisionList,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
