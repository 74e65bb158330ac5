// The import's one transaction of set-based statements beside one registration a row.
import { registerModel } from "../../lib/governance/registry/operations/register-model.ts";
import { runImport } from "../../lib/governance/registry/operations/run-import.ts";
import { startImport } from "../../lib/governance/registry/operations/start-import.ts";
import { uploadImport } from "../../lib/governance/registry/operations/upload-import.ts";
import { systemActor } from "../../lib/server/actor.ts";
import { invoke } from "../../lib/server/invoke.ts";
import { addPerson, makeOrganization } from "../../lib/testing/identity-world.ts";
import type { BenchDatabase } from "./arrange.ts";

const ROWS = 2_000;

function toCsv(): Uint8Array {
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `${n},Model ${n},Sorts the cases of desk ${n % 50},Desk ${n % 50},No,Yes`,
  );
  return new TextEncoder().encode(["Id,Name,Description,Unit,Rights impacting,Personal data", ...rows].join("\n"));
}

export async function benchImport(database: BenchDatabase): Promise<void> {
  const organizationId = await makeOrganization();
  const admin = await addPerson(organizationId, { grantedRoles: ["admin"] });
  const upload = await invoke(uploadImport, { actor: admin, input: { fileName: "bench.csv", content: toCsv() } });
  const startedAt = performance.now();
  const { reference, contentDigest, mapping } = upload;
  await invoke(startImport, { actor: admin, input: { reference, contentDigest, mapping } });
  const input = { importReference: reference, requestedBy: admin.userId };
  await invoke(runImport, { actor: systemActor(organizationId, "bench"), input });
  const importMs = performance.now() - startedAt;

  const sample = ROWS / 10;
  const singlesAt = performance.now();
  for (let n = 0; n < sample; n += 1) {
    const model = {
      name: `Model ${n}`,
      version: "1",
      description: `Sorts the cases of desk ${n % 50}`,
      unit: `Desk ${n % 50}`,
      facts: { usesPersonalData: true },
    };
    await invoke(registerModel, { actor: admin, input: model });
  }
  const singlesMs = (performance.now() - singlesAt) * (ROWS / sample);
  const [row] = await database.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM models WHERE organization_id = $1",
    [organizationId],
  );
  if (row?.n !== ROWS + sample) throw new Error(`${row?.n} models instead of ${ROWS + sample}`);
  const words = `${ROWS} rows: import ${importMs.toFixed(0)} ms, singles ${singlesMs.toFixed(0)} ms (from ${sample})`;
  process.stdout.write(
    `${"inventory, one registration a row / one import".padEnd(58)} ${(singlesMs / importMs).toFixed(2).padStart(8)}x   ${words}\n`,
  );
}
