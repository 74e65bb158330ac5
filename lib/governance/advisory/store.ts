// Reads and writes of advice. What was said is written once; the decision is put beside it once.
import { z } from "zod";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { ConstitutionPrinciple } from "../board/charter.ts";
import type { SettledAdvice } from "./agreement.ts";
import { Advice, type AdviceView, Provider, Recommendation, SettledOutcome } from "./schema.ts";

const Content = z.strictObject({
  alignment: Advice.shape.alignment,
  risks: Advice.shape.risks,
  benefits: Advice.shape.benefits,
  reasoning: Advice.shape.reasoning,
  suggestedModifications: Advice.shape.suggestedModifications,
});

/** False when that provider has advised on it before (ADV-101). */
export async function insertAdvice(tx: UnitOfWork, proposal: string, advice: Advice, at: Date): Promise<boolean> {
  const { provider, model, promptVersion, inputsDigest, recommendation, error, isAdvisory: _, ...content } = advice;
  const { count } = await tx.db.advice.createMany({
    data: {
      proposalReference: proposal,
      ...{ provider, model, promptVersion, inputsDigest, recommendation, error, content },
      recordedAt: at,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

export async function hasAdvice(tx: UnitOfWork, proposal: string, provider: Provider): Promise<boolean> {
  return (await tx.db.advice.count({ where: { proposalReference: proposal, provider } })) > 0;
}

/** The latest; principles are named as in the charter given. */
export async function findAdvice(
  tx: UnitOfWork,
  proposal: string,
  principles: readonly ConstitutionPrinciple[],
): Promise<AdviceView | null> {
  const row = await tx.db.advice.findFirst({ where: { proposalReference: proposal }, orderBy: { id: "desc" } });
  if (row === null) return null;
  const nameOf = new Map(principles.map((principle) => [principle.key, principle.name]));
  const { alignment, ...content } = Content.parse(row.content);
  return {
    ...content,
    alignment: alignment.map((entry) => ({ ...entry, name: nameOf.get(entry.principle) ?? entry.principle })),
    recommendation: Recommendation.parse(row.recommendation),
    isAdvisory: true,
    provider: Provider.parse(row.provider),
    model: row.model,
    promptVersion: row.promptVersion,
    inputsDigest: row.inputsDigest,
    error: row.error,
    recordedAt: row.recordedAt.toISOString(),
  };
}

/** Puts the decision beside the advice that was there when it was made; answers whose. */
export async function settleAdvice(
  tx: UnitOfWork,
  decided: {
    readonly proposal: string;
    readonly decision: string;
    readonly outcome: SettledOutcome;
    readonly at: Date;
  },
): Promise<Provider[]> {
  const rows = await tx.db.advice.updateManyAndReturn({
    where: { proposalReference: decided.proposal, recordedAt: { lte: decided.at }, decidedAt: null },
    data: { outcome: decided.outcome, decisionReference: decided.decision, decidedAt: decided.at },
    select: { provider: true },
  });
  return rows.map((row) => Provider.parse(row.provider)).sort();
}

/** Undecided ones first, then in the order of the decisions. */
export async function loadSettled(tx: UnitOfWork): Promise<SettledAdvice[]> {
  const rows = await tx.db.advice.findMany({
    orderBy: [{ decidedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    omit: { content: true },
  });
  return rows.map((row) => ({
    provider: Provider.parse(row.provider),
    recommendation: Recommendation.parse(row.recommendation),
    isFailed: row.error !== null,
    settled:
      row.outcome === null || row.decidedAt === null
        ? null
        : { outcome: SettledOutcome.parse(row.outcome), decidedAt: row.decidedAt },
  }));
}
