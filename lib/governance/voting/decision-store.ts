// Reads and writes of decisions, and the end of a vote: what every act that ends one does in its own transaction (VOT-8,
// VOT-10). The proposal's row is locked by the caller; the model's row is locked here, the audit head last.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { notify, notifyAll } from "../notifications/store.ts";
import { lockModelById, type StoredModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { isRatification, isTrustWeighted } from "./decision-rule.ts";
import { carryOut, giveBack } from "./effect-store.ts";
import type { EffectFacts } from "./effects/effect-store.ts";
import { loadBoardUserIds, onRoll } from "./electorate-store.ts";
import type { Settled } from "./events.ts";
import type { KindEffect } from "./kinds/kind.ts";
import { adviceReady, adviceWithoutChair, decided, notCarriedOut } from "./notices.ts";
import {
  loadAdminUserIds,
  type ProposalChange,
  type StoredProposal,
  saveProposal,
  toRecord,
} from "./proposal-store.ts";
import { concludeRatification } from "./ratification-store.ts";
import type { DecisionOutcome, ProposalKind } from "./schema.ts";
import { explainSettlement, planSettlement, type Settlement } from "./settlement.ts";
import { isConflicted } from "./transition-actor-store.ts";

/** Heard by the rooms above: follow-ups come of it (VOT-10). */
const DECISION_RECORDED = "voting.decision_recorded";

export type NewDecision = {
  /** Drawn beforehand where the effect names the decision; otherwise a fresh one. */
  readonly reference?: string;
  readonly kind: ProposalKind;
  readonly outcome: DecisionOutcome;
  readonly title: string;
  readonly proposal: { readonly id: string; readonly reference: string } | null;
  readonly model: StoredModel | null;
  readonly packageDigest: string | null;
  readonly decidedBy: string | null;
  readonly rationale: string;
  readonly why: string;
  readonly conditions: StoredProposal["conditions"];
  readonly decidedAt: Date;
  /** The chair's decision that this one made final or reversed (VOT-11). */
  readonly settles?: string | null;
};

/** Writes the decision and tells the rooms above. Answers its reference. */
export async function recordDecision(tx: UnitOfWork, decision: NewDecision): Promise<string> {
  const { proposal, model, conditions, ...rest } = decision;
  const reference = decision.reference ?? tx.reference("decision");
  await tx.db.decision.create({
    data: {
      ...rest,
      reference,
      proposalId: proposal?.id ?? null,
      modelId: model?.id ?? null,
      conditions: conditions as unknown as Prisma.InputJsonValue,
    },
  });
  await announceDecision(tx, { ...decision, reference });
  return reference;
}

/** For a decision that is written already. */
export async function announceDecision(
  tx: UnitOfWork,
  decision: Pick<NewDecision, "outcome" | "proposal" | "model" | "conditions" | "decidedAt"> & {
    readonly reference: string;
  },
): Promise<void> {
  const { reference, proposal, model, conditions } = decision;
  await tx.publish(DECISION_RECORDED, {
    decisionReference: reference,
    proposalReference: proposal?.reference ?? null,
    modelReference: model?.reference ?? null,
    outcome: decision.outcome,
    conditions: conditions.map(({ text, dueInDays }) => ({ text, dueDays: dueInDays })),
    ownerUserId: model?.ownerUserId ?? null,
    decidedAt: decision.decidedAt.toISOString(),
  });
}

export type Ending = {
  readonly proposal: StoredProposal;
  readonly at: Date;
  /** What the act itself writes on the proposal: closing, act or decision on advice. */
  readonly change: ProposalChange;
  /** The chair, when a person decided alone. */
  readonly decidedBy?: string;
  readonly rationale?: string;
};

export type Ended = {
  readonly proposal: StoredProposal;
  readonly decision: string | null;
  readonly why: string;
  readonly isAwaitingChair: boolean;
  /** What the end of a ratification made of the chair's decision (VOT-11). */
  readonly settled: Settled | null;
};

/** Writes the act, then what follows from the record as it is then: a decision with its effect, or the chair's turn. */
export async function endVote(tx: UnitOfWork, ending: Ending): Promise<Ended> {
  const { at } = ending;
  const acted = await saveProposal(tx, ending.proposal.id, ending.change);
  const tally = acted.result?.tally ?? null;
  const settlement = planSettlement(toRecord(acted), at, tally);
  const why = explainSettlement(toRecord(acted), acted.result);
  if (settlement.outcome === null) {
    const proposal = await saveProposal(tx, acted.id, { status: settlement.status });
    await tellWhoDecides(tx, proposal, at, why);
    return { proposal, decision: null, why, isAwaitingChair: true, settled: null };
  }
  const model = acted.modelId === null ? null : await lockModelById(tx, acted.modelId);
  const reference = tx.reference("decision");
  const { effect } = readPayload(acted.kind, acted.payload);
  const executed = await applyEffect(tx, effect, { model, proposal: acted, decision: reference, at }, settlement);
  const finished = { ...acted, ...executed };
  const { status, outcome } = planSettlement(toRecord(finished), at, tally);
  const proposal = await saveProposal(tx, acted.id, { ...executed, status, outcome });
  const told = await tellEnd(tx, ending, { proposal, model, settlement, why, settledBy: reference });
  const decision = await recordDecision(tx, {
    reference,
    kind: proposal.kind,
    outcome: settlement.outcome,
    title: proposal.title,
    proposal,
    model,
    packageDigest: proposal.subjectDigest,
    decidedBy: ending.decidedBy ?? null,
    rationale: ending.rationale ?? "",
    why: told.why,
    conditions: proposal.conditions,
    decidedAt: at,
    settles: effect.type === "ratify" ? effect.decision : null,
  });
  if (proposal.executionFailure !== null) await escalateFailure(tx, proposal, at);
  return { proposal, decision, ...told, isAwaitingChair: false };
}

/** Everybody who was asked, proposed it or owns the model; answers the sentence that is kept. */
async function tellEnd(
  tx: UnitOfWork,
  { at }: Ending,
  end: {
    readonly proposal: StoredProposal;
    readonly model: StoredModel | null;
    readonly settlement: Settlement;
    readonly why: string;
    readonly settledBy: string;
  },
): Promise<Pick<Ended, "why" | "settled">> {
  const { proposal, model, settlement, why } = end;
  const { mayProceed: isRatified, outcome } = settlement;
  const failure = proposal.executionFailure;
  const concluded = await concludeRatification(tx, { ...end, isRatified, failure, at });
  if (concluded !== null) return concluded;
  if (outcome === null) throw new Error(`Proposal ${proposal.reference} ends without an outcome`);
  await tellDecided(tx, proposal, { outcome, why, ownerUserId: model?.ownerUserId ?? null });
  return { why, settled: null };
}

/** Everybody on the roll, recused ones too, the proposer and the owner. */
async function tellDecided(
  tx: UnitOfWork,
  proposal: StoredProposal,
  decision: { readonly outcome: DecisionOutcome; readonly why: string; readonly ownerUserId: string | null },
): Promise<void> {
  const { ownerUserId, ...words } = decision;
  const others = [proposal.proposerUserId, ...(ownerUserId === null ? [] : [ownerUserId])];
  const recipients = Prisma.sql`${onRoll(proposal.id)} UNION SELECT unnest(${others}::uuid[])`;
  await notifyAll(tx, recipients, decided(proposal, { ...words, isByTrust: isTrustWeighted(proposal.kind) }));
}

/** Heard by the rooms above. */
const EXECUTION_FAILED = "voting.execution_failed";

/** Those who can carry it out again are told (VOT-12). */
export async function escalateFailure(tx: UnitOfWork, proposal: StoredProposal, at: Date): Promise<void> {
  const { reference, executionFailure: cause } = proposal;
  await tx.publish(EXECUTION_FAILED, { proposalReference: reference, cause });
  // What was not ratified and could not be reversed has words of its own (VOT-145).
  if (isRatification(proposal.rule)) return;
  const userIds = new Set([...(await loadBoardUserIds(tx, at, "chair")), ...(await loadAdminUserIds(tx))]);
  await notify(tx, notCarriedOut(proposal, [...userIds]));
}

/** The chair; where there is none who may decide, the admins, who can withdraw it (VOT-124). */
async function tellWhoDecides(tx: UnitOfWork, proposal: StoredProposal, at: Date, why: string): Promise<void> {
  const [chair] = await loadBoardUserIds(tx, at, "chair");
  const canDecide = chair !== undefined && !(await isConflicted(tx, proposal.modelId, chair));
  if (canDecide) await notify(tx, adviceReady(proposal, [chair], why));
  else await notify(tx, adviceWithoutChair(proposal, await loadAdminUserIds(tx)));
}

/** In favour: done or failed. Otherwise what stood before stands again, or the cause why it does not. */
export async function applyEffect(
  tx: UnitOfWork,
  effect: KindEffect,
  facts: EffectFacts,
  { mayProceed }: { readonly mayProceed: boolean },
): Promise<Pick<StoredProposal, "executedAt" | "executionFailure">> {
  const executionFailure = await (mayProceed ? carryOut : giveBack)(tx, effect, facts);
  return { executedAt: mayProceed && executionFailure === null ? facts.at : null, executionFailure };
}

/** The decision that a proposal led to; null while there is none. */
export async function findDecision(
  tx: UnitOfWork,
  proposalId: string,
): Promise<{ readonly id: string; readonly reference: string } | null> {
  return tx.db.decision.findFirst({ where: { proposalId }, select: { id: true, reference: true } });
}
