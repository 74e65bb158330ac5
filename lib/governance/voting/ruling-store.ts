// Who may rule on an alleged conflict now (BRD-173), from the seats in office and the conflicts on record.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BOARD_ROLES } from "../board/board-role.ts";
import { loadSeats } from "../board/store.ts";
import { isInOffice } from "../board/term.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { loadModelById } from "../registry/store.ts";
import { loadPending, type StoredAllegation } from "./allegation-store.ts";
import { readPayload } from "./decision-kind.ts";
import { loadDeclaredConflicts, loadModelTouch } from "./electorate-store.ts";
import { type DeclaredConflict, planRecusals } from "./recusal.ts";
import { deriveRulingRight, type RulingRight, type RulingSeat } from "./ruling-right.ts";
import { ProposalKind } from "./schema.ts";

type Matter = Pick<StoredAllegation, "kind" | "target" | "modelId" | "proposalId">;

/** What every ruling right is derived from. */
export type Bench = { readonly seats: readonly RulingSeat[]; readonly conflicts: readonly DeclaredConflict[] };

export async function loadBench(tx: UnitOfWork, at: Date): Promise<Bench> {
  const held = (await loadSeats(tx)).filter((seat) => BOARD_ROLES[seat.role].votes && isInOffice(seat, at));
  const members = await tx.db.membership.findMany({
    where: { userId: { in: held.map((seat) => seat.userId) }, trustLevel: "quarantine" },
    select: { userId: true },
  });
  const quarantined = new Set(members.map((member) => member.userId));
  const seats = held.map(({ userId, name, role, termStartAt }) => ({
    ...{ userId, name, role, termStartAt },
    canAct: !quarantined.has(userId),
  }));
  return { seats, conflicts: await loadDeclaredConflicts(tx) };
}

export async function loadRulingRight(
  tx: UnitOfWork,
  allegation: Matter & Pick<StoredAllegation, "userId" | "allegedBy">,
  { seats, conflicts }: Bench,
): Promise<RulingRight> {
  const conflictedUserIds = await loadConflicted(tx, allegation, conflicts);
  return deriveRulingRight({
    seats,
    allegedUserId: allegation.userId,
    allegedBy: allegation.allegedBy,
    conflictedUserIds,
  });
}

/** Who has a conflict of interest in it. */
export async function loadConflicted(
  tx: UnitOfWork,
  matter: Matter,
  conflicts: readonly DeclaredConflict[],
): Promise<ReadonlySet<string>> {
  if (matter.proposalId !== null) return loadConflictedInVote(tx, matter.proposalId, conflicts);
  const touch = await loadModelTouch(tx, matter.modelId === null ? null : await loadModelById(tx, matter.modelId));
  const vendors = matter.kind === "vendor" ? [matter.target] : touch.vendors;
  const subject = { ...touch, vendors, decidedByUserId: null, aboutUserIds: [] };
  return new Set(planRecusals(subject, conflicts).map((recusal) => recusal.userId));
}

/** Who stands aside from the vote, or would if it opened now. */
async function loadConflictedInVote(
  tx: UnitOfWork,
  proposalId: string,
  conflicts: readonly DeclaredConflict[],
): Promise<ReadonlySet<string>> {
  const proposal = await tx.db.proposal.findFirstOrThrow({
    where: { id: proposalId },
    select: {
      kind: true,
      payload: true,
      modelId: true,
      proposerUserId: true,
      electors: { where: { recusedAt: { not: null } }, select: { userId: true } },
    },
  });
  const { modelId, proposerUserId, electors } = proposal;
  const reading = readPayload(ProposalKind.parse(proposal.kind), proposal.payload);
  const planned = planRecusals(
    {
      ...(await loadModelTouch(tx, modelId === null ? null : await loadModelById(tx, modelId))),
      decidedByUserId: reading.isRatification === true ? proposerUserId : null,
      aboutUserIds: reading.aboutUserIds ?? [],
    },
    conflicts,
  );
  return new Set([...planned, ...electors].map((each) => each.userId));
}

/** Pending ones on which this person rules now; the oldest first. */
export async function loadAllegationsToRule(tx: UnitOfWork, actor: Actor, at: Date): Promise<StoredAllegation[]> {
  if (actor.kind !== "person" || !(hasRole(actor, "chair") || hasRole(actor, "board_member"))) return [];
  const pending = await loadPending(tx);
  if (pending.length === 0) return [];
  const bench = await loadBench(tx, at);
  const own: StoredAllegation[] = [];
  for (const allegation of pending) {
    const { ruler } = await loadRulingRight(tx, allegation, bench);
    if (ruler?.userId === actor.userId) own.push(allegation);
  }
  return own;
}
