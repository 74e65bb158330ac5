import { expect, test } from "vitest";
import { readPlaceCursor, toPlaceCursor } from "./place-cursor.ts";

const ID = "01993f5e-0000-7000-8000-000000000001";

test.each([
  { name: "an instant and an id", at: new Date("2026-03-02T09:00:00.000Z") },
  { name: "an id alone", at: null },
])("[KRN-9] $name come back as they were", ({ at }) => {
  expect(readPlaceCursor(toPlaceCursor({ at, id: ID }))).toEqual({ at, id: ID });
});

test.each([
  "",
  "_",
  ID,
  `_${"-".repeat(36)}`,
  `2026-99-02T09:00:00.000Z_${ID}`,
  `2026-02-30T09:00:00.000Z_${ID}`,
  `0000-01-01T00:00:00.000Z_${ID}`,
  `2026-03-02T09:00:00.000Z_${ID}_${ID}`,
])("[KRN-9] `%s` is no place in a list", (cursor) => {
  expect(readPlaceCursor(cursor)).toBeNull();
});
