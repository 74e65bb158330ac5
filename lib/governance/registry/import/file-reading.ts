// Answers "can this file be imported with this mapping?" or refuses with cause and remedy (REG-10, REG-120).
import { refuse } from "../refusals.ts";
import { type Inventory, readInventory } from "./inventory.ts";
import { type FittedMapping, fitMapping } from "./mapping.ts";
import type { ImportMapping } from "./schema.ts";

const MOST_PROBLEMS = 20;

export function requireInventory(bytes: Uint8Array, delimiter: ImportMapping["delimiter"]): Inventory {
  const inventory = readInventory(bytes, delimiter);
  if (inventory.outcome === "read") return inventory;
  const [reason] = inventory.reasons;
  const { cause = "the file could not be read", remedy = "Choose another file" } = reason?.facts ?? {};
  throw refuse("registry.import_unreadable", { cause: String(cause), remedy: String(remedy) }, [
    { path: "content", code: reason?.code ?? "registry.import_unreadable", message: String(cause) },
  ]);
}

export function requireFit(mapping: ImportMapping, columns: readonly string[]): FittedMapping {
  const fitted = fitMapping(mapping, columns);
  if (fitted.outcome === "fits") return fitted;
  const errors = fitted.errors.map((error) => ({ ...error, path: `mapping.${error.path}` }));
  const problems = errors.slice(0, MOST_PROBLEMS).map(({ message }) => message);
  throw refuse("registry.import_mapping_invalid", { problems }, errors);
}
