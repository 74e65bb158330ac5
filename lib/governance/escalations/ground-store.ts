// Gathers what the stages rest on (ESC-3), in one round trip: what holds for the whole organisation, and the subjects that the
// raises name with what is open on them.
import type { StatementWork } from "../../db/unit-of-work.ts";
import { CharterContent } from "../board/charter.ts";
import type { BudgetGround } from "./budget-store.ts";
import type { Ground } from "./ground.ts";
import type { Subjects } from "./intake.ts";
import type { ModelSubject, VentureSubject } from "./item.ts";
import { EscalationRules, STANDARD_RULES } from "./rules.ts";
import type { RaiseInput } from "./schema.ts";
import { type Silence, SilenceMatcher } from "./silence.ts";

const Paths = CharterContent.shape.escalationPaths;
export type Paths = Ground["paths"];

type GroundRow = {
  at: Date;
  time_zone: string;
  charter_version: number | null;
  paths: unknown;
  rules: unknown;
  silences: { reference: string; matcher: unknown; startsAt: string; endsAt: string }[] | null;
  ventures: VentureSubject[] | null;
  models: (ModelSubject & { critical: string | null })[] | null;
  uses: BudgetGround["uses"] | null;
  limits: BudgetGround["limits"] | null;
};

export type LoadedGround = Ground & {
  readonly charterVersion: number;
  readonly subjects: Subjects;
  readonly budgets: BudgetGround;
};
type Naming = Pick<RaiseInput, "ventureRef" | "modelRef">;

/**
 * The ground at the database's time, with the subjects that these raises name, the open critical item of each model, and what is
 * used of their budgets.
 */
export async function loadGround(tx: StatementWork, raises: readonly Naming[]): Promise<LoadedGround> {
  const ventureRefs = namedOnce(raises.map(({ ventureRef }) => ventureRef));
  const modelRefs = namedOnce(raises.map(({ modelRef }) => modelRef));
  const [row] = await tx.db.$queryRaw<GroundRow[]>`
    -- kept: escalation_ground
    SELECT clock.at, o.time_zone, c.version AS charter_version, c.paths,
      (SELECT jsonb_build_object('keyStages', r.key_stages, 'exemptCategories', r.exempt_categories, 'briefingHour',
        r.briefing_hour, 'summaryHour', r.summary_hour, 'weeklyDay', r.weekly_day)
        FROM escalation_rules r WHERE r.organization_id = o.id) AS rules,
      (SELECT jsonb_agg(jsonb_build_object('reference', s.reference, 'matcher', s.matcher,
        'startsAt', to_char(s.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'endsAt', to_char(s.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY s.id)
        FROM escalation_silences s WHERE s.organization_id = o.id AND s.ends_at > clock.at) AS silences,
      (SELECT json_agg(json_build_object('id', v.id, 'reference', v.reference, 'name', v.name, 'stage', v.stage,
        'portfolioId', v.portfolio_id, 'portfolioReference', p.reference, 'leadUserId', lead.user_id))
        FROM ventures v JOIN portfolios p ON p.organization_id = v.organization_id AND p.id = v.portfolio_id
        LEFT JOIN memberships lead ON lead.organization_id = v.organization_id AND lead.user_id = v.lead_user_id
          AND lead.ended_at IS NULL
        WHERE v.organization_id = o.id AND v.reference = ANY(${ventureRefs}::text[])) AS ventures,
      (SELECT json_agg(json_build_object('id', m.id, 'reference', m.reference, 'name', m.name, 'ownerUserId', owner.user_id,
        'critical', (SELECT e.reference FROM escalations e WHERE e.organization_id = m.organization_id AND e.model_id = m.id
          AND e.status <> 'resolved' AND e.severity = 4 ORDER BY e.id LIMIT 1)))
        FROM models m LEFT JOIN memberships owner ON owner.organization_id = m.organization_id
          AND owner.user_id = m.owner_user_id AND owner.ended_at IS NULL
        WHERE m.organization_id = o.id AND m.reference = ANY(${modelRefs}::text[])) AS models,
      (SELECT json_agg(json_build_object('scope_id', u.scope_id, 'channel', u.channel, 'period', u.period, 'used', u.used))
        FROM escalation_budget_uses u WHERE u.organization_id = o.id
        AND u.period >= (clock.at AT TIME ZONE o.time_zone)::date - 7
        AND u.scope_id = ANY(ARRAY(SELECT o.id UNION SELECT unnest(ARRAY[v.id, v.portfolio_id]) FROM ventures v
          WHERE v.organization_id = o.id AND v.reference = ANY(${ventureRefs}::text[])))) AS uses,
      (SELECT json_agg(json_build_object('scope', l.scope, 'immediate_per_day', l.immediate_per_day, 'next_briefing_per_day',
        l.next_briefing_per_day, 'weekly_per_week', l.weekly_per_week, 'revision', l.revision))
        FROM escalation_budgets l WHERE l.organization_id = o.id) AS limits
    FROM (SELECT governance_now() AS at OFFSET 0) clock CROSS JOIN organizations o LEFT JOIN LATERAL (
      SELECT v.version, v.content -> 'escalationPaths' AS paths FROM charter_versions v
      WHERE v.organization_id = o.id AND v.effective_at <= clock.at ORDER BY v.version DESC LIMIT 1) c ON true
    WHERE o.id = app_organization()`;
  if (row?.charter_version == null) throw new Error("An organisation without a charter in force");
  return {
    organizationId: tx.organizationId,
    at: row.at,
    zone: row.time_zone,
    charterVersion: row.charter_version,
    paths: Paths.parse(row.paths),
    rules: row.rules === null ? STANDARD_RULES : EscalationRules.parse(row.rules),
    silences: (row.silences ?? []).map(toSilence),
    ...toSubjects(row),
    budgets: { uses: row.uses ?? [], limits: row.limits ?? [] },
    claims: null,
    rooms: null,
  };
}

const namedOnce = (references: readonly (string | undefined)[]) => [
  ...new Set(references.filter((each) => each !== undefined)),
];

function toSubjects(row: GroundRow): Pick<LoadedGround, "subjects" | "criticals"> {
  const ventures = (row.ventures ?? []).map((venture) => [venture.reference, venture] as const);
  const models = (row.models ?? []).map(({ critical: _, ...model }) => [model.reference, model] as const);
  const criticals = (row.models ?? []).flatMap(({ id, critical }) =>
    critical === null ? [] : [[id, critical] as const],
  );
  return { subjects: { ventures: new Map(ventures), models: new Map(models) }, criticals: new Map(criticals) };
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
export async function loadPaths(tx: StatementWork, versions: readonly number[]): Promise<ReadonlyMap<number, Paths>> {
  const rows = await tx.db.$queryRaw<{ version: number; paths: unknown }[]>`
    SELECT version, content -> 'escalationPaths' AS paths FROM charter_versions
    WHERE organization_id = app_organization() AND version = ANY(${[...new Set(versions)]}::int[])`;
  return new Map(rows.map(({ version, paths }) => [version, Paths.parse(paths)]));
}
