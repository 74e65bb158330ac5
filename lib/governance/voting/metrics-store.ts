// Reads the figures of voting (VOT-14). Participation comes from the result kept when a vote ended. A vote past its
// deadline that nobody closed yet still counts as open: closing it is a matter of seconds.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { MetricFacts } from "./metrics.ts";
import { ProposalStatus } from "./schema.ts";

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
  };
}
