// Reads and writes of ballots, in as few round trips as the lock allows: lock, facts with the clock, write (VOT-4, VOT-5).
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BALLOT_COLUMNS, BALLOT_JOINS, type BallotRow, toRollBallot } from "./place-store.ts";
import type { Place, RollBallot } from "./roll.ts";
import { hasRights } from "./voting-right-store.ts";

export type BallotBox = {
  readonly now: Date;
  readonly place: Place;
  readonly hasRights: boolean;
  readonly weight: number;
  readonly previous: RollBallot | null;
  /** The latest signed checkpoint kept (AUD-3). */
  readonly checkpoint: string | null;
};

type BoxRow = BallotRow & {
  now: Date;
  weight: number | null;
  recused_at: Date | null;
  has_rights: boolean | null;
  checkpoint: string | null;
};

/** All that judging a ballot needs, read under the proposal's lock with the clock of that instant. */
export async function loadBallotBox(tx: UnitOfWork, proposalId: string, userId: string): Promise<BallotBox> {
  const [row] = await tx.db.$queryRaw<BoxRow[]>`
    -- kept: ballot_box
    WITH clock AS MATERIALIZED (SELECT governance_now() AS now)
    SELECT clock.now, e.weight, e.recused_at, ${BALLOT_COLUMNS}, ${hasRights(Prisma.sql`clock.now`)} AS has_rights,
      (SELECT k.body FROM audit_checkpoints k WHERE k.organization_id = app_organization()
        ORDER BY k.size DESC LIMIT 1) AS checkpoint
    FROM clock
    LEFT JOIN electors e ON e.organization_id = app_organization() AND e.proposal_id = ${proposalId}::uuid
      AND e.user_id = ${userId}::uuid
    LEFT JOIN memberships m ON m.organization_id = e.organization_id AND m.user_id = e.user_id
    ${BALLOT_JOINS}`;
  if (row === undefined) throw new Error("The database gave no time");
  return {
    now: row.now,
    place: row.weight === null ? "none" : row.recused_at === null ? "elector" : "recused",
    hasRights: row.has_rights === true,
    weight: row.weight ?? 0,
    previous: toRollBallot(row),
    checkpoint: row.checkpoint,
  };
}

export type NewBallot = RollBallot & {
  readonly proposalId: string;
  readonly voterUserId: string;
  readonly weight: number;
};

/** The cast goes into the history and becomes the ballot, in one statement. */
export async function saveBallot(tx: UnitOfWork, ballot: NewBallot): Promise<void> {
  const { proposalId, voterUserId, choice, weight, reasoning, subjectDigest, castAt, castNumber, salt } = ballot;
  await tx.db.$executeRaw`
    -- kept: ballot
    WITH entered AS (
      INSERT INTO ballot_casts
        (proposal_id, voter_user_id, sequence, choice, reasoning, subject_digest, cast_at, salt, receipt_digest)
      VALUES (${proposalId}::uuid, ${voterUserId}::uuid, ${castNumber}, ${choice}, ${reasoning}, ${subjectDigest},
        ${castAt}, ${salt}, ${ballot.receiptDigest})
      RETURNING id)
    INSERT INTO ballots (proposal_id, voter_user_id, choice, weight, reasoning, subject_digest, cast_id, cast_at)
    SELECT ${proposalId}::uuid, ${voterUserId}::uuid, ${choice}, ${weight}, ${reasoning}, ${subjectDigest}, id, ${castAt}
    FROM entered
    ON CONFLICT (organization_id, proposal_id, voter_user_id) DO UPDATE SET choice = EXCLUDED.choice,
      reasoning = EXCLUDED.reasoning, subject_digest = EXCLUDED.subject_digest, cast_id = EXCLUDED.cast_id,
      cast_at = EXCLUDED.cast_at`;
}

/** Takes a recused member's ballot out of the count; the history keeps it, marked (BRD-5). False when there was none. */
export async function withdrawBallot(
  tx: UnitOfWork,
  ballot: { readonly proposalId: string; readonly userId: string; readonly at: Date },
): Promise<boolean> {
  const withdrawn = await tx.db.$executeRaw`
    WITH gone AS (
      DELETE FROM ballots WHERE organization_id = app_organization() AND proposal_id = ${ballot.proposalId}::uuid
        AND voter_user_id = ${ballot.userId}::uuid RETURNING cast_id)
    UPDATE ballot_casts c SET withdrawn_at = ${ballot.at} FROM gone
    WHERE c.organization_id = app_organization() AND c.id = gone.cast_id`;
  return withdrawn > 0;
}

/** Number of the audit entry that holds the receipt's digest. */
export async function loadReceiptEntry(tx: UnitOfWork, proposal: string, receiptDigest: string): Promise<number> {
  const [row] = await tx.db.$queryRaw<{ number: bigint }[]>`
    SELECT number FROM audit_entries WHERE organization_id = app_organization() AND subject_reference = ${proposal}
      AND action = 'voting.ballot_cast' AND leaf::jsonb #>> '{details,receiptDigest}' = ${receiptDigest}`;
  if (row === undefined) throw new Error(`No entry holds the receipt ${receiptDigest}`);
  return Number(row.number);
}
