// Requests that nobody sends by mistake: each is answered with a 4xx that says what is wrong, and never with a 500.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as GET_EXPORT } from "../../app/api/governance/models/export/route.ts";
import { disconnectDatabase } from "../db/client.ts";
import { createKey } from "../governance/identity/operations/create-key.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { type BoardWorld, buildBoard } from "../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { invoke } from "./invoke.ts";
import { answerHttp } from "./to-route.ts";

const SCOPES = [
  "registry.read",
  "voting.read",
  "identity.people.read",
  "meetings.read",
  "audit.read",
  "registry.register",
  "voting.propose",
] as const;
let database: TestDatabase;
let world: BoardWorld;
let key: string;

beforeAll(async () => {
  database = await startTestDatabase();
  world = await buildBoard();
  key = await keyOf(world.admin);
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});

async function keyOf(actor: PersonActor): Promise<string> {
  return (await invoke(createKey, { actor, input: { name: "script", scopes: [...SCOPES], expiresInDays: 1 } })).key;
}

async function get(pathAndQuery: string, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  const request = new Request(`http://127.0.0.1:3000/api/governance${pathAndQuery}`, { headers });
  const { pathname } = new URL(request.url);
  const response = await answerHttp(request, pathname.split("/").slice(3).map(decodeURIComponent));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const PROPOSAL = (model: string) =>
  `{"kind":"model_approval","title":"T","description":"D","payload":{"model":${model}}}`;
const pack = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const DASHES = "-".repeat(36);
const ID = "01993f5e-0000-7000-8000-000000000001";

describe("what the query says", () => {
  test.each([
    ["a parameter named like a property of every object", "/models?constructor=1", 400],
    ["a parameter named like the prototype", "/models?__proto__=1", 400],
    ["a proposal cursor without an id", `/proposals?cursor=_${DASHES}`, 400],
    [
      "a proposal cursor at an instant that there is not",
      `/proposals?group=open&cursor=2026-99-99T00:00:00.000Z_${ID}`,
      400,
    ],
    ["a proposal cursor in the year 0", `/proposals?group=open&cursor=0000-01-01T00:00:00.000Z_${ID}`, 400],
    ["a cursor of people without an id", `/people?cursor=${pack(["Ann", DASHES])}`, 400],
    [
      "a model cursor at an instant that there is not",
      `/models?sort=next_review&cursor=${pack(["next_review", "2026-99-99 00:00:00", ID])}`,
      400,
    ],
    ["a cursor of follow-ups without an id", `/actions?cursor=2026-01-01T00:00:00.000Z_${DASHES}`, 422],
    ["a cursor of follow-ups at an instant that there is not", `/actions?cursor=2026-99-01T00:00:00.000Z_${ID}`, 422],
    ["the record since the year 0", "/audit?from=0000-01-01", 422],
    ["the record since an instant in the year 0", "/audit?from=0000-06-01T00:00:00Z", 422],
    ["an entry beyond all numbers", "/audit/entries/99999999999999999999", 422],
    ["a decision cursor that is no id", "/decisions?cursor=1", 422],
    ["a limit without end", "/models?limit=1e999", 422],
    ["a person who is no id", "/people/__proto__", 404],
    ["half a character", "/models/%EF%BF%BE", 404],
  ])("[KRN-9] %s", async (_name, path, status) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status, body: { status } });
  });

  test("[KRN-9] an instant far from UTC is an instant", async () => {
    const from = encodeURIComponent("2026-01-01T00:00:00+23:59");
    expect((await get(`/audit?from=${from}`)).status).toBe(200);
  });
});

describe("what the body says", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  test.each([
    ["nested half a million times", "/models", `{"name":${nested(500_000)}}`, 400],
    ["nested within reason", "/models", `{"name":${nested(40)}}`, 422],
    ["a payload that cannot become text", "/proposals", PROPOSAL('{"toString":1,"valueOf":1}'), 422],
    ["a payload with a prototype", "/proposals", PROPOSAL('{"__proto__":{"to":"active"}}'), 422],
    ["a field named like the prototype", "/models", '{"__proto__":{"name":"x"},"constructor":1}', 422],
    ["no JSON", "/models", "{", 400],
  ])("[KRN-9] %s", async (_name, path, body, status) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const request = new Request(`http://127.0.0.1:3000/api/governance${path}`, { method: "POST", headers, body });
    const response = await answerHttp(request, path.split("/").slice(1));
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { status } });
  });
});

test("[KRN-9] a key that does not hold, from an address of any length", async () => {
  const headers = { authorization: "Bearer nothing", "x-forwarded-for": "9".repeat(4_000) };
  expect(await get("/models", headers)).toMatchObject({ status: 401 });
});

test("an export that another site's page asks for is refused and not put on record", async () => {
  const headers = { authorization: `Bearer ${key}`, "sec-fetch-site": "cross-site" };
  const response = await GET_EXPORT(new Request("http://127.0.0.1:3000/api/governance/models/export", { headers }));
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "kernel.foreign_origin" });
});
