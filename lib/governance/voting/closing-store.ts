// Closes a vote in the caller's transaction (VOT-5, VOT-8): by the chair when all have cast, by the system at the deadline.
// Both come here with the proposal's row locked; the clock is read after what the effect needs is held too.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { readPayload } from "./decision-kind.ts";
import { type Ended, endVote } from "./decision-store.ts";
import { holdSubject } from "./effect-store.ts";
import { toTallyDetails, toVotingEvent } from "./events.ts";
import { isPastDeadline } from "./proposal-state.ts";
import { type StoredProposal, toRecord } from "./proposal-store.ts";
import { refuseFor } from "./refusals.ts";
import { toClosingResult } from "./settlement.ts";
import { loadTally } from "./tally-store.ts";
import { assessTransition } from "./transition.ts";
import { loadTransitionActor } from "./transition-actor-store.ts";
import type { ProposalAnswer } from "./view.ts";

export async function closeVote(
  tx: UnitOfWork,
  closing: { readonly proposal: StoredProposal; readonly actor: Actor; readonly now: () => Promise<Date> },
): Promise<ProposalAnswer> {
  const { proposal } = closing;
  const { effect, subject } = readPayload(proposal.kind, proposal.payload);
  await holdSubject(tx, effect);
  const at = await closing.now();
  const record = toRecord(proposal);
  const userId = closing.actor.kind === "person" ? closing.actor.userId : null;
  const actor = await loadTransitionActor(tx, closing.actor, { proposal, at });
  const tally = proposal.openedAt === null ? null : await loadTally(tx, proposal.id, at);
  const verdict = assessTransition({ act: "close", record, now: at, actor, tally });
  if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);
  if (tally === null) throw new Error(`Proposal ${proposal.reference} closes without ever having been open`);

  const result = toClosingResult(record, tally);
  const change = { closedAt: at, closedBy: userId, result };
  const ended = await endVote(tx, { proposal, at, change });
  await tx.record(
    toVotingEvent(
      "voting.proposal_closed",
      { type: "proposal", reference: proposal.reference },
      {
        subject,
        result: result.result.outcome,
        outcome: ended.proposal.outcome,
        tally: toTallyDetails(tally),
        reasons: result.result.reasons.map((reason) => reason.code),
        failure: ended.proposal.executionFailure ?? undefined,
        isEarly: !isPastDeadline(record, at),
        subjectDigest: proposal.subjectDigest ?? "",
        decision: ended.decision,
        ...ended.settled,
      },
    ),
  );
  return toAnswer(ended);
}

/** Where a proposal stands after an act that ended it. */
export function toAnswer({ proposal, decision, why, isAwaitingChair }: Ended): ProposalAnswer {
  const { reference, status: state, outcome } = proposal;
  return {
    reference,
    state,
    outcome,
    isAwaitingChair,
    deadlineAt: proposal.deadlineAt?.toISOString() ?? null,
    decision,
    why,
  };
}
