import fc from "fast-check";
import { expect, test } from "vitest";
import { fromTyped, toTyped } from "./setting-units.ts";

test("[ORG-113] every value reads back as it was written, without a float", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (value) => {
      expect(fromTyped(toTyped(value, "ten_thousandths"), "ten_thousandths")).toBe(value);
    }),
  );
});

test.each([
  { typed: "70", value: 7_000 },
  { typed: "66.67", value: 6_667 },
  { typed: "66,7 %", value: 6_670 },
  { typed: "0.05", value: 5 },
  { typed: "66.666", value: null },
  { typed: "-1", value: null },
  { typed: "1e3", value: null },
  { typed: "", value: null },
])("[ORG-113] `$typed` per cent is $value ten-thousandths", ({ typed, value }) => {
  expect(fromTyped(typed, "ten_thousandths")).toBe(value);
});
