import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toCanonicalJson } from "../kernel/digest.ts";
import { commitTo, toLeaf } from "./leaf.ts";

const CONTEXT = {
  organizationId: "0198c0de-0000-7000-8000-000000000001",
  entryId: "0198c0de-0000-7000-8000-0000000000aa",
  actor: { kind: "person", id: "0198c0de-0000-7000-8000-0000000000bb" },
  requestId: "req-1",
  occurredAt: new Date("2026-11-20T09:00:00.007Z"),
  salt: new Uint8Array(16).fill(7),
};
const EVENT = {
  action: "voting.ballot_cast",
  subject: { type: "proposal", reference: "PRP-7K3M9Q2A" },
  details: { choice: "yes", change: 2 },
};
const read = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe("a leaf", () => {
  test("[AUD-1] holds action, actor, subject, details, outcome, digests, request id and instant, as these bytes", () => {
    const leaf = toLeaf({ ...EVENT, beforeDigest: "aa", afterDigest: "bb" }, CONTEXT);
    expect(leaf.text).toBe(
      '{"action":"voting.ballot_cast","actor":{"id":"0198c0de-0000-7000-8000-0000000000bb","kind":"person"},' +
        '"afterDigest":"bb","beforeDigest":"aa","details":{"change":2,"choice":"yes"},' +
        '"entryId":"0198c0de-0000-7000-8000-0000000000aa","occurredAt":"2026-11-20T09:00:00.007Z",' +
        '"organization":"0198c0de-0000-7000-8000-000000000001","outcome":"done","personalCommitment":null,' +
        '"requestId":"req-1","subject":{"reference":"PRP-7K3M9Q2A","type":"proposal"},"v":1}',
    );
    expect(leaf.hash).toBe(createHash("sha256").update(`\u0000${leaf.text}`).digest("hex"));
    expect([leaf.personal, leaf.salt]).toEqual([null, null]);
  });

  test.each(["denied", "failed"] as const)("[AUD-1] records an attempt that was %s", (outcome) => {
    const actor = { kind: "anonymous", id: null };
    expect(read(toLeaf({ ...EVENT, outcome }, { ...CONTEXT, actor }).text)).toMatchObject({ outcome, actor });
  });

  test("[AUD-101] has no number: its place in the tree is its number", () => {
    expect(read(toLeaf(EVENT, CONTEXT).text)).not.toHaveProperty("number");
  });

  test("[AUD-2] the order in which details were written makes no difference", () => {
    const turned = { ...EVENT, details: { change: 2, choice: "yes" } };
    expect(toLeaf(turned, CONTEXT).hash).toBe(toLeaf(EVENT, CONTEXT).hash);
  });
});

describe("personal data", () => {
  const personal = { name: "Zoë Müller", note: "asked for a delay" };

  test("[AUD-5] stays outside the leaf, which holds a salted commitment only", () => {
    const leaf = toLeaf({ ...EVENT, personal }, CONTEXT);
    expect(leaf.text).not.toContain("Zo");
    expect(leaf.personal).toEqual(personal);
    expect(leaf.salt).toBe("07".repeat(16));
    const bytes = Buffer.concat([Buffer.alloc(16, 7), Buffer.from('{"name":"Zoë Müller","note":"asked for a delay"}')]);
    expect(read(leaf.text).personalCommitment).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  test("[AUD-5] the same data under another salt commits to something else", () => {
    expect(commitTo(personal, new Uint8Array(16).fill(1))).not.toBe(commitTo(personal, new Uint8Array(16).fill(2)));
  });

  test("[AUD-5] a short salt is refused", () => {
    expect(() => toLeaf(EVENT, { ...CONTEXT, salt: new Uint8Array(15) })).toThrow(RangeError);
  });

  test("[AUD-102] what cannot be stored becomes U+FFFD before it is hashed", () => {
    const leaf = toLeaf({ ...EVENT, details: { list: ["a\u0000b"] }, personal: { typed: "x\uD800y\u0000" } }, CONTEXT);
    expect(read(leaf.text).details).toEqual({ list: ["a\uFFFDb"] });
    expect(leaf.personal).toEqual({ typed: "x\uFFFDy\uFFFD" });
    expect(read(leaf.text).personalCommitment).toBe(commitTo({ typed: "x\uFFFDy\uFFFD" }, CONTEXT.salt));
  });
});

describe("canonical JSON", () => {
  test.each([
    {
      name: "keys in the order of UTF-16 code units",
      value: { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 },
      text: '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    },
    {
      name: "numbers as ECMAScript writes them",
      value: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27, -0, 1e21, 0.000001],
      text: "[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,0.000001]",
    },
    {
      name: "the fewest escapes",
      value: '\u20ac$\u000f\nA\'B"\\\\"/\u2028',
      text: '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028"',
    },
    {
      name: "nested and empty containers",
      value: { b: [], a: { d: null, c: [true, false, {}] } },
      text: '{"a":{"c":[true,false,{}],"d":null},"b":[]}',
    },
    { name: "no Unicode normalisation", value: "A\u030a", text: '"A\u030a"' },
  ])("[AUD-2] $name", ({ value, text }) => {
    expect(toCanonicalJson(value)).toBe(text);
  });

  test.each([
    { name: "NaN", value: [Number.NaN] },
    { name: "infinity", value: { a: Number.POSITIVE_INFINITY } },
    { name: "a lone surrogate", value: "\ud800" },
    { name: "nothing", value: undefined },
  ])("[AUD-2] refuses $name", ({ value }) => {
    expect(() => toCanonicalJson(value)).toThrow();
  });
});
