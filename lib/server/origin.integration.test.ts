import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { addPerson, makeOrganization } from "../testing/identity-world.ts";
import { requireOwnOrigin } from "./origin.ts";

let database: TestDatabase;
let person: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
  person = await addPerson(await makeOrganization(), { password: null });
});
afterAll(() => database.stop());

const denials = () =>
  database.query<{ actor: string; code: string; operation: string; outcome: string }>(
    `SELECT leaf #>> '{actor,id}' AS actor, leaf #>> '{details,code}' AS code, leaf #>> '{subject,reference}' AS operation,
       leaf #>> '{outcome}' AS outcome
     FROM (SELECT leaf::jsonb AS leaf FROM audit_entries WHERE organization_id = $1 AND action = 'identity.attempt_denied') e`,
    [person.organizationId],
  );
const write = (origin: string | null, actor: PersonActor | null) =>
  requireOwnOrigin(new Headers({ host: "gavel.example.org", ...(origin === null ? {} : { origin }) }), {
    actor,
    operation: "voting.cast_ballot",
    requestId: "r",
  });

test("[ORG-130] a write from our own page passes, one from another site's is refused and recorded as denied", async () => {
  await write("https://gavel.example.org", person);
  expect(await denials()).toEqual([]);
  for (const origin of ["https://evil.example.com", null]) {
    await expect(write(origin, person)).rejects.toMatchObject({ code: "kernel.foreign_origin", status: 403 });
  }
  const denied = { code: "kernel.foreign_origin", operation: "voting.cast_ballot", outcome: "denied" };
  expect(await denials()).toEqual(Array(2).fill({ ...denied, actor: person.userId }));
});

test("[ORG-130] of somebody who is not signed in nothing is recorded", async () => {
  const before = await denials();
  await expect(write("https://evil.example.com", null)).rejects.toMatchObject({ code: "kernel.foreign_origin" });
  expect(await denials()).toEqual(before);
});

test.each(["to-action.ts", "to-route.ts"])("[ORG-130] %s asks so of every write", (file) => {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  expect(text).toContain("await requireOwnOrigin(");
  expect(text).not.toContain("requireSameOrigin");
});
