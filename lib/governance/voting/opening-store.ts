// Opens a draft for voting in the caller's transaction (VOT-3): freezes roll, rule, subject digest and deadline, locks the
// model and tells the members. The proposal's row, the model's row and the board are held while the clock is read.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { formatCharterVersion } from "../board/charter.ts";
import { loadCharterInForce } from "../board/store.ts";
import type { Actor } from "../kernel/actor.ts";
import { digestOf } from "../kernel/digest.ts";
import { notify } from "../notifications/store.ts";
import { type StoredModel, saveModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { isTrustWeighted, toBoardRule, toTrustWeightedRule } from "./decision-rule.ts";
import { locksModel, requireCarriable } from "./effect-store.ts";
import { type Electorate, freezeBoardElectorate, freezeMemberElectorate } from "./electorate.ts";
import {
  type BoardNow,
  insertElectorate,
  loadBoardNow,
  loadDeclaredConflicts,
  loadMembersNow,
  loadModelTouch,
} from "./electorate-store.ts";
import type { VotingEventDetails } from "./events.ts";
import type { KindEffect, KindReading } from "./kinds/kind.ts";
import { standAside, voteNeeded } from "./notices.ts";
import { deadlineOf } from "./proposal-state.ts";
import { type StoredProposal, saveProposal, toRecord } from "./proposal-store.ts";
import { planRecusals } from "./recusal.ts";
import { refuse, refuseFor } from "./refusals.ts";
import { describeRule } from "./rule-sentence.ts";
import type { DecisionRule, Tally } from "./schema.ts";
import { countBallots } from "./tally.ts";
import { assessTransition } from "./transition.ts";
import { toTransitionActor } from "./transition-actor-store.ts";

/** Heard by the jobs: advice is asked for in the background (ADV-2). */
export const PROPOSAL_OPENED = "voting.proposal_opened";
export type Opening = {
  /** Empty where trust, not a seat, entitles. */
  readonly seats: BoardNow["seats"];
  readonly electorate: Electorate;
  readonly rule: DecisionRule;
  readonly charterVersion: number;
  readonly tally: Tally;
};

export type OpeningSubject = {
  readonly proposal: StoredProposal;
  /** null for a subject without one. */
  readonly model: StoredModel | null;
  readonly reading: KindReading;
};

/** What opening now would freeze; also what a draft shows. */
export async function planOpening(tx: UnitOfWork, subject: OpeningSubject, at: Date): Promise<Opening> {
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
  const toOpening = (seats: BoardNow["seats"], electorate: Electorate, rule: DecisionRule): Opening => {
    const tally = countBallots({ electorate, ballots: [] });
    return { seats, electorate, rule, charterVersion: version, tally };
  };
  if (isTrustWeighted(kind)) {
    const electorate = freezeMemberElectorate({ members: await loadMembersNow(tx), recusals });
    return toOpening([], electorate, toTrustWeightedRule(kind, ballots));
  }
  const board = await loadBoardNow(tx, at);
  const effect = proposal.isBinding ? ("binding" as const) : ("advisory" as const);
  const terms = { version: `charter ${formatCharterVersion(version)}`, effect, ballots };
  const rule = toBoardRule(kind, content.decisionRights[kind], content.quorum, terms);
  return toOpening(board.seats, freezeBoardElectorate({ seats: board.facts, recusals, openedAt: at }), rule);
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
  const opening = await planOpening(tx, subject, at);
  const { rule, tally, electorate, seats, charterVersion } = opening;
  const actor = toTransitionActor(subject.actor, false);
  const verdict = assessTransition({ act: "open", record: toRecord(proposal), now: at, actor, tally, rule });
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
  await insertElectorate(tx, proposal.id, electorate, { seats, openedAt: at });
  await tx.publish(PROPOSAL_OPENED, { proposalReference: opened.reference });
  if (lockable !== null) {
    await lockSubject(tx, { model: lockable, effect: reading.effect, proposal: proposal.reference, at });
  }
  await tellMembers(tx, opened, { electorate, ruleSentence: describeRule(rule, tally) });
  return { proposal: opened, details: toDetails(opened, opening, deadlineAt) };
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

async function tellMembers(
  tx: UnitOfWork,
  proposal: StoredProposal,
  facts: { readonly electorate: Electorate; readonly ruleSentence: string },
): Promise<void> {
  const { electors, recused } = facts.electorate;
  const { votingHours } = proposal;
  const { ruleSentence } = facts;
  await notify(tx, voteNeeded(proposal, { userIds: electors.map((each) => each.userId), votingHours, ruleSentence }));
  await notify(
    tx,
    standAside(
      proposal,
      recused.map((each) => each.userId),
    ),
  );
}

function toDetails(proposal: StoredProposal, opening: Opening, deadlineAt: Date): Opened["details"] {
  const { rule, electorate } = opening;
  const { subject } = readPayload(proposal.kind, proposal.payload);
  return {
    kind: proposal.kind,
    subject,
    subjectDigest: proposal.subjectDigest ?? "",
    ruleDigest: digestOf(rule),
    ruleVersion: rule.version,
    electorateDigest: digestOf({
      electors: electorate.electors.map(({ userId, weight }) => ({ userId, weight })),
      recused: electorate.recused.map(({ userId, recusal }) => ({ userId, basis: recusal.basis })),
    }),
    entitled: electorate.electors.length,
    recused: electorate.recused.length,
    deadlineAt: deadlineAt.toISOString(),
    effect: rule.effect,
    ballots: rule.ballots,
  };
}
