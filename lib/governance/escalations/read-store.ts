// Reads of one item: the row, what was said and told, what it led to, and the episodes before it.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { addDays } from "../kernel/calendar.ts";
import { refuse as refuseInKernel } from "../kernel/refusal.ts";
import type { KeptMark } from "./mark-code.ts";
import { QUEUE_TABLES, type QueueRow, queueColumns } from "./queue-store.ts";
import { EscalationStatus } from "./schema.ts";
import type { EscalationView, TimelineEntry, ToldView } from "./view.ts";

/** The open item that a raise of this fingerprint would join. */
export async function findOpenEqual(tx: UnitOfWork, fingerprint: string, at: Date) {
  return tx.db.escalation.findFirst({
    where: { mergeKey: fingerprint, lastSeenAt: { gt: addDays(at, -1) } },
    select: { reference: true, title: true, occurrences: true },
  });
}

export type DetailRow = QueueRow & {
  description: string;
  trigger: string | null;
  stage: number | null;
  impact_cents: bigint | null;
  deadline_at: Date | null;
  fingerprint: string;
  parts: unknown;
  marks: KeptMark[];
  severe_since: Date;
  charter_version: number;
  raised_by: string | null;
  raised_by_name: string | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_by_name: string | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  resolved_by_name: string | null;
  resolution: string | null;
  model_status: string | null;
  owner_user_id: string | null;
  lead_user_id: string | null;
};

/** Refuses an unknown reference like one of another organisation (ORG-3). */
export async function loadDetail(tx: UnitOfWork, reference: string, at: Date): Promise<DetailRow> {
  const [row] = await tx.db.$queryRaw<DetailRow[]>`
    SELECT ${queueColumns(at)}, e.description, e.trigger, e.stage, e.impact_cents, e.deadline_at, e.fingerprint, e.parts, e.marks,
      e.severe_since, e.charter_version, e.raised_by, raiser.name AS raised_by_name, e.acknowledged_at, e.acknowledged_by,
      acknowledger.name AS acknowledged_by_name, e.resolved_at, e.resolved_by, resolver.name AS resolved_by_name, e.resolution,
      m.status AS model_status, m.owner_user_id, v.lead_user_id
    FROM ${QUEUE_TABLES}
    LEFT JOIN users raiser ON raiser.id = e.raised_by
    LEFT JOIN users acknowledger ON acknowledger.id = e.acknowledged_by
    LEFT JOIN users resolver ON resolver.id = e.resolved_by
    WHERE e.organization_id = app_organization() AND e.reference = ${reference}`;
  if (row === undefined) throw refuseInKernel("kernel.not_found", { subject: "escalation", reference });
  return row;
}

const MOST = 200;

type SaidRow = { at: Date; source: string; title: string; description: string };

/** What merged raises said differently, newest first. */
export async function loadSaid(tx: UnitOfWork, id: string): Promise<EscalationView["said"]> {
  const rows = await tx.db.$queryRaw<SaidRow[]>`
    SELECT g.merged_at AS at, g.source, s.words ->> 'title' AS title, s.words ->> 'description' AS description
    FROM escalation_merges g, jsonb_array_elements(g.said) AS s(words)
    WHERE g.organization_id = app_organization() AND g.escalation_id = ${id}::uuid ORDER BY g.id DESC LIMIT ${MOST}`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

type ToldRow = {
  kind: string;
  step: number;
  audiences: string[];
  due_at: Date;
  sent_at: Date;
  is_late: boolean;
  people: { id: string; name: string }[] | null;
  pages: number;
  mails: { state: string; count: number }[] | null;
};

/** Every notice with its people, and what became of the mails. */
export async function loadTold(tx: UnitOfWork, id: string): Promise<ToldView[]> {
  const rows = await tx.db.$queryRaw<ToldRow[]>`
    SELECT n.kind, n.step, n.audiences, n.due_at, n.sent_at, n.is_late,
      (SELECT jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) ORDER BY u.name) FROM users u WHERE u.id = ANY(n.user_ids)) AS people,
      (SELECT count(*)::int FROM notifications t WHERE t.organization_id = n.organization_id AND t.user_id = ANY(n.user_ids)
        AND t.source_key = n.source_key) AS pages,
      (SELECT jsonb_agg(jsonb_build_object('state', x.state, 'count', x.count)) FROM (
        SELECT d.state, count(*)::int AS count FROM notifications t
        JOIN mail_deliveries d ON d.organization_id = t.organization_id AND d.notification_id = t.id
        WHERE t.organization_id = n.organization_id AND t.user_id = ANY(n.user_ids) AND t.source_key = n.source_key
        GROUP BY d.state) x) AS mails
    FROM escalation_notices n
    WHERE n.organization_id = app_organization() AND n.escalation_id = ${id}::uuid ORDER BY n.sent_at, n.due_at, n.id LIMIT ${MOST}`;
  return rows.map((row) => ({
    ...{ kind: row.kind, step: row.step, audiences: row.audiences, isLate: row.is_late, people: row.people ?? [] },
    dueAt: row.due_at.toISOString(),
    at: row.sent_at.toISOString(),
    channels: [
      { channel: "page" as const, state: "shown", count: row.pages },
      ...(row.mails ?? []).map((mail) => ({ channel: "mail" as const, ...mail })),
    ],
  }));
}

type ActRow = {
  at: Date;
  code: string;
  by_id: string | null;
  by_name: string | null;
  details: Record<string, unknown>;
};

const ACTS_ON_SEVERAL = [
  ...["escalations.escalations_acknowledged", "escalations.acknowledgement_undone", "escalations.escalations_assigned"],
  ...["escalations.escalations_resolved", "escalations.escalations_linked", "meetings.escalation_reviews_scheduled"],
  "escalations.items_left_behind",
];

/** What the record holds of acts on it, and the raises that it took up. */
export async function loadActs(
  tx: UnitOfWork,
  { id, reference, raised_at }: { id: string; reference: string; raised_at: Date },
): Promise<TimelineEntry[]> {
  // An act on several is one entry (ESC-119), and stands in the history of each of them.
  const acts = await tx.db.$queryRaw<ActRow[]>`
    SELECT a.occurred_at AS at, a.action AS code, u.id AS by_id, u.name AS by_name, a.leaf::jsonb -> 'details' AS details
    FROM audit_entries a LEFT JOIN users u ON u.id = a.actor_id
    WHERE a.organization_id = app_organization() AND a.outcome = 'done' AND (
      a.subject_reference = ${reference} AND a.subject_type = 'escalation' AND a.action <> 'escalations.escalation_raised'
      OR a.action = ANY(${ACTS_ON_SEVERAL}::text[]) AND a.occurred_at >= ${raised_at}
        AND a.leaf::jsonb -> 'details' -> 'escalations' ? ${reference}) ORDER BY a.number DESC LIMIT ${MOST}`;
  const merges = await tx.db.$queryRaw<ActRow[]>`
    SELECT g.merged_at AS at, 'escalations.merged' AS code, u.id AS by_id, u.name AS by_name,
      jsonb_build_object('occurrences', g.occurrences, 'source', g.source) AS details
    FROM escalation_merges g LEFT JOIN users u ON u.id = g.raised_by
    WHERE g.organization_id = app_organization() AND g.escalation_id = ${id}::uuid ORDER BY g.id DESC LIMIT ${MOST}`;
  return [...acts.map((row) => toEntry("act", row)), ...merges.map((row) => toEntry("merged", row))];
}

function toEntry(kind: TimelineEntry["kind"], { at, code, by_id, by_name, details }: ActRow): TimelineEntry {
  const flat = Object.entries(details).filter(([, value]) => typeof value !== "object" || value === null);
  return {
    ...{ kind, code, at: at.toISOString() },
    by: by_id === null ? null : { id: by_id, name: by_name ?? "–" },
    facts: Object.fromEntries(flat) as TimelineEntry["facts"],
  };
}

export async function loadLinks(tx: UnitOfWork, id: string): Promise<EscalationView["links"]> {
  const rows = await tx.db.escalationLink.findMany({ where: { escalationId: id }, orderBy: { linkedAt: "asc" } });
  return rows.map(({ kind, reference, linkedAt }) => ({ kind, reference, at: linkedAt.toISOString() }));
}

/** Other episodes of the same fingerprint, newest first. */
export async function loadEpisodes(
  tx: UnitOfWork,
  { id, fingerprint }: Pick<DetailRow, "id" | "fingerprint">,
): Promise<EscalationView["episodes"]> {
  const rows = await tx.db.escalation.findMany({
    where: { fingerprint, id: { not: id } },
    select: { reference: true, episode: true, status: true, raisedAt: true, occurrences: true, resolution: true },
    orderBy: { id: "desc" },
    take: 50,
  });
  return rows.map(({ raisedAt, status, ...row }) => ({
    ...row,
    status: EscalationStatus.parse(status),
    raisedAt: raisedAt.toISOString(),
  }));
}

export async function loadNames(tx: UnitOfWork, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  const rows = await tx.db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
