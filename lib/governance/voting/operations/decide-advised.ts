import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { toAnswer } from "../closing-store.ts";
import { endVote } from "../decision-store.ts";
import { toVotingEvent } from "../events.ts";
import { needsReason } from "../outcome.ts";
import { lockProposal, toRecord } from "../proposal-store.ts";
import { refuseFor } from "../refusals.ts";
import { DecideAdvisedInput } from "../request.ts";
import { loadCountedTally } from "../tally-store.ts";
import { assessTransition } from "../transition.ts";
import { loadTransitionActor } from "../transition-actor-store.ts";
import { ProposalAnswer } from "../view.ts";

export const decideAdvised = defineOperation({
  name: "voting.decide_advised",
  summary: "Decide as chair after the board's advice",
  permission: "voting.decide_advised",
  effect: "write",
  input: DecideAdvisedInput,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const chairUserId = toPersonId(actor);
    const proposal = await lockProposal(tx, input.reference, actor);
    const at = await now();
    const tally = await loadCountedTally(tx, proposal, at);
    const verdict = assessTransition({
      act: "decide_advised",
      record: toRecord(proposal),
      now: at,
      actor: await loadTransitionActor(tx, actor, { proposal, at }),
      tally,
      decision: input.decision,
      reason: input.reason,
    });
    if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);
    const advice = proposal.result?.result.outcome;
    if (advice === undefined) throw new Error(`The advice on ${proposal.reference} has no result`);

    const change = { advisedDecision: input.decision, advisedAt: at, actReason: input.reason };
    const decided = { decidedBy: chairUserId, rationale: input.reason };
    const ended = await endVote(tx, { proposal, at, change, ...decided });
    await tx.record(
      toVotingEvent(
        "voting.advice_decided",
        { type: "proposal", reference: proposal.reference },
        {
          decision: input.decision,
          advice,
          isAgainstAdvice: needsReason(advice, input.decision),
          outcome: ended.proposal.outcome,
          subjectDigest: proposal.subjectDigest ?? "",
          decided: ended.decision,
        },
        { personal: { reason: input.reason } },
      ),
    );
    return toAnswer(ended);
  },
});
