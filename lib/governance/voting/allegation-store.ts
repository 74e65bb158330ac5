// Reads and writes of alleged conflicts of interest (BRD-170).
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BoardRole } from "../board/schema.ts";
import type { Actor } from "../kernel/actor.ts";
import { refuse } from "../kernel/refusal.ts";
import { toModelTitle } from "../registry/schema.ts";
import { type AllegationState, type AllegedMatter, canSeeAllegation, seesEveryAllegation } from "./allegation.ts";
import { AllegationKind, RulingOutcome } from "./allegation-view.ts";

const WITH_NAMES = {
  membership: { select: { user: { select: { name: true } } } },
  model: { select: { name: true, version: true } },
  proposal: { select: { title: true } },
} as const;
type Row = Prisma.AllegedConflictGetPayload<{ include: typeof WITH_NAMES }>;

export type StoredAllegation = AllegationState &
  AllegedMatter & {
    readonly id: string;
    readonly reference: string;
    readonly memberName: string;
    readonly seatReference: string;
    readonly modelId: string | null;
    readonly proposalId: string | null;
    readonly targetName: string;
    readonly reason: string;
    readonly evidence: string;
    readonly allegedAt: Date;
    readonly answeredAt: Date | null;
    readonly rulingReason: string | null;
    readonly ruledBy: string | null;
    readonly ruledAs: BoardRole | null;
    readonly ruledAt: Date | null;
    readonly conflictId: string | null;
    readonly recusedFrom: readonly string[];
  };

function toStored(row: Row): StoredAllegation {
  const { membership, model, proposal, ...own } = row;
  return {
    ...own,
    kind: AllegationKind.parse(row.kind),
    ruling: row.ruling === null ? null : RulingOutcome.parse(row.ruling),
    ruledAs: row.ruledAs === null ? null : BoardRole.parse(row.ruledAs),
    memberName: membership.user.name,
    targetName: proposal?.title ?? (model === null ? row.target : toModelTitle(model)),
  };
}

export async function findAllegation(tx: UnitOfWork, reference: string): Promise<StoredAllegation | null> {
  const row = await tx.db.allegedConflict.findFirst({ where: { reference }, include: WITH_NAMES });
  return row === null ? null : toStored(row);
}

/** Unknown, or not for this reader: the same answer (ORG-3, BRD-174). */
export function requireVisible(allegation: StoredAllegation | null, reference: string, actor: Actor): StoredAllegation {
  if (allegation !== null && canSeeAllegation(allegation, actor)) return allegation;
  throw refuse("kernel.not_found", { subject: "allegation", reference });
}

/** With its row locked until the transaction ends: one answer, one ruling. */
export async function lockAllegation(tx: UnitOfWork, reference: string): Promise<StoredAllegation | null> {
  await tx.db.$queryRaw`SELECT id FROM alleged_conflicts
    WHERE organization_id = app_organization() AND reference = ${reference} FOR UPDATE`;
  return findAllegation(tx, reference);
}

export type AllegationQuery = {
  readonly state?: "pending" | "ruled";
  readonly member?: string;
  readonly cursor?: string;
  readonly limit: number;
};

/** Newest first, only what the reader may know of (BRD-174). */
export async function loadAllegations(
  tx: UnitOfWork,
  query: AllegationQuery,
  actor: Actor,
): Promise<StoredAllegation[]> {
  const { state, member, cursor } = query;
  const own = actor.kind === "person" ? actor.userId : "";
  const isHolder = { boardMembers: { some: { reference: member } } };
  const rows = await tx.db.allegedConflict.findMany({
    where: {
      AND: [
        seesEveryAllegation(actor) ? {} : { OR: [{ userId: own }, { allegedBy: own }] },
        state === undefined ? {} : { ruling: state === "pending" ? null : { not: null } },
        member === undefined ? {} : { membership: isHolder },
        cursor === undefined ? {} : { id: { lt: cursor } },
      ],
    },
    include: WITH_NAMES,
    orderBy: { id: "desc" },
    take: query.limit,
  });
  return rows.map(toStored);
}

export type NewAllegation = Pick<
  StoredAllegation,
  | "userId"
  | "seatReference"
  | "kind"
  | "target"
  | "modelId"
  | "proposalId"
  | "reason"
  | "evidence"
  | "allegedBy"
  | "allegedAt"
>;

export async function insertAllegation(tx: UnitOfWork, allegation: NewAllegation): Promise<StoredAllegation> {
  const data = { ...allegation, reference: tx.reference("allegation"), recusedFrom: [] };
  return toStored(await tx.db.allegedConflict.create({ data, include: WITH_NAMES }));
}

export type AllegationChange =
  | Pick<StoredAllegation, "answer" | "answeredAt">
  | (Pick<StoredAllegation, "ruling" | "rulingReason" | "ruledBy" | "ruledAs" | "ruledAt" | "conflictId"> & {
      readonly recusedFrom: string[];
    });

export async function saveAllegation(tx: UnitOfWork, id: string, change: AllegationChange): Promise<void> {
  await tx.db.allegedConflict.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: change,
  });
}

/** Of everybody, waiting for the ruling; the oldest first. */
export async function loadPending(tx: UnitOfWork): Promise<StoredAllegation[]> {
  const rows = await tx.db.allegedConflict.findMany({
    where: { ruling: null },
    include: WITH_NAMES,
    orderBy: { id: "asc" },
  });
  return rows.map(toStored);
}
