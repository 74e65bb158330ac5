import { defineOperation } from "../../../db/operation.ts";
import { lockModelById } from "../../registry/store.ts";
import { readPayload } from "../decision-kind.ts";
import { holdBoard } from "../electorate-store.ts";
import { toVotingEvent } from "../events.ts";
import { openForVoting } from "../opening-store.ts";
import { lockProposal } from "../proposal-store.ts";
import { requireTransition } from "../proposing.ts";
import { ProposalReference } from "../request.ts";
import { toSubjectDigest } from "../subject.ts";
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
    const at = await now();
    const { effect } = readPayload(proposal.kind, proposal.payload);
    if (proposal.openedAt === null && model !== null) requireTransition(model, effect, actor);
    const { kind, title, description, payload, conditions } = proposal;
    const subjectDigest = toSubjectDigest({ kind, title, description, payload, conditions, model });
    const { details } = await openForVoting(tx, { proposal, model, effect, subjectDigest, actor, at });
    const { reference } = proposal;
    await tx.record(
      toVotingEvent("voting.proposal_opened", { type: "proposal", reference }, details, { personal: { title } }),
    );
    const nothing = { outcome: null, isAwaitingChair: false, decision: null, why: null };
    return { reference, state: "open" as const, deadlineAt: details.deadlineAt, ...nothing };
  },
});
