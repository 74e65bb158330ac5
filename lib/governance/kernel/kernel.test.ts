import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "./calendar.ts";
import { digestOf, toCanonicalJson } from "./digest.ts";
import { normalizeReference, referenceSchema, toReference } from "./reference.ts";
import { defineRefusals, refusal, STATUS_OF_CLASS } from "./refusal.ts";
import { findUnstorableText, normalizeName, textSchema, WebLink } from "./text.ts";

describe("reference", () => {
  it("[KRN-2] spells 40 bits in eight typeable characters", () => {
    expect(toReference("proposal", new Uint8Array([0, 0, 0, 0, 0]))).toBe("PRP-00000000");
    expect(toReference("model", new Uint8Array([255, 255, 255, 255, 255]))).toBe("MDL-ZZZZZZZZ");
    for (let round = 0; round < 200; round += 1) {
      expect(toReference("actionItem", randomBytes(5))).toMatch(/^AI-[0-9A-HJKMNP-TV-Z]{8}$/u);
    }
  });

  it("[KRN-2] takes exactly 40 bits", () => {
    expect(() => toReference("model", new Uint8Array(4))).toThrow(RangeError);
  });

  it.each([
    [" mdl-7k3m9q2a ", "MDL-7K3M9Q2A"],
    ["PRP-oil00000", "PRP-01100000"],
    ["nonsense", "NONSENSE-"],
  ])("[KRN-2] reads `%s` as `%s`", (typed, read) => {
    expect(normalizeReference(typed)).toBe(read);
    expect(referenceSchema("model").parse(typed)).toBe(read);
  });
});

describe("text", () => {
  const Title = textSchema({ max: 5, what: "Title" });

  it.each([
    ["NUL", "a\u0000b", "Title contains characters that cannot be stored; remove them"],
    ["half a surrogate pair", "a\ud800", "Title contains characters that cannot be stored; remove them"],
    ["only spaces", "   ", "Title is missing"],
    ["six characters", "abcdef", "Title may have at most 5 characters"],
    ["a number", 7, "Title must be text"],
  ])("[KRN-3] %s is refused with the field's name", (_name, value, message) => {
    expect(Title.safeParse(value).error?.issues[0]?.message).toBe(message);
  });

  it("[KRN-3] counts characters as people see them, and folds spaces on one line", () => {
    expect(Title.parse("🙂🙂🙂🙂🙂")).toBe("🙂🙂🙂🙂🙂");
    expect(Title.parse(" a \n b ")).toBe("a b");
  });

  it("[KRN-3] finds what cannot be stored anywhere in an input, keys included", () => {
    expect(findUnstorableText({ a: [{ b: "x\u0000" }] })).toBe("a.0.b");
    expect(findUnstorableText({ "x\udfff": 1 })).toBe("");
    expect(findUnstorableText({ a: ["fine", 1, null, new Uint8Array([0])] })).toBeNull();
  });

  it.each([
    ["https://example.org/a?b=1#c", true],
    ["HTTP://example.org", true],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ["//example.org", false],
    ["https://", false],
    [" https://example.org", false],
  ])("[KRN-4] `%s` as a link: %s", (link, isLink) => {
    expect(WebLink.safeParse(link).success).toBe(isLink);
  });

  it("[KRN-5] names that look the same are the same", () => {
    expect(normalizeName("  Caf\u0065\u0301   BOT ")).toBe(normalizeName("café bot"));
    expect(normalizeName("a b")).not.toBe(normalizeName("ab"));
  });
});

describe("calendar", () => {
  it.each([
    ["31 January + 1 month", "2027-01-31T10:00:00.000Z", 1, "2027-02-28T10:00:00.000Z"],
    ["31 January + 1 month, leap year", "2028-01-31T10:00:00.000Z", 1, "2028-02-29T10:00:00.000Z"],
    ["29 February + 12 months", "2028-02-29T00:00:00.000Z", 12, "2029-02-28T00:00:00.000Z"],
    ["over the end of the year", "2026-11-30T23:59:59.999Z", 3, "2027-02-28T23:59:59.999Z"],
  ])("[KRN-6] %s", (_name, from, months, expected) => {
    expect(addMonths(new Date(from), months).toISOString()).toBe(expected);
  });
});

describe("digest", () => {
  it("[KRN-7] does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.integer()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(digestOf(turned)).toBe(digestOf(record));
      }),
    );
  });

  it("[KRN-7] is SHA-256 over the canonical text", () => {
    expect(toCanonicalJson({ b: 1, a: [1e21, "é"] })).toBe('{"a":[1e+21,"é"],"b":1}');
    expect(digestOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  it.each([
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["nothing", undefined],
  ])("[KRN-7] %s has no digest", (_name, value) => {
    expect(() => toCanonicalJson(value)).toThrow();
  });
});

describe("refusal", () => {
  const refuse = defineRefusals({
    "test.too_late": refusal<{ at: string }>({
      class: "conflict",
      title: "Too late",
      detail: (facts) => `It ended at ${facts.at}`,
      hint: () => "Ask for a new vote",
    }),
    "test.plain": refusal<Record<string, never>>({ class: "forbidden", title: "Not you" }),
  });

  it("[KRN-8] says what happened, why, and what helps", () => {
    const late = refuse("test.too_late", { at: "noon" }, [{ path: "at", code: "late", message: "Too late" }]);
    expect(late).toMatchObject({ code: "test.too_late", status: 409, title: "Too late", detail: "It ended at noon" });
    expect(late.hint).toBe("Ask for a new vote");
    expect(late.errors).toHaveLength(1);
    expect(refuse("test.plain", {})).toMatchObject({ status: 403, detail: "Not you", hint: null, errors: [] });
  });

  it("[KRN-8] no two classes share a status", () => {
    const statuses = Object.values(STATUS_OF_CLASS);
    expect(new Set(statuses).size).toBe(statuses.length);
  });
});
