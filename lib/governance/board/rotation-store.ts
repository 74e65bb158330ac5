// Reads and writes of the rotation plan (BRD-145). Written under the board's lock, like every change of who sits or may sit.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { PlanRecord } from "./rotation-view.ts";
import { BoardRole } from "./schema.ts";

const WITH_PEOPLE = {
  planner: { select: { user: { select: { name: true } } } },
  candidates: {
    orderBy: { place: "asc" },
    include: {
      membership: {
        select: { endedAt: true, trustLevel: true, department: true, user: { select: { name: true } } },
      },
    },
  },
} as const;

/** Every plan with its candidates in order, also those who have left since. */
export async function loadRotationPlans(tx: UnitOfWork): Promise<PlanRecord[]> {
  const rows = await tx.db.rotationPlan.findMany({ include: WITH_PEOPLE });
  const owned = await loadModelsOf(
    tx,
    rows.flatMap((row) => row.candidates.map((candidate) => candidate.userId)),
  );
  return rows.map((row) => ({
    role: BoardRole.parse(row.role),
    revision: row.revision,
    plannedAt: row.plannedAt,
    plannedByName: row.planner.user.name,
    candidates: row.candidates.map(({ userId, note, membership }) => ({
      userId,
      note,
      name: membership.user.name,
      department: membership.department,
      isMember: membership.endedAt === null,
      isQuarantined: membership.trustLevel === "quarantine",
      ownedModels: owned.get(userId) ?? [],
    })),
  }));
}

/** References of models by their owner; decommissioned ones are history. */
async function loadModelsOf(tx: UnitOfWork, userIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.db.model.findMany({
    where: { ownerUserId: { in: [...new Set(userIds)] }, status: { not: "decommissioned" } },
    select: { ownerUserId: true, reference: true },
    orderBy: { reference: "asc" },
  });
  const owned = new Map<string, string[]>();
  for (const { ownerUserId, reference } of rows) {
    if (ownerUserId !== null) owned.set(ownerUserId, [...(owned.get(ownerUserId) ?? []), reference]);
  }
  return owned;
}

/** Which of these people belong to the organisation; held until the transaction ends. */
export async function lockMembersAmong(tx: UnitOfWork, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db.$queryRaw<{ user_id: string }[]>`
    SELECT user_id::text FROM memberships
    WHERE organization_id = app_organization() AND ended_at IS NULL AND user_id = ANY(${userIds as string[]}::uuid[])
    ORDER BY user_id FOR SHARE`;
  return new Set(rows.map((row) => row.user_id));
}

/** The plan of one role as a whole. */
export async function saveRotationPlan(
  tx: UnitOfWork,
  plan: {
    readonly role: BoardRole;
    readonly revision: number;
    readonly plannedAt: Date;
    readonly plannedBy: string;
    readonly candidates: readonly { readonly userId: string; readonly note: string }[];
  },
): Promise<void> {
  const { role, candidates, ...rest } = plan;
  await tx.db.rotationPlan.upsert({
    where: { organizationId_role: { organizationId: tx.organizationId, role } },
    create: { role, ...rest },
    update: rest,
  });
  await tx.db.rotationCandidate.deleteMany({ where: { role } });
  await tx.db.rotationCandidate.createMany({
    data: candidates.map(({ userId, note }, index) => ({ role, place: index + 1, userId, note })),
  });
}
