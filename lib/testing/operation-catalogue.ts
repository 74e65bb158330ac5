// Every operation of the house, found on disk, so that no list can forget one.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { UnitOfWork } from "../db/unit-of-work.ts";
import type { Operation } from "../governance/kernel/operation.ts";

export type CataloguedOperation = Operation<Operation["input"], Operation["output"], UnitOfWork>;

const GOVERNANCE = join(import.meta.dirname, "../governance");

function isOperation(value: unknown): value is CataloguedOperation {
  return typeof value === "object" && value !== null && "permission" in value && "effect" in value && "run" in value;
}

/** All operations by name; two files that use one name are an error. */
export async function loadOperations(): Promise<ReadonlyMap<string, CataloguedOperation>> {
  const found = new Map<string, CataloguedOperation>();
  const files = readdirSync(GOVERNANCE, { recursive: true, encoding: "utf8" })
    .filter((file) => /[\\/]operations[\\/][\w-]+\.ts$/u.test(file) && !file.includes(".test."))
    .sort();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(pathToFileURL(join(GOVERNANCE, file)).href);
    for (const operation of Object.values(exported).filter(isOperation)) {
      if (found.has(operation.name)) throw new Error(`Two operations are named \`${operation.name}\``);
      found.set(operation.name, operation);
    }
  }
  return found;
}
