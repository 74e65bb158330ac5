// What the doors answer about escalations: outputs of the operations.
import { z } from "zod";
import { EscalationAudience } from "../board/charter.ts";
import {
  Category,
  Channel,
  EscalationStatus,
  HeldBy,
  IncidentReviewContent,
  Place,
  Severity,
  Trigger,
} from "./schema.ts";

const Instant = z.iso.datetime();
const Fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export const ReasonView = z.object({ code: z.string(), facts: z.record(z.string(), Fact) });
const Person = z.strictObject({ id: z.string(), name: z.string() });
const Named = z.strictObject({ reference: z.string(), name: z.string() });

export const MarkView = z.strictObject({
  stage: z.string(),
  outcome: z.enum(["kept", "moved", "held", "merged"]),
  code: z.string(),
  facts: z.record(z.string(), Fact),
  until: Instant.nullable(),
});
export type MarkView = z.infer<typeof MarkView>;

// ── raising ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export const RaiseAnswer = z.strictObject({
  reference: z.string(),
  severity: Severity,
  severityScore: z.int(),
  channel: Channel,
  /** It joined an item that was open already. */
  merged: z.boolean(),
  occurrences: z.int(),
  /** The channel that its severity asks for, where the budget did not reach; null otherwise. */
  downgradedFrom: Channel.nullable(),
  place: z.enum([...Place.options, "merged"]),
  respondBy: Instant,
  reasons: z.array(ReasonView),
});
export type RaiseAnswer = z.infer<typeof RaiseAnswer>;

const RefusedItem = z.strictObject({
  index: z.int(),
  errors: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
});
export type RefusedItem = z.infer<typeof RefusedItem>;

export const BatchAnswer = z.strictObject({
  accepted: z.int(),
  /** Items that are new. */
  created: z.int(),
  /** Raises that joined another one, of this batch or from before. */
  merged: z.int(),
  /** One per accepted raise, by its index. */
  items: z.array(z.strictObject({ index: z.int(), ...RaiseAnswer.shape })),
  refused: z.array(RefusedItem),
});

export const RaisePreview = z.strictObject({
  severity: Severity,
  severityScore: z.int(),
  computed: Severity,
  parts: z.array(ReasonView),
  trigger: Trigger.nullable(),
  channel: Channel,
  respondWithinHours: z.int(),
  needsReview: z.boolean(),
  notifies: z.array(EscalationAudience),
  /** The open item that it would join. */
  joins: z.strictObject({ reference: z.string(), title: z.string(), occurrences: z.int() }).nullable(),
  heldBy: z.strictObject({ by: HeldBy, reference: z.string() }).nullable(),
});

export const TriggerCatalogue = z.strictObject({
  triggers: z.array(z.strictObject({ trigger: Trigger, label: z.string(), severity: Severity })),
  categories: z.array(z.strictObject({ category: Category, isNeverAutonomous: z.boolean() })),
});

// ── items ────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const QueueItem = z.strictObject({
  reference: z.string(),
  title: z.string(),
  source: z.string(),
  category: Category.nullable(),
  severity: Severity,
  severityScore: z.int(),
  status: EscalationStatus,
  isOverdue: z.boolean(),
  raisedAt: Instant,
  lastSeenAt: Instant,
  respondBy: Instant,
  occurrences: z.int(),
  episode: z.int(),
  channel: Channel,
  downgradedFrom: Channel.nullable(),
  /** Which budgets were used up, in the order in which it was moved. */
  downgrades: z.array(ReasonView),
  isOverBudget: z.boolean(),
  place: Place,
  heldBy: z.strictObject({ by: HeldBy, reference: z.string() }).nullable(),
  /** Until when it is held, or when its digest goes out; null when nothing is waited for. */
  until: Instant.nullable(),
  model: Named.nullable(),
  venture: Named.nullable(),
  portfolio: Named.nullable(),
  assignee: Person.nullable(),
});
export type QueueItem = z.infer<typeof QueueItem>;
export const Queue = z.strictObject({ items: z.array(QueueItem), nextCursor: z.string().nullable() });

export const TimelineEntry = z.strictObject({
  at: Instant,
  kind: z.enum(["raised", "merged", "told", "act", "digest"]),
  /** Audit action, or kind of notice. */
  code: z.string(),
  by: Person.nullable(),
  facts: z.record(z.string(), Fact),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const ToldView = z.strictObject({
  kind: z.string(),
  step: z.int(),
  audiences: z.array(z.string()),
  people: z.array(Person),
  dueAt: Instant,
  at: Instant,
  isLate: z.boolean(),
  /** In the page, and what became of the mails. */
  channels: z.array(z.strictObject({ channel: z.enum(["page", "mail"]), state: z.string(), count: z.int() })),
});
export type ToldView = z.infer<typeof ToldView>;

const IncidentReviewView = z.strictObject({
  ...IncidentReviewContent.shape,
  digest: z.string(),
  recordedAt: Instant,
  recordedBy: Person,
  signed: z.strictObject({ at: Instant, by: Person }).nullable(),
});

export const EscalationView = z.strictObject({
  ...QueueItem.shape,
  description: z.string(),
  trigger: Trigger.nullable(),
  stage: z.int().nullable(),
  financialImpactUsd: z.number().nullable(),
  deadlineAt: Instant.nullable(),
  raisedBy: Person.nullable(),
  parts: z.array(ReasonView),
  marks: z.array(MarkView),
  /** Titles and descriptions of merged raises that differ from its own. */
  said: z.array(z.strictObject({ at: Instant, source: z.string(), title: z.string(), description: z.string() })),
  protocol: z.strictObject({
    steps: z.array(
      z.strictObject({
        kind: z.enum(["first", "half_time", "step"]),
        step: z.int(),
        audiences: z.array(z.string()),
        dueAt: Instant,
        doneAt: Instant.nullable(),
        isLate: z.boolean(),
      }),
    ),
    mustRecord: z.array(z.string()),
    needsReview: z.boolean(),
  }),
  told: z.array(ToldView),
  timeline: z.array(TimelineEntry),
  links: z.array(z.strictObject({ kind: z.string(), reference: z.string(), at: Instant })),
  episodes: z.array(
    z.strictObject({
      reference: z.string(),
      episode: z.int(),
      status: EscalationStatus,
      raisedAt: Instant,
      occurrences: z.int(),
      resolution: z.string().nullable(),
    }),
  ),
  acknowledged: z.strictObject({ at: Instant, by: Person.nullable() }).nullable(),
  resolved: z.strictObject({ at: Instant, by: Person.nullable(), resolution: z.string() }).nullable(),
  review: IncidentReviewView.nullable(),
  /** What a critical one on an operational model puts before the chair (VOT-11). */
  suspension: z.strictObject({ model: z.string(), name: z.string(), status: z.string() }).nullable(),
  /** What the caller may do with it now. */
  acts: z.array(z.string()),
});
export type EscalationView = z.infer<typeof EscalationView>;

export const ActAnswer = z.strictObject({ reference: z.string(), status: EscalationStatus });
export const ManyAnswer = z.strictObject({
  done: z.array(z.string()),
  /** Left as they were, each with the code of the reason. */
  left: z.array(z.strictObject({ reference: z.string(), code: z.string() })),
});

/** ESC-10 */
export const SummaryView = z.strictObject({
  total: z.int(),
  active: z.int(),
  overdue: z.int(),
  bySeverity: z.strictObject({ critical: z.int(), high: z.int(), medium: z.int(), low: z.int() }),
});

export const ReviewAnswer = z.strictObject({
  reference: z.string(),
  digest: z.string(),
  signedAt: Instant.nullable(),
});
