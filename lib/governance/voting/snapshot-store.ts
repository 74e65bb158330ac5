// Freezes who votes by trust (VOT-3, VOT-150, VOT-151): thousands of members in one statement, counted and digested on the way, so
// that no list of them passes through this process.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { HALF_VOTES, type Recusal } from "./electorate.ts";
import type { Count, Tally } from "./schema.ts";
import { takesPart } from "./voting-right-store.ts";

/** `user_id`, `weight` in half-votes and, for whoever stands aside, `basis` and `reason`. Who never came in is not active yet. */
function membersNow(recusals: readonly Recusal[], at: Date): Prisma.Sql {
  const weights = Object.entries(HALF_VOTES).filter(([, weight]) => weight > 0);
  return Prisma.sql`
    SELECT m.user_id, w.weight, r.basis, r.reason
    FROM memberships m
    JOIN unnest(${weights.map(([level]) => level)}::text[], ${weights.map(([, weight]) => weight)}::int[])
      AS w(trust_level, weight) ON w.trust_level = m.trust_level
    LEFT JOIN unnest(${recusals.map((each) => each.userId)}::uuid[], ${recusals.map((each) => each.basis)}::text[],
      ${recusals.map((each) => each.reason)}::text[]) AS r(user_id, basis, reason) ON r.user_id = m.user_id
    WHERE m.organization_id = app_organization() AND m.ended_at IS NULL AND ${takesPart(Prisma.sql`${at}`)}
      AND m.user_id NOT IN (
        SELECT i.user_id FROM invitations i WHERE i.organization_id = app_organization()
        GROUP BY i.user_id HAVING bool_and(i.accepted_at IS NULL)
        EXCEPT SELECT x.user_id FROM sessions x WHERE x.organization_id = app_organization())`;
}

type CountRow = { entitled: number; entitled_weight: number; recused: number; recused_weight: number };

const countsOf = (isAside: Prisma.Sql) => Prisma.sql`
  count(*) FILTER (WHERE NOT ${isAside})::int AS entitled, (count(*) FILTER (WHERE ${isAside}))::int AS recused,
  COALESCE(sum(weight) FILTER (WHERE NOT ${isAside}), 0)::int AS entitled_weight,
  COALESCE(sum(weight) FILTER (WHERE ${isAside}), 0)::int AS recused_weight`;

/** What opening now would freeze. */
export async function countMembersNow(tx: UnitOfWork, recusals: readonly Recusal[], at: Date): Promise<Tally> {
  const [row] = await tx.db.$queryRaw<CountRow[]>`
    SELECT ${countsOf(Prisma.sql`basis IS NOT NULL`)} FROM (${membersNow(recusals, at)}) AS n`;
  return toTally(row);
}

export type Frozen = { readonly tally: Tally; readonly digest: string };

/** Writes the roll and answers how it stands, with the digest of `loadElectorateDigest`. */
export async function freezeMembers(
  tx: UnitOfWork,
  roll: { readonly proposalId: string; readonly recusals: readonly Recusal[]; readonly openedAt: Date },
): Promise<Frozen> {
  const { proposalId, recusals, openedAt } = roll;
  const [row] = await tx.db.$queryRaw<(CountRow & { digest: string })[]>`
    WITH frozen AS (
      INSERT INTO electors (proposal_id, user_id, weight, recused_at, recusal_basis, recusal_reason)
      SELECT ${proposalId}::uuid, user_id, weight, CASE WHEN basis IS NULL THEN NULL ELSE ${openedAt}::timestamptz END,
        basis, reason
      FROM (${membersNow(recusals, openedAt)}) AS n
      RETURNING user_id, weight, recused_at, recusal_basis)
    SELECT ${countsOf(Prisma.sql`recused_at IS NOT NULL`)}, ${DIGEST} AS digest FROM frozen`;
  return { tally: toTally(row), digest: row?.digest ?? "" };
}

/** Of the frozen roll, whoever it lists: SHA-256 over `{ electors: [{ userId, weight }], recused: [{ basis, userId }] }` by user id, in RFC 8785. */
const DIGEST = Prisma.sql`encode(sha256(convert_to('{"electors":[' || COALESCE(string_agg(
    '{"userId":"' || user_id || '","weight":' || weight || '}', ',' ORDER BY user_id) FILTER (WHERE recused_at IS NULL), '')
  || '],"recused":[' || COALESCE(string_agg(
    '{"basis":"' || recusal_basis || '","userId":"' || user_id || '"}', ',' ORDER BY user_id)
    FILTER (WHERE recused_at IS NOT NULL), '') || ']}', 'UTF8')), 'hex')`;

export async function loadElectorateDigest(tx: UnitOfWork, proposalId: string): Promise<string> {
  const [row] = await tx.db.$queryRaw<{ digest: string }[]>`
    SELECT ${DIGEST} AS digest FROM electors
    WHERE organization_id = app_organization() AND proposal_id = ${proposalId}::uuid`;
  if (row === undefined) throw new Error("The database gave no digest");
  return row.digest;
}

/** Nobody has cast, and no seat is asked for. */
function toTally(row: CountRow | undefined): Tally {
  if (row === undefined) throw new Error("The database counted no members");
  const none: Count = { voters: 0, weight: 0 };
  const entitled = { voters: row.entitled, weight: row.entitled_weight };
  const recused = { voters: row.recused, weight: row.recused_weight };
  return { yes: none, no: none, abstain: none, lapsed: none, waiting: entitled, entitled, recused, chair: "none" };
}
