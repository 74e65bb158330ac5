// Reads and writes of digests (ESC-7): gathered in one statement, folded by the database, delivered once under the digest's lock.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { DigestContent, DigestRow } from "./digest.ts";
import { DigestKind } from "./schema.ts";
import { toSeverity } from "./severity-scale.ts";

export type DueOuting = { readonly kind: DigestKind; readonly deliverAt: Date; readonly isGone: boolean };

/** The outings for which something waits to be gathered; gone ones were delivered already. */
export async function loadDueOutings(tx: UnitOfWork, at: Date): Promise<DueOuting[]> {
  const rows = await tx.db.$queryRaw<{ channel: string; deliver_at: Date; is_gone: boolean }[]>`
    SELECT e.channel, e.deliver_at, COALESCE(bool_or(d.delivered_at IS NOT NULL), false) AS is_gone
    FROM escalations e LEFT JOIN escalation_digests d ON d.organization_id = e.organization_id AND d.kind = e.channel
      AND d.deliver_at = e.deliver_at
    WHERE e.organization_id = app_organization() AND e.place = 'queued' AND e.digest_id IS NULL AND e.collect_at <= ${at}
    GROUP BY e.channel, e.deliver_at ORDER BY e.deliver_at, e.channel`;
  return rows.map((row) => ({ kind: DigestKind.parse(row.channel), deliverAt: row.deliver_at, isGone: row.is_gone }));
}

/**
 * Puts everything that waits for an outing into its digest (`into` is another outing when that one is gone). Answers null where
 * that digest has gone out by now: whoever delivers it holds its row, so that is known only after waiting for it.
 */
export async function gatherOuting(
  tx: UnitOfWork,
  outing: DueOuting & { readonly into: Date },
  at: Date,
): Promise<number | null> {
  const { kind, deliverAt, into } = outing;
  const [digest] = await tx.db.$queryRaw<{ id: string; is_gone: boolean }[]>`
    INSERT INTO escalation_digests AS d (kind, deliver_at, user_ids) VALUES (${kind}, ${into}, '{}')
    ON CONFLICT (organization_id, kind, deliver_at) DO UPDATE SET kind = d.kind RETURNING d.id, d.delivered_at IS NOT NULL AS is_gone`;
  if (digest?.is_gone === true) return null;
  return tx.db.$executeRaw`
    UPDATE escalations SET digest_id = ${digest?.id ?? null}::uuid, deliver_at = ${into}
    WHERE organization_id = app_organization() AND place = 'queued' AND digest_id IS NULL AND collect_at <= ${at}
      AND channel = ${kind} AND deliver_at = ${deliverAt}`;
}

/** What came to wait on a model while a critical one was being raised on it is held after all (ESC-113). */
export async function holdInhibited(tx: UnitOfWork, at: Date): Promise<number> {
  return tx.db.$executeRaw`
    UPDATE escalations e SET place = 'held', held_by = 'inhibition', held_by_reference = c.reference, held_until = NULL,
      collect_at = NULL, deliver_at = NULL,
      marks = e.marks || jsonb_build_array(jsonb_build_array('inhibited', jsonb_build_object('by', 'inhibition', 'reference', c.reference)))
    FROM (SELECT DISTINCT ON (model_id) model_id, reference FROM escalations
      WHERE organization_id = app_organization() AND severity = 4 AND status <> 'resolved' AND model_id IS NOT NULL
      ORDER BY model_id, id) c
    WHERE e.organization_id = app_organization() AND e.model_id = c.model_id AND e.severity <= 2 AND e.place = 'queued'
      AND e.digest_id IS NULL AND e.collect_at <= ${at} AND e.status <> 'resolved'`;
}

export type StoredDigest = { readonly id: string; readonly kind: DigestKind; readonly deliverAt: Date };

/** The next digest whose time has come, with its row locked; null when there is none, or somebody else delivers it. */
export async function lockDueDigest(tx: UnitOfWork, at: Date): Promise<StoredDigest | null> {
  const [row] = await tx.db.$queryRaw<{ id: string; kind: string; deliver_at: Date }[]>`
    SELECT id, kind, deliver_at FROM escalation_digests
    WHERE organization_id = app_organization() AND delivered_at IS NULL AND deliver_at <= ${at}
    ORDER BY deliver_at, kind LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row === undefined ? null : { id: row.id, kind: DigestKind.parse(row.kind), deliverAt: row.deliver_at };
}

type FoldedRow = {
  venture_reference: string | null;
  venture_name: string | null;
  category: string | null;
  title: string;
  severity: number;
  items: number;
  occurrences: number;
  overdue: number;
  downgraded: number;
  over_budget: number;
  resolved: number;
  references: string[];
};

/** Puts what waits in the digest where it stands once it has gone out: what leaves it at this moment is not told with it. */
export async function deliverItems(tx: UnitOfWork, digestId: string, at: Date): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE escalations SET place = 'delivered', delivered_at = ${at}
    WHERE organization_id = app_organization() AND digest_id = ${digestId}::uuid AND place = 'queued'`;
}

/** Items of one venture, category and title as one row; 10,000 items are one query. */
export async function loadFolded(tx: UnitOfWork, digestId: string, at: Date): Promise<DigestRow[]> {
  const rows = await tx.db.$queryRaw<FoldedRow[]>`
    SELECT v.reference AS venture_reference, v.name AS venture_name, e.category, min(e.title) AS title, max(e.severity)::int AS severity,
      count(*)::int AS items, sum(e.occurrences)::int AS occurrences,
      count(*) FILTER (WHERE e.status <> 'resolved' AND e.respond_by <= ${at})::int AS overdue,
      count(*) FILTER (WHERE e.channel <> e.wanted_channel)::int AS downgraded,
      count(*) FILTER (WHERE e.is_over_budget)::int AS over_budget,
      count(*) FILTER (WHERE e.status = 'resolved')::int AS resolved,
      (array_agg(e.reference ORDER BY e.severity DESC, e.id))[1:5] AS references
    FROM escalations e LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
    WHERE e.organization_id = app_organization() AND e.digest_id = ${digestId}::uuid AND e.place <> 'held'
    GROUP BY v.reference, v.name, e.category, e.title_key`;
  return rows.map(toDigestRow);
}

export function toDigestRow(row: FoldedRow): DigestRow {
  const { venture_reference: reference, venture_name: name, over_budget: overBudget, severity, ...rest } = row;
  return {
    ...rest,
    overBudget,
    severity: toSeverity(severity),
    venture: reference === null ? null : { reference, name: name ?? "" },
  };
}

/** Owners of the models and leads of the ventures in it, as far as they are still members. */
export async function loadTeams(tx: UnitOfWork, digestId: string): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ user_id: string }[]>`
    SELECT DISTINCT t.user_id FROM escalations e
    LEFT JOIN models m ON m.organization_id = e.organization_id AND m.id = e.model_id
    LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
    CROSS JOIN LATERAL (VALUES (m.owner_user_id), (v.lead_user_id)) AS t(user_id)
    JOIN memberships s ON s.organization_id = e.organization_id AND s.user_id = t.user_id AND s.ended_at IS NULL
    WHERE e.organization_id = app_organization() AND e.digest_id = ${digestId}::uuid LIMIT 1000`;
  return rows.map(({ user_id }) => user_id);
}

export async function saveDelivered(
  tx: UnitOfWork,
  digest: StoredDigest,
  delivery: { at: Date; isLate: boolean; content: DigestContent; userIds: readonly string[] },
): Promise<void> {
  const { at, isLate, content, userIds } = delivery;
  await tx.db.escalationDigest.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id: digest.id } },
    data: { deliveredAt: at, isLate, content: content as unknown as Prisma.InputJsonValue, userIds: [...userIds] },
  });
}
