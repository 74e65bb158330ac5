// Reads and writes of who decides a proposal: the board as it is when a vote opens, the roll frozen then, recusals (VOT-3, BRD-5).

import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BOARD_ROLES } from "../board/board-role.ts";
import { loadConflicts, loadSeats, type StoredSeat } from "../board/store.ts";
import { isInOffice } from "../board/term.ts";
import { SourceFact } from "../registry/schema.ts";
import type { StoredModel } from "../registry/store.ts";
import type { BoardSeatFacts, Electorate } from "./electorate.ts";
import type { DeclaredConflict, SubjectFacts } from "./recusal.ts";
import type { RecusalBasis } from "./schema.ts";
import { vendorsOf } from "./subject.ts";

/** Seats do not change while a vote opens: whoever changes them locks the organisation's row for writing. */
export async function holdBoard(tx: UnitOfWork): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM organizations WHERE id = app_organization() FOR SHARE`;
}

export type BoardNow = {
  readonly seats: readonly StoredSeat[];
  readonly facts: readonly BoardSeatFacts[];
  /** In quarantine: entitled, and unable to cast (ORG-4, VOT-113). */
  readonly quarantinedUserIds: ReadonlySet<string>;
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
  const holders = { in: seats.map((seat) => seat.userId) };
  const quarantined = await tx.db.membership.findMany({
    where: { userId: holders, trustLevel: "quarantine" },
    select: { userId: true },
  });
  return { seats, facts, quarantinedUserIds: new Set(quarantined.map((member) => member.userId)) };
}

/** Everybody with a seat in office, advisors included; the chair alone when asked for. */
export async function loadBoardUserIds(tx: UnitOfWork, at: Date, only?: "chair"): Promise<string[]> {
  const seats = (await loadSeats(tx)).filter((seat) => isInOffice(seat, at));
  return seats.filter((seat) => only === undefined || seat.role === only).map((seat) => seat.userId);
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

/** Freezes the roll of a board. */
export async function freezeBoard(
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
  recusal: { readonly at: Date; readonly basis: RecusalBasis; readonly reason: string; readonly by: string | null },
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

/** The people on a roll as a query of `user_id`, for statements that go over all of them; `place` left out: recused ones too. */
export function onRoll(proposalId: string, place?: "elector" | "recused"): Prisma.Sql {
  const isAside = place === "elector" ? Prisma.sql`AND recused_at IS NULL` : Prisma.sql`AND recused_at IS NOT NULL`;
  return Prisma.sql`SELECT user_id FROM electors WHERE organization_id = app_organization()
    AND proposal_id = ${proposalId}::uuid ${place === undefined ? Prisma.empty : isAside}`;
}
