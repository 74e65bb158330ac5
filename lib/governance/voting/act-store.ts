// Ends a proposal by an act with a reason (VOT-1, VOT-10, VOT-105): withdrawing, deferring and cancelling, under the row's
// lock.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { toAnswer } from "./closing-store.ts";
import { readPayload } from "./decision-kind.ts";
import { endVote } from "./decision-store.ts";
import { toVotingEvent } from "./events.ts";
import { lockProposal, type StoredProposal, saveProposal, toRecord } from "./proposal-store.ts";
import { refuseFor } from "./refusals.ts";
import { loadCountedTally } from "./tally-store.ts";
import { assessTransition } from "./transition.ts";
import { loadTransitionActor } from "./transition-actor-store.ts";
import type { ProposalAnswer } from "./view.ts";

const ACTS = {
  withdraw: { mark: "withdrawn", action: "voting.proposal_withdrawn" },
  cancel: { mark: "cancelled", action: "voting.proposal_cancelled" },
  defer: { mark: "deferred", action: "voting.proposal_deferred" },
} as const;

export async function actOnVote(
  tx: UnitOfWork,
  request: {
    readonly act: keyof typeof ACTS;
    readonly reference: string;
    readonly reason: string;
    readonly actor: Actor;
    readonly now: () => Promise<Date>;
  },
): Promise<ProposalAnswer> {
  const actedBy = request.actor.kind === "person" ? request.actor.userId : null;
  const { act, reason } = request;
  const proposal = await lockProposal(tx, request.reference, request.actor);
  const at = await request.now();
  const actor = await loadTransitionActor(tx, request.actor, { proposal, at });
  const tally = await loadCountedTally(tx, proposal, at);
  const verdict = assessTransition({ act, record: toRecord(proposal), now: at, actor, tally, reason });
  if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);

  const { mark, action } = ACTS[act];
  const change = { act: mark, actedAt: at, actedBy, actReason: reason };
  const ending = { proposal, at, change, decidedBy: actedBy ?? undefined, rationale: reason };
  const ended = proposal.openedAt === null ? null : await endVote(tx, ending);
  const answer = ended === null ? await dropDraft(tx, proposal, change) : toAnswer(ended);
  const failure = ended?.proposal.executionFailure ?? undefined;
  const { subject } = readPayload(proposal.kind, proposal.payload);
  await tx.record(
    toVotingEvent(
      action,
      { type: "proposal", reference: proposal.reference },
      { subject, decision: answer.decision, failure, ...ended?.settled },
      { personal: { reason }, isAnnounced: ended !== null },
    ),
  );
  return answer;
}

/** A draft never came before the board: there is nothing to decide and nothing to give back. */
async function dropDraft(
  tx: UnitOfWork,
  proposal: StoredProposal,
  change: { act: (typeof ACTS)[keyof typeof ACTS]["mark"]; actedAt: Date; actedBy: string | null; actReason: string },
): Promise<ProposalAnswer> {
  await saveProposal(tx, proposal.id, { ...change, status: change.act });
  const nothing = { outcome: null, isAwaitingChair: false, deadlineAt: null, decision: null, why: null };
  return { reference: proposal.reference, state: change.act, ...nothing };
}
