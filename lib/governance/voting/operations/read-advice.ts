import { defineOperation } from "../../../db/operation.ts";
import { loadAdvicePart } from "../advice-store.ts";
import { loadProposalPage } from "../page-store.ts";
import { AdviceAnswer } from "../proposal-view.ts";
import { ProposalReference } from "../request.ts";

export const readAdvice = defineOperation({
  name: "voting.read_advice",
  summary: "What an analyst advises on a proposal; it decides nothing",
  permission: "voting.read",
  effect: "read",
  input: ProposalReference,
  output: AdviceAnswer,
  async run({ input, actor, now, tx }) {
    return loadAdvicePart(tx, await loadProposalPage(tx, { reference: input.reference, actor, now }));
  },
});
