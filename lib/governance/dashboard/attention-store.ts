// Reads how much of what is raised asks for this person (DSH-16). Counted only as far as a badge can say: a hundred is many.
import type { UnitOfWork } from "../../db/unit-of-work.ts";

const MANY = 100;

/** High and critical ones that nobody answers for and nothing holds, the most severe first along their index. */
export async function countEscalationsToAnswer(tx: UnitOfWork): Promise<number> {
  const [row] = await tx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM escalations WHERE organization_id = app_organization() AND status <> 'resolved' AND status = 'open'
        AND place <> 'held' AND (5 - severity) <= 2 ORDER BY (5 - severity), respond_by, id LIMIT ${MANY}) AS waiting`;
  return row?.count ?? 0;
}
