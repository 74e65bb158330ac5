import { describe, expect, test } from "vitest";
import { addCalendarDays, CalendarDay, daysBetween, sayDay } from "./calendar-day.ts";

describe("days of a calendar", () => {
  test.each([
    ["over a leap day", "2028-02-28", 2, "2028-03-01"],
    ["over the end of a year", "2026-12-31", 1, "2027-01-01"],
    ["over a change of the clock", "2026-03-28", 2, "2026-03-30"],
    ["back", "2026-03-01", -1, "2026-02-28"],
    ["a whole year", "2026-03-01", 365, "2027-03-01"],
  ])("[KRN-10] %s", (_name, from, days, to) => {
    expect(addCalendarDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each(["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "1969-12-31", "2200-01-01", "", "tomorrow"])(
    "[KRN-10] `%s` is no day",
    (text) => expect(CalendarDay.safeParse(text).success).toBe(false),
  );

  test("[KRN-10] a day is said as people say it", () => {
    expect(["2027-03-31", "2026-01-01"].map(sayDay)).toEqual(["31 Mar 2027", "1 Jan 2026"]);
  });
});
