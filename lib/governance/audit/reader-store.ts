// What a reader of the log needs beside its entries: names of today, and what there is to filter by (AUD-105, AUD-108).
import type { TransactionClient } from "../../db/client.ts";

/** Names of the members among these ids; people of other organisations stay unknown. */
export async function loadNames(db: TransactionClient, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text, name FROM users WHERE id = ANY(${wanted}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Every action that occurs, by name. Steps from one to the next in the index: the log may be long. */
export async function loadActions(db: TransactionClient): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT action FROM audit_entries WHERE organization_id = app_organization() ORDER BY action LIMIT 1)
      UNION ALL
      SELECT (SELECT e.action FROM audit_entries e
              WHERE e.organization_id = app_organization() AND e.action > step.action ORDER BY e.action LIMIT 1)
      FROM step WHERE step.action IS NOT NULL)
    SELECT action FROM step WHERE action IS NOT NULL`;
  return rows.map((row) => row.action);
}

/** Everybody who acted, by name. */
export async function loadActors(
  db: TransactionClient,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT actor_id FROM audit_entries
       WHERE organization_id = app_organization() AND actor_id IS NOT NULL ORDER BY actor_id LIMIT 1)
      UNION ALL
      SELECT (SELECT e.actor_id FROM audit_entries e
              WHERE e.organization_id = app_organization() AND e.actor_id > step.actor_id ORDER BY e.actor_id LIMIT 1)
      FROM step WHERE step.actor_id IS NOT NULL)
    SELECT u.id::text, u.name FROM step JOIN users u ON u.id = step.actor_id ORDER BY lower(u.name), u.id`;
}

/** When the last entry was made; null for an empty log. */
export async function loadLastInstant(db: TransactionClient): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ occurred_at: Date }[]>`
    SELECT occurred_at FROM audit_entries WHERE organization_id = app_organization() ORDER BY number DESC LIMIT 1`;
  return row?.occurred_at ?? null;
}
