// Inventories over HTTP: what a script sends with a key, and every way of sending it wrongly.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as GET_EXPORT } from "../../app/api/governance/models/export/route.ts";
import { POST } from "../../app/api/governance/models/import/route.ts";
import { disconnectDatabase } from "../db/client.ts";
import { createKey } from "../governance/identity/operations/create-key.ts";
import { readImport } from "../governance/registry/operations/read-import.ts";
import { saveMapping } from "../governance/registry/operations/save-mapping.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { makeRegistryWorld, type RegistryWorld, register } from "../testing/registry-world.ts";
import { invoke } from "./invoke.ts";

const ADDRESS = "http://127.0.0.1:3000/api/governance/models/import";
const FILE = "Id,Name,Unit\n1,Triage,Claims\n2,Router,Claims\n";
const MAPPING = {
  source: "register",
  idColumn: "Id",
  columns: [
    { column: "Name", field: "name" },
    { column: "Unit", field: "unit" },
  ],
};
let database: TestDatabase;
let world: RegistryWorld;
let key: string;

beforeAll(async () => {
  database = await startTestDatabase();
  world = await makeRegistryWorld();
  const input = { name: "script", scopes: ["registry.import", "registry.export"], expiresInDays: 1 };
  key = (await invoke(createKey, { actor: world.admin, input })).key;
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});

function formOf(parts: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.append(name, value);
  return form;
}
const file = (content: string | Uint8Array<ArrayBuffer> = FILE) => new File([content], "register.csv");
const send = (body: BodyInit, headers: Record<string, string> = {}) =>
  POST(new Request(ADDRESS, { method: "POST", body, headers: { authorization: `Bearer ${key}`, ...headers } }));

async function answerOf(response: Response) {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("an inventory over HTTP", () => {
  test("[REG-120] file and mapping: uploaded and started in one request", async () => {
    const mapping = JSON.stringify({ ...MAPPING, source: "by JSON" });
    const { status, body } = await answerOf(await send(formOf({ file: file(), mapping })));
    expect({ status, body }).toMatchObject({ status: 201, body: { state: "queued", source: "by JSON" } });
    const reference = String(body.reference);
    const kept = await invoke(readImport, { actor: world.admin, input: { reference } });
    expect(kept.mapping).toMatchObject({ idColumn: "Id" });
  });

  test("[REG-120] a mapping by the name it was saved under; without one only the columns come back", async () => {
    await invoke(saveMapping, { actor: world.admin, input: { name: "Register", mapping: MAPPING as never } });
    expect(await answerOf(await send(formOf({ file: file(), mapping: "Register" })))).toMatchObject({
      status: 201,
      body: { state: "queued", source: "register" },
    });
    expect(await answerOf(await send(formOf({ file: file() })))).toMatchObject({
      status: 201,
      body: { rows: 2, mappingFrom: "saved" },
    });
  });

  test.each([
    ["no form", () => send("{}", { "content-type": "application/json" }), 400, "kernel.malformed"],
    [
      "a broken form",
      () => send("--x", { "content-type": "multipart/form-data; boundary=y" }),
      400,
      "kernel.malformed",
    ],
    ["no file", () => send(formOf({ mapping: "{}" })), 422, "kernel.invalid_input"],
    ["text instead of a file", () => send(formOf({ file: "Id,Name" })), 422, "kernel.invalid_input"],
    ["an unknown part", () => send(formOf({ file: file(), colour: "blue" })), 400, "kernel.malformed"],
    ["a mapping that is not JSON", () => send(formOf({ file: file(), mapping: "{no" })), 400, "kernel.malformed"],
    ["a mapping nobody saved", () => send(formOf({ file: file(), mapping: "Nope" })), 404, "kernel.not_found"],
    [
      "a mapping of the wrong shape",
      () => send(formOf({ file: file(), mapping: '{"a":1}' })),
      422,
      "kernel.invalid_input",
    ],
    ["an unreadable file", () => send(formOf({ file: file("") })), 422, "registry.import_unreadable"],
    ["too large a body", () => send(formOf({ file: file(new Uint8Array(22 * 1024 * 1024)) })), 400, "kernel.too_large"],
    ["no key", () => send(formOf({ file: file() }), { authorization: "Bearer no" }), 401, "kernel.sign_in_required"],
  ])("[REG-120] %s is answered as a problem", async (_name, act, status, code) => {
    const response = await act();
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await answerOf(response)).toMatchObject({ status, body: { code } });
  });
});

describe("the registry as a file", () => {
  const get = (query: string) =>
    GET_EXPORT(new Request(`${ADDRESS}${query}`, { headers: { authorization: `Bearer ${key}` } }));

  test("[REG-10] comes as CSV or JSON with a name; another format is refused", async () => {
    await register(world.owner, { name: "Exported" });
    const csv = await get("?format=csv");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.headers.get("content-disposition")).toMatch(/^attachment; filename="models-\d{4}-\d\d-\d\d\.csv"/u);
    expect(await csv.text()).toContain("Exported");
    expect(await (await get("?format=json")).json()).toMatchObject([{ name: "Exported" }]);
    expect((await get("?format=xml")).status).toBe(422);
    expect((await get("?colour=blue")).status).toBe(422);
  });
});
