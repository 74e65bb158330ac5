// Answers "which words and bounds do escalations have?" (ESC-1 to ESC-11): vocabulary and inputs. Browser-safe.
import { z } from "zod";
import { EscalationSeverity } from "../board/charter.ts";
import { normalizeReference, referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { moneySchema } from "../portfolio/money.ts";
import { VentureStage } from "../portfolio/schema.ts";

/** Mildest first: a severity's rank is its place here, from 1. */
export const Severity = z.enum(EscalationSeverity.options, { error: "A severity is low, medium, high or critical" });
export type Severity = z.infer<typeof Severity>;

/** From the quietest to the loudest: being over budget moves one to the left (ESC-6). */
export const Channel = z.enum(["weekly_digest", "daily_summary", "next_briefing", "immediate"]);
export type Channel = z.infer<typeof Channel>;

export const EscalationStatus = z.enum(["open", "acknowledged", "resolved"]);
export type EscalationStatus = z.infer<typeof EscalationStatus>;

/** Where an item stands; a raise may also be `merged` into another item. Always exactly one. */
export const Place = z.enum(["delivered", "queued", "held"]);
export type Place = z.infer<typeof Place>;

export const HeldBy = z.enum(["silence", "inhibition"]);
export type HeldBy = z.infer<typeof HeldBy>;

export const DigestKind = Channel.exclude(["immediate"]);
export type DigestKind = z.infer<typeof DigestKind>;

/** The first eight are never autonomous (POL): only the chair, a human, may decide them. */
export const NeverAutonomous = z.enum([
  "security_incident",
  "legal_commitment",
  "brand_risk",
  "major_pivot",
  "budget_increase",
  "venture_termination",
  "data_breach",
  "external_publication",
]);
export const Category = z.enum(
  [
    ...NeverAutonomous.options,
    "safety_incident",
    "harmful_output",
    "bias_incident",
    "compliance_violation",
    "regulatory_inquiry",
    "model_performance",
    "user_complaint",
    "documentation_gap",
    "monitoring_alert",
    "overdue_review",
    "overdue_action",
    "stalled_vote",
    "failed_execution",
    "reversed_decision",
    "spending",
    "staffing",
    "scheduling",
    "training",
    "other",
  ],
  { error: "Choose one of the known categories" },
);
export type Category = z.infer<typeof Category>;

export const Trigger = z.enum([
  "harmful_outputs",
  "data_breach",
  "regulatory_investigation",
  "significant_safety_incident",
  "performance_degradation",
  "bias_incident",
  "compliance_violation",
  "security_vulnerability",
  "pattern_of_user_complaints",
  "minor_policy_violation",
  "documentation_gaps",
  "monitoring_alerts",
  "scheduling_conflicts",
  "minor_process_deviations",
  "training_needs",
  "general_inquiries",
]);
export type Trigger = z.infer<typeof Trigger>;

export const EscalationReference = referenceSchema("escalation");
const MOST_AT_ONCE = 1_000;
const MOST_DEADLINE_HOURS = 8_784;

export const RaiseInput = z.strictObject({
  title: textSchema({ max: 200, what: "The title" }),
  description: textSchema({ min: 0, max: 10_000, multiline: true, what: "The description" }).default(""),
  source: textSchema({ max: 120, what: "The source" })
    .default("person")
    .meta({ description: "Who or what raises it, such as the name of a system" }),
  severity: Severity.optional().meta({ description: "The higher of this and the computed one holds" }),
  category: Category.optional(),
  trigger: Trigger.optional(),
  modelRef: referenceSchema("model").optional(),
  ventureRef: referenceSchema("venture").optional(),
  stage: VentureStage.optional().meta({ description: "The venture's own stage when left out" }),
  financialImpactUsd: moneySchema("The money at stake").optional(),
  deadlineHours: z
    .number({ error: "The deadline is a number of hours from now" })
    .positive({ message: "The deadline has passed already: give hours from now, more than 0" })
    .max(MOST_DEADLINE_HOURS, { message: "The deadline is at most a year ahead" })
    .optional()
    .meta({ description: "Hours until the matter itself is due" }),
});
export type RaiseInput = z.infer<typeof RaiseInput>;

/** Items are judged one by one: what cannot be accepted is named by its index, and the rest lands. */
export const RaiseBatchInput = z.strictObject({
  items: z
    .array(z.unknown(), { error: "Give the items as a list" })
    .min(1, { message: "Give at least one item" })
    .max(MOST_AT_ONCE, { message: `At most ${MOST_AT_ONCE.toLocaleString("en")} items at once` })
    .meta({ description: "Each as for POST /escalations" }),
});

// ── triage ───────────────────────────────────────────────────────────────────────────────────────────────────────────
const MemberId = z.uuid({ error: "A member is named by their id" });
const Resolution = textSchema({ max: 5_000, multiline: true, what: "The resolution" });

export const AcknowledgeInput = z.strictObject({
  reference: EscalationReference,
  assignee: MemberId.optional().meta({ description: "You when left out" }),
});
/** Several at once, each judged by itself. */
export const EscalationReferences = z
  .array(EscalationReference, { error: "Name escalations by their references" })
  .min(1, { message: "Name at least one escalation" })
  .max(500, { message: "At most 500 escalations at once" });
export const AcknowledgeManyInput = z.strictObject({ references: EscalationReferences });
export const AssignManyInput = z.strictObject({ references: EscalationReferences, assignee: MemberId });
export const ResolveManyInput = z.strictObject({ references: EscalationReferences, resolution: Resolution });
export const LinkManyInput = z.strictObject({
  references: EscalationReferences,
  proposal: referenceSchema("proposal"),
});
export const AssignInput = z.strictObject({ reference: EscalationReference, assignee: MemberId });
export const ResolveInput = z.strictObject({ reference: EscalationReference, resolution: Resolution });
export const LinkProposalInput = z.strictObject({
  reference: EscalationReference,
  proposal: referenceSchema("proposal"),
});

const Part = (what: string) => textSchema({ min: 10, max: 5_000, multiline: true, what });
const ReviewAction = z.strictObject({
  text: textSchema({ max: 500, what: "The action" }),
  dueInDays: z
    .int({ error: "The time for an action is a whole number of days" })
    .min(1, { message: "An action needs at least 1 day" })
    .max(730, { message: "An action is due within 730 days" }),
  assignee: MemberId.nullable().default(null),
});
export const IncidentReviewContent = z.strictObject({
  timeline: z
    .array(
      z.strictObject({ at: z.iso.datetime({ offset: true }), what: textSchema({ max: 1_000, what: "The event" }) }),
    )
    .min(1, { message: "The timeline needs at least one event" })
    .max(100, { message: "At most 100 events" }),
  rootCause: Part("The root cause"),
  impact: Part("The impact"),
  actions: z.array(ReviewAction).max(50, { message: "At most 50 actions" }),
  lessons: Part("The lessons"),
  policyUpdates: textSchema({ max: 5_000, multiline: true, what: "What changes in policies (or that nothing does)" }),
});
export type IncidentReviewContent = z.infer<typeof IncidentReviewContent>;
export const RecordReviewInput = z.strictObject({
  reference: EscalationReference,
  ...IncidentReviewContent.shape,
});

// ── queue ────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** `severity`: the most severe first, then the soonest deadline. */
export const QueueSort = z.enum(["severity", "deadline", "newest", "oldest"]);
export type QueueSort = z.infer<typeof QueueSort>;

export const QueueFilter = z.strictObject({
  status: z.array(EscalationStatus).max(3).optional().meta({ description: "Open and acknowledged when left out" }),
  severity: z.array(Severity).max(4).optional(),
  channel: z.array(Channel).max(4).optional(),
  place: z.array(Place).max(3).optional(),
  category: z.array(Category).max(Category.options.length).optional(),
  venture: referenceSchema("venture").optional(),
  portfolio: referenceSchema("portfolio").optional(),
  model: referenceSchema("model").optional(),
  assignee: z.union([z.enum(["me", "none"]), MemberId]).optional(),
  isOverdue: z.boolean().optional(),
  isDowngraded: z.boolean().optional(),
  isMerged: z.boolean().optional().meta({ description: "Only those that stand for more than one raise" }),
  heldBy: z.string().max(40).transform(normalizeReference).optional().meta({
    description: "Only those that this silence, or this critical escalation, holds now",
  }),
  q: textSchema({ min: 0, max: 200, what: "Search text" }).optional(),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

export const QueueInput = z.strictObject({
  ...QueueFilter.shape,
  sort: QueueSort.default("severity"),
  limit: z
    .int({ error: "The limit is a whole number" })
    .min(1, { message: "The limit is at least 1" })
    .max(200, { message: "The limit is at most 200" })
    .default(50),
  cursor: z.string().max(300).optional(),
});
export type QueueInput = z.infer<typeof QueueInput>;
