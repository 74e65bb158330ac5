// Reads and writes of what the organisation set for this room.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { EscalationRules, STANDARD_RULES } from "./rules.ts";

export type StoredRules = {
  readonly rules: EscalationRules;
  /** 0 while nothing was ever set. */
  readonly revision: number;
  readonly updatedAt: Date | null;
};

export async function loadRules(tx: UnitOfWork): Promise<StoredRules> {
  const row = await tx.db.escalationRules.findFirst();
  if (row === null) return { rules: STANDARD_RULES, revision: 0, updatedAt: null };
  const { organizationId: _, revision, updatedAt, updatedBy: _by, ...rules } = row;
  return { rules: EscalationRules.parse(rules), revision, updatedAt };
}

/** Rules change one act after the other: the organisation's row is locked by the caller. */
export async function saveRules(
  tx: UnitOfWork,
  rules: EscalationRules,
  mark: { readonly revision: number; readonly at: Date; readonly by: string | null },
): Promise<void> {
  const data = { ...rules, revision: mark.revision, updatedAt: mark.at, updatedBy: mark.by };
  await tx.db.escalationRules.upsert({ where: { organizationId: tx.organizationId }, create: data, update: data });
}
