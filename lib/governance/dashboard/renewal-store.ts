// Reads what has come back to the board (VOT-172): renewals that are drafted and that nobody has opened for voting yet.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { startOfDay } from "../board/calendar-date.ts";
import { loadTimeZone } from "../board/store.ts";
import { addCalendarDays } from "../kernel/calendar-day.ts";
import { loadToday } from "../policy/grant-store.ts";
import { GrantKind } from "../policy/schema.ts";
import { SHOWN } from "./chair-queue.ts";
import type { Home } from "./schema.ts";

type Row = { reference: string; kind: string; until: string; title: string; proposer: string; total: number };

/** Earliest end first. */
export async function loadRenewals(tx: UnitOfWork, at: Date): Promise<NonNullable<Home["chair"]>["renewals"]> {
  const today = await loadToday(tx, at);
  const zone = await loadTimeZone(tx);
  const rows = await tx.db.$queryRaw<Row[]>`
    SELECT g.reference, g.kind, g.until_on::text AS until, p.title, u.name AS proposer, (count(*) OVER ())::int AS total
    FROM proposals p
    JOIN standing_grants g ON g.organization_id = p.organization_id AND g.reference = p.payload->>'renews'
    JOIN users u ON u.id = p.proposer_user_id
    WHERE p.organization_id = ${tx.organizationId}::uuid AND p.status = 'draft'
      AND p.kind IN ('risk_acceptance', 'exception_grant') AND g.until_on <= ${today}::date
    ORDER BY g.until_on, g.id LIMIT ${SHOWN}`;
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ reference, kind, until, title, proposer }) => ({
      ...{ reference, title, proposer, kind: GrantKind.parse(kind) },
      endsAt: startOfDay(addCalendarDays(until, 1), zone).toISOString(),
    })),
  };
}
