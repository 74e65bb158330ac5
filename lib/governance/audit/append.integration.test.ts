// The SQL side of the log, on real PostgreSQL, as the application role and as the owner.
import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { Pool, type PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { originOf, signCheckpoint } from "./checkpoint.ts";
import { commitTo, type Leaf, toLeaf } from "./leaf.ts";
import { appendLeaves, EMPTY_RANGE, hashLeaf, rootOfLeaves } from "./merkle.ts";

let database: TestDatabase;
let app: Pool;
let owner: Pool;

beforeAll(async () => {
  database = await startTestDatabase();
  app = new Pool({ connectionString: database.appUrl, max: 12 });
  owner = new Pool({ connectionString: database.ownerUrl, max: 2 });
  for (const pool of [app, owner]) pool.on("error", () => undefined);
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await database.stop();
});

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

function leafOf(organizationId: string, word: string, personal?: Record<string, string>): Leaf {
  const event = { action: "audit.tested", subject: { type: "test", reference: word }, details: { word }, personal };
  return toLeaf(event, {
    organizationId,
    entryId: randomUUID(),
    actor: { kind: "person", id: randomUUID() },
    requestId: randomUUID(),
    occurredAt: new Date("2026-11-20T09:00:00.123Z"),
    salt: randomBytes(16),
  });
}

async function inTransaction<Result>(
  pool: Pool,
  organizationId: string | null,
  act: (client: PoolClient) => Promise<Result>,
) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    if (organizationId) await client.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
    const result = await act(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

async function append(organizationId: string, leaves: readonly unknown[], scope: string | null = organizationId) {
  return inTransaction(app, scope, async (client) => {
    const { rows } = await client.query<{ first_number: string; last_number: string }>(
      "SELECT * FROM audit_append($1::jsonb)",
      [JSON.stringify(leaves)],
    );
    return rows[0];
  });
}

const rowsOf = (organizationId: string) =>
  database.query<Record<string, unknown>>("SELECT * FROM audit_entries WHERE organization_id = $1 ORDER BY number", [
    organizationId,
  ]);

async function rootInDatabase(organizationId: string, size: number): Promise<string> {
  return inTransaction(app, organizationId, async (client) => {
    const { rows } = await client.query<{ root: Buffer }>("SELECT audit_root($1) AS root", [size]);
    return rows[0]?.root.toString("hex") ?? "";
  });
}

describe("appending", () => {
  test("[AUD-2] numbers, hashes, nodes, frontier and every earlier root are those of the pure tree", async () => {
    const organization = randomUUID();
    const leaves: Leaf[] = [];
    for (const portion of [1, 2, 3, 1, 8, 17]) {
      const more = Array.from({ length: portion }, (_, i) => leafOf(organization, `${leaves.length + i}`));
      const answer = await append(organization, more);
      expect(answer).toEqual({ first_number: `${leaves.length + 1}`, last_number: `${leaves.length + portion}` });
      leaves.push(...more);
    }
    const hashes = leaves.map((leaf) => hashLeaf(leaf.text));
    const nodes: string[] = [];
    const range = appendLeaves(EMPTY_RANGE, hashes, (at, hash) => nodes.push(`${at.level}/${at.index} ${hex(hash)}`));
    const stored = await database.query<{ level: number; index: string; hash: Buffer }>(
      "SELECT level, index, hash FROM audit_nodes WHERE organization_id = $1",
      [organization],
    );
    expect(stored.map((node) => `${node.level}/${node.index} ${hex(node.hash)}`).sort()).toEqual(nodes.sort());
    const [head] = await database.query<{ size: string; frontier: Buffer[] }>(
      "SELECT size, frontier FROM audit_heads WHERE organization_id = $1",
      [organization],
    );
    expect([head?.size, head?.frontier.map(hex)]).toEqual(["32", range.frontier.map(hex)]);
    for (let size = 0; size <= 32; size += 1) {
      expect(await rootInDatabase(organization, size)).toBe(hex(rootOfLeaves(hashes.slice(0, size))));
    }
  });

  test("[AUD-2] the leaf is stored as the text that was hashed, and the columns come from it", async () => {
    const organization = randomUUID();
    const leaf = leafOf(organization, 'Zo\u00eb \u2713 "\\ \n', { name: "Ann" });
    await append(organization, [leaf]);
    const [row] = await rowsOf(organization);
    expect(row).toMatchObject({
      number: "1",
      leaf: leaf.text,
      action: "audit.tested",
      outcome: "done",
      subject_type: "test",
      actor_kind: "person",
      occurred_at: new Date("2026-11-20T09:00:00.123Z"),
      personal: { name: "Ann" },
    });
    expect(hex(row?.leaf_hash as Buffer)).toBe(leaf.hash);
    expect(hex(row?.personal_salt as Buffer)).toBe(leaf.salt);
  });

  test("[AUD-2] twelve writers at once: no gap, no repetition, one tree", async () => {
    const organization = randomUUID();
    await Promise.all(Array.from({ length: 120 }, (_, i) => append(organization, [leafOf(organization, `${i}`)])));
    const rows = await rowsOf(organization);
    expect(rows.map((row) => Number(row.number))).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    const root = hex(rootOfLeaves(rows.map((row) => hashLeaf(row.leaf as string))));
    expect(await rootInDatabase(organization, 120)).toBe(root);
  });

  test("[AUD-2] an act that is rolled back leaves no gap", async () => {
    const organization = randomUUID();
    await append(organization, [leafOf(organization, "one")]);
    const failing = inTransaction(app, organization, async (client) => {
      await client.query("SELECT audit_append($1::jsonb)", [JSON.stringify([leafOf(organization, "lost")])]);
      throw new Error("the act failed");
    });
    await expect(failing).rejects.toThrow("the act failed");
    expect(await append(organization, [leafOf(organization, "two")])).toEqual({ first_number: "2", last_number: "2" });
  });

  const here = randomUUID();
  test.each([
    { name: "without an organisation", scope: null, leaves: [leafOf(here, "x")], code: "42501" },
    {
      name: "a leaf of another organisation",
      scope: here,
      leaves: [leafOf(here, "x"), leafOf(randomUUID(), "y")],
      code: "42501",
    },
    { name: "a leaf without an organisation", scope: here, leaves: [leafOf(here, "x"), { text: "{}" }], code: "42501" },
    { name: "no leaf", scope: here, leaves: [{ text: null }], code: "42501" },
    { name: "nothing", scope: here, leaves: [], code: "22023" },
  ])("[AUD-2] refused whole: $name", async ({ scope, leaves, code }) => {
    await expect(append(here, leaves, scope)).rejects.toMatchObject({ code });
    expect(await rowsOf(here)).toEqual([]);
  });
});

describe("what was appended stays", () => {
  const organization = randomUUID();
  beforeAll(async () => {
    await append(organization, [
      leafOf(organization, "a", { name: "Ann" }),
      leafOf(organization, "b", { name: "Bob" }),
    ]);
  });

  const CHANGES = [
    "UPDATE audit_entries SET leaf = 'x'",
    "UPDATE audit_entries SET number = number + 10",
    "UPDATE audit_entries SET personal = '{}', personal_salt = NULL",
    "DELETE FROM audit_entries",
    "TRUNCATE audit_entries",
    "UPDATE audit_nodes SET hash = ''",
    "DELETE FROM audit_nodes",
    "TRUNCATE audit_nodes",
    "UPDATE audit_heads SET size = 0",
    "DELETE FROM audit_heads",
    "TRUNCATE audit_heads",
    "UPDATE audit_checkpoints SET body = ''",
    "DELETE FROM audit_checkpoints",
    "TRUNCATE audit_checkpoints",
  ];
  test.each(CHANGES)("[AUD-2] the application may not: %s", async (sql) => {
    await expect(inTransaction(app, organization, (client) => client.query(sql))).rejects.toMatchObject({
      code: "42501",
    });
  });

  test.each(CHANGES)("[AUD-2] the owner may not either: %s", async (sql) => {
    const attempt = inTransaction(owner, organization, (client) => client.query(sql));
    await expect(attempt).rejects.toThrow("append-only");
  });

  test.each([
    "INSERT INTO audit_entries (number) VALUES (3)",
    "INSERT INTO audit_nodes (level, index, hash) VALUES (1, 1, '')",
    "INSERT INTO audit_heads (size) VALUES (9)",
    "INSERT INTO audit_checkpoints (size, body) VALUES (9, 'x')",
  ])("[AUD-2] the application appends by the function only: %s", async (sql) => {
    await expect(inTransaction(app, organization, (client) => client.query(sql))).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("[AUD-2] another organisation sees nothing of it", async () => {
    const seen = await inTransaction(app, randomUUID(), async (client) => {
      const counts: (number | null)[] = [];
      for (const table of ["audit_entries", "audit_nodes", "audit_heads", "audit_checkpoints"]) {
        counts.push((await client.query(`SELECT 1 FROM ${table}`)).rowCount);
      }
      return counts;
    });
    expect(seen).toEqual([0, 0, 0, 0]);
  });

  test("[AUD-5] personal data is erased once, with its salt; leaf, hash and root stay", async () => {
    const before = await rootInDatabase(organization, 2);
    const erase = () =>
      inTransaction(
        app,
        organization,
        async (client) => (await client.query("SELECT audit_erase_personal(1) AS erased")).rows[0],
      );
    expect([await erase(), await erase()]).toEqual([{ erased: true }, { erased: false }]);
    const [first, second] = await rowsOf(organization);
    expect([first?.personal, first?.personal_salt]).toEqual([null, null]);
    expect(second?.personal).toEqual({ name: "Bob" });
    const salt = second?.personal_salt as Buffer;
    expect(JSON.parse(second?.leaf as string).personalCommitment).toBe(commitTo({ name: "Bob" }, salt));
    expect(hex(hashLeaf(first?.leaf as string))).toBe(hex(first?.leaf_hash as Buffer));
    expect(await rootInDatabase(organization, 2)).toBe(before);
  });

  test("[AUD-5] one organisation cannot erase another's", async () => {
    const { rows } = await inTransaction(app, randomUUID(), (client) =>
      client.query("SELECT audit_erase_personal(2) AS erased"),
    );
    expect(rows).toEqual([{ erased: false }]);
  });
});

describe("checkpoints", () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const organization = randomUUID();
  const save = (note: string) =>
    inTransaction(
      app,
      organization,
      async (client) => (await client.query("SELECT audit_save_checkpoint($1) AS saved", [note])).rows[0],
    );
  const noteOf = (size: number, root: string, of = organization) =>
    signCheckpoint({ origin: originOf(of), size, root: Buffer.from(root, "hex") }, privateKey);

  test("[AUD-106] one of this log is kept, once; of an earlier size too", async () => {
    await append(organization, [leafOf(organization, "a"), leafOf(organization, "b"), leafOf(organization, "c")]);
    const note = noteOf(3, await rootInDatabase(organization, 3));
    expect([await save(note), await save(note)]).toEqual([{ saved: true }, { saved: false }]);
    expect(await save(noteOf(2, await rootInDatabase(organization, 2)))).toEqual({ saved: true });
  });

  test.each([
    { name: "another root", note: () => noteOf(3, "00".repeat(32)), code: "22023" },
    { name: "a size that the log has not reached", note: () => noteOf(4, "00".repeat(32)), code: "P0002" },
    { name: "another organisation", note: () => noteOf(0, hex(rootOfLeaves([])), randomUUID()), code: "42501" },
    { name: "something else", note: () => "hello", code: "42501" },
  ])("[AUD-106] refused: $name", async ({ note, code }) => {
    await expect(save(note())).rejects.toMatchObject({ code });
  });
});
