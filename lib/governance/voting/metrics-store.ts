// Reads the figures of voting (VOT-14). Participation comes from the result kept when a vote ended. A vote past its
// deadline that nobody closed yet still counts as open: closing it is a matter of seconds.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { MetricFacts, MonthFacts } from "./metrics.ts";
import { DecisionOutcome, ProposalStatus } from "./schema.ts";

type ClosedRow = { reference: string; title: string; closedAt: Date; participants: number; entitled: number };

/** Ballots under seal count once the vote has ended (VOT-123). Drafts are between proposer and admins and are counted, not named. */
export async function loadMetricFacts(tx: UnitOfWork, at: Date): Promise<MetricFacts> {
  const statuses = await tx.db.proposal.groupBy({ by: ["status"], _count: { _all: true } });
  const isShown = { OR: [{ isSealed: false }, { status: { not: "open" } }] };
  const votesCast = await tx.db.ballot.count({ where: { castAt: { lte: at }, proposal: isShown } });
  const closed = await tx.db.$queryRaw<ClosedRow[]>`
    SELECT reference, title, closed_at AS "closedAt", (result #>> '{tally,entitled,voters}')::int AS entitled,
      (result #>> '{tally,yes,voters}')::int + (result #>> '{tally,no,voters}')::int
        + (result #>> '{tally,abstain,voters}')::int AS participants
    FROM proposals WHERE organization_id = app_organization() AND closed_at IS NOT NULL AND result IS NOT NULL
    ORDER BY closed_at, id`;
  return {
    statuses: statuses.map((row) => ({ status: ProposalStatus.parse(row.status), count: row._count._all })),
    votesCast,
    closed,
    months: await loadMonths(tx, at),
  };
}

type MonthRow = Record<DecisionOutcome, number> & Omit<MonthFacts, "decided">;

/** Twelve calendar months in the organisation's time zone, the empty ones too. A decision of a rule alone is no vote. */
async function loadMonths(tx: UnitOfWork, at: Date): Promise<MonthFacts[]> {
  const rows = await tx.db.$queryRaw<MonthRow[]>`
    WITH zone AS (SELECT time_zone AS name FROM organizations WHERE id = app_organization()),
      present AS (SELECT date_trunc('month', ${at}::timestamptz AT TIME ZONE name) AS month, name FROM zone),
      months AS (
        SELECT starts AT TIME ZONE name AS starts_at, (starts + interval '1 month') AT TIME ZONE name AS ends_at
        FROM present, generate_series(month - interval '11 months', month, interval '1 month') AS starts),
      ended AS (
        SELECT d.outcome, d.decided_at, extract(epoch FROM d.decided_at - p.opened_at) / 3600 AS hours,
          ((p.result #>> '{tally,yes,voters}')::numeric + (p.result #>> '{tally,no,voters}')::numeric
            + (p.result #>> '{tally,abstain,voters}')::numeric)
            / nullif((p.result #>> '{tally,entitled,voters}')::numeric, 0) AS ratio
        FROM decisions d JOIN proposals p ON p.organization_id = d.organization_id AND p.id = d.proposal_id
        WHERE d.organization_id = app_organization() AND d.decided_at >= (SELECT min(starts_at) FROM months))
    SELECT starts_at AS "startsAt",
      count(*) FILTER (WHERE outcome = 'approved')::int AS approved,
      count(*) FILTER (WHERE outcome = 'conditional')::int AS conditional,
      count(*) FILTER (WHERE outcome = 'deferred')::int AS deferred,
      count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected,
      count(*) FILTER (WHERE outcome = 'withdrawn')::int AS withdrawn,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY hours))::float8 AS "medianHours",
      avg(ratio)::float8 AS "participationRatio"
    FROM months LEFT JOIN ended ON decided_at >= starts_at AND decided_at < ends_at
    GROUP BY starts_at ORDER BY starts_at`;
  return rows.map(({ startsAt, medianHours, participationRatio, ...counts }) => {
    const pairs = DecisionOutcome.options.map((outcome) => [outcome, counts[outcome]]);
    return {
      ...{ startsAt, medianHours, participationRatio },
      decided: Object.fromEntries(pairs) as MonthFacts["decided"],
    };
  });
}
