// Reads of the audit tables, and the two SQL functions that may write beside `audit_append` (AUD-2, AUD-3, AUD-5).
// Row-level security narrows every statement to the organisation of the unit of work.
import type { TransactionClient } from "../../db/client.ts";
import { Prisma } from "../../db/generated/client.ts";
import type { Json } from "../kernel/audit-event.ts";
import type { StoredEntry } from "./audit-entry.ts";
import type { Hash, NodeAddress } from "./merkle.ts";
import type { NodeLookup, ProofStep } from "./proof.ts";
import type { AuditListInput } from "./schema.ts";

type EntryRow = {
  number: bigint;
  leaf: string;
  personal: Readonly<Record<string, Json>> | null;
  personal_salt: Uint8Array | null;
};

const COLUMNS = Prisma.sql`number, leaf, personal, personal_salt`;

function toStored(row: EntryRow): StoredEntry {
  const salt = row.personal_salt && Buffer.from(row.personal_salt).toString("hex");
  return { number: Number(row.number), leaf: row.leaf, personal: row.personal, salt };
}

/** Entries below the cursor that fit the filter, newest first: one more than `limit` when there are more. */
export async function loadEntries(db: TransactionClient, filter: AuditListInput): Promise<readonly StoredEntry[]> {
  const where = [Prisma.sql`organization_id = app_organization()`];
  if (filter.cursor !== undefined) where.push(Prisma.sql`number < ${BigInt(filter.cursor)}`);
  if (filter.action?.includes(".")) where.push(Prisma.sql`action = ${filter.action}`);
  else if (filter.action !== undefined) where.push(Prisma.sql`starts_with(action, ${`${filter.action}.`})`);
  if (filter.actor?.includes("-")) where.push(Prisma.sql`actor_id = ${filter.actor}::uuid`);
  else if (filter.actor !== undefined) where.push(Prisma.sql`actor_kind = ${filter.actor}`);
  if (filter.subject !== undefined) where.push(Prisma.sql`subject_reference = ${filter.subject}`);
  if (filter.outcome !== undefined) where.push(Prisma.sql`outcome = ${filter.outcome}`);
  if (filter.from !== undefined) where.push(Prisma.sql`occurred_at >= ${toInstant(filter.from, 0)}`);
  if (filter.to !== undefined) where.push(Prisma.sql`occurred_at < ${toInstant(filter.to, 1)}`);
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${COLUMNS} FROM audit_entries WHERE ${Prisma.join(where, " AND ")}
    ORDER BY number DESC LIMIT ${filter.limit + 1}`;
  return rows.map(toStored);
}

/** An instant as it is; a day as its first instant in the organisation's time zone, or that of the day after. */
function toInstant(moment: string, daysLater: number): Prisma.Sql {
  if (moment.includes("T")) return Prisma.sql`${new Date(moment)}`;
  return Prisma.sql`(${moment}::date + ${daysLater}::int)::timestamp
    AT TIME ZONE (SELECT time_zone FROM organizations WHERE id = app_organization())`;
}

/** Entries numbered `from` to `to`, both included, in order. */
export async function loadEntryRange(db: TransactionClient, from: number, to: number): Promise<readonly StoredEntry[]> {
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${COLUMNS} FROM audit_entries
    WHERE organization_id = app_organization() AND number BETWEEN ${BigInt(from)} AND ${BigInt(to)} ORDER BY number`;
  return rows.map(toStored);
}

export async function loadEntry(db: TransactionClient, number: number): Promise<StoredEntry | null> {
  const [entry] = await loadEntryRange(db, number, number);
  return entry ?? null;
}

/** The number of the entry with this id: what a ballot or a receipt remembers. */
export async function loadEntryNumber(db: TransactionClient, entryId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    SELECT number FROM audit_entries WHERE organization_id = app_organization() AND entry_id = ${entryId}::uuid`;
  return row === undefined ? null : Number(row.number);
}

/** How many entries there are. */
export async function loadTreeSize(db: TransactionClient): Promise<number> {
  const [row] = await db.$queryRaw<{ size: bigint }[]>`
    SELECT size FROM audit_heads WHERE organization_id = app_organization()`;
  return row === undefined ? 0 : Number(row.size);
}

/** The root over the first `size` entries; `size` must not exceed the log. */
export async function loadRoot(db: TransactionClient, size: number): Promise<Hash> {
  const [row] = await db.$queryRaw<{ root: Uint8Array }[]>`SELECT audit_root(${BigInt(size)}) AS root`;
  if (row === undefined) throw new Error("The database gave no root");
  return row.root;
}

/** Reads every node of a planned proof at once. A node that is not there is a broken log, not an answer. */
export async function loadNodes(db: TransactionClient, steps: readonly ProofStep[]): Promise<NodeLookup> {
  const addresses = steps.flat();
  const rows = await db.$queryRaw<{ level: number; index: bigint; hash: Uint8Array }[]>`
    WITH wanted AS (
      SELECT * FROM unnest(${addresses.map((a) => a.level)}::int[], ${addresses.map((a) => BigInt(a.index))}::bigint[]) AS w(level, index)
    )
    SELECT w.level, w.index, n.hash FROM wanted w JOIN audit_nodes n
      ON n.organization_id = app_organization() AND n.level = w.level AND n.index = w.index WHERE w.level > 0
    UNION ALL
    SELECT w.level, w.index, e.leaf_hash FROM wanted w JOIN audit_entries e
      ON e.organization_id = app_organization() AND e.number = w.index + 1 WHERE w.level = 0`;
  const nodes = new Map(rows.map((row) => [keyOf({ level: row.level, index: Number(row.index) }), row.hash]));
  return (address) => {
    const hash = nodes.get(keyOf(address));
    if (hash === undefined) throw new Error(`The audit tree has no node ${keyOf(address)}`);
    return hash;
  };
}

function keyOf(address: NodeAddress): string {
  return `${address.level}/${address.index}`;
}

/** Signed notes kept so far, the longest log first. */
export async function loadCheckpoints(
  db: TransactionClient,
  limit: number,
): Promise<readonly { readonly note: string; readonly keptAt: Date }[]> {
  return db.$queryRaw<{ note: string; keptAt: Date }[]>`
    SELECT body AS note, created_at AS "keptAt" FROM audit_checkpoints
    WHERE organization_id = app_organization() ORDER BY size DESC LIMIT ${limit}`;
}

/** Keeps a signed note; the database refuses one whose root is not that of this log. False when it is kept already. */
export async function saveCheckpoint(db: TransactionClient, note: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ saved: boolean }[]>`SELECT audit_save_checkpoint(${note}) AS saved`;
  return row?.saved === true;
}

/** Erases the personal data of one entry. False when there was none. */
export async function erasePersonal(db: TransactionClient, number: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ erased: boolean }[]>`SELECT audit_erase_personal(${BigInt(number)}) AS erased`;
  return row?.erased === true;
}
