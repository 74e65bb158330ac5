// Answers "what does the registry show, and what do its operations take?" (REG-1 to REG-9, REG-11): inputs around the
// forms of `schema.ts`, and outputs. Browser-safe. The import's are in `import/view.ts`.
import { z } from "zod";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import {
  ModelFilter,
  ModelPatch,
  ModelStatus,
  ModelTransition,
  ScorecardDraft,
  SourceFact,
  Stage,
  Tier,
  TierFacts,
  TierOverride,
} from "./schema.ts";
import { PackageSummary, PersonView, ReasonView, ScorecardView } from "./scorecard-view.ts";

const reference = referenceSchema("model");
const Instant = z.iso.datetime();
const count = z.int().min(0);

export const PageLimit = z
  .int({ error: "The limit is a whole number" })
  .min(1, { message: "The limit is at least 1" })
  .max(200, { message: "The limit is at most 200" })
  .default(50);
export const PageCursor = z.string().max(2_000);

// ── inputs ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export const ModelReference = z.strictObject({ reference });
export const ListModelsInput = z.strictObject({
  ...ModelFilter.shape,
  limit: PageLimit,
  cursor: PageCursor.optional(),
});
export const UpdateModelInput = z
  .strictObject({ ...ModelPatch.shape, reference })
  .refine(({ reference: _, revision: __, ...patch }) => Object.values(patch).some((value) => value !== undefined), {
    message: "Name at least one field to change",
  });
export const OverrideTierInput = z.strictObject({ ...TierOverride.shape, reference });
export const SaveScorecardInput = z.strictObject({ ...ScorecardDraft.shape, reference });
export const TransitionModelInput = z.strictObject({ ...ModelTransition.shape, reference });
export const ReadPackageInput = z.strictObject({
  reference,
  digest: z.string().regex(/^[0-9a-f]{64}$/u, { message: "A digest has 64 hexadecimal digits" }),
});
export const ListUnitsInput = z.strictObject({
  q: textSchema({ min: 0, max: 200, what: "Search text" }).optional(),
  limit: z.int().min(1).max(1_000).default(500),
});
export const ExportModelsInput = z.strictObject({ format: z.enum(["csv", "json"]).default("csv") });

// ── models ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export const ModelListItem = z.strictObject({
  reference: z.string(),
  name: z.string(),
  version: z.string(),
  unit: z.string(),
  tier: Tier,
  status: ModelStatus,
  stage: Stage.nullable(),
  riskScore: z.int(),
  tags: z.array(z.string()),
  owner: PersonView.nullable(),
  lastReviewAt: Instant.nullable(),
  nextReviewAt: Instant.nullable(),
  isReviewDue: z.boolean(),
  /** The approval no longer matches the model (REG-5). */
  isStale: z.boolean(),
  /** Reference of the open proposal that locks it. */
  lockedByProposal: z.string().nullable(),
});
export type ModelListItem = z.infer<typeof ModelListItem>;
export const ModelList = z.strictObject({ items: z.array(ModelListItem), nextCursor: z.string().nullable() });

export const UnitView = z.strictObject({
  unit: z.string(),
  agency: z.string(),
  bureau: z.string(),
  models: count,
  withoutOwner: count,
});
export type UnitView = z.infer<typeof UnitView>;
export const UnitList = z.strictObject({ items: z.array(UnitView), isComplete: z.boolean() });

export const ModelSaved = z.strictObject({
  reference: z.string(),
  revision: count,
  tier: Tier,
  status: ModelStatus,
  riskScore: z.int(),
  tierReasons: z.array(ReasonView).readonly(),
});
export const OwnersAssigned = z.strictObject({
  assigned: count,
  /** Had this owner already. */
  unchanged: count,
  /** Suspended or decommissioned ones of the unit, which take no changes. */
  skipped: count,
  owner: PersonView.nullable(),
});
export const TransitionDone = z.strictObject({
  reference: z.string(),
  status: ModelStatus,
  /** The other half is still needed: the change of status is requested, not made. */
  isRequested: z.boolean(),
  awaits: z.string().nullable(),
});

/** A possible change of status, as it stands for the person asking. */
/** Of a decision (VOT-11). */
export const Standing = z.enum(["provisional", "final", "reversed"]);

const TransitionView = z.strictObject({
  to: ModelStatus,
  /** Who may do it: `owner`, `owner and chair`, `board_decision` ... */
  by: z.array(z.string()).readonly(),
  /** `now`: this person can do it; `request`: this person's half; `proposal`: the board decides; `decision`: the chair's, on record; `others`: not theirs. */
  for: z.enum(["now", "request", "proposal", "decision", "others"]),
});
const TransitionRequestView = z.strictObject({
  to: ModelStatus,
  reason: z.string(),
  requestedBy: PersonView,
  requestedAs: z.enum(["owner", "chair"]),
  requestedAt: Instant,
});

const TierOverrideView = z.strictObject({
  tier: Tier,
  assessed: Tier,
  reason: z.string(),
  by: PersonView.nullable(),
  at: Instant,
});

const RiskContributionView = z.strictObject({ ...ReasonView.shape, points: z.int() });

export const ModelView = z.strictObject({
  reference: z.string(),
  name: z.string(),
  version: z.string(),
  description: z.string(),
  unit: z.string(),
  agency: z.string(),
  bureau: z.string(),
  tags: z.array(z.string()),
  owner: PersonView.nullable(),
  facts: TierFacts,
  stageDates: z.record(z.string(), z.string().nullable()),
  tier: Tier,
  assessedTier: Tier,
  tierReasons: z.array(ReasonView).readonly(),
  tierOverride: TierOverrideView.nullable(),
  status: ModelStatus,
  suspendedFrom: ModelStatus.nullable(),
  /** The chair's decision that suspended it and awaits its ratification. */
  provisional: z.strictObject({ decision: z.string(), proposal: z.string(), deadlineAt: Instant }).nullable(),
  riskScore: z.int(),
  riskContributions: z.array(RiskContributionView).readonly(),
  /** Oldest first, at most 200. */
  riskHistory: z.array(z.strictObject({ score: z.int(), recordedAt: Instant })),
  review: z.strictObject({
    lastReviewAt: Instant.nullable(),
    nextReviewAt: Instant.nullable(),
    isDue: z.boolean(),
    everyDays: z.int(),
  }),
  source: z.strictObject({ name: z.string(), id: z.string() }).nullable(),
  sourceFacts: z.array(SourceFact),
  /** The open proposal on it, which locks the material facts. */
  openProposal: z
    .strictObject({ reference: z.string(), kind: z.string(), title: z.string(), deadlineAt: Instant.nullable() })
    .nullable(),
  /** null: never approved on a package. */
  approval: z
    .strictObject({
      digest: z.string(),
      outcome: z.enum(["current", "stale"]),
      reasons: z.array(ReasonView).readonly(),
    })
    .nullable(),
  scorecard: ScorecardView,
  /** Newest first, at most 20. */
  packages: z.array(PackageSummary),
  /** Newest first, at most 20. */
  decisions: z.array(
    z.strictObject({
      reference: z.string(),
      kind: z.string(),
      outcome: z.string(),
      title: z.string(),
      why: z.string(),
      rationale: z.string(),
      decidedAt: Instant,
      standing: Standing,
      /** Taken alone by the chair; then `proposal` is the vote that ratifies it (VOT-11). */
      isByChair: z.boolean(),
      /** It made such a decision final or reversed it. */
      isSettlement: z.boolean(),
      proposal: z.string().nullable(),
      packageDigest: z.string().nullable(),
    }),
  ),
  /** From the record, newest first, at most 50. */
  history: z.array(
    z.strictObject({
      number: z.int(),
      action: z.string(),
      occurredAt: Instant,
      actor: PersonView.nullable(),
      details: z.record(z.string(), z.json()),
    }),
  ),
  transitionRequest: TransitionRequestView.nullable(),
  acts: z.strictObject({
    isOwn: z.boolean(),
    canEdit: z.boolean(),
    canEditScorecard: z.boolean(),
    canSubmit: z.boolean(),
    canRaiseTier: z.boolean(),
    canLowerTier: z.boolean(),
    canAssignOwner: z.boolean(),
    transitions: z.array(TransitionView),
  }),
  /** Send it back when saving. */
  revision: count,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ModelView = z.infer<typeof ModelView>;

export const ExportedFile = z.strictObject({
  fileName: z.string(),
  contentType: z.string(),
  models: count,
  content: z.string(),
});
