// Reads and writes of notifications and their mail. `notify` is what every other room calls: it writes in the caller's
// transaction, so that a notice exists exactly when the act that caused it does.
import { isMailConfigured } from "../../db/outgoing-mail.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Notice } from "./notice.ts";
import { assessMailTime } from "./quiet-hours.ts";
import { type MailItem, MailState, type NotificationItem, UNREAD_CEILING, Urgency } from "./schema.ts";

/** The jobs' topic: one message per mail, so that one bad address holds up nobody else. */
export const MAIL_REQUESTED = "notifications.mail_requested";

type Told = { readonly id: string; readonly user_id: string };

/** Tells active members in the page and, when mail is configured, by mail. Returns how many were told. */
export async function notify(tx: UnitOfWork, notice: Notice): Promise<number> {
  const userIds = [...new Set(notice.userIds)];
  if (userIds.length === 0) return 0;
  const urgency = notice.urgency ?? "normal";
  const told = await tx.db.$queryRaw<Told[]>`
    INSERT INTO notifications (user_id, kind, title, body, href, urgency, source_key)
    SELECT m.user_id, ${notice.kind}, ${notice.title}, ${notice.body ?? ""}, ${notice.href}, ${urgency},
           ${notice.sourceKey ?? null}::text
    FROM unnest(${userIds}::uuid[]) WITH ORDINALITY AS given(user_id, place)
    JOIN memberships m ON m.organization_id = app_organization() AND m.user_id = given.user_id AND m.ended_at IS NULL
    ORDER BY given.place
    ON CONFLICT (organization_id, user_id, source_key) DO NOTHING
    RETURNING id, user_id`;
  if (told.length > 0 && isMailConfigured()) await planMail(tx, told, { ...notice, urgency });
  return told.length;
}

type RecipientRow = {
  id: string;
  digest_hour: number;
  quiet_from_hour: number | null;
  quiet_until_hour: number | null;
  time_zone: string;
  now: Date;
};

async function planMail(tx: UnitOfWork, told: readonly Told[], notice: Notice & { urgency: Urgency }): Promise<void> {
  const recipients = await tx.db.$queryRaw<RecipientRow[]>`
    SELECT n.id, m.digest_hour, m.quiet_from_hour, m.quiet_until_hour, o.time_zone, governance_now() AS now
    FROM notifications n JOIN memberships m USING (organization_id, user_id) JOIN organizations o ON o.id = organization_id
    WHERE n.organization_id = app_organization() AND n.id = ANY(${told.map((row) => row.id)}::uuid[])`;
  const deliverAts = recipients.map((row) => {
    const hours = {
      digestHour: row.digest_hour,
      quietFromHour: row.quiet_from_hour,
      quietUntilHour: row.quiet_until_hour,
    };
    return assessMailTime(notice.urgency, hours, row.time_zone, row.now).deliverAt.toISOString();
  });
  await tx.db.$executeRaw`
    WITH planned AS (
      INSERT INTO mail_deliveries (notification_id, recipient_user_id, subject, text, deliver_after)
      SELECT n.id, n.user_id, n.title, n.body, p.deliver_at
      FROM unnest(${recipients.map((row) => row.id)}::uuid[], ${deliverAts}::timestamptz[]) AS p(id, deliver_at)
      JOIN notifications n ON n.organization_id = app_organization() AND n.id = p.id
      RETURNING id, deliver_after)
    INSERT INTO outbox (topic, payload, request_id, available_at)
    SELECT ${MAIL_REQUESTED}, jsonb_build_object('delivery', id), ${tx.requestId}, deliver_after FROM planned`;
}

type NotificationRow = {
  id: string;
  kind: string;
  title: string;
  body: string;
  href: string;
  urgency: string;
  createdAt: Date;
  readAt: Date | null;
};

function toNotificationItem(row: NotificationRow): NotificationItem {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    href: row.href,
    urgency: Urgency.parse(row.urgency),
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}

/** Newest first; `limit + 1` rows tell the caller whether there is a next page. */
export async function loadNotifications(
  tx: UnitOfWork,
  query: { userId: string; isUnread?: boolean; limit: number; cursor?: string },
): Promise<NotificationItem[]> {
  const rows = await tx.db.notification.findMany({
    where: {
      userId: query.userId,
      ...(query.isUnread === undefined ? {} : { readAt: query.isUnread ? null : { not: null } }),
      ...(query.cursor === undefined ? {} : { id: { lt: query.cursor } }),
    },
    orderBy: { id: "desc" },
    take: query.limit,
  });
  return rows.map(toNotificationItem);
}

export async function countUnread(tx: UnitOfWork, userId: string): Promise<number> {
  const rows = await tx.db.notification.findMany({
    where: { userId, readAt: null },
    select: { id: true },
    take: UNREAD_CEILING,
  });
  return rows.length;
}

export async function hasNotification(tx: UnitOfWork, userId: string, id: string): Promise<boolean> {
  return (await tx.db.notification.findFirst({ where: { userId, id }, select: { id: true } })) !== null;
}

/** Marks what is unread, one notification or all of them; answers how many that were. */
export async function saveRead(tx: UnitOfWork, query: { userId: string; id?: string; readAt: Date }): Promise<number> {
  const { count } = await tx.db.notification.updateMany({
    where: { userId: query.userId, readAt: null, ...(query.id === undefined ? {} : { id: query.id }) },
    data: { readAt: query.readAt },
  });
  return count;
}

export type MailRow = {
  readonly id: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly attemptedAt: Date | null;
  readonly subject: string;
  readonly text: string;
  readonly href: string | null;
  readonly organization: string;
  readonly recipient: { readonly name: string; readonly email: string; readonly isMember: boolean };
};

type LockedMail = {
  id: string;
  state: string;
  attempts: number;
  attempted_at: Date | null;
  subject: string;
  text: string;
  href: string | null;
  organization: string;
  name: string;
  email: string;
  is_member: boolean;
};

/** The mail with its row locked; null when there is none. */
export async function loadMailForUpdate(tx: UnitOfWork, id: string): Promise<MailRow | null> {
  const [row] = await tx.db.$queryRaw<LockedMail[]>`
    SELECT d.id, d.state, d.attempts, d.attempted_at, d.subject, d.text, n.href, o.name AS organization,
           u.name, u.email, m.ended_at IS NULL AS is_member
    FROM mail_deliveries d
    JOIN memberships m ON m.organization_id = d.organization_id AND m.user_id = d.recipient_user_id
    JOIN users u ON u.id = d.recipient_user_id
    JOIN organizations o ON o.id = d.organization_id
    LEFT JOIN notifications n ON n.organization_id = d.organization_id AND n.id = d.notification_id
    WHERE d.organization_id = app_organization() AND d.id = ${id}::uuid FOR UPDATE OF d`;
  if (row === undefined) return null;
  return {
    id: row.id,
    state: MailState.parse(row.state),
    attempts: row.attempts,
    attemptedAt: row.attempted_at,
    subject: row.subject,
    text: row.text,
    href: row.href,
    organization: row.organization,
    recipient: { name: row.name, email: row.email, isMember: row.is_member },
  };
}

export type MailChange = {
  readonly state: MailState;
  readonly attempts?: number;
  readonly attemptedAt?: Date;
  readonly sentAt?: Date;
  readonly deliverAfter?: Date;
  readonly lastError?: string | null;
};

export async function saveMail(tx: UnitOfWork, id: string, change: MailChange): Promise<void> {
  await tx.db.mailDelivery.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: change,
  });
}

export async function loadMailList(
  tx: UnitOfWork,
  query: { state?: MailState; limit: number; cursor?: string },
): Promise<MailItem[]> {
  const rows = await tx.db.mailDelivery.findMany({
    where: {
      ...(query.state === undefined ? {} : { state: query.state }),
      ...(query.cursor === undefined ? {} : { id: { lt: query.cursor } }),
    },
    include: { recipient: { include: { user: { select: { id: true, name: true, email: true } } } } },
    orderBy: { id: "desc" },
    take: query.limit,
  });
  return rows.map((row) => ({
    id: row.id,
    recipient: row.recipient.user,
    subject: row.subject,
    state: MailState.parse(row.state),
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    deliverAfter: row.deliverAfter.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }));
}
