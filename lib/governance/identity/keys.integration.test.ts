import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findKeyActor, systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, makeOrganization } from "../../testing/identity-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { hashApiSecret, parseApiKey } from "./api-key.ts";
import { changeGrantedRoles } from "./operations/change-granted-roles.ts";
import { createKey, MOST_LIVE_KEYS } from "./operations/create-key.ts";
import { endMembership } from "./operations/end-membership.ts";
import { getSettings } from "./operations/get-settings.ts";
import { issueKey } from "./operations/issue-key.ts";
import { listKeys } from "./operations/list-keys.ts";
import { listPeople } from "./operations/list-people.ts";
import { quarantinePerson } from "./operations/quarantine-person.ts";
import { revokeKey } from "./operations/revoke-key.ts";

let database: TestDatabase;
let organizationId: string;
let admin: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
  organizationId = await makeOrganization();
  admin = await addPerson(organizationId, { grantedRoles: ["admin"] });
});
afterAll(() => database.stop());

const READ_PEOPLE = ["identity.people.read"];

async function keyOf(person: PersonActor, scopes: string[], expiresInDays = 90) {
  const made = await invoke(createKey, { actor: person, input: { name: "A key", scopes, expiresInDays } });
  return { ...made, holder: async () => findKeyActor(made.key) };
}

describe("scopes", () => {
  test("[ORG-109] a key does what its scopes name and nothing else", async () => {
    const key = await keyOf(admin, READ_PEOPLE);
    const actor = await key.holder();
    if (actor === null) throw new Error("the key does not open");
    expect(actor).toMatchObject({ userId: admin.userId, scopes: READ_PEOPLE, sessionId: null });
    expect((await invoke(listPeople, { actor, input: {} })).items).not.toHaveLength(0);
    await expect(invoke(getSettings, { actor, input: {} })).rejects.toMatchObject({ code: "kernel.out_of_scope" });
  });

  test("[ORG-109] no scope beyond the own roles", async () => {
    const auditor = await addPerson(organizationId, { grantedRoles: ["auditor"] });
    await expect(keyOf(auditor, ["audit.read", "identity.people.manage"])).rejects.toMatchObject({
      code: "identity.scope_not_held",
      facts: { scopes: ["identity.people.manage"] },
    });
    await expect(keyOf(auditor, ["no.such_scope"])).rejects.toMatchObject({ code: "identity.scope_not_held" });
    await expect(keyOf(auditor, [])).rejects.toMatchObject({ code: "kernel.invalid_input" });
  });

  test("[ORG-109] a key makes no key that may do more than itself", async () => {
    const narrow = await (await keyOf(admin, ["identity.keys.own", ...READ_PEOPLE])).holder();
    if (narrow === null) throw new Error("the key does not open");
    await expect(keyOf(narrow, ["identity.people.manage"])).rejects.toMatchObject({ code: "identity.scope_not_held" });
    expect(await (await keyOf(narrow, READ_PEOPLE)).holder()).toMatchObject({ scopes: READ_PEOPLE });
  });

  test("[ORG-109] a role that is taken away takes its scopes along", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["auditor"] });
    const key = await keyOf(person, ["audit.export"]);
    await invoke(changeGrantedRoles, { actor: admin, input: { personId: person.userId, grantedRoles: [] } });
    expect((await key.holder())?.roles).toEqual(["member"]);
  });
});

describe("life of a key", () => {
  test("[ORG-109] only the hash is kept, and the key is listed without it", async () => {
    const { key } = await keyOf(admin, READ_PEOPLE);
    const parsed = parseApiKey(key);
    const [row] = await database.query<{ secret_hash: string; row: string }>(
      "SELECT secret_hash, to_jsonb(k)::text AS row FROM api_keys k WHERE public_id = $1",
      [parsed?.publicId],
    );
    expect(row?.secret_hash).toBe(hashApiSecret(parsed?.secret ?? ""));
    expect(row?.row).not.toContain(parsed?.secret);
    expect(JSON.stringify(await invoke(listKeys, { actor: admin, input: {} }))).not.toContain(parsed?.secret);
  });

  test("[ORG-110] revoked: no more at once", async () => {
    const key = await keyOf(admin, READ_PEOPLE);
    expect(await key.holder()).not.toBeNull();
    await invoke(revokeKey, { actor: admin, input: { keyId: key.id } });
    expect(await key.holder()).toBeNull();
    await invoke(revokeKey, { actor: admin, input: { keyId: key.id } });
  });

  test("[ORG-110] expired: no more at its instant", async () => {
    await database.setClock({ at: "2027-05-01T00:00:00.000Z" });
    try {
      const key = await keyOf(admin, READ_PEOPLE, 1);
      await database.setClock({ at: "2027-05-01T23:59:59.999Z" });
      expect(await key.holder()).not.toBeNull();
      await database.setClock({ at: "2027-05-02T00:00:00.000Z" });
      expect(await key.holder()).toBeNull();
    } finally {
      await database.setClock("real");
    }
  });

  test.each([0, 366, 1.5])("[ORG-109] a life of %d days is refused at its field", async (expiresInDays) => {
    await expect(keyOf(admin, READ_PEOPLE, expiresInDays)).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: "expiresInDays" })],
    });
  });

  test("[ORG-110] a changed character, another secret and another form open nothing", async () => {
    const { key } = await keyOf(admin, READ_PEOPLE);
    const other = await keyOf(admin, READ_PEOPLE);
    const [first = "", second = ""] = [key, other.key];
    const spliced = `${first.slice(0, 15)}${second.slice(15)}`;
    for (const presented of [
      "",
      "gov_",
      key.slice(0, -1),
      `${key}0`,
      key.toLowerCase(),
      spliced,
      key.replace("gov", "GOV"),
    ]) {
      expect(await findKeyActor(presented)).toBeNull();
    }
  });

  test("[ORG-110] the key of a quarantined person reads and does not write", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["admin"] });
    const key = await keyOf(person, [...READ_PEOPLE, "identity.keys.own"]);
    await invoke(quarantinePerson, { actor: admin, input: { personId: person.userId, reason: "A test" } });
    const actor = await key.holder();
    if (actor === null) throw new Error("the key does not open");
    expect((await invoke(listPeople, { actor, input: {} })).items).not.toHaveLength(0);
    await expect(keyOf(actor, READ_PEOPLE)).rejects.toMatchObject({ code: "kernel.quarantined" });
  });

  test("[ORG-110] somebody else's key is not there to revoke, except for an admin", async () => {
    const [ann, ben] = [
      await addPerson(organizationId, { grantedRoles: ["auditor"] }),
      await addPerson(organizationId, { grantedRoles: ["auditor"] }),
    ];
    const key = await keyOf(ann, ["audit.read"]);
    await expect(invoke(revokeKey, { actor: ben, input: { keyId: key.id } })).rejects.toMatchObject({ status: 404 });
    await invoke(revokeKey, { actor: admin, input: { keyId: key.id } });
    expect(await key.holder()).toBeNull();
  });

  test("[ORG-1] an admin of another organisation finds no key here", async () => {
    const elsewhere = await makeOrganization();
    const foreign = await addPerson(elsewhere, { grantedRoles: ["admin"] });
    const key = await keyOf(admin, READ_PEOPLE);
    await expect(invoke(revokeKey, { actor: foreign, input: { keyId: key.id } })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("[ORG-120] last use is noted, at most once a minute", async () => {
    const key = await keyOf(admin, READ_PEOPLE);
    const lastUsed = async () => {
      const own = await invoke(listKeys, { actor: admin, input: {} });
      return own.items.find((item) => item.id === key.id)?.lastUsedAt ?? null;
    };
    expect(await lastUsed()).toBeNull();
    await key.holder();
    const first = await lastUsed();
    expect(first).not.toBeNull();
    await database.query("SELECT note_key_use($1)", [parseApiKey(key.key)?.publicId]);
    expect(await lastUsed()).toBe(first);
  });

  test("[ORG-109] at most 20 living keys, also when asked for at once", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["auditor"] });
    const results = await Promise.allSettled(
      Array.from({ length: MOST_LIVE_KEYS + 5 }, () => keyOf(person, ["audit.read"])),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(MOST_LIVE_KEYS);
  });
});

describe("keys made on the server", () => {
  const server = () => systemActor(organizationId, "command line");

  test("[ORG-109] hold everything the person may do, unless narrowed", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["auditor"] });
    const wide = await invoke(issueKey, { actor: server(), input: { email: person.email.toUpperCase() } });
    expect((await findKeyActor(wide.key))?.scopes).toContain("audit.export");
    const narrow = await invoke(issueKey, { actor: server(), input: { email: person.email, scopes: ["audit.read"] } });
    expect((await findKeyActor(narrow.key))?.scopes).toEqual(["audit.read"]);
    await expect(
      invoke(issueKey, { actor: server(), input: { email: person.email, scopes: ["registry.import"] } }),
    ).rejects.toMatchObject({ code: "identity.scope_not_held" });
  });

  test("[ORG-109] nobody by that e-mail: not found; and no person may ask for it", async () => {
    await expect(invoke(issueKey, { actor: server(), input: { email: "nobody@example.org" } })).rejects.toMatchObject({
      status: 404,
    });
    await expect(invoke(issueKey, { actor: admin, input: { email: admin.email } })).rejects.toMatchObject({
      status: 403,
    });
  });
});

test("[ORG-117] no key is made for somebody whose membership ended while they asked", async () => {
  const leaving = await addPerson(organizationId);
  await invoke(endMembership, { actor: admin, input: { personId: leaving.userId, reason: "Left" } });
  await expect(keyOf(leaving, READ_PEOPLE)).rejects.toMatchObject({ code: "identity.membership_ended" });
});
