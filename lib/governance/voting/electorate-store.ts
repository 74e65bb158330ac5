// Reads and writes of who decides a proposal: the board as it is when a vote opens, the roll frozen then, recusals (VOT-3, BRD-5).

import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BOARD_ROLES } from "../board/board-role.ts";
import { BoardRole } from "../board/schema.ts";
import { loadConflicts, loadSeats, type StoredSeat } from "../board/store.ts";
import { isInOffice } from "../board/term.ts";
import { TrustLevel } from "../kernel/permission.ts";
import { SourceFact } from "../registry/schema.ts";
import type { StoredModel } from "../registry/store.ts";
import type { BoardSeatFacts, Electorate, MemberFacts } from "./electorate.ts";
import type { DeclaredConflict, SubjectFacts } from "./recusal.ts";
import type { Roll, RollBallot, RollEntry } from "./roll.ts";
import { Choice, RecusalBasis } from "./schema.ts";
import { vendorsOf } from "./subject.ts";

/** Seats do not change while a vote opens: whoever changes them locks the organisation's row for writing. */
export async function holdBoard(tx: UnitOfWork): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM organizations WHERE id = app_organization() FOR SHARE`;
}

export type BoardNow = {
  readonly seats: readonly StoredSeat[];
  readonly facts: readonly BoardSeatFacts[];
};

/** Every seat, and what the electorate is frozen from. */
export async function loadBoardNow(tx: UnitOfWork, at: Date): Promise<BoardNow> {
  const seats = await loadSeats(tx);
  const facts = seats.map((seat) => ({
    userId: seat.userId,
    role: seat.role,
    roleVotes: BOARD_ROLES[seat.role].votes,
    isActive: isInOffice(seat, at),
    termStartAt: seat.termStartAt,
    termEndAt: seat.termEndAt,
  }));
  return { seats, facts };
}

/** Everybody with a seat in office, advisors included; the chair alone when asked for. */
export async function loadBoardUserIds(tx: UnitOfWork, at: Date, only?: "chair"): Promise<string[]> {
  const seats = (await loadSeats(tx)).filter((seat) => isInOffice(seat, at));
  return seats.filter((seat) => only === undefined || seat.role === only).map((seat) => seat.userId);
}

/** Whoever belongs to the organisation, with the trust that weighs their vote (ORG-4). */
export async function loadMembersNow(tx: UnitOfWork): Promise<MemberFacts[]> {
  const rows = await tx.db.membership.findMany({
    where: { endedAt: null },
    select: { userId: true, trustLevel: true },
    orderBy: { userId: "asc" },
  });
  return rows.map(({ userId, trustLevel }) => ({ userId, trustLevel: TrustLevel.parse(trustLevel), isActive: true }));
}

export async function loadDeclaredConflicts(tx: UnitOfWork): Promise<DeclaredConflict[]> {
  return (await loadConflicts(tx)).map(({ userId, kind, target, reason }) => ({
    userId,
    reason,
    models: kind === "model" ? [target] : [],
    vendors: kind === "vendor" ? [target] : [],
  }));
}

/** What a conflict of interest could touch in a model. */
export async function loadModelTouch(
  tx: UnitOfWork,
  model: StoredModel | null,
): Promise<Pick<SubjectFacts, "modelReferences" | "vendors" | "ownerUserIds">> {
  if (model === null) return { modelReferences: [], vendors: [], ownerUserIds: [] };
  const row = await tx.db.model.findFirstOrThrow({ where: { id: model.id }, select: { sourceFacts: true } });
  const sourceFacts = SourceFact.array().parse(row.sourceFacts ?? []);
  return {
    modelReferences: [model.reference],
    vendors: vendorsOf(model, sourceFacts),
    ownerUserIds: model.ownerUserId === null ? [] : [model.ownerUserId],
  };
}

/** Freezes the roll. */
export async function insertElectorate(
  tx: UnitOfWork,
  proposalId: string,
  electorate: Electorate,
  opening: { readonly seats: readonly StoredSeat[]; readonly openedAt: Date },
): Promise<void> {
  const seatOf = new Map(
    opening.seats.filter((seat) => isInOffice(seat, opening.openedAt)).map((seat) => [seat.userId, seat]),
  );
  const base = ({ userId, weight }: { userId: string; weight: number }) => {
    const seat = seatOf.get(userId);
    return { proposalId, userId, weight, seatRole: seat?.role ?? null, seatReference: seat?.reference ?? null };
  };
  await tx.db.elector.createMany({
    data: [
      ...electorate.electors.map(base),
      ...electorate.recused.map((member) => ({
        ...base(member),
        recusedAt: opening.openedAt,
        recusalBasis: member.recusal.basis,
        recusalReason: member.recusal.reason,
      })),
    ],
  });
}

export async function saveRecusal(
  tx: UnitOfWork,
  key: { readonly proposalId: string; readonly userId: string },
  recusal: { readonly at: Date; readonly basis: RecusalBasis; readonly reason: string; readonly by: string },
): Promise<void> {
  await tx.db.elector.update({
    where: { organizationId_proposalId_userId: { organizationId: tx.organizationId, ...key } },
    data: {
      recusedAt: recusal.at,
      recusalBasis: recusal.basis,
      recusalReason: recusal.reason,
      recusedBy: recusal.by,
    },
  });
}

/** The latest ballot of somebody on the roll; nulls while there is none. */
export type BallotRow = {
  choice: string | null;
  reasoning: string | null;
  cast_at: Date | null;
  sequence: number | null;
  subject_digest: string | null;
  salt: string | null;
  receipt_digest: string | null;
};

type RollRow = BallotRow & {
  proposal_id: string;
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

export const VOTING_ROLES: readonly BoardRole[] = BoardRole.options.filter((role) => BOARD_ROLES[role].votes);

/** The rolls of these proposals with the latest ballots, and whose rights still hold at that instant. */
export async function loadRolls(
  tx: UnitOfWork,
  proposalIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Roll>> {
  const rolls = new Map<string, RollEntry[]>(proposalIds.map((id) => [id, []]));
  if (proposalIds.length === 0) return rolls;
  const rows = await tx.db.$queryRaw<RollRow[]>`
    SELECT e.proposal_id, e.user_id, u.name, e.seat_role, e.weight, e.recused_at, e.recusal_basis, e.recusal_reason,
      e.recused_by, r.name AS recused_by_name, b.choice, b.reasoning, b.cast_at, c.sequence, c.subject_digest, c.salt,
      c.receipt_digest,
      m.ended_at IS NULL AND m.trust_level <> 'quarantine' AND (e.seat_role IS NULL OR EXISTS (
        SELECT FROM board_members s WHERE s.organization_id = e.organization_id AND s.user_id = e.user_id
          AND s.role = ANY(${VOTING_ROLES as string[]}) AND s.term_start_at <= ${at}
          AND LEAST(s.term_end_at, COALESCE(s.ended_at, s.term_end_at)) > ${at})) AS has_rights
    FROM electors e
    JOIN users u ON u.id = e.user_id
    JOIN memberships m ON m.organization_id = e.organization_id AND m.user_id = e.user_id
    LEFT JOIN users r ON r.id = e.recused_by
    LEFT JOIN ballots b ON b.organization_id = e.organization_id AND b.proposal_id = e.proposal_id
      AND b.voter_user_id = e.user_id
    LEFT JOIN ballot_casts c ON c.organization_id = b.organization_id AND c.id = b.cast_id
    WHERE e.organization_id = app_organization() AND e.proposal_id = ANY(${proposalIds as string[]}::uuid[])
    ORDER BY e.proposal_id, u.name, e.user_id`;
  for (const row of rows) rolls.get(row.proposal_id)?.push(toRollEntry(row));
  return rolls;
}

export async function loadRoll(tx: UnitOfWork, proposalId: string, at: Date): Promise<Roll> {
  return (await loadRolls(tx, [proposalId], at)).get(proposalId) ?? [];
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
