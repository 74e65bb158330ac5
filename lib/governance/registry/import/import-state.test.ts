import { expect, it } from "vitest";
import { deriveImportState, importActs } from "./import-state.ts";
import { toSourceName } from "./source-name.ts";

it.each([
  ["uploaded", null, "uploaded", ["map", "start", "cancel"]],
  ["queued", "queued", "queued", ["cancel"]],
  ["queued", "planning", "running", ["cancel"]],
  ["queued", "done", "running", ["cancel"]],
  ["queued", "cancelling", "cancelled", []],
  ["completed", "done", "completed", []],
  ["failed", "writing", "failed", []],
  ["cancelled", "cancelling", "cancelled", []],
] as const)("[REG-120] %s with progress %s is %s", (stored, phase, state, acts) => {
  expect(deriveImportState(stored, phase)).toBe(state);
  expect(importActs(state)).toEqual(acts);
});

it.each([
  ["2024_ai-use_case.inventory.csv", "2024 ai use case.inventory"],
  ["C:\\fakepath\\Models.CSV", "Models"],
  ["models", "models"],
  [".csv", "inventory"],
  [`${"x".repeat(300)}.csv`, "x".repeat(120)],
])("[REG-118] `%s` is called `%s`", (fileName, source) => {
  expect(toSourceName(fileName)).toBe(source);
});
