// Answers "which words do notifications have?" (NTF): vocabulary, inputs, outputs. Browser-safe.
import { z } from "zod";

/** `low` is mailed at the person's digest hour, `normal` outside quiet hours, `critical` at once. */
export const Urgency = z.enum(["low", "normal", "critical"]);
export type Urgency = z.infer<typeof Urgency>;

/**
 * `retrying`: an attempt failed and the next one is planned. `failed`: nobody will try again by itself. `withdrawn`: what it was
 * about was answered before it went out.
 */
export const MailState = z.enum(["queued", "sending", "sent", "retrying", "failed", "withdrawn"]);
export type MailState = z.infer<typeof MailState>;

export const NotificationId = z.uuid({ error: "A notification is named by its id" });
export const DeliveryId = z.uuid({ error: "A mail is named by its id" });

const Limit = z
  .int({ error: "The limit is a whole number" })
  .min(1, { message: "The limit is at least 1" })
  .max(200, { message: "The limit is at most 200" })
  .default(50);
const Cursor = z.uuid({ error: "The cursor is the one that the list before it gave" });

export const NotificationListInput = z.strictObject({
  isUnread: z.boolean().optional().meta({ description: "Only unread ones, or only read ones" }),
  limit: Limit,
  cursor: Cursor.optional(),
});

export const NotificationItem = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  href: z.string(),
  urgency: Urgency,
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NotificationItem = z.infer<typeof NotificationItem>;

export const NotificationList = z.strictObject({
  items: z.array(NotificationItem),
  nextCursor: z.uuid().nullable(),
});
export type NotificationList = z.infer<typeof NotificationList>;

/** What the bell shows. `unread` stops counting at `UNREAD_CEILING`. */
export const UNREAD_CEILING = 100;
export const NotificationSummary = z.strictObject({
  unread: z.int().min(0).max(UNREAD_CEILING),
  latest: z.array(NotificationItem),
});
export type NotificationSummary = z.infer<typeof NotificationSummary>;

export const MarkedRead = z.strictObject({ marked: z.int().min(0) });

export const MailListInput = z.strictObject({
  state: MailState.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});

export const MailItem = z.strictObject({
  id: z.uuid(),
  recipient: z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() }),
  subject: z.string(),
  state: MailState,
  attempts: z.int().min(0),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  deliverAfter: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});
export type MailItem = z.infer<typeof MailItem>;

export const MailList = z.strictObject({ items: z.array(MailItem), nextCursor: z.uuid().nullable() });
export type MailList = z.infer<typeof MailList>;

/** What the sender gets: a letter to send, or the word that nothing is left to do. */
export const MailOrder = z.discriminatedUnion("verdict", [
  z.strictObject({
    verdict: z.literal("send"),
    attempt: z.int().min(1),
    to: z.strictObject({ name: z.string(), email: z.string() }),
    subject: z.string(),
    text: z.string(),
    /** Path in the product, or null; the sender puts the address of the installation before it. */
    href: z.string().nullable(),
    organization: z.string(),
  }),
  z.strictObject({ verdict: z.literal("settled"), state: MailState }),
]);
export type MailOrder = z.infer<typeof MailOrder>;

export const MailOutcome = z.strictObject({
  delivery: DeliveryId,
  attempt: z.int().min(1),
  outcome: z.enum(["sent", "retrying", "failed"]),
  /** A stable code such as `smtp_550` or `ECONNREFUSED`; goes on record. */
  code: z.string().max(60).nullable(),
  /** What the mail server said; may name people, stays out of the record. */
  error: z.string().max(2_000).nullable(),
});
