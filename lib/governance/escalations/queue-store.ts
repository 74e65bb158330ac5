// The queue (ESC-11): pages by key in four orders, never by offset and never with a count. The orders of unresolved items have
// their own indexes, so that a page costs the same whether a thousand wait or a hundred thousand.
import { z } from "zod";
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { normalizeName } from "../kernel/text.ts";
import type { QueuePlace } from "./queue-cursor.ts";
import { Category, Channel, EscalationStatus, HeldBy, Place, type QueueFilter, type QueueSort } from "./schema.ts";
import { rankOf, toSeverity } from "./severity-scale.ts";
import { type QueueItem, ReasonView } from "./view.ts";

const Reasons = z.array(ReasonView);

export type QueueRow = {
  id: string;
  reference: string;
  title: string;
  source: string;
  category: string | null;
  severity: number;
  score: number;
  status: string;
  raised_at: Date;
  last_seen_at: Date;
  respond_by: Date;
  occurrences: number;
  episode: number;
  channel: string;
  wanted_channel: string;
  is_over_budget: boolean;
  place: string;
  held_by: string | null;
  held_by_reference: string | null;
  held_until: Date | null;
  deliver_at: Date | null;
  model_reference: string | null;
  model_name: string | null;
  venture_reference: string | null;
  venture_name: string | null;
  portfolio_reference: string | null;
  portfolio_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  is_overdue: boolean;
  downgrades: z.infer<typeof Reasons> | null;
};

export const queueColumns = (at: Date) => Prisma.sql`
  e.id, e.reference, e.title, e.source, e.category, e.severity, e.score, e.status, e.raised_at, e.last_seen_at, e.respond_by,
  e.occurrences, e.episode, e.channel, e.wanted_channel, e.is_over_budget, e.place, e.held_by, e.held_by_reference, e.held_until,
  e.deliver_at, m.reference AS model_reference, m.name || ' ' || m.version AS model_name, v.reference AS venture_reference,
  v.name AS venture_name, p.reference AS portfolio_reference, p.name AS portfolio_name, e.assignee_user_id AS assignee_id,
  u.name AS assignee_name, (e.status <> 'resolved' AND e.respond_by <= ${at}) AS is_overdue,
  CASE WHEN e.is_over_budget OR e.channel <> e.wanted_channel THEN (
    SELECT jsonb_agg(jsonb_build_object('code', 'escalations.' || (k.mark ->> 0), 'facts', COALESCE(k.mark -> 1, '{}')) ORDER BY k.place)
    FROM jsonb_array_elements(e.marks) WITH ORDINALITY AS k(mark, place)
    WHERE k.mark ->> 0 IN ('downgraded', 'over_budget')) END AS downgrades`;

export const QUEUE_TABLES = Prisma.sql`
  escalations e
  LEFT JOIN models m ON m.organization_id = e.organization_id AND m.id = e.model_id
  LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
  LEFT JOIN portfolios p ON p.organization_id = e.organization_id AND p.id = e.portfolio_id
  LEFT JOIN users u ON u.id = e.assignee_user_id`;

const toNamed = (reference: string | null, name: string | null) =>
  reference === null ? null : { reference, name: name ?? "" };

export function toQueueItem(row: QueueRow): QueueItem {
  const channel = Channel.parse(row.channel);
  const wanted = Channel.parse(row.wanted_channel);
  const until = row.place === "held" ? row.held_until : row.place === "queued" ? row.deliver_at : null;
  return {
    ...{ reference: row.reference, title: row.title, source: row.source, episode: row.episode },
    category: row.category === null ? null : Category.parse(row.category),
    ...{ severity: toSeverity(row.severity), severityScore: row.score, status: EscalationStatus.parse(row.status) },
    ...{ isOverdue: row.is_overdue, occurrences: row.occurrences, isOverBudget: row.is_over_budget },
    raisedAt: row.raised_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    respondBy: row.respond_by.toISOString(),
    channel,
    downgradedFrom: channel === wanted ? null : wanted,
    downgrades: Reasons.parse(row.downgrades ?? []),
    place: Place.parse(row.place),
    heldBy: row.held_by === null ? null : { by: HeldBy.parse(row.held_by), reference: row.held_by_reference ?? "" },
    until: until?.toISOString() ?? null,
    model: toNamed(row.model_reference, row.model_name),
    venture: toNamed(row.venture_reference, row.venture_name),
    portfolio: toNamed(row.portfolio_reference, row.portfolio_name),
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? "–" },
  };
}

const ORDERS: Readonly<Record<QueueSort, Prisma.Sql>> = {
  severity: Prisma.sql`(5 - e.severity), e.respond_by, e.id`,
  deadline: Prisma.sql`e.respond_by, e.id`,
  newest: Prisma.sql`e.id DESC`,
  oldest: Prisma.sql`e.id`,
};

function whereAfter(sort: QueueSort, { rank, respondBy, id }: QueuePlace): Prisma.Sql {
  switch (sort) {
    case "severity":
      return Prisma.sql`((5 - e.severity), e.respond_by, e.id) > (${5 - rank}::int, ${respondBy}::timestamptz, ${id}::uuid)`;
    case "deadline":
      return Prisma.sql`(e.respond_by, e.id) > (${respondBy}::timestamptz, ${id}::uuid)`;
    case "newest":
      return Prisma.sql`e.id < ${id}::uuid`;
    case "oldest":
      return Prisma.sql`e.id > ${id}::uuid`;
  }
}

/** `assignee` is a user id by now, or `none`. */
function conditionsOf(filter: QueueFilter, at: Date): Prisma.Sql[] {
  const where: Prisma.Sql[] = [Prisma.sql`e.organization_id = app_organization()`];
  const { status, severity, channel, place, category, venture, portfolio, model, assignee, isOverdue, q } = filter;
  // Said as the partial indexes say it.
  if (status === undefined || !status.includes("resolved")) where.push(Prisma.sql`e.status <> 'resolved'`);
  if (status !== undefined) where.push(Prisma.sql`e.status = ANY(${status})`);
  if (severity !== undefined) where.push(Prisma.sql`e.severity = ANY(${severity.map(rankOf)}::smallint[])`);
  if (channel !== undefined) where.push(Prisma.sql`e.channel = ANY(${channel})`);
  if (place !== undefined) where.push(Prisma.sql`e.place = ANY(${place})`);
  if (category !== undefined) where.push(Prisma.sql`e.category = ANY(${category})`);
  if (venture !== undefined) where.push(Prisma.sql`v.reference = ${venture}`);
  if (portfolio !== undefined) where.push(Prisma.sql`p.reference = ${portfolio}`);
  if (model !== undefined) where.push(Prisma.sql`m.reference = ${model}`);
  if (assignee === "none") where.push(Prisma.sql`e.assignee_user_id IS NULL`);
  else if (assignee !== undefined) where.push(Prisma.sql`e.assignee_user_id = ${assignee}::uuid`);
  if (isOverdue !== undefined) {
    const overdue = Prisma.sql`(e.status <> 'resolved' AND e.respond_by <= ${at})`;
    where.push(isOverdue ? overdue : Prisma.sql`NOT ${overdue}`);
  }
  if (filter.isDowngraded !== undefined) {
    where.push(
      filter.isDowngraded ? Prisma.sql`e.channel <> e.wanted_channel` : Prisma.sql`e.channel = e.wanted_channel`,
    );
  }
  if (filter.isMerged !== undefined) {
    where.push(filter.isMerged ? Prisma.sql`e.occurrences > 1` : Prisma.sql`e.occurrences = 1`);
  }
  if (filter.heldBy !== undefined) where.push(Prisma.sql`e.held_by_reference = ${filter.heldBy}`);
  if (q !== undefined && q !== "") {
    const like = `%${normalizeName(q).replace(/[\\%_]/gu, "\\$&")}%`;
    where.push(
      Prisma.sql`(e.title_key LIKE ${like} OR lower(e.reference) LIKE ${like} OR lower(e.source) LIKE ${like})`,
    );
  }
  return where;
}

/** A page of the queue; `limit + 1` rows tell the caller whether there is a next one. */
export async function loadQueue(
  tx: UnitOfWork,
  query: QueueFilter & { readonly sort: QueueSort; readonly limit: number; readonly after: QueuePlace | null },
  at: Date,
): Promise<QueueRow[]> {
  const { sort, limit, after, ...filter } = query;
  const where = [...conditionsOf(filter, at), ...(after === null ? [] : [whereAfter(sort, after)])];
  return tx.db.$queryRaw<QueueRow[]>`
    SELECT ${queueColumns(at)} FROM ${QUEUE_TABLES} WHERE ${Prisma.join(where, " AND ")} ORDER BY ${ORDERS[sort]} LIMIT ${limit}`;
}

type SummaryRow = {
  total: bigint;
  active: bigint;
  overdue: bigint;
  critical: bigint;
  high: bigint;
  medium: bigint;
  low: bigint;
};

/** ESC-10; active ones by severity. */
export async function loadSummary(tx: UnitOfWork, at: Date) {
  const [row] = await tx.db.$queryRaw<SummaryRow[]>`
    SELECT (SELECT count(*) FROM escalations WHERE organization_id = app_organization()) AS total, count(*) AS active,
      count(*) FILTER (WHERE respond_by <= ${at}) AS overdue,
      count(*) FILTER (WHERE severity = 4) AS critical, count(*) FILTER (WHERE severity = 3) AS high,
      count(*) FILTER (WHERE severity = 2) AS medium, count(*) FILTER (WHERE severity = 1) AS low
    FROM escalations WHERE organization_id = app_organization() AND status <> 'resolved'`;
  const count = (name: keyof SummaryRow) => Number(row?.[name] ?? 0);
  return {
    ...{ total: count("total"), active: count("active"), overdue: count("overdue") },
    bySeverity: { critical: count("critical"), high: count("high"), medium: count("medium"), low: count("low") },
  };
}
