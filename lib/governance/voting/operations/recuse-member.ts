import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { type Actor, hasRole } from "../../kernel/actor.ts";
import { toPersonId } from "../../notifications/person.ts";
import { toVotingEvent } from "../events.ts";
import { loadPlace } from "../place-store.ts";
import { deriveProposalState } from "../proposal-state.ts";
import { lockProposal, type StoredProposal, toRecord } from "../proposal-store.ts";
import { assessRecusal } from "../recusal.ts";
import { applyRecusal } from "../recusal-store.ts";
import { refuse, refuseFor } from "../refusals.ts";
import { RecuseMemberInput } from "../request.ts";
import type { Place } from "../roll.ts";
import { loadCountedTally } from "../tally-store.ts";
import { loadTransitionActor } from "../transition-actor-store.ts";
import { RecusalAnswer } from "../view.ts";

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

    const basis = userId === actorUserId ? ("own_request" as const) : ("chair_ruling" as const);
    const leaving = { userId, at, basis, reason: input.reason, by: actorUserId };
    const { isBallotWithdrawn, isInquorate } = await applyRecusal(tx, proposal, leaving);
    const { reference } = proposal;
    await tx.record(
      toVotingEvent(
        "voting.member_recused",
        { type: "proposal", reference },
        { userId, basis, ballotWithdrawn: isBallotWithdrawn ?? undefined, inquorate: isInquorate },
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
