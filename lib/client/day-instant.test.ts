import { expect, test } from "vitest";
import { atHour, atLocal, dayAfter, toLocalInput } from "./day-instant.ts";

test.each([
  ["winter", "2026-12-01", "Europe/Berlin", "2026-12-01T16:00:00.000Z"],
  ["summer", "2026-07-01", "Europe/Berlin", "2026-07-01T15:00:00.000Z"],
  ["the day the clock goes back", "2026-10-25", "Europe/Berlin", "2026-10-25T16:00:00.000Z"],
  ["the day it goes forward", "2026-03-29", "Europe/Berlin", "2026-03-29T15:00:00.000Z"],
  ["west of it", "2026-11-20", "America/New_York", "2026-11-20T22:00:00.000Z"],
  ["far east", "2026-11-20", "Pacific/Kiritimati", "2026-11-20T03:00:00.000Z"],
  ["no day", "2026-02-30", "UTC", null],
  ["nothing", "", "UTC", null],
])("five o'clock: %s", (_name, day, zone, expected) => {
  expect(atHour(day, 17, zone)?.toISOString() ?? null).toBe(expected);
});

test.each([
  ["tomorrow is the zone's", "2026-11-20T23:30:00Z", 1, "Europe/Berlin", "2026-11-22"],
  ["over a month", "2026-11-20T12:00:00Z", 14, "UTC", "2026-12-04"],
])("%s", (_name, from, days, zone, expected) => {
  expect(dayAfter(new Date(from), days, zone)).toBe(expected);
});

test("what an input shows is read as the same minute", () => {
  const at = new Date("2026-10-25T23:05:00Z");
  expect(toLocalInput(at, "Europe/Berlin")).toBe("2026-10-26T00:05");
  expect(atLocal(toLocalInput(at, "Europe/Berlin"), "Europe/Berlin")).toEqual(at);
});
