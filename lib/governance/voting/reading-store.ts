// Reads around a proposal: its model, package and the one before, decisions, follow-ups (VOT-10, REG-5).

import { z } from "zod";
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { loadPeople } from "../registry/owner-store.ts";
import { findPackage, type StoredPackage } from "../registry/read-store.ts";
import { ModelStatus, Tier } from "../registry/schema.ts";
import { FollowUpView } from "./proposal-view.ts";
import { DecisionOutcome, DecisionStanding, ProposalKind } from "./schema.ts";
import { ConditionView, type DecisionView, type ModelCard } from "./view.ts";

export const MODEL_CARD = {
  select: { reference: true, name: true, version: true, unit: true, tier: true, status: true },
} as const;
type ModelCardRow = Prisma.ModelGetPayload<typeof MODEL_CARD>;

export function toModelCard(row: ModelCardRow): ModelCard {
  return { ...row, tier: Tier.parse(row.tier), status: ModelStatus.parse(row.status) };
}

const NAMED = { select: { reference: true } } as const;
const WITH_SUBJECTS = { model: MODEL_CARD, proposal: NAMED, ratification: NAMED, settledBy: NAMED } as const;

/** Newest first. */
export async function loadDecisions(
  tx: UnitOfWork,
  where: Prisma.DecisionWhereInput,
  limit: number,
): Promise<(DecisionView & { readonly id: string })[]> {
  const rows = await tx.db.decision.findMany({ where, include: WITH_SUBJECTS, orderBy: { id: "desc" }, take: limit });
  const personOf = await loadPeople(
    tx,
    rows.map((row) => row.decidedBy),
  );
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    kind: ProposalKind.parse(row.kind),
    outcome: DecisionOutcome.parse(row.outcome),
    standing: DecisionStanding.parse(row.standing),
    title: row.title,
    proposal: row.proposal?.reference ?? null,
    ratification: row.ratification?.reference ?? null,
    settles: row.settles,
    settledBy: row.settledBy?.reference ?? null,
    model: row.model === null ? null : toModelCard(row.model),
    packageDigest: row.packageDigest,
    decidedAt: row.decidedAt.toISOString(),
    decidedBy: row.decidedBy === null ? null : personOf(row.decidedBy),
    why: row.why,
    rationale: row.rationale,
    conditions: z.array(ConditionView).parse(row.conditions),
  }));
}

/** Without the key that pages go by. */
export function toDecisionView({ id: _, ...decision }: DecisionView & { readonly id: string }): DecisionView {
  return decision;
}

/** The decision of a proposal; null while there is none. */
export async function loadDecisionOf(tx: UnitOfWork, proposalId: string): Promise<DecisionView | null> {
  const [decision] = await loadDecisions(tx, { proposalId }, 1);
  return decision === undefined ? null : toDecisionView(decision);
}

/** The latest decision on a model before that instant that another proposal, or a rule, led to. */
export async function loadDecisionBefore(
  tx: UnitOfWork,
  subject: { readonly modelId: string; readonly proposalId: string; readonly before: Date },
): Promise<DecisionView | null> {
  const { modelId, proposalId, before } = subject;
  // The chair's decision that the vote ratifies is what is decided, not what was decided before.
  const otherwise = {
    AND: [
      { OR: [{ proposalId: null }, { proposalId: { not: proposalId } }] },
      { OR: [{ ratificationId: null }, { ratificationId: { not: proposalId } }] },
    ],
  };
  const [decision] = await loadDecisions(tx, { modelId, decidedAt: { lte: before }, ...otherwise }, 1);
  return decision === undefined ? null : toDecisionView(decision);
}

export type PackageWithEarlier = {
  readonly current: StoredPackage;
  readonly previous: StoredPackage | null;
};

export async function loadPackageWithEarlier(
  tx: UnitOfWork,
  modelId: string,
  packageId: string,
): Promise<PackageWithEarlier> {
  const current = await findPackage(tx, modelId, { id: packageId });
  if (current === null) throw new Error(`Package ${packageId} is not there`);
  return { current, previous: await findPackage(tx, modelId, { sequence: current.sequence - 1 }) };
}

export async function loadFollowUps(tx: UnitOfWork, decision: string): Promise<FollowUpView[]> {
  const rows = await tx.db.actionItem.findMany({
    where: { sourceKind: { in: ["condition", "deferral"] }, sourceReference: decision },
    orderBy: { sourceIndex: "asc" },
  });
  const personOf = await loadPeople(
    tx,
    rows.map((row) => row.assigneeUserId),
  );
  return rows.map((row) => ({
    reference: row.reference,
    title: row.title,
    status: FollowUpView.shape.status.parse(row.status),
    dueAt: row.dueAt.toISOString(),
    assignee: row.assigneeUserId === null ? null : personOf(row.assigneeUserId),
  }));
}
