// Reads and writes of the board: seats, declared conflicts, charter versions. What rooms above need of the board is here.

import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { toModelTitle } from "../registry/schema.ts";
import type { ConflictFacts, MemberFacts } from "./board-view.ts";
import { CharterContent } from "./charter.ts";
import type { CharterFacts } from "./charter-view.ts";
import type { ConflictTarget } from "./conflict-of-interest.ts";
import { BoardRole, CharterTemplate, ConflictBasis, ConflictKind } from "./schema.ts";
import { findRenewal } from "./tenure.ts";

// ── locks ────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Who sits where is decided by one act at a time: the organisation's row is the subject of every change of seats. */
export async function lockBoard(tx: UnitOfWork): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM organizations WHERE id = ${tx.organizationId}::uuid FOR NO KEY UPDATE`;
}

/**
 * The person's active membership, locked; false when there is none. A model that is being assigned to the person waits
 * at its foreign key until this act ends, and this one waits for an assignment under way.
 */
export async function lockMembership(tx: UnitOfWork, userId: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<{ ended_at: Date | null }[]>`
    SELECT ended_at FROM memberships
    WHERE organization_id = ${tx.organizationId}::uuid AND user_id = ${userId}::uuid FOR UPDATE`;
  return rows[0] !== undefined && rows[0].ended_at === null;
}

// ── organisation ─────────────────────────────────────────────────────────────────────────────────────────────────────
export async function isInstalled(tx: UnitOfWork): Promise<boolean> {
  return (await tx.db.installation.count()) > 0;
}

export async function loadTimeZone(tx: UnitOfWork): Promise<string> {
  const { timeZone } = await tx.db.organization.findUniqueOrThrow({ where: { id: tx.organizationId } });
  return timeZone;
}

export async function hasPassword(tx: UnitOfWork, userId: string): Promise<boolean> {
  const user = await tx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  return user.passwordHash !== null;
}

// ── seats ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const WITH_PERSON = { membership: { select: { endedAt: true, user: { select: { name: true } } } } } as const;
type SeatRow = Prisma.BoardMemberGetPayload<{ include: typeof WITH_PERSON }>;

/** A seat as it is kept; `id` is what other tables and cursors point at. */
export type StoredSeat = MemberFacts & { readonly id: string };

function toStoredSeat(row: SeatRow): StoredSeat {
  return {
    id: row.id,
    reference: row.reference,
    userId: row.userId,
    name: row.membership.user.name,
    role: BoardRole.parse(row.role),
    department: row.department,
    expertise: row.expertise,
    termStartAt: row.termStartAt,
    termEndAt: row.termEndAt,
    endedAt: row.endedAt,
    endReason: row.endReason,
    isMember: row.membership.endedAt === null,
  };
}

/** Every seat that ever was; a board has few. */
export async function loadSeats(tx: UnitOfWork): Promise<StoredSeat[]> {
  const rows = await tx.db.boardMember.findMany({ include: WITH_PERSON, orderBy: { id: "desc" } });
  return rows.map(toStoredSeat);
}

/** The seat by its reference, its row locked until the transaction ends; null when there is none. */
export async function lockSeat(tx: UnitOfWork, reference: string): Promise<StoredSeat | null> {
  await tx.db.$queryRaw`
    SELECT id FROM board_members
    WHERE organization_id = ${tx.organizationId}::uuid AND reference = ${reference} FOR UPDATE`;
  return findSeat(tx, reference);
}

export async function findSeat(tx: UnitOfWork, reference: string): Promise<StoredSeat | null> {
  const row = await tx.db.boardMember.findFirst({ where: { reference }, include: WITH_PERSON });
  return row === null ? null : toStoredSeat(row);
}

export type NewSeat = Pick<StoredSeat, "userId" | "role" | "department" | "expertise" | "termStartAt" | "termEndAt">;

/** Throws an exclusion violation (`isTaken`) for a second chair, or a second seat of one person, at the same time. */
export async function createSeat(tx: UnitOfWork, seat: NewSeat): Promise<string> {
  const reference = tx.reference("member");
  await tx.db.boardMember.create({ data: { ...seat, expertise: [...seat.expertise], reference } });
  return reference;
}

export type SeatChange = Partial<Pick<StoredSeat, "department" | "termEndAt" | "endedAt" | "endReason">> & {
  readonly expertise?: readonly string[];
};

export async function saveSeat(tx: UnitOfWork, id: string, change: SeatChange): Promise<void> {
  const { expertise, ...rest } = change;
  await tx.db.boardMember.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: { ...rest, ...(expertise === undefined ? {} : { expertise: [...expertise] }) },
  });
}

/** Withdraws the renewal of a seat that ends early (BRD-142): it never takes effect. Answers its reference, if there is one. */
export async function withdrawRenewal(
  tx: UnitOfWork,
  seats: readonly StoredSeat[],
  seat: StoredSeat,
  endReason: string,
): Promise<string | null> {
  const renewal = findRenewal(seats, seat);
  if (renewal === null || renewal.endedAt !== null) return null;
  await saveSeat(tx, renewal.id, { endedAt: renewal.termStartAt, endReason });
  return renewal.reference;
}

/** References of the models a person owns and answers for; decommissioned ones are history. */
export async function loadOwnedModels(tx: UnitOfWork, userId: string): Promise<string[]> {
  const rows = await tx.db.model.findMany({
    where: { ownerUserId: userId, status: { not: "decommissioned" } },
    select: { reference: true },
    orderBy: { reference: "asc" },
  });
  return rows.map((row) => row.reference);
}

// ── declared conflicts ───────────────────────────────────────────────────────────────────────────────────────────────
const WITH_NAMES = {
  model: { select: { name: true, version: true } },
  membership: { select: { user: { select: { name: true } } } },
} as const;

/** Conflicts that stand (not withdrawn), newest first; of one person or of everybody. */
export async function loadConflicts(tx: UnitOfWork, userId?: string): Promise<ConflictFacts[]> {
  const rows = await tx.db.declaredConflict.findMany({
    where: { withdrawnAt: null, ...(userId === undefined ? {} : { userId }) },
    include: WITH_NAMES,
    orderBy: { id: "desc" },
  });
  const declarers = await tx.db.user.findMany({
    where: { id: { in: rows.map((row) => row.declaredBy) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(declarers.map((user) => [user.id, user.name]));
  return rows.map((row) => ({
    id: row.id,
    userId: row.userId,
    name: row.membership.user.name,
    kind: ConflictKind.parse(row.kind),
    target: row.target,
    modelName: row.model === null ? null : toModelTitle(row.model),
    reason: row.reason,
    basis: ConflictBasis.parse(row.basis),
    declaredByName: nameOf.get(row.declaredBy) ?? "",
    declaredAt: row.declaredAt,
  }));
}

export async function findModelId(tx: UnitOfWork, reference: string): Promise<string | null> {
  const model = await tx.db.model.findFirst({ where: { reference }, select: { id: true } });
  return model?.id ?? null;
}

export async function createConflict(
  tx: UnitOfWork,
  conflict: ConflictTarget & {
    userId: string;
    modelId: string | null;
    reason: string;
    basis: ConflictBasis;
    declaredBy: string;
    declaredAt: Date;
  },
): Promise<string> {
  const { id } = await tx.db.declaredConflict.create({ data: conflict, select: { id: true } });
  return id;
}

export type StoredConflict = ConflictTarget & {
  readonly id: string;
  readonly userId: string;
  readonly basis: ConflictBasis;
  readonly withdrawnAt: Date | null;
};

/** Any conflict of that person, standing or withdrawn. */
export async function findConflict(tx: UnitOfWork, userId: string, id: string): Promise<StoredConflict | null> {
  const row = await tx.db.declaredConflict.findFirst({ where: { id, userId } });
  return row === null ? null : { ...row, kind: ConflictKind.parse(row.kind), basis: ConflictBasis.parse(row.basis) };
}

export async function withdrawConflict(tx: UnitOfWork, id: string, withdrawnAt: Date): Promise<void> {
  await tx.db.declaredConflict.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: { withdrawnAt },
  });
}

// ── charter ──────────────────────────────────────────────────────────────────────────────────────────────────────────
type CharterRow = Prisma.CharterVersionGetPayload<Record<string, never>>;

function toStoredCharter(row: CharterRow): CharterFacts {
  const { reference, version, effectiveAt, description, adoptedByDecision } = row;
  const content = CharterContent.parse(row.content);
  return {
    reference,
    version,
    template: CharterTemplate.parse(row.template),
    content,
    effectiveAt,
    description,
    adoptedByDecision,
  };
}

/** The version in force at that instant: the highest that has taken effect. */
export async function loadCharterInForce(tx: UnitOfWork, at: Date): Promise<CharterFacts> {
  const row = await tx.db.charterVersion.findFirst({
    where: { effectiveAt: { lte: at } },
    orderBy: { version: "desc" },
  });
  if (row === null) throw new Error("An organisation without a charter in force");
  return toStoredCharter(row);
}

export async function findCharterVersion(tx: UnitOfWork, version: number): Promise<CharterFacts | null> {
  const row = await tx.db.charterVersion.findFirst({ where: { version } });
  return row === null ? null : toStoredCharter(row);
}

/** Newest first, those below `beforeVersion`. */
export async function loadCharterVersions(
  tx: UnitOfWork,
  page: { limit: number; beforeVersion: number | null },
): Promise<CharterFacts[]> {
  const rows = await tx.db.charterVersion.findMany({
    where: page.beforeVersion === null ? {} : { version: { lt: page.beforeVersion } },
    orderBy: { version: "desc" },
    take: page.limit,
  });
  return rows.map(toStoredCharter);
}

export async function createCharterVersion(tx: UnitOfWork, charter: Omit<CharterFacts, "reference">): Promise<string> {
  const reference = tx.reference("charter");
  await tx.db.charterVersion.create({ data: { ...charter, content: charter.content as object, reference } });
  return reference;
}
