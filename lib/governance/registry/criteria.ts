// Answers "what is a model judged by, and how much does each count?" (REG-2). Weights are hundredths: integers only.
import { Criterion } from "./schema.ts";

export type CriterionDefinition = {
  readonly label: string;
  readonly weightHundredths: number;
  /** Passed only by exactly 1. */
  readonly isPassFail: boolean;
};

export const CRITERIA: Readonly<Record<Criterion, CriterionDefinition>> = {
  technical_soundness: {
    label: "Technical soundness",
    weightHundredths: 20,
    isPassFail: false,
  },
  risk_assessment: {
    label: "Risk assessment",
    weightHundredths: 20,
    isPassFail: false,
  },
  ethics_review: {
    label: "Ethics review",
    weightHundredths: 15,
    isPassFail: true,
  },
  business_justification: {
    label: "Business justification",
    weightHundredths: 10,
    isPassFail: false,
  },
  compliance_check: {
    label: "Compliance check",
    weightHundredths: 15,
    isPassFail: true,
  },
  performance_metrics: {
    label: "Performance metrics",
    weightHundredths: 10,
    isPassFail: false,
  },
  documentation: {
    label: "Documentation",
    weightHundredths: 5,
    isPassFail: false,
  },
  monitoring_plan: {
    label: "Monitoring plan",
    weightHundredths: 5,
    isPassFail: false,
  },
};

export const CRITERION_NAMES: readonly Criterion[] = Criterion.options;

/** One value per criterion. */
export function mapCriteria<Value>(toValue: (criterion: Criterion) => Value): Record<Criterion, Value> {
  return Object.fromEntries(CRITERION_NAMES.map((name) => [name, toValue(name)])) as Record<Criterion, Value>;
}
