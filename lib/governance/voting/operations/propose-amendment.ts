import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { freezeAmendment } from "../amendment-store.ts";
import { readPayload } from "../decision-kind.ts";
import { holdBoard } from "../electorate-store.ts";
import { toVotingEvent } from "../events.ts";
import { openForVoting } from "../opening-store.ts";
import { insertProposal } from "../proposal-store.ts";
import { ProposeAmendmentInput } from "../request.ts";
import { toSubjectDigest } from "../subject.ts";
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
    const kind = "charter_amendment" as const;
    await holdBoard(tx);
    const { amendment: payload, at } = await freezeAmendment(tx, { ...input, now });
    const { title, description, votingHours } = input;
    const text = { kind, title, description, payload, conditions: [] };
    const links = { modelId: null, packageId: null };
    const draft = { ...text, ...links, votingHours, isBinding: true, proposerUserId, createdAt: at };
    const proposal = await insertProposal(tx, draft);
    const { reference } = proposal;
    const subject = { type: "proposal", reference } as const;
    const answer = { reference, outcome: null, isAwaitingChair: false, decision: null, why: null };
    if (input.isDraft) {
      const details = { kind, subject: payload.baseCharter, votingHours, conditions: 0 };
      await tx.record(toVotingEvent("voting.proposal_created", subject, details, { personal: { title } }));
      return { ...answer, state: "draft" as const, deadlineAt: null };
    }
    const { effect } = readPayload(kind, payload);
    const subjectDigest = toSubjectDigest({ ...text, model: null });
    const { details } = await openForVoting(tx, { proposal, model: null, effect, subjectDigest, actor, at });
    await tx.record(toVotingEvent("voting.proposal_opened", subject, details, { personal: { title } }));
    return { ...answer, state: "open" as const, deadlineAt: details.deadlineAt };
  },
});
