import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { lockModel } from "../../registry/store.ts";
import { readPayload } from "../decision-kind.ts";
import { holdBoard } from "../electorate-store.ts";
import { toVotingEvent } from "../events.ts";
import { openForVoting } from "../opening-store.ts";
import { insertProposal } from "../proposal-store.ts";
import { requireModel, requireProposable, requireTransition } from "../proposing.ts";
import { CreateProposalInput } from "../request.ts";
import { toSubjectDigest } from "../subject.ts";
import { ProposalAnswer } from "../view.ts";

export const createProposal = defineOperation({
  name: "voting.create_proposal",
  summary: "Propose a board decision, as a draft or opened at once",
  permission: "voting.propose",
  effect: "write",
  input: CreateProposalInput,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const proposerUserId = toPersonId(actor);
    const payload = requireProposable(input.kind, input.payload, actor);
    const reading = readPayload(input.kind, payload);
    const model = await lockModel(tx, requireModel(reading));
    requireTransition(model, reading.effect, actor);
    await holdBoard(tx);
    const createdAt = await now();
    const { kind, title, description, conditions, votingHours } = input;
    const draft = { kind, title, description, payload, conditions, votingHours };
    const stored = { ...draft, isBinding: true, proposerUserId, modelId: model.id, packageId: null, createdAt };
    const proposal = await insertProposal(tx, stored);
    const { reference } = proposal;
    const subject = { type: "proposal", reference } as const;
    const answer = { reference, outcome: null, isAwaitingChair: false, decision: null, why: null };
    if (input.isDraft) {
      const details = { kind, subject: model.reference, votingHours, conditions: conditions.length };
      await tx.record(toVotingEvent("voting.proposal_created", subject, details, { personal: { title } }));
      return { ...answer, state: "draft" as const, deadlineAt: null };
    }
    const subjectDigest = toSubjectDigest({ kind, title, description, payload, conditions, model });
    const at = createdAt;
    const opened = await openForVoting(tx, { proposal, model, effect: reading.effect, subjectDigest, actor, at });
    await tx.record(toVotingEvent("voting.proposal_opened", subject, opened.details, { personal: { title } }));
    return { ...answer, state: "open" as const, deadlineAt: opened.details.deadlineAt };
  },
});
