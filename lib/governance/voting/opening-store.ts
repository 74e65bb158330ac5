// Opens a draft for voting in the caller's transaction (VOT-3): freezes roll, rule, subject digest and deadline, locks the
// model and tells the members. The proposal's row, the model's row and the board are held while the clock is read.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { formatCharterVersion } from "../board/charter.ts";
import { loadCharterInForce } from "../board/store.ts";
import type { Actor } from "../kernel/actor.ts";
import { digestOf } from "../kernel/digest.ts";
import { notifyAll } from "../notifications/store.ts";
import { type StoredModel, saveModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { isTrustWeighted, toBoardRule, toTrustWeightedRule } from "./decision-rule.ts";
import { locksModel, requireCarriable } from "./effect-store.ts";
import { type Electorate, freezeBoardElectorate, type Recusal } from "./electorate.ts";
import {
  type BoardNow,
  freezeBoard,
  loadBoardNow,
  loadDeclaredConflicts,
  loadModelTouch,
  onRoll,
} from "./electorate-store.ts";
import type { VotingEventDetails } from "./events.ts";
import type { KindEffect, KindReading } from "./kinds/kind.ts";
import { standAside, voteNeeded } from "./notices.ts";
import { deadlineOf } from "./proposal-state.ts";
import { type StoredProposal, saveProposal, toRecord } from "./proposal-store.ts";
import { assessProposer } from "./proposer.ts";
import { planRecusals } from "./recusal.ts";
import { refuse, refuseFor } from "./refusals.ts";
import { describeRule } from "./rule-sentence.ts";
import type { DecisionRule, Tally } from "./schema.ts";
import { countMembersNow, type Frozen, freezeMembers, loadElectorateDigest } from "./snapshot-store.ts";
import { countBallots } from "./tally.ts";
import { assessTransition } from "./transition.ts";
import { toTransitionActor } from "./transition-actor-store.ts";

/** Heard by the jobs: advice is asked for in the background (ADV-2). */
export const PROPOSAL_OPENED = "voting.proposal_opened";
export type Opening = {
  readonly rule: DecisionRule;
  readonly charterVersion: number;
  /** With which nobody has voted yet. */
  readonly tally: Tally;
  readonly recusals: readonly Recusal[];
  /** null where trust, not a seat, entitles: members are counted, not listed. */
  readonly board: { readonly seats: BoardNow["seats"]; readonly electorate: Electorate } | null;
};

export type OpeningSubject = {
  readonly proposal: StoredProposal;
  /** null for a subject without one. */
  readonly model: StoredModel | null;
  readonly reading: KindReading;
};

/** As much of a subject as says who decides: what is not written yet has no more. */
export type PlannedSubject = {
  readonly proposal: Pick<StoredProposal, "kind" | "isBinding" | "proposerUserId">;
  readonly model: StoredModel | null;
  readonly reading: Pick<KindReading, "isRatification" | "aboutUserIds">;
};

/** What opening now would freeze; also what a draft shows. */
export async function planOpening(tx: UnitOfWork, subject: PlannedSubject, at: Date): Promise<Opening> {
  const { proposal, model, reading } = subject;
  const { kind } = proposal;
  const { version, content } = await loadCharterInForce(tx, at);
  const recusals = planRecusals(
    {
      ...(await loadModelTouch(tx, model)),
      decidedByUserId: reading.isRatification === true ? proposal.proposerUserId : null,
      aboutUserIds: reading.aboutUserIds ?? [],
    },
    await loadDeclaredConflicts(tx),
  );
  const ballots = content.sealedBallots ? ("sealed" as const) : ("open" as const);
  const frozen = { charterVersion: version, recusals };
  if (isTrustWeighted(kind)) {
    const tally = await countMembersNow(tx, recusals, at);
    return { ...frozen, rule: toTrustWeightedRule(kind, ballots), tally, board: null };
  }
  const { seats, facts, quarantinedUserIds } = await loadBoardNow(tx, at);
  const electorate = freezeBoardElectorate({ seats: facts, recusals, openedAt: at });
  const effect = proposal.isBinding ? ("binding" as const) : ("advisory" as const);
  const terms = { version: `charter ${formatCharterVersion(version)}`, effect, ballots };
  const rule = toBoardRule(kind, content.decisionRights[kind], content.quorum, terms);
  const tally = countBallots({ electorate, ballots: [], lapsedUserIds: quarantinedUserIds });
  return { ...frozen, rule, tally, board: { seats, electorate } };
}

export type Opened = {
  readonly proposal: StoredProposal;
  readonly details: VotingEventDetails["voting.proposal_opened"];
};

/** Refuses what cannot be opened; writes, locks and tells otherwise. `subjectDigest` is what ballots will have to name. */
export async function openForVoting(
  tx: UnitOfWork,
  subject: OpeningSubject & { readonly subjectDigest: string; readonly actor: Actor; readonly at: Date },
): Promise<Opened> {
  const { proposal, model, reading, at, subjectDigest } = subject;
  requireProposer(proposal, subject.actor);
  const opening = await planOpening(tx, subject, at);
  const { rule, charterVersion } = opening;
  const actor = toTransitionActor(subject.actor, false);
  const verdict = assessTransition({ act: "open", record: toRecord(proposal), now: at, actor, ...opening });
  if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);
  const lockable = locksModel(reading.effect) ? model : null;
  requireUnlocked(lockable);
  await requireCarriable(tx, reading.effect, subject);

  const deadlineAt = deadlineOf(at, proposal.votingHours);
  const opened = await saveProposal(tx, proposal.id, {
    status: "open",
    isSealed: rule.ballots === "sealed",
    subjectDigest,
    rule,
    charterVersion,
    openedAt: at,
    deadlineAt,
  });
  const { tally, digest } = await freezeRoll(tx, opened, opening, at);
  await tx.publish(PROPOSAL_OPENED, { proposalReference: opened.reference });
  if (lockable !== null) {
    await lockSubject(tx, { model: lockable, effect: reading.effect, proposal: proposal.reference, at });
  }
  await tellMembers(tx, opened, describeRule(rule, tally));
  return { proposal: opened, details: toDetails(opened, { rule, tally, digest, deadlineAt }) };
}

/** Trust, seat or role may have gone since the draft was written; an admin who opens it answers for it. */
function requireProposer(proposal: StoredProposal, actor: Actor): void {
  if (actor.kind !== "person" || actor.userId !== proposal.proposerUserId) return;
  const verdict = assessProposer(proposal.kind, actor);
  if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);
}

async function freezeRoll(tx: UnitOfWork, proposal: StoredProposal, opening: Opening, at: Date): Promise<Frozen> {
  const { board, recusals, tally } = opening;
  if (board === null) return freezeMembers(tx, { proposalId: proposal.id, recusals, openedAt: at });
  await freezeBoard(tx, proposal.id, board.electorate, { seats: board.seats, openedAt: at });
  return { tally, digest: await loadElectorateDigest(tx, proposal.id) };
}

function requireUnlocked(model: StoredModel | null): void {
  if (model === null || model.lockedByProposal === null) return;
  throw refuse("voting.subject_locked", { subject: model.reference, proposal: model.lockedByProposal });
}

/** A first submission puts the model under review; one in use stays in use (REG-1, VOT-114). */
async function lockSubject(
  tx: UnitOfWork,
  lock: { readonly model: StoredModel; readonly effect: KindEffect; readonly proposal: string; readonly at: Date },
): Promise<void> {
  const isFirst = lock.effect.type === "approve_package" && lock.model.status === "proposed";
  await saveModel(tx, lock.model.id, {
    lockedByProposal: lock.proposal,
    updatedAt: lock.at,
    ...(isFirst ? { status: "under_review" } : {}),
  });
}

async function tellMembers(tx: UnitOfWork, proposal: StoredProposal, ruleSentence: string): Promise<void> {
  const { votingHours } = proposal;
  await notifyAll(tx, onRoll(proposal.id, "elector"), voteNeeded(proposal, { votingHours, ruleSentence }));
  await notifyAll(tx, onRoll(proposal.id, "recused"), standAside(proposal));
}

function toDetails(
  proposal: StoredProposal,
  frozen: Frozen & { readonly rule: DecisionRule; readonly deadlineAt: Date },
): Opened["details"] {
  const { rule, tally, digest } = frozen;
  const { subject } = readPayload(proposal.kind, proposal.payload);
  return {
    kind: proposal.kind,
    subject,
    subjectDigest: proposal.subjectDigest ?? "",
    ruleDigest: digestOf(rule),
    ruleVersion: rule.version,
    electorateDigest: digest,
    entitled: tally.entitled.voters,
    recused: tally.recused.voters,
    deadlineAt: frozen.deadlineAt.toISOString(),
    effect: rule.effect,
    ballots: rule.ballots,
  };
}
