// Reads what a morning's letter says, and whether a briefing with cards makes it superfluous.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { MorningFacts } from "./morning.ts";
import { toSeverity } from "./severity-scale.ts";

type BriefingOfDay = "none" | "on_its_way" | "sent";

/** The digest with decision cards of that morning: gone out to somebody, about to, or not there. A late one of the night is not it. */
export async function findBriefingOfDay(
  tx: UnitOfWork,
  { day, zone, hour, at }: { readonly day: string; readonly zone: string; readonly hour: number; readonly at: Date },
): Promise<BriefingOfDay> {
  const [row] = await tx.db.$queryRaw<{ sent: boolean; coming: boolean }[]>`
    SELECT
      EXISTS (SELECT 1 FROM escalation_digests WHERE organization_id = app_organization() AND kind = 'next_briefing'
        AND cardinality(user_ids) > 0 AND (delivered_at AT TIME ZONE ${zone})::date = ${day}::date
        AND extract(hour FROM delivered_at AT TIME ZONE ${zone}) >= ${hour}) AS sent,
      EXISTS (SELECT 1 FROM escalation_digests WHERE organization_id = app_organization() AND kind = 'next_briefing'
        AND delivered_at IS NULL AND deliver_at <= ${at})
      OR EXISTS (SELECT 1 FROM escalations WHERE organization_id = app_organization() AND channel = 'next_briefing'
        AND place = 'queued' AND digest_id IS NULL AND collect_at <= ${at}) AS coming`;
  return row?.sent ? "sent" : row?.coming ? "on_its_way" : "none";
}

const MOST_TITLES = 20;

export async function loadMorning(tx: UnitOfWork, at: Date): Promise<MorningFacts> {
  const [counts] = await tx.db.$queryRaw<Record<Exclude<keyof MorningFacts, "titles">, number>[]>`
    SELECT count(*) FILTER (WHERE status = 'open' AND channel = 'immediate' AND place <> 'held')::int AS immediate,
      count(*) FILTER (WHERE status = 'open' AND channel = 'next_briefing' AND place <> 'held')::int AS cards,
      count(*) FILTER (WHERE respond_by <= ${at})::int AS overdue,
      count(*) FILTER (WHERE place = 'queued' AND channel = 'daily_summary')::int AS waiting,
      count(*) FILTER (WHERE place = 'held' OR channel <> wanted_channel)::int AS "heldBack"
    FROM escalations WHERE organization_id = app_organization() AND status <> 'resolved'`;
  const titles = await tx.db.$queryRaw<{ severity: number; title: string; isOverdue: boolean }[]>`
    SELECT severity::int AS severity, title, respond_by <= ${at} AS "isOverdue" FROM escalations
    WHERE organization_id = app_organization() AND status <> 'resolved' AND (respond_by <= ${at}
      OR (status = 'open' AND channel IN ('immediate', 'next_briefing') AND place <> 'held'))
    ORDER BY (5 - severity), respond_by, id LIMIT ${MOST_TITLES}`;
  return {
    ...{ immediate: counts?.immediate ?? 0, cards: counts?.cards ?? 0, overdue: counts?.overdue ?? 0 },
    ...{ waiting: counts?.waiting ?? 0, heldBack: counts?.heldBack ?? 0 },
    titles: titles.map(({ severity, ...line }) => ({ ...line, severity: toSeverity(severity) })),
  };
}
