// The log as the house uses it: acts recorded by the unit of work, read back, listed, proved.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../../db/client.ts";
import { runUnitOfWork, type UnitOfWork } from "../../db/unit-of-work.ts";
import { env } from "../../env.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { toAuditEntry } from "./audit-entry.ts";
import { originOf, readSigningKey, signCheckpoint, toVerifierKey } from "./checkpoint.ts";
import { planConsistencyProof, planInclusionProof, toProof, verifyConsistency } from "./proof.ts";
import { assessReceiptProof, toReceiptProof } from "./receipt-proof.ts";
import { AuditEntry, AuditListInput, ReceiptProof } from "./schema.ts";
import {
  erasePersonal,
  loadCheckpoints,
  loadEntries,
  loadEntry,
  loadEntryNumber,
  loadEntryRange,
  loadNodes,
  loadRoot,
  loadTreeSize,
  saveCheckpoint,
} from "./store.ts";

const SIZE = 21;
const organizationId = randomUUID();
const userId = randomUUID();
const entryIds: string[] = [];
let database: TestDatabase;

function inUnit<Result>(effect: "read" | "write", work: (tx: UnitOfWork) => Promise<Result>): Promise<Result> {
  const actor = {
    kind: "person",
    organizationId,
    userId,
    name: "Ann",
    email: "ann@example.org",
    roles: [],
    trustLevel: "standard",
    scopes: null,
    sessionId: null,
    keyId: null,
  } as const;
  return runUnitOfWork({ organizationId, actor, requestId: "req-1", effect }, (tx) => work(tx));
}
const read = <Result>(work: (tx: UnitOfWork) => Promise<Result>) => inUnit("read", work);
const list = async (filter: Record<string, unknown>) =>
  (await read((tx) => loadEntries(tx.db, AuditListInput.parse(filter)))).map((entry) => entry.number);

beforeAll(async () => {
  database = await startTestDatabase();
  for (let number = 1; number <= SIZE; number += 1) {
    await database.setClock({ at: new Date(Date.UTC(2026, 10, 20, 9, number)) });
    const isVote = number % 2 === 0;
    const entry = await inUnit("write", (tx) =>
      tx.record({
        action: isVote ? "voting.ballot_cast" : "registry.model_registered",
        subject: { type: isVote ? "proposal" : "model", reference: `REF-${number % 5}` },
        details: { number },
        outcome: number === 7 ? "denied" : "done",
        ...(number === 3 ? { personal: { name: "Bob" } } : {}),
      }),
    );
    expect(entry.number).toBe(number);
    entryIds.push(entry.entryId);
  }
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});

describe("reading the log", () => {
  test("[AUD-1] an act that records nothing, or twice, is rolled back", async () => {
    await expect(inUnit("write", async () => undefined)).rejects.toThrow("without an audit entry");
    const event = { action: "a.b", subject: { type: "x", reference: "y" }, details: {} };
    const twice = inUnit("write", async (tx) => {
      await tx.record(event);
      await tx.record(event);
    });
    await expect(twice).rejects.toThrow("second audit entry");
    expect(await read((tx) => loadTreeSize(tx.db))).toBe(SIZE);
  });

  test("[AUD-1] an entry says who did what to what, when, in which request", async () => {
    const stored = await read((tx) => loadEntry(tx.db, 7));
    if (stored === null) throw new Error("no entry 7");
    expect(AuditEntry.parse(toAuditEntry(stored))).toMatchObject({
      reference: "AR-00007",
      action: "registry.model_registered",
      actor: { kind: "person", id: userId },
      subject: { type: "model", reference: "REF-2" },
      details: { number: 7 },
      outcome: "denied",
      requestId: "req-1",
      occurredAt: "2026-11-20T09:07:00.000Z",
      personalState: "none",
    });
    expect(await read((tx) => loadEntry(tx.db, SIZE + 1))).toBeNull();
    expect(await read((tx) => loadEntryNumber(tx.db, entryIds[6] ?? ""))).toBe(7);
    expect(await read((tx) => loadEntryNumber(tx.db, randomUUID()))).toBeNull();
  });

  test.each([
    { name: "newest first, one more than asked for", filter: { limit: 2 }, numbers: [21, 20, 19] },
    { name: "below the cursor", filter: { limit: 1, cursor: 5 }, numbers: [4, 3] },
    { name: "an area", filter: { action: "voting", cursor: 7 }, numbers: [6, 4, 2] },
    { name: "half an area is no area", filter: { action: "vot" }, numbers: [] },
    { name: "an action", filter: { action: "registry.model_registered", cursor: 4 }, numbers: [3, 1] },
    { name: "a person", filter: { actor: userId, cursor: 3 }, numbers: [2, 1] },
    { name: "another person", filter: { actor: randomUUID() }, numbers: [] },
    { name: "a kind of actor", filter: { actor: "system" }, numbers: [] },
    { name: "a subject", filter: { subject: "REF-2" }, numbers: [17, 12, 7, 2] },
    { name: "an outcome", filter: { outcome: "denied" }, numbers: [7] },
    {
      name: "from, inclusive, to, exclusive",
      filter: { from: "2026-11-20T09:05:00Z", to: "2026-11-20T10:07:00+01:00" },
      numbers: [6, 5],
    },
  ])("[AUD-105] $name", async ({ filter, numbers }) => {
    expect(await list(filter)).toEqual(numbers);
  });

  test("[AUD-5] erased personal data is shown as erased", async () => {
    const state = async () => {
      const [stored] = await read((tx) => loadEntryRange(tx.db, 3, 3));
      return stored && [toAuditEntry(stored).personalState, toAuditEntry(stored).personal];
    };
    expect(await state()).toEqual(["present", { name: "Bob" }]);
    const erased = await inUnit("write", async (tx) => {
      tx.unchanged();
      return erasePersonal(tx.db, 3);
    });
    expect(erased).toBe(true);
    expect(await state()).toEqual(["erased", null]);
  });
});

describe("proofs from the stored tree", () => {
  const sign = async (tx: UnitOfWork, size: number) => {
    const key = readSigningKey(env().GAVEL_AUDIT_KEY);
    const origin = originOf(organizationId);
    const note = signCheckpoint({ origin, size, root: await loadRoot(tx.db, size) }, key);
    return { note, publicKey: toVerifierKey(origin, key) };
  };

  test("[AUD-4] a receipt for every entry of every size", async () => {
    await read(async (tx) => {
      const entries = await loadEntryRange(tx.db, 1, SIZE);
      for (let size = 1; size <= SIZE; size += 4) {
        const { note, publicKey } = await sign(tx, size);
        for (const { number, leaf } of entries.slice(0, size)) {
          const lookup = await loadNodes(tx.db, planInclusionProof(number - 1, size));
          const receipt = toReceiptProof({ organizationId, number, leaf, checkpoint: note, publicKey, lookup });
          expect(assessReceiptProof(ReceiptProof.parse(receipt), publicKey).outcome).toBe("included");
        }
      }
    });
  });

  test("[AUD-4] every size is a prefix of the log", async () => {
    await read(async (tx) => {
      const secondRoot = await loadRoot(tx.db, SIZE);
      for (let first = 0; first <= SIZE; first += 1) {
        const steps = planConsistencyProof(first, SIZE);
        const proof = toProof(steps, await loadNodes(tx.db, steps));
        const firstRoot = await loadRoot(tx.db, first);
        expect(verifyConsistency({ first, second: SIZE, firstRoot, secondRoot, proof }).outcome).toBe("proved");
      }
    });
  });

  test("[AUD-3] checkpoints are kept, newest first", async () => {
    await inUnit("write", async (tx) => {
      tx.unchanged();
      for (const size of [5, SIZE, 9]) expect(await saveCheckpoint(tx.db, (await sign(tx, size)).note)).toBe(true);
    });
    const kept = await read((tx) => loadCheckpoints(tx.db, 2));
    expect(kept.map(({ note }) => note.split("\n")[1])).toEqual([`${SIZE}`, "9"]);
  });
});
