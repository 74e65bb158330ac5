import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, arrange, currentPerson, makeOrganization } from "../../testing/identity-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { changeAccount } from "./operations/change-account.ts";
import { changeSettings } from "./operations/change-settings.ts";
import { getAccount } from "./operations/get-account.ts";
import { getSettings } from "./operations/get-settings.ts";
import { readSetting } from "./store.ts";

let database: TestDatabase;
let organizationId: string;
let admin: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
  organizationId = await makeOrganization();
  admin = await addPerson(organizationId, { grantedRoles: ["admin"] });
});
afterAll(() => database.stop());

describe("settings", () => {
  test("[ORG-113] the standard holds until something is set; before and after are recorded", async () => {
    expect(await arrange(organizationId, (tx) => readSetting(tx, "voting.defaultHours"))).toBe(72);
    const input = { settings: { "voting.defaultHours": 96, "conditions.dueDays": 90 } };
    const { settings } = await invoke(changeSettings, { actor: admin, input });
    expect(settings.find((setting) => setting.key === "voting.defaultHours")).toMatchObject({
      value: 96,
      standard: 72,
    });
    expect(await arrange(organizationId, (tx) => readSetting(tx, "voting.defaultHours"))).toBe(96);
    const [entry] = await database.query<{ leaf: string }>(
      "SELECT leaf FROM audit_entries WHERE organization_id = $1 AND action = 'identity.settings_changed'",
      [organizationId],
    );
    expect(JSON.parse(entry?.leaf ?? "{}").details).toEqual({
      changes: [{ key: "voting.defaultHours", before: 72, after: 96 }],
    });
  });

  test("[ORG-113] setting what holds already records nothing", async () => {
    const entries = async () =>
      (await database.query("SELECT 1 FROM audit_entries WHERE organization_id = $1", [organizationId])).length;
    const before = await entries();
    await invoke(changeSettings, { actor: admin, input: { timeZone: "UTC", settings: { "conditions.dueDays": 90 } } });
    expect(await entries()).toBe(before);
  });

  const BAD: { name: string; settings: Record<string, number>; path: string }[] = [
    { name: "an unknown key", settings: { "voting.colour": 1 }, path: "settings.voting.colour" },
    { name: "0 voting hours", settings: { "voting.defaultHours": 0 }, path: "settings.voting.defaultHours" },
    { name: "169 voting hours", settings: { "voting.defaultHours": 169 }, path: "settings.voting.defaultHours" },
    {
      name: "a threshold above 1",
      settings: { "registry.approvalThreshold": 10_001 },
      path: "settings.registry.approvalThreshold",
    },
    { name: "half an hour", settings: { "voting.defaultHours": 0.5 }, path: "settings.voting.defaultHours" },
    { name: "a key of the object itself", settings: { constructor: 1 }, path: "settings.constructor" },
  ];
  test.each(BAD)("[ORG-113] $name is refused at its field and nothing changes", async ({ settings, path }) => {
    const before = await invoke(getSettings, { actor: admin, input: {} });
    await expect(
      invoke(changeSettings, { actor: admin, input: { organizationName: "Changed", settings } }),
    ).rejects.toMatchObject({ status: 422, errors: [expect.objectContaining({ path })] });
    expect(await invoke(getSettings, { actor: admin, input: {} })).toEqual(before);
  });

  test.each(["Mars/Olympus", "", "europe vienna", "+01:00", "x".repeat(100), "../../etc/passwd"])(
    "[ORG-114] `%s` is no time zone",
    async (timeZone) => {
      await expect(invoke(changeSettings, { actor: admin, input: { timeZone } })).rejects.toMatchObject({
        errors: [expect.objectContaining({ path: "timeZone" })],
      });
    },
  );

  test("[ORG-114] an IANA zone is kept", async () => {
    const { organization } = await invoke(changeSettings, {
      actor: admin,
      input: { organizationName: "Board of Examples", timeZone: "Europe/Vienna" },
    });
    expect(organization).toMatchObject({ name: "Board of Examples", timeZone: "Europe/Vienna" });
  });

  test("[ORG-1] settings of one organisation are not those of another", async () => {
    await invoke(changeSettings, { actor: admin, input: { settings: { "registry.approvalThreshold": 9_000 } } });
    const elsewhere = await makeOrganization();
    expect(await arrange(elsewhere, (tx) => readSetting(tx, "registry.approvalThreshold"))).toBe(7_000);
  });
});

describe("own account", () => {
  test("[ORG-122] name, digest hour and quiet hours are one's own; names stay out of the leaf", async () => {
    const person = await addPerson(organizationId, { name: "Ann Before" });
    const input = { name: "Ann After", digestHour: 8, quietFromHour: 22, quietUntilHour: 6 };
    await invoke(changeAccount, { actor: person, input });
    const account = await invoke(getAccount, { actor: await currentPerson(organizationId, person.userId), input: {} });
    expect(account).toMatchObject(input);
    const [entry] = await database.query<{ leaf: string; personal: unknown }>(
      "SELECT leaf, personal FROM audit_entries WHERE organization_id = $1 ORDER BY number DESC LIMIT 1",
      [organizationId],
    );
    expect(entry?.leaf).not.toContain("Ann");
    expect(entry?.personal).toEqual({ before: "Ann Before", after: "Ann After" });
  });

  test.each([
    { name: "one quiet hour without the other", quietFromHour: 22, quietUntilHour: null, path: "quietUntilHour" },
    { name: "the other without the one", quietFromHour: null, quietUntilHour: 6, path: "quietFromHour" },
    { name: "quiet hours that end as they begin", quietFromHour: 6, quietUntilHour: 6, path: "quietUntilHour" },
    { name: "hour 24", quietFromHour: 24, quietUntilHour: 6, path: "quietFromHour" },
  ])("[ORG-122] $name is refused at its field", async ({ quietFromHour, quietUntilHour, path }) => {
    const input = { name: "Ann", digestHour: 8, quietFromHour, quietUntilHour };
    await expect(invoke(changeAccount, { actor: admin, input })).rejects.toMatchObject({
      errors: [expect.objectContaining({ path })],
    });
  });
});
