import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { freezeAmendment } from "../amendment-store.ts";
import { loadVotingDefaults } from "../defaults-store.ts";
import { holdBoard } from "../electorate-store.ts";
import { putForward } from "../proposing-store.ts";
import { ProposeAmendmentInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const proposeAmendment = defineOperation({
  name: "voting.propose_amendment",
  summary: "Freeze the working draft of the charter and put it to the vote under the charter in force",
  permission: "charter.amend",
  effect: "write",
  input: ProposeAmendmentInput,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const proposerUserId = toPersonId(actor);
    await holdBoard(tx);
    const { amendment: payload, at } = await freezeAmendment(tx, { ...input, now });
    const { title, description, isDraft } = input;
    const { votingHours = (await loadVotingDefaults(tx)).votingHours } = input;
    const text = { kind: "charter_amendment" as const, title, description, payload, conditions: [] };
    return putForward(tx, { proposal: { ...text, votingHours, proposerUserId }, model: null, isDraft, actor, at });
  },
});
