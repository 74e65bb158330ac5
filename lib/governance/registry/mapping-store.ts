// Reads and writes of saved import mappings.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { ImportMapping } from "./import/schema.ts";

export type SavedMapping = { readonly name: string; readonly mapping: ImportMapping; readonly updatedAt: Date };

const MOST = 200;

/** Newest first. */
export async function loadMappings(tx: UnitOfWork): Promise<SavedMapping[]> {
  const rows = await tx.db.savedMapping.findMany({ orderBy: [{ updatedAt: "desc" }, { name: "asc" }], take: MOST });
  return rows.map(({ name, mapping, updatedAt }) => ({ name, mapping: ImportMapping.parse(mapping), updatedAt }));
}

export async function findMapping(tx: UnitOfWork, name: string): Promise<ImportMapping | null> {
  const row = await tx.db.savedMapping.findFirst({ where: { name } });
  return row === null ? null : ImportMapping.parse(row.mapping);
}

export async function putMapping(
  tx: UnitOfWork,
  saved: { name: string; mapping: ImportMapping; updatedBy: string | null; updatedAt: Date },
): Promise<void> {
  const { name, mapping, ...rest } = saved;
  await tx.db.savedMapping.upsert({
    where: { organizationId_name: { organizationId: tx.organizationId, name } },
    // With the whole key given, one statement does it: of two at once neither fails.
    create: { organizationId: tx.organizationId, name, mapping: mapping as object, ...rest },
    update: { mapping: mapping as object, ...rest },
  });
}
