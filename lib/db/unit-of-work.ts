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
import { allOrFirstFailure, inStatements, type Statements } from "./statements.ts";

/** Where an act stands in the record: its entry's id and its gapless number (1 = AR-00001). */
export type RecordedEntry = {
  readonly entryId: string;
  readonly number: number;
  readonly occurredAt: Date;
};

type Work<Db> = {
  readonly db: Db;
  readonly organizationId: string;
  readonly requestId: string;
  /** Does these in this order; over the driver they are asked at once and travel together. */
  readonly together: Together;
  /** Appends the act's one audit entry; call it last, after every other write. `readAt`: the clock, where an act has just read it. */
  readonly record: (event: AuditEvent, readAt?: Date) => Promise<RecordedEntry>;
  /** Says that a write operation found nothing to change (the same act repeated); nothing is recorded. */
  readonly unchanged: () => void;
  /** Hands an event to the rooms above and to the jobs, in this transaction. */
  readonly publish: (topic: string, payload: Readonly<Record<string, Json>>) => Promise<void>;
  /** A fresh public reference. */
  readonly reference: (kind: ReferenceKind) => string;
};

export type UnitOfWork = Work<TransactionClient>;
/** One of typed SQL alone: every unit of work is one, and those of hot paths are nothing more. */
export type StatementWork = Work<Statements>;

type Steps = readonly (() => Promise<unknown>)[];
type Answers<Given extends Steps> = { -readonly [Place in keyof Given]: Awaited<ReturnType<Given[Place]>> };
type Together = <const Given extends Steps>(...steps: Given) => Promise<Answers<Given>>;

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
const TIMEOUT_MS = 20_000;
const REFERENCE_BYTES = 5;
let randomLeft: Uint8Array = new Uint8Array();

/** How a transaction is carried. */
type Carrier<Db> = {
  readonly open: <Result>(scope: WorkScope, run: (db: Db) => Promise<Result>) => Promise<Result>;
  readonly together: Together;
};

const PRISMA: Carrier<TransactionClient> = {
  open: ({ timeoutMs = TIMEOUT_MS }, run) =>
    database().prisma.$transaction(run, { maxWait: 10_000, timeout: timeoutMs }),
  async together<const Given extends Steps>(...steps: Given) {
    const answers: unknown[] = [];
    for (const step of steps) answers.push(await step());
    return answers as Answers<Given>;
  },
};

const DRIVER: Carrier<Statements> = {
  open: ({ timeoutMs = TIMEOUT_MS }, run) => inStatements(timeoutMs, run),
  together: async <const Given extends Steps>(...steps: Given) =>
    (await allOrFirstFailure(steps.map((step) => step()))) as Answers<Given>,
};

type Act<Db, Result> = (tx: Work<Db>, now: () => Promise<Date>) => Promise<Result>;

/** Runs `work` in one transaction; deadlocks and serialisation failures are retried, everything else rolls back. */
export const runUnitOfWork = <Result>(scope: WorkScope, work: Act<TransactionClient, Result>) =>
  runRetried(scope, PRISMA, work);

/** The same for work of typed SQL alone, over the driver. */
export const runStatementWork = <Result>(scope: WorkScope, work: Act<Statements, Result>) =>
  runRetried(scope, DRIVER, work);

async function runRetried<Db extends Statements, Result>(
  scope: WorkScope,
  carrier: Carrier<Db>,
  work: Act<Db, Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(scope, carrier, work);
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

type Recorded = { event: AuditEvent | null; isUnchanged: boolean };

async function runOnce<Db extends Statements, Result>(
  scope: WorkScope,
  { open, together }: Carrier<Db>,
  work: Act<Db, Result>,
): Promise<Result> {
  const recorded: Recorded = { event: null, isUnchanged: false };
  const result = await open(scope, async (db) => {
    const now = () => readClock(db);
    const tx = openUnit(scope, { db, now, together }, recorded);
    const [, value] = await together(
      () => setScope(db, scope),
      () => work(tx, now),
    );
    if (scope.effect === "write" && recorded.event === null && !recorded.isUnchanged) {
      throw new MissingAuditEntry(`A write ended without an audit entry (request ${scope.requestId})`);
    }
    return value;
  });
  if (recorded.event !== null && recorded.event.isAnnounced !== false)
    announceChange(scope.organizationId, recorded.event);
  return result;
}

function setScope(db: Statements, { organizationId, effect }: WorkScope): Promise<unknown> {
  return db.$queryRaw`
    -- kept: unit_of_work
    SELECT set_config('app.organization_id', ${organizationId}, true),
      set_config('transaction_read_only', ${effect === "read" ? "on" : "off"}, true)`;
}

async function readClock(db: Statements): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`
    -- kept: clock
    SELECT governance_now() AS now`;
  if (row === undefined) throw new Error("The database gave no time");
  return row.now;
}

/** Five fresh bytes each; asked of the system for many at once. */
function takeRandom(): Uint8Array {
  if (randomLeft.length < REFERENCE_BYTES) randomLeft = randomBytes(REFERENCE_BYTES * 512);
  const taken = randomLeft.subarray(0, REFERENCE_BYTES);
  randomLeft = randomLeft.subarray(REFERENCE_BYTES);
  return taken;
}

function openUnit<Db extends Statements>(
  scope: WorkScope,
  { db, now, together }: Pick<Work<Db>, "db" | "together"> & { readonly now: () => Promise<Date> },
  recorded: Recorded,
): Work<Db> {
  return {
    ...{ db, together },
    organizationId: scope.organizationId,
    requestId: scope.requestId,
    unchanged: () => {
      recorded.isUnchanged = true;
    },
    reference: (kind) => toReference(kind, takeRandom()),
    publish: async (topic, payload) => {
      await db.$executeRaw`
        INSERT INTO outbox (topic, payload, request_id) VALUES (${topic}, ${JSON.stringify(payload)}::jsonb, ${scope.requestId})`;
    },
    record: async (event, readAt) => {
      if (recorded.event !== null) throw new Error(`A second audit entry in one act: ${event.action}`);
      const entry = await appendEntry(scope, db, event, readAt ?? (await now()));
      recorded.event = event;
      return entry;
    },
  };
}

async function appendEntry(
  scope: WorkScope,
  db: Statements,
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
    -- kept: audit_append
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
