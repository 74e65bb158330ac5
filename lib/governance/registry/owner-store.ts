// Reads and writes of who owns which model. A person who is being made an owner is held by a key-share lock first, so that a
// seat as chair, which locks the membership, and an assignment at the same time see each other (BRD-3).
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { refuse } from "./refusals.ts";
import type { PersonView } from "./scorecard-view.ts";

/** Heard by voting: who came to own a model under vote stands aside (BRD-3). */
export const OWNER_ASSIGNED = "registry.owner_assigned";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** An active member by id or e-mail address, fit to own models; held until the transaction ends. */
export async function requireOwner(tx: UnitOfWork, typed: string): Promise<PersonView> {
  const [person] = await tx.db.$queryRaw<PersonView[]>`
    SELECT m.user_id AS id, u.name FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.organization_id = app_organization() AND m.ended_at IS NULL
      AND ${UUID.test(typed) ? Prisma.sql`m.user_id = ${typed}::uuid` : Prisma.sql`lower(u.email) = ${typed.toLowerCase()}`}
    FOR KEY SHARE OF m`;
  if (person === undefined) {
    const message = `No active member is \`${typed}\`; invite the person first`;
    throw refuse("registry.owner_unknown", { owner: typed }, [{ path: "owner", code: "owner_unknown", message }]);
  }
  if (await isChairOrAppointed(tx, person.id)) throw refuse("registry.owner_chairs_board", { owner: typed });
  return person;
}

/** The id of a member, past ones included, by id or e-mail address; null for nobody here. */
export async function findMember(tx: UnitOfWork, typed: string): Promise<string | null> {
  const where = UUID.test(typed) ? { userId: typed } : { user: { email: typed.trim().toLowerCase() } };
  const row = await tx.db.membership.findFirst({ where, select: { userId: true } });
  return row?.userId ?? null;
}

/** Chair now, or appointed to be: neither owns a model (BRD-3). */
export async function isChairOrAppointed(tx: UnitOfWork, userId: string): Promise<boolean> {
  const [row] = await tx.db.$queryRaw<{ chairs: boolean }[]>`
    SELECT EXISTS (SELECT FROM board_members
      WHERE organization_id = app_organization() AND user_id = ${userId}::uuid AND role = 'chair'
        AND ended_at IS NULL AND term_end_at > governance_now()) AS chairs`;
  return row?.chairs === true;
}

/** Does this person hold the seat `chair` now? */
async function holdsChair(tx: UnitOfWork, userId: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<{ seat_role: string | null }[]>`
    SELECT seat_role FROM auth_membership(app_organization(), ${userId}::uuid)`;
  return rows[0]?.seat_role === "chair";
}

/** Names of members, past ones included; an unknown id is answered by a dash. */
export async function loadPeople(tx: UnitOfWork, ids: readonly (string | null)[]): Promise<(id: string) => PersonView> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const users = await tx.db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return (id) => ({ id, name: names.get(id) ?? "–" });
}

export type OwnedModel = {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly ownerUserId: string | null;
};

/** Locks models in the order of their ids, so that two assignments never wait for each other in a circle. */
export async function lockModelsOf(
  tx: UnitOfWork,
  which: { readonly models: readonly string[] } | { readonly unit: string } | { readonly agency: string },
): Promise<OwnedModel[]> {
  const condition =
    "models" in which
      ? Prisma.sql`reference = ANY(${[...which.models]}::text[])`
      : "unit" in which
        ? Prisma.sql`unit = ${which.unit}`
        : Prisma.sql`agency = ${which.agency}`;
  return tx.db.$queryRaw<OwnedModel[]>`
    SELECT id, reference, status, owner_user_id AS "ownerUserId" FROM models
    WHERE organization_id = app_organization() AND ${condition} ORDER BY id FOR NO KEY UPDATE`;
}

export async function saveOwner(
  tx: UnitOfWork,
  modelIds: readonly string[],
  owner: string | null,
  at: Date,
): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE models SET owner_user_id = ${owner}::uuid, updated_at = ${at}
    WHERE organization_id = app_organization() AND id = ANY(${[...modelIds]}::uuid[])`;
}

// ── one half of a change of status ───────────────────────────────────────────────────────────────────────────────────
export type TransitionRequest = {
  readonly to: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAs: "owner" | "chair";
  readonly requestedAt: Date;
};

/** The request on a model, as long as who made it still is what they were: its owner, or the chair. */
export async function loadTransitionRequest(
  tx: UnitOfWork,
  model: { readonly id: string; readonly ownerUserId: string | null },
): Promise<TransitionRequest | null> {
  const row = await tx.db.transitionRequest.findFirst({ where: { modelId: model.id } });
  if (row === null) return null;
  const { to, reason, requestedBy, requestedAt } = row;
  const requestedAs = row.requestedAs === "chair" ? "chair" : "owner";
  const stands = requestedAs === "owner" ? model.ownerUserId === requestedBy : await holdsChair(tx, requestedBy);
  return stands ? { to, reason, requestedBy, requestedAs, requestedAt } : null;
}

export async function saveTransitionRequest(
  tx: UnitOfWork,
  modelId: string,
  request: TransitionRequest | null,
): Promise<void> {
  await tx.db.transitionRequest.deleteMany({ where: { modelId } });
  if (request !== null) await tx.db.transitionRequest.create({ data: { ...request, modelId } });
}
