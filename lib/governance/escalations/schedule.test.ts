import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toLocalTime } from "../kernel/local-time.ts";
import { planOuting } from "./batch.ts";
import { periodOf } from "./budget.ts";
import { STANDARD_RULES } from "./rules.ts";
import { nextDay, nextFullHour, nextHourOf, weekOf } from "./schedule.ts";
import type { DigestKind } from "./schema.ts";

const BERLIN = "Europe/Berlin";

describe("days and weeks of the organisation", () => {
  test.each([
    ["an evening in Berlin", "2026-11-20T22:59:59.999Z", BERLIN, "2026-11-20", "2026-11-16"],
    ["its midnight", "2026-11-20T23:00:00.000Z", BERLIN, "2026-11-21", "2026-11-16"],
    ["Sunday night", "2026-11-22T22:59:00.000Z", BERLIN, "2026-11-22", "2026-11-16"],
    ["Monday in Berlin, Sunday in London", "2026-11-22T23:30:00.000Z", BERLIN, "2026-11-23", "2026-11-23"],
    ["the same instant in London", "2026-11-22T23:30:00.000Z", "Europe/London", "2026-11-22", "2026-11-16"],
    ["before the clock goes back", "2026-10-25T00:30:00.000Z", BERLIN, "2026-10-25", "2026-10-19"],
    ["the second 02:30 of that night", "2026-10-25T01:30:00.000Z", BERLIN, "2026-10-25", "2026-10-19"],
    ["the 25th hour of that day", "2026-10-25T22:59:00.000Z", BERLIN, "2026-10-25", "2026-10-19"],
    ["the last hour of the day of 23", "2026-03-29T21:59:00.000Z", BERLIN, "2026-03-29", "2026-03-23"],
    ["its midnight", "2026-03-29T22:00:00.000Z", BERLIN, "2026-03-30", "2026-03-30"],
    ["a year that begins within a week", "2027-01-01T12:00:00.000Z", BERLIN, "2027-01-01", "2026-12-28"],
  ])("[ESC-5] %s", (_name, at, zone, day, week) => {
    const clock = { at: new Date(at), zone };
    expect([periodOf("day", clock), periodOf("week", clock)]).toEqual([day, week]);
    expect(weekOf(clock.at, zone)).toBe(week);
  });
});

describe("next hours", () => {
  test.each([
    ["within an hour", "2026-11-20T09:20:00.000Z", "2026-11-20T10:00:00.000Z"],
    ["at a full hour", "2026-11-20T09:00:00.000Z", "2026-11-20T10:00:00.000Z"],
    ["when the clock goes forward", "2026-03-29T00:30:00.000Z", "2026-03-29T01:00:00.000Z"],
    ["when the clock goes back", "2026-10-25T00:30:00.000Z", "2026-10-25T01:00:00.000Z"],
  ])("[ESC-7] the next full hour %s", (_name, at, expected) => {
    const next = nextFullHour(new Date(at), BERLIN).toISOString();
    // While an hour repeats, the wall shows the same hour twice: its end is the next one.
    expect([expected, "2026-10-25T02:00:00.000Z"]).toContain(next);
    if (!at.startsWith("2026-10-25")) expect(next).toBe(expected);
  });

  test.each([
    ["today", "2026-11-20T06:59:00.000Z", 8, undefined, "2026-11-20T07:00:00.000Z"],
    ["tomorrow, at the hour itself", "2026-11-20T07:00:00.000Z", 8, undefined, "2026-11-21T07:00:00.000Z"],
    ["on the day the clock goes forward", "2026-03-28T20:00:00.000Z", 8, undefined, "2026-03-29T06:00:00.000Z"],
    ["an hour that is skipped", "2026-03-28T20:00:00.000Z", 2, undefined, "2026-03-29T01:00:00.000Z"],
    ["an hour that comes twice, once", "2026-10-25T00:15:00.000Z", 2, undefined, "2026-10-26T01:00:00.000Z"],
    ["midnight", "2026-11-20T12:00:00.000Z", 0, undefined, "2026-11-20T23:00:00.000Z"],
    ["next Monday", "2026-11-20T12:00:00.000Z", 8, 1, "2026-11-23T07:00:00.000Z"],
    ["Monday itself, earlier", "2026-11-23T06:00:00.000Z", 8, 1, "2026-11-23T07:00:00.000Z"],
    ["Monday itself, too late", "2026-11-23T07:00:00.000Z", 8, 1, "2026-11-30T07:00:00.000Z"],
    ["Sunday", "2026-11-20T12:00:00.000Z", 8, 7, "2026-11-22T07:00:00.000Z"],
  ])("[ESC-7] an hour of the day: %s", (_name, at, hour, day, expected) => {
    const when = day === undefined ? { hour } : { hour, day };
    expect(nextHourOf(new Date(at), BERLIN, when).toISOString()).toBe(expected);
  });

  test("[ESC-7] the next day begins at its midnight, also where the clock changes", () => {
    expect(nextDay(new Date("2026-10-24T22:00:00.000Z"), BERLIN).toISOString()).toBe("2026-10-25T23:00:00.000Z");
    expect(nextDay(new Date("2026-11-20T22:59:00.000Z"), BERLIN).toISOString()).toBe("2026-11-20T23:00:00.000Z");
  });
});

describe("outings", () => {
  test.each<[string, DigestKind, string, string, string]>([
    [
      "a decision card",
      "next_briefing",
      "2026-11-20T09:20:00.000Z",
      "2026-11-21T07:00:00.000Z",
      "2026-11-21T07:00:00.000Z",
    ],
    [
      "a daily one in the morning",
      "daily_summary",
      "2026-11-20T09:20:00.000Z",
      "2026-11-20T10:00:00.000Z",
      "2026-11-20T16:00:00.000Z",
    ],
    [
      "a daily one just before five",
      "daily_summary",
      "2026-11-20T15:20:00.000Z",
      "2026-11-20T16:00:00.000Z",
      "2026-11-20T16:00:00.000Z",
    ],
    [
      "a daily one at five",
      "daily_summary",
      "2026-11-20T16:00:00.000Z",
      "2026-11-20T17:00:00.000Z",
      "2026-11-21T16:00:00.000Z",
    ],
    [
      "a weekly one",
      "weekly_digest",
      "2026-11-20T09:20:00.000Z",
      "2026-11-20T23:00:00.000Z",
      "2026-11-23T07:00:00.000Z",
    ],
    [
      "a weekly one on Monday before eight",
      "weekly_digest",
      "2026-11-23T06:00:00.000Z",
      "2026-11-23T23:00:00.000Z",
      "2026-11-30T07:00:00.000Z",
    ],
  ])("[ESC-7] %s", (_name, kind, at, collectAt, deliverAt) => {
    const outing = planOuting(kind, { at: new Date(at), zone: BERLIN, rules: STANDARD_RULES });
    expect([outing.collectAt.toISOString(), outing.deliverAt.toISOString()]).toEqual([collectAt, deliverAt]);
  });

  test("[ESC-7] whenever something comes, it is gathered later and no later than it goes out, at the hour that is set", () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    const kinds = fc.constantFrom<DigestKind>("next_briefing", "daily_summary", "weekly_digest");
    const zones = fc.constantFrom(BERLIN, "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");
    fc.assert(
      fc.property(instants, kinds, zones, (ms, kind, zone) => {
        const at = new Date(ms);
        const { collectAt, deliverAt } = planOuting(kind, { at, zone, rules: STANDARD_RULES });
        expect(collectAt > at).toBe(true);
        expect(deliverAt >= collectAt).toBe(true);
        expect(toLocalTime(deliverAt, zone).hour).toBe(kind === "daily_summary" ? 17 : 8);
      }),
      { numRuns: 150 },
    );
  });
});
