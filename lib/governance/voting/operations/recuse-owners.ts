import { defineOperation } from "../../../db/operation.ts";
import { OwnersRecused } from "../allegation-view.ts";
import { toVotingEvent } from "../events.ts";
import { findOwnersVoting, holdVotes, recuseFromVotes } from "../recusal-store.ts";
import { NoInput } from "../request.ts";

/** Heard when models got an owner (VOT-182). Any number of times: who stands aside already is left alone. */
export const recuseOwners = defineOperation({
  name: "voting.recuse_owners",
  summary: "Recuse members who became owner of a model under vote",
  permission: "system.run",
  effect: "write",
  input: NoInput,
  output: OwnersRecused,
  async run({ actor, now, tx }) {
    const owners = await findOwnersVoting(tx);
    const votes = await holdVotes(tx, owners, actor);
    const at = await now();
    const ground = {
      at,
      basis: "ownership",
      reason: "Became the owner of the subject of this proposal",
      by: null,
    } as const;
    const applied = [];
    for (const [index, { userId }] of owners.entries()) {
      applied.push(...(await recuseFromVotes(tx, votes.slice(index, index + 1), { ...ground, userId })));
    }
    const [first] = applied;
    if (first === undefined) {
      tx.unchanged();
      return { recusals: 0 };
    }
    const recusedFrom = applied.map((each) => each.proposal);
    const inquorate = applied.filter((each) => each.isInquorate).map((each) => each.proposal);
    const subject = { type: "proposal", reference: first.proposal } as const;
    await tx.record(toVotingEvent("voting.owners_recused", subject, { recusedFrom, inquorate }));
    return { recusals: applied.length };
  },
});
