import { defineOperation } from "../../../db/operation.ts";
import { lockModelById } from "../../registry/store.ts";
import { holdBoard } from "../electorate-store.ts";
import { lockProposal } from "../proposal-store.ts";
import { openDraft } from "../proposing-store.ts";
import { ProposalReference } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const openProposal = defineOperation({
  name: "voting.open_proposal",
  summary: "Open a draft for voting: freeze electorate, rule, subject and deadline",
  permission: "voting.open",
  effect: "write",
  input: ProposalReference,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const proposal = await lockProposal(tx, input.reference, actor);
    const model = proposal.modelId === null ? null : await lockModelById(tx, proposal.modelId);
    await holdBoard(tx);
    return openDraft(tx, { proposal, model, actor, at: await now() });
  },
});
