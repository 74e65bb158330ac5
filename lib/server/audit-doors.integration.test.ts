// What an auditor takes home through the door, judged by the verifier they take along: the real file in its own process.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../db/client.ts";
import { runUnitOfWork } from "../db/unit-of-work.ts";
import { proveEntry } from "../governance/audit/operations/prove-entry.ts";
import { readCheckpoint } from "../governance/audit/operations/read-checkpoint.ts";
import { toReceiptText } from "../governance/audit/receipt-proof.ts";
import { verifierKeyOf } from "../governance/audit/receipt-store.ts";
import { createKey } from "../governance/identity/operations/create-key.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { addPerson, makeOrganization } from "../testing/identity-world.ts";
import { systemActor } from "./actor.ts";
import { answerCheckpoint, answerExport, answerVerifier, findLog } from "./audit-doors.ts";
import { invoke } from "./invoke.ts";

const SOURCE = fileURLToPath(new URL("../../bin/audit-verify.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gavel-export-"));
let database: TestDatabase;
let organizationId: string;
let auditor: PersonActor;
let key: string;

async function keyOf(actor: PersonActor, scopes: string[]): Promise<string> {
  return (await invoke(createKey, { actor, input: { name: "test", scopes, expiresInDays: 1 } })).key;
}

/** As many acts as two parts of an export and a bit hold. */
async function fill(count: number): Promise<void> {
  const actor = systemActor(organizationId, "test");
  for (let i = 0; i < count; i += 1) {
    await runUnitOfWork({ organizationId, actor, requestId: `r${i}`, effect: "write" }, (tx) =>
      tx.record({
        action: "test.arranged",
        subject: { type: "test", reference: `REF-${i}` },
        details: { i, word: "Zoë ✓" },
        ...(i % 100 === 0 ? { personal: { name: `Person ${i}` } } : {}),
      }),
    );
  }
}

beforeAll(async () => {
  database = await startTestDatabase();
  organizationId = await makeOrganization();
  auditor = await addPerson(organizationId);
  key = await keyOf(auditor, ["audit.export", "audit.read_personal"]);
  await fill(1_100);
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await disconnectDatabase();
  await database.stop();
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1:3000/api/governance/audit/${path}`, { headers });
const exported = (query = "", bearer = key, headers: Record<string, string> = {}) =>
  answerExport(ask(`export${query}`, { authorization: `Bearer ${bearer}`, ...headers }));

let files = 0;
function keep(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.txt`);
  writeFileSync(path, content);
  return path;
}

function verify(...words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SOURCE, ...words], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

describe("the export", () => {
  test("[AUD-4][AUD-104] of a real log verifies offline, with an older checkpoint and a receipt", async () => {
    const older = await invoke(readCheckpoint, { actor: auditor, input: {} });
    const receipt = await invoke(proveEntry, { actor: auditor, input: { number: 17 } });
    const response = await exported();
    expect(response.status).toBe(200);
    const fileName = /filename="(audit-log-\d{4}-\d\d-\d\d-(\d+)\.jsonl)"/u.exec(
      response.headers.get("content-disposition") ?? "",
    );
    const text = await response.text();
    expect(text.trimEnd().split("\n")).toHaveLength(Number(fileName?.[2]) + 1);
    expect(text).not.toContain("Person 100");
    const { code, said } = await verify(
      keep(text),
      "--checkpoint",
      keep(older.checkpoint),
      "--receipt",
      keep(toReceiptText(receipt)),
      "--public-key",
      verifierKeyOf(organizationId),
    );
    expect(said).toContain("VERIFIED");
    expect(code).toBe(0);
  });

  test("[AUD-4] one changed byte is found, and its entry named", async () => {
    const bytes = Buffer.from(await (await exported()).arrayBuffer());
    const place = bytes.indexOf('REF-678\\"');
    const [line = ""] = bytes
      .subarray(bytes.lastIndexOf("\n", place) + 1)
      .toString()
      .split("\n");
    const { number } = JSON.parse(line) as { number: number };
    bytes[place + 4] = (bytes[place + 4] ?? 0) ^ 1;
    const { code, said } = await verify(keep(bytes));
    expect(code).toBe(1);
    expect(said).toContain(`AR-${String(number).padStart(5, "0")}`);
    expect(said).toContain("FAILED");
  });

  test("[AUD-4] cut short on its way, it says what is missing", async () => {
    const bytes = Buffer.from(await (await exported()).arrayBuffer());
    const { code, said } = await verify(keep(bytes.subarray(0, bytes.length / 2)));
    expect(code).toBe(1);
    expect(said).toMatch(/ends early|missing/u);
  });

  test("[AUD-110] holds personal data only when asked for, and verifies with it", async () => {
    const text = await (await exported("?personal=include")).text();
    expect(text).toContain("Person 100");
    expect((await verify(keep(text))).code).toBe(0);
  });

  test("[AUD-107] is read as it is taken: who stops in the middle has stopped the reading", async () => {
    const response = await exported();
    const reader = response.body?.getReader();
    const header = await reader?.read();
    expect(JSON.parse(new TextDecoder().decode(header?.value)).format).toBe("gavel-audit-export/1");
    const part = await reader?.read();
    const lines = new TextDecoder().decode(part?.value).trimEnd().split("\n");
    expect([lines.length, JSON.parse(lines.at(-1) ?? "").number]).toEqual([500, 500]);
    await reader?.cancel();
  });

  test.each([
    ["no such key", () => exported("", "gov_x_y"), 401],
    ["a key without the scope", async () => exported("", await keyOf(auditor, ["audit.read"])), 403],
    [
      "a key that may export but not read personal data",
      async () => exported("?personal=include", await keyOf(auditor, ["audit.export"])),
      403,
    ],
    ["another site", () => exported("", key, { "sec-fetch-site": "cross-site" }), 403],
    ["an unknown parameter", () => exported("?from=1"), 400],
    ["an unknown wish", () => exported("?personal=maybe"), 422],
  ] as const)("[AUD-107] is refused to %s", async (_name, open, status) => {
    const response = await open();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

describe("the public checkpoint", () => {
  const checkpoint = async (query: string) =>
    answerCheckpoint(ask(`checkpoint${query}`, { authorization: `Bearer ${key}` }));

  test("[AUD-111] is that of the one who asks, and of any organisation that is named", async () => {
    const own = await (await checkpoint("")).json();
    expect(own.checkpoint.split("\n")[0]).toBe(`gavel/${organizationId}`);
    const other = await makeOrganization({ name: "Other" });
    const named = await (await checkpoint(`?organization=${other}`)).json();
    expect(named.checkpoint.split("\n")[0]).toBe(`gavel/${other}`);
    const note = await checkpoint(`?organization=${organizationId}&format=note`);
    expect(await note.text()).toBe(own.checkpoint);
    expect(note.headers.get("content-type")).toContain("text/plain");
  });

  test.each([
    ["a random id", "?organization=00000000-0000-4000-8000-000000000000", 404],
    ["what is no id", "?organization=gavel", 404],
    ["an unknown parameter", "?size=3", 400],
    ["an unknown format", "?format=pdf", 400],
  ] as const)("[AUD-111] %s is refused", async (_name, query, status) => {
    expect((await checkpoint(query)).status).toBe(status);
  });
});

test("[AUD-111] to somebody not signed in: the only log there is, or the one that is named", async () => {
  const alone = await database.query<{ id: string }>("SELECT id FROM organizations");
  expect(alone.length).toBeGreaterThan(1);
  await expect(findLog(undefined)).rejects.toMatchObject({ status: 422, code: "audit.organization_unnamed" });
  expect(await findLog(organizationId)).toBe(organizationId);
  const fresh = await startTestDatabase();
  try {
    await expect(findLog(undefined)).rejects.toMatchObject({ status: 404 });
    const only = await makeOrganization();
    expect(await findLog(undefined)).toBe(only);
  } finally {
    await disconnectDatabase();
    await fresh.stop();
  }
});

test("[AUD-4] the verifier that is handed out is the one in the sources", async () => {
  const given = await (await answerVerifier()).text();
  const path = join(folder, "given.mjs");
  writeFileSync(path, given);
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [path, "--help"], { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
  expect(said).toContain("Usage: node audit-verify.mjs");
});
