// Where one person stands in votes, and with what ballot: read by key, however long the rolls are (VOT-3, VOT-4).
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { NO_PLACE, type OwnPlace, type RollBallot } from "./roll.ts";
import { Choice } from "./schema.ts";
import { hasRights } from "./voting-right-store.ts";

/** The latest ballot of somebody on a roll; nulls while there is none. */
export type BallotRow = {
  choice: string | null;
  reasoning: string | null;
  cast_at: Date | null;
  sequence: number | null;
  subject_digest: string | null;
  salt: string | null;
  receipt_digest: string | null;
};

/** The columns of a ballot and its cast, and the joins that find them beside a place `e`. */
export const BALLOT_COLUMNS = Prisma.sql`b.choice, b.reasoning, b.cast_at, c.sequence, c.subject_digest, c.salt,
  c.receipt_digest`;
export const BALLOT_JOINS = Prisma.sql`
  LEFT JOIN ballots b ON b.organization_id = e.organization_id AND b.proposal_id = e.proposal_id
    AND b.voter_user_id = e.user_id
  LEFT JOIN ballot_casts c ON c.organization_id = b.organization_id AND c.id = b.cast_id`;

export function toRollBallot(row: BallotRow): RollBallot | null {
  if (row.choice === null || row.cast_at === null || row.sequence === null) return null;
  return {
    choice: Choice.parse(row.choice),
    reasoning: row.reasoning ?? "",
    castAt: row.cast_at,
    castNumber: row.sequence,
    subjectDigest: row.subject_digest ?? "",
    salt: row.salt ?? "",
    receiptDigest: row.receipt_digest ?? "",
  };
}

type PlaceRow = BallotRow & { proposal_id: string; weight: number; recused_at: Date | null; has_rights: boolean };

/** Of one person in these proposals; `userId` null is nobody's. */
export async function loadPlaces(
  tx: UnitOfWork,
  proposalIds: readonly string[],
  userId: string | null,
  at: Date,
): Promise<(proposalId: string) => OwnPlace> {
  if (userId === null || proposalIds.length === 0) return () => NO_PLACE;
  const rows = await tx.db.$queryRaw<PlaceRow[]>`
    -- kept: places
    SELECT e.proposal_id, e.weight, e.recused_at, ${hasRights(Prisma.sql`${at}`)} AS has_rights, ${BALLOT_COLUMNS}
    FROM electors e
    JOIN memberships m ON m.organization_id = e.organization_id AND m.user_id = e.user_id
    ${BALLOT_JOINS}
    WHERE e.organization_id = app_organization() AND e.proposal_id = ANY(${[...proposalIds]}::uuid[])
      AND e.user_id = ${userId}::uuid`;
  const places = new Map(rows.map((row) => [row.proposal_id, toPlace(row)]));
  return (proposalId) => places.get(proposalId) ?? NO_PLACE;
}

export async function loadPlace(
  tx: UnitOfWork,
  proposalId: string,
  userId: string | null,
  at: Date,
): Promise<OwnPlace> {
  return (await loadPlaces(tx, [proposalId], userId, at))(proposalId);
}

function toPlace(row: PlaceRow): OwnPlace {
  return {
    place: row.recused_at === null ? "elector" : "recused",
    hasRights: row.has_rights,
    weight: row.weight,
    ballot: toRollBallot(row),
  };
}

/** Who of these people stands aside from the proposal. */
export async function loadRecusedAmong(
  tx: UnitOfWork,
  proposalId: string,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const where = { proposalId, userId: { in: [...userIds] }, recusedAt: { not: null } };
  const rows = await tx.db.elector.findMany({ where, select: { userId: true } });
  return new Set(rows.map((row) => row.userId));
}
