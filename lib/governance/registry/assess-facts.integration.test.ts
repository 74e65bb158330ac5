import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, makeOrganization } from "../../testing/identity-world.ts";
import { assessFacts } from "./operations/assess-facts.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

describe("the tier that answers would give", () => {
  test("[REG-9] comes with its reasons and what follows, and leaves nothing behind", async () => {
    const actor = await addPerson(await makeOrganization(), {});
    const count = async () => (await database.query("SELECT count(*)::int AS entries FROM audit_entries"))[0];
    const before = await count();
    const unknown = await invoke(assessFacts, { actor, input: { facts: {} } });
    expect(unknown).toMatchObject({ tier: "tier_1_low", boardInvolvement: "report_only", reviewEveryDays: 365 });
    const rights = await invoke(assessFacts, {
      actor,
      input: { facts: { affectsRights: true, decidesAutonomously: true } },
    });
    expect(rights).toMatchObject({
      tier: "tier_4_critical",
      boardInvolvement: "direct_oversight",
      reviewEveryDays: 30,
    });
    expect(rights.reasons[0]?.code).toBe("registry.affects_rights_autonomously");
    expect(await count()).toEqual(before);
  });
});
