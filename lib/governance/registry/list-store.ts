// Reads of many models: list, units, summary, export. Lists page by key and never count; each order has its index.
import { z } from "zod";
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { refuse } from "../kernel/refusal.ts";
import type { ExportedModel } from "./export.ts";
import { type ModelFilter, type ModelSort, ModelStatus, Stage, Tier } from "./schema.ts";
import type { ModelGroup } from "./summary.ts";
import type { ModelListItem, UnitView } from "./view.ts";

/** Models in operation whose next review is unset or has come: `isReviewDue` in SQL; a test holds the two together. */
const isDue = (at: Date) =>
  Prisma.sql`(m.status IN ('approved', 'active') AND COALESCE(m.next_review_at, '-infinity'::timestamptz) <= ${at})`;

/** The material facts differ from those of the approved package: `compareToPackage` in SQL; a test holds the two together. */
const IS_STALE = Prisma.sql`(m.approved_package_id IS NOT NULL AND EXISTS (
  SELECT 1 FROM decision_packages p WHERE p.organization_id = m.organization_id AND p.id = m.approved_package_id
    AND p.canonical::jsonb -> 'model' IS DISTINCT FROM jsonb_build_object('name', m.name, 'version', m.version,
      'description', m.description, 'unit', m.unit, 'tier', m.tier, 'affectsRights', m.affects_rights,
      'affectsSafety', m.affects_safety, 'decidesAutonomously', m.decides_autonomously,
      'usesPersonalData', m.uses_personal_data, 'isPublicFacing', m.is_public_facing)))`;

// ── order and cursor ─────────────────────────────────────────────────────────────────────────────────────────────────
type SortKey = {
  /** What rows are ordered by, before their id; null orders by id alone, which is the order of creation. */
  readonly key: Prisma.Sql | null;
  readonly type: Prisma.Sql;
  readonly direction: "ASC" | "DESC";
};

const SORT_KEYS: Readonly<Record<ModelSort, SortKey>> = {
  newest: { key: null, type: Prisma.sql`text`, direction: "DESC" },
  name: { key: Prisma.sql`m.name_key`, type: Prisma.sql`text`, direction: "ASC" },
  risk: { key: Prisma.sql`m.risk_score`, type: Prisma.sql`int`, direction: "DESC" },
  tier: { key: Prisma.sql`m.tier`, type: Prisma.sql`text`, direction: "DESC" },
  next_review: {
    key: Prisma.sql`COALESCE(m.next_review_at, '-infinity'::timestamptz)`,
    type: Prisma.sql`timestamp AT TIME ZONE 'UTC'`,
    direction: "ASC",
  },
};

/** A cursor is the sort and the place of the last row; one of another sort, or of nobody, is refused. */
export function toModelCursor(sort: ModelSort, row: { readonly key: string | null; readonly id: string }): string {
  return Buffer.from(JSON.stringify([sort, row.key, row.id])).toString("base64url");
}

function readModelCursor(cursor: string, sort: ModelSort): { key: string | null; id: string } {
  try {
    const [of, key, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    const isPlace = key === null ? sort === "newest" : typeof key === "string" && isKeyOf(sort, key);
    if (of === sort && isPlace && typeof id === "string" && UUID.test(id)) return { key: key as string | null, id };
  } catch {
    // Answered below, like any other cursor that was not given out.
  }
  throw refuse("kernel.malformed", { cause: "the cursor is not one of this list in this order" });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

function isKeyOf(sort: ModelSort, key: string): boolean {
  if (sort === "risk") return /^\d{1,3}$/u.test(key);
  if (sort === "next_review") return key === "-infinity" || isTimestamp(key);
  return sort !== "newest" && key.length <= 1_000 && !key.includes("\u0000") && key.isWellFormed();
}

/** As the database writes it, `2026-03-02 09:00:00.5`, and an instant that there is. */
function isTimestamp(text: string): boolean {
  const parts = /^([1-9]\d{3}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)$/u.exec(text);
  return parts !== null && z.iso.datetime().safeParse(`${parts[1]}T${parts[2]}Z`).success;
}

function whereAfter(place: { key: string | null; id: string }, order: SortKey): Prisma.Sql {
  const comparison = order.direction === "ASC" ? Prisma.sql`>` : Prisma.sql`<`;
  if (order.key === null) return Prisma.sql`m.id ${comparison} ${place.id}::uuid`;
  return Prisma.sql`(${order.key}, m.id) ${comparison} (${place.key}::${order.type}, ${place.id}::uuid)`;
}

// ── list ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
type ListRow = {
  id: string;
  key: string | null;
  reference: string;
  name: string;
  version: string;
  unit: string;
  tier: string;
  status: string;
  stage: string | null;
  risk_score: number;
  tags: string[];
  owner_id: string | null;
  owner_name: string | null;
  last_review_at: Date | null;
  next_review_at: Date | null;
  is_due: boolean;
  is_stale: boolean;
  locked_by_proposal: string | null;
};

export type ModelQuery = ModelFilter & { readonly limit: number; readonly cursor?: string };
export type ListedModel = { readonly id: string; readonly key: string | null; readonly item: ModelListItem };

function toListed(row: ListRow): ListedModel {
  const owner = row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "–" };
  return {
    id: row.id,
    key: row.key,
    item: {
      reference: row.reference,
      name: row.name,
      version: row.version,
      unit: row.unit,
      tier: Tier.parse(row.tier),
      status: ModelStatus.parse(row.status),
      stage: row.stage === null ? null : Stage.parse(row.stage),
      riskScore: row.risk_score,
      tags: row.tags,
      owner,
      lastReviewAt: row.last_review_at?.toISOString() ?? null,
      nextReviewAt: row.next_review_at?.toISOString() ?? null,
      isReviewDue: row.is_due,
      isStale: row.is_stale,
      lockedByProposal: row.locked_by_proposal,
    },
  };
}

/** `owner` is a user id by now, or `none`. */
function conditionsOf(query: ModelQuery, at: Date): Prisma.Sql[] {
  const where: Prisma.Sql[] = [];
  const { status, tier, stage, unit, agency, tag, owner, source, due, stale } = query;
  if (status !== undefined) where.push(Prisma.sql`m.status = ANY(${status})`);
  if (tier !== undefined) where.push(Prisma.sql`m.tier = ANY(${tier})`);
  if (stage !== undefined) where.push(Prisma.sql`m.stage = ANY(${stage})`);
  if (unit !== undefined) where.push(Prisma.sql`m.unit = ${unit}`);
  if (agency !== undefined) where.push(Prisma.sql`m.agency = ${agency}`);
  if (tag !== undefined) where.push(Prisma.sql`${tag} = ANY(m.tags)`);
  if (source !== undefined) where.push(Prisma.sql`m.source_name = ${source}`);
  if (owner === "none") where.push(Prisma.sql`m.owner_user_id IS NULL`);
  else if (owner !== undefined) where.push(Prisma.sql`m.owner_user_id = ${owner}::uuid`);
  if (due !== undefined) where.push(due ? isDue(at) : Prisma.sql`NOT ${isDue(at)}`);
  if (stale !== undefined) where.push(stale ? IS_STALE : Prisma.sql`NOT ${IS_STALE}`);
  return where;
}

/** Up to so many matches are fetched by the text index; a pattern that matches more is met soon on the way anyway. */
const RARE = 400;
/** The index knows three letters at a time. */
const SHORTEST_INDEXED = 3;

async function whereText(tx: UnitOfWork, q: string): Promise<Prisma.Sql> {
  if (/^mdl-[0-9a-z]{8}$/iu.test(q)) return Prisma.sql`m.reference = ${q.toUpperCase()}`;
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/gu, "\\$&")}%`;
  const isOnTheWay = Prisma.sql`lower(m.name || ' ' || m.description || ' ' || m.unit) LIKE ${pattern}`;
  if (q.length < SHORTEST_INDEXED) return isOnTheWay;
  const rows = await tx.db.$queryRaw<{ id: string }[]>`SELECT id FROM model_search(${pattern}, ${RARE + 1})`;
  return rows.length > RARE ? isOnTheWay : Prisma.sql`m.id = ANY(${rows.map(({ id }) => id)}::uuid[])`;
}

/** One page, in the order asked for; ask for one more than is shown to learn whether there is a next page. */
export async function loadModelPage(tx: UnitOfWork, query: ModelQuery, at: Date): Promise<ListedModel[]> {
  const sort = query.sort ?? "newest";
  const order = SORT_KEYS[sort];
  const where = [Prisma.sql`m.organization_id = app_organization()`, ...conditionsOf(query, at)];
  if (query.q !== undefined && query.q !== "") where.push(await whereText(tx, query.q));
  if (query.cursor !== undefined) where.push(whereAfter(readModelCursor(query.cursor, sort), order));
  const direction = order.direction === "ASC" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const key = sort === "next_review" ? Prisma.sql`${order.key} AT TIME ZONE 'UTC'` : (order.key ?? Prisma.sql`NULL`);
  const orderBy =
    order.key === null ? Prisma.sql`m.id ${direction}` : Prisma.sql`${order.key} ${direction}, m.id ${direction}`;
  const rows = await tx.db.$queryRaw<ListRow[]>`
    SELECT m.id, (${key})::text AS key, m.reference, m.name, m.version, m.unit, m.tier, m.status, m.stage, m.risk_score,
      m.tags, m.owner_user_id AS owner_id, u.name AS owner_name, m.last_review_at, m.next_review_at,
      ${isDue(at)} AS is_due, ${IS_STALE} AS is_stale, m.locked_by_proposal
    FROM models m LEFT JOIN users u ON u.id = m.owner_user_id
    WHERE ${Prisma.join(where, " AND ")} ORDER BY ${orderBy} LIMIT ${query.limit}`;
  return rows.map(toListed);
}

// ── units, summary, export ───────────────────────────────────────────────────────────────────────────────────────────
/** Units in use with their number of models, by name. */
export async function loadUnits(tx: UnitOfWork, q: string | undefined, limit: number): Promise<UnitView[]> {
  const pattern = `%${(q ?? "").toLowerCase().replace(/[\\%_]/gu, "\\$&")}%`;
  return tx.db.$queryRaw<UnitView[]>`
    SELECT unit, agency, bureau, count(*)::int AS models,
      count(*) FILTER (WHERE owner_user_id IS NULL)::int AS "withoutOwner"
    FROM models WHERE organization_id = app_organization() AND lower(unit) LIKE ${pattern}
    GROUP BY unit, agency, bureau ORDER BY lower(unit), unit, agency, bureau LIMIT ${limit}`;
}

export async function loadModelGroups(tx: UnitOfWork, at: Date): Promise<ModelGroup[]> {
  const rows = await tx.db.$queryRaw<{ status: string; tier: string; count: number; due: number }[]>`
    SELECT m.status, m.tier, count(*)::int AS count, count(*) FILTER (WHERE ${isDue(at)})::int AS due
    FROM models m WHERE m.organization_id = app_organization() GROUP BY m.status, m.tier`;
  return rows.map((row) => ({ ...row, status: ModelStatus.parse(row.status), tier: Tier.parse(row.tier) }));
}

const EXPORT_BATCH = 5_000;

/** Every model in the order of its creation. */
export async function loadModelsForExport(tx: UnitOfWork): Promise<ExportedModel[]> {
  const exported: ExportedModel[] = [];
  for (let after: string | undefined; ; ) {
    const rows = await tx.db.model.findMany({
      where: after === undefined ? {} : { id: { gt: after } },
      include: { owner: { select: { user: { select: { email: true } } } } },
      orderBy: { id: "asc" },
      take: EXPORT_BATCH,
    });
    for (const row of rows) {
      const { reference, name, version, description, unit, riskScore, tags, lastReviewAt, nextReviewAt } = row;
      const { affectsRights, affectsSafety, decidesAutonomously, usesPersonalData, isPublicFacing } = row;
      const stage = row.stage === null ? null : Stage.parse(row.stage);
      exported.push({
        ...{ reference, name, version, description, unit, riskScore, tags, lastReviewAt, nextReviewAt },
        owner: row.owner?.user.email ?? null,
        tier: Tier.parse(row.tier),
        status: ModelStatus.parse(row.status),
        facts: { affectsRights, affectsSafety, decidesAutonomously, usesPersonalData, isPublicFacing, stage },
        source: row.sourceName,
        sourceId: row.sourceId,
        sourceFacts: (row.sourceFacts ?? []) as unknown as ExportedModel["sourceFacts"],
      });
    }
    after = rows.at(-1)?.id;
    if (rows.length < EXPORT_BATCH) return exported;
  }
}
