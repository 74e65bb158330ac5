// The one way out of a running vote (BRD-5): own wish, ruling, declared conflict and new ownership all come here. The ballot
// is withdrawn and kept in the history, the member is told, and a board that can no longer decide is marked at once.
// Lock order: the board's row (so that no vote opens meanwhile), then the votes by age, then the record.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { notify } from "../notifications/store.ts";
import { SourceFact } from "../registry/schema.ts";
import type { AllegedMatter } from "./allegation.ts";
import type { AppliedRecusal } from "./allegation-view.ts";
import { withdrawBallot } from "./ballot-store.ts";
import { loadBoardUserIds, saveRecusal } from "./electorate-store.ts";
import { inquorate, standAside } from "./notices.ts";
import { loadPlace, loadRecusedAmong } from "./place-store.ts";
import { derivePhase } from "./proposal-state.ts";
import { loadAdminUserIds, lockProposal, type StoredProposal, saveProposal, toRecord } from "./proposal-store.ts";
import { findInquorate } from "./quorum.ts";
import { isTouched } from "./recusal.ts";
import type { RecusalBasis } from "./schema.ts";
import { vendorsOf } from "./subject.ts";
import { loadTally } from "./tally-store.ts";
import { explainResult, explainSealed, withoutBallots } from "./why.ts";

/** Heard by the escalations: the last possible quorum of an open vote is gone (VOT-181). */
export const PROPOSAL_INQUORATE = "voting.proposal_inquorate";

export type Leaving = {
  readonly userId: string;
  readonly at: Date;
  readonly basis: RecusalBasis;
  /** Shown with the proposal. */
  readonly reason: string;
  /** Who acted; null for the product itself. */
  readonly by: string | null;
};

export type TouchedVote = { readonly reference: string; readonly title: string };

/** Open votes on which this person may vote and which the conflict touches, the oldest first. */
export async function findTouchedVotes(tx: UnitOfWork, userId: string, matter: AllegedMatter): Promise<TouchedVote[]> {
  const rows = await tx.db.proposal.findMany({
    where: { status: "open", electors: { some: { userId, recusedAt: null } } },
    select: { reference: true, title: true, model: { select: { reference: true, tags: true, sourceFacts: true } } },
    orderBy: { id: "asc" },
  });
  const conflict = {
    models: matter.kind === "model" ? [matter.target] : [],
    vendors: matter.kind === "vendor" ? [matter.target] : [],
  };
  return rows
    .filter(({ reference, model }) => {
      if (matter.kind === "proposal") return reference === matter.target;
      if (model === null) return false;
      const vendors = vendorsOf(model, SourceFact.array().parse(model.sourceFacts ?? []));
      return isTouched({ modelReferences: [model.reference], vendors }, conflict);
    })
    .map(({ reference, title }) => ({ reference, title }));
}

/** Open votes with somebody on the roll who owns their subject by now. A model has one owner. */
export async function findOwnersVoting(tx: UnitOfWork): Promise<(TouchedVote & { readonly userId: string })[]> {
  return tx.db.$queryRaw`
    SELECT p.reference, p.title, e.user_id AS "userId" FROM proposals p
    JOIN models m ON m.organization_id = p.organization_id AND m.id = p.model_id
    JOIN electors e ON e.organization_id = p.organization_id AND e.proposal_id = p.id AND e.user_id = m.owner_user_id
    WHERE p.organization_id = app_organization() AND p.status = 'open' AND e.recused_at IS NULL ORDER BY p.id`;
}

/** Locks the votes; take the clock after this (VOT-5). */
export async function holdVotes(
  tx: UnitOfWork,
  votes: readonly { readonly reference: string }[],
  actor: Actor,
): Promise<StoredProposal[]> {
  const held: StoredProposal[] = [];
  for (const { reference } of votes) held.push(await lockProposal(tx, reference, actor));
  return held;
}

/** Takes the person out of those that still run and that they are still part of. */
export async function recuseFromVotes(
  tx: UnitOfWork,
  votes: readonly StoredProposal[],
  leaving: Leaving,
): Promise<AppliedRecusal[]> {
  const applied: AppliedRecusal[] = [];
  for (const proposal of votes) {
    if (derivePhase(toRecord(proposal), leaving.at) !== "open") continue;
    const { place } = await loadPlace(tx, proposal.id, leaving.userId, leaving.at);
    if (place === "elector") applied.push(await applyRecusal(tx, proposal, leaving));
  }
  return applied;
}

/** The vote is locked and open, and the person an elector of it: the caller has judged that. */
export async function applyRecusal(
  tx: UnitOfWork,
  proposal: StoredProposal,
  { userId, ...recusal }: Leaving,
): Promise<AppliedRecusal> {
  const { at, basis, by } = recusal;
  await saveRecusal(tx, { proposalId: proposal.id, userId }, recusal);
  const isWithdrawn = await withdrawBallot(tx, { proposalId: proposal.id, userId, at });
  const isInquorate = await markInquorate(tx, proposal, at);
  if (basis !== "own_request") await notify(tx, { ...standAside(proposal), userIds: [userId] });
  // Under seal another's act is not to tell whether there was a ballot (VOT-183).
  const isBallotWithdrawn = proposal.isSealed && by !== userId ? null : isWithdrawn;
  return { proposal: proposal.reference, isBallotWithdrawn, isInquorate };
}

/** Marked and told once, when the last possible quorum is gone. INVARIANT: under seal it depends on no ballot (VOT-13). */
async function markInquorate(tx: UnitOfWork, proposal: StoredProposal, at: Date): Promise<boolean> {
  const { rule, isSealed, reference } = proposal;
  if (rule === null) throw new Error(`Proposal ${reference} is open without a rule`);
  const tally = await loadTally(tx, proposal.id, at);
  const isInquorate = findInquorate(isSealed ? withoutBallots(tally) : tally, rule).length > 0;
  if (!isInquorate || proposal.isInquorate) return isInquorate;
  await saveProposal(tx, proposal.id, { isInquorate });
  await tx.publish(PROPOSAL_INQUORATE, { proposalReference: reference });
  const why = isSealed ? explainSealed(tally, rule) : explainResult(tally, rule, { isFinal: false });
  const userIds = [...(await loadBoardUserIds(tx, at, "chair")), ...(await loadAdminUserIds(tx))];
  // Who stands aside is told that it is so, and nothing that depends on a ballot (VOT-117).
  const aside = await loadRecusedAmong(tx, proposal.id, userIds);
  await notify(tx, inquorate(proposal, { userIds: userIds.filter((id) => !aside.has(id)), why: why.sentence }));
  await notify(tx, inquorate(proposal, { userIds: [...aside], why: null }));
  return isInquorate;
}
