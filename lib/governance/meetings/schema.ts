// Answers "which words do follow-ups have?" (MTG-4): vocabulary, inputs, outputs. Browser-safe.
import { z } from "zod";
import { EscalationReferences } from "../escalations/schema.ts";
import { readPlaceCursor } from "../kernel/place-cursor.ts";
import { normalizeReference, referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";

/** `overdue` is no status: it is derived from the due date. */
export const ActionStatus = z.enum(["open", "in_progress", "completed", "cancelled"]);
export type ActionStatus = z.infer<typeof ActionStatus>;

export const ActionAct = z.enum(["start", "complete", "cancel"]);
export type ActionAct = z.infer<typeof ActionAct>;

export const ActionSource = z.enum([
  "meeting",
  "condition",
  "deferral",
  "finding",
  "post_incident_review",
  "escalation",
]);
export type ActionSource = z.infer<typeof ActionSource>;

const Note = textSchema({ max: 2_000, multiline: true, what: "The note" });

export const ActionChange = z
  .strictObject({ reference: referenceSchema("actionItem"), act: ActionAct, note: Note.optional() })
  .refine((change) => change.act === "start" || change.note !== undefined, {
    path: ["note"],
    message: "Say what was done, or why it is cancelled",
  });
export type ActionChange = z.infer<typeof ActionChange>;

/** Where the list goes on: due date and id of the last item. */
export const ActionCursor = z
  .string()
  .max(100)
  .refine((cursor) => (readPlaceCursor(cursor)?.at ?? null) !== null, {
    message: "The cursor is the one that the list before it gave",
  });

export const ActionListInput = z.strictObject({
  status: z.array(ActionStatus).max(4).optional().meta({ description: "Any of these; all when left out" }),
  isMine: z.boolean().optional().meta({ description: "true: only those assigned to you" }),
  isOverdue: z.boolean().optional().meta({ description: "true: only unfinished ones past their due date" }),
  model: referenceSchema("model").optional().meta({ description: "Only those about this model" }),
  source: z
    .string()
    .max(40)
    .transform(normalizeReference)
    .optional()
    .meta({ description: "Only those that this decision, review or escalation asked for" }),
  limit: z
    .int({ error: "The limit is a whole number" })
    .min(1, { message: "The limit is at least 1" })
    .max(200, { message: "The limit is at most 200" })
    .default(50),
  cursor: ActionCursor.optional(),
});
export type ActionListInput = z.infer<typeof ActionListInput>;

export const ActionItem = z.strictObject({
  reference: z.string(),
  title: z.string(),
  description: z.string(),
  status: ActionStatus,
  isOverdue: z.boolean(),
  dueAt: z.iso.datetime(),
  assignee: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  source: z.strictObject({ kind: ActionSource, reference: z.string() }),
  model: z.strictObject({ reference: z.string(), name: z.string(), version: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  closingNote: z.string().nullable(),
  /** What the caller may do with it now. */
  acts: z.array(ActionAct),
});
export type ActionItem = z.infer<typeof ActionItem>;

/** Soonest due first. */
export const ActionList = z.strictObject({ items: z.array(ActionItem), nextCursor: ActionCursor.nullable() });
export type ActionList = z.infer<typeof ActionList>;

/** What voting hands over when a decision is recorded (VOT-10). */
export const FollowUpRequest = z.strictObject({
  decisionReference: z.string().min(1),
  proposalReference: z.string().nullable().default(null),
  modelReference: z.string().nullable().default(null),
  outcome: z.enum(["approved", "conditional", "deferred", "rejected", "withdrawn"]),
  conditions: z.array(z.strictObject({ text: z.string().min(1), dueDays: z.int().min(1).max(3_660) })).default([]),
  ownerUserId: z.uuid().nullable().default(null),
  /** For other listeners. */
  decidedAt: z.iso.datetime().optional(),
});
export type FollowUpRequest = z.infer<typeof FollowUpRequest>;

/** What the escalations hand over when a post-incident review is recorded (ESC-9). */
export const IncidentActionsRequest = z.strictObject({
  escalationReference: z.string().min(1),
  title: z.string().min(1),
  modelId: z.uuid().nullable(),
  recordedAt: z.iso.datetime(),
  actions: z.array(
    z.strictObject({ text: z.string().min(1), dueInDays: z.int().min(1).max(3_660), assignee: z.uuid().nullable() }),
  ),
});
export type IncidentActionsRequest = z.infer<typeof IncidentActionsRequest>;

const DatedReview = z.strictObject({
  dueAt: z.iso
    .datetime({ offset: true, error: "The date is an instant such as 2026-12-01T09:00:00Z" })
    .meta({ description: "When it is to be looked at again" }),
  note: textSchema({ max: 2_000, multiline: true, what: "What is to be reviewed" }),
  assignee: z.uuid({ error: "A member is named by their id" }).optional().meta({ description: "You when left out" }),
});
export const ScheduleReviewInput = DatedReview.extend({ reference: referenceSchema("escalation") });
export const ScheduleReviewsInput = DatedReview.extend({ references: EscalationReferences });
