import { describe, expect, test } from "vitest";
import { deriveMorning, type MorningFacts, sayBesides, tellMorning } from "./morning.ts";

describe("[ESC-142] the hour that is set, on the organisation's clock", () => {
  test.each<[string, string, string, number, ReturnType<typeof deriveMorning>]>([
    ["a minute before", "2026-11-20T06:59:00Z", "Europe/Berlin", 8, { outcome: "not_yet", day: "2026-11-20" }],
    ["at the hour", "2026-11-20T07:00:00Z", "Europe/Berlin", 8, { outcome: "now", day: "2026-11-20" }],
    [
      "a little less than two hours later",
      "2026-11-20T08:59:59Z",
      "Europe/Berlin",
      8,
      { outcome: "now", day: "2026-11-20" },
    ],
    ["two hours later", "2026-11-20T09:00:00Z", "Europe/Berlin", 8, { outcome: "over", day: "2026-11-20" }],
    ["another hour was chosen", "2026-11-20T07:00:00Z", "Europe/Berlin", 9, { outcome: "not_yet", day: "2026-11-20" }],
    [
      "in summer the same hour of the wall",
      "2026-07-20T06:00:00Z",
      "Europe/Berlin",
      8,
      { outcome: "now", day: "2026-07-20" },
    ],
    [
      "an hour that the clocks skip counts from its end",
      "2026-03-29T01:00:00Z",
      "Europe/Berlin",
      2,
      { outcome: "now", day: "2026-03-29" },
    ],
    ["midnight", "2026-11-19T23:00:00Z", "Europe/Berlin", 0, { outcome: "now", day: "2026-11-20" }],
  ])("%s", (_name, at, zone, hour, morning) => {
    expect(deriveMorning(new Date(at), zone, hour)).toEqual(morning);
  });
});

const QUIET: MorningFacts = { immediate: 0, cards: 0, overdue: 0, waiting: 0, heldBack: 0, titles: [] };

describe("[ESC-142] the letter", () => {
  test.each<[string, MorningFacts]>([
    ["a quiet morning", QUIET],
    ["only what waits by itself", { ...QUIET, waiting: 12, heldBack: 3 }],
  ])("is not written on %s", (_name, facts) => {
    expect(tellMorning(facts)).toBeNull();
  });

  test("says what asks, names it, and what was held back", () => {
    const titles = [
      { severity: "critical", title: "Harmful outputs", isOverdue: true },
      { severity: "high", title: "Drift", isOverdue: false },
    ];
    const letter = tellMorning({ immediate: 1, cards: 2, overdue: 1_200, waiting: 1, heldBack: 4, titles });
    expect(letter).toEqual({
      ...{ kind: "escalations.morning_briefing", href: "/briefing" },
      title: "Briefing: 1 immediate, 2 decision cards, 1,200 overdue",
      body: "critical, overdue: Harmful outputs\nhigh: Drift\n1 item waits for today’s summary.\n4 items are held back, each with its reason.",
    });
  });

  test("is written for one overdue item alone", () => {
    expect(tellMorning({ ...QUIET, overdue: 1 })?.title).toBe("Briefing: 1 overdue");
  });
});

test.each<[string, Partial<MorningFacts>, string | null]>([
  ["only cards", { cards: 3 }, null],
  ["immediate and overdue ones", { cards: 3, immediate: 2, overdue: 1 }, "Besides: 2 immediate, 1 overdue."],
])("[ESC-142] the letter with cards says of the rest: %s", (_name, facts, words) => {
  expect(sayBesides({ ...QUIET, ...facts })).toBe(words);
});
