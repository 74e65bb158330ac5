import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { AdviceInputs, Provider } from "../../advisory/schema.ts";
import { hasAdvice } from "../../advisory/store.ts";
import { loadAdviceInputs } from "../advice-store.ts";
import { loadProposal, type StoredProposal } from "../proposal-store.ts";
import { ProposalReference } from "../request.ts";

/** Nothing to read once that analyst has advised, or when advice would come too late for anybody. */
export const readAdviceInputs = defineOperation({
  name: "voting.read_advice_inputs",
  summary: "The frozen matter of an open proposal, as an analyst gets it",
  permission: "system.run",
  effect: "read",
  input: ProposalReference.extend({ provider: Provider }),
  output: z.strictObject({ inputs: AdviceInputs.nullable() }),
  async run({ input, actor, now, tx }) {
    const proposal = await loadProposal(tx, input.reference, actor);
    if (!isVotedOn(proposal, await now()) || (await hasAdvice(tx, proposal.reference, input.provider))) {
      return { inputs: null };
    }
    return { inputs: await loadAdviceInputs(tx, proposal) };
  },
});

function isVotedOn({ openedAt, closedAt, act, deadlineAt }: StoredProposal, at: Date): boolean {
  return openedAt !== null && closedAt === null && act === null && deadlineAt !== null && at < deadlineAt;
}
