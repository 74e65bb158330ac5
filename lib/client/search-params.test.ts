import { describe, expect, test } from "vitest";
import { readFlag, readText } from "./search-params.ts";

describe("text of the address", () => {
  test.each([
    ["words", "triage", "triage"],
    ["blanks around it", "  triage ", "triage"],
    ["blanks only", "   ", undefined],
    ["nothing", "", undefined],
    ["the name twice", ["a", "b"], undefined],
    ["NUL", "a\u0000b", undefined],
    ["half a character", "a\ud83d", undefined],
    ["too much", "a".repeat(11), "a".repeat(10)],
    ["too much, the cut within a character", `${"a".repeat(9)}😀`, "a".repeat(9)],
  ])("%s", (_, given, read) => {
    expect(readText({ q: given }, "q", 10)).toBe(read);
  });

  test("a name of every object is nobody's text", () => {
    expect(readText({}, "constructor", 10)).toBeUndefined();
  });
});

test.each([
  ["true", true],
  ["false", undefined],
  ["", undefined],
  [["true", "true"], undefined],
  [undefined, undefined],
])("the flag %o is %o", (given, read) => {
  expect(readFlag({ due: given }, "due")).toBe(read);
});
