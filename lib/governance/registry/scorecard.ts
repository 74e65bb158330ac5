// Answers "what does this scorecard add up to, and what is still missing?" (REG-2, REG-3, REG-4).
// Exact: scores are ten-thousandths, weights hundredths, the threshold a fraction; ratios are for the eye only.
import { type Fraction, reaches } from "../kernel/fraction.ts";
import type { FieldError } from "../kernel/refusal.ts";
import type { Reason, Verdict } from "../kernel/verdict.ts";
import { CRITERIA, CRITERION_NAMES } from "./criteria.ts";
import type { Criterion, DraftEntry } from "./schema.ts";

export const DEFAULT_THRESHOLD: Fraction = { numerator: 7, denominator: 10 };
const SCORE_SCALE = 10_000;

/** One entry per criterion that has been touched; an absent or null score is missing, not zero. */
export type Scores = Readonly<Partial<Record<Criterion, DraftEntry>>>;

export type CriterionStatus = "missing" | "passed" | "failed" | "met" | "below";

export type CriterionEvaluation = {
  readonly criterion: Criterion;
  readonly scoreRatio: number | null;
  readonly weightRatio: number;
  readonly isPassFail: boolean;
  readonly weightedScoreRatio: number | null;
  /** Pass/fail: `passed` or `failed`; the others: `met` at or above the threshold, else `below`. */
  readonly status: CriterionStatus;
};

export type EvaluationReasonCode =
  | "registry.nothing_scored"
  | "registry.pass_fail_failed"
  | "registry.score_reaches_threshold"
  | "registry.score_below_threshold"
  | "registry.criteria_missing";

export type Evaluation = {
  readonly criteria: readonly CriterionEvaluation[];
  /** Exact overall score; `denominator` 1 when nothing is scored. */
  readonly overall: { readonly numerator: number; readonly denominator: number };
  readonly overallRatio: number;
  readonly threshold: Fraction;
  readonly thresholdRatio: number;
  readonly missing: readonly Criterion[];
  readonly failed: readonly Criterion[];
  readonly isComplete: boolean;
  readonly recommendation: "approve" | "reject";
  readonly reasons: readonly Reason<EvaluationReasonCode>[];
};

/** A validated score in [0, 1] as an integer of ten-thousandths. */
export function toTenThousandths(score: number): number {
  return Math.round(score * SCORE_SCALE);
}

function statusOf(criterion: Criterion, points: number | null, threshold: Fraction): CriterionStatus {
  if (points === null) return "missing";
  if (CRITERIA[criterion].isPassFail) return points === SCORE_SCALE ? "passed" : "failed";
  return reaches(points, SCORE_SCALE, threshold, "at_least") ? "met" : "below";
}

function toCriterionEvaluation(criterion: Criterion, points: number | null, threshold: Fraction): CriterionEvaluation {
  const { weightHundredths, isPassFail } = CRITERIA[criterion];
  return {
    criterion,
    scoreRatio: points === null ? null : points / SCORE_SCALE,
    weightRatio: weightHundredths / 100,
    isPassFail,
    weightedScoreRatio: points === null ? null : (points * weightHundredths) / (SCORE_SCALE * 100),
    status: statusOf(criterion, points, threshold),
  };
}

/** Score so far, by criterion and overall. Works on partial drafts: only the criteria present weigh in. */
export function evaluateScorecard(scores: Scores, threshold: Fraction = DEFAULT_THRESHOLD): Evaluation {
  const points = CRITERION_NAMES.map((criterion) => {
    const score = scores[criterion]?.score ?? null;
    return { criterion, points: score === null ? null : toTenThousandths(score) };
  });
  const criteria = points.map((entry) => toCriterionEvaluation(entry.criterion, entry.points, threshold));
  const missing = criteria.filter((entry) => entry.status === "missing").map((entry) => entry.criterion);
  const failed = criteria.filter((entry) => entry.status === "failed").map((entry) => entry.criterion);
  const overall = toOverall(points, failed.length > 0);
  const isReached = reaches(overall.numerator, overall.denominator, threshold, "at_least");
  const recommendation = isReached && missing.length < criteria.length && failed.length === 0 ? "approve" : "reject";
  const overallRatio = overall.numerator / overall.denominator;
  const thresholdRatio = threshold.numerator / threshold.denominator;
  return {
    criteria,
    overall,
    overallRatio,
    threshold,
    thresholdRatio,
    missing,
    failed,
    isComplete: missing.length === 0,
    recommendation,
    reasons: toReasons({ overallRatio, thresholdRatio, missing, failed, isReached }),
  };
}

function toOverall(points: readonly { criterion: Criterion; points: number | null }[], hasFailed: boolean) {
  let numerator = 0;
  let weight = 0;
  for (const entry of points) {
    if (entry.points === null) continue;
    numerator += entry.points * CRITERIA[entry.criterion].weightHundredths;
    weight += CRITERIA[entry.criterion].weightHundredths;
  }
  if (weight === 0) return { numerator: 0, denominator: 1 };
  return { numerator: hasFailed ? 0 : numerator, denominator: weight * SCORE_SCALE };
}

function toReasons(facts: {
  readonly overallRatio: number;
  readonly thresholdRatio: number;
  readonly missing: readonly Criterion[];
  readonly failed: readonly Criterion[];
  readonly isReached: boolean;
}): Reason<EvaluationReasonCode>[] {
  const score = { overallRatio: facts.overallRatio, thresholdRatio: facts.thresholdRatio };
  const reasons: Reason<EvaluationReasonCode>[] = [];
  if (facts.missing.length === CRITERION_NAMES.length) reasons.push({ code: "registry.nothing_scored", facts: score });
  else if (facts.failed.length > 0) {
    reasons.push({ code: "registry.pass_fail_failed", facts: { ...score, criteria: facts.failed } });
  } else {
    const code = facts.isReached ? "registry.score_reaches_threshold" : "registry.score_below_threshold";
    reasons.push({ code, facts: score });
  }
  if (facts.missing.length > 0) reasons.push({ code: "registry.criteria_missing", facts: { criteria: facts.missing } });
  return reasons;
}

export type CompletenessVerdict = Verdict<
  "complete" | "incomplete",
  | "registry.scorecard_complete"
  | "registry.score_missing"
  | "registry.justification_missing"
  | "registry.evidence_missing"
>;

/** A submission needs all eight, each with a justification and at least one piece of evidence. */
export function assessCompleteness(scores: Scores): CompletenessVerdict {
  const reasons = CRITERION_NAMES.flatMap((criterion) => {
    const entry = scores[criterion];
    const gaps: Reason<CompletenessVerdict["reasons"][number]["code"]>[] = [];
    const facts = { criterion };
    if (typeof entry?.score !== "number") gaps.push({ code: "registry.score_missing", facts });
    if ((entry?.justification ?? "").trim() === "") gaps.push({ code: "registry.justification_missing", facts });
    if ((entry?.evidence ?? []).length === 0) gaps.push({ code: "registry.evidence_missing", facts });
    return gaps;
  });
  if (reasons.length > 0) return { outcome: "incomplete", reasons };
  return { outcome: "complete", reasons: [{ code: "registry.scorecard_complete", facts: {} }] };
}

const GAP_FIELDS = {
  "registry.score_missing": ["score", "Give a score from 0 to 1"],
  "registry.justification_missing": ["justification", "Write a justification"],
  "registry.evidence_missing": ["evidence", "Add at least one piece of evidence: a link or a text"],
} as const;

/** The gaps of a draft as errors at the fields of the form. */
export function toCompletenessErrors(verdict: CompletenessVerdict): FieldError[] {
  return verdict.reasons.flatMap(({ code, facts }) => {
    if (code === "registry.scorecard_complete") return [];
    const [field, message] = GAP_FIELDS[code];
    return [{ path: `scores.${String(facts.criterion)}.${field}`, code, message }];
  });
}
