// Opens a draft for voting in the caller's transaction (VOT-3): freezes roll, rule, subject digest and deadline, locks the
// model and tells the members. The proposal's row, the model's row and the board are held while the clock is read.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { formatCharterVersion } from "../board/charter.ts";
import { loadCharterInForce } from "../board/store.ts";
import type { Actor } from "../kernel/actor.ts";
import { hasRole } from "../kernel/actor.ts";
import { digestOf } from "../kernel/digest.ts";
import { notify } from "../notifications/store.ts";
import { loadModel, type StoredModel, saveModel } from "../registry/store.ts";
import { isBoardDecision, readPayload } from "./decision-kind.ts";
import { toBoardRule } from "./decision-rule.ts";
import { findObstacle } from "./effect-store.ts";
import { type Electorate, freezeBoardElectorate } from "./electorate.ts";
import {
  type BoardNow,
  insertElectorate,
  loadBoardNow,
  loadDeclaredConflicts,
  loadSubjectFacts,
} from "./electorate-store.ts";
import type { VotingEventDetails } from "./events.ts";
import type { KindEffect } from "./kinds/kind.ts";
import { standAside, voteNeeded } from "./notices.ts";
import { deadlineOf } from "./proposal-state.ts";
import { type StoredProposal, saveProposal, toRecord } from "./proposal-store.ts";
import { planRecusals, type SubjectFacts } from "./recusal.ts";
import { refuse, refuseFor } from "./refusals.ts";
import { placeOf, type Roll } from "./roll.ts";
import { describeRule } from "./rule-sentence.ts";
import type { DecisionRule, ProposalKind, Tally } from "./schema.ts";
import { countBallots } from "./tally.ts";
import { assessTransition, type TransitionActor } from "./transition.ts";

/** Heard by the jobs: advice is asked for in the background (ADV-2). */
export const PROPOSAL_OPENED = "voting.proposal_opened";
/** Nothing that a declared conflict could touch. */
const NO_SUBJECT: SubjectFacts = { modelReferences: [], vendors: [], ownerUserIds: [], decidedByUserId: null };

export type Opening = {
  readonly board: BoardNow;
  readonly electorate: Electorate;
  readonly rule: DecisionRule;
  readonly charterVersion: number;
  readonly tally: Tally;
};

/** What opening now would freeze; also what a draft shows. */
export async function planOpening(
  tx: UnitOfWork,
  subject: { readonly kind: ProposalKind; readonly isBinding: boolean; readonly model: StoredModel | null },
  at: Date,
): Promise<Opening> {
  const { kind, isBinding, model } = subject;
  if (!isBoardDecision(kind)) throw new Error(`Only board decisions open to the board: ${kind}`);
  const { version, content } = await loadCharterInForce(tx, at);
  const rule = toBoardRule(kind, content.decisionRights[kind], content.quorum, {
    version: `charter ${formatCharterVersion(version)}`,
    effect: isBinding ? "binding" : "advisory",
    ballots: content.sealedBallots ? "sealed" : "open",
  });
  const board = await loadBoardNow(tx, at);
  const about = model === null ? NO_SUBJECT : await loadSubjectFacts(tx, model);
  const recusals = planRecusals(about, await loadDeclaredConflicts(tx));
  const electorate = freezeBoardElectorate({ seats: board.facts, recusals, openedAt: at });
  return { board, electorate, rule, charterVersion: version, tally: countBallots({ electorate, ballots: [] }) };
}

export type Opened = {
  readonly proposal: StoredProposal;
  readonly details: VotingEventDetails["voting.proposal_opened"];
};

/** Refuses what cannot be opened; writes, locks and tells otherwise. `subjectDigest` is what ballots will have to name. */
export async function openForVoting(
  tx: UnitOfWork,
  subject: {
    readonly proposal: StoredProposal;
    /** null for a subject without one. */
    readonly model: StoredModel | null;
    readonly effect: KindEffect;
    readonly subjectDigest: string;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<Opened> {
  const { proposal, model, at, subjectDigest } = subject;
  const opening = await planOpening(tx, { kind: proposal.kind, isBinding: proposal.isBinding, model }, at);
  const { rule, tally, electorate, board, charterVersion } = opening;
  const actor = toTransitionActor(subject.actor, false);
  const verdict = assessTransition({ act: "open", record: toRecord(proposal), now: at, actor, tally, rule });
  if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);
  requireUnlocked(model);
  await requireCarriable(tx, subject.effect, { proposal: proposal.reference, at });

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
  await insertElectorate(tx, proposal.id, electorate, { seats: board.seats, openedAt: at });
  await tx.publish(PROPOSAL_OPENED, { proposalReference: opened.reference });
  if (model !== null) await lockSubject(tx, { model, effect: subject.effect, proposal: proposal.reference, at });
  await tellMembers(tx, opened, { electorate, ruleSentence: describeRule(rule, tally) });
  return { proposal: opened, details: toDetails(opened, opening, deadlineAt) };
}

function requireUnlocked(model: StoredModel | null): void {
  if (model === null || model.lockedByProposal === null) return;
  throw refuse("voting.subject_locked", { subject: model.reference, proposal: model.lockedByProposal });
}

/** What could not be carried out even if it passed is not voted on. */
async function requireCarriable(
  tx: UnitOfWork,
  effect: KindEffect,
  { proposal, at }: { readonly proposal: string; readonly at: Date },
): Promise<void> {
  const obstacle = await findObstacle(tx, effect, at);
  if (obstacle !== null) throw refuseFor({ code: obstacle, facts: {} }, proposal);
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
  return {
    kind: proposal.kind,
    subject: readPayload(proposal.kind, proposal.payload).subject,
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

function toTransitionActor(actor: Actor, isRecused: boolean): TransitionActor {
  return {
    userId: actor.kind === "person" ? actor.userId : null,
    isSystem: actor.kind === "system",
    isAdmin: hasRole(actor, "admin"),
    isChair: hasRole(actor, "chair"),
    isRecused,
  };
}

/**
 * Who acts on a proposal, with what keeps a chair from acting alone: a recusal on the roll, or a conflict of interest that
 * stands now, whatever opening froze (VOT-124).
 */
export async function loadTransitionActor(
  tx: UnitOfWork,
  actor: Actor,
  { proposal, roll }: { readonly proposal: Pick<StoredProposal, "modelId">; readonly roll: Roll },
): Promise<TransitionActor> {
  const userId = actor.kind === "person" ? actor.userId : null;
  const isRecused = placeOf(roll, userId) === "recused";
  if (isRecused || userId === null || !hasRole(actor, "chair")) return toTransitionActor(actor, isRecused);
  return toTransitionActor(actor, await isConflicted(tx, proposal.modelId, userId));
}

/** Whether a conflict of interest of this person in the model stands now. */
export async function isConflicted(tx: UnitOfWork, modelId: string | null, userId: string): Promise<boolean> {
  if (modelId === null) return false;
  const { reference } = await tx.db.model.findFirstOrThrow({ where: { id: modelId }, select: { reference: true } });
  const subject = await loadSubjectFacts(tx, await loadModel(tx, reference));
  return planRecusals(subject, await loadDeclaredConflicts(tx)).some((recusal) => recusal.userId === userId);
}
