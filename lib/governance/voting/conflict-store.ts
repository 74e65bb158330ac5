// Puts a conflict of interest on record, whoever found it (BRD-171, BRD-172). The board is locked by the caller, so that the
// same conflict comes on record once. Not the membership: whoever closes a vote holds it and waits for the person's row.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { type ConflictTarget, isSameTarget } from "../board/conflict-of-interest.ts";
import type { ConflictBasis } from "../board/schema.ts";
import { createConflict, findModelId, loadConflicts, withdrawConflict } from "../board/store.ts";
import { refuse } from "../kernel/refusal.ts";

/** The id of the model; an unknown one is a bad field. */
export async function requireModelId(tx: UnitOfWork, reference: string): Promise<string> {
  const id = await findModelId(tx, reference);
  if (id !== null) return id;
  const message = `There is no model \`${reference}\`; copy its reference from the model's page`;
  throw refuse("kernel.invalid_input", { fields: ["model"] }, [{ path: "model", code: "not_found", message }]);
}

/** The conflict with the same model or vendor that stands; null when there is none. */
export async function findStanding(
  tx: UnitOfWork,
  userId: string,
  target: ConflictTarget,
): Promise<{ readonly id: string; readonly basis: ConflictBasis } | null> {
  return (await loadConflicts(tx, userId)).find((conflict) => isSameTarget(conflict, target)) ?? null;
}

export type NewConflict = ConflictTarget & {
  readonly userId: string;
  readonly modelId: string | null;
  readonly reason: string;
  readonly basis: ConflictBasis;
  /** Who declared it, or who ruled. */
  readonly by: string;
  readonly at: Date;
};

/** The id of the conflict on record: the one that stands, or this one. A ruling takes the place of what was declared (BRD-175). */
export async function enterConflict(tx: UnitOfWork, conflict: NewConflict): Promise<string> {
  const { kind, target, userId, modelId, reason, basis, by, at } = conflict;
  const standing = await findStanding(tx, userId, conflict);
  if (standing !== null && (basis === "declared" || standing.basis === "ruling")) return standing.id;
  if (standing !== null) await withdrawConflict(tx, standing.id, at);
  return createConflict(tx, { kind, target, userId, modelId, reason, basis, declaredBy: by, declaredAt: at });
}
