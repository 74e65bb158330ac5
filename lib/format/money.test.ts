import { expect, test } from "vitest";
import { formatUsd, fromTypedUsd, toTypedUsd } from "./money.ts";

test.each([
  [0, "$0"],
  [420_000, "$420,000"],
  [1_250.5, "$1,250.50"],
  [0.07, "$0.07"],
  [90_071_992_547_409.91, "$90,071,992,547,409.91"],
])("[PRT-133] %s as people read it", (usd, words) => {
  expect(formatUsd(usd)).toBe(words);
});

test("[PRT-133] amounts under each other show cents together", () => {
  const amounts = [420_000, 1_250.5];
  expect(amounts.map((usd) => formatUsd(usd, amounts))).toEqual(["$420,000.00", "$1,250.50"]);
});

test.each([
  ["420,000", 420_000],
  ["$ 1 250.50", 1_250.5],
  ["1’250.5", 1_250.5],
  ["-5", -5],
  ["0.001", 0.001],
  ["", null],
  ["ten", null],
  ["1e9", null],
  ["1.2.3", null],
])("[PRT-133] %j typed into a field", (typed, usd) => {
  expect(fromTypedUsd(typed)).toBe(usd);
});

test("[PRT-133] what stands in a field is read as the same amount", () => {
  for (const usd of [0, 12, 0.01, 1_250.5, 420_000]) expect(fromTypedUsd(toTypedUsd(usd))).toBe(usd);
});
