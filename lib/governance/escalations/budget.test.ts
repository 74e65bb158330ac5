import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budget, type Room, roomsWanted, STANDARD_BUDGETS, toSpending } from "./budget.ts";
import type { Item } from "./item.ts";
import { groundOf, raiseOf, ratedOf, VENTURE } from "./item-fixture.ts";
import { type Channel, type RaiseInput, Severity } from "./schema.ts";

/** Rooms with the standard limits; `used` by level and channel. */
function roomsFor(
  items: readonly Item[],
  used: Partial<Record<string, number>> = {},
  at = groundOf(),
): ReadonlyMap<string, Room> {
  return new Map(
    roomsWanted(items, at).map(({ key, limitName, ...room }) => {
      const limit = STANDARD_BUDGETS[room.level][limitName];
      return [key, { ...room, limit, used: used[`${room.level} ${room.channel}`] ?? 0 }];
    }),
  );
}

const distinct = (count: number, change: Partial<RaiseInput>) =>
  ratedOf(Array.from({ length: count }, (_, index) => raiseOf({ title: `Matter ${index}`, ...change })));

const channels = (items: readonly Item[]) => {
  const counts: Partial<Record<Channel, number>> = {};
  for (const { channel } of items) counts[channel] = (counts[channel] ?? 0) + 1;
  return counts;
};

const settle = (items: readonly Item[], used = {}) => budget(items, groundOf({ rooms: roomsFor(items, used) })).kept;

describe("what fits", () => {
  test.each<[string, number, Partial<RaiseInput>, Record<string, number>, Partial<Record<Channel, number>>]>([
    [
      "two immediate ones of a venture",
      2,
      { severity: "critical", ventureRef: VENTURE.reference },
      {},
      { immediate: 2 },
    ],
    [
      "a third one is a decision card",
      3,
      { severity: "critical", ventureRef: VENTURE.reference },
      {},
      { immediate: 2, next_briefing: 1 },
    ],
    [
      "an eighth one is in the daily summary, which has no limit",
      50,
      { severity: "critical", ventureRef: VENTURE.reference },
      {},
      { immediate: 2, next_briefing: 5, daily_summary: 43 },
    ],
    ["twenty without a venture", 20, { severity: "critical" }, {}, { immediate: 20 }],
    ["the twenty-first", 21, { severity: "critical" }, {}, { immediate: 20, next_briefing: 1 }],
    [
      "the portfolio is used up",
      1,
      { severity: "critical", ventureRef: VENTURE.reference },
      { "portfolio immediate": 10 },
      { next_briefing: 1 },
    ],
    [
      "the ecosystem is used up",
      1,
      { severity: "critical", ventureRef: VENTURE.reference },
      { "ecosystem immediate": 20 },
      { next_briefing: 1 },
    ],
    [
      "one is left in the ecosystem",
      2,
      { severity: "critical", ventureRef: VENTURE.reference },
      { "ecosystem immediate": 19 },
      { immediate: 1, next_briefing: 1 },
    ],
    [
      "decision cards of a venture",
      6,
      { severity: "high", ventureRef: VENTURE.reference },
      {},
      { next_briefing: 5, daily_summary: 1 },
    ],
    ["medium ones have no limit", 500, { severity: "medium" }, {}, { daily_summary: 500 }],
  ])("[ESC-5] [ESC-6] %s", (_name, count, change, used, expected) => {
    expect(channels(settle(distinct(count, change), used))).toEqual(expected);
  });

  test("[ESC-109] what is over the weekly budget stays in the weekly digest and is marked", () => {
    const items = settle(distinct(22, { severity: "low", ventureRef: VENTURE.reference }));
    expect(channels(items)).toEqual({ weekly_digest: 22 });
    expect(items.filter(({ isOverBudget }) => isOverBudget)).toHaveLength(2);
  });

  test("[ESC-6] what moves down keeps severity and deadline, and says from where, where to and which scope was full", () => {
    const before = distinct(3, { severity: "critical", ventureRef: VENTURE.reference });
    const after = settle(before);
    expect(after.map(({ severity, respondBy }) => [severity, respondBy])).toEqual(
      before.map(({ severity, respondBy }) => [severity, respondBy]),
    );
    const moved = after.flatMap(({ marks }) => marks.filter(({ outcome }) => outcome === "moved"));
    expect(moved.map(({ code, facts }) => [code, facts.from, facts.to, facts.level, facts.limit])).toEqual([
      ["escalations.downgraded", "immediate", "next_briefing", "venture", 2],
    ]);
  });

  test.each<[string, Partial<RaiseInput>, string[], Channel]>([
    ["a data breach", { category: "data_breach" }, ["security_incident", "data_breach"], "immediate"],
    ["a security incident", { category: "security_incident" }, ["security_incident", "data_breach"], "immediate"],
    ["another category", { category: "brand_risk" }, ["security_incident", "data_breach"], "next_briefing"],
    ["a data breach where none is exempt", { category: "data_breach" }, [], "next_briefing"],
  ])("[ESC-6] over budget: %s", (_name, change, exemptCategories, channel) => {
    const items = distinct(1, { severity: "critical", ...change });
    const rooms = roomsFor(items, { "ecosystem immediate": 20 });
    const ground = groundOf({ rooms });
    const [item] = budget(items, {
      ...ground,
      rules: { ...ground.rules, exemptCategories: exemptCategories as never },
    }).kept;
    expect(item?.channel).toBe(channel);
    if (channel === "immediate") expect(item?.spent).toEqual([]);
  });

  test("[ESC-5] the most severe come first, whatever the order", () => {
    const raises = [raiseOf({ title: "b", severity: "high" }), raiseOf({ title: "a", severity: "critical" })];
    const items = ratedOf(raises);
    const [high, critical] = settle(items, { "ecosystem immediate": 20, "ecosystem next_briefing": 49 });
    expect([high?.channel, critical?.channel]).toEqual(["daily_summary", "next_briefing"]);
  });
});

describe("a rise", () => {
  const risen = (
    before: { channel: Channel; place: "queued" | "delivered" | "held" },
    change: Partial<RaiseInput> = {},
  ) =>
    distinct(1, { severity: "critical", ventureRef: VENTURE.reference, ...change }).map((item) => ({
      ...item,
      claim: {
        ...{ id: "e1", reference: item.reference, isNew: false, severity: item.severity, score: 0, occurrences: 2 },
        ...{ episode: 1, before: { ...before, severity: "high" as const, respondBy: item.respondBy } },
      },
    }));
  const FULL = { "venture immediate": 2 };

  test.each<[string, Parameters<typeof risen>[0], Record<string, number>, Channel, number, string]>([
    [
      "to a louder channel with room",
      { channel: "next_briefing", place: "queued" },
      {},
      "immediate",
      3,
      "within_budget",
    ],
    [
      "back to where it waits: it has its unit",
      { channel: "next_briefing", place: "queued" },
      FULL,
      "next_briefing",
      0,
      "stays_in_channel",
    ],
    [
      "back to where it waits, which is full by now",
      { channel: "next_briefing", place: "queued" },
      { ...FULL, "venture next_briefing": 5 },
      "next_briefing",
      0,
      "stays_in_channel",
    ],
    [
      "back to where it went out: once more, with a unit",
      { channel: "next_briefing", place: "delivered" },
      FULL,
      "next_briefing",
      3,
      "within_budget",
    ],
    [
      "back to where it went out, which is full by now: never quieter",
      { channel: "next_briefing", place: "delivered" },
      { ...FULL, "venture next_briefing": 5 },
      "next_briefing",
      0,
      "stays_in_channel",
    ],
    [
      "of one that was held and has no unit",
      { channel: "next_briefing", place: "held" },
      { ...FULL, "venture next_briefing": 5 },
      "daily_summary",
      0,
      "within_budget",
    ],
    [
      "past a channel that is full",
      { channel: "weekly_digest", place: "queued" },
      { ...FULL, "venture next_briefing": 5 },
      "daily_summary",
      0,
      "within_budget",
    ],
  ])("[ESC-120] %s", (_name, before, used, channel, units, code) => {
    const [item] = settle(risen(before), used);
    expect([item?.channel, item?.spent.length, item?.marks.at(-1)?.code]).toEqual([
      channel,
      units,
      `escalations.${code}`,
    ]);
  });
});

describe("never overspent", () => {
  const raises = fc.array(fc.record({ severity: fc.constantFrom(...Severity.options), isOfVenture: fc.boolean() }), {
    maxLength: 80,
  });

  test("[ESC-5] spending keeps every scope within its limit, and everything has a channel", () => {
    fc.assert(
      fc.property(raises, fc.nat({ max: 25 }), (list, used) => {
        const items = ratedOf(
          list.map(({ severity, isOfVenture }, index) =>
            raiseOf({ title: `Matter ${index}`, severity, ...(isOfVenture ? { ventureRef: VENTURE.reference } : {}) }),
          ),
        );
        const rooms = roomsFor(items, {
          "ecosystem immediate": Math.min(used, 20),
          "portfolio immediate": Math.min(used, 10),
        });
        const settled = budget(items, groundOf({ rooms })).kept;
        expect(settled).toHaveLength(items.length);
        for (const [key, units] of toSpending(settled)) {
          const room = rooms.get(key);
          expect((room?.used ?? 0) + units).toBeLessThanOrEqual(room?.limit ?? 0);
        }
        // One that was moved down found some scope of its channel full.
        for (const { channel, wanted, marks } of settled) {
          if (channel !== wanted) expect(marks.some(({ code }) => code === "escalations.downgraded")).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("[ESC-5] rooms are asked for in one order, whatever the order of the items", () => {
    const items = [
      ...distinct(3, { severity: "critical", ventureRef: VENTURE.reference }),
      ...distinct(2, { severity: "low" }),
    ];
    const keys = roomsWanted(items, groundOf()).map(({ key }) => key);
    expect(roomsWanted(items.toReversed(), groundOf()).map(({ key }) => key)).toEqual(keys);
    expect(keys).toEqual(keys.toSorted());
  });
});
