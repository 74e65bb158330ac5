// The record from the auditor's seat: real acts of real people, listed, proved, held against what was kept, erased.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../../db/client.ts";
import { runUnitOfWork } from "../../db/unit-of-work.ts";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, makeOrganization, PASSWORD } from "../../testing/identity-world.ts";
import { changeSettings } from "../identity/operations/change-settings.ts";
import { signIn } from "../identity/operations/sign-in.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { originOf, parseCheckpoint } from "./checkpoint.ts";
import { checkEvidence } from "./operations/check-evidence.ts";
import { erasePersonal } from "./operations/erase-personal.ts";
import { keepCheckpoint } from "./operations/keep-checkpoint.ts";
import { listEntries } from "./operations/list-entries.ts";
import { prepareExport } from "./operations/prepare-export.ts";
import { proveConsistency } from "./operations/prove-consistency.ts";
import { proveEntry } from "./operations/prove-entry.ts";
import { readCheckpoint } from "./operations/read-checkpoint.ts";
import { readEntry } from "./operations/read-entry.ts";
import { readExportPage } from "./operations/read-export-page.ts";
import { readOverview } from "./operations/read-overview.ts";
import { verifyConsistency } from "./proof.ts";
import { assessReceiptProof, toReceiptText } from "./receipt-proof.ts";
import { loadReceiptProof, verifierKeyOf } from "./receipt-store.ts";

const CALLER = { address: "192.0.2.7", userAgent: "a browser" };
let database: TestDatabase;
let organizationId: string;
let elsewhere: string;
let auditor: PersonActor;
let admin: PersonActor;
let chair: PersonActor;
let owner: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
  organizationId = await makeOrganization();
  elsewhere = await makeOrganization({ name: "Elsewhere" });
  auditor = await addPerson(organizationId, { name: "Ada Auditor" });
  admin = await addPerson(organizationId, { name: "Ben Admin", grantedRoles: ["admin"] });
  chair = await addPerson(organizationId, { name: "Cora Chair", seat: "chair" });
  owner = await addPerson(organizationId, { name: "Mo Owner", grantedRoles: ["model_owner"], email: "mo@example.org" });
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});

const anonymous = () => ({ kind: "anonymous", organizationId, address: CALLER.address }) as const;
const list = (input: Record<string, unknown> = {}, actor = auditor) => invoke(listEntries, { actor, input });
const latest = async (actor = auditor) => (await list({ limit: 1 }, actor)).items[0];
const checkpoint = () => invoke(readCheckpoint, { actor: auditor, input: {} });
const check = (evidence: string, actor = auditor) => invoke(checkEvidence, { actor, input: { evidence } });
const tryPassword = (password: string) =>
  invoke(signIn, { actor: anonymous(), input: { email: "mo@example.org", password, caller: CALLER } });

/** One recorded act; answers its entry. */
const act = (details: Record<string, string | number> = {}) =>
  runUnitOfWork(
    { organizationId, actor: systemActor(organizationId, "test"), requestId: randomUUID(), effect: "write" },
    (tx) => tx.record({ action: "test.arranged", subject: { type: "test", reference: "test" }, details }),
  );

describe("who may", () => {
  const reads = [
    ["list", () => listEntries, {}],
    ["entry", () => readEntry, { number: 1 }],
    ["receipt of an entry", () => proveEntry, { number: 1 }],
    ["overview", () => readOverview, {}],
  ] as const;

  test.each(reads)(
    "[AUD-1] an auditor and the chair read the %s; a model owner does not",
    async (_name, open, input) => {
      const operation = open() as typeof listEntries;
      for (const actor of [auditor, chair]) await expect(invoke(operation, { actor, input })).resolves.toBeDefined();
      await expect(invoke(operation, { actor: owner, input })).rejects.toMatchObject({ code: "kernel.not_permitted" });
    },
  );

  test("[AUD-4] what holds no content is for every member: proofs of growth, and checking what one holds", async () => {
    await expect(invoke(proveConsistency, { actor: owner, input: { from: 1, to: 2 } })).resolves.toBeDefined();
    const receipt = toReceiptText(await invoke(proveEntry, { actor: auditor, input: { number: 1 } }));
    expect(await check(receipt, owner)).toMatchObject({ outcome: "proved", number: 1 });
  });

  test("[AUD-1] an attempt that was denied is an entry of who tried what", async () => {
    await expect(invoke(changeSettings, { actor: owner, input: {} })).rejects.toMatchObject({ status: 403 });
    expect(await latest()).toMatchObject({
      action: "identity.attempt_denied",
      outcome: "denied",
      actor: { kind: "person", id: owner.userId },
      sentence: "Mo Owner tried `identity.change_settings` and was refused: not permitted",
    });
    expect((await list({ outcome: "denied", actor: owner.userId })).items).toHaveLength(1);
  });

  test("[AUD-1] a sign-in that failed is an entry; what was typed is personal", async () => {
    expect((await tryPassword("wrong")).outcome).toBe("refused");
    const entry = await latest();
    expect(entry).toMatchObject({
      action: "identity.sign_in_refused",
      outcome: "failed",
      actor: { kind: "anonymous", id: null },
      sentence: "Somebody not signed in failed to sign in as Mo Owner: wrong password",
      personalState: "present",
    });
    expect(entry?.personal).toMatchObject({ email: "mo@example.org", address: CALLER.address });
    expect((await tryPassword(PASSWORD)).outcome).toBe("signed_in");
    expect(await latest()).toMatchObject({ action: "identity.signed_in", outcome: "done" });
  });
});

describe("the list", () => {
  test("[AUD-105] its pages add up to the whole log, newest first, whatever comes in between", async () => {
    for (let i = 0; i < 30; i += 1) await act({ i });
    const { size } = await checkpoint();
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 7, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map((entry) => entry.number));
      cursor = page.nextCursor;
      await act();
    } while (cursor !== null);
    expect(seen).toEqual(Array.from({ length: size }, (_, i) => size - i));
  });

  test("[AUD-105] filters work together, and an unknown one is refused", async () => {
    await tryPassword("wrong again");
    const found = await list({ action: "identity", outcome: "failed", actor: "anonymous", subject: owner.userId });
    expect(found.items.length).toBeGreaterThan(0);
    expect(found.items.every((entry) => entry.action === "identity.sign_in_refused")).toBe(true);
    await expect(list({ colour: "red" })).rejects.toMatchObject({ status: 422 });
    await expect(list({ actor: "somebody" })).rejects.toMatchObject({ errors: [{ path: "actor" }] });
  });

  test("[AUD-105] a day is that day in the organisation's zone, to its end", async () => {
    const berlin = await makeOrganization({ name: "Berlin" });
    await database.query("UPDATE organizations SET time_zone = 'Europe/Berlin' WHERE id = $1", [berlin]);
    const reader = await addPerson(berlin);
    const at = async (instant: string) => {
      await database.setClock({ at: instant });
      const actor = systemActor(berlin, "test");
      await runUnitOfWork({ organizationId: berlin, actor, requestId: "r", effect: "write" }, (tx) =>
        tx.record({ action: "test.timed", subject: { type: "test", reference: instant }, details: {} }),
      );
    };
    // The day on which the clocks go forward: 23 hours.
    for (const instant of [
      "2027-03-27T22:59:59Z",
      "2027-03-27T23:00:00Z",
      "2027-03-28T21:59:59Z",
      "2027-03-28T22:00:00Z",
    ])
      await at(instant);
    await database.setClock("real");
    const day = await list({ action: "test.timed", from: "2027-03-28", to: "2027-03-28" }, reader);
    expect(day.items.map((entry) => entry.subject.reference)).toEqual(["2027-03-28T21:59:59Z", "2027-03-27T23:00:00Z"]);
    const exact = await list({ action: "test.timed", from: "2027-03-28T22:00:00Z" }, reader);
    expect(exact.items).toHaveLength(1);
  });

  test("[AUD-108] the overview offers the actions and people that occur, by the names of today", async () => {
    await database.query("UPDATE users SET name = 'Mo Owner-Smith' WHERE id = $1", [owner.userId]);
    const overview = await invoke(readOverview, { actor: auditor, input: {} });
    expect(overview.actors).toContainEqual({ id: owner.userId, name: "Mo Owner-Smith" });
    expect(overview.actions).toEqual([...overview.actions].sort());
    expect(overview.actions).toContain("identity.sign_in_refused");
    expect(overview.latest.size).toBe((await latest())?.number);
    expect((await latest())?.occurredAt).toBe(overview.lastEntryAt);
  });
});

describe("another organisation", () => {
  test("[AUD-2] its entries are not there: not in the list, not by number, not by filter", async () => {
    const stranger = await addPerson(elsewhere, { name: "Sam Stranger" });
    const own = await checkpoint();
    const theirs = await invoke(readCheckpoint, { actor: stranger, input: {} });
    expect(theirs.size).toBeLessThan(own.size);
    expect((await list({ limit: 200 }, stranger)).items).toHaveLength(theirs.size);
    expect((await list({ actor: owner.userId }, stranger)).items).toEqual([]);
    for (const operation of [readEntry, proveEntry] as (typeof proveEntry)[]) {
      const asked = { actor: stranger, input: { number: own.size } };
      await expect(invoke(operation, asked)).rejects.toMatchObject({ status: 404, code: "kernel.not_found" });
      const beyond = { actor: auditor, input: { number: 9_000_000 } };
      await expect(invoke(operation, beyond)).rejects.toMatchObject({ status: 404, code: "kernel.not_found" });
    }
    const receipt = toReceiptText(await invoke(proveEntry, { actor: auditor, input: { number: 1 } }));
    expect(await check(receipt, stranger)).toMatchObject({
      outcome: "refuted",
      checks: [{ holds: false, reason: { code: "audit.checkpoint_other_origin" } }],
      sentence: null,
    });
  });
});

describe("proofs", () => {
  test("[AUD-4] an entry's page leads from its text to the signed root", async () => {
    const { size, root } = await checkpoint();
    const page = await invoke(readEntry, { actor: auditor, input: { number: 3 } });
    expect(page.size).toBe(size);
    expect(page.path.at(-1)?.result).toBe(root);
    expect(page.leaf).toBe(page.receipt.leaf);
    expect(assessReceiptProof(page.receipt, verifierKeyOf(organizationId)).outcome).toBe("included");
  });

  test("[AUD-3] a receipt made in the act itself covers the act, and holds for ever after", async () => {
    const receipt = await runUnitOfWork(
      { organizationId, actor: systemActor(organizationId, "test"), requestId: "r", effect: "write" },
      async (tx) => {
        const event = { action: "test.arranged", subject: { type: "test", reference: "test" }, details: {} };
        const { entryId, number } = await tx.record(event);
        const made = await loadReceiptProof(tx.db, entryId);
        expect(made?.number).toBe(number);
        expect(await loadReceiptProof(tx.db, randomUUID())).toBeNull();
        return made;
      },
    );
    if (receipt === null) throw new Error("no receipt");
    expect(parseCheckpoint(receipt.checkpoint)?.size).toBe(receipt.number);
    for (let i = 0; i < 3; i += 1) await act();
    const answer = await check(JSON.stringify({ keptFor: "the files", proof: receipt }));
    expect(answer).toMatchObject({ kind: "receipt", outcome: "proved", number: receipt.number });
    expect(answer.sentence).toBe("The system recorded “arranged” on test");
  });

  test("[AUD-4] the log only grew between any two checkpoints that were given out", async () => {
    const first = await checkpoint();
    for (let i = 0; i < 5; i += 1) await act();
    const second = await checkpoint();
    const input = { from: first.size, to: second.size };
    const proof = await invoke(proveConsistency, { actor: auditor, input });
    const claim = {
      first: first.size,
      second: second.size,
      firstRoot: Buffer.from(first.root, "hex"),
      secondRoot: Buffer.from(second.root, "hex"),
      proof: proof.proof.map((hash) => Buffer.from(hash, "hex")),
    };
    expect(proof).toMatchObject({ fromRoot: first.root, toRoot: second.root });
    expect(verifyConsistency(claim).outcome).toBe("proved");
    expect(verifyConsistency({ ...claim, firstRoot: claim.secondRoot }).outcome).toBe("refuted");
    expect((await check(first.checkpoint)).outcome).toBe("proved");
    await expect(
      invoke(proveConsistency, { actor: auditor, input: { from: 1, to: second.size + 1_000 } }),
    ).rejects.toMatchObject({ code: "audit.size_out_of_range", facts: { latest: second.size } });
  });

  test("[AUD-109] what is no evidence is refused at its field", async () => {
    for (const evidence of ["", "a vote", '{"format":"gavel-audit-receipt/1"}', `{${"x".repeat(600_000)}`]) {
      await expect(check(evidence)).rejects.toMatchObject({ status: 422, errors: [{ path: "evidence" }] });
    }
  });

  test("[AUD-112] a note is kept once for the same log, without an entry", async () => {
    const actor = systemActor(organizationId, "jobs");
    const { size } = await checkpoint();
    expect(await invoke(keepCheckpoint, { actor, input: {} })).toEqual({ size, isNew: true });
    expect(await invoke(keepCheckpoint, { actor, input: {} })).toEqual({ size, isNew: false });
    const overview = await invoke(readOverview, { actor: auditor, input: {} });
    expect(overview.latest.size).toBe(size);
    expect(overview.kept[0]).toMatchObject({
      size,
      root: overview.latest.root,
      checkpoint: overview.latest.checkpoint,
    });
  });
});

describe("personal data", () => {
  const refusedSignIn = async (actor: PersonActor) =>
    (await list({ action: "identity.sign_in_refused", limit: 1 }, actor)).items[0];

  test("[AUD-110] is withheld from those who read the record but not it, in the list and on the page", async () => {
    const shown = await refusedSignIn(auditor);
    expect(shown?.personal).toMatchObject({ email: "mo@example.org" });
    const withheld = await refusedSignIn(chair);
    expect(withheld).toMatchObject({ personalState: "withheld", personal: null });
    const page = await invoke(readEntry, { actor: chair, input: { number: withheld?.number } });
    expect(JSON.stringify(page)).not.toContain("mo@example.org");
    const narrow = { ...auditor, scopes: ["audit.read"] };
    expect(await refusedSignIn(narrow)).toMatchObject({ personalState: "withheld", personal: null });
  });

  test("[AUD-110] is erased by an admin for good; the entry, its receipt and the record of it stay", async () => {
    const entry = await refusedSignIn(auditor);
    const number = entry?.number ?? 0;
    const receipt = await invoke(proveEntry, { actor: auditor, input: { number } });
    const input = { number, reason: "asked_by_person" };
    await expect(invoke(erasePersonal, { actor: auditor, input })).rejects.toMatchObject({ status: 403 });
    await invoke(erasePersonal, { actor: admin, input });
    const erased = (await invoke(readEntry, { actor: auditor, input: { number } })).entry;
    expect(erased).toMatchObject({ personalState: "erased", personal: null, leafHash: entry?.leafHash });
    expect((await check(toReceiptText(receipt))).outcome).toBe("proved");
    expect(await latest()).toMatchObject({
      action: "audit.personal_erased",
      sentence: `Ben Admin erased the personal data of ${entry?.reference}: asked by person`,
    });
    await expect(invoke(erasePersonal, { actor: admin, input })).rejects.toMatchObject({
      code: "audit.nothing_to_erase",
    });
    const beyond = { number: 9_000_000, reason: "asked_by_person" };
    await expect(invoke(erasePersonal, { actor: admin, input: beyond })).rejects.toMatchObject({ status: 404 });
  });
});

describe("an export", () => {
  test("[AUD-107] records itself first, and its checkpoint covers that entry and is kept", async () => {
    const prepared = await invoke(prepareExport, { actor: auditor, input: {} });
    expect(await latest()).toMatchObject({
      number: prepared.size,
      action: "audit.log_exported",
      sentence: "Ada Auditor exported the audit log without personal data",
    });
    const header = JSON.parse(prepared.header);
    expect(parseCheckpoint(header.checkpoint)).toMatchObject({ origin: originOf(organizationId), size: prepared.size });
    const { kept } = await invoke(readOverview, { actor: auditor, input: {} });
    expect(kept[0]?.checkpoint).toBe(header.checkpoint);
  });

  test("[AUD-110] with personal data is for those who may read it; the attempt of another is on record", async () => {
    const input = { personal: "include" };
    await expect(invoke(prepareExport, { actor: chair, input })).rejects.toMatchObject({
      code: "audit.personal_not_permitted",
    });
    expect(await latest()).toMatchObject({ outcome: "denied", subject: { reference: "audit.prepare_export" } });
    const part = { from: 1, to: 1, chain: "0".repeat(64), personal: "include" };
    await expect(invoke(readExportPage, { actor: chair, input: part })).rejects.toMatchObject({ status: 403 });
    await expect(invoke(prepareExport, { actor: owner, input: {} })).rejects.toMatchObject({ status: 403 });
  });

  test("[AUD-107] is read in parts that cannot be too large, backward or beyond the log", async () => {
    const chain = "0".repeat(64);
    const { size } = await checkpoint();
    for (const part of [
      { from: 1, to: 1_001 },
      { from: 2, to: 1 },
      { from: size, to: size + 1 },
    ]) {
      const asked = invoke(readExportPage, { actor: auditor, input: { ...part, chain } });
      await expect(asked).rejects.toMatchObject({ status: 422 });
    }
  });
});

describe("many at once", () => {
  test("[AUD-2] twenty acts at once get twenty numbers without a gap, each with a receipt that holds", async () => {
    const before = (await checkpoint()).size;
    const entries = await Promise.all(Array.from({ length: 20 }, (_, i) => act({ i })));
    const numbers = entries.map((entry) => entry.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => before + 1 + i));
    for (const number of numbers) {
      const receipt = await invoke(proveEntry, { actor: auditor, input: { number } });
      expect(assessReceiptProof(receipt, verifierKeyOf(organizationId)).outcome).toBe("included");
    }
  });

  test("[AUD-107] exports while the log grows: each covers its own entry, and none disturbs another", async () => {
    const work = Array.from({ length: 10 }, (_, i) =>
      i % 2 === 0 ? invoke(prepareExport, { actor: auditor, input: {} }) : act({ i }),
    );
    const prepared = (await Promise.all(work)).filter((each) => "header" in each);
    for (const each of prepared) {
      const [entry] = (await list({ cursor: each.size + 1, limit: 1 })).items;
      expect(entry).toMatchObject({ number: each.size, action: "audit.log_exported" });
      expect((await check(JSON.parse(each.header).checkpoint)).outcome).toBe("proved");
    }
    expect(new Set(prepared.map((each) => each.size)).size).toBe(5);
  });
});
