import { describe, expect, test } from "vitest";
import { deriveRoundDay } from "./daily-round.ts";

describe("the daily round", () => {
  test.each([
    ["before eight", "2026-11-20T06:59:59.999Z", "Europe/Berlin", undefined, null],
    ["at eight", "2026-11-20T07:00:00.000Z", "Europe/Berlin", undefined, "2026-11-20"],
    ["once a day", "2026-11-20T20:00:00.000Z", "Europe/Berlin", "2026-11-20", null],
    ["the next morning", "2026-11-21T07:00:00.000Z", "Europe/Berlin", "2026-11-20", "2026-11-21"],
    ["after days of standstill", "2026-11-25T12:00:00.000Z", "Europe/Berlin", "2026-11-20", "2026-11-25"],
    ["the day is the organisation's", "2026-11-20T22:00:00.000Z", "Pacific/Auckland", undefined, "2026-11-21"],
    ["the morning too", "2026-11-20T12:00:00.000Z", "America/Los_Angeles", undefined, null],
    ["in summer time", "2026-07-20T06:00:00.000Z", "Europe/Berlin", undefined, "2026-07-20"],
  ] as const)("[REV-101] %s", (_name, at, zone, lastDay, expected) => {
    expect(deriveRoundDay(new Date(at), zone, lastDay)).toBe(expected);
  });
});
