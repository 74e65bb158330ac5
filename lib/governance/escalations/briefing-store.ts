// Reads what the briefing shows: cards with what can be done about them, what waits for the next digests folded as those will
// be, and what went out last.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { DigestView } from "./briefing.ts";
import type { DigestRow } from "./digest.ts";
import { toDigestRow } from "./digest-store.ts";
import { QUEUE_TABLES, type QueueRow, queueColumns } from "./queue-store.ts";
import { type Channel, DigestKind } from "./schema.ts";

export type CardRow = QueueRow & { model_status: string | null; has_review: boolean };

/** Unresolved ones of a channel that nobody answers for yet, the soonest deadline first. */
export async function loadCards(tx: UnitOfWork, channel: Channel, at: Date, most: number): Promise<CardRow[]> {
  return tx.db.$queryRaw<CardRow[]>`
    SELECT ${queueColumns(at)}, m.status AS model_status, EXISTS (SELECT 1 FROM incident_reviews r
      WHERE r.organization_id = e.organization_id AND r.escalation_id = e.id) AS has_review
    FROM ${QUEUE_TABLES}
    WHERE e.organization_id = app_organization() AND e.status = 'open' AND e.channel = ${channel} AND e.place <> 'held'
      AND e.status <> 'resolved' ORDER BY (5 - e.severity), e.respond_by, e.id LIMIT ${most}`;
}

type FoldedRow = Parameters<typeof toDigestRow>[0];

/** What a digest would say if it went out now. */
export async function loadWaiting(tx: UnitOfWork, kind: DigestKind, at: Date): Promise<DigestRow[]> {
  const rows = await tx.db.$queryRaw<FoldedRow[]>`
    SELECT v.reference AS venture_reference, v.name AS venture_name, e.category, min(e.title) AS title, max(e.severity)::int AS severity,
      count(*)::int AS items, sum(e.occurrences)::int AS occurrences, count(*) FILTER (WHERE e.respond_by <= ${at})::int AS overdue,
      count(*) FILTER (WHERE e.channel <> e.wanted_channel)::int AS downgraded,
      count(*) FILTER (WHERE e.is_over_budget)::int AS over_budget, 0 AS resolved,
      (array_agg(e.reference ORDER BY e.severity DESC, e.id))[1:5] AS references
    FROM escalations e LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
    WHERE e.organization_id = app_organization() AND e.status <> 'resolved' AND e.place = 'queued' AND e.channel = ${kind}
    GROUP BY v.reference, v.name, e.category, e.title_key`;
  return rows.map(toDigestRow);
}

const HELD_BACK = {
  downgraded: Prisma.sql`e.channel <> e.wanted_channel`,
  held: Prisma.sql`e.place = 'held'`,
} as const;

/** What was held back, and why is on each. */
export async function loadHeldBack(
  tx: UnitOfWork,
  which: keyof typeof HELD_BACK,
  at: Date,
  most: number,
): Promise<QueueRow[]> {
  return tx.db.$queryRaw<QueueRow[]>`
    SELECT ${queueColumns(at)} FROM ${QUEUE_TABLES}
    WHERE e.organization_id = app_organization() AND e.status <> 'resolved' AND ${HELD_BACK[which]}
    ORDER BY (5 - e.severity), e.respond_by, e.id LIMIT ${most}`;
}

/** The last digest of each kind that said something. */
export async function loadLastDelivered(tx: UnitOfWork) {
  const rows = await tx.db.$queryRaw<{ kind: string; at: Date; is_late: boolean; content: unknown }[]>`
    SELECT DISTINCT ON (kind) kind, delivered_at AS at, is_late, content FROM escalation_digests
    WHERE organization_id = app_organization() AND delivered_at IS NOT NULL AND cardinality(user_ids) > 0
    ORDER BY kind, deliver_at DESC`;
  return rows.map(({ kind, at, is_late: isLate, content }) => ({
    ...{ kind: DigestKind.parse(kind), at: at.toISOString(), isLate },
    content: DigestView.parse(content),
  }));
}
