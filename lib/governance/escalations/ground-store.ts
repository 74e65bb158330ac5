// Gathers what the stages rest on (ESC-3), in two round trips: what holds for the whole organisation, and the subjects that the
// raises name with what is open on them.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { CharterContent } from "../board/charter.ts";
import type { Ground } from "./ground.ts";
import type { Subjects } from "./intake.ts";
import type { ModelSubject, VentureSubject } from "./item.ts";
import { EscalationRules, STANDARD_RULES } from "./rules.ts";
import type { RaiseInput } from "./schema.ts";
import { type Silence, SilenceMatcher } from "./silence.ts";

const Paths = CharterContent.shape.escalationPaths;
export type Paths = Ground["paths"];

type GroundRow = {
  time_zone: string;
  charter_version: number | null;
  paths: unknown;
  rules: unknown;
  silences: { reference: string; matcher: unknown; startsAt: string; endsAt: string }[] | null;
};

export type LoadedGround = Ground & { readonly charterVersion: number };

export async function loadGround(tx: UnitOfWork, at: Date): Promise<LoadedGround> {
  const [row] = await tx.db.$queryRaw<GroundRow[]>`
    SELECT o.time_zone, c.version AS charter_version, c.paths,
      (SELECT jsonb_build_object('keyStages', r.key_stages, 'exemptCategories', r.exempt_categories, 'briefingHour',
        r.briefing_hour, 'summaryHour', r.summary_hour, 'weeklyDay', r.weekly_day)
        FROM escalation_rules r WHERE r.organization_id = o.id) AS rules,
      (SELECT jsonb_agg(jsonb_build_object('reference', s.reference, 'matcher', s.matcher,
        'startsAt', to_char(s.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'endsAt', to_char(s.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY s.id)
        FROM escalation_silences s WHERE s.organization_id = o.id AND s.ends_at > ${at}) AS silences
    FROM organizations o LEFT JOIN LATERAL (
      SELECT v.version, v.content -> 'escalationPaths' AS paths FROM charter_versions v
      WHERE v.organization_id = o.id AND v.effective_at <= ${at} ORDER BY v.version DESC LIMIT 1) c ON true
    WHERE o.id = app_organization()`;
  if (row?.charter_version == null) throw new Error("An organisation without a charter in force");
  return {
    organizationId: tx.organizationId,
    at,
    zone: row.time_zone,
    charterVersion: row.charter_version,
    paths: Paths.parse(row.paths),
    rules: row.rules === null ? STANDARD_RULES : EscalationRules.parse(row.rules),
    silences: (row.silences ?? []).map(toSilence),
    criticals: new Map(),
    claims: null,
    rooms: null,
  };
}

function toSilence({ reference, matcher, startsAt, endsAt }: NonNullable<GroundRow["silences"]>[number]): Silence {
  return {
    reference,
    matcher: SilenceMatcher.parse(matcher),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  };
}

/** The paths of the charter versions under which items were raised. */
export async function loadPaths(tx: UnitOfWork, versions: readonly number[]): Promise<ReadonlyMap<number, Paths>> {
  const rows = await tx.db.$queryRaw<{ version: number; paths: unknown }[]>`
    SELECT version, content -> 'escalationPaths' AS paths FROM charter_versions
    WHERE organization_id = app_organization() AND version = ANY(${[...new Set(versions)]}::int[])`;
  return new Map(rows.map(({ version, paths }) => [version, Paths.parse(paths)]));
}

type VentureRow = Omit<VentureSubject, "portfolioId" | "portfolioReference" | "leadUserId"> & {
  portfolio_id: string;
  portfolio_reference: string;
  lead_user_id: string | null;
};
type ModelRow = { id: string; reference: string; name: string; owner_user_id: string | null; critical: string | null };

/** Subjects by reference, and the open critical item of each model. */
export async function loadSubjects(
  tx: UnitOfWork,
  raises: readonly Pick<RaiseInput, "ventureRef" | "modelRef">[],
): Promise<Subjects & { readonly criticals: ReadonlyMap<string, string> }> {
  const named = (references: readonly (string | undefined)[]) => [
    ...new Set(references.filter((each) => each !== undefined)),
  ];
  const ventureRefs = named(raises.map(({ ventureRef }) => ventureRef));
  const modelRefs = named(raises.map(({ modelRef }) => modelRef));
  const ventures = ventureRefs.length === 0 ? [] : await loadVentureRows(tx, ventureRefs);
  const models = modelRefs.length === 0 ? [] : await loadModelRows(tx, modelRefs);
  return {
    ventures: new Map(ventures.map((row) => [row.reference, toVenture(row)])),
    models: new Map(models.map((row) => [row.reference, toModel(row)])),
    criticals: new Map(models.flatMap(({ id, critical }) => (critical === null ? [] : [[id, critical]]))),
  };
}

async function loadVentureRows(tx: UnitOfWork, references: readonly string[]): Promise<VentureRow[]> {
  return tx.db.$queryRaw<VentureRow[]>`
    SELECT v.id, v.reference, v.name, v.stage, v.portfolio_id, p.reference AS portfolio_reference, v.lead_user_id
    FROM ventures v JOIN portfolios p ON p.organization_id = v.organization_id AND p.id = v.portfolio_id
    WHERE v.organization_id = app_organization() AND v.reference = ANY(${[...references]}::text[])`;
}

async function loadModelRows(tx: UnitOfWork, references: readonly string[]): Promise<ModelRow[]> {
  return tx.db.$queryRaw<ModelRow[]>`
    SELECT m.id, m.reference, m.name, m.owner_user_id,
      (SELECT e.reference FROM escalations e WHERE e.organization_id = m.organization_id AND e.model_id = m.id
        AND e.status <> 'resolved' AND e.severity = 4 ORDER BY e.id LIMIT 1) AS critical
    FROM models m WHERE m.organization_id = app_organization() AND m.reference = ANY(${[...references]}::text[])`;
}

function toVenture(row: VentureRow): VentureSubject {
  const { portfolio_id: portfolioId, portfolio_reference: portfolioReference, lead_user_id: leadUserId, ...rest } = row;
  return { ...rest, portfolioId, portfolioReference, leadUserId };
}

function toModel({ id, reference, name, owner_user_id: ownerUserId }: ModelRow): ModelSubject {
  return { id, reference, name, ownerUserId };
}
