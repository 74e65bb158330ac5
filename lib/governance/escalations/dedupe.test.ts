import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dedupe, toFingerprint } from "./dedupe.ts";
import type { Claim, Item } from "./item.ts";
import { AT, groundOf, itemsOf, MODEL, raiseOf, ratedOf, VENTURE } from "./item-fixture.ts";
import { type RaiseInput, Severity } from "./schema.ts";
import { runStages } from "./stage-run.ts";

const fingerprintOf = (change: Partial<RaiseInput>) => {
  const [item] = itemsOf([raiseOf(change)]);
  if (item === undefined) throw new Error("not taken in");
  return toFingerprint(item);
};

describe("fingerprints", () => {
  test.each([
    ["case", "SOMETHING happened"],
    ["spaces", "  Something \t happened\n"],
    ["both", "something   HAPPENED"],
  ])("[ESC-4] titles that differ only by %s are equal", (_name, title) => {
    expect(fingerprintOf({ title })).toBe(fingerprintOf({}));
  });

  test("[ESC-4] titles that differ only by Unicode form are equal", () => {
    expect(fingerprintOf({ title: "Wa\u0308rme" })).toBe(fingerprintOf({ title: "WÄRME" }));
  });

  test.each<[string, Partial<RaiseInput>]>([
    ["title", { title: "Something else happened" }],
    ["category", { category: "other" }],
    ["model", { modelRef: MODEL.reference }],
    ["venture", { ventureRef: VENTURE.reference }],
  ])("[ESC-4] another %s is another matter", (_name, change) => {
    expect(fingerprintOf(change)).not.toBe(fingerprintOf({}));
  });

  test("[ESC-4] severity, source and description make no difference", () => {
    expect(fingerprintOf({ severity: "critical", source: "x", description: "y" })).toBe(fingerprintOf({}));
  });
});

const severities = fc.constantFrom(...Severity.options);
const raises = fc.array(
  fc.record({
    title: fc.constantFrom("Latency", "latency ", "Drift", "Outage"),
    description: fc.constantFrom("", "seen at noon"),
    severity: severities,
    financialImpactUsd: fc.constantFrom(0, 50, 500, 5_000, 6_000),
    source: fc.constantFrom("Prometheus", "person"),
  }),
  { minLength: 1, maxLength: 30 },
);
type Raises = typeof raises extends fc.Arbitrary<infer Value> ? Value : never;

const toRaises = (list: Raises) => list.map((each) => raiseOf(each));

/** What a merged item is, apart from whose words came first. */
function merged(items: readonly Item[]) {
  return items
    .map(
      ({ fingerprint, severity, score, occurrences, respondBy, wanted, said, parts, impactCents, trigger, raise }) => ({
        ...{ fingerprint, severity, score, occurrences, wanted, respondBy: respondBy.toISOString() },
        // What the severity rests on, and what silences look at.
        ...{ parts, impactCents, trigger, source: raise.source },
        said: said.map(({ title, description }) => `${title}|${description}`).toSorted(),
      }),
    )
    .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}

describe("folding", () => {
  test("[ESC-103] the order of arrival does not change what the raises become", () => {
    fc.assert(
      fc.property(
        raises.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(merged(ratedOf(toRaises(shuffled)))).toEqual(merged(ratedOf(toRaises(list))));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("[ESC-4] folding again changes nothing, and no raise is lost", () => {
    fc.assert(
      fc.property(raises, (list) => {
        const once = ratedOf(toRaises(list));
        expect(dedupe(once, groundOf()).kept).toEqual(once);
        expect(once.flatMap(({ indexes }) => indexes).toSorted((a, b) => a - b)).toEqual(list.map((_, index) => index));
        expect(once.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(list.length);
      }),
    );
  });

  test("[ESC-103] the most severe decides, at equal severity the higher score", () => {
    const [item] = ratedOf([
      raiseOf({ severity: "high" }),
      raiseOf({ severity: "high", financialImpactUsd: 5_000 }),
      raiseOf({ severity: "low" }),
    ]);
    expect([item?.severity, item?.score, item?.occurrences]).toEqual(["high", 3, 3]);
    expect([item?.impactCents, item?.parts.map(({ code }) => code)]).toEqual([
      500_000,
      ["escalations.money_at_stake", "escalations.severity_given"],
    ]);
  });
});

const claimOf = (before: Partial<NonNullable<Claim["before"]>> | null): Claim => ({
  ...{
    id: "e1",
    reference: "ESC-7K3M9Q2A",
    isNew: before === null,
    severity: "medium",
    score: 3,
    occurrences: 4,
    episode: 2,
  },
  before:
    before === null
      ? null
      : { severity: "medium", channel: "daily_summary", respondBy: AT, place: "queued", ...before },
});

function claimed(raise: Partial<RaiseInput>, claim: Claim) {
  const items = ratedOf([raiseOf(raise)]);
  return dedupe(items, { claims: new Map(items.map(({ fingerprint }) => [fingerprint, claim])) });
}

describe("what the database answered", () => {
  test("[ESC-4] a new one goes on", () => {
    const { kept, held } = claimed({ severity: "medium" }, claimOf(null));
    expect([kept.length, held.length]).toEqual([1, 0]);
  });

  test.each<[string, Severity]>([
    ["as severe", "medium"],
    ["milder", "low"],
  ])("[ESC-4] one that is %s merges, stands where the item stands, and goes no further", (_name, severity) => {
    const { kept, held } = claimed({ severity }, claimOf({ channel: "weekly_digest" }));
    expect(kept).toEqual([]);
    expect(held.map(({ place, channel, reference, marks }) => [place, channel, reference, marks.at(-1)?.code])).toEqual(
      [["merged", "weekly_digest", "ESC-7K3M9Q2A", "escalations.merged"]],
    );
  });

  test.each([
    ["sooner than the new severity allows", "2026-11-20T10:00:00.000Z", "2026-11-20T10:00:00.000Z"],
    ["later", "2026-11-22T09:00:00.000Z", "2026-11-21T09:00:00.000Z"],
  ])("[ESC-101] a rise goes on; a deadline that was %s", (_name, before, after) => {
    const { kept } = claimed({ severity: "high" }, claimOf({ respondBy: new Date(before) }));
    expect(kept.map(({ respondBy, wanted, marks }) => [respondBy.toISOString(), wanted, marks.at(-1)?.code])).toEqual([
      [after, "next_briefing", "escalations.severity_rose"],
    ]);
  });

  test("[ESC-3] what merges takes no part in any later stage", () => {
    const items = ratedOf([raiseOf({ severity: "critical" })]);
    const claims = new Map(
      items.map(({ fingerprint }) => [fingerprint, claimOf({ severity: "critical", channel: "immediate" })]),
    );
    const { kept, held } = runStages(items, groundOf({ claims }), { from: "dedupe" });
    expect([kept.length, held.map(({ notice, spent }) => [notice, spent])]).toEqual([0, [[null, []]]]);
  });
});
