// Reads and writes of the models of one source: what an import meets, and what it brings, in few large statements.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { type ModelRecord, toModelRecord, type WrittenBefore } from "./import/import-write.ts";
import type { ExistingModel, ImportPlan } from "./import/plan.ts";
import { refreshRiskScores } from "./risk-store.ts";
import { ModelStatus, Tier } from "./schema.ts";
import type { TierOverride } from "./tier-change.ts";

export type SourceModel = ExistingModel & WrittenBefore;

/** The models of a source by source id; locked in the order of their ids for an import, just read for a preview. */
export async function loadSourceModels(
  tx: UnitOfWork,
  source: string,
  lock: "lock" | "read",
): Promise<ReadonlyMap<string, SourceModel>> {
  const rows = await tx.db.$queryRaw<
    {
      reference: string;
      source_id: string;
      content_digest: string | null;
      status: string;
      tier: string;
      tier_override: TierOverride | null;
      locked_by_proposal: string | null;
    }[]
  >`SELECT reference, source_id, content_digest, status, tier, tier_override, locked_by_proposal FROM models
    WHERE organization_id = app_organization() AND source_name = ${source} AND source_id IS NOT NULL
    ORDER BY id ${lock === "lock" ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.empty}`;
  return new Map(
    rows.map((row) => [
      row.source_id,
      {
        reference: row.reference,
        contentDigest: row.content_digest ?? "",
        status: ModelStatus.parse(row.status),
        tier: Tier.parse(row.tier),
        openProposal: row.locked_by_proposal,
        tierOverride: row.tier_override,
      },
    ]),
  );
}

/** Active members by lower-case e-mail address, fit to own models: a chair, in office or appointed, is not. */
export async function loadOwnersByEmail(
  tx: UnitOfWork,
  emails: readonly string[],
  lock: "lock" | "read",
): Promise<ReadonlyMap<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await tx.db.$queryRaw<{ email: string; user_id: string }[]>`
    SELECT lower(u.email) AS email, m.user_id FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.organization_id = app_organization() AND m.ended_at IS NULL AND lower(u.email) = ANY(${[...emails]})
    ORDER BY m.user_id ${lock === "lock" ? Prisma.sql`FOR KEY SHARE OF m` : Prisma.empty}`;
  const chairs = await tx.db.$queryRaw<{ user_id: string }[]>`
    SELECT user_id FROM board_members WHERE organization_id = app_organization() AND role = 'chair' AND ended_at IS NULL
      AND term_end_at > governance_now()`;
  const chairing = new Set(chairs.map(({ user_id }) => user_id));
  return new Map(rows.filter(({ user_id }) => !chairing.has(user_id)).map((row) => [row.email, row.user_id]));
}

const RECORD = Prisma.raw(`r(reference text, name text, version text, description text, owner_user_id uuid, unit text,
  agency text, bureau text, tier text, tier_reasons jsonb, tier_override jsonb, status text, tags text[],
  affects_rights bool, affects_safety bool, decides_autonomously bool, uses_personal_data bool, is_public_facing bool,
  stage text, stage_dates jsonb, source_name text, source_id text, source_facts jsonb, content_digest text, risk_score int,
  risk_contributions jsonb)`);
const COLUMNS = Prisma.raw(`name, version, description, unit, agency, bureau, tier, tier_reasons, tier_override, tags,
  affects_rights, affects_safety, decides_autonomously, uses_personal_data, is_public_facing, stage, stage_dates,
  source_facts, content_digest`);
const READ = Prisma.raw(`r.name, r.version, r.description, r.unit, r.agency, r.bureau, r.tier, r.tier_reasons,
  r.tier_override, r.tags, r.affects_rights, r.affects_safety, r.decides_autonomously, r.uses_personal_data,
  r.is_public_facing, r.stage, r.stage_dates, r.source_facts, r.content_digest`);

/** New models, each with the first point of its risk history: one statement, so that no row is written twice. */
async function insertModels(tx: UnitOfWork, records: readonly ModelRecord[], at: Date): Promise<void> {
  await tx.db.$executeRaw`
    WITH inserted AS (
      INSERT INTO models (reference, source_name, source_id, owner_user_id, status, risk_score, risk_contributions,
        created_at, updated_at, ${COLUMNS})
      SELECT r.reference, r.source_name, r.source_id, r.owner_user_id, r.status, r.risk_score, r.risk_contributions,
        ${at}, ${at}, ${READ}
      FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS ${RECORD}
      RETURNING id, risk_score, risk_contributions)
    INSERT INTO risk_score_entries (model_id, score, contributions, recorded_at)
    SELECT id, risk_score, risk_contributions, ${at} FROM inserted`;
}

/** Facts only: never the status, and an owner only where there is none (REG-109, REG-119). Answers the ids. */
async function updateModels(tx: UnitOfWork, records: readonly ModelRecord[], at: Date): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    UPDATE models m SET (${COLUMNS}) = ROW(${READ}), owner_user_id = COALESCE(m.owner_user_id, r.owner_user_id),
      revision = m.revision + 1, updated_at = ${at}
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS ${RECORD}
    WHERE m.organization_id = app_organization() AND m.reference = r.reference
    RETURNING m.id`;
  return rows.map(({ id }) => id);
}

const AT_ONCE = 500;

/** Writes what a plan creates and updates, some rows at a time; answers the references of the new models by row. */
export async function writePlan(
  tx: UnitOfWork,
  plan: ImportPlan,
  known: {
    readonly existing: ReadonlyMap<string, SourceModel>;
    /** User ids by e-mail address. */
    readonly owners: ReadonlyMap<string, string>;
    readonly at: Date;
  },
  report: (rowsDone: number) => Promise<void>,
): Promise<ReadonlyMap<number, string>> {
  const { existing, owners, at } = known;
  const references = new Map<number, string>();
  for (let from = 0; from < plan.rows.length; from += AT_ONCE) {
    await report(from);
    const created: ModelRecord[] = [];
    const updated: ModelRecord[] = [];
    for (const row of plan.rows.slice(from, from + AT_ONCE)) {
      if (row.outcome !== "created" && row.outcome !== "updated") continue;
      const { ownerEmail, sourceId } = row.candidate;
      const owner = ownerEmail === null ? null : (owners.get(ownerEmail) ?? null);
      const reference = row.outcome === "updated" ? row.reference : tx.reference("model");
      const record = toModelRecord(row, reference, owner, existing.get(sourceId) ?? null, at);
      if (row.outcome === "updated") updated.push(record);
      else created.push(record);
      if (row.outcome === "created") references.set(row.row, reference);
    }
    if (created.length > 0) await insertModels(tx, created, at);
    if (updated.length > 0) await refreshRiskScores(tx, await updateModels(tx, updated, at), at);
  }
  return references;
}
