// Reads and writes of notifications and their mail. `notify` is what every other room calls: it writes in the caller's
// transaction, so that a notice exists exactly when the act that caused it does.
import { Prisma } from "../../db/generated/client.ts";
import { isMailConfigured } from "../../db/outgoing-mail.ts";
import type { StatementWork, UnitOfWork } from "../../db/unit-of-work.ts";
import type { Notice, NoticeWords } from "./notice.ts";
import { assessMailTime } from "./quiet-hours.ts";
import { type MailItem, MailState, type NotificationItem, UNREAD_CEILING, Urgency } from "./schema.ts";

/** The jobs' topic: one message per mail, so that one bad address holds up nobody else. */
export const MAIL_REQUESTED = "notifications.mail_requested";

/** Tells active members in the page and, when mail is configured, by mail. Returns how many were told. */
export async function notify(tx: StatementWork, { userIds, ...words }: Notice): Promise<number> {
  return userIds.length === 0 ? 0 : notifyAll(tx, Prisma.sql`SELECT unnest(${[...userIds]}::uuid[]) AS user_id`, words);
}

/** The same for whomever a query of `user_id` names: one statement, however many they are (NTF-110). */
export async function notifyAll(tx: StatementWork, recipients: Prisma.Sql, words: NoticeWords): Promise<number> {
  const urgency = words.urgency ?? "normal";
  const told = Prisma.sql`
    INSERT INTO notifications (user_id, kind, title, body, href, urgency, source_key)
    SELECT m.user_id, ${words.kind}, ${words.title}, ${words.body ?? ""}, ${words.href}, ${urgency},
           ${words.sourceKey ?? null}::text
    FROM (SELECT DISTINCT user_id FROM (${recipients}) AS named) AS given
    JOIN memberships m ON m.organization_id = app_organization() AND m.user_id = given.user_id AND m.ended_at IS NULL
    ON CONFLICT (organization_id, user_id, source_key) DO NOTHING
    RETURNING id, user_id, title, body`;
  return tell(tx, told, recipients, urgency);
}

/** Different notices in as many statements as they have urgencies. */
export async function notifyEach(tx: StatementWork, notices: readonly Notice[]): Promise<void> {
  const urgencies = Map.groupBy(notices, ({ urgency }) => urgency ?? "normal");
  for (const [urgency, group] of urgencies) {
    const userIds = [...new Set(group.flatMap((notice) => notice.userIds))];
    if (userIds.length === 0) continue;
    const rows = group.map(({ userIds: to, kind, title, body = "", href, sourceKey }) => ({
      ...{ to, kind, title, body, href, key: sourceKey ?? null },
    }));
    const told = Prisma.sql`
      INSERT INTO notifications (user_id, kind, title, body, href, urgency, source_key)
      SELECT m.user_id, n.kind, n.title, n.body, n.href, ${urgency}, n.key
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS n("to" uuid[], kind text, title text, body text, href text, key text)
      CROSS JOIN LATERAL (SELECT DISTINCT unnest(n."to") AS user_id) AS given
      JOIN memberships m ON m.organization_id = app_organization() AND m.user_id = given.user_id AND m.ended_at IS NULL
      ON CONFLICT (organization_id, user_id, source_key) DO NOTHING
      RETURNING id, user_id, title, body`;
    await tell(tx, told, Prisma.sql`SELECT unnest(${userIds}::uuid[]) AS user_id`, urgency);
  }
}

/** Writes what is told in the page, and its mail where mail is configured; answers how many were told. */
async function tell(tx: StatementWork, told: Prisma.Sql, recipients: Prisma.Sql, urgency: Urgency): Promise<number> {
  const mailed = isMailConfigured() ? planMail(tx, await loadMailTimes(tx, recipients, urgency)) : Prisma.empty;
  const [row] = await tx.db.$queryRaw<{ count: number }[]>`
    WITH told AS (${told}) ${mailed} SELECT count(*)::int AS count FROM told`;
  return row?.count ?? 0;
}

type HoursRow = {
  digest_hour: number;
  quiet_from_hour: number | null;
  quiet_until_hour: number | null;
  time_zone: string;
  now: Date;
};
type MailTimes = { readonly hours: readonly HoursRow[]; readonly deliverAts: readonly string[] };

/**
 * When mail goes out, for each set of hours that recipients chose: a few, however many people chose them. The clock is read once:
 * it ticks within a statement, and hours that differed by it alone would mail everybody twice.
 */
async function loadMailTimes(tx: StatementWork, recipients: Prisma.Sql, urgency: Urgency): Promise<MailTimes> {
  const hours = await tx.db.$queryRaw<HoursRow[]>`
    WITH clock AS MATERIALIZED (SELECT governance_now() AS now)
    SELECT DISTINCT m.digest_hour, m.quiet_from_hour, m.quiet_until_hour, o.time_zone, clock.now
    FROM clock, memberships m JOIN organizations o ON o.id = m.organization_id
    WHERE m.organization_id = app_organization() AND m.user_id IN (${recipients})`;
  const deliverAts = hours.map((row) => {
    const preferences = {
      digestHour: row.digest_hour,
      quietFromHour: row.quiet_from_hour,
      quietUntilHour: row.quiet_until_hour,
    };
    return assessMailTime(urgency, preferences, row.time_zone, row.now).deliverAt.toISOString();
  });
  return { hours, deliverAts };
}

/** Continues a statement that has `told`: a mail for each, and a message for each mail. */
function planMail(tx: StatementWork, { hours, deliverAts }: MailTimes): Prisma.Sql {
  const columnOf = (name: "digest_hour" | "quiet_from_hour" | "quiet_until_hour") => hours.map((row) => row[name]);
  return Prisma.sql`, planned AS (
      INSERT INTO mail_deliveries (notification_id, recipient_user_id, subject, text, deliver_after)
      SELECT t.id, t.user_id, t.title, t.body, h.deliver_at
      FROM told t
      JOIN memberships m ON m.organization_id = app_organization() AND m.user_id = t.user_id
      JOIN unnest(${columnOf("digest_hour")}::int[], ${columnOf("quiet_from_hour")}::int[],
        ${columnOf("quiet_until_hour")}::int[], ${[...deliverAts]}::timestamptz[])
        AS h(digest_hour, quiet_from_hour, quiet_until_hour, deliver_at)
        ON h.digest_hour = m.digest_hour AND h.quiet_from_hour IS NOT DISTINCT FROM m.quiet_from_hour
        AND h.quiet_until_hour IS NOT DISTINCT FROM m.quiet_until_hour
      RETURNING id, deliver_after),
    sent AS (
      INSERT INTO outbox (topic, payload, request_id, available_at)
      SELECT ${MAIL_REQUESTED}, jsonb_build_object('delivery', id), ${tx.requestId}, deliver_after FROM planned)`;
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

/** Mails of these notices that have not gone out stay unsent: what they were about was answered. One in hand goes out. */
export async function withdrawMail(tx: UnitOfWork, sourceKeys: readonly string[]): Promise<number> {
  if (sourceKeys.length === 0) return 0;
  return tx.db.$executeRaw`
    UPDATE mail_deliveries d SET state = 'withdrawn' FROM notifications n
    WHERE d.organization_id = app_organization() AND n.organization_id = d.organization_id AND n.id = d.notification_id
      AND d.state IN ('queued', 'retrying') AND n.source_key = ANY(${[...sourceKeys]}::text[])`;
}
