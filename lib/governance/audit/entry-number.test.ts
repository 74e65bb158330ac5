import { expect, test } from "vitest";
import { formatEntryNumber, parseEntryNumber } from "./schema.ts";

test.each([
  [1, "AR-00001"],
  [99_999, "AR-99999"],
  [100_000, "AR-100000"],
  [Number.MAX_SAFE_INTEGER, "AR-9007199254740991"],
])("[AUD-103] entry %i is shown as %s and read back", (number, text) => {
  expect(formatEntryNumber(number)).toBe(text);
  expect(parseEntryNumber(text)).toBe(number);
});

test.each([
  ["42", 42],
  ["ar-42", 42],
  [" AR-00042 ", 42],
  ["AR-0", null],
  ["", null],
  ["AR-", null],
  ["MDL-42", null],
  ["4.2", null],
  ["-1", null],
  ["9007199254740992", null],
])("[AUD-103] `%s` is read as %s", (typed, number) => expect(parseEntryNumber(typed)).toBe(number));

test.each([0, -1, 1.5, Number.NaN, 2 ** 53])("[AUD-103] %d is no entry number", (number) => {
  expect(() => formatEntryNumber(number)).toThrow(RangeError);
});
