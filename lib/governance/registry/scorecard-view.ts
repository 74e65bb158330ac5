// Answers "how are a scorecard, its evaluation and the frozen packages shown?" (REG-2 to REG-6). Browser-safe.
import { z } from "zod";
import { Condition, Criterion, DraftEntry, Evidence, Stage } from "./schema.ts";

const Instant = z.iso.datetime();
const count = z.int().min(0);

export const ReasonView = z.strictObject({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])),
});
export type ReasonView = z.infer<typeof ReasonView>;

export const PersonView = z.strictObject({ id: z.string(), name: z.string() });
export type PersonView = z.infer<typeof PersonView>;

const ExactFraction = z.strictObject({ numerator: z.int(), denominator: z.int() });

export const EvaluationView = z.strictObject({
  criteria: z
    .array(
      z.strictObject({
        criterion: Criterion,
        scoreRatio: z.number().nullable(),
        weightRatio: z.number(),
        isPassFail: z.boolean(),
        weightedScoreRatio: z.number().nullable(),
        status: z.enum(["missing", "passed", "failed", "met", "below"]),
      }),
    )
    .readonly(),
  overall: ExactFraction,
  overallRatio: z.number(),
  threshold: ExactFraction,
  thresholdRatio: z.number(),
  missing: z.array(Criterion).readonly(),
  failed: z.array(Criterion).readonly(),
  isComplete: z.boolean(),
  recommendation: z.enum(["approve", "reject"]),
  reasons: z.array(ReasonView).readonly(),
});
export type EvaluationView = z.infer<typeof EvaluationView>;

const VerdictOf = <Outcome extends string>(...outcomes: [Outcome, ...Outcome[]]) =>
  z.strictObject({ outcome: z.enum(outcomes), reasons: z.array(ReasonView).readonly() });

/** The draft with the score so far, what is missing, and what submitting would lead to. */
export const ScorecardView = z.strictObject({
  reference: z.string(),
  scores: z.partialRecord(Criterion, DraftEntry),
  conditions: z.array(Condition),
  votingHours: z.int().nullable(),
  /** 0: nothing saved yet. Send it back when saving. */
  revision: count,
  updatedAt: Instant.nullable(),
  updatedBy: PersonView.nullable(),
  evaluation: EvaluationView,
  completeness: VerdictOf("complete", "incomplete"),
  /** What a submission would lead to now, by tier. */
  route: VerdictOf("approved_by_rule", "returned_to_owner", "advisory_vote", "board_vote"),
});
export type ScorecardView = z.infer<typeof ScorecardView>;

export const PackageSummary = z.strictObject({
  sequence: z.int(),
  digest: z.string(),
  overallRatio: z.number(),
  recommendation: z.enum(["approve", "reject"]),
  submittedAt: Instant,
  submittedBy: PersonView,
  isApproved: z.boolean(),
});

const PackagedEntry = z.strictObject({
  scoreTenThousandths: z.int(),
  justification: z.string(),
  evidence: z.array(Evidence).readonly(),
});
const Plain = z.union([z.string(), z.boolean(), z.null()]);

export type PackageSummary = z.infer<typeof PackageSummary>;

export const PackageView = z.strictObject({
  ...PackageSummary.shape,
  reference: z.string(),
  /** The exact bytes (as UTF-8) that the digest is of. */
  canonical: z.string(),
  model: z.record(z.string(), Plain),
  stage: Stage.nullable(),
  scorecard: z.record(Criterion, PackagedEntry),
  /** Weights and results as they were worked out then. */
  criteria: EvaluationView.shape.criteria,
  evaluation: z.strictObject({
    overall: ExactFraction,
    threshold: ExactFraction,
    recommendation: z.enum(["approve", "reject"]),
  }),
  conditions: z.array(z.strictObject({ text: z.string(), dueInDays: z.int().nullable() })).readonly(),
  /** Against the package before it; null for the first. */
  difference: z
    .strictObject({
      isSame: z.boolean(),
      overallBeforeRatio: z.number(),
      overallAfterRatio: z.number(),
      criteria: z
        .array(
          z.strictObject({
            criterion: Criterion,
            beforeRatio: z.number(),
            afterRatio: z.number(),
            direction: z.enum(["up", "down", "same"]),
            isJustificationChanged: z.boolean(),
            evidenceAdded: count,
            evidenceRemoved: count,
          }),
        )
        .readonly(),
      conditionsAdded: z.array(z.string()).readonly(),
      conditionsRemoved: z.array(z.string()).readonly(),
      evidenceAdded: count,
      evidenceRemoved: count,
      factsChanged: z.array(z.strictObject({ field: z.string(), before: Plain, after: Plain })).readonly(),
    })
    .nullable(),
});
export type PackageView = z.infer<typeof PackageView>;
