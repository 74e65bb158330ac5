// One governance act = one transaction: organisation set for row-level security, the database's clock, one audit entry.
// INVARIANT: a write that changed rows and recorded nothing is rolled back (AUD-1). Lock order everywhere:
// subject row -> child rows -> audit head; so `record` is the last thing an operation does.
import { randomBytes, randomUUID } from "node:crypto";
import { toLeaf } from "../governance/audit/leaf.ts";
import type { Actor } from "../governance/kernel/actor.ts";
import type { AuditEvent, Json } from "../governance/kernel/audit-event.ts";
import { type ReferenceKind, toReference } from "../governance/kernel/reference.ts";
import { announceChange } from "./change-feed.ts";
import { database, type TransactionClient } from "./client.ts";
import { isWorthRetrying } from "./database-error.ts";

/** Where an act stands in the record: its entry's id and its gapless number (1 = AR-00001). */
export type RecordedEntry = {
  readonly entryId: string;
  readonly number: number;
  readonly occurredAt: Date;
};

export type UnitOfWork = {
  readonly db: TransactionClient;
  readonly organizationId: string;
  readonly requestId: string;
  /** Appends the act's one audit entry; call it last, after every other write. */
  readonly record: (event: AuditEvent) => Promise<RecordedEntry>;
  /** Says that a write operation found nothing to change (the same act repeated); nothing is recorded. */
  readonly unchanged: () => void;
  /** Hands an event to the rooms above and to the jobs, in this transaction. */
  readonly publish: (topic: string, payload: Readonly<Record<string, Json>>) => Promise<void>;
  /** A fresh public reference. */
  readonly reference: (kind: ReferenceKind) => string;
};

export type WorkScope = {
  readonly organizationId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly effect: "read" | "write";
  readonly timeoutMs?: number;
};

class MissingAuditEntry extends Error {
  override readonly name = "MissingAuditEntry";
}

const TRIES = 5;

/** Runs `work` in one transaction; deadlocks and serialisation failures are retried, everything else rolls back. */
export async function runUnitOfWork<Result>(
  scope: WorkScope,
  work: (tx: UnitOfWork, now: () => Promise<Date>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(scope, work);
    } catch (error) {
      if (attempt >= TRIES || !isWorthRetrying(error)) throw error;
      await pause(attempt);
    }
  }
}

function pause(attempt: number): Promise<void> {
  const spreadMs = (randomBytes(1)[0] ?? 0) / 8;
  return new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt + spreadMs));
}

async function runOnce<Result>(
  scope: WorkScope,
  work: (tx: UnitOfWork, now: () => Promise<Date>) => Promise<Result>,
): Promise<Result> {
  const recorded: { event: AuditEvent | null; isUnchanged: boolean } = {
    event: null,
    isUnchanged: false,
  };
  const result = await database().prisma.$transaction(
    async (db) => {
      await db.$queryRaw`SELECT set_config('app.organization_id', ${scope.organizationId}, true),
        set_config('transaction_read_only', ${scope.effect === "read" ? "on" : "off"}, true)`;
      const now = () => readClock(db);
      const tx = openUnit(scope, db, now, recorded);
      const value = await work(tx, now);
      if (scope.effect === "write" && recorded.event === null && !recorded.isUnchanged) {
        throw new MissingAuditEntry(`A write ended without an audit entry (request ${scope.requestId})`);
      }
      return value;
    },
    { maxWait: 10_000, timeout: scope.timeoutMs ?? 20_000 },
  );
  if (recorded.event !== null && recorded.event.isAnnounced !== false)
    announceChange(scope.organizationId, recorded.event);
  return result;
}

async function readClock(db: TransactionClient): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT governance_now() AS now`;
  if (row === undefined) throw new Error("The database gave no time");
  return row.now;
}

function openUnit(
  scope: WorkScope,
  db: TransactionClient,
  now: () => Promise<Date>,
  recorded: { event: AuditEvent | null; isUnchanged: boolean },
): UnitOfWork {
  return {
    db,
    organizationId: scope.organizationId,
    requestId: scope.requestId,
    unchanged: () => {
      recorded.isUnchanged = true;
    },
    reference: (kind) => toReference(kind, randomBytes(5)),
    publish: async (topic, payload) => {
      await db.outboxMessage.create({
        data: { topic, payload: payload as object, requestId: scope.requestId },
      });
    },
    record: async (event) => {
      if (recorded.event !== null) throw new Error(`A second audit entry in one act: ${event.action}`);
      const entry = await appendEntry(scope, db, event, await now());
      recorded.event = event;
      return entry;
    },
  };
}

async function appendEntry(
  scope: WorkScope,
  db: TransactionClient,
  event: AuditEvent,
  occurredAt: Date,
): Promise<RecordedEntry> {
  const entryId = randomUUID();
  const leaf = toLeaf(event, {
    entryId,
    organizationId: scope.organizationId,
    actor: toLeafActor(scope.actor),
    requestId: scope.requestId,
    occurredAt,
    salt: randomBytes(16),
  });
  const [row] = await db.$queryRaw<{ first_number: bigint }[]>`
    SELECT first_number FROM audit_append(${JSON.stringify([leaf])}::jsonb)`;
  if (row === undefined) throw new Error("The audit log gave no entry number");
  return { entryId, number: Number(row.first_number), occurredAt };
}

function toLeafActor(actor: Actor): { kind: Actor["kind"]; id: string | null } {
  return {
    kind: actor.kind,
    id: actor.kind === "person" ? actor.userId : null,
  };
}
