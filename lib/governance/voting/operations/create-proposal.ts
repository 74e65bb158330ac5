import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { lockModel } from "../../registry/store.ts";
import { readPayload } from "../decision-kind.ts";
import { loadVotingDefaults } from "../defaults-store.ts";
import { holdBoard } from "../electorate-store.ts";
import { requireConditionless, requireProposable } from "../proposing.ts";
import { putForward } from "../proposing-store.ts";
import { CreateProposalInput } from "../request.ts";
import { toStoredConditions } from "../submission.ts";
import { ProposalAnswer } from "../view.ts";

export const createProposal = defineOperation({
  name: "voting.create_proposal",
  summary: "Propose a decision, as a draft or opened at once",
  permission: "voting.propose",
  effect: "write",
  input: CreateProposalInput,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const proposerUserId = toPersonId(actor);
    const { kind, title, description, isDraft } = input;
    const payload = requireProposable(kind, input.payload, actor);
    requireConditionless(kind, input.conditions.length);
    const reading = readPayload(kind, payload);
    const model = reading.model === null ? null : await lockModel(tx, reading.model);
    await holdBoard(tx);
    const at = await now();
    const defaults = await loadVotingDefaults(tx);
    const conditions = toStoredConditions(input.conditions, defaults.conditionDays);
    const { votingHours = defaults.votingHours } = input;
    const proposal = { kind, title, description, payload, conditions, votingHours, proposerUserId };
    return putForward(tx, { proposal, model, isDraft, actor, at });
  },
});
