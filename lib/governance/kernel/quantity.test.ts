import { expect, test } from "vitest";
import { sayQuantity } from "./quantity.ts";

test.each([
  [{ value: 7000, unit: "ten_thousandths" as const }, "70 %"],
  [{ value: 6667, unit: "ten_thousandths" as const }, "66.67 %"],
  [{ value: 50, unit: "ten_thousandths" as const }, "0.5 %"],
  [{ value: 72, unit: "hours" as const }, "72 hours"],
  [{ value: 1, unit: "days" as const }, "1 day"],
])("[ORG-113] %j is said as %s", (quantity, said) => {
  expect(sayQuantity(quantity)).toBe(said);
});
