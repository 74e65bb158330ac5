// Answers "what changed since last time?" between two decision packages of a model (REG-5).
import { digestOf } from "../kernel/digest.ts";
import { CRITERION_NAMES } from "./criteria.ts";
import { changedMaterialFields, type DecisionPackage, type MaterialField } from "./decision-package.ts";
import type { Criterion, Evidence } from "./schema.ts";

export type CriterionChange = {
  readonly criterion: Criterion;
  readonly beforeRatio: number;
  readonly afterRatio: number;
  readonly direction: "up" | "down" | "same";
  readonly isJustificationChanged: boolean;
  readonly evidenceAdded: number;
  readonly evidenceRemoved: number;
};

export type PackageDifference = {
  readonly isSame: boolean;
  readonly overallBeforeRatio: number;
  readonly overallAfterRatio: number;
  /** Only criteria in which something changed. */
  readonly criteria: readonly CriterionChange[];
  readonly conditionsAdded: readonly string[];
  readonly conditionsRemoved: readonly string[];
  readonly evidenceAdded: number;
  readonly evidenceRemoved: number;
  readonly factsChanged: readonly {
    readonly field: MaterialField;
    readonly before: string | boolean | null;
    readonly after: string | boolean | null;
  }[];
};

/** Items of `after` that `before` has not, counting equal ones. */
function added<Item>(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const left = new Map<string, number>();
  for (const item of before) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  return after.filter((item) => {
    const remaining = left.get(keyOf(item)) ?? 0;
    if (remaining > 0) left.set(keyOf(item), remaining - 1);
    return remaining === 0;
  });
}

const evidenceKey = (evidence: Evidence) => digestOf(evidence);
const conditionKey = (condition: DecisionPackage["conditions"][number]) => digestOf(condition);

function directionOf(change: number): CriterionChange["direction"] {
  if (change === 0) return "same";
  return change > 0 ? "up" : "down";
}

function compareCriterion(criterion: Criterion, before: DecisionPackage, after: DecisionPackage): CriterionChange {
  const was = before.scorecard[criterion];
  const is = after.scorecard[criterion];
  return {
    criterion,
    beforeRatio: was.scoreTenThousandths / 10_000,
    afterRatio: is.scoreTenThousandths / 10_000,
    direction: directionOf(is.scoreTenThousandths - was.scoreTenThousandths),
    isJustificationChanged: was.justification !== is.justification,
    evidenceAdded: added(was.evidence, is.evidence, evidenceKey).length,
    evidenceRemoved: added(is.evidence, was.evidence, evidenceKey).length,
  };
}

function isTouched(change: CriterionChange): boolean {
  const isEvidenceTouched = change.evidenceAdded + change.evidenceRemoved > 0;
  return change.direction !== "same" || change.isJustificationChanged || isEvidenceTouched;
}

function overallRatioOf(decided: DecisionPackage): number {
  return decided.evaluation.overall.numerator / decided.evaluation.overall.denominator;
}

export function comparePackages(before: DecisionPackage, after: DecisionPackage): PackageDifference {
  const criteria = CRITERION_NAMES.map((criterion) => compareCriterion(criterion, before, after)).filter(isTouched);
  return {
    isSame: digestOf(before) === digestOf(after),
    overallBeforeRatio: overallRatioOf(before),
    overallAfterRatio: overallRatioOf(after),
    criteria,
    conditionsAdded: added(before.conditions, after.conditions, conditionKey).map(({ text }) => text),
    conditionsRemoved: added(after.conditions, before.conditions, conditionKey).map(({ text }) => text),
    evidenceAdded: criteria.reduce((sum, change) => sum + change.evidenceAdded, 0),
    evidenceRemoved: criteria.reduce((sum, change) => sum + change.evidenceRemoved, 0),
    factsChanged: changedMaterialFields(before.model, after.model).map((field) => ({
      field,
      before: before.model[field],
      after: after.model[field],
    })),
  };
}
