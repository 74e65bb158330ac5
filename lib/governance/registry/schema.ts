// Answers "which words and which input does the registry take?" (REG-1, REG-2, REG-4, REG-9, REG-11).
// Browser-safe: zod and the kernel's text rules only. The import's own vocabulary is in `import/schema.ts`.
import { z } from "zod";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema, WebLink } from "../kernel/text.ts";

export const Tier = z.enum(["tier_1_low", "tier_2_medium", "tier_3_high", "tier_4_critical"]);
export type Tier = z.infer<typeof Tier>;

export const ModelStatus = z.enum([
  "proposed",
  "under_review",
  "approved",
  "active",
  "deprecated",
  "suspended",
  "decommissioned",
]);
export type ModelStatus = z.infer<typeof ModelStatus>;

/** Stage of development. `planned` covers ideas and initiated work; `operation` is the only deployed stage. */
export const Stage = z.enum(["planned", "development", "implementation", "operation", "retired"]);
export type Stage = z.infer<typeof Stage>;

export const Criterion = z.enum([
  "technical_soundness",
  "risk_assessment",
  "ethics_review",
  "business_justification",
  "compliance_check",
  "performance_metrics",
  "documentation",
  "monitoring_plan",
]);
export type Criterion = z.infer<typeof Criterion>;

/** What the owner is asked to show for each criterion. */
export const CRITERION_QUESTIONS: Readonly<Record<Criterion, string>> = {
  technical_soundness: "Is the method fit for the purpose, and was it tested on data like the real one?",
  risk_assessment: "Which harms are possible, how likely are they, and what keeps them small?",
  ethics_review: "Was the ethics review completed without open objections?",
  business_justification: "What does it achieve that simpler means would not?",
  compliance_check: "Are all legal and policy requirements met?",
  performance_metrics: "Which measures were agreed, and does it reach them for every group affected?",
  documentation: "Could somebody else run, explain and stop it from what is written down?",
  monitoring_plan: "Who watches what after the start, and what happens when it drifts?",
};

export const FactName = z.enum([
  "affectsRights",
  "affectsSafety",
  "decidesAutonomously",
  "usesPersonalData",
  "isPublicFacing",
]);
export type FactName = z.infer<typeof FactName>;

const Known = z.boolean({ error: "Answer true or false, or leave it unknown (null)" }).nullable();

/** The facts that decide a tier; null means not known, never "no". */
export const TierFacts = z.strictObject({
  affectsRights: Known,
  affectsSafety: Known,
  decidesAutonomously: Known,
  usesPersonalData: Known,
  isPublicFacing: Known,
  stage: Stage.nullable(),
});
export type TierFacts = z.infer<typeof TierFacts>;

/** A cell of the inventory a model came from, as it was read, in the order of the file. */
export const SourceFact = z.strictObject({ column: z.string(), value: z.string() });
export type SourceFact = z.infer<typeof SourceFact>;

export const ModelName = textSchema({ max: 500, what: "Name" });
export const ModelVersion = textSchema({ max: 100, what: "Version" });
/** The version of an imported model whose inventory names none. */
export const UNSPECIFIED_VERSION = "unspecified";

/** How a model is called in sentences and lists: its name, with its version where it has one. */
export function toModelTitle(model: { readonly name: string; readonly version: string }): string {
  return model.version === "" || model.version === UNSPECIFIED_VERSION ? model.name : `${model.name} ${model.version}`;
}

export const ModelDescription = textSchema({ min: 0, max: 10_000, multiline: true, what: "Description" });
export const ModelUnit = textSchema({ min: 0, max: 500, what: "Unit" });
export const ModelTags = z
  .array(textSchema({ max: 120, what: "A tag" }))
  .max(20, { message: "A model may have at most 20 tags" })
  .transform((tags) => [...new Set(tags)]);

const Reason = textSchema({ max: 2_000, multiline: true, what: "Reason" });
const ChosenOwner = z.string().trim().min(1, { message: "Owner is missing" }).max(320).nullable();

/** The revision the person saw; a save on another one is refused. 0: nothing was there yet. */
const Revision = z.int().min(0);

/** `tier` overrides the assessed one: upward freely, downward by the chair with `tierReason` (REG-9). */
const editable = {
  name: ModelName,
  version: ModelVersion,
  description: ModelDescription,
  owner: ChosenOwner.meta({ description: "E-mail address or id of a member" }),
  unit: ModelUnit,
  tags: ModelTags,
  facts: TierFacts.partial(),
  tier: Tier,
  tierReason: Reason,
};

export const ModelRegistration = z.strictObject({
  ...editable,
  description: textSchema({ max: 10_000, multiline: true, what: "Description" }),
  owner: editable.owner.optional(),
  unit: editable.unit.optional(),
  tags: editable.tags.optional(),
  facts: editable.facts.optional(),
  tier: editable.tier.optional(),
  tierReason: editable.tierReason.optional(),
});
export type ModelRegistration = z.infer<typeof ModelRegistration>;

export const ModelPatch = z
  .strictObject({ ...editable, revision: Revision })
  .partial()
  .refine(({ revision: _, ...patch }) => Object.values(patch).some((value) => value !== undefined), {
    message: "Name at least one field to change",
  });
export type ModelPatch = z.infer<typeof ModelPatch>;

/** A score in [0, 1] with at most four decimals; NaN, infinities and text are refused. */
export const Score = z
  .number({ error: "A score is a number from 0 to 1" })
  .min(0, { message: "A score must be at least 0" })
  .max(1, { message: "A score must be at most 1" })
  .refine((score) => Math.round(score * 10_000) / 10_000 === score, {
    message: "A score may have at most 4 decimals",
  });

export const Evidence = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("link"), url: WebLink, label: textSchema({ max: 200, what: "Label" }).optional() }),
  z.strictObject({ kind: z.literal("text"), text: textSchema({ max: 4_000, multiline: true, what: "Evidence" }) }),
]);
export type Evidence = z.infer<typeof Evidence>;

const tooMuchEvidence = { message: "A criterion may have at most 20 pieces of evidence" };

export const DraftEntry = z.strictObject({
  score: Score.nullable().optional(),
  justification: textSchema({ min: 0, max: 4_000, multiline: true, what: "Justification" }).optional(),
  evidence: z.array(Evidence).max(20, tooMuchEvidence).optional(),
});
export type DraftEntry = z.infer<typeof DraftEntry>;

const submissionEntry = (criterion: Criterion) =>
  z.strictObject(
    {
      score: Score,
      justification: textSchema({ max: 4_000, multiline: true, what: "Justification" }),
      evidence: z
        .array(Evidence)
        .min(1, { message: "Add at least one piece of evidence: a link or a text" })
        .max(20, tooMuchEvidence),
    },
    {
      error: (issue) =>
        issue.input === undefined ? `\`${criterion}\` is missing: a submission needs all eight criteria` : undefined,
    },
  );
export type SubmissionEntry = z.infer<ReturnType<typeof submissionEntry>>;

function perCriterion<Schema extends z.ZodType>(toSchema: (criterion: Criterion) => Schema): Record<Criterion, Schema> {
  return Object.fromEntries(Criterion.options.map((name) => [name, toSchema(name)])) as Record<Criterion, Schema>;
}

export const Condition = z.strictObject({
  text: textSchema({ max: 1_000, multiline: true, what: "Condition" }),
  dueInDays: z
    .int({ error: "Days are a whole number" })
    .min(1, { message: "A condition is due in at least 1 day" })
    .max(3_650, { message: "A condition is due in at most 3,650 days" })
    .optional(),
});
export type Condition = z.infer<typeof Condition>;

const VotingHours = z
  .int({ error: "Voting hours are a whole number" })
  .min(1, { message: "Voting takes at least 1 hour" })
  .max(168, { message: "Voting takes at most 168 hours" });

const Conditions = z.array(Condition).max(20, { message: "A submission may have at most 20 conditions" });

export const ScorecardDraft = z.strictObject({
  scores: z.strictObject(perCriterion(() => DraftEntry.optional())),
  conditions: Conditions.optional(),
  votingHours: VotingHours.optional(),
  revision: Revision.optional(),
});
export type ScorecardDraft = z.infer<typeof ScorecardDraft>;

export const ScorecardSubmission = z.strictObject({
  scores: z.strictObject(perCriterion(submissionEntry), {
    error: (issue) =>
      issue.input === undefined ? "Scores are missing: a submission needs all eight criteria" : undefined,
  }),
  conditions: Conditions.optional(),
  votingHours: VotingHours.optional(),
});
export type ScorecardSubmission = z.infer<typeof ScorecardSubmission>;

export const ModelTransition = z.strictObject({ to: ModelStatus, reason: Reason });
export type ModelTransition = z.infer<typeof ModelTransition>;

export const TierOverride = z.strictObject({ tier: Tier, reason: Reason });
export type TierOverride = z.infer<typeof TierOverride>;

/** Models by reference, or all of a unit, or all of an agency; `owner` null takes the owner away. */
export const OwnerAssignment = z.union([
  z.strictObject({ models: z.array(referenceSchema("model")).min(1).max(1_000), owner: ChosenOwner }),
  z.strictObject({ unit: textSchema({ max: 500, what: "Unit" }), owner: ChosenOwner }),
  z.strictObject({ agency: textSchema({ max: 500, what: "Agency" }), owner: ChosenOwner }),
]);
export type OwnerAssignment = z.infer<typeof OwnerAssignment>;

/** One value or several of a list filter, as they come from a URL. */
const oneOrMore = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema.transform((value) => [value]), z.array(schema).min(1).max(20)]);

export const ModelSort = z.enum(["newest", "name", "risk", "tier", "next_review"]);
export type ModelSort = z.infer<typeof ModelSort>;

export const ModelFilter = z.strictObject({
  q: textSchema({ min: 0, max: 200, what: "Search text" }).optional(),
  status: oneOrMore(ModelStatus).optional(),
  tier: oneOrMore(Tier).optional(),
  stage: oneOrMore(Stage).optional(),
  unit: textSchema({ max: 500, what: "Unit" }).optional(),
  agency: textSchema({ max: 500, what: "Agency" }).optional(),
  tag: textSchema({ max: 120, what: "Tag" }).optional(),
  owner: z.string().max(320).optional().meta({ description: "Id or e-mail address of a member, `me`, or `none`" }),
  source: z.string().max(120).optional(),
  due: z.stringbool().or(z.boolean()).optional(),
  stale: z.stringbool().or(z.boolean()).optional(),
  sort: ModelSort.optional(),
});
export type ModelFilter = z.infer<typeof ModelFilter>;

const count = z.int().min(0);
export const RegistrySummary = z.strictObject({
  total: count,
  byStatus: z.record(ModelStatus, count),
  byTier: z.record(Tier, count),
  dueForReview: count,
});
export type RegistrySummary = z.infer<typeof RegistrySummary>;
