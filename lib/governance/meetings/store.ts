// Reads and writes of follow-ups.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { type ActionEffect, type ActionFacts, actsOf, isOverdue } from "./action-item.ts";
import type { FollowUp } from "./follow-ups.ts";
import { type ActionItem, type ActionListInput, ActionSource, ActionStatus } from "./schema.ts";

export type DecidedFacts = {
  readonly title: string;
  readonly decidedAt: Date;
  readonly modelId: string | null;
};

/** A decision, locked against a second round of the same event; null when there is none. */
export async function loadDecisionForUpdate(tx: UnitOfWork, reference: string): Promise<DecidedFacts | null> {
  const [row] = await tx.db.$queryRaw<{ title: string; decided_at: Date; model_id: string | null }[]>`
    SELECT title, decided_at, model_id FROM decisions
    WHERE organization_id = app_organization() AND reference = ${reference} FOR UPDATE`;
  return row === undefined ? null : { title: row.title, decidedAt: row.decided_at, modelId: row.model_id };
}

export type NewAction = FollowUp & {
  readonly reference: string;
  readonly sourceReference: string;
  readonly assigneeUserId: string | null;
  readonly modelId: string | null;
};

/** Inserts what is not there yet; answers the references of the new ones. */
export async function insertActions(tx: UnitOfWork, actions: readonly NewAction[]): Promise<string[]> {
  const rows = await tx.db.actionItem.createManyAndReturn({
    data: actions.map((action) => ({ ...action })),
    skipDuplicates: true,
    select: { reference: true },
  });
  return rows.map((row) => row.reference);
}

export async function isActiveMember(tx: UnitOfWork, userId: string): Promise<boolean> {
  return (await tx.db.membership.findFirst({ where: { userId, endedAt: null }, select: { userId: true } })) !== null;
}

/** The chair in office. */
export async function loadChairUserIds(tx: UnitOfWork): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ user_id: string }[]>`
    SELECT user_id FROM board_members
    WHERE organization_id = app_organization() AND role = 'chair' AND ended_at IS NULL
      AND term_start_at <= governance_now() AND term_end_at > governance_now()`;
  return rows.map((row) => row.user_id);
}

export async function loadAdminUserIds(tx: UnitOfWork): Promise<string[]> {
  const rows = await tx.db.membership.findMany({
    where: { endedAt: null, grantedRoles: { has: "admin" } },
    select: { userId: true },
  });
  return rows.map((row) => row.userId);
}

export type LockedAction = ActionFacts & { readonly id: string; readonly title: string };

export async function loadActionForUpdate(tx: UnitOfWork, reference: string): Promise<LockedAction | null> {
  const [row] = await tx.db.$queryRaw<
    { id: string; title: string; status: string; due_at: Date; assignee_user_id: string | null }[]
  >`SELECT id, title, status, due_at, assignee_user_id FROM action_items
    WHERE organization_id = app_organization() AND reference = ${reference} FOR UPDATE`;
  if (row === undefined) return null;
  return {
    id: row.id,
    title: row.title,
    status: ActionStatus.parse(row.status),
    dueAt: row.due_at,
    assigneeUserId: row.assignee_user_id,
  };
}

export async function saveAction(tx: UnitOfWork, id: string, effect: ActionEffect): Promise<void> {
  await tx.db.actionItem.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: effect,
  });
}

/** Takes unfinished items from a person who left for good; answers their references. */
export async function unassignActions(tx: UnitOfWork, userId: string): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ reference: string }[]>`
    UPDATE action_items a SET assignee_user_id = NULL
    WHERE a.organization_id = app_organization() AND a.assignee_user_id = ${userId}::uuid
      AND a.status IN ('open', 'in_progress')
      AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = a.organization_id
        AND m.user_id = a.assignee_user_id AND m.ended_at IS NULL)
    RETURNING reference`;
  return rows.map((row) => row.reference);
}

const WITH_NAMES = {
  assignee: { include: { user: { select: { id: true, name: true } } } },
  model: { select: { reference: true, name: true, version: true } },
} as const;

/** Soonest due first, from the cursor on. */
export async function loadActions(
  tx: UnitOfWork,
  query: Omit<ActionListInput, "isMine"> & { assigneeUserId?: string },
  viewer: { readonly actor: Actor; readonly at: Date },
): Promise<(ActionItem & { id: string })[]> {
  const rows = await tx.db.actionItem.findMany({
    where: {
      AND: [
        query.status === undefined ? {} : { status: { in: query.status } },
        query.assigneeUserId === undefined ? {} : { assigneeUserId: query.assigneeUserId },
        query.source === undefined ? {} : { sourceReference: query.source },
        query.isOverdue === undefined ? {} : whereOverdue(query.isOverdue, viewer.at),
        query.model === undefined ? {} : { model: { reference: query.model } },
        query.cursor === undefined ? {} : whereAfter(query.cursor),
      ],
    },
    include: WITH_NAMES,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: query.limit,
  });
  return rows.map((row) => {
    const facts = { status: ActionStatus.parse(row.status), dueAt: row.dueAt, assigneeUserId: row.assigneeUserId };
    return {
      id: row.id,
      reference: row.reference,
      title: row.title,
      description: row.description,
      status: facts.status,
      isOverdue: isOverdue(facts, viewer.at),
      dueAt: row.dueAt.toISOString(),
      assignee: row.assignee?.user ?? null,
      source: { kind: ActionSource.parse(row.sourceKind), reference: row.sourceReference },
      model: row.model,
      createdAt: row.createdAt.toISOString(),
      completedAt: row.completedAt?.toISOString() ?? null,
      closingNote: row.closingNote,
      acts: actsOf(facts, viewer.actor),
    };
  });
}

/** The database's way of saying `isOverdue`; a test holds the two together. */
function whereOverdue(wanted: boolean, at: Date) {
  const overdue = { status: { in: ["open", "in_progress"] }, dueAt: { lte: at } };
  return wanted ? overdue : { NOT: overdue };
}

export function toActionCursor(item: { readonly dueAt: string; readonly id: string }): string {
  return `${item.dueAt}_${item.id}`;
}

function whereAfter(cursor: string) {
  const [dueText = "", id = ""] = cursor.split("_", 2);
  const dueAt = new Date(dueText);
  return { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: id } }] };
}

export type Reminder = {
  readonly reference: string;
  readonly title: string;
  readonly assigneeUserId: string | null;
};

/** Unfinished items due in the span that nobody was told about under this key yet. */
export async function loadUnremindedActions(
  tx: UnitOfWork,
  span: { readonly dueAfter: Date | null; readonly dueUntil: Date; readonly keyPrefix: string },
): Promise<Reminder[]> {
  return tx.db.$queryRaw<Reminder[]>`
    SELECT a.reference, a.title, a.assignee_user_id AS "assigneeUserId" FROM action_items a
    WHERE a.organization_id = app_organization() AND a.status IN ('open', 'in_progress')
      AND a.due_at <= ${span.dueUntil} AND (${span.dueAfter}::timestamptz IS NULL OR a.due_at > ${span.dueAfter})
      AND NOT EXISTS (SELECT 1 FROM notifications n WHERE n.organization_id = a.organization_id
        AND n.source_key = ${span.keyPrefix} || a.reference)
    ORDER BY a.due_at, a.id LIMIT 500`;
}

/** How many items a source has; its row is locked by the caller. */
/** How many there are of each of these sources, where there are any. */
export async function countOfSources(
  tx: UnitOfWork,
  sourceKind: ActionItem["source"]["kind"],
  sourceReferences: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db.actionItem.groupBy({
    by: ["sourceReference"],
    where: { sourceKind, sourceReference: { in: [...sourceReferences] } },
    _count: true,
  });
  return new Map(rows.map(({ sourceReference, _count }) => [sourceReference, _count]));
}

export async function countOfSource(tx: UnitOfWork, sourceKind: ActionItem["source"]["kind"], sourceReference: string) {
  return tx.db.actionItem.count({ where: { sourceKind, sourceReference } });
}
