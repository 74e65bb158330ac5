// Reads names from rolls, for showing (VOT-117, VOT-152): of a board everybody; of thousands a few that say something. What
// counts is counted elsewhere.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BoardRole } from "../board/schema.ts";
import { BALLOT_COLUMNS, BALLOT_JOINS, type BallotRow, toRollBallot } from "./place-store.ts";
import type { DissentView } from "./proposal-view.ts";
import type { Roll, RollEntry } from "./roll.ts";
import { OTHER_SIDE, toDissent } from "./roll-view.ts";
import { RecusalBasis, type ResultOutcome } from "./schema.ts";
import type { Visibility } from "./visibility.ts";
import { hasRights } from "./voting-right-store.ts";

/** A roll up to here is shown whole; of a longer one at most so many of each kind. */
export const NAMES_SHOWN = 50;

type RollRow = BallotRow & {
  user_id: string;
  name: string;
  seat_role: string | null;
  weight: number;
  has_rights: boolean;
  recused_at: Date | null;
  recusal_basis: string | null;
  recusal_reason: string | null;
  recused_by: string | null;
  recused_by_name: string | null;
};

type RollQuery = { readonly proposalId: string; readonly at: Date };

/** By name. */
async function loadEntries(tx: UnitOfWork, { proposalId, at }: RollQuery, which: Prisma.Sql): Promise<Roll> {
  const rows = await tx.db.$queryRaw<RollRow[]>`
    SELECT e.user_id, u.name, e.seat_role, e.weight, e.recused_at, e.recusal_basis, e.recusal_reason, e.recused_by,
      r.name AS recused_by_name, ${BALLOT_COLUMNS}, ${hasRights(Prisma.sql`${at}`)} AS has_rights
    FROM electors e
    JOIN users u ON u.id = e.user_id
    JOIN memberships m ON m.organization_id = e.organization_id AND m.user_id = e.user_id
    LEFT JOIN users r ON r.id = e.recused_by
    ${BALLOT_JOINS}
    WHERE e.organization_id = app_organization() AND e.proposal_id = ${proposalId}::uuid AND ${which}
    ORDER BY u.name, e.user_id`;
  return rows.map(toRollEntry);
}

/**
 * Everybody on a short roll. Of a long one who stands aside and, for readers who may see choices, who wrote why they chose;
 * for others nothing that depends on a ballot.
 */
export async function loadShownRoll(
  tx: UnitOfWork,
  query: RollQuery & { readonly isWhole: boolean; readonly seesChoices: boolean; readonly userId: string | null },
): Promise<Roll> {
  if (query.isWhole) return loadEntries(tx, query, Prisma.sql`true`);
  const own = Prisma.sql`organization_id = app_organization() AND proposal_id = ${query.proposalId}::uuid`;
  const reasoned = Prisma.sql`UNION (SELECT voter_user_id FROM ballots WHERE ${own} AND reasoning <> ''
    ORDER BY cast_at DESC LIMIT ${NAMES_SHOWN})`;
  return loadEntries(
    tx,
    query,
    Prisma.sql`e.user_id IN (
      (SELECT user_id FROM electors WHERE ${own} AND recused_at IS NOT NULL
        ORDER BY user_id IS DISTINCT FROM ${query.userId}::uuid, recused_at LIMIT ${NAMES_SHOWN})
      ${query.seesChoices ? reasoned : Prisma.empty})`,
  );
}

/** The other side once voting has ended, those with a reasoning first (VOT-15); null while the reader may not see it. */
export async function loadDissent(
  tx: UnitOfWork,
  query: RollQuery & { readonly result: ResultOutcome | null; readonly visibility: Visibility },
): Promise<DissentView[] | null> {
  const { proposalId, result, visibility } = query;
  if (visibility.dissent === "hidden" || result === null) return null;
  const choice = OTHER_SIDE[result];
  if (choice === null) return [];
  const chosen = Prisma.sql`e.user_id IN (
    SELECT voter_user_id FROM ballots WHERE organization_id = app_organization() AND proposal_id = ${proposalId}::uuid
      AND choice = ${choice} ORDER BY reasoning = '', cast_at, voter_user_id LIMIT ${NAMES_SHOWN})`;
  return toDissent(await loadEntries(tx, query, chosen), visibility);
}

function toRollEntry(row: RollRow): RollEntry {
  const by = row.recused_by === null ? null : { id: row.recused_by, name: row.recused_by_name ?? "" };
  return {
    userId: row.user_id,
    name: row.name,
    seatRole: row.seat_role === null ? null : BoardRole.parse(row.seat_role),
    weight: row.weight,
    isChair: row.seat_role === "chair",
    hasRights: row.has_rights,
    recusal:
      row.recused_at === null
        ? null
        : { at: row.recused_at, basis: RecusalBasis.parse(row.recusal_basis), reason: row.recusal_reason ?? "", by },
    ballot: toRollBallot(row),
  };
}
