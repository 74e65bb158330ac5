import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { type Actor, hasRole } from "../../kernel/actor.ts";
import { toPersonId } from "../../notifications/person.ts";
import { notify } from "../../notifications/store.ts";
import { withdrawBallot } from "../ballot-store.ts";
import { loadBoardUserIds, saveRecusal } from "../electorate-store.ts";
import { toVotingEvent } from "../events.ts";
import { inquorate, standAside } from "../notices.ts";
import { loadPlace, loadRecusedAmong } from "../place-store.ts";
import { deriveProposalState } from "../proposal-state.ts";
import { loadAdminUserIds, lockProposal, type StoredProposal, saveProposal, toRecord } from "../proposal-store.ts";
import { findInquorate } from "../quorum.ts";
import { assessRecusal } from "../recusal.ts";
import { refuse, refuseFor } from "../refusals.ts";
import { RecuseMemberInput } from "../request.ts";
import type { Place } from "../roll.ts";
import { loadCountedTally, loadTally } from "../tally-store.ts";
import { loadTransitionActor } from "../transition-actor-store.ts";
import { RecusalAnswer } from "../view.ts";
import { explainResult, explainSealed } from "../why.ts";

export const recuseMember = defineOperation({
  name: "voting.recuse_member",
  summary: "Stand aside from a proposal, or rule as chair that a member stands aside",
  permission: "voting.recuse",
  effect: "write",
  input: RecuseMemberInput,
  output: RecusalAnswer,
  async run({ input, actor, now, tx }) {
    const actorUserId = toPersonId(actor);
    const userId = input.userId ?? actorUserId;
    const proposal = await lockProposal(tx, input.reference, actor);
    const at = await now();
    const { place } = await loadPlace(tx, proposal.id, userId, at);
    const { isRecused } = await loadTransitionActor(tx, actor, { proposal, at });
    await requireAllowed(tx, { proposal, place, userId, actor, actorUserId, isRecused, at });

    const isOwn = userId === actorUserId;
    const basis = isOwn ? ("own_request" as const) : ("chair_ruling" as const);
    await saveRecusal(tx, { proposalId: proposal.id, userId }, { at, basis, reason: input.reason, by: actorUserId });
    const isBallotWithdrawn = await withdrawBallot(tx, { proposalId: proposal.id, userId, at });
    const isInquorate = await markInquorate(tx, proposal, at);
    if (!isOwn) await notify(tx, { ...standAside(proposal), userIds: [userId] });
    const { reference } = proposal;
    await tx.record(
      toVotingEvent(
        "voting.member_recused",
        { type: "proposal", reference },
        { userId, basis, ballotWithdrawn: isBallotWithdrawn, inquorate: isInquorate },
        { personal: { reason: input.reason } },
      ),
    );
    return { reference, userId, isBallotWithdrawn, isInquorate };
  },
});

async function requireAllowed(
  tx: UnitOfWork,
  facts: {
    readonly proposal: StoredProposal;
    readonly place: Place;
    readonly userId: string;
    readonly actor: Actor;
    readonly actorUserId: string;
    readonly isRecused: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const { proposal, place, userId, actor, actorUserId, isRecused, at } = facts;
  const isChair = hasRole(actor, "chair");
  if (userId !== actorUserId && isChair && isRecused) {
    throw refuse("voting.chair_recused", { proposal: proposal.reference });
  }
  const tally = await loadCountedTally(tx, proposal, at);
  const state = deriveProposalState(toRecord(proposal), at, tally).outcome;
  const verdict = assessRecusal({ userId, place, state, actor: { userId: actorUserId, isChair } });
  if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);
}

/** Marked and told at once when the last possible quorum is gone (BRD-5). */
async function markInquorate(tx: UnitOfWork, proposal: StoredProposal, at: Date): Promise<boolean> {
  const { rule } = proposal;
  if (rule === null) throw new Error(`Proposal ${proposal.reference} is open without a rule`);
  const tally = await loadTally(tx, proposal.id, at);
  const isInquorate = findInquorate(tally, rule).length > 0;
  if (!isInquorate || proposal.isInquorate) return isInquorate;
  await saveProposal(tx, proposal.id, { isInquorate });
  const why = proposal.isSealed ? explainSealed(tally, rule) : explainResult(tally, rule, { isFinal: false });
  const userIds = [...(await loadBoardUserIds(tx, at, "chair")), ...(await loadAdminUserIds(tx))];
  // Who stands aside is told that it is so, and nothing that depends on a ballot (VOT-117).
  const aside = await loadRecusedAmong(tx, proposal.id, userIds);
  await notify(tx, inquorate(proposal, { userIds: userIds.filter((id) => !aside.has(id)), why: why.sentence }));
  await notify(tx, inquorate(proposal, { userIds: [...aside], why: null }));
  return isInquorate;
}
