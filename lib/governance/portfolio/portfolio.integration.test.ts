import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, arrange, makeOrganization } from "../../testing/identity-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { applyComponentAct } from "./component.ts";
import { listComponents } from "./operations/list-components.ts";
import { readComponent } from "./operations/read-component.ts";
import type { ListComponentsInput } from "./schema.ts";
import { findComponent, insertComponent, lockNames, saveComponentAct } from "./store.ts";

let database: TestDatabase;
let reader: PersonActor;
const references: string[] = [];

const NAMES = ["Letter writer", "claims router", "Claims router", "Zip checker", "Über reader"];

beforeAll(async () => {
  database = await startTestDatabase();
  const organizationId = await makeOrganization();
  reader = await addPerson(organizationId, { grantedRoles: ["model_owner"] });
  for (const [index, name] of NAMES.entries()) {
    const warrant = { decision: `DEC-${index}`, proposal: `PRP-${index}`, at: new Date("2026-03-02T09:00:00Z") };
    const capabilities = [name === "Zip checker" ? "Compares 100 % of postcodes" : "Reads letters"];
    const facts = { name, version: `1.${index}`, capabilities, riskAssessment: "Nothing happens without a person." };
    await arrange(organizationId, async (tx) => {
      await lockNames(tx);
      references.push(await insertComponent(tx, facts, warrant));
    });
  }
  await arrange(organizationId, async (tx) => {
    const component = await findComponent(tx, references[0] ?? "");
    if (component === null) throw new Error("It was not registered");
    const warrant = { decision: "DEC-9", proposal: "PRP-9", at: new Date("2026-03-03T09:00:00Z") };
    await saveComponentAct(tx, component, applyComponentAct(component, { type: "pause" }), warrant);
  });
});
afterAll(() => database.stop());

const list = (input: Partial<ListComponentsInput> = {}, actor = reader) => invoke(listComponents, { actor, input });
const names = async (input: Partial<ListComponentsInput>) =>
  (await list(input)).items.map((one) => `${one.name} ${one.version}`);

describe("the list of components", () => {
  test("[PRT-107] goes by name and version whatever their case, page by page without gap or repeat", async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list({ limit: 2, cursor });
      seen.push(...page.items.map((one) => `${one.name} ${one.version}`));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([
      ...["claims router 1.1", "Claims router 1.2", "Letter writer 1.0", "Zip checker 1.3", "Über reader 1.4"],
    ]);
  });

  test.each<[string, Partial<ListComponentsInput>, readonly string[]]>([
    ["paused", { status: "paused" }, ["Letter writer 1.0"]],
    ["retired", { status: "retired" }, []],
    ["of two statuses", { status: ["paused", "retired"] }, ["Letter writer 1.0"]],
    ["trusted", { trustLevel: "trusted" }, []],
    ["by part of a name", { q: "ROUTER 1.2" }, ["Claims router 1.2"]],
    ["by a capability", { q: "postcodes" }, ["Zip checker 1.3"]],
    ["by a sign that searches use", { q: "100 %" }, ["Zip checker 1.3"]],
    ["by another such sign", { q: "1_1" }, []],
    ["with umlauts", { q: "ÜBER" }, ["Über reader 1.4"]],
  ])("[PRT-107] finds those %s", async (_name, input, found) => {
    expect(await names(input)).toEqual(found);
  });

  test("[PRT-107] finds one by its reference", async () => {
    expect(await names({ q: references[3]?.toLowerCase() })).toEqual(["Zip checker 1.3"]);
  });

  test.each([
    "",
    "x",
    "WyJhIiwiYiJd",
    Buffer.from('["a\\u0000","0190a0a0-0000-7000-8000-000000000001"]').toString("base64url"),
  ])("[PRT-107] a cursor that it did not give is refused: %s", async (cursor) => {
    await expect(list({ cursor })).rejects.toMatchObject({ code: "kernel.malformed" });
  });
});

describe("one component", () => {
  test("[PRT-106] tells what decisions made of it, the newest first", async () => {
    const view = await invoke(readComponent, { actor: reader, input: { reference: references[0] ?? "" } });
    expect(view).toMatchObject({ status: "paused", trustLevel: "sandbox", registeredBy: "DEC-0", revision: 1 });
    expect(view.changes.map((one) => [one.kind, one.decision])).toEqual([
      ["paused", "DEC-9"],
      ["registered", "DEC-0"],
    ]);
  });

  test("[PRT-107] of another organisation is not there", async () => {
    const stranger = await addPerson(await makeOrganization(), { grantedRoles: ["admin"] });
    const input = { reference: references[0] ?? "" };
    await expect(invoke(readComponent, { actor: stranger, input })).rejects.toMatchObject({ status: 404 });
    expect((await list({}, stranger)).items).toEqual([]);
  });
});
