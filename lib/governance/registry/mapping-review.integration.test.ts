import { afterAll, beforeAll, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { makeRegistryWorld } from "../../testing/registry-world.ts";
import { listMappings } from "./operations/list-mappings.ts";
import { saveMapping } from "./operations/save-mapping.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

test("[REG-10] a mapping saved by several at once under a new name is saved, and nobody sees a failure", async () => {
  const { admin } = await makeRegistryWorld();
  const save = (source: string) => {
    const mapping = { source, idColumn: "Id", columns: [{ column: "Name", field: "name" }] };
    return invoke(saveMapping, { actor: admin, input: { name: "Register", mapping: mapping as never } });
  };
  for (let round = 0; round < 3; round += 1) {
    await database.query("DELETE FROM saved_mappings");
    await Promise.all(Array.from({ length: 6 }, (_, index) => save(`register ${index}`)));
    expect((await invoke(listMappings, { actor: admin, input: {} })).items).toHaveLength(1);
  }
});
