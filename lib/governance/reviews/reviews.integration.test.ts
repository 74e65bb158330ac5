import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../../db/client.ts";
import { makeDailyRounds, roundTask } from "../../jobs/daily-round.ts";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addMember, addOrganization } from "../../testing/organization.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { isReviewDue } from "../registry/review-schedule.ts";
import { ModelStatus } from "../registry/schema.ts";
import { remindDueReviews } from "./operations/remind-due-reviews.ts";

let database: TestDatabase;
let organizationId: string;
let owner: PersonActor;

const NOW = "2026-11-20T07:30:00.000Z";

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  await database.setClock({ at: NOW });
  organizationId = await addOrganization(database, { timeZone: "Europe/Berlin" });
  owner = await addMember(database, organizationId, "Mira Okafor");
});
afterEach(() => database.setClock("real"));

async function addModel(status: ModelStatus, nextReviewAt: string | null, ownerUserId: string | null = owner.userId) {
  const name = `Model ${randomUUID().slice(0, 6)}`;
  await database.query(
    `INSERT INTO models (organization_id, reference, name, version, tier, tier_reasons, status, risk_contributions,
       stage_dates, tags, next_review_at, owner_user_id)
     VALUES ($1, $2, $3, '1', 'tier_3_high', '[]', $4, '[]', '{}', '{}', $5, $6)`,
    [organizationId, `MDL-${randomUUID().slice(0, 8).toUpperCase()}`, name, status, nextReviewAt, ownerUserId],
  );
  return name;
}

const remind = () => invoke(remindDueReviews, { actor: systemActor(organizationId, "test"), input: {} });
const notices = () =>
  database.query<{ title: string; body: string }>(
    "SELECT title, body FROM notifications WHERE user_id = $1 ORDER BY id",
    [owner.userId],
  );

describe("the review reminder", () => {
  test("[REV-101] [REV-102] names exactly the models that the registry calls due", async () => {
    const expected: string[] = [];
    for (const status of ModelStatus.options) {
      for (const next of [null, "2026-11-20T07:29:59.999Z", NOW, "2026-11-20T07:30:00.001Z"]) {
        const name = await addModel(status, next);
        const nextReviewAt = next === null ? null : new Date(next);
        if (isReviewDue({ status, nextReviewAt }, new Date(NOW))) expected.push(name);
      }
    }
    await addModel("active", null, null);
    expect(await remind()).toEqual({ owners: 1, models: expected.length });
    const [notice] = await notices();
    expect(notice?.title).toBe(`${expected.length} of your models are due for review`);
    for (const name of expected) expect(notice?.body).toContain(name);
  });

  test("[REV-101] once a day, whatever is repeated, and again the next day", async () => {
    await addModel("active", null);
    const results = await Promise.all([remind(), remind(), remind()]);
    expect(results.reduce((sum, result) => sum + result.owners, 0)).toBe(1);
    await database.setClock({ at: "2026-11-20T22:59:59.000Z" });
    expect(await remind()).toEqual({ owners: 0, models: 0 });
    await database.setClock({ at: "2026-11-20T23:00:00.000Z" });
    expect(await remind()).toEqual({ owners: 1, models: 1 });
  });

  test("[REV-102] an owner who left is not told", async () => {
    await addModel("active", null);
    await database.query("UPDATE memberships SET ended_at = governance_now() WHERE user_id = $1", [owner.userId]);
    expect(await remind()).toEqual({ owners: 0, models: 0 });
  });

  test("[REV-101] the daily round begins at eight of the organisation's morning, and one organisation's failure is its own", async () => {
    await addModel("active", null);
    const other = await addOrganization(database, { timeZone: "America/Los_Angeles" });
    const reached: string[] = [];
    const failing = {
      name: "fails",
      run: async (organization: string) => {
        reached.push(organization);
        if (organization !== organizationId) throw new Error("this one fails");
      },
    };
    const done = new Map<string, string>();
    await database.setClock({ at: "2026-11-20T06:59:00.000Z" });
    await makeDailyRounds([roundTask(remindDueReviews), failing], done);
    expect(await notices()).toEqual([]);
    await database.setClock({ at: "2026-11-20T16:30:00.000Z" });
    await makeDailyRounds([failing, roundTask(remindDueReviews)], done);
    expect(await notices()).toHaveLength(1);
    expect(reached).toEqual(expect.arrayContaining([organizationId, other]));
    expect(done.has(organizationId)).toBe(true);
    expect(done.has(other)).toBe(false);
  });
});
