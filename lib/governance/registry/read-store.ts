// Reads of everything that a model's page shows. One model at a time; lists are in `list-store.ts`.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { toAuditEntry } from "../audit/audit-entry.ts";
import { loadEntries } from "../audit/store.ts";
import { refuse } from "../kernel/refusal.ts";
import type { DecisionPackage } from "./decision-package.ts";
import { loadPeople } from "./owner-store.ts";
import type { SourceFact } from "./schema.ts";
import type { Evaluation } from "./scorecard.ts";
import { deriveScorecardState } from "./scorecard-state.ts";
import type { PackageSummary, ScorecardView } from "./scorecard-view.ts";
import { loadDraft, loadThreshold, type StoredModel } from "./store.ts";
import { type ModelView, Standing } from "./view.ts";

/** The draft, its evaluation and what a submission would lead to. */
export async function loadScorecardView(tx: UnitOfWork, model: StoredModel): Promise<ScorecardView> {
  const draft = await loadDraft(tx, model.id);
  const state = deriveScorecardState(draft.scores, model.tier, await loadThreshold(tx));
  const personOf = await loadPeople(tx, [draft.updatedBy]);
  return {
    reference: model.reference,
    scores: { ...draft.scores },
    conditions: [...draft.conditions],
    votingHours: draft.votingHours,
    revision: draft.revision,
    updatedAt: draft.updatedAt?.toISOString() ?? null,
    updatedBy: draft.updatedBy === null ? null : personOf(draft.updatedBy),
    ...state,
  };
}

// ── packages ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export type StoredPackage = {
  readonly id: string;
  readonly sequence: number;
  readonly canonical: string;
  readonly digest: string;
  readonly evaluation: Evaluation;
  readonly submittedBy: string;
  readonly submittedAt: Date;
};

const toStoredPackage = (row: Omit<StoredPackage, "evaluation"> & { evaluation: unknown }): StoredPackage => ({
  ...row,
  evaluation: row.evaluation as Evaluation,
});

/** Newest first. */
export async function loadPackages(tx: UnitOfWork, modelId: string, most: number): Promise<StoredPackage[]> {
  const rows = await tx.db.decisionPackage.findMany({
    where: { modelId },
    orderBy: { sequence: "desc" },
    take: most,
  });
  return rows.map(toStoredPackage);
}

export async function findPackage(
  tx: UnitOfWork,
  modelId: string,
  which: { readonly id: string } | { readonly digest: string } | { readonly sequence: number },
): Promise<StoredPackage | null> {
  const row = await tx.db.decisionPackage.findFirst({ where: { modelId, ...which }, orderBy: { sequence: "desc" } });
  return row === null ? null : toStoredPackage(row);
}

export function toPackage(stored: StoredPackage): DecisionPackage {
  return JSON.parse(stored.canonical) as DecisionPackage;
}

export async function toPackageSummaries(
  tx: UnitOfWork,
  model: StoredModel,
  packages: readonly StoredPackage[],
): Promise<PackageSummary[]> {
  const personOf = await loadPeople(
    tx,
    packages.map(({ submittedBy }) => submittedBy),
  );
  return packages.map(({ id, sequence, digest, evaluation, submittedBy, submittedAt }) => ({
    sequence,
    digest,
    overallRatio: evaluation.overall.numerator / evaluation.overall.denominator,
    recommendation: evaluation.recommendation,
    submittedAt: submittedAt.toISOString(),
    submittedBy: personOf(submittedBy),
    isApproved: id === model.approvedPackageId,
  }));
}

/** The package that the model was approved on; null when it never was. */
export async function loadApprovedPackage(tx: UnitOfWork, model: StoredModel): Promise<StoredPackage | null> {
  if (model.approvedPackageId === null) return null;
  const approved = await findPackage(tx, model.id, { id: model.approvedPackageId });
  if (approved === null) throw refuse("kernel.not_found", { subject: "package", reference: model.reference });
  return approved;
}

// ── around a model ───────────────────────────────────────────────────────────────────────────────────────────────────
export async function loadSource(
  tx: UnitOfWork,
  modelId: string,
): Promise<Pick<ModelView, "sourceFacts" | "stageDates" | "source">> {
  const row = await tx.db.model.findFirstOrThrow({
    where: { id: modelId },
    select: { sourceFacts: true, stageDates: true, sourceName: true, sourceId: true },
  });
  const source = row.sourceName === null ? null : { name: row.sourceName, id: row.sourceId ?? "" };
  return {
    source,
    sourceFacts: (row.sourceFacts ?? []) as unknown as SourceFact[],
    stageDates: row.stageDates as Record<string, string | null>,
  };
}

/** Oldest first, the latest so many. */
export async function loadRiskHistory(
  tx: UnitOfWork,
  modelId: string,
  most: number,
): Promise<ModelView["riskHistory"]> {
  const rows = await tx.db.riskScoreEntry.findMany({
    where: { modelId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: most,
    select: { score: true, recordedAt: true },
  });
  return rows.reverse().map(({ score, recordedAt }) => ({ score, recordedAt: recordedAt.toISOString() }));
}

export async function loadOpenProposal(tx: UnitOfWork, model: StoredModel): Promise<ModelView["openProposal"]> {
  if (model.lockedByProposal === null) return null;
  const row = await tx.db.proposal.findFirst({
    where: { reference: model.lockedByProposal },
    select: { reference: true, kind: true, title: true, deadlineAt: true },
  });
  return row === null ? null : { ...row, deadlineAt: row.deadlineAt?.toISOString() ?? null };
}

/** Newest first. */
export async function loadModelDecisions(
  tx: UnitOfWork,
  modelId: string,
  most: number,
): Promise<ModelView["decisions"]> {
  const rows = await tx.db.decision.findMany({
    where: { modelId },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: most,
    include: { proposal: { select: { reference: true } }, ratification: { select: { reference: true } } },
  });
  return rows.map(({ reference, kind, outcome, title, why, rationale, decidedAt, packageDigest, ...row }) => ({
    ...{ reference, kind, outcome, title, why, rationale, packageDigest },
    decidedAt: decidedAt.toISOString(),
    proposal: (row.proposal ?? row.ratification)?.reference ?? null,
    standing: Standing.parse(row.standing),
    isByChair: row.ratification !== null,
    isSettlement: row.settles !== null,
  }));
}

/** The chair's decision that suspended this model and awaits its ratification (VOT-11); null when there is none. */
export async function findProvisionalSuspension(
  tx: UnitOfWork,
  model: string,
): Promise<{ readonly decision: string; readonly proposal: string; readonly deadlineAt: string } | null> {
  const row = await tx.db.decision.findFirst({
    where: { subject: model, standing: "provisional" },
    select: { reference: true, ratification: { select: { reference: true, deadlineAt: true } } },
  });
  if (row === null || row.ratification === null) return null;
  const { reference: proposal, deadlineAt } = row.ratification;
  return { decision: row.reference, proposal, deadlineAt: deadlineAt?.toISOString() ?? "" };
}

/** What the record says of this model, newest first. */
export async function loadModelHistory(tx: UnitOfWork, reference: string, most: number): Promise<ModelView["history"]> {
  const entries = (await loadEntries(tx.db, { subject: reference, limit: most })).slice(0, most).map(toAuditEntry);
  const personOf = await loadPeople(
    tx,
    entries.map(({ actor }) => actor.id),
  );
  return entries.map(({ number, action, occurredAt, actor, details }) => ({
    ...{ number, action, occurredAt, details },
    actor: actor.id === null ? null : personOf(actor.id),
  }));
}
