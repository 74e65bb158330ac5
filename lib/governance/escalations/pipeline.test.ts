import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomsWanted, STANDARD_BUDGETS } from "./budget.ts";
import type { Ground } from "./ground.ts";
import { type Item, STAGES } from "./item.ts";
import { AT, groundOf, itemsOf, MODEL, raiseOf, VENTURE } from "./item-fixture.ts";
import { PIPELINE } from "./pipeline.ts";
import { type RaiseInput, RaiseInput as RaiseSchema, Severity } from "./schema.ts";
import { runStages } from "./stage-run.ts";

/** As the intake runs them, on a world in which nothing was open before. */
function runAll(raises: readonly RaiseInput[], ground: Ground = groundOf()): readonly Item[] {
  const folded = runStages(itemsOf(raises), ground, { from: "severity", to: "dedupe" }).kept;
  const claims = new Map(
    folded.map(({ fingerprint, reference, severity, score, occurrences }) => [
      fingerprint,
      { id: reference, reference, isNew: true, severity, score, occurrences, episode: 1, before: null },
    ]),
  );
  const { kept } = runStages(folded, { ...ground, claims }, { from: "dedupe", to: "dedupe" });
  const afterHold = runStages(kept, ground, { from: "hold", to: "hold" });
  const rooms = new Map(
    roomsWanted(afterHold.kept, ground).map(({ key, limitName, ...room }) => [
      key,
      { ...room, limit: STANDARD_BUDGETS[room.level][limitName], used: 0 },
    ]),
  );
  const placed = runStages(afterHold.kept, { ...ground, rooms }, { from: "budget" });
  return [...placed.kept, ...placed.held, ...afterHold.held];
}

const raises = fc.array(
  fc.record({
    title: fc.constantFrom("Latency", "LATENCY", "Drift", "Outage", "Data breach", "Question"),
    severity: fc.constantFrom(...Severity.options),
    modelRef: fc.constantFrom(undefined, MODEL.reference),
    ventureRef: fc.constantFrom(undefined, VENTURE.reference),
    source: fc.constantFrom("test", "Prometheus"),
  }),
  { minLength: 1, maxLength: 40 },
);
const silences = [
  {
    ...{ reference: "SIL-00000001", matcher: { source: "Prometheus" }, startsAt: AT },
    endsAt: new Date(AT.getTime() + 3_600_000),
  },
];
const strip = (each: object) =>
  raiseOf(Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)));

describe("the pipeline", () => {
  test("[ESC-3] its stages are those of the design, in order", () => {
    expect(["intake", ...PIPELINE.map(({ name }) => name)]).toEqual([...STAGES]);
  });

  test("[ESC-3] every accepted raise is in exactly one place, with reasons and an instant for what waits", () => {
    fc.assert(
      fc.property(raises, (list) => {
        const items = runAll(list.map(strip), groundOf({ silences }));
        expect(items.flatMap(({ indexes }) => indexes).toSorted((a, b) => a - b)).toEqual(
          list.map((_, index) => index),
        );
        for (const { place, channel, heldBy, collectAt, deliverAt, notice, marks } of items) {
          expect(marks.length).toBeGreaterThan(2);
          if (place === "held")
            expect([heldBy === null, collectAt, deliverAt, notice]).toEqual([false, null, null, null]);
          else if (place === "queued") {
            expect([channel === "immediate", heldBy, collectAt !== null, deliverAt !== null, notice]).toEqual([
              ...[false, null, true, true, null],
            ]);
          } else
            expect([place, channel, heldBy, collectAt, notice !== null]).toEqual([
              "delivered",
              "immediate",
              null,
              null,
              true,
            ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("[ESC-103] the order of arrival does not change where things stand", () => {
    const standing = (items: readonly Item[]) =>
      items
        .map(({ fingerprint, severity, channel, place, heldBy, occurrences }) =>
          [fingerprint, severity, channel, place, heldBy?.by, occurrences].join(" "),
        )
        .toSorted();
    fc.assert(
      fc.property(
        raises.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          // A silence asks for the source, and of equal raises the first one's holds: that is whose words come first.
          expect(standing(runAll(shuffled.map(strip)))).toEqual(standing(runAll(list.map(strip))));
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each<[Severity, string, string, string | null]>([
    ["critical", "immediate", "delivered", null],
    ["high", "next_briefing", "queued", "2026-11-21T07:00:00.000Z"],
    ["medium", "daily_summary", "queued", "2026-11-20T16:00:00.000Z"],
    ["low", "weekly_digest", "queued", "2026-11-23T07:00:00.000Z"],
  ])(
    "[ESC-8] a %s one goes to its channel, with the charter's time to respond",
    (severity, channel, place, deliverAt) => {
      const [item] = runAll([raiseOf({ severity })]);
      const hours = { critical: 4, high: 24, medium: 48, low: 168 }[severity];
      expect([item?.channel, item?.place, item?.deliverAt?.toISOString() ?? null]).toEqual([channel, place, deliverAt]);
      expect((item?.respondBy.getTime() ?? 0) - AT.getTime()).toBe(hours * 3_600_000);
    },
  );

  test("[ESC-3] what goes out at once is told to the first step of its path, critical past quiet hours", () => {
    const [item] = runAll([raiseOf({ severity: "critical" })]);
    expect(item?.notice).toEqual({ audiences: ["board", "executive"], urgency: "critical" });
  });
});

describe("bad input", () => {
  test.each<[string, object, string]>([
    ["an unknown severity", { severity: "urgent" }, "severity"],
    ["an unknown category", { category: "gossip" }, "category"],
    ["stage 0", { stage: 0 }, "stage"],
    ["stage 26", { stage: 26 }, "stage"],
    ["negative money", { financialImpactUsd: -1 }, "financialImpactUsd"],
    ["infinite money", { financialImpactUsd: Number.POSITIVE_INFINITY }, "financialImpactUsd"],
    ["a deadline in the past", { deadlineHours: -1 }, "deadlineHours"],
    ["a deadline now", { deadlineHours: 0 }, "deadlineHours"],
    ["details of 1 MB", { description: "x".repeat(1_000_000) }, "description"],
    ["no title", { title: "  " }, "title"],
    ["a title with NUL", { title: "a\u0000b" }, "title"],
    ["an unknown field", { channel: "telegram" }, ""],
  ])("[ESC-118] %s is refused with its field named", (_name, change, path) => {
    const parsed = RaiseSchema.safeParse({ title: "Something", ...change });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});
