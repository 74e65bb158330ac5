// Answers "what is a model judged by, and how much does each count?" (REG-2). Weights are hundredths: integers only.
import { Criterion } from "./schema.ts";

export type CriterionDefinition = {
  readonly label: string;
  /** What the owner is asked to show. */
  readonly question: string;
  readonly weightHundredths: number;
  /** Passed only by exactly 1. */
  readonly isPassFail: boolean;
};

export const CRITERIA: Readonly<Record<Criterion, CriterionDefinition>> = {
  technical_soundness: {
    label: "Technical soundness",
    question: "Is the method fit for the purpose, and was it tested on data like the real one?",
    weightHundredths: 20,
    isPassFail: false,
  },
  risk_assessment: {
    label: "Risk assessment",
    question: "Which harms are possible, how likely are they, and what keeps them small?",
    weightHundredths: 20,
    isPassFail: false,
  },
  ethics_review: {
    label: "Ethics review",
    question: "Was the ethics review completed without open objections?",
    weightHundredths: 15,
    isPassFail: true,
  },
  business_justification: {
    label: "Business justification",
    question: "What does it achieve that simpler means would not?",
    weightHundredths: 10,
    isPassFail: false,
  },
  compliance_check: {
    label: "Compliance check",
    question: "Are all legal and policy requirements met?",
    weightHundredths: 15,
    isPassFail: true,
  },
  performance_metrics: {
    label: "Performance metrics",
    question: "Which measures were agreed, and does it reach them for every group affected?",
    weightHundredths: 10,
    isPassFail: false,
  },
  documentation: {
    label: "Documentation",
    question: "Could somebody else run, explain and stop it from what is written down?",
    weightHundredths: 5,
    isPassFail: false,
  },
  monitoring_plan: {
    label: "Monitoring plan",
    question: "Who watches what after the start, and what happens when it drifts?",
    weightHundredths: 5,
    isPassFail: false,
  },
};

export const CRITERION_NAMES: readonly Criterion[] = Criterion.options;

/** One value per criterion. */
export function mapCriteria<Value>(toValue: (criterion: Criterion) => Value): Record<Criterion, Value> {
  return Object.fromEntries(CRITERION_NAMES.map((name) => [name, toValue(name)])) as Record<Criterion, Value>;
}
