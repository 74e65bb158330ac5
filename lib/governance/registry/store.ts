// Reads and writes of models, scorecard drafts and packages. What rooms above need of a model is here: a submission and
// its decision lock the model (`lockModel`), freeze a package, and write what follows on the model.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { readSetting } from "../identity/store.ts";
import type { Fraction } from "../kernel/fraction.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Reason } from "../kernel/verdict.ts";
import { planApproval } from "./review-schedule.ts";
import type { RiskContribution } from "./risk-score.ts";
import { refreshRiskScores } from "./risk-store.ts";
import { Condition, type FactName, ModelStatus, ScorecardDraft, Stage, Tier } from "./schema.ts";
import type { Evaluation, Scores } from "./scorecard.ts";
import type { TierOverride } from "./tier-change.ts";

// ── models ───────────────────────────────────────────────────────────────────────────────────────────────────────────
/** A model as it is kept; it carries its material facts, so `toMaterialFacts(model)` and `compareToPackage(model, …)` take it. */
export type StoredModel = Readonly<Record<FactName, boolean | null>> & {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly ownerUserId: string | null;
  readonly unit: string;
  readonly agency: string;
  readonly bureau: string;
  readonly tags: readonly string[];
  readonly stage: Stage | null;
  readonly tier: Tier;
  readonly tierReasons: readonly Reason[];
  readonly tierOverride: TierOverride | null;
  readonly status: ModelStatus;
  readonly suspendedFrom: ModelStatus | null;
  readonly riskScore: number;
  readonly riskContributions: readonly RiskContribution[];
  readonly lastReviewAt: Date | null;
  readonly nextReviewAt: Date | null;
  /** Reference of the open proposal on it, which locks the material facts. */
  readonly lockedByProposal: string | null;
  readonly approvedPackageId: string | null;
  readonly sourceName: string | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

type ModelRow = Prisma.ModelGetPayload<{ omit: { sourceFacts: true } }>;

function toStoredModel(row: ModelRow): StoredModel {
  return {
    ...row,
    stage: row.stage === null ? null : Stage.parse(row.stage),
    tier: Tier.parse(row.tier),
    tierReasons: row.tierReasons as unknown as readonly Reason[],
    tierOverride: row.tierOverride as unknown as TierOverride | null,
    status: ModelStatus.parse(row.status),
    suspendedFrom: row.suspendedFrom === null ? null : ModelStatus.parse(row.suspendedFrom),
    riskContributions: row.riskContributions as unknown as readonly RiskContribution[],
  };
}

/** What whoever changed a model is answered. */
export function toSavedModel(model: StoredModel) {
  const { reference, revision, tier, status, riskScore, tierReasons } = model;
  return { reference, revision, tier, status, riskScore, tierReasons };
}

/** Refuses an unknown reference like one of another organisation (ORG-3). */
export async function loadModel(tx: UnitOfWork, reference: string): Promise<StoredModel> {
  const row = await tx.db.model.findFirst({ where: { reference }, omit: { sourceFacts: true } });
  if (row === null) throw refuse("kernel.not_found", { subject: "model", reference });
  return toStoredModel(row);
}

/** A model that something on record names. */
export async function loadModelById(tx: UnitOfWork, id: string): Promise<StoredModel> {
  return toStoredModel(await tx.db.model.findFirstOrThrow({ where: { id }, omit: { sourceFacts: true } }));
}

/** The model with its row locked until the transaction ends; take the clock after this. */
export async function lockModel(tx: UnitOfWork, reference: string): Promise<StoredModel> {
  await tx.db.$queryRaw`SELECT id FROM models
    WHERE organization_id = app_organization() AND reference = ${reference} FOR NO KEY UPDATE`;
  return loadModel(tx, reference);
}

/** The same by id, for rooms that keep the id. */
export async function lockModelById(tx: UnitOfWork, modelId: string): Promise<StoredModel> {
  const rows = await tx.db.$queryRaw<{ reference: string }[]>`SELECT reference FROM models
    WHERE organization_id = app_organization() AND id = ${modelId}::uuid FOR NO KEY UPDATE`;
  return loadModel(tx, rows[0]?.reference ?? modelId);
}

export type ModelChange = Prisma.ModelUncheckedUpdateInput;

/** Writes on a locked model; answers it as it is then. */
export async function saveModel(tx: UnitOfWork, modelId: string, change: ModelChange): Promise<StoredModel> {
  const row = await tx.db.model.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id: modelId } },
    data: change,
    omit: { sourceFacts: true },
  });
  return toStoredModel(row);
}

export type NewModel = Omit<Prisma.ModelUncheckedCreateInput, "reference" | "organizationId" | "sourceFacts">;

/** null when name and version are taken by another model registered by hand, also by one that is being registered now. */
export async function createModel(tx: UnitOfWork, model: NewModel): Promise<StoredModel | null> {
  const reference = tx.reference("model");
  const { count } = await tx.db.model.createMany({ data: [{ ...model, reference }], skipDuplicates: true });
  return count === 0 ? null : loadModel(tx, reference);
}

/** The model registered by hand under this name and version, other than `exceptId`. */
export async function findTwin(
  tx: UnitOfWork,
  name: string,
  version: string,
  exceptId: string | null = null,
): Promise<string | null> {
  const rows = await tx.db.$queryRaw<{ reference: string }[]>`
    SELECT reference FROM models WHERE organization_id = app_organization() AND source_name IS NULL
      AND lower(name) = lower(${name}) AND lower(version) = lower(${version})
      AND (${exceptId}::uuid IS NULL OR id <> ${exceptId}::uuid)`;
  return rows[0]?.reference ?? null;
}

// ── what a submission and its decision write ─────────────────────────────────────────────────────────────────────────
/** `suspendedFrom` is kept when left out; the transition itself has been judged by `assessTransition`. */
export async function saveModelStatus(
  tx: UnitOfWork,
  modelId: string,
  change: { readonly status: ModelStatus; readonly suspendedFrom?: ModelStatus | null; readonly at: Date },
): Promise<StoredModel> {
  const { status, suspendedFrom, at } = change;
  // A half-made change of status was asked for another status than the model has now.
  await tx.db.transitionRequest.deleteMany({ where: { modelId } });
  return saveModel(tx, modelId, { status, suspendedFrom, updatedAt: at });
}

/** Locks the material facts while a proposal is open; null unlocks them. */
export async function setProposalLock(tx: UnitOfWork, modelId: string, proposal: string | null): Promise<void> {
  await saveModel(tx, modelId, { lockedByProposal: proposal });
}

/** REG-7. A model that is in use stays `active`: its approval is renewed (REG-114). Refreshes the risk score. */
export async function applyApproval(
  tx: UnitOfWork,
  model: StoredModel,
  decidedAt: Date,
  packageId: string,
): Promise<StoredModel> {
  const { status, lastReviewAt, nextReviewAt } = planApproval(model.tier, decidedAt);
  await tx.db.transitionRequest.deleteMany({ where: { modelId: model.id } });
  const approved = await saveModel(tx, model.id, {
    status: model.status === "active" ? "active" : status,
    suspendedFrom: null,
    lastReviewAt,
    nextReviewAt,
    approvedPackageId: packageId,
    lockedByProposal: null,
    updatedAt: decidedAt,
  });
  return refreshRiskScore(tx, approved, decidedAt);
}

/** Recomputes the risk score and keeps a point of its history when it changed (REG-8); called by every act that feeds it. */
export async function refreshRiskScore(tx: UnitOfWork, model: StoredModel, at: Date): Promise<StoredModel> {
  await refreshRiskScores(tx, [model.id], at);
  return loadModel(tx, model.reference);
}

// ── scorecard draft ──────────────────────────────────────────────────────────────────────────────────────────────────
export type StoredDraft = {
  readonly scores: Scores;
  readonly conditions: readonly Condition[];
  readonly votingHours: number | null;
  /** 0: nothing saved yet. */
  readonly revision: number;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
};

const NO_DRAFT: StoredDraft = {
  scores: {},
  conditions: [],
  votingHours: null,
  revision: 0,
  updatedAt: null,
  updatedBy: null,
};

export async function loadDraft(tx: UnitOfWork, modelId: string): Promise<StoredDraft> {
  const row = await tx.db.scorecardDraft.findFirst({ where: { modelId } });
  if (row === null) return NO_DRAFT;
  const { votingHours, revision, updatedAt, updatedBy } = row;
  return {
    scores: ScorecardDraft.shape.scores.parse(row.scores),
    conditions: Condition.array().parse(row.conditions),
    votingHours,
    revision,
    updatedAt,
    updatedBy,
  };
}

/** Under the model's lock, which makes saving one after the other. */
export async function saveDraft(
  tx: UnitOfWork,
  modelId: string,
  draft: Omit<StoredDraft, "updatedAt"> & { readonly updatedAt: Date },
): Promise<void> {
  const { scores, conditions, ...rest } = draft;
  const data = { ...rest, scores: scores as object, conditions: conditions as unknown as object };
  await tx.db.scorecardDraft.upsert({
    where: { organizationId_modelId: { organizationId: tx.organizationId, modelId } },
    create: { ...data, modelId },
    update: data,
  });
}

/** The score that a submission has to reach, as the organisation set it (REG-3). */
export async function loadThreshold(tx: UnitOfWork): Promise<Fraction> {
  return { numerator: await readSetting(tx, "registry.approvalThreshold"), denominator: 10_000 };
}

// ── packages ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export type NewPackage = {
  readonly modelId: string;
  /** Canonical JSON (`toCanonicalJson`) of the decision package, which `digest` is of. */
  readonly canonical: string;
  readonly digest: string;
  readonly evaluation: Evaluation;
  readonly submittedBy: string;
  readonly submittedAt: Date;
};

/** Freezes a package under the model's lock; packages of a model are numbered from 1. */
export async function insertPackage(
  tx: UnitOfWork,
  submitted: NewPackage,
): Promise<{ readonly id: string; readonly sequence: number }> {
  const { modelId, evaluation } = submitted;
  const last = await tx.db.decisionPackage.findFirst({
    where: { modelId },
    orderBy: { sequence: "desc" },
    select: { sequence: true },
  });
  const sequence = (last?.sequence ?? 0) + 1;
  return tx.db.decisionPackage.create({
    data: { ...submitted, evaluation: evaluation as unknown as object, sequence },
    select: { id: true, sequence: true },
  });
}
