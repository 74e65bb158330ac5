import { expect, test } from "vitest";
import { readVersions } from "./version-choice";

test.each([
  ["nothing", {}, undefined, undefined],
  ["a version", { version: "2" }, 2, undefined],
  ["two versions", { version: "3", against: "1" }, 3, 1],
  ["a version of nothing", { version: "0" }, null, undefined],
  ["a version beyond all", { version: "1000001" }, null, undefined],
  ["words", { version: "two", against: "one" }, null, undefined],
  ["a fraction", { version: "1.0" }, null, undefined],
  ["less than nothing", { version: "-1", against: "-1" }, null, undefined],
  ["the same name twice", { version: ["1", "2"] }, null, undefined],
])("the address says %s", (_, search, version, against) => {
  expect(readVersions(search)).toEqual({ version, against });
});
